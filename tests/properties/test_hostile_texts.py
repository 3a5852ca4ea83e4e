"""Texts that nobody writes, and that once took minutes: they are coded, and their spans hold."""

from __future__ import annotations

from datetime import date

import pytest

from whodid import Article, Coder

pytestmark = pytest.mark.model

TEXTS = {
    "a list without end": "Norway and " * 600 + "Kenya met.",
    "quotation marks without end": '"a" ' * 2000,
    "marks that only open": "“" * 500 + "a",
    "names without a verb": "Xi Putin Biden Lavrov " * 200,
    "one clause in another": "The president of Kenya, who met the king of Norway, which backs Ukraine, that Russia attacked, " * 40,
    "a word without end": "a" * 50_000,
    "lines without words": "\n" * 2000 + "x",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_hostile_text_is_coded(text: str, coder: Coder) -> None:
    record = coder.code(Article(text, date=date(2024, 5, 11)))
    assert all(text[mention.start : mention.end] == mention.text for mention in record.mentions)
    assert all(text[event.trigger.start : event.trigger.end] == event.trigger.text for event in record.events)
