"""Stretches of text compared: overlap, and pairing off one to one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from whodid.record import Place, Time
from whodid.scoring.figures import Stretch

WORD = re.compile(r"\w+")
S = TypeVar("S", Time, Place)


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether the two share at least one character."""
    return max(one[0], other[0]) < min(one[1], other[1])


def words(text: str) -> set[str]:
    """The text's words in lower case, each once."""
    return {word.lower() for word in WORD.findall(text)}


def once(items: Iterable[S]) -> list[S]:
    """The items, the first alone of those that stand at the same words."""
    kept: dict[Stretch, S] = {}
    for item in items:
        kept.setdefault((item.start, item.end), item)
    return list(kept.values())


def pair_off(gold: Sequence[Stretch], coded: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Pairs of indices of overlapping stretches, each in one pair at most: the same stretches first, then by shared characters."""
    candidates = [
        (one != other, -shared, abs(one[0] - other[0]) + abs(one[1] - other[1]), n, m)
        for n, one in enumerate(gold)
        for m, other in enumerate(coded)
        if (shared := min(one[1], other[1]) - max(one[0], other[0])) > 0
    ]
    left, right, pairs = set[int](), set[int](), list[tuple[int, int]]()
    for *_, n, m in sorted(candidates):
        if n not in left and m not in right:
            left.add(n)
            right.add(m)
            pairs.append((n, m))
    return sorted(pairs)
