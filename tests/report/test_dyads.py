"""The page of dyads: names are never markup, nothing is loaded, sums are right."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from whodid.report.dyads import MOST_PAIRS, MOST_PERIODS, dyads_page, shade

HOSTILE = "</style><script>alert(1)</script>\" onmouseover='x'"


def row(actor: str = "RUS", recipient: str = "UKR", day: date | None = date(2023, 1, 1), **changes: Any) -> dict[str, Any]:
    """Two events: one of words, one of deeds."""
    counts = {"verbal_cooperation": 0, "material_cooperation": 0, "verbal_conflict": 1, "material_conflict": 1}
    rest = {"goldstein": -6.0, "occurred": 2, "ongoing": 0, "planned": 0, "proposed": 0, "denied": 0}
    return {"period": day, "actor": actor, "recipient": recipient, "events": 2, "tellings": 5, **counts, **rest, **changes}


def text(page: str) -> str:
    return re.sub(r"<(style|script)>.*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)


def test_names_are_never_markup():
    page = dyads_page([row(actor=HOSTILE, actor_name=HOSTILE)], "month", names={"UKR": HOSTILE})
    assert page.count("<script") == 1 == page.count("</script") and "onmouseover='x'" not in page
    assert page.count("<style") == 1 == page.count("</style")


def test_nothing_is_loaded_from_anywhere():
    page = dyads_page([row()], "month")
    assert "default-src &#x27;none&#x27;" in page
    assert not re.search(r"https?://|src=|url\(|@import", page)
    assert " style=" not in page


def test_pairs_stand_by_their_events_with_sums_and_means():
    rows = [row(), row(day=date(2023, 3, 1), goldstein=2.0, events=6, verbal_cooperation=4), row("USA", "UKR")]
    shown = " ".join(text(dyads_page(rows, "month", names={"RUS": "Russia", "UKR": "Ukraine", "USA": "United States"})).split())
    assert "10 events between 2 pairs, 2023-01 to 2023-03, by month." in shown
    assert "2023 Jan Mar all of these 10 −1.2" in shown
    assert shown.index("Russia → Ukraine 8 +0.0") < shown.index("United States → Ukraine 2 −6.0")


def test_a_cell_says_in_words_what_it_holds():
    page = dyads_page([row(planned=1)], "month")
    assert 'title="words of conflict 1, deeds of conflict 1, planned 1; mean Goldstein −6.0; told 5 times"' in page


def test_what_is_only_planned_is_framed_and_not_counted():
    page = dyads_page([row(events=0, goldstein=None, planned=2, verbal_conflict=0, material_conflict=0)], "month")
    assert '<span class="ahead" title="planned 2' in page


def test_more_than_one_can_look_over_is_left_out_and_said():
    many = [row(actor=f"A{n}") for n in range(MOST_PAIRS + 3)]
    assert "3 more pairs with fewer events are not drawn." in dyads_page(many, "month")
    long = [row(day=date(1900 + n, 1, 1)) for n in range(MOST_PERIODS + 2)]
    assert "2 earlier periods are not drawn, but stand in the sums." in dyads_page(long, "year")


def test_without_periods_or_rows_the_page_stands():
    undivided = text(dyads_page([{name: value for name, value in row().items() if name != "period"}], None))
    assert "RUS" in undivided and "A cell is" not in undivided
    assert "No event has two sides here." in dyads_page([], "month")


def test_events_of_no_day_stand_in_the_sums():
    assert "2 of no known day stand in the sums alone." in dyads_page([row(), row(day=None)], "month")


@pytest.mark.parametrize(("score", "name"), [(10.0, "h3"), (3.0, "h2"), (0.0, "h0"), (-0.6, "l1"), (-10.0, "l3"), (None, "h0")])
def test_colours_go_from_conflict_to_cooperation(score, name):
    assert shade(score) == name
