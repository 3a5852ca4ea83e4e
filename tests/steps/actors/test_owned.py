"""People named by whom they belong to, bodies named by their town, lists of states after "of"."""

from __future__ import annotations

import pytest

from casts import Reader, at

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("General Sani Abacha's supporters marched.", "supporters", "Sani Abacha supporters", "NGA"),
        ("Supporters of General Sani Abacha marched.", "Supporters", "Sani Abacha supporters", "NGA"),
        ("Abacha met his aides.", "aides", "Sani Abacha aides", "NGA"),
        ("A Clinton aide resigned.", "aide", "Bill Clinton aide", "USA"),
        ("Bill Clinton's lawyers refused.", "lawyers", "Bill Clinton lawyers", "USA"),
        ("Troops of Jan Kor shelled the port.", "Troops", "Jan Kor troops", None),
        ("Bill Clinton's troops left.", "troops", "US troops", "USA"),
        ("Supporters of the opposition leader marched.", "Supporters", "opposition leader supporters", None),
        ("Families of the victims marched.", "Families", "families", None),
    ],
)
def test_people_keep_their_owner(read: Reader, text: str, words: str, name: str, country: str | None) -> None:
    cast = read(text, "1998-05-05")
    (id,) = next(reference for reference in cast.references if reference.head.text == words).actors
    assert (cast.actors[id].name, cast.actors[id].country) == (name, country)


def test_two_leaders_supporters_are_two_groups(read: Reader) -> None:
    cast = read("Jan Kor's supporters clashed with supporters of Eva Lund. The Kor supporters fled.", "1998-05-05")
    groups = [reference.actors for reference in cast.references if reference.head.lower == "supporters"]
    assert groups == [("group:jan-kor-supporters",), ("group:eva-lund-supporters",), ("group:jan-kor-supporters",)]


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Jerusalem police arrested a man.", "Jerusalem police", "Jerusalem police", "ISR"),
        ("Tel Aviv police arrested a man.", "Tel Aviv police", "Tel Aviv police", "ISR"),
        ("A Moscow court jailed Jan Kor.", "A Moscow court", "Moscow court", "RUS"),
        ("Lagos State government banned rallies.", "Lagos State government", "Lagos State government", "NGA"),
        ("The Damascus government refused.", "The Damascus government", "Syrian government", "SYR"),
        ("Police in Kaduna arrested a man.", "Police in Kaduna", "Nigerian police", "NGA"),
        ("Singapore police arrested a man.", "Singapore police", "Singaporean police", "SGP"),
    ],
)
def test_a_towns_body_keeps_the_town(read: Reader, text: str, words: str, name: str, country: str) -> None:
    cast = read(text, "2015-05-05")
    (id,) = at(cast, words).actors
    assert (cast.actors[id].name, cast.actors[id].country) == (name, country)


def test_police_again_are_those_of_the_town(read: Reader) -> None:
    cast = read("Jerusalem police closed a road. Police arrested two men.", "2015-05-05")
    assert at(cast, "Police").actors == ("organization:jerusalem-police-isr",)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("She briefed the foreign ministers of Latvia, Portugal and Greece.", 3),
        ("She met the foreign ministers of Germany, France and Italy.", 3),
        ("She met the foreign ministers of Germany, France, Spain and the Netherlands.", 4),
        ("She met the foreign ministers of Germany and Italy.", 2),
    ],
)
def test_ministers_of_a_list_of_states(read: Reader, text: str, actors: int) -> None:
    cast = read(text, "2015-05-05")
    (ministers,) = (reference for reference in cast.references if reference.head.text == "ministers")
    assert len([actor for actor in ministers.actors if actor.startswith("person:")]) == actors


@pytest.mark.parametrize(
    ("words", "id"),
    [("South Koreans", "group:south-koreans-kor"), ("South Sudanese", "group:south-sudanese-ssd"), ("Saudis", "group:saudis-sau")],
)
def test_a_people_keeps_its_whole_name(read: Reader, words: str, id: str) -> None:
    assert id in read(f"{words} marched in Geneva.", "2015-05-05").actors


def test_a_title_is_no_family_name(read: Reader) -> None:
    assert at(read("The Grand Mufti condemned the attack.", "2016-12-12"), "The Grand Mufti").actors == ("group:grand-mufti",)


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("The Obama administration warned Iran.", "The Obama administration", "organization:obama-administration-usa"),
        ("Trump's administration warned Iran.", "Trump's administration", "organization:trump-administration-usa"),
        ("The Bush administration warned Iran.", "The Bush administration", "organization:bush-administration-usa"),
        ("The US administration warned Iran.", "The US administration", "state:USA"),
        ("The Obama administration met Iran. The administration refused.", "The administration", "organization:obama-administration-usa"),
    ],
)
def test_an_administration_is_named_by_its_leader(read: Reader, text: str, words: str, id: str) -> None:
    assert at(read(text, "2018-05-05"), words).actors == (id,)


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("The Saudi-led coalition bombed a port. The coalition denied it.", "The coalition", "group:saudi-led-coalition"),
        ("Turkey-backed fighters took a town.", "Turkey-backed fighters", "group:turkey-backed-fighters"),
    ],
)
def test_a_group_keeps_its_backer_in_its_name(read: Reader, text: str, words: str, id: str) -> None:
    assert at(read(text, "2018-05-05"), words).actors == (id,)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Western diplomats in Moscow doubt it.", "diplomats", None),
        ("Visiting experts in Oslo doubt it.", "experts", None),
        ("Farmers in Norway doubt it.", "Farmers", "NOR"),
        ("The foreign ministry in Oslo doubts it.", "ministry", "NOR"),
        ("A tourist from Canada doubts it.", "tourist", "CAN"),
    ],
)
def test_who_is_from_abroad_is_not_of_the_place(read: Reader, text: str, words: str, country: str | None) -> None:
    cast = read(text, "2018-05-05")
    (id,) = next(reference for reference in cast.references if reference.head.text == words).actors
    assert cast.actors[id].country == country
