"""Confidence that can be relied on: of what carries 0.8, about four in five are right. Learned by logistic regression."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# Scores are taken to lie within, so that their logarithms are finite.
LEAST, MOST = 0.01, 0.99
ROUNDS = 100
# How strongly doubts are held to zero where few items carry them.
DAMPING = 3.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """From a score to the share of its kind that is right.

    Attributes:
        base: What everything starts from, in log odds.
        slope: What the score's log odds count; 0 would make scores mean nothing.
        doubts: What each doubt counts, in log odds.
    """

    base: float
    slope: float
    doubts: Mapping[str, float]

    def of(self, score: float, doubts: Iterable[str] = ()) -> float:
        """The confidence of a score, 0 to 1; doubts that are not known count nothing."""
        return chance_of(self.base + self.slope * log_odds(score) + sum(self.doubts.get(doubt, 0.0) for doubt in doubts))

    @classmethod
    def none(cls) -> Calibration:
        """One that leaves every score as it is."""
        return cls(0.0, 1.0, {})

    @classmethod
    def from_dict(cls, fields: Mapping[str, object]) -> Calibration:
        """Read back what `to_dict` gave. Raises ValueError where it is none."""
        doubts = fields.get("doubts")
        try:
            if not isinstance(doubts, dict):
                raise TypeError
            return cls(float(str(fields["base"])), float(str(fields["slope"])), {str(name): float(value) for name, value in doubts.items()})
        except (KeyError, TypeError, ValueError):
            raise ValueError('expected numbers under "base" and "slope", and a number for each of "doubts"') from None

    def to_dict(self) -> dict[str, object]:
        """As plain JSON values, rounded as far as they are known."""
        return {
            "base": round(self.base, 3),
            "slope": round(self.slope, 3),
            "doubts": {name: round(value, 3) for name, value in self.doubts.items()},
        }


def fit_calibration(scores: Sequence[float], right: Sequence[float], doubts: Sequence[Iterable[str]] = ()) -> Calibration:
    """Learn what scores, and doubts if there are any, say of being right.

    Args:
        scores: One score for each item, 0 to 1.
        right: Whether it is right: 1, 0, or a share between.
        doubts: The names of the doubts that each item carries.

    Raises:
        ValueError: Where there is nothing to learn from, or the lists differ in length.

    Example:
        >>> calibration = fit_calibration([0.9, 0.9, 0.9, 0.5, 0.5], [1, 1, 1, 1, 0])
        >>> calibration.of(0.9) > calibration.of(0.5)
        True
    """
    if not scores or len(scores) != len(right) or (doubts and len(doubts) != len(scores)):
        raise ValueError(f"{len(scores)} scores, {len(right)} right or wrong, {len(doubts)} lists of doubts; expected as many of each")
    held = [frozenset(some) for some in doubts] or [frozenset[str]()] * len(scores)
    names = sorted(frozenset[str]().union(*held))
    rows = [[1.0, log_odds(score), *(float(name in own) for name in names)] for score, own in zip(scores, held, strict=True)]
    base, slope, *found = _regression(rows, [float(one) for one in right])
    return Calibration(base, slope, dict(zip(names, found, strict=True)))


def _regression(rows: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Weights of a logistic regression by Newton's method; all but the first are held towards zero."""
    import numpy

    given, wanted = numpy.array(rows), numpy.array(right)
    damping = numpy.full(given.shape[1], DAMPING)
    damping[0] = DAMPING / 1000
    weights = numpy.zeros_like(damping)
    for _ in range(ROUNDS):
        chances = 1 / (1 + numpy.exp(-given @ weights))
        slope = damping * weights + given.T @ (chances - wanted)
        curve = numpy.diag(damping) + (given.T * (chances * (1 - chances))) @ given
        step = numpy.linalg.solve(curve, slope)
        weights -= step
        if numpy.abs(step).max() < 1e-9:
            break
    return [float(weight) for weight in weights]


def log_odds(score: float) -> float:
    """Of a chance of 0.5 none; of a chance near 0 or 1 not more than some five, down or up."""
    kept = min(MOST, max(LEAST, score))
    return math.log(kept / (1 - kept))


def chance_of(odds: float) -> float:
    """The chance that has these log odds."""
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
