"""Days within dates that may be cut."""

from __future__ import annotations

from datetime import date

import pytest

from whodid.knowledge import covers
from whodid.knowledge.dates import is_after, is_date

DAY = date(2012, 5, 31)


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [
        (None, None, True),
        ("2012-05-31", "2012-05-31", True),
        ("2012-05", None, True),
        ("2012", "2012", True),
        (None, "2012-05", True),
        ("2012-06", None, False),
        ("2013", None, False),
        (None, "2012-05-30", False),
        (None, "2011", False),
    ],
)
def test_ends_are_inclusive_and_cut_dates_whole(start: str | None, end: str | None, inside: bool) -> None:
    assert covers(start, end, DAY) is inside


def test_after_is_certain_only_as_far_as_both_are_known() -> None:
    assert is_after("2012-06", "2012-05-31")
    assert not is_after("2012", "2012-05-31")
    assert not is_after("2012-05-31", "2012")


def test_what_is_a_date() -> None:
    assert all(map(is_date, ("2012", "2012-05", "2012-05-31")))
    assert not any(map(is_date, ("", "12", "2012-13", "2012-05-32", "May 2012", "2012-5")))
