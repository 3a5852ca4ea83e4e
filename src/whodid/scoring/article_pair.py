"""One article's gold beside its record, and what is counted of the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from whodid.record import Actor, Record
from whodid.scoring.coded_articles import GoldArticle
from whodid.scoring.figures import Judged, Miss, MissKind, Stretch, miss


@dataclass
class Tally:
    """What is counted over the articles of a set."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)


@dataclass(frozen=True)
class Pair:
    """One article's gold and record; `record` is None where the article could not be coded."""

    gold: GoldArticle
    record: Record | None
    tally: Tally

    @property
    def text(self) -> str:
        """The article's text."""
        return self.gold.article.text

    @property
    def actors(self) -> dict[str, Actor]:
        """The record's actors by id."""
        return {actor.id: actor for actor in self.record.actors} if self.record else {}

    def note(
        self, kind: MissKind, place: tuple[str, str], cause: str, gold: Iterable[Stretch], coded: Iterable[Stretch], *says: str
    ) -> None:
        """Keep a miss."""
        both = (says[0], says[1]) if len(says) == 2 else ("", "")
        self.tally.misses.append(miss(kind, place, cause, (self.gold.article.id, self.text), (gold, coded), both))
