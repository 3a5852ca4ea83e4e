"""Whose somebody is of whom nothing tells it, in an article about one country."""

from __future__ import annotations

import pytest

from casts import Reader, at
from whodid.cast import Cast

pytestmark = pytest.mark.model

PERU = "Peru raised its taxes. The Peruvian parliament agreed. Peru owes much. The Peruvian economy shrinks. "


def countries(cast: Cast, name: str) -> set[str | None]:
    """The countries of those of a name, or whose name ends so."""
    return {actor.country for actor in cast.actors.values() if actor.name.endswith(name)}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Eva Kor, a painter, blamed the parliament.", "Eva Kor", "PER"),
        ("Many journalists were jailed.", "journalists", "PER"),
        ("A bishop thanked some ministers.", "ministers", "PER"),
        ("Gunmen fired at the mayor.", "gunmen", "PER"),
    ],
)
def test_people_are_of_the_one_country_that_an_article_is_about(read: Reader, text: str, name: str, country: str) -> None:
    assert countries(read(PERU + text, "2016-05-05"), name) == {country}


def test_the_country_of_a_person_is_flagged_as_inferred(read: Reader) -> None:
    cast = read(PERU + "Eva Kor, a painter, blamed the parliament.", "2016-05-05")
    assert at(cast, "Eva Kor").flags == ("country-inferred",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Allies warned the parliament.", "allies"),
        ("Foreign investors were cheated.", "investors"),
        ("Migrants were robbed.", "migrants"),
        ("Hostages were freed.", "hostages"),
        ("Kor was jailed.", "Kor"),
    ],
)
def test_strangers_and_allies_are_not(read: Reader, text: str, name: str) -> None:
    assert countries(read(PERU + text, "2016-05-05"), name) <= {None}


def test_nobody_is_where_another_country_stands_near(read: Reader) -> None:
    assert countries(read(PERU + "In Chile, Eva Kor was jailed.", "2016-05-05"), "Eva Kor") == {None}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peru is poor. Peru is tense. The president of the Senate, Eva Kor, wept.", None),
        ("Peru is poor. Peru is tense. The President of the Senate, Eva Kor, wept.", "PER"),
        ("Interior Minister Eva Kor met the Peruvian envoy.", None),
        (PERU + "Interior Minister Eva Kor met the Peruvian envoy.", "PER"),
    ],
)
def test_an_officer_is_of_the_country_that_he_is_not_set_beside(read: Reader, text: str, country: str | None) -> None:
    assert countries(read(text, "2016-05-05"), "Eva Kor") == {country}


@pytest.mark.parametrize("text", ["Eva Kor was jailed. Kor is a Chilean writer.", "Kor was a Chilean diplomat. Eva Kor was jailed."])
def test_what_somebody_is_said_to_be_tells_the_country(read: Reader, text: str) -> None:
    assert countries(read(text, "2016-05-05"), "Eva Kor") == {"CHL"}


def test_what_somebody_is_not_does_not(read: Reader) -> None:
    assert countries(read("Eva Kor was jailed. Kor is not a Chilean diplomat.", "2016-05-05"), "Eva Kor") == {None}


def test_several_women_are_not_the_one_named_after_them(read: Reader) -> None:
    cast = read("A Peruvian woman was jailed. Peruvian women marched. Eva Kor, a Peruvian, was jailed for it.", "2016-05-05")
    assert at(cast, "Peruvian women").actors == ("group:women-per",)
    assert at(cast, "A Peruvian woman").actors == ("person:eva-kor",)


FAR_AHEAD = "Kenya raised its taxes. Ghana agreed. Kenya owes much. The Kenyan economy shrinks. Kenya borrows. "


@pytest.mark.parametrize(
    ("before", "text", "name", "country"),
    [
        (FAR_AHEAD, "Ghana is poor. Kenya waits. Police said so.", "police", None),
        (FAR_AHEAD, "Ghana is poor. Kenya waits for the government.", "government", "KEN"),
        ("NAIROBI (AP) - " + FAR_AHEAD, "The government urged patience.", "government", "KEN"),
        ("NAIROBI (AP) - " + FAR_AHEAD, "Ghana and the government met.", "government", None),
    ],
)
def test_the_country_told_far_more_often_is_that_of_its_own_sentences(
    read: Reader, before: str, text: str, name: str, country: str | None
) -> None:
    assert countries(read(before + text, "2016-05-05"), name) == {country}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The United States warned Iran. Congress approved it.", "USA"),
        ("Peru warned Canada. Members of Congress approved it.", "PER"),
        ("Peru warned the United States. Congress approved it.", None),
    ],
)
def test_congress_is_that_of_the_one_state_with_a_congress(read: Reader, text: str, country: str | None) -> None:
    found = [a.country for a in read(text, "2016-05-05").actors.values() if "congress" in a.id]
    assert found == [country]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Voters in Gujarat waited. Police fired.", "police", "IND"),
        ("Karachi burned. Lahore waited. The army fired.", "Army", "PAK"),
        ("Cordoba burned. Police fired.", "police", None),
    ],
)
def test_towns_and_provinces_tell_what_an_article_is_about(read: Reader, text: str, name: str, country: str | None) -> None:
    assert countries(read(text, "2016-05-05"), name) == {country}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("India waits. The Gujarat government refused. The state government met farmers.", "organization:gujarat-government-ind"),
        ("The state government asked India's army for help.", "organization:state-government-ind"),
        ("India's provincial governments met.", "group:governments-ind"),
        ("The Tamil Nadu government sued.", "organization:tamil-nadu-government-ind"),
    ],
)
def test_the_government_of_a_part_is_not_that_of_the_state(read: Reader, text: str, id: str) -> None:
    actors = read(text, "2016-05-05").actors
    assert id in actors
    assert "organization:government-ind" not in actors


@pytest.mark.parametrize(("name", "country"), [("Heavy Crimes Court", "PER"), ("World Crimes Court", None), ("Radio Kestria Press", None)])
def test_public_bodies_are_of_the_one_country_that_an_article_is_about(read: Reader, name: str, country: str | None) -> None:
    assert countries(read(PERU + f"Jan Kor was convicted by the {name}.", "2016-05-05"), name) == {country}


def test_an_actor_tells_that_its_country_is_inferred(read: Reader) -> None:
    cast = read("Peru closed its ports. Peru is poor. Peruvian farmers met. Police arrested two men.", "2015-05-05")
    assert {actor.id: actor.flags for actor in cast.actors.values() if actor.country == "PER"} == {
        "state:PER": (),
        "group:farmers-per": (),
        "organization:police-per": ("country-inferred",),
        "group:men-per": ("country-inferred",),
    }
