"""Happenings out of tellings: how often each was told, by how many articles and outlets, and which telling stands for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from whodid.export.telling import HAPPENED, Pair, Telling, pairs

Rank = tuple[bool, str, str, int]


@dataclass(slots=True)
class Incident:
    """What is known of one happening over all its tellings.

    Attributes:
        tellings: How often it was told, a second telling in the same article included.
        articles: Names of the articles that tell it.
        outlets: Outlets that tell it, as far as they are known.
        first: Day of the first report; None where no report has one.
        chosen: The telling that stands for it: article and event. What happened goes before what was only planned, then the
            earlier report, then the order of ids.
        pairs: Who did it to whom by that telling; what is mutual in both directions.
    """

    tellings: int = 0
    articles: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    first: str | None = None
    chosen: tuple[str, str] | None = None
    pairs: tuple[Pair, ...] = ()
    rank: Rank | None = None

    def add(self, telling: Telling) -> None:
        """Count one more telling."""
        record, event = telling.record, telling.event
        self.tellings += 1
        self.articles.add(telling.article)
        if record.source:
            self.outlets.add(record.source)
        if record.date and (self.first is None or record.date < self.first):
            self.first = record.date
        rank = (event.status not in HAPPENED, record.date or "9999", telling.article, event.trigger.start)
        if self.rank is None or rank < self.rank:
            self.rank, self.chosen = rank, (telling.article, event.id)
            self.pairs = tuple(pairs(event, both_ways=True))


class Incidents:
    """All happenings of some tellings, by name."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._incidents: dict[str, Incident] = {}
        for telling in tellings:
            self._incidents.setdefault(telling.incident, Incident()).add(telling)

    def __len__(self) -> int:
        return len(self._incidents)

    def of(self, telling: Telling) -> Incident:
        """The happening that it tells."""
        return self._incidents[telling.incident]

    def stands_for(self, telling: Telling) -> bool:
        """Whether this is the telling that stands for its happening."""
        return self.of(telling).chosen == (telling.article, telling.event.id)
