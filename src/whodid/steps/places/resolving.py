"""Which of the places of a name is meant: its own weight, the area the text puts it in, and the company it keeps in the article."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from whodid.article import Article
from whodid.knowledge.gazetteer import Entry, Gazetteer, normalise
from whodid.steps.places.outlet import Outlet, outlet_of
from whodid.steps.places.toponyms import AREAS, Toponym

WEIGHTS = {
    "population": 0.8, "country": 3.5, "capital": 1.0, "division": 1.5, "county": -1.0, "region": 5.0, "alternate": -2.5, "container": 2.5,
    "in division": 6.0, "in country": 5.0, "company country": 4.0, "company division": 4.0, "company near": 3.0,
    "outlet country": 1.0, "outlet home": 4.0, "told": 6.0, "american": 0.3,
}  # fmt: skip
# Rounds in which each name is weighed again by what the others have become.
ROUNDS = 2
# Of a name with more places than this, only the most populous are weighed.
MOST_CANDIDATES = 60
# Below this share for the best place, nothing tells which is meant.
DOUBT = 0.0


@dataclass(slots=True)
class Name:
    """One name of the article in one use, with the places it may be and how likely each is."""

    words: str
    entries: tuple[Entry, ...]
    containers: tuple[Entry, ...]
    contains: bool
    toponyms: list[Toponym] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    weight: float = 1.0


def resolve(toponyms: list[Toponym], article: Article, gazetteer: Gazetteer) -> dict[int, Entry]:
    """The place of each toponym that can be told, by the toponym's identity."""
    names = _names(toponyms)
    outlet = outlet_of(article, gazetteer)
    for name in names:
        name.own = [_own_score(entry, name, outlet) for entry in name.entries]
        name.shares = _softmax(name.own)
    told = _told(names)
    for _ in range(ROUNDS):
        company = _Company(names, outlet)
        updated = [_softmax([own + company.score(entry, name) + told.get((name.words, entry), 0.0) for own, entry in zip(name.own, name.entries, strict=True)]) for name in names]
        for name, shares in zip(names, updated, strict=True):
            name.shares = shares
    return {id(toponym): entry for name in names if (entry := _best(name)) is not None for toponym in name.toponyms}


def _names(toponyms: list[Toponym]) -> list[Name]:
    containing = {id(entry) for toponym in toponyms for entry in toponym.containers}
    found: dict[tuple[str, tuple[Entry, ...], bool], Name] = {}
    for toponym in toponyms:
        if not toponym.entries:
            continue
        contains = any(id(entry) in containing for entry in toponym.entries) and _contains(toponym, toponyms)
        words = normalise(toponym.span.text)
        key = (words, toponym.containers, contains)
        if key not in found:
            found[key] = Name(words, toponym.entries[:MOST_CANDIDATES], toponym.containers, contains)
        found[key].toponyms.append(toponym)
    return list(found.values())


def _contains(toponym: Toponym, toponyms: list[Toponym]) -> bool:
    return any(0 < toponym.span.start - other.span.end <= 5 and set(other.containers) & set(toponym.entries) for other in toponyms)


def _features(entry: Entry, name: Name, outlet: Outlet) -> Iterable[tuple[str, float]]:
    yield "population", math.log10(entry.population + 10)
    if entry.kind in ("country", "capital", "division", "county"):
        yield entry.kind, 1.0
    elif entry.kind != "town":
        yield "region", 1.0
    if entry.alternate:
        yield "alternate", 1.0
    if entry.country == "USA":
        yield "american", 1.0
    if name.contains and entry.kind in AREAS:
        yield "container", 1.0
    for container in name.containers:
        if entry.country == container.country and entry.kind != "country" and container.country:
            if container.kind == "country":
                yield "in country", 1.0
            elif entry.division == container.division:
                yield "in division", 1.0
            break
    if outlet.country == entry.country and outlet.country:
        yield "outlet country", 1.0
    if entry in outlet.home:
        yield "outlet home", 1.0


def _own_score(entry: Entry, name: Name, outlet: Outlet) -> float:
    return sum(WEIGHTS[feature] * value for feature, value in _features(entry, name, outlet))


def _told(names: list[Name]) -> dict[tuple[str, Entry], float]:
    """Places that the article told outright: "Paris, Texas" once is Paris, Texas throughout."""
    told = {}
    for name in names:
        if name.containers and name.entries:
            best = max(range(len(name.entries)), key=name.shares.__getitem__)
            if any(_lies_in(name.entries[best], container) for container in name.containers):
                told[name.words, name.entries[best]] = WEIGHTS["told"]
    return told


def _lies_in(entry: Entry, container: Entry) -> bool:
    if entry.country != container.country or entry.kind == "country":
        return False
    return container.kind == "country" or entry.division == container.division


class _Company:
    """What the other names of the article say for a place: its country, its division, its neighbourhood."""

    def __init__(self, names: list[Name], outlet: Outlet) -> None:
        self.countries: dict[str | None, float] = defaultdict(float)
        self.divisions: dict[tuple[str | None, str | None], float] = defaultdict(float)
        self.cells: dict[tuple[int, int], float] = defaultdict(float)
        self.total = 0.0
        for name in names:
            self._add(name, 1.0)
        if outlet.home:
            self._add(Name("", outlet.home, (), False, shares=_softmax([math.log10(entry.population + 10) for entry in outlet.home])), 1.0)

    def _add(self, name: Name, sign: float) -> None:
        self.total += sign
        for entry, share in zip(name.entries, name.shares, strict=True):
            if share > 0.01:
                self.countries[entry.country] += sign * share
                if entry.division:
                    self.divisions[entry.country, entry.division] += sign * share
                if entry.kind in ("town", "capital", "county", "landmark"):
                    self.cells[_cell(entry)] += sign * share

    def score(self, entry: Entry, name: Name) -> float:
        """The support for one place of a name, without what the name itself gives."""
        others = max(self.total - 1.0, 0.0)
        if others < 0.5:
            return 0.0
        own = own_division = own_cell = 0.0
        for other, share in zip(name.entries, name.shares, strict=True):
            if share > 0.01:
                own += share * (other.country == entry.country)
                own_division += share * (other.country == entry.country and other.division == entry.division)
                own_cell += share * (other.kind in ("town", "capital", "county", "landmark") and _close(_cell(other), _cell(entry)))
        score = 0.0
        if entry.country:
            score += WEIGHTS["company country"] * (self.countries[entry.country] - own) / others
        if entry.division:
            score += WEIGHTS["company division"] * math.log1p(max(0.0, self.divisions[entry.country, entry.division] - own_division))
        lat, lon = _cell(entry)
        near = sum(self.cells.get((lat + dy, lon + dx), 0.0) for dy in (-1, 0, 1) for dx in (-1, 0, 1)) - own_cell
        return score + WEIGHTS["company near"] * math.log1p(max(0.0, near))


def _cell(entry: Entry) -> tuple[int, int]:
    """A square of one degree."""
    return math.floor(entry.lat), math.floor(entry.lon)


def _close(cell: tuple[int, int], other: tuple[int, int]) -> bool:
    return abs(cell[0] - other[0]) <= 1 and abs(cell[1] - other[1]) <= 1


def _softmax(scores: list[float]) -> list[float]:
    top = max(scores, default=0.0)
    powers = [math.exp(score - top) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


def _best(name: Name) -> Entry | None:
    best = max(range(len(name.entries)), key=name.shares.__getitem__)
    return name.entries[best] if name.shares[best] >= DOUBT else None
