"""Near copies: reprints, whole and in part; and what only looks like one."""

from __future__ import annotations

import pytest

import happenings
from whodid.incidents import Link, compare_texts, signature
from whodid.incidents.copies import SHARED_KEYS


def link(a: str, b: str) -> Link | None:
    one, other = (happenings.article(id) for id in (a, b))
    return compare_texts(signature(one["text"], one["id"]), signature(other["text"], other["id"]))


@pytest.mark.parametrize("each", [each for each in happenings.articles() if "copy_of" in each], ids=lambda each: each["id"])
def test_reprints_are_found_and_say_why(each):
    found = link(each["id"], each["copy_of"])
    assert found is not None and found.score > 0.9
    assert any("shingles" in reason for reason in found.reasons)


@pytest.mark.parametrize("each", [each for each in happenings.articles() if "copy_of" in each], ids=lambda each: each["id"])
def test_reprints_share_the_keys_by_which_they_are_sought(each):
    keys = [set(signature(happenings.article(id)["text"]).keys) for id in (each["id"], each["copy_of"])]
    assert len(keys[0] & keys[1]) >= SHARED_KEYS


@pytest.mark.parametrize(
    "a, b", [("brolo-1", "durnford-1"), ("okello-1", "marwa-1"), ("tolna-1", "vrancea-1"), ("ferry-own", "ferry-wire")]
)
def test_likeness_of_style_is_no_copy(a, b):
    assert link(a, b) is None


def test_a_form_letter_with_other_names_is_no_copy():
    form = (
        "Club {0} of {1} beat club {2} by three goals to one on Saturday and leads the table with forty points after the last match of the "
        "first half of the season, which {3} won easily before {4} spectators in the old stadium by the river that is to be pulled down."
    )
    one = signature(form.format("Arno", "Brolo", "Carda", "Denzo", "4,000"), "a")
    other = signature(form.format("Ester", "Fjall", "Grimm", "Hollo", "7,000"), "b")
    again = signature(form.format("Arno", "Brolo", "Carda", "Denzo", "5,000"), "c")
    assert compare_texts(one, other) is None
    assert compare_texts(one, again) is not None


def test_a_text_without_words_has_no_keys():
    assert signature("…").keys == ()


def test_the_signature_is_the_same_every_time():
    text = happenings.article("ferry-wire")["text"]
    assert signature(text).keys == signature(text).keys
