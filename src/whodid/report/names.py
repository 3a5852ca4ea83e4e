"""What the page calls things: actors by name, quad classes by a short word, dates as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten

from whodid.record import Actor, Event, EventDate, Party, Place, Quote, Record

# Longer first lines are paragraphs.
LONGEST_HEADLINE = 160
OPENING_WORDS = 90
QUAD_CLASSES = {
    "verbal cooperation": "vco",
    "material cooperation": "mco",
    "verbal conflict": "vcf",
    "material conflict": "mcf",
}


@dataclass(frozen=True)
class Names:
    """A record with its parts by id, the number of the article on the page, and the level of its heading there."""

    record: Record
    number: int
    level: int = 2

    def anchor(self, id: str) -> str:
        """The part's name on the page: `a1-e3`."""
        return f"a{self.number}-{id}"

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {actor.id: number for number, actor in enumerate(self.record.actors, 1)}

    def actor_anchor(self, id: str) -> str:
        """The actor's row on the page: `a1-p2`; "" where no actor has that id."""
        number = self._numbers.get(id)
        return self.anchor(f"p{number}") if number else ""

    @cached_property
    def _place_numbers(self) -> dict[tuple[object, ...], int]:
        found: dict[tuple[object, ...], int] = {}
        for place in self.record.places:
            found.setdefault((place.name, place.country, place.lat, place.lon), len(found) + 1)
        return found

    def place_anchor(self, place: Place) -> str:
        """The row of the place, however often it is named: `a1-l2`."""
        return self.anchor(f"l{self._place_numbers[place.name, place.country, place.lat, place.lon]}")

    @cached_property
    def quotes(self) -> dict[str, Quote]:
        """Quotes by id."""
        return {quote.id: quote for quote in self.record.quotes}

    def name(self, id: str) -> str:
        """An actor's name; the id or words themselves where no actor has that id."""
        actor = self.actors.get(id)
        return actor.name if actor else id

    def country(self, id: str) -> str | None:
        """The actor's country where its name does not say it already."""
        actor = self.actors.get(id)
        return actor.country if actor and actor.kind != "state" else None

    def party(self, party: Party) -> str:
        """The name of who speaks, is spoken to or relays; the article's words where it is no known actor."""
        return self.name(party.actor) if party.actor in self.actors else party.text

    def sayers(self, event: Event) -> list[str]:
        """Who says that the event happened, each once; "unnamed" for a quote without speaker."""
        said = [self.sayer(self.quotes[id]) for id in event.attribution if id in self.quotes]
        return list(dict.fromkeys(said))

    def sayer(self, quote: Quote) -> str:
        """The speaker, and who relays it: "Xi Jinping, via CCTV"."""
        speaker = self.party(quote.speaker) if quote.speaker else None
        medium = self.party(quote.medium) if quote.medium else None
        if speaker and medium:
            return f"{speaker}, via {medium}"
        return speaker or medium or "unnamed"


def headline(record: Record) -> str:
    """The record's title; else its first line, where that is short enough for a headline; else its opening words; else its id."""
    if record.title and record.title.strip():
        return record.title
    first, *rest = _lines(record) or [""]
    short = len(first) <= LONGEST_HEADLINE and rest and not first.endswith((".", ","))
    return (first if short else shorten(first, OPENING_WORDS, placeholder=" …")) or record.id or "An article"


def _lines(record: Record) -> list[str]:
    """The article's lines that have words, up to the second; boilerplate is none of them."""
    lines, start = [], 0
    for line in record.text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        if line.strip() and not any(junk.start <= start and end <= junk.end for junk in record.boilerplate):
            lines.append(line.strip())
        if len(lines) == 2:
            break
        start += len(line)
    return lines


def when(date: EventDate | None) -> str | None:
    """The event's date as one reads it: the day, month or year, or first and last day, or the words where they fix none.

    A day that was inferred from the article's own stands in brackets.
    """
    if date is None:
        return None
    if date.text is None and date.start:
        return f"({date.start})"
    if date.start and date.end and date.granularity in ("month", "year"):
        length = 7 if date.granularity == "month" else 4
        if date.start[:length] == date.end[:length]:
            return date.start[:length]
    if date.start and date.end and date.start != date.end:
        return f"{date.start} – {date.end}"
    return date.start or date.end or date.text
