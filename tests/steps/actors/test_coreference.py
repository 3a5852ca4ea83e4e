"""Pronouns, pairs and repeated nouns."""

from __future__ import annotations

import pytest

from casts import Reader, at

pytestmark = pytest.mark.model


def test_he_is_the_subject_before(read: Reader) -> None:
    cast = read("Vladimir Putin met Angela Merkel. He said she was wrong.", "2015-05-05")
    assert at(cast, "He").actors == ("person:vladimir-putin",)
    assert at(cast, "she").actors == ("person:angela-merkel",)


def test_two_pronouns_of_one_verb_are_two(read: Reader) -> None:
    cast = read("Vladimir Putin met Barack Obama. He thanked him.", "2015-05-05")
    assert at(cast, "He").actors == ("person:vladimir-putin",)
    assert at(cast, "him").actors == ("person:barack-obama",)


def test_they_are_those_joined_by_and(read: Reader) -> None:
    cast = read("Vladimir Putin and Angela Merkel met. They praised their ties.", "2015-05-05")
    both = ("person:vladimir-putin", "person:angela-merkel")
    assert at(cast, "They").actors == both
    assert at(cast, "their").actors == both


def test_its_is_the_state(read: Reader) -> None:
    assert at(read("Peru recalled its envoy.", "2015-05-05"), "its").actors == ("state:PER",)


def test_who_is_the_noun_before(read: Reader) -> None:
    cast = read("Angela Merkel, who met the pope, was tired.", "2015-05-05")
    assert at(cast, "who").actors == ("person:angela-merkel",)


def test_it_that_stands_for_nothing(read: Reader) -> None:
    assert "It" not in [r.span.text for r in read("Peru won. It was a chance to rest.", "2015-05-05").references]


@pytest.mark.parametrize(
    ("words", "actors"),
    [
        ("The two leaders", ("person:vladimir-putin", "person:angela-merkel")),
        ("Both countries", ("state:RUS", "state:DEU")),
        ("The two sides", ("person:vladimir-putin", "person:angela-merkel")),
    ],
)
def test_pairs(read: Reader, words: str, actors: tuple[str, ...]) -> None:
    reference = at(read(f"Vladimir Putin met Angela Merkel. {words} want peace.", "2015-05-05"), words)
    assert (reference.kind, reference.actors) == ("pair", actors)


def test_a_pair_of_three_is_in_doubt(read: Reader) -> None:
    reference = at(read("Peru, Chile and Bolivia met. The two countries want peace.", "2015-05-05"), "The two countries")
    assert (reference.actors, reference.flags) == ((), ("ambiguous",))


def test_his_country(read: Reader) -> None:
    assert at(read("Barack Obama said his country would help.", "2015-05-05"), "his country").actors == ("state:USA",)


def test_i_and_we_are_left_alone(read: Reader) -> None:
    cast = read("“We want peace and I will work for it,” Barack Obama said.", "2015-05-05")
    assert [r.span.text for r in cast.references if r.kind == "pronoun"] == []


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        ("Sweden applied to join NATO. TASS reported it. China urged the alliance to stop.", "the alliance", ("organization:nato",)),
        ("Hamas denied it. Hamas told Reuters so. The group fired rockets.", "The group", ("organization:hamas",)),
        ("NATO and the European Union met. Norway praised the bloc.", "the bloc", ("organization:eu",)),
        ("Sweden is a member. TASS reported it. China urged the alliance to stop.", "the alliance", ("group:alliance",)),
        ("Hamas denied it. Peru condemned the group of six.", "the group", ("group:group",)),
    ],
)
def test_the_last_organization_of_that_kind(read: Reader, text: str, words: str, actors: tuple[str, ...]) -> None:
    assert at(read(text, "2023-07-11"), words).actors == actors


TRUCE = (
    "The army and the Rapid Support Forces signed a truce in Sudan. It was brokered by Peru and Chile. "
    "The two mediators praised it. Angela Merkel urged both sides to keep it."
)


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        (TRUCE, "The two mediators", ("state:PER", "state:CHL")),
        (TRUCE, "both sides", ("organization:army-sdn", "organization:rsf-sudan")),
        ("Peter Lund met Eva Kor. The two spoke by video link.", "The two", ("person:peter-lund", "person:eva-kor")),
        ("China accused Peru, Chile and Cuba and wrote to the three of them.", "Cuba", ("state:CUB",)),
        ("Peru, Chile and Cuba signed. China accused the three of spying.", "the three", ("state:PER", "state:CHL", "state:CUB")),
    ],
)
def test_those_spoken_of_together(read: Reader, text: str, words: str, actors: tuple[str, ...]) -> None:
    assert at(read(text, "2019-05-05"), words).actors == actors


def test_officials_of_other_rank_are_no_pair_of_presidents(read: Reader) -> None:
    cast = read("Dmitry Peskov praised the loan. Vladimir Putin said the two presidents had agreed on it.", "2021-06-21")
    assert at(cast, "the two presidents").actors == ()


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Eva Lund met the ruler, Jan Kor, on Thursday, who was quoted.", ("person:jan-kor",)),
        ("Jan Kor hopes for talks between his government and Hamas, who have refused.", ("organization:hamas",)),
        ("Jan Kor and Eva Lund, who have refused, left.", ("person:jan-kor", "person:eva-lund")),
    ],
)
def test_who(read: Reader, text: str, actors: tuple[str, ...]) -> None:
    assert at(read(text, "2019-05-05"), "who").actors == actors


def test_a_speaker_is_not_named_in_his_words(read: Reader) -> None:
    cast = read("Angela Merkel praised the deal. “I shall work with Eva Lund and Peru,” she said.", "2019-05-05")
    assert at(cast, "she").actors == ("person:angela-merkel",)


def test_the_country_is_none_of_two_that_are_joined(read: Reader) -> None:
    cast = read("China's envoy accused Peru and Chile of meddling in the country’s affairs.", "2019-05-05")
    assert at(cast, "the country’s").actors == ("state:CHN",)


def test_the_country_is_what_the_article_is_about(read: Reader) -> None:
    text = "Tunisia met NATO. Tunisia left. Tunisia came back. Tunisia envied the support of Libya. The country’s officials wept."
    assert at(read(text, "2019-05-05"), "The country’s").actors == ("state:TUN",)
    assert at(read("Chile lent money to Peru to aid the country’s recovery.", "2019-05-05"), "the country’s").actors == ("state:PER",)


def test_the_parties_of_a_whole_article(read: Reader) -> None:
    text = "Peru and Chile signed a truce. Rain fell. It was cold. Then came dawn. Nobody slept. Angela Merkel urged both sides to stop."
    assert at(read(text, "2015-05-05"), "both sides").actors == ("state:PER", "state:CHL")


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        ("Peru pressed Chile to open its ports.", "its", ("state:CHL",)),
        ("Peru stepped up pressure on Chile to rein in its navy.", "its", ("state:CHL",)),
        ("Peru was angered by Chile's claim that its ports are closed.", "its", ("state:CHL",)),
        ("Peru promised Chile to open its ports.", "its", ("state:PER",)),
    ],
)
def test_who_is_to_do_it(read: Reader, text: str, words: str, actors: tuple[str, ...]) -> None:
    assert at(read(text, "2015-05-05"), words).actors == actors


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministers of Peru brought documents. Angela Merkel read the documents and signed them.", "them"),
        ("Peru's Congress approved a bill. The bill was popular, and Angela Merkel praised it.", "it"),
        ("Peru was pleased. A new chance presented itself.", "itself"),
    ],
)
def test_things_are_no_actors(read: Reader, text: str, words: str) -> None:
    assert not [r for r in read(text, "2015-05-05").references if r.span.text == words and r.actors]


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        ("Peru said that its people must defend themselves.", "themselves", ("group:people-per",)),
        ("Peru has the right to defend itself.", "itself", ("state:PER",)),
        ("These rioters are criminals. They were arrested.", "They", ("group:rioters",)),
        ("Chile met Abkhazia and South Ossetia, which are poor.", "which", ("organization:abkhazia", "organization:south-ossetia")),
    ],
)
def test_subjects_before_predicates(read: Reader, text: str, words: str, actors: tuple[str, ...]) -> None:
    assert at(read(text, "2015-05-05"), words).actors == actors


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        ("Jan Kor and Eva Lund were freed. The men left.", "The men", ("person:jan-kor", "person:eva-lund")),
        ("Vladimir Putin and Angela Merkel met. The leaders want peace.", "The leaders", ("person:vladimir-putin", "person:angela-merkel")),
        ("Peru, Chile and Cuba met. The three countries want peace.", "The three countries", ("state:PER", "state:CHL", "state:CUB")),
        ("The Peruvian government met Hamas fighters. Both sides want peace.", "Both sides", ("state:PER", "organization:hamas")),
    ],
)
def test_several_spoken_of_again(read: Reader, text: str, words: str, actors: tuple[str, ...]) -> None:
    assert at(read(text, "2015-05-05"), words).actors == actors


def test_sides_of_a_sea_are_nobody(read: Reader) -> None:
    cast = read("Peru met Chile. There is hope on both sides of the Atlantic.", "2015-05-05")
    assert not [reference for reference in cast.references if reference.span.text.startswith("both sides") and reference.actors]


def test_he_is_not_the_one_who_reports(read: Reader) -> None:
    cast = read("As VOA's reporter Jan Kor says, General Sani Abacha's supporters held a rally to urge him to run.", "1998-03-03")
    assert at(cast, "him").actors == ("person:sani-abacha",)


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        ("During his visit to Norway, President Evo Morales opened a museum.", "his", ("person:evo-morales",)),
        ("On the margins of her visit to Norway, Angela Merkel opened a museum.", "her", ("person:angela-merkel",)),
        ("When he arrived in Norway, Vladimir Putin praised Sweden.", "he", ("person:vladimir-putin",)),
    ],
)
def test_named_only_afterwards(read: Reader, text: str, words: str, actors: tuple[str, ...]) -> None:
    assert at(read(text, "2015-05-05"), words).actors == actors


@pytest.mark.parametrize("text", ["After his arrest, police in Kenya charged John Mburu.", "In his letter, Angela Merkel is criticised."])
def test_the_subject_may_be_another(read: Reader, text: str) -> None:
    assert not [reference for reference in read(text, "2015-05-05").references if reference.span.text == "his" and reference.actors]
