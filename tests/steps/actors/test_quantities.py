"""Words that only count: whom they stand for."""

from __future__ import annotations

import pytest

from casts import Reader, at

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Thousands in Ghana marched against the levy.", "Thousands", "GHA"),
        ("Tens of thousands across Portugal marched.", "Tens of thousands", "PRT"),
        ("Hundreds from nearby farms blocked the bridge.", "Hundreds", None),
        ("Many protested against the levy.", "Many", None),
        ("Several thousand demonstrated in Vienna.", "Several thousand", "AUT"),
        ("About 300 marched through the streets of Accra.", "About 300", "GHA"),
        ("Police arrested dozens in Cairo.", "dozens", "EGY"),
        ("Up to 400 were arrested.", "Up to 400", None),
        ("The bomb wounded 40 in Kabul.", "40", "AFG"),
        ("The blast killed a guard, and nine others were hurt.", "nine others", None),
        ("At least 12 were killed outside the embassies of Norway and Chile.", "At least 12", None),
    ],
)
def test_bare_numbers_of_people(read: Reader, text: str, words: str, country: str | None) -> None:
    cast = read(text, "2019-11-19")
    reference = next(r for r in cast.references if r.span.text.startswith(words))
    (id,) = reference.actors
    assert (cast.actors[id].kind, cast.actors[id].country, cast.actors[id].sector) == ("group", country, "CVL")


def test_those_who_are_counted(read: Reader) -> None:
    cast = read("Students blocked the road. Dozens of them were arrested.", "2019-11-19")
    assert at(cast, "Dozens of them").actors == at(cast, "Students").actors


@pytest.mark.parametrize(
    "text",
    [
        "No one was hurt.",
        "Thousands of tons were lost.",
        "Inflation rose and 200 were added.",
        "Sales of 400 were reported.",
        "It killed 40%.",
    ],
)
def test_other_numbers_are_nobody(read: Reader, text: str) -> None:
    assert not read(text, "2019-11-19").actors
