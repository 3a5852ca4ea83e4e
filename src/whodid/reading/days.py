"""Days as data and pages write them. What can be read in two ways, or fixes no day, is none: nothing is guessed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from datetime import date as Date

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s,])")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}(?:\.\d+)?Z?)?")
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun|Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[A-Za-z]*\.?,?\s+)?"
_CLOCK = r"(?:,?\s+(?:at\s+|-\s+|–\s+|\|\s+)?\d{1,2}[:.]\d\d.*|\s*\d{1,2}\s?[ap]\.?m.*)?"
_DAY_MONTH = re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}}){_CLOCK}")
_MONTH_DAY = re.compile(rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}")
_NUMBERS = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){_CLOCK}")
_STAMP = re.compile(r"\d{10}|\d{13}")
# Earlier years are what programs write for "unknown".
_FIRST_YEAR = 1600
# Unix seconds from 1990 to 2100; other numbers are no moments.
_FIRST, _LAST = 631_152_000, 4_102_444_800


def day_of(text: str) -> Date | None:
    """The day that a text states by itself; None where it states none, or could mean two.

    Of a moment with an offset it is the day at that place: "2024-03-04T23:30:00-05:00" is the 4th. "05/09/2022" could be May or
    September and is none, "15/09/2022" is a day. Years, months and words such as "yesterday" fix no day.

    Example:
        >>> day_of("Thu, 15 Sep 2022 23:10:00 -0500")
        datetime.date(2022, 9, 15)
    """
    text = " ".join(text.split())
    if not 6 <= len(text) <= 60:
        return None
    if _STAMP.fullmatch(text):
        return _by_stamp(int(text))
    if match := _ISO.match(text) or _COMPACT.fullmatch(text):
        return _valid(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text):
        month = _MONTHS.get(match["month"][:3].lower())
        return _valid(int(match["year"]), month, int(match["day"])) if month else None
    if match := _NUMBERS.fullmatch(text):
        return _by_numbers(int(match[1]), int(match[3]), int(match[4]), match[2])
    return None


def _by_numbers(first: int, second: int, year: int, mark: str) -> Date | None:
    day_first, month_first = _valid(year, second, first), _valid(year, first, second)
    if day_first and month_first and day_first != month_first and mark != ".":
        return None
    return day_first if mark == "." else day_first or month_first


def _by_stamp(number: int) -> Date | None:
    seconds = number // 1000 if number > 10**11 else number
    if not _FIRST <= seconds <= _LAST:
        return None
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()


def _valid(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day) if year >= _FIRST_YEAR else None
    except ValueError:
        return None
