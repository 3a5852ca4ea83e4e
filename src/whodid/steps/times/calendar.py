"""Calendar arithmetic on TIMEX3 values: days, weeks, months, quarters, years, and the nearest day of a name."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from whodid.steps.times.anchors import AHEAD, PAST
from whodid.steps.times.words import load

# A day or month this far off in the clause's direction is read the other way where that is near:
# "the ruling that he must go by Jan. 14", written on Jan. 5.
FAR_DAYS, NEAR_DAYS = 290, 75
# A month without direction is a past one if no more than this many months have gone by.
OPEN_MONTHS_BACK = 8
# The month of a plan told in the past is a past one if no more than this many months have gone by.
PLANNED_MONTHS_BACK = 6
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d")
# "a million days ago" is a manner of speaking.
MAX_DAYS = 10_000
_VALUE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q(\d)|W(\d\d)|H(\d)|(SP|SU|FA|WI)))?")


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def week(day: date) -> str:
    """The ISO week of a day: "1998-W09"."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def quarter(day: date) -> int:
    """The calendar quarter of a day, 1 to 4."""
    return (day.month - 1) // 3 + 1


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months on."""
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def weekday(anchor: date, number: int, ahead: bool, *, strict: bool = False) -> date:
    """The last day of this name up to the anchor, or with `ahead` the next one from it; with `strict` never the anchor itself."""
    steps = (number - anchor.weekday()) % 7 if ahead else (anchor.weekday() - number) % 7
    if strict and not steps:
        steps = 7
    return anchor + timedelta(days=steps if ahead else -steps)


def month_year(anchor: date, month: int, direction: int) -> int:
    """The year of a month named without one."""
    back = (anchor.month - month) % 12
    ahead = direction == AHEAD or (direction != PAST and back > OPEN_MONTHS_BACK)
    if ahead:
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month)


def nearest_day(anchor: date, month: int, day: int, direction: int, weekday: int | None = None) -> date | None:
    """The day of a month named without a year: by the clause's direction, by the weekday if told, else the nearer one."""
    days = [found for year in range(anchor.year - 4, anchor.year + 5) if (found := day_or_none(year, month, day))]
    if weekday is not None:
        days = [found for found in days if found.weekday() == weekday] or days
    past = max((found for found in days if found <= anchor), default=None)
    coming = min((found for found in days if found >= anchor), default=None)
    if past is None or coming is None:
        return past or coming
    back, on = (anchor - past).days, (coming - anchor).days
    if direction == AHEAD:
        return past if on > FAR_DAYS and back < NEAR_DAYS else coming
    if direction == PAST:
        return coming if back > FAR_DAYS and on < NEAR_DAYS else past
    return past if back <= on * 2 else coming


def quarter_year(anchor: date, number: int, direction: int, *, reported: bool = False) -> int:
    """The year of a quarter named without one: the last that has begun, or ahead, the next that has not ended.

    With `reported`, a quarter just ended stays the one meant: "third-quarter profit will be lower", written in October.
    """
    just_ended = (quarter(anchor) - 2) % 4 + 1
    same_year = just_ended < quarter(anchor)
    if direction == AHEAD and not (number == just_ended and (reported or same_year)):
        return anchor.year + (number < quarter(anchor))
    return anchor.year - (number > quarter(anchor))


def season_year(anchor: date, season: str, direction: int) -> int:
    """The year of a season named without one; a winter has the year in which it begins."""
    first_month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    if direction == AHEAD:
        last_month = first_month + 2
        return anchor.year + (anchor.month > last_month)
    return anchor.year - (first_month > anchor.month)


def easter(year: int) -> date:
    """Easter Sunday of the western church (the anonymous Gregorian rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def holidays(entry: dict[str, Any], year: int) -> list[date]:
    """The days of a holiday in a year, by its entry in the lexicon: one, two of an Islamic feast in some years, none without a rule."""
    if "easter" in entry:
        return [easter(year) + timedelta(days=entry["easter"])]
    if "weekday" in entry:
        return [_nth_weekday(date(year, entry["month"], entry.get("from", 1)), entry["weekday"], entry["nth"])]
    if "day" in entry:
        return [date(year, entry["month"], entry["day"])]
    if "feast" in entry:
        return [day for day in load("feasts")[entry["feast"]] if day.year == year]
    return []


def _nth_weekday(first: date, number: int, nth: int) -> date:
    if nth < 0:
        return weekday(date(*add_months(first.year, first.month, 1), 1), number, ahead=False, strict=True)
    return weekday(first, number, ahead=True) + timedelta(weeks=nth - 1)


def nearest(days: list[date], anchor: date, direction: int) -> date | None:
    """Of some days the last up to the anchor, or ahead the next from it; without direction the nearer."""
    past = max((day for day in days if day <= anchor), default=None)
    coming = min((day for day in days if day >= anchor), default=None)
    if past is None or coming is None:
        return past or coming
    if direction and abs((coming if direction == AHEAD else past) - anchor).days <= FAR_DAYS:
        return coming if direction == AHEAD else past
    return past if anchor - past <= coming - anchor else coming


def day_of(value: str | None) -> date | None:
    """The day of a value that has one ("1998-08-07", "1998-08-07T10:35")."""
    match = _VALUE.match(value or "")
    return day_or_none(int(match[1]), int(match[2]), int(match[3])) if match and match[3] else None


def year_of(value: str | None) -> int | None:
    """The year of a value that has one."""
    match = _VALUE.match(value or "")
    return int(match[1]) if match else None


def shifted(value: str, number: int, unit: str) -> str | None:
    """A value so many units on or back, as exact as the unit: a year from a quarter is a quarter, from a month or day a year."""
    match = _VALUE.match(value)
    if match is None:
        return None
    year, month, season_quarter = int(match[1]), match[2], match[4]
    if unit in ("Y", "E", "C", "L"):
        return _years_on(year + number * {"Y": 1, "E": 10, "C": 100, "L": 1000}[unit], season_quarter)
    if unit == "Q" and season_quarter:
        total = year * 4 + int(season_quarter) - 1 + number
        return f"{total // 4}-Q{total % 4 + 1}"
    if unit == "M" and month:
        return "{}-{:02d}".format(*add_months(year, int(month), number))
    exact = day_of(value)
    if exact is None:
        return None
    return _days_on(exact, number, unit)


def _years_on(year: int, quarter_number: str | None) -> str | None:
    if not 1000 <= year <= 2999:
        return None
    return f"{year}-Q{quarter_number}" if quarter_number else str(year)


def _days_on(day: date, number: int, unit: str) -> str | None:
    if abs(number) > MAX_DAYS:
        return None
    if unit in ("D", "W", "2W"):
        moved = day + timedelta(days=number * {"D": 1, "W": 7, "2W": 14}[unit])
        return moved.isoformat() if unit == "D" else week(moved)
    if unit == "Q":
        return shifted(f"{day.year}-Q{quarter(day)}", number, "Q")
    if unit == "WE":
        return week(day + timedelta(weeks=number)) + "-WE"
    return None


def shifted_clock(value: str, number: float, unit: str) -> str | None:
    """A time with its clock ("1998-08-07T10:35") so many hours, minutes or seconds on or back; None where the value has no clock."""
    if not _CLOCK.fullmatch(value) or abs(number) > MAX_DAYS or unit == "TS":
        return None
    moved = datetime.fromisoformat(value) + timedelta(minutes=number * {"TH": 60, "TM": 1}[unit])
    return moved.isoformat(timespec="minutes")


def cut(value: str | None, unit: str) -> str | None:
    """The year, month, week or day in which a value lies; None where it is not that exact."""
    match = _VALUE.match(value or "")
    if match is None:
        return None
    if unit == "Y":
        return match[1]
    if unit == "M":
        return f"{match[1]}-{match[2]}" if match[2] else None
    exact = day_of(value)
    if exact is None:
        return value if unit == "Q" and match[4] else None
    return around(exact, unit)


def around(day: date, unit: str) -> str | None:
    """The value of the unit in which a day lies: its week, month, quarter, decade."""
    table = {"D": day.isoformat(), "W": week(day), "WE": week(day) + "-WE", "Q": f"{day.year}-Q{quarter(day)}", "E": str(day.year)[:3],
             "C": f"{str(day.year)[:2]}XX", "Y": str(day.year), "M": f"{day.year}-{day.month:02d}"}  # fmt: skip
    return table.get(unit)
