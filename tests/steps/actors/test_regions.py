"""Lands within states: whose somebody is by a part of a state, and names of lands that hold a state's name."""

from __future__ import annotations

import pytest

from casts import Reader
from whodid.cast import Cast

pytestmark = pytest.mark.model


def only(cast: Cast, ending: str) -> tuple[str, str | None]:
    """Name and country of the one actor whose name ends so."""
    found = [(actor.name, actor.country) for actor in cast.actors.values() if actor.name.endswith(ending)]
    assert len(found) == 1, [actor.name for actor in cast.actors.values()]
    return found[0]


@pytest.mark.parametrize(
    ("text", "ending", "country"),
    [
        ("Police in New Mexico stopped a truck.", "police", "USA"),
        ("The governors of Utah, Oregon and New Mexico signed a letter.", "governors", "USA"),
        ("Inner Mongolia police seized two herders.", "police", "CHN"),
        ("A spokesman said northern Ireland police had found a bomb.", "police", "GBR"),
        ("Texas authorities held a Mexican driver.", "authorities", "USA"),
        ("Quebec Health Minister Odette Roncal blamed Ottawa.", "Roncal", "CAN"),
        ("Vermont Gov. Amos Tindle blamed Russia.", "Tindle", "USA"),
        ("Gov. Amos Tindle of West Virginia blamed Russia.", "Tindle", "USA"),
        ("Mayor Uwe Brandel of Hamburg blamed Russia.", "Brandel", "DEU"),
        ("Defence Minister Arvo Tamrik of Estonia blamed Russia.", "Tamrik", "EST"),
        ("Uwe Brandel, a lawmaker from Germany's Ocean Party, blamed Russia.", "Brandel", "DEU"),
    ],
)
def test_a_part_of_a_state_tells_the_country(read: Reader, text: str, ending: str, country: str) -> None:
    assert only(read(text, "2016-05-05"), ending)[1] == country


def test_a_part_of_a_state_has_ministers_of_its_own(read: Reader) -> None:
    cast = read("Bavaria's interior minister blamed Berlin.", "2016-05-05")
    assert only(cast, "interior minister") == ("Bavaria interior minister", "DEU")
    assert "person:thomas-de-maiziere" not in cast.actors


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("Rep. Amos Tindle (D-N.Y.) blamed Russia.", "Tindle"),
        ("Amos Tindle (R-Fla.) blamed Russia.", "Tindle"),
        ("Sen. Amos Tindle praised a deal with Iran.", "Tindle"),
        ("A letter by Sens. Odette Roncal (D-N.J.) and Amos Tindle praised a deal with Iran.", "Tindle"),
        ("Reps. Odette Roncal and Amos Tindle praised a deal with Iran.", "Tindle"),
    ],
)
def test_titles_and_tags_of_the_american_congress(read: Reader, text: str, ending: str) -> None:
    cast = read(text, "2016-05-05")
    assert only(cast, ending)[1] == "USA"
    assert not any(actor.kind == "organization" for actor in cast.actors.values())


def test_another_congress_that_is_told_keeps_its_own(read: Reader) -> None:
    cast = read("The Philippine Senate met on Monday in Manila. Sen. Jun Makiling left the hall in Manila early.", "2016-05-05")
    assert only(cast, "Makiling")[1] == "PHL"


def test_a_title_that_several_share(read: Reader) -> None:
    cast = read("Norwegian lawmakers Kari Tveit and Ola Brenne visited the camp.", "2016-05-05")
    assert {only(cast, name)[1] for name in ("Tveit", "Brenne")} == {"NOR"}


@pytest.mark.parametrize("text", ["Let us thank the Swedes.", "Let Norway decide."])
def test_a_word_is_no_abbreviation_with_capitals_inside(read: Reader, text: str) -> None:
    assert "organization:let" not in read(text, "2016-05-05").actors


def test_an_abbreviation_with_capitals_inside(read: Reader) -> None:
    assert "organization:let" in read("Officials blamed LeT for the raid.", "2016-05-05").actors
