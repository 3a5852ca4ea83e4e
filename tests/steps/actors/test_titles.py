"""Offices by their full titles, and what stands around them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


def persons(cast) -> set[str]:
    return {actor for reference in cast.references for actor in reference.actors if actor.startswith("person:")}


@pytest.mark.parametrize(
    ("words", "day", "person"),
    [
        ("The director of the CIA", "2014-12-26", "john-brennan"),
        ("The CIA director", "2014-12-26", "john-brennan"),
        ("The IMF's managing director", "2006-06-08", "rodrigo-rato"),
        ("The secretary-general of the Arab League", "2006-06-08", "amr-moussa"),
        ("The prime minister of Trinidad and Tobago", "2020-03-14", "keith-rowley"),
        ("The deputy president of Kenya", "2017-12-26", "william-ruto"),
        ("Iran's chief nuclear negotiator", "2006-12-26", "ali-larijani"),
        ("The chairman of the Joint Chiefs of Staff", "2014-12-26", "martin-dempsey"),
    ],
)
def test_the_holder_on_the_day(read, words, day, person):
    assert persons(read(f"{words} met reporters on Tuesday.", day)) == {f"person:{person}"}


@pytest.mark.parametrize(
    "text",
    [
        "The former director of the CIA met reporters on Tuesday.",
        "The acting director of the CIA met reporters on Tuesday.",
        "The deputy director of the CIA met reporters on Tuesday.",
        "The deputy director-general of UNESCO met reporters on Tuesday.",
        "Jane Quill was named director of the CIA.",
    ],
)
def test_another_s_title(read, text):
    assert "person:john-brennan" not in persons(read(text, "2014-12-26"))
    assert "person:irina-bokova" not in persons(read(text, "2014-12-26"))


def test_nobody_is_known_without_a_day(read):
    assert not persons(read("The director of the CIA met reporters on Tuesday."))
