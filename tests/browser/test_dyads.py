"""The page of dyads in a browser: found, sorted and read by keyboard and by touch."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screens import PHONE, WIDE
from whodid.report.dyads import dyads_page


def row(actor: str, recipient: str, month: int | None, events: int = 2, goldstein: float = -6.0, **changes: Any) -> dict[str, Any]:
    """So many events, all of them words of conflict."""
    counts = {"verbal_cooperation": 0, "material_cooperation": 0, "verbal_conflict": events, "material_conflict": 0}
    rest = {"occurred": events, "ongoing": 0, "planned": 0, "proposed": 0, "denied": 0, "goldstein": goldstein, "tellings": events}
    day = date(2023, month, 1) if month else None
    return {"period": day, "actor": actor, "recipient": recipient, "events": events, **counts, **rest, **changes}


@pytest.fixture
def html() -> str:
    """Three pairs, one of them with a very long name."""
    known = [row("Norland", "Estia", 1, 5), row("Norland", "Estia", 4), row("Sudria", "Norland", 4, 3, 2.0)]
    return dyads_page([*known, row("Estia", "L" + "o" * 300 + "ng", 2)], "month")


def pairs(page: Any) -> list[str]:
    """Who and whom of the rows that can be seen."""
    return [" ".join(words.split()) for words in page.locator("tbody tr:not(.all):visible th").all_inner_texts()]


def test_find_keeps_the_pairs_of_a_party(show, html):
    page = show(html)
    page.fill("#find", "sudria")
    assert pairs(page) == ["Sudria → Norland"] and page.locator("output").inner_text() == "1 of 3 pairs"


def test_heads_sort_the_pairs(show, html):
    page = show(html)
    assert pairs(page)[0] == "Norland → Estia"
    page.click("thead button:has-text('mean')")
    assert pairs(page)[0] == "Sudria → Norland" and page.locator("thead [aria-sort]").inner_text().startswith("mean")
    page.click("thead button:has-text('mean')")
    assert pairs(page)[-1] == "Sudria → Norland"


def test_arrow_keys_go_from_cell_to_cell_and_tell_what_each_holds(show, html):
    page = show(html)
    page.locator("tbody tr:not(.all) td.sum").first.click()
    assert page.locator("#told").inner_text() == "Norland → Estia, in all: words of conflict 7; mean Goldstein −6.0"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.locator("#told").inner_text().startswith("Norland → Estia, 2023-04: words of conflict 2;")
    page.keyboard.press("ArrowDown")
    assert page.locator("#told").inner_text().startswith("Sudria → Norland, 2023-04")


@pytest.mark.parametrize("viewport", [PHONE, WIDE])
def test_the_table_scrolls_and_the_page_does_not(show, fits, html, viewport):
    page = show(html, viewport=viewport)
    assert fits(page)
    assert page.locator(".scroll").get_attribute("tabindex") == "0"


def test_without_script_or_rows_the_page_stands(show, fits, html):
    assert len(pairs(show(html, java_script_enabled=False))) == 3
    empty = show(dyads_page([], "month"), viewport=PHONE)
    assert empty.locator("main").inner_text().startswith("No event has two sides here.") and fits(empty)
