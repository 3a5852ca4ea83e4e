"""Days of TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest

from whodid.record import Time
from whodid.steps.events.days import before, event_date


@pytest.mark.parametrize(
    ("value", "start", "end", "granularity"),
    [
        ("2022-09-15", "2022-09-15", "2022-09-15", "day"),
        ("2022-09-15TMO", "2022-09-15", "2022-09-15", "day"),
        ("2022-02", "2022-02-01", "2022-02-28", "month"),
        ("2020", "2020-01-01", "2020-12-31", "year"),
        ("2019-W46", "2019-11-11", "2019-11-17", "week"),
        ("2019-W46-WE", "2019-11-16", "2019-11-17", "week"),
        ("1998-Q3", "1998-07-01", "1998-09-30", "quarter"),
        ("1998-QX", "1998-01-01", "1998-12-31", "year"),
        ("2023-H1", "2023-01-01", "2023-06-30", "span"),
        ("2023-H2", "2023-07-01", "2023-12-31", "span"),
        ("2020-SU", "2020-06-01", "2020-08-31", "span"),
        ("2020-SP", "2020-03-01", "2020-05-31", "span"),
        ("2020-FA", "2020-09-01", "2020-11-30", "span"),
        ("2019-WI", "2019-12-01", "2020-02-29", "span"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("18XX", "1800-01-01", "1899-12-31", "century"),
        ("2022-09-15T10:35", "2022-09-15", "2022-09-15", "day"),
        ("2022-09-15T24:00", "2022-09-15", "2022-09-15", "day"),
    ],
)
def test_value_covers_its_days(value: str, start: str, end: str, granularity: str) -> None:
    found = event_date(Time(0, 5, "words", "DATE", value))
    assert found is not None
    assert (found.start, found.end, found.granularity, found.text) == (start, end, granularity, "words")


@pytest.mark.parametrize(
    "value", ["PAST_REF", "P3D", "2022-13", "2022-02-30", "", "XXXX-WXX-5", "BC1200", "2020-W60", "2020-Q5", "2020-H3", "PXD"]
)
def test_value_without_days_gives_none(value: str) -> None:
    assert event_date(Time(0, 5, "words", "DATE", value)) is None


@pytest.mark.parametrize(
    ("count", "unit", "value"), [(2, "D", "2024-02-28"), (1, "W", "2024-W08"), (3, "M", "2023-12"), (2, "Y", "2022"), (14, "M", "2023-01")]
)
def test_so_long_before_a_day(count: int, unit: str, value: str) -> None:
    assert before(date(2024, 3, 1), count, unit) == value
