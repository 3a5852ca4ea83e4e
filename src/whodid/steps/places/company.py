"""The company a name keeps: what the other names of the article say for each country, division and neighbourhood."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from whodid.knowledge.gazetteer import Entry
from whodid.steps.places.toponyms import Toponym

# What a place gains where all other names lie in its country; and for each doubling of those in its division or near it.
COUNTRY_WEIGHT, DIVISION_WEIGHT, NEAR_WEIGHT = 4.5, 4.0, 3.0
# So many names of no country stand beside the others: one other name alone tells less than many of one country.
PRIOR = 0.5
# Company cannot make any hamlet likelier than a city of the same name.
MOST_SUPPORT = 12.0
# … and less in news that is at home nowhere: there a bare "Florida" is no village.
MOST_ABROAD = 7.0
# A place less likely than this is left out of what others see.
NEGLIGIBLE = 0.01
# A division in which most of its state lives: what else lies there says no more than that it lies in the state.
WIDE = frozenset({("GBR", "ENG")})
POINTS = frozenset({"town", "capital", "county", "landmark"})


@dataclass(slots=True)
class Name:
    """One name of the article in one use, with the places it may be and how likely each is.

    Attributes:
        words: The name, normalised.
        entries: The places of this name.
        containers: The area that the text puts it in, in all readings.
        contains: Whether the text puts another place in it ("Kell, Norland").
        toponyms: Where it stands.
        own: For each entry, what speaks for it without the company.
        shares: For each entry, how likely it is.
    """

    words: str
    entries: tuple[Entry, ...]
    containers: tuple[Entry, ...] = ()
    contains: bool = False
    toponyms: list[Toponym] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)

    def weigh(self, scores: list[float]) -> None:
        """Turn scores into shares of one."""
        top = max(scores)
        powers = [math.exp(score - top) for score in scores]
        whole = sum(powers)
        self.shares = [power / whole for power in powers]


class Company:
    """All names of the article together, each by its shares.

    Args:
        names: The names; each counts once, however often it stands.
        most: More than this nothing gains.
    """

    def __init__(self, names: list[Name], most: float = MOST_SUPPORT) -> None:
        self._count, self._most = len(names), most
        self._countries: dict[str | None, float] = defaultdict(float)
        self._divisions: dict[tuple[str | None, str | None], float] = defaultdict(float)
        self._cells: dict[tuple[int, int], float] = defaultdict(float)
        for name in names:
            for entry, share in zip(name.entries, name.shares, strict=True):
                if share > NEGLIGIBLE:
                    self._countries[entry.country] += share
                    self._divisions[entry.country, entry.division] += share
                    if entry.kind in POINTS:
                        self._cells[cell(entry)] += share

    def support(self, entry: Entry, name: Name) -> float:
        """What the others say for one place of a name."""
        others = self._count - 1
        if others < 1:
            return 0.0
        country, division, near = _own_part(entry, name)
        support = COUNTRY_WEIGHT * (self._countries.get(entry.country, 0.0) - country) / (others + PRIOR) if entry.country else 0.0
        if entry.division and (entry.country, entry.division) not in WIDE:
            in_division = self._divisions.get((entry.country, entry.division), 0.0) - division
            support += DIVISION_WEIGHT * math.log1p(max(0.0, in_division))
        return min(support + NEAR_WEIGHT * math.log1p(max(0.0, self._around(entry) - near)), self._most)

    def _around(self, entry: Entry) -> float:
        lat, lon = cell(entry)
        cells = self._cells
        return sum(cells.get((lat + dy, lon + dx), 0.0) for dy in (-1, 0, 1) for dx in (-1, 0, 1))


def _own_part(entry: Entry, name: Name) -> tuple[float, float, float]:
    """What the name itself has put in for this place's country, division and neighbourhood."""
    country = division = near = 0.0
    for other, share in zip(name.entries, name.shares, strict=True):
        if share <= NEGLIGIBLE:
            continue
        if other.country == entry.country:
            country += share
            if other.division == entry.division:
                division += share
        if other.kind in POINTS and are_close(other, entry):
            near += share
    return country, division, near


def cell(entry: Entry) -> tuple[int, int]:
    """The square of one degree in which a place lies."""
    return math.floor(entry.lat), math.floor(entry.lon)


def are_close(entry: Entry, other: Entry) -> bool:
    """Whether two places lie in the same square or in neighbouring ones."""
    (lat, lon), (other_lat, other_lon) = cell(entry), cell(other)
    return abs(lat - other_lat) <= 1 and abs(lon - other_lon) <= 1
