"""Persons told again by age, nationality or trade."""

from __future__ import annotations

import pytest

from casts import Reader
from whodid.cast import Cast

pytestmark = pytest.mark.model


def headed(cast: Cast, head: str) -> tuple[str, ...]:
    """The actors of the last reference with that head."""
    return [reference.actors for reference in cast.references if reference.head.text == head][-1]


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("Julian Assange was arrested. The 43-year-old Australian was jailed.", "The 43-year-old Australian", "person:julian-assange"),
        ("Zoran Maric was extradited. The 65-year-old Serb was jailed.", "The 65-year-old Serb", "person:zoran-maric"),
        ("Jan Kor was arrested in Oslo. The 35-year-old was jailed.", "The 35-year-old", "person:jan-kor"),
        ("Police met Lee Bo-ram. The 49-year-old billionaire was jailed.", "The 49-year-old billionaire", "person:lee-bo-ram"),
        ("Lee Bo-ram was jailed. The tycoon denounced the court.", "The tycoon", "person:lee-bo-ram"),
        ("WikiLeaks co-founder Julian Assange was freed. The WikiLeaks founder left.", "The WikiLeaks founder", "person:julian-assange"),
        ("Turkish journalist Can Kor was jailed. Police beat the Turkish journalist.", "the Turkish journalist", "person:can-kor"),
        ("Barack Obama mourned Steve Kor. The 31-year-old American was killed.", "The 31-year-old American", "person:steve-kor"),
    ],
)
def test_who_is_told_again(read: Reader, text: str, words: str, id: str) -> None:
    assert headed(read(text, "2015-05-05"), words.rpartition("-")[2].split()[-1]) == (id,)


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("Barack Obama met Xi Jinping. The American was kidnapped.", "The American", "group:citizens-usa"),
        ("Jan Kor accused the billionaire on Monday.", "the billionaire", "group:billionaires"),
        ("Jan Kor was jailed. A 35-year-old tycoon was freed.", "A 35-year-old tycoon", "group:tycoons"),
    ],
)
def test_who_is_somebody_else(read: Reader, text: str, words: str, id: str) -> None:
    assert headed(read(text, "2015-05-05"), words.split()[-1]) == (id,)


def test_two_who_fit_are_nobody(read: Reader) -> None:
    cast = read("Police arrested Jan Kor and Eva Lund. The 30-year-old was beaten.", "2015-05-05")
    assert not any(reference.head.text == "old" for reference in cast.references)
