"""Offices as of the article's day, and names that do not fit them."""

from __future__ import annotations

import pytest

from casts import Reader, at

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("day", "person"),
    [("1998-03-01", "person:boris-yeltsin"), ("2004-03-01", "person:vladimir-putin"), ("2010-03-01", "person:dmitry-medvedev")],
)
def test_president_of_the_day(read: Reader, day: str, person: str) -> None:
    assert at(read("The Russian president left for Berlin.", day), "The Russian president").actors == (person,)


@pytest.mark.parametrize("words", ["Germany's head of government", "the German leader", "the chancellor of Germany"])
def test_ways_to_call_a_leader(read: Reader, words: str) -> None:
    assert at(read(f"On Friday {words} rejected the plan.", "2014-07-01"), words).actors == ("person:angela-merkel",)


def test_leaders_of_two_states_are_two_persons(read: Reader) -> None:
    cast = read("Obama met the leaders of France and Germany.", "2014-07-01")
    assert at(cast, "the leaders of France and Germany").actors == ("person:francois-hollande", "person:angela-merkel")


def test_counterpart_holds_the_same_office(read: Reader) -> None:
    cast = read("The Iranian president met his Turkish counterpart.", "2022-09-15")
    assert at(cast, "his Turkish counterpart").actors == ("person:recep-tayyip-erdogan",)


def test_joined_family_names_are_nobody(read: Reader) -> None:
    cast = read("Angela Merkel met Francois Hollande. Merkel Hollande said the talks were good.", "2015-05-05")
    reference = at(cast, "Merkel Hollande")
    assert (reference.actors, reference.flags) == ((), ("name-conflict",))
    assert "Angela Merkel" in reference.note
    assert at(cast, "Angela Merkel").actors == ("person:angela-merkel",)


def test_an_office_of_another_state_is_a_conflict(read: Reader) -> None:
    reference = at(read("French leader Angela Merkel said the deal was dead.", "2015-05-05"), "French leader Angela Merkel")
    assert (reference.actors, reference.flags) == ((), ("office-conflict",))
    assert "Angela Merkel" in reference.note


def test_unknown_combination_is_a_stranger(read: Reader) -> None:
    assert "person:ole-friis" in read("Norwegian leader Ole Friis spoke.", "2015-05-05").actors


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("NATO Secretary General Jens Stoltenberg spoke.", "NATO Secretary General Jens Stoltenberg", "IGO", "GOV"),
        ("Exiled opposition leader Svetlana Tikhanovskaya spoke.", "opposition leader Svetlana Tikhanovskaya", "BLR", "OPP"),
        ("Turkish opposition leader Kemal Kilicdaroglu spoke.", "Turkish opposition leader Kemal Kilicdaroglu", "TUR", "OPP"),
        ("Grand Ayatollah Ali al-Sistani spoke.", "Grand Ayatollah Ali al-Sistani", "IRQ", "REL"),
    ],
)
def test_sector_by_office_and_description(read: Reader, text: str, words: str, country: str, sector: str) -> None:
    cast = read(text, "2021-06-21")
    (actor,) = at(cast, words).actors
    assert (cast.actors[actor].country, cast.actors[actor].sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("OPEC Secretary General Mohammed Barkindo spoke.", "OPEC Secretary General Mohammed Barkindo", "IGO"),
        ("UN ambassador Nikki Haley spoke.", "UN ambassador Nikki Haley", "USA"),
        ("Former NATO chief Anders Fogh Rasmussen spoke.", "Former NATO chief Anders Fogh Rasmussen", "DNK"),
    ],
)
def test_who_serves_an_international_body_is_no_states(read: Reader, text: str, words: str, country: str) -> None:
    """Without a date the knowledge cannot tell who is in office: then the title does."""
    cast = read(text)
    assert cast.actors[at(cast, words).actors[0]].country == country


def test_a_post_and_its_named_holder_are_one(read: Reader) -> None:
    cast = read("Peru's ambassador spoke. Jan Kor, the Peruvian ambassador, left. A Peruvian ambassador stayed.", "2019-05-05")
    assert at(cast, "Peru's ambassador").actors == ("person:jan-kor",)
    assert at(cast, "A Peruvian ambassador").actors != ("person:jan-kor",)


def test_a_post_of_two_named_holders_stays_unnamed(read: Reader) -> None:
    cast = read("Peru's ambassador spoke. Peruvian ambassador Jan Kor met Peruvian ambassador Eva Lund.", "2019-05-05")
    assert cast.actors[at(cast, "Peru's ambassador").actors[0]].kind == "group"


def test_a_deputy_is_not_the_holder(read: Reader) -> None:
    cast = read("The deputy Russian foreign minister met Eva Lund.", "2009-05-05")
    assert at(cast, "The deputy Russian foreign minister").actors == ("group:deputy-foreign-minister-rus",)


def test_the_former_president_is_the_one_told_to_have_been(read: Reader) -> None:
    cast = read("A court jailed former Estonian minister Ana Kor. Critics praised the former minister.", "2019-05-05")
    assert at(cast, "the former minister").actors == ("person:ana-kor",)
