"""The page of misses in a browser: by cause, narrowed by buttons, type and words."""

from __future__ import annotations

from typing import Any

import pytest

from screens import PHONE
from whodid.scoring.figures import Miss, Scores
from whodid.scoring.page import errors_page
from whodid.scoring.running import Measured


@pytest.fixture
def html() -> str:
    """Three misses of two causes."""
    sentence = "Norland met Estia in Kell."
    misses = (
        Miss("missed", "events", "CONSULT", "no event in this sentence", "one", sentence, ((8, 11),), (), ("CONSULT", "")),
        Miss("missed", "events", "AID", "no event in this sentence", "two", "Estia fed Kell.", ((6, 9),), (), ("AID", "")),
        Miss("wrong", "date", "CONSULT", "no date", "L" + "o" * 300 + "ng", sentence, ((0, 7),), ((0, 11),), ("2023-01-01", "<b>none</b>")),
    )
    return errors_page([Measured("mine", "articles", "mine.jsonl", Scores(2, (), misses))])


def seen(page: Any) -> list[str]:
    """The causes that can be seen, each with its number."""
    return [" ".join(words.split()) for words in page.locator("main > details:visible summary").all_inner_texts()]


def test_buttons_type_and_words_narrow_the_misses(show, html):
    page = show(html)
    assert seen(page) == ["2 missed events no event in this sentence", "1 wrong date no date"]
    page.click("button[data-value=wrong]")
    assert seen(page) == ["1 wrong date no date"]
    page.click("button[data-value=wrong]")
    page.select_option("#type", "AID")
    assert seen(page) == ["1 missed events no event in this sentence"]
    page.fill("#words", "nothing like it")
    assert seen(page) == [] and page.locator(".none").is_visible() and page.locator("output").inner_text() == "0 of 3 misses"
    page.click("#all")
    assert len(seen(page)) == 2 and page.locator("output").inner_text() == "3 misses"


def test_all_causes_open_and_close_at_once(show, html):
    page = show(html)
    page.click("#open")
    assert page.locator("main section:visible").count() == 3
    page.click("#open")
    assert page.locator("main section:visible").count() == 0


def test_it_fits_a_phone(show, fits, html):
    page = show(html, viewport=PHONE)
    page.click("#open")
    assert fits(page)
