"""Days as data write them; what fixes no day, or could mean two, is none."""

from __future__ import annotations

from datetime import date

import pytest

from whodid.reading.days import day_of

DAY = date(2022, 9, 15)


@pytest.mark.parametrize(
    "text",
    [
        "2022-09-15", "2022-09-15T23:59:00Z", "2022-09-15T23:30:00-05:00", "2022-09-15 10:00", "2022/9/15", "20220915", "20220915T101500Z",
        "Thu, 15 Sep 2022 23:10:00 -0500", "15 September 2022", "15th Sept. 2022, 10:00",
        "September 15, 2022", "Thursday, September 15, 2022",
        "Sept. 15, 2022 3:04 p.m. ET", "Sep 15 2022", "15-Sep-2022", "15/09/2022", "09/15/2022",
        "15.09.2022", "1663200000", "1663200000000",
    ],
)  # fmt: skip
def test_a_day(text):
    assert day_of(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["", "2022", "2022-09", "September 2022", "05/09/2022", "yesterday", "2022-W37-4", "2022-02-30", "31 Juin 2022", "0001-01-01",
     "12345678901234",
     "Updated September 15, 2022", "15 September 2022 and after"],
)  # fmt: skip
def test_no_day(text):
    assert day_of(text) is None


def test_where_both_readings_are_one_day():
    assert day_of("09/09/2022") == date(2022, 9, 9)
    assert day_of("05.09.2022") == date(2022, 9, 5)
