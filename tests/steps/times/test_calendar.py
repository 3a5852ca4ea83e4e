from datetime import date

import pytest

from whodid.steps.times import calendar
from whodid.steps.times.anchors import AHEAD, OPEN, PAST
from whodid.steps.times.words import load

FRIDAY = date(2022, 9, 16)


def holiday(name: str, year: int) -> date | None:
    entry = next(entry for entry in load("holidays") if name in entry["names"])
    return next(iter(calendar.holidays(entry, year)), None)


def test_weekday_takes_the_anchor_itself() -> None:
    assert calendar.weekday(FRIDAY, 4, ahead=False) == calendar.weekday(FRIDAY, 4, ahead=True) == FRIDAY


def test_strict_weekday_does_not() -> None:
    assert calendar.weekday(FRIDAY, 4, ahead=False, strict=True) == date(2022, 9, 9)
    assert calendar.weekday(FRIDAY, 4, ahead=True, strict=True) == date(2022, 9, 23)


@pytest.mark.parametrize(
    ("month", "direction", "year"),
    [
        (10, AHEAD, 2022),
        (10, PAST, 2021),
        (2, AHEAD, 2023),
        (2, PAST, 2022),
        (9, AHEAD, 2022),
        (9, PAST, 2022),
        (10, OPEN, 2022),
        (7, OPEN, 2022),
    ],
)
def test_year_of_a_bare_month(month: int, direction: int, year: int) -> None:
    assert calendar.month_year(FRIDAY, month, direction) == year


def test_far_day_is_read_the_near_way() -> None:
    assert calendar.nearest_day(date(2000, 1, 5), 1, 14, PAST) == date(2000, 1, 14)
    assert calendar.nearest_day(date(2000, 1, 5), 12, 24, AHEAD) == date(1999, 12, 24)


def test_weekday_settles_the_year() -> None:
    assert calendar.nearest_day(FRIDAY, 5, 3, PAST, weekday=0) == date(2021, 5, 3)


def test_leap_day_without_year() -> None:
    assert calendar.nearest_day(FRIDAY, 2, 29, PAST) == date(2020, 2, 29)
    assert calendar.day_or_none(2021, 2, 29) is None


@pytest.mark.parametrize(
    ("value", "number", "unit", "result"),
    [
        ("2021-05-03", 1, "D", "2021-05-04"),
        ("1989-Q3", -1, "Y", "1988-Q3"),
        ("1998-03", -1, "Y", "1997"),
        ("2021-11", 3, "M", "2022-02"),
        ("2022-09-16", -1, "W", "2022-W36"),
        ("1989-Q1", -1, "Q", "1988-Q4"),
        ("2014", 1, "Y", "2015"),
        ("2014", 1, "D", None),
        ("PAST_REF", 1, "Y", None),
    ],
)
def test_shifted(value: str, number: int, unit: str, result: str | None) -> None:
    assert calendar.shifted(value, number, unit) == result


def test_an_islamic_feast_may_fall_twice_in_a_year() -> None:
    assert calendar.holidays({"feast": "eid_al_fitr"}, 2000) == [date(2000, 1, 8), date(2000, 12, 27)]


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2022, date(2022, 11, 24)),
        ("easter", 2022, date(2022, 4, 17)),
        ("memorial day", 2022, date(2022, 5, 30)),
        ("election day", 2022, date(2022, 11, 8)),
        ("labor day", 2022, date(2022, 9, 5)),
        ("ramadan", 2022, None),
        ("eid al - fitr", 2022, date(2022, 5, 2)),
        ("rosh hashanah", 2022, date(2022, 9, 26)),
        ("nowruz", 2022, date(2022, 3, 21)),
    ],
)
def test_holidays(name: str, year: int, day: date | None) -> None:
    assert holiday(name, year) == day


def test_quarter_just_ended_is_the_one_reported() -> None:
    assert calendar.quarter_year(date(1989, 10, 26), 3, AHEAD, reported=True) == 1989
    assert calendar.quarter_year(date(1989, 10, 26), 1, AHEAD) == 1990
    assert calendar.quarter_year(date(1990, 1, 26), 4, PAST) == 1989
