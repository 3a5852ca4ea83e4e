"""Words: what is folded, which share a stem, and which capitals speak of names."""

from __future__ import annotations

import pytest

from whodid.incidents.words import fold, rarity, share, stem, words_of


@pytest.mark.parametrize(
    "word, folded", [("Greeks", "greek"), ("minister's", "minister"), ("embassies", "embassy"), ("press", "press"), ("2005", "2005")]
)
def test_possessives_and_plurals_are_folded_away(word, folded):
    assert fold(word) == folded


@pytest.mark.parametrize(
    "forms",
    ["stab stabbed stabbing stabs", "shoot shot shooting", "meet met meeting", "slay slain", "charge charged charges", "die dies died"],
)
def test_forms_of_one_word_have_one_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


def test_words_keep_their_place():
    text = "Ada Brandt met\nJuri Tamm’s 12 ministers."
    assert [text[word.start : word.start + len(word.text)] for word in words_of(text)] == [word.text for word in words_of(text)]


def test_a_capital_speaks_of_a_name_only_within_a_sentence():
    named = {
        word.text
        for word in words_of("Police held the banker Brandt for an hour. Later on Tamm left by boat.\nBig Strike Hits Old Harbour Town")
        if word.named
    }
    assert named == {"Brandt", "Tamm"}


def test_stretches_can_be_left_out():
    text = "Share this. Brandt left."
    assert [word.text for word in words_of(text, [(0, 11)])] == ["Brandt", "left"]


def test_rare_words_say_more_than_common_ones():
    assert rarity("orozqo") > rarity("prison") > rarity("said")
    assert share("orozqo") < 0.01 < share("said")
