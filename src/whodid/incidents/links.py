"""What links two articles or two tellings: a score, and in words what it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A pair with its score; `reasons` explain it, the weightiest first. `a` comes before `b` in the order of keys."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...] = ()
