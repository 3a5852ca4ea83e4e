"""Groups, bodies and states told by what they are."""

from __future__ import annotations

import pytest

from casts import Reader, at

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Russian warships sailed south.", "Russian warships", "RUS", "MIL"),
        ("Riot police in Tehran used tear gas.", "Riot police in Tehran", "IRN", "COP"),
        ("Iranian security forces opened fire.", "Iranian security forces", "IRN", "MIL"),
        ("Chinese state media praised the plan.", "Chinese state media", "CHN", "JRN"),
        ("Protesters in Tehran burned tyres.", "Protesters in Tehran", "IRN", "CVL"),
        ("Spain's foreign ministry denied it.", "Spain’s foreign ministry", "ESP", "GOV"),
        ("The Defence Ministry in Moscow denied it.", "The Defence Ministry in Moscow", "RUS", "MIL"),
        ("A Nigerian court freed him.", "A Nigerian court", "NGA", "JUD"),
        ("A court in Istanbul freed him.", "A court in Istanbul", "TUR", "JUD"),
        ("Colombian rebels fled.", "Colombian rebels", "COL", "REB"),
        ("An Indian opposition leader was jailed.", "An Indian opposition leader", "IND", "OPP"),
        ("A Mexican police spokesman said so.", "A Mexican police spokesman", "MEX", "COP"),
    ],
)
def test_country_and_sector(read: Reader, text: str, words: str, country: str, sector: str) -> None:
    cast = read(text.replace("'", "’"), "2019-11-19")
    (actor,) = at(cast, words).actors
    assert (cast.actors[actor].country, cast.actors[actor].sector) == (country, sector)


def test_the_government_is_a_body_and_the_authorities_are_the_state(read: Reader) -> None:
    cast = read("The Afghan government freed two men. The authorities in Kabul gave no reason.", "2019-11-19")
    assert at(cast, "The Afghan government").actors == ("organization:government-afg",)
    assert at(cast, "The authorities in Kabul").actors == ("state:AFG",)
    government = cast.actors["organization:government-afg"]
    assert (government.name, government.country, government.sector) == ("Afghan government", "AFG", "GOV")


def test_their_governments_are_two(read: Reader) -> None:
    cast = read("Barack Obama and Angela Merkel met. They said their governments would help.", "2015-05-05")
    assert at(cast, "their governments").actors == ("organization:government-usa", "organization:government-deu")


def test_both_governments_are_the_states(read: Reader) -> None:
    cast = read("The Peruvian government met the Chilean government. Both governments want peace.", "2015-05-05")
    assert at(cast, "Both governments").actors == ("state:PER", "state:CHL")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Norwegian warships", "Norway's warships"),
        ("Dutch drones", "Netherlands' drones"),
        ("American troops", "US troops"),
        ("The Georgian leadership", "Georgian leadership"),
        ("Southeast Asian nations", "Southeast Asian nations"),
    ],
)
def test_names(read: Reader, words: str, name: str) -> None:
    cast = read(f"{words} attacked the port.", "2019-11-19")
    assert cast.actors[at(cast, words).actors[0]].name == name


def test_two_adjectives_make_two_groups(read: Reader) -> None:
    cast = read("Senior Hungarian and Romanian officials met.", "2019-11-19")
    assert at(cast, "Senior Hungarian and Romanian officials").actors == ("group:officials-hun", "group:officials-rou")


def test_country_is_inferred_where_one_is_spoken_of(read: Reader) -> None:
    reference = at(read("Police arrested 20 people in Peru.", "2019-11-19"), "Police")
    assert (reference.actors, reference.flags) == (("organization:police-per",), ("country-inferred",))


def test_no_country_where_two_compete(read: Reader) -> None:
    cast = read("Peru and Chile are at odds. Police arrested 20 people.", "2019-11-19")
    assert cast.actors[at(cast, "Police").actors[0]].country is None


def test_group_met_before(read: Reader) -> None:
    cast = read("Peruvian miners marched. Chile closed its border to Bolivia. The miners went home.", "2019-11-19")
    assert at(cast, "The miners").actors == ("group:miners-per",)


def test_counting_words_stand_for_those_they_count(read: Reader) -> None:
    cast = read("Hundreds of Peruvian students marched.", "2019-11-19")
    assert at(cast, "Hundreds of Peruvian students").actors == ("group:students-per",)


def test_western_leaders_have_no_country(read: Reader) -> None:
    cast = read("Western leaders shunned him.", "2019-11-19")
    (actor,) = at(cast, "Western leaders").actors
    assert (cast.actors[actor].name, cast.actors[actor].country) == ("Western leaders", None)


def test_organization_named_after_its_description(read: Reader) -> None:
    cast = read("The Chinese state broadcaster CCTV quoted him.", "2019-11-19")
    assert at(cast, "The Chinese state broadcaster CCTV").head.text == "CCTV"


def test_countries_told_beside_a_group(read: Reader) -> None:
    cast = read("Two hostages, an American and an Australian, were freed by Iran. The hostages flew home.", "2015-05-05")
    assert at(cast, "Two hostages").actors == ("group:hostages-usa", "group:hostages-aus")
    assert at(cast, "The hostages").actors == ("group:hostages-usa", "group:hostages-aus")


def test_opposition_is_the_leader_s_own(read: Reader) -> None:
    cast = read("Peru and Chile are at odds. Angela Merkel silenced the opposition.", "2015-05-05")
    assert at(cast, "the opposition").actors == ("group:opposition-deu",)


def test_troops_are_the_sender_s(read: Reader) -> None:
    cast = read("Peru and Chile are at odds. France sent troops to Mali.", "2015-05-05")
    assert at(cast, "troops").actors == ("group:troops-fra",)


def test_one_of_two_homonymous_states(read: Reader) -> None:
    assert not read("Congolese troops fled.", "2015-05-05").actors.keys() & {"group:troops-cod", "group:troops-cog"}
    assert "group:troops-cog" in read("The Republic of the Congo denied it. Congolese troops fled.", "2015-05-05").actors


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("VILNIUS, May 5 – Lithuania hosts a summit on Monday. The leaders will vote on Tuesday.", "The leaders"),
        ("Lithuania hosts a summit. An alliance was founded.", "An alliance"),
        ("Lithuania hosts a summit. Mediators spoke for hours.", "Mediators"),
        ("Lithuania hosts a summit. Ambassadors spoke for hours.", "Ambassadors"),
        ("SAMARKAND, May 5 – Armenia and Chile signed a deal. Police arrested 20 people.", "Police"),
        ("Armenia and Chile signed a deal. Angela Merkel warned the opposition.", "the opposition"),
    ],
)
def test_no_country_is_guessed(read: Reader, text: str, words: str) -> None:
    cast = read(text, "2019-05-05")
    assert [cast.actors[actor].country for actor in at(cast, words).actors] == [None]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Chinese side praised the plan.", "The Chinese side", "state:CHN"),
        ("“We thank our Chinese friends,” he said.", "our Chinese friends", "state:CHN"),
        ("He praised Chinese partners of the firm.", "Chinese partners of the firm", "group:partners-chn"),
    ],
)
def test_words_for_a_state_as_a_party(read: Reader, text: str, words: str, actor: str) -> None:
    references = [r for r in read(text, "2019-05-05").references if r.span.text.startswith(words[:12])]
    assert references[0].actors == (actor,)


def test_arms_act_or_are_nobody(read: Reader) -> None:
    cast = read("Warplanes bombed the town. Norway sent fighter jets. A rescue mission failed.", "2019-05-05")
    assert [reference.span.text for reference in cast.references] == ["Warplanes", "Norway"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Syria said that its allies would help.", "its allies"),
        ("A Turkish policeman shot his victims.", "his victims"),
        ("Peru spoke with the intelligence services of other countries.", "the intelligence services of other countries"),
    ],
)
def test_others_are_not_their_owner_s(read: Reader, text: str, words: str) -> None:
    cast = read(text, "2019-05-05")
    assert [cast.actors[actor].country for actor in at(cast, words).actors] == [None]


def test_a_doubtful_owner_is_not_made_up_for(read: Reader) -> None:
    cast = read("Syria met Peru. Chile helped Cuba. Their army grew.", "2019-05-05")
    assert [cast.actors[actor].country for actor in at(cast, "Their army").actors] == [None]


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("The club's members voted.", "members", None),
        ("Jan Kor, executive director of the club, resigned.", "Jan Kor", None),
        ("Norwegian director general Jan Kor resigned.", "Norwegian director general Jan Kor", "GOV"),
    ],
)
def test_sector_of_general_nouns(read: Reader, text: str, words: str, sector: str | None) -> None:
    cast = read(text, "2019-05-05")
    (actor,) = next(r for r in cast.references if words in r.span.text).actors
    assert cast.actors[actor].sector == sector


def test_a_kingdom_has_a_king(read: Reader) -> None:
    cast = read("Saudi Arabia thanked the United States. The arms went to the kingdom.", "2019-05-05")
    assert at(cast, "the kingdom").actors == ("state:SAU",)


def test_their_countries_are_the_states(read: Reader) -> None:
    cast = read("Vladimir Putin and Angela Merkel met. Their countries signed a deal.", "2015-05-05")
    assert at(cast, "Their countries").actors == ("state:RUS", "state:DEU")


def test_critics_speak_of_their_own_government(read: Reader) -> None:
    cast = read("Peru and Chile met. Peruvian opposition leader Eva Kor blamed the government for the delay.", "2019-05-05")
    assert at(cast, "the government").actors == ("organization:government-per",)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Peru and Chile met. Peruvian miners clashed with police in May.", "police", "PER"),
        ("Peru and Chile met. Peruvian police arrested a handful of reporters.", "reporters", "PER"),
        ("Peruvian troops met Chile. The mayor of Arequipa province fled.", "The mayor of Arequipa province", "PER"),
        ("The Peruvian government fell. Peru wept. Chile and Cuba met. The government said so.", "The government", "PER"),
    ],
)
def test_country_by_whom_they_deal_with(read: Reader, text: str, words: str, country: str) -> None:
    cast = read(text, "2019-05-05")
    assert cast.actors[at(cast, words).actors[0]].country == country


def test_a_foreign_police_arrests_whom_the_text_says(read: Reader) -> None:
    cast = read("Peruvian police arrested two Chilean reporters.", "2019-05-05")
    assert cast.actors[at(cast, "two Chilean reporters").actors[0]].country == "CHL"


def test_kin_are_of_the_country_of_whom_they_are_told_by(read: Reader) -> None:
    cast = read("Peruvian police arrested the brother of former Moldovan President Igor Dodon.", "2022-05-05")
    assert any(actor.name == "Moldovan brother" and actor.country == "MDA" for actor in cast.actors.values())


def test_the_extremist_group_is_the_one_named(read: Reader) -> None:
    cast = read("Boko Haram fled. Peru condemned the extremist group.", "2019-05-05")
    assert at(cast, "the extremist group").actors == ("organization:boko-haram",)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Hong Kong protested. China was silent. The central government will act.", "The central government", "CHN"),
        ("Peru met Chile. The central government will act.", "The central government", None),
        ("The miners in Peru wept, police said. Chile and Cuba met in Norway.", "police", "PER"),
        ("Chile and Cuba met. In Peru, police wept.", "police", "PER"),
    ],
)
def test_country_of_the_passage(read: Reader, text: str, words: str, country: str | None) -> None:
    cast = read(text, "2019-05-05")
    assert cast.actors[at(cast, words).actors[0]].country == country


def test_a_government_named_by_a_stranger_is_not_the_passages(read: Reader) -> None:
    cast = read("The Zobrist government criticized Iran. Iran was angry.", "2014-03-04")
    assert all("irn" not in actor.casefold() for actor in at(cast, "The Zobrist government").actors)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A Norwegian violinist stabbed a guard.", "A Norwegian violinist", "NOR"),
        ("A Russian billionaire threatened Latvia.", "A Russian billionaire", "RUS"),
        ("Two Chinese swimmers accused Australia of racism.", "Two Chinese swimmers", "CHN"),
        ("A British-Iranian woman was freed.", "A British-Iranian woman", "GBR"),
        ("A Cuban-American student was freed.", "A Cuban-American student", "USA"),
    ],
)
def test_what_a_person_does_is_not_his_states_deed(read: Reader, text: str, words: str, country: str) -> None:
    cast = read(text, "2019-11-19")
    (id,) = at(cast, words).actors
    assert (cast.actors[id].kind, cast.actors[id].country) == ("group", country)


def test_who_comes_from_elsewhere_is_not_of_the_country_of_those_beside(read: Reader) -> None:
    cast = read("Jordanian soldiers and a woman visiting from Canada were hurt.", "2019-11-19")
    assert next(actor.country for actor in cast.actors.values() if actor.name.endswith(("woman", "women"))) is None


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("president of the University of Halden", "EDU"),
        ("president of the Halden Institute", "EDU"),
        ("vice president of Siemens", "BUS"),
        ("president of the European Commission", "GOV"),
        ("vice president of Peru", "GOV"),
        ("the Islamist president", "GOV"),
    ],
)
def test_who_presides_over_no_state_governs_none(read: Reader, title: str, sector: str) -> None:
    cast = read(f"Eva Lund, {title}, was arrested.", "2019-05-05")
    assert cast.actors["person:eva-lund"].sector == sector
