"""Odd texts and odd anchors: no error, words at their offsets, no two times overlapping."""

from __future__ import annotations

from datetime import date

import pytest

from whodid.article import Article
from whodid.steps.parsing import Parser, parse
from whodid.steps.times import find_times

pytestmark = pytest.mark.model
ODD = (
    "Feb. 30 2022-02-31 31/31/99 at 25:00, the 45th of May",
    "1,000,000,000 weeks ago, a million days later, next last this of the year of years",
    "Thanksgiving Easter Sunday tomorrow tonight the next day two days earlier",
    "first half of the third quarter of the second half of the '80s's",
    "– — … “Monday” ‘’ 10:35:20 a.m. GMT EST p.m. o'clock noon midnight",
    "1,000,000,000,000 years ago today, two years ago Friday, the day after, the week before last, Friday of that year, May next week",
    "the day before the day before yesterday, the year after next after the year before, 2014-13-2015-2090, to May and June 31, 2015",
    "9/11 9/11/2001 following Sept. 11 attacks following, the early hours of the wee hours of Friday morning Friday last week",
    "every other third Tuesday twice a week per day daily in in in for for",
)


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("anchor", [None, date(2024, 2, 29), date.min, date.max], ids=str)
def test_odd_texts(text: str, anchor: date | None, parser: Parser) -> None:
    times = find_times(parse(Article(text), parser), anchor)
    assert all(text[time.start : time.end] == time.text for time in times)
    assert all(before.end <= after.start for before, after in zip(times, times[1:], strict=False))
