"""Days that the values of time expressions cover, and days so long before another."""

from __future__ import annotations

import calendar
import re
from datetime import date as Date
from datetime import timedelta

from whodid.record import EventDate, Granularity, Time

_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART_OF_YEAR = re.compile(r"(\d{4})-(Q[1-4X]|H[12]|SP|SU|FA|WI)$")
_DECADE = re.compile(r"(\d{3})X?$")
_CENTURY = re.compile(r"(\d\d)(?:XX)?$")
# First month, number of months. A season is told loosely, and "the quarter" (QX) may be any of its year.
_PARTS_OF_YEAR: dict[str, tuple[int, int, Granularity]] = {
    "Q1": (1, 3, "quarter"), "Q2": (4, 3, "quarter"), "Q3": (7, 3, "quarter"), "Q4": (10, 3, "quarter"), "QX": (1, 12, "year"),
    "H1": (1, 6, "span"), "H2": (7, 6, "span"), "SP": (3, 3, "span"), "SU": (6, 3, "span"), "FA": (9, 3, "span"), "WI": (12, 3, "span"),
}  # fmt: skip


def event_date(time: Time) -> EventDate | None:
    """A TIMEX3 date as first and last day with its granularity; None where the value names no days (PAST_REF, P3D)."""
    value = time.value or ""
    days = _days(value)
    if days is None:
        return None
    first, last, granularity = days
    return EventDate(first.isoformat(), last.isoformat(), granularity, time.text)


def _days(value: str) -> tuple[Date, Date, Granularity] | None:
    try:
        if match := _VALUE.match(value):
            year, month, day = (int(part) if part else 0 for part in match.groups())
            if day:
                return Date(year, month, day), Date(year, month, day), "day"
            return (*_months(year, month, 1), "month") if month else (*_months(year, 1, 12), "year")
        if match := _WEEK.match(value):
            monday = Date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6), "week"
        if match := _PART_OF_YEAR.match(value):
            first, count, granularity = _PARTS_OF_YEAR[match[2]]
            return (*_months(int(match[1]), first, count), granularity)
        if match := _DECADE.match(value):
            return Date(int(match[1]) * 10, 1, 1), Date(int(match[1]) * 10 + 9, 12, 31), "decade"
        if match := _CENTURY.match(value):
            return Date(int(match[1]) * 100, 1, 1), Date(int(match[1]) * 100 + 99, 12, 31), "century"
    except ValueError:
        return None
    return None


def _months(year: int, first: int, count: int) -> tuple[Date, Date]:
    """First and last day of so many months; a winter ends in the year after."""
    year_after, last = divmod(first + count - 2, 12)
    last_year, last_month = year + year_after, last + 1
    return Date(year, first, 1), Date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def before(day: Date, count: int, unit: str) -> str:
    """The TIMEX3 value of so many days, weeks, months or years before a day."""
    if unit in "DW":
        back = day - timedelta(days=count * (7 if unit == "W" else 1))
        return back.isoformat() if unit == "D" else "{}-W{:02}".format(*back.isocalendar()[:2])
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "Y" else 1)
    return f"{months // 12}" if unit == "Y" else f"{months // 12}-{months % 12 + 1:02}"
