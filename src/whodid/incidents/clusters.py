"""Groups from links: average linkage, so that one good pair draws no two groups together, and what was decided by hand holds.

The groups are a function of the members, their links and the decisions: no order matters, ties are broken by key.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field

from whodid.incidents.decisions import Decided, undecided
from whodid.incidents.links import Link

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linkage:
    """When two groups are joined: while their average pair is at least `bar`; a pair without a link counts as `absent`."""

    bar: float
    absent: float


def cluster(members: Iterable[str], links: Iterable[Link], linkage: Linkage, decided: Decided | None = None) -> list[Group]:
    """Group members by their links; each member is in exactly one group. Groups and members are in order of key.

    Args:
        members: Keys of all that are to be grouped.
        links: Links between them; those to others are left aside.
        linkage: When groups are joined.
        decided: What was decided by hand: pairs that are together, and pairs that are not, whatever the links say.
    """
    table = _Table(members, links, linkage, decided or undecided())
    table.join()
    return sorted(tuple(sorted(group)) for group in table.groups.values())


def pieces(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[Group]:
    """The connected pieces: all that hang together by some chain of pairs. In order of key."""
    chief = {member: member for member in members}

    def find(member: str) -> str:
        while chief[member] != member:
            chief[member] = chief[chief[member]]
            member = chief[member]
        return member

    for a, b in pairs:
        if a in chief and b in chief:
            first, second = sorted((find(a), find(b)))
            chief[second] = first
    found: dict[str, list[str]] = {}
    for member in sorted(chief):
        found.setdefault(find(member), []).append(member)
    return sorted(tuple(piece) for piece in found.values())


@dataclass(slots=True)
class _Sum:
    """The links between two groups: their sum and number."""

    total: float = 0.0
    links: int = 0

    def add(self, other: _Sum) -> None:
        self.total += other.total
        self.links += other.links


@dataclass(slots=True)
class _Table:
    """Groups under way, each under its first key, with the sums of the links between them."""

    groups: dict[str, list[str]] = field(default_factory=dict)
    sums: dict[str, dict[str, _Sum]] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=dict)
    linkage: Linkage = field(default=Linkage(0.0, 0.0))

    def __init__(self, members: Iterable[str], links: Iterable[Link], linkage: Linkage, decided: Decided) -> None:
        self.linkage = linkage
        self.groups = {member: [member] for member in members}
        self.sums = {member: {} for member in self.groups}
        self.apart = {member: set() for member in self.groups}
        for link in sorted(links, key=lambda link: (link.a, link.b)):
            if link.a in self.groups and link.b in self.groups:
                self.sums[link.a][link.b] = self.sums[link.b][link.a] = _Sum(link.score, 1)
        self._obey(decided)

    def _obey(self, decided: Decided) -> None:
        at = {member: member for member in self.groups}
        for together in decided.together:
            present = sorted({at[member] for member in together if member in at})
            for other in present[1:]:
                self._merge(present[0], other)
                at.update(dict.fromkeys(self.groups[present[0]], present[0]))
        for a, b in decided.apart:
            if a in at and b in at and at[a] != at[b]:
                self.apart[at[a]].add(at[b])
                self.apart[at[b]].add(at[a])

    def join(self) -> None:
        heap = [self._entry(a, b) for a, others in self.sums.items() for b in others if a < b]
        heapq.heapify(heap)
        while heap:
            negative, a, b, sizes = heapq.heappop(heap)
            if -negative < self.linkage.bar:
                return
            if a not in self.groups or b not in self.groups or sizes != self._sizes(a, b) or b in self.apart[a]:
                continue
            self._merge(a, b)
            for other in self.sums[a]:
                heapq.heappush(heap, self._entry(*sorted((a, other))))

    def _sizes(self, a: str, b: str) -> tuple[int, int]:
        return len(self.groups[a]), len(self.groups[b])

    def _entry(self, a: str, b: str) -> tuple[float, str, str, tuple[int, int]]:
        found, pairs = self.sums[a][b], len(self.groups[a]) * len(self.groups[b])
        average = (found.total + self.linkage.absent * (pairs - found.links)) / pairs
        # Rounded, so that the order of summing cannot decide between equals.
        return -round(average, 9), a, b, self._sizes(a, b)

    def _merge(self, a: str, b: str) -> None:
        self.groups[a] += self.groups.pop(b)
        for other, found in self.sums.pop(b).items():
            del self.sums[other][b]
            if other != a:
                self.sums[a].setdefault(other, _Sum()).add(found)
                self.sums[other][a] = self.sums[a][other]
        for other in self.apart.pop(b):
            self.apart[other].discard(b)
            self.apart[other].add(a)
            self.apart[a].add(other)
