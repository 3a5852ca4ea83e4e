"""How a marked sentence becomes tokens."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from whodid.models.marking import LONGEST, MARKERS, Marked, encode
from whodid.models.weights import load_weights


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_weights().tokenizer


def tokens(marked: Marked, tokenizer: Tokenizer) -> list[str]:
    return [tokenizer.id_to_token(id) for id in encode(marked, tokenizer).ids]


def test_each_role_stands_between_its_markers(tokenizer: Tokenizer) -> None:
    marked = Marked("Oslo fined Lima.", actors=((0, 4),), recipients=((11, 15),), trigger=((5, 10),))
    a, r, t = MARKERS["actor"], MARKERS["recipient"], MARKERS["trigger"]
    assert tokens(marked, tokenizer) == ["[CLS]", a[0], "oslo", a[1], t[0], "fined", t[1], r[0], "lima", r[1], ".", "[SEP]"]
    assert encode(marked, tokenizer).roles == [0, 1, 1, 1, 3, 3, 3, 2, 2, 2, 0, 0]


def test_without_marks_there_are_no_markers(tokenizer: Tokenizer) -> None:
    assert tokens(Marked("Oslo fined Lima."), tokenizer) == ["[CLS]", "oslo", "fined", "lima", ".", "[SEP]"]


def test_a_trigger_within_a_party_stays_visible(tokenizer: Tokenizer) -> None:
    marked = Marked("Oslo raid hurt Lima", actors=((0, 9),), trigger=((5, 9),))
    assert encode(marked, tokenizer).roles == [0, 1, 1, 1, 3, 3, 3, 0, 0, 0]


def test_a_long_text_is_cut_around_its_marks(tokenizer: Tokenizer) -> None:
    before = "word " * 300
    marked = Marked(before + "Oslo fined Lima. " + before, actors=((1500, 1504),), recipients=((1511, 1515),))
    found = tokens(marked, tokenizer)
    assert len(found) <= LONGEST
    assert {"oslo", "fined", "lima"} <= set(found)


@pytest.mark.parametrize("text", ["", " ", "🙂", "الرباط", "\u200b"])
def test_any_text_is_read(text: str, tokenizer: Tokenizer) -> None:
    encoded = encode(Marked(text), tokenizer)
    assert len(encoded.ids) == len(encoded.roles) >= 2
