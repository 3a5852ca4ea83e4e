"""Days as far as they are told: from the first to the last that they can be."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

_EXACT = ("second", "minute", "hour", "day")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day that a telling can mean; `told` where its own words say so, else inferred from the article's date."""

    first: Date
    last: Date
    told: bool
    words: str | None = None

    @property
    def exact(self) -> bool:
        """Whether it is one day and no other."""
        return self.first == self.last


def days_of(told: Mapping[str, Any] | None) -> Days | None:
    """The days of an event's `date`; None where it has none, or one that no calendar has."""
    if not told or not (start := told.get("start")):
        return None
    try:
        first = _bound(start, last=False)
        last = first if told.get("granularity") in _EXACT else _bound(told.get("end") or start, last=True)
    except ValueError:
        return None
    return Days(first, max(first, last), told.get("text") is not None, told.get("text"))


# ISO 8601, possibly cut to a month or year.
def _bound(text: str, *, last: bool) -> Date:
    parts = [int(part) for part in text[:10].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    day = parts[2] if len(parts) > 2 else (calendar.monthrange(year, month)[1] if last else 1)
    return Date(year, month, day)


def gap(a: Days, b: Days) -> int:
    """How many days lie between two stretches; 0 where they meet."""
    return max(0, (a.first - b.last).days, (b.first - a.last).days)
