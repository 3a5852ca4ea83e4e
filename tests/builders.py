"""Articles, spans and records made by hand: no parser, no weights."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from whodid.article import Article
from whodid.record import (
    Actor,
    Count,
    Event,
    EventDate,
    EventPlace,
    Extent,
    Mention,
    Party,
    Place,
    Quote,
    Record,
    Relation,
    TextWarning,
    Time,
)
from whodid.text import Span

QUADS = {
    "AGREE": "verbal cooperation", "CONSULT": "verbal cooperation", "SUPPORT": "verbal cooperation", "CONCEDE": "verbal cooperation",
    "COOPERATE": "material cooperation", "AID": "material cooperation", "RETREAT": "material cooperation",
    "REQUEST": "verbal conflict", "ACCUSE": "verbal conflict", "REJECT": "verbal conflict", "THREATEN": "verbal conflict",
    "PROTEST": "material conflict", "SANCTION": "material conflict", "MOBILIZE": "material conflict", "COERCE": "material conflict",
    "ASSAULT": "material conflict",
}  # fmt: skip

# ruff: noqa: E501
TEXT = """HOLMSTAD, Norland, March 3 – Norland's President Ada Brandt met Estian Prime Minister Juri Tamm in Holmstad on Tuesday and promised to lift the tariffs on Estian timber.

"We have opened a door," Brandt told reporters. Estia said Sudria had shelled the port of Kell on Monday, killing four fishermen. Sudria's army denied the attack.

Hundreds of students marched through Holmstad against the deal, state radio reported. Police arrested 12 people. Brandt and Tamm will sign a treaty in May.

Share this article"""


def article(text: str, day: str | None = None, **known: Any) -> Article:
    """An article with a date written as in JSON."""
    return Article(text, date=date.fromisoformat(day) if day else None, **known)


def span(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """Where these words stand in the text (the nth time, from 0)."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


def party(words: str, actor: str | None = None, text: str = TEXT, nth: int = 0) -> Party:
    """The words as a quote's speaker, addressee or medium."""
    found = span(words, text, nth)
    return Party(found.start, found.end, found.text, actor)


def event(id: str, type: str, trigger: str, sentence: str, *, text: str = TEXT, **fields: Any) -> Event:
    """An event of this type told by these words of this sentence; the rest as given."""
    evidence = span(sentence, text)
    within = span(trigger, text[evidence.start : evidence.end])
    where = Span(evidence.start + within.start, evidence.start + within.end, trigger)
    values: dict[str, Any] = {"status": "occurred", "actors": (), "recipients": (), "confidence": 0.9, "quad": QUADS[type]}
    return Event(id=id, type=type, trigger=where, evidence=Extent(evidence.start, evidence.end), **{**values, **fields})  # type: ignore[arg-type]


def record(**changes: Any) -> Record:
    """A whole record of a short invented article, with something under every key."""
    first = TEXT.split("\n\n")[0].split("– ")[1]
    known = Record(
        text=TEXT,
        id="norland-1",
        title="Norland and Estia make peace over timber",
        date="2026-03-04",
        language="en",
        source="Norland News",
        url="https://news.example/norland-1",
        dateline=span("HOLMSTAD, Norland"),
        boilerplate=(span("Share this article"),),
        actors=_ACTORS,
        mentions=_mentions(),
        events=_events(first),
        quotes=_quotes(),
        times=(_time("Tuesday", "2026-03-03"), _time("Monday", "2026-03-02"), _time("May", "2026-05")),
        places=(_place("Kell", lat=58.1, lon=21.5, geonames=1), _place("Holmstad", lat=59.0, lon=18.2, geonames=2, nth=0)),
        relations=(Relation("person:ada-brandt", "holds_office", "President of Norland", _extent("Norland's President Ada Brandt")),),
        warnings=(TextWarning("name-conflict", 'what is "Kell": a port or a person?', *_offsets("Kell")),),
    )
    return replace(known, **changes)


_ACTORS = (
    Actor("person:ada-brandt", "Ada Brandt", "person", "NOR", "GOV", "President of Norland", "Q1"),
    Actor("person:juri-tamm", "Juri Tamm", "person", "EST", "GOV", "Prime Minister of Estia"),
    Actor("state:EST", "Estia", "state", "EST"),
    Actor("state:SUD", "Sudria", "state", "SUD"),
    Actor("group:students", "students", "group", "NOR", "CVL"),
    Actor("group:police", "Police", "group", "NOR", "COP"),
    Actor("organization:state-radio", "state radio", "organization", "NOR", "JRN"),
)


def _mentions() -> tuple[Mention, ...]:
    named = (("Ada Brandt", _ACTORS[0]), ("Juri Tamm", _ACTORS[1]), ("Sudria", _ACTORS[3]), ("students", _ACTORS[4]))
    return tuple(Mention(*_offsets(words), words, actor.id) for words, actor in named)


def _events(first: str) -> tuple[Event, ...]:
    shelled = "Estia said Sudria had shelled the port of Kell on Monday, killing four fishermen."
    marched = "Hundreds of students marched through Holmstad against the deal, state radio reported."
    leaders = ("person:ada-brandt", "person:juri-tamm")
    return (
        event("e1", "CONSULT", "met", first, actors=leaders, symmetric=True, mode="visit", contexts=("diplomatic",), cameo="040",
              goldstein=1.0, intensity=2.5, date=EventDate("2026-03-03", "2026-03-03", "day", "Tuesday"), place=_HOLMSTAD,
              actor_spans=(span("Ada Brandt"), span("Juri Tamm"))),
        event("e2", "CONCEDE", "promised to lift", first, actors=leaders[:1], recipients=("state:EST",), status="planned", confidence=0.71,
              actor_spans=(span("Ada Brandt"),), recipient_spans=(span("Estian", nth=1),)),
        event("e3", "ASSAULT", "shelled", shelled, actors=("state:SUD",), recipients=("state:EST",), attribution=("q2",),
              counts=(Count("killed", 4, "four"),), date=EventDate("2026-03-02", "2026-03-02", "day", "Monday"),
              place=EventPlace("Kell", "EST", 58.1, 21.5, 1), goldstein=-10.0, flags=("recipient-from-place",)),
        event("e4", "ASSAULT", "attack", "Sudria's army denied the attack.", actors=("state:SUD",), status="denied", same_as="e3",
              attribution=("q3",)),
        event("e5", "PROTEST", "marched", marched, actors=("group:students",), attribution=("q4",), place=_HOLMSTAD,
              counts=(Count("marchers", 200, "Hundreds"),)),
        event("e6", "COERCE", "arrested", "Police arrested 12 people.", actors=("group:police",), counts=(Count("arrested", 12, "12"),)),
        event("e7", "AGREE", "sign", "Brandt and Tamm will sign a treaty in May.", actors=leaders, symmetric=True, status="planned",
              date=EventDate("2026-05", "2026-05", "month", "May")),
    )  # fmt: skip


def _quotes() -> tuple[Quote, ...]:
    return (
        Quote("q1", "direct", (span('"We have opened a door,"'),), span("told"), party("Brandt", "person:ada-brandt", nth=1), party("reporters")),
        Quote("q2", "indirect", (span("Sudria had shelled the port of Kell on Monday, killing four fishermen"),), span("said"), party("Estia", "state:EST", nth=2)),
        Quote("q3", "indirect", (span("the attack"),), span("denied"), party("Sudria's army", "state:SUD")),
        Quote("q4", "indirect", (span("Hundreds of students marched through Holmstad against the deal"),), span("reported"),
              medium=party("state radio", "organization:state-radio")),
    )  # fmt: skip


def _offsets(words: str) -> tuple[int, int]:
    found = span(words)
    return found.start, found.end


def _extent(words: str) -> Extent:
    return Extent(*_offsets(words))


def _time(words: str, value: str) -> Time:
    return Time(*_offsets(words), words, "DATE", value)


def _place(words: str, nth: int = 0, **values: Any) -> Place:
    found = span(words, nth=nth)
    return Place(found.start, found.end, found.text, words, "NOR" if words == "Holmstad" else "EST", **values)


_HOLMSTAD = EventPlace("Holmstad", "NOR", 59.0, 18.2, 2)
