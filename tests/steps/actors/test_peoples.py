"""Peoples: ethnic, religious and regional groups, which are no state's nation."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from casts import Reader, at
from whodid.knowledge import Knowledge

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "name", "country", "sector"),
    [
        ("Syrian Kurds shelled a convoy.", "Syrian Kurds", "Syrian Kurds", "SYR", "CVL"),
        ("Hundreds of Kurds rallied in Vienna.", "Hundreds of Kurds", "Kurds", "AUT", "CVL"),
        ("Catalans marched on Sunday.", "Catalans", "Catalans", "ESP", "CVL"),
        ("Several hundred Corsicans blocked the port.", "Several hundred Corsicans", "Corsicans", "FRA", "CVL"),
        ("Jordanian Palestinians held a vigil.", "Jordanian Palestinians", "Jordanian Palestinians", "JOR", "CVL"),
        ("Croatian Serbs mined the bridge.", "Croatian Serbs", "Croatian Serbs", "HRV", "CVL"),
        ("Bosnian Croat gunmen mined the bridge.", "Bosnian Croat gunmen", "Bosnian Croat gunmen", "BIH", "UAF"),
        ("Turkish Cypriots cheered.", "Turkish Cypriots", "Turkish Cypriots", "CYP", "CVL"),
        ("Karabakh Armenians fled.", "Karabakh Armenians", "Karabakh Armenians", "AZE", "CVL"),
        ("Crimean Tatars refused to vote.", "Crimean Tatars", "Crimean Tatars", "UKR", "CVL"),
        ("Ethnic Hungarians in Slovakia protested.", "Ethnic Hungarians in Slovakia", "ethnic Hungarians", "SVK", "CVL"),
        ("Ethnic Armenian fighters fled.", "Ethnic Armenian fighters", "ethnic Armenian fighters", None, "UAF"),
        ("Serbia's Bosniak minority protested.", "Serbia’s Bosniak minority", "Serbian Bosniak minority", "SRB", "CVL"),
        ("Latvia's Russian minority protested.", "Latvia’s Russian minority", "Latvian Russian minority", "LVA", "CVL"),
        ("Tuareg rebels took the town.", "Tuareg rebels", "Tuareg rebels", None, "REB"),
        ("Uighur students were jailed.", "Uighur students", "Uighur students", "CHN", "EDU"),
        ("Tigrayan forces took the town.", "Tigrayan forces", "Tigrayan forces", "ETH", "UAF"),
        ("Iraqi Kurdish troops took the town.", "Iraqi Kurdish troops", "Iraqi Kurdish troops", "IRQ", "MIL"),
        ("A Druze leader was freed.", "A Druze leader", "Druze leader", None, "REL"),
        ("Karen rebels seized an outpost.", "Karen rebels", "Karen rebels", "MMR", "REB"),
        ("Catalan police arrested two men.", "Catalan police", "Catalan police", "ESP", "COP"),
        ("The Catalan government refused.", "The Catalan government", "Catalan government", "ESP", "GOV"),
        ("Kurdish authorities refused.", "Kurdish authorities", "Kurdish authorities", None, "GOV"),
        ("Gunmen killed twelve Shi'ites in Baghdad.", "twelve Shi’ites", "Shiites", "IRQ", "REL"),
    ],
)
def test_peoples(read: Reader, text: str, words: str, name: str, country: str | None, sector: str) -> None:
    cast = read(text.replace("'", "’"), "2015-05-05")
    (id,) = at(cast, words).actors
    actor = cast.actors[id]
    assert (actor.name, actor.country, actor.sector) == (name, country, sector)
    assert actor.kind in ("group", "organization")


def test_no_state_acts_for_a_people(read: Reader) -> None:
    cast = read("Turkish Kurds clashed with ethnic Uzbeks.", "2015-05-05")
    assert set(cast.actors) == {"group:kurds-tur", "group:ethnic-uzbeks"}


def test_who_is_counted_is_of_the_place(read: Reader) -> None:
    cast = read("Hutu gunmen killed scores of Tutsis in Burundi.", "1999-05-05")
    assert at(cast, "scores of Tutsis").actors == ("group:tutsis-bdi",)


def test_a_state_beside_a_people_tells_nothing_of_where_it_lives(read: Reader) -> None:
    cast = read("Turkish jets bombed the Kurds.", "2015-05-05")
    assert cast.actors[at(cast, "the Kurds").actors[0]].country is None


def test_a_state_and_a_people_are_two(read: Reader) -> None:
    cast = read("Georgian and South Ossetian officials met.", "2015-05-05")
    assert at(cast, "Georgian and South Ossetian officials").actors == ("group:officials-geo", "group:south-ossetian-officials-geo")


def test_a_leader_is_of_the_state_his_people_is_told_to_be_of(read: Reader) -> None:
    assert read("Kosovo Serb leader Jan Kor rejected the plan.", "2015-05-05").actors["person:jan-kor"].country == "XKX"


def test_two_peoples_are_two(read: Reader) -> None:
    cast = read("Dinka and Nuer elders met.", "2015-05-05")
    assert at(cast, "Dinka and Nuer elders").actors == ("group:dinka-elders-ssd", "group:nuer-elders-ssd")


def test_spoken_of_again(read: Reader) -> None:
    cast = read("Tamil rebels freed ten men. The rebels want talks.", "2005-05-05")
    assert at(cast, "The rebels").actors == ("group:tamil-rebels",)


@pytest.mark.parametrize(
    "text",
    [
        "The Muslim Brotherhood rejected the vote.",
        "Karen Smith met Sami Khalil.",
        "Kurdish-led talks failed.",
        "Tamil Nadu refused the plan.",
        "He is Kurdish.",
    ],
)
def test_words_of_other_names_are_no_people(read: Reader, text: str) -> None:
    assert not [actor for actor in read(text, "2015-05-05").actors.values() if actor.kind == "group"]


def test_the_list_names_states_that_exist(knowledge: Knowledge) -> None:
    rows = list(csv.DictReader(files("whodid").joinpath("lexicon/en/actors/peoples.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) > 150
    assert {row["home"] for row in rows} - {""} <= set(knowledge.states)
    assert {row["sector"] for row in rows} == {"CVL", "REL"}
