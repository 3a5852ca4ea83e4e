"""Languages: English without a classifier, names alone as nothing, declarations against texts."""

from __future__ import annotations

import pytest

import pages as written
from whodid.article import Article
from whodid.reading.languages import identify, is_plainly_english, language_of, refusal, with_language

LONG = " ".join(written.PARAGRAPHS * 2)


def test_english_prose_needs_no_classifier(monkeypatch):
    monkeypatch.setattr("whodid.reading.languages._classifier", None)
    assert is_plainly_english(LONG) and identify(LONG) == ("en", 1.0)
    assert with_language(Article(LONG)).language == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (written.GERMAN, "de"),
        ("外務省の報道官は月曜日、両国の協議が来週再開されると記者団に述べた。国境は五月に開かれる見通しだ。", "ja"),
        ("Президент заявил в понедельник, что переговоры между двумя странами продолжатся на следующей неделе.", "ru"),
        ("Ada Brandt", None), ("Brandt, Tamm, Erdoğan", None), ("2024", None), ("", None),
    ],
)  # fmt: skip
def test_what_a_text_is_in(text, language):
    assert identify(text)[0] == language


def test_a_declaration_is_believed_unless_the_text_says_otherwise():
    assert with_language(Article(written.GERMAN, language="en-GB")).language == "de"
    assert with_language(Article("Guten Tag.", language="en")).language == "en"
    assert with_language(Article(LONG, language="de")).language == "de"
    assert with_language(Article(LONG, language="en-US")).language == "en-US"
    assert with_language(Article("Ada Brandt")).language is None


def test_a_page_is_in_the_language_of_its_text():
    assert language_of(LONG, "pt") == "en"
    assert language_of(written.GERMAN, "en") == "de"
    assert language_of("Ada Brandt", "no") == "no"


@pytest.mark.parametrize("language", [None, "en", "EN", "en-GB", "en_US", "eng", "English"])
def test_english_is_not_refused(language):
    assert refusal(Article("x", language=language)) is None


@pytest.mark.parametrize("language", ["de", ""])
def test_another_language_is_refused_with_its_place(language):
    error = refusal(Article("x", "a", language=language, origin="a.jsonl, line 3"))
    assert error.code == "language"
    expected = f'a.jsonl, line 3: "language" is "{language}", which whodid does not code; expected "en", or no language at all'
    assert str(error) == expected
