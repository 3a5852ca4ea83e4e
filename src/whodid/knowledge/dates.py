"""Days, and dates cut to a month or a year: "2022-09" stands for any day of that month."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_FORM = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@lru_cache(maxsize=1 << 14)
def is_date(text: str) -> bool:
    """Whether the text is an ISO date, whole or cut to a month or a year."""
    return _FORM.fullmatch(text) is not None


def covers(start: str | None, end: str | None, day: date) -> bool:
    """Whether a day lies within two dates, both inclusive; a cut date counts as its whole month or year, None as open.

    Example:
        >>> covers("2010-05", "2012", date(2012, 11, 3))
        True
    """
    text = day.isoformat()
    return (start is None or start <= text) and (end is None or text[: len(end)] <= end)


def is_after(later: str, earlier: str) -> bool:
    """Whether one date is certainly after the other: compared only as far as both are known."""
    known = min(len(later), len(earlier))
    return later[:known] > earlier[:known]
