"""Where common people are at home: where something is told of them."""

from __future__ import annotations

import pytest

from casts import Reader
from whodid.cast import Cast

pytestmark = pytest.mark.model


def countries(cast: Cast, noun: str) -> set[str | None]:
    """The countries of those whose name ends in a noun."""
    return {actor.country for actor in cast.actors.values() if actor.name.endswith(noun)}


@pytest.mark.parametrize(
    ("text", "noun", "country"),
    [
        ("Police clashed with demonstrators in Lagos.", "demonstrators", "NGA"),
        ("Police clashed with demonstrators in Lagos.", "police", "NGA"),
        ("Six people died when police opened fire in Karachi.", "police", "PAK"),
        ("A blast outside the Dutch embassy in Nairobi killed 40 people.", "people", "KEN"),
        ("A bomb went off in Karachi, wounding nine bystanders.", "bystanders", "PAK"),
        ("Riot police deployed in Ghana's busy port city Tema.", "police", "GHA"),
        ("Hundreds of nurses and students rallied in clashes in Tunis.", "students", "TUN"),
    ],
)
def test_common_people_are_at_home_where_it_happens(read: Reader, text: str, noun: str, country: str) -> None:
    assert countries(read(text, "2016-05-05"), noun) == {country}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Tourists were robbed in Cairo.", "tourists"),
        ("Foreign workers were robbed in Cairo.", "workers"),
        ("Migrants rallied in Athens.", "migrants"),
        ("Soldiers were ambushed in Mosul.", "soldiers"),
        ("Prisoners jailed in Cairo went on hunger strike.", "prisoners"),
        ("Officials met in Vienna.", "officials"),
    ],
)
def test_who_may_be_from_anywhere_is_not(read: Reader, text: str, noun: str) -> None:
    assert countries(read(text, "2016-05-05"), noun) <= {None}


def test_harm_in_two_states_befalls_people_of_both(read: Reader) -> None:
    cast = read("Bombings in Ghana and Togo killed 30 people.", "2016-05-05")
    assert countries(cast, "people") == {"GHA", "TGO"}


def test_a_town_that_holds_a_capitals_name_is_not_that_capital(read: Reader) -> None:
    assert countries(read("Exiles and demonstrators gathered in Little Havana.", "2000-01-05"), "demonstrators") == {"USA"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Ssangyong workers walked out on Monday.", "South Korean Ssangyong Motor workers", "KOR"),
        ("Workers of British Airways walked out on Monday.", "British Airways workers", "GBR"),
        ("Police stormed a hall in Accra, arresting ten students.", "Ghanaian students", "GHA"),
        ("Crowds in Pakistan mourned a Pashtun activist.", "Pashtun activist", "PAK"),
    ],
)
def test_a_firm_police_and_the_passage_tell_the_country(read: Reader, text: str, name: str, country: str) -> None:
    assert countries(read(text, "2016-05-05"), name) == {country}
