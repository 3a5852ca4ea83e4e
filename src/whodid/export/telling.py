"""What is written out: a telling is one event of one record, with the happening it belongs to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, permutations, product

from whodid.article import ISO_DAY
from whodid.record import Actor, Event, Record
from whodid.text import Span

# What has happened, or goes on; the rest is only told to be coming, wanted, or denied.
HAPPENED = ("occurred", "ongoing")
Pair = tuple[str | None, str | None]


@dataclass(frozen=True)
class Telling:
    """One event as one record tells it.

    Attributes:
        article: Names the article; unlike its id, no other has this name.
        incident: Names the happening: all tellings with the same name tell the same one.
    """

    record: Record
    event: Event
    article: str
    incident: str

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The record's actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @property
    def day(self) -> str | None:
        """The first day that the event's words can mean; where they fix none, the day of the report; None without either."""
        date = self.event.date
        return full_day(date.start if date else None) or self.record.date

    def sentence(self) -> str:
        """The sentence that tells it."""
        return self.record.text[self.event.evidence.start : self.event.evidence.end]

    def span(self, actor: str | None, *, recipient: bool = False) -> Span | None:
        """The words that stand for this party in the sentence; None where the record does not say which do."""
        spans = self.event.recipient_spans if recipient and self.event.recipient_spans else self.event.actor_spans
        names = [mention for mention in self.record.mentions if mention.actor == actor]
        return next((span for span in spans if any(span.start < name.end and name.start < span.end for name in names)), None)


def tellings(record: Record, incidents: Mapping[str, str] | None = None) -> Iterator[Telling]:
    """The events of a record.

    Args:
        incidents: Names of the happenings by event id. An event without one is its own happening, together with those of the
            same record that are the `same_as` it.
    """
    known, article = incidents or {}, name_of(record)
    events = {event.id: event for event in record.events}
    for event in record.events:
        yield Telling(record, event, article, known.get(event.id) or f"{article}/{_root(event, events)}")


def name_of(record: Record) -> str:
    """A name for the article that no other has: several may have come under the same id."""
    return f"{record.id}/{hashlib.blake2b(record.text.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"


def _root(event: Event, events: Mapping[str, Event]) -> str:
    """The event that was told first; its id alone where a filter has taken it out."""
    root, seen = event, {event.id}
    while root.same_as and root.same_as not in seen:
        if root.same_as not in events:
            return root.same_as
        root = events[root.same_as]
        seen.add(root.id)
    return root.id


def pairs(event: Event, *, both_ways: bool = False) -> list[Pair]:
    """Who to whom: each actor with each recipient; None where the text names nobody.

    Args:
        both_ways: Whether parties that do it with each other are paired in both directions (as ICEWS and GDELT have it), or once
            each, in the order of the text.
    """
    if event.symmetric and len(event.actors) > 1:
        return list((permutations if both_ways else combinations)(event.actors, 2))
    found = product(event.actors or (None,), event.recipients or (None,))
    return [pair for pair in found if pair[0] != pair[1] or pair[0] is None]


def full_day(day: str | None) -> str | None:
    """An ISO day whose month or day may be cut off, as its first day; None for what is no day.

    Example:
        >>> full_day("2022-02")
        '2022-02-01'
    """
    full = f"{day}-01-01"[:10] if day and len(day) in (4, 7) else (day or "")[:10]
    return full if ISO_DAY.fullmatch(full) else None
