"""Whether confidence can be relied on: of what was coded with a confidence, how much is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from whodid.scoring.figures import Judged

EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
# What a user may rely on: from here on.
SURE = 0.8


@dataclass(frozen=True, slots=True)
class Bin:
    """What was coded with a confidence from `low` up to `high`: how many, their mean confidence, the share that is right."""

    low: float
    high: float
    n: int
    confidence: float
    right: float


def reliability(judged: Sequence[Judged]) -> list[Bin]:
    """A bin for each stretch of confidence that has anything in it, and a last one of all that is sure (0.8 and more)."""
    pairs = [*zip(EDGES, EDGES[1:], strict=False), (SURE, EDGES[-1])]
    bins = (_bin(low, high, [one for one in judged if low <= one.confidence and _below(one.confidence, high)]) for low, high in pairs)
    return [one for one in bins if one is not None]


def _below(confidence: float, high: float) -> bool:
    return confidence < high or confidence == high == EDGES[-1]


def _bin(low: float, high: float, judged: Iterable[Judged]) -> Bin | None:
    some = list(judged)
    return Bin(low, high, len(some), fmean(one.confidence for one in some), fmean(one.right for one in some)) if some else None
