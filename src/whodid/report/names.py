"""What the page calls things: actors by name, quad classes by a short word, dates as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from whodid.record import Actor, Event, EventDate, Party, Quote, Record

# Longer first lines are paragraphs.
LONGEST_HEADLINE = 160
QUAD_CLASSES = {
    "verbal cooperation": "vco",
    "material cooperation": "mco",
    "verbal conflict": "vcf",
    "material conflict": "mcf",
}


@dataclass(frozen=True)
class Names:
    """A record with its parts by id, and the number of the article on the page."""

    record: Record
    number: int

    def anchor(self, id: str) -> str:
        """The part's name on the page: `a1-e3`."""
        return f"a{self.number}-{id}"

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.record.actors}

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
    """The record's title; else its first line, where that is short enough for a headline; else its id."""
    first, *rest = record.text.lstrip().splitlines() or [""]
    short = len(first) <= LONGEST_HEADLINE and any(line.strip() for line in rest) and not first.rstrip().endswith((".", ","))
    return record.title or (first.strip() if short else "") or record.id or "An article"


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
