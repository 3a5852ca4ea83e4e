"""Whole articles coded by hand: what a careful coder takes from each, as gold."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whodid.article import Article
from whodid.errors import InputError
from whodid.record import Actor, Record
from whodid.scoring.figures import Stretch
from whodid.scoring.rows import Row


@dataclass(frozen=True, slots=True)
class GoldParty:
    """A party as the coder names it; without a country its name decides."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event: `types` and `status` hold every acceptable value, an empty side accepts any, one not `required` costs nothing if missed.

    `main` is None, or the id of the event of which it is another telling.
    """

    id: str
    types: tuple[str, ...]
    actors: tuple[GoldParty, ...]
    recipients: tuple[GoldParty, ...]
    symmetric: bool
    status: tuple[str, ...]
    required: bool
    anchor: Stretch
    date: str | None = None
    main: str | None = None


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quote: `who` lists the true speaker, or every acceptable one; nobody where the article names none.

    `garbled`: the article's own words for the speaker are corrupt, so that a warning is right.
    """

    content: tuple[Stretch, ...]
    who: tuple[GoldParty, ...]
    speaker: Stretch | None
    garbled: bool = False


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """Words and what they should be: a time's value, a place's country, a warning's code."""

    where: Stretch
    value: str | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A standing fact."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """All that was coded by hand from one article. What is coded from within `headline` counts neither way."""

    article: Article
    events: tuple[GoldEvent, ...]
    quotes: tuple[GoldQuote, ...] = ()
    times: tuple[GoldSpan, ...] = ()
    places: tuple[GoldSpan, ...] = ()
    relations: tuple[GoldRelation, ...] = ()
    warnings: tuple[GoldSpan, ...] = ()
    boilerplate: tuple[Stretch, ...] = ()
    headline: Stretch | None = None


def read_coded_article(row: Row) -> GoldArticle:
    """The gold of one line. Raises InputError for what is missing or malformed."""
    row = replace(row, length=len(row.text("text")))
    return GoldArticle(
        article=row.article(),
        events=_events(row),
        quotes=tuple(_quote(one) for one in row.rows("quotes")),
        times=tuple(GoldSpan(one.own_span(), one.text("value")) for one in row.rows("times")),
        places=tuple(GoldSpan(one.span("anchor"), one.maybe_text("country"), one.text("name")) for one in row.rows("places")),
        relations=tuple(GoldRelation(one.text("subject"), one.text("predicate"), one.text("object")) for one in row.rows("relations")),
        warnings=tuple(GoldSpan(one.span("anchor"), one.text("code")) for one in row.rows("warnings")),
        boilerplate=row.spans("boilerplate"),
        headline=row.maybe_span("headline_span"),
    )


def _events(row: Row) -> tuple[GoldEvent, ...]:
    events: dict[str, GoldEvent] = {}
    for one in row.rows("events"):
        event = _event(one)
        if event.id in events:
            raise one.wrong("id", "another id for each event")
        events[event.id] = event
    return tuple(events.values())


def _event(row: Row) -> GoldEvent:
    return GoldEvent(
        id=row.text("id"),
        types=row.texts("types"),
        actors=_parties(row, "actors"),
        recipients=_parties(row, "recipients"),
        symmetric=row.flag("symmetric"),
        status=row.texts("status"),
        required=row.flag("required", True),
        anchor=row.span("anchor"),
        date=row.maybe_text("date"),
        main=row.maybe_text("same_as"),
    )


def _quote(row: Row) -> GoldQuote:
    garbled = "corrupt" in (row.maybe_text("note") or "")
    return GoldQuote(row.spans("content"), _parties(row, "who"), row.maybe_span("speaker"), garbled)


def _parties(row: Row, key: str) -> tuple[GoldParty, ...]:
    return tuple(GoldParty(one.text("name"), one.maybe_text("country")) for one in row.rows(key))


def read_corrected_record(row: Row) -> GoldArticle:
    """A record that a person has corrected, as gold: each of its events is required, with the one type and status that it has."""
    try:
        record = Record.from_dict(row.fields)
    except InputError as error:
        raise InputError(f"{row.where}: {error}", code="gold") from None
    actors = {actor.id: actor for actor in record.actors}
    return GoldArticle(
        article=row.article(),
        events=tuple(
            GoldEvent(
                event.id, (event.type,), _named(event.actors, actors), _named(event.recipients, actors), event.symmetric, (event.status,),
                event.same_as is None, (event.trigger.start, event.trigger.end), event.date.start if event.date else None, event.same_as,
            )
            for event in record.events
        ),
        quotes=tuple(
            GoldQuote(
                tuple((span.start, span.end) for span in quote.content),
                (_party(quote.speaker.actor, quote.speaker.text, actors),) if quote.speaker else (),
                (quote.speaker.start, quote.speaker.end) if quote.speaker else None,
            )
            for quote in record.quotes
        ),
        times=tuple(GoldSpan((time.start, time.end), time.value) for time in record.times if time.value),
        places=tuple(GoldSpan((place.start, place.end), place.country, place.name) for place in record.places if not place.metonym),
        relations=tuple(GoldRelation(_who(one.subject, actors), one.predicate, _who(one.object, actors)) for one in record.relations),
        warnings=tuple(GoldSpan((one.start, one.end), one.code) for one in record.warnings),
        boilerplate=tuple((span.start, span.end) for span in record.boilerplate),
    )  # fmt: skip


def _named(ids: tuple[str, ...], actors: dict[str, Actor]) -> tuple[GoldParty, ...]:
    return tuple(_party(id, id, actors) for id in ids)


def _party(id: str | None, words: str, actors: dict[str, Actor]) -> GoldParty:
    actor = actors.get(id or "")
    return GoldParty(actor.name, actor.country) if actor else GoldParty(words, None)


def _who(id: str, actors: dict[str, Actor]) -> str:
    return actors[id].name if id in actors else id
