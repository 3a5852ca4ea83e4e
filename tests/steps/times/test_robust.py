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
    "every other third Tuesday twice a week per day daily in in in for for",
)


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("anchor", [None, date(2024, 2, 29), date.min, date.max], ids=str)
def test_odd_texts(text: str, anchor: date | None, parser: Parser) -> None:
    times = find_times(parse(Article(text), parser), anchor)
    assert all(text[time.start : time.end] == time.text for time in times)
    assert all(before.end <= after.start for before, after in zip(times, times[1:], strict=False))
