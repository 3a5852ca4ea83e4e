"""What people decide about incidents: these tellings are of one happening, those are not. It holds on every later run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Literal

Kind = Literal["join", "split"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision by hand.

    A join says that all tellings on both sides are of one happening; a split, that no telling on the left is of the happening that
    those on the right are of. Where decisions contradict each other, the one with the higher number holds.
    """

    number: int
    kind: Kind
    left: tuple[str, ...]
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """What all decisions together say: sets that are together, and pairs that are apart."""

    together: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, str], ...]


def undecided() -> Decided:
    """Nothing was decided."""
    return Decided((), ())


def decide(decisions: Iterable[Decision]) -> Decided:
    """Settle the decisions, the newest first: what contradicts a newer one falls away."""
    unions = _Unions()
    apart: set[tuple[str, str]] = set()
    for decision in sorted(decisions, key=lambda decision: -decision.number):
        if decision.kind == "split":
            pairs = product(decision.left, decision.right)
            apart |= {tuple(sorted(pair)) for pair in pairs if unions.of(pair[0]) != unions.of(pair[1])}  # type: ignore[misc]
            continue
        members = (*decision.left, *decision.right)
        for other in members[1:]:
            if not _split(unions, members[0], other, apart):
                unions.join(members[0], other)
    return Decided(unions.sets(), tuple(sorted(apart)))


def _split(unions: _Unions, a: str, b: str, apart: set[tuple[str, str]]) -> bool:
    one, two = unions.members(a), unions.members(b)
    return any((x in one and y in two) or (x in two and y in one) for x, y in apart)


class _Unions:
    """Sets of tellings that are together."""

    def __init__(self) -> None:
        self._sets: dict[str, frozenset[str]] = {}

    def members(self, member: str) -> frozenset[str]:
        return self._sets.get(member, frozenset((member,)))

    def of(self, member: str) -> str:
        return min(self.members(member))

    def join(self, a: str, b: str) -> None:
        union = self.members(a) | self.members(b)
        self._sets.update(dict.fromkeys(union, union))

    def sets(self) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted({tuple(sorted(union)) for union in self._sets.values() if len(union) > 1}))
