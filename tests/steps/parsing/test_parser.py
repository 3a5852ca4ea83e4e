"""Parsing is done in batches that memory can hold, however long the articles and their paragraphs are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from whodid import Article, Coder
from whodid.errors import ModelError
from whodid.steps.parsing import Parser, parse
from whodid.steps.parsing.parser import BATCH_CHARACTERS, BATCH_PARAGRAPHS

pytestmark = pytest.mark.model


def test_no_batch_is_larger_than_memory_can_hold(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []

    def pipe(texts: list[str], batch_size: int) -> Iterator[Any]:
        given.append(texts)
        assert batch_size == len(texts)
        return iter([make(text[:20]) for text in texts])

    make = coder.parser._nlp
    monkeypatch.setattr(make, "pipe", pipe)
    short, long = "Norway met Kenya.\n" * 300, "Norway met Kenya. " * 13_000
    assert len(parse(Article(short + long), coder.parser)) > 300
    assert "".join("".join(texts) for texts in given) == short.replace("\n", "") + long
    assert max(len(texts) for texts in given) == BATCH_PARAGRAPHS
    assert all(sum(map(len, texts)) <= BATCH_CHARACTERS for texts in given) and len(given) > 3


@pytest.mark.parametrize("name", ["json", "pickle", "", "no_such_pipeline", "./no_such_folder", "../no.such"])
def test_what_is_no_pipeline_is_told(name: str) -> None:
    with pytest.raises(ModelError, match="name an installed package or a folder"):
        Parser(name)


@pytest.mark.parametrize(
    ("text", "word", "lemma", "pos"),
    [
        ("Norway refused to co-operate with Kenya.", "co-operate", "cooperate", "VERB"),
        ("Norway re-opened its embassy in Kenya.", "re-opened", "reopen", "VERB"),
        ("The stand-off went on for a week.", "stand-off", "standoff", "NOUN"),
        ("Cease-fire talks began in Oslo.", "Cease-fire", "ceasefire", "NOUN"),
        ("Students staged a sit-in at the embassy.", "sit-in", "sit-in", "NOUN"),
    ],
)
def test_words_with_a_hyphen_stay_one_word(coder: Coder, text: str, word: str, lemma: str, pos: str) -> None:
    tokens = [token for sentence in parse(Article(text), coder.parser) for token in sentence.tokens]
    assert [(token.lemma, token.pos) for token in tokens if token.text == word] == [(lemma, pos)]


@pytest.mark.parametrize(
    ("text", "word", "lemma"), [("Norway closed its bases in Kenya.", "bases", "base"), ("They raped her.", "raped", "rape")]
)
def test_base_forms_that_the_parser_gets_wrong_are_put_right(coder: Coder, text: str, word: str, lemma: str) -> None:
    tokens = [token for sentence in parse(Article(text), coder.parser) for token in sentence.tokens]
    assert [token.lemma for token in tokens if token.text == word] == [lemma]
