"""The page of misses: every one in its sentence, by cause, and nothing in it can run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from whodid.scoring.figures import Miss, Scores, sentence_around
from whodid.scoring.page import errors_page
from whodid.scoring.running import Measured


def miss(cause: str, text: str = "Norland met Estia.", **fields: object) -> Miss:
    return Miss("missed", "events", "CONSULT", cause, "a1", text, **fields)  # type: ignore[arg-type]


def page(*misses: Miss) -> str:
    return errors_page(
        [Measured("mine", "articles", "mine.jsonl", Scores(2, (), misses)), Measured("all", "articles", None, Scores(2, ()))]
    )


def test_the_commonest_cause_comes_first() -> None:
    html = page(miss("rare"), miss("common"), miss("common"))
    assert re.findall(r'<b class="count">(\d+)</b>.*?<span>(\w+)</span></summary>', html) == [("2", "common"), ("1", "rare")]
    assert "3 misses in 2 documents" in html


def test_both_sides_words_are_marked_where_they_overlap_too() -> None:
    html = page(miss("x", gold=((0, 11),), coded=((8, 17),)))
    assert '<mark class="gold">Norland </mark><mark class="gold coded">met</mark><mark class="coded"> Estia</mark>.' in html


def test_words_of_an_article_are_never_markup() -> None:
    html = page(miss("<b>", "<script>alert(1)</script>", says=("<i>", '"')))
    assert "<script>alert" not in html and "<i>" not in html
    assert "default-src &#x27;none&#x27;" in html


def test_the_page_is_whole_and_asks_nothing_of_a_network() -> None:
    html = page(miss("x"))
    HTMLParser().feed(html)
    assert "http://" not in html and "https://" not in html and "src=" not in html.replace("-src", "")


def test_no_miss_is_said() -> None:
    assert "Nothing was missed." in page()


def test_a_sentence_is_cut_out_with_what_it_ends_on() -> None:
    text = 'First one. "He met her," Kor said. Then they left\nOther paragraph.'
    cut = [text[slice(*sentence_around(text, [(text.index(words), text.index(words) + len(words))]))] for words in ("met", "left", "First")]
    assert cut == ['"He met her," Kor said.', "Then they left", "First one."]
