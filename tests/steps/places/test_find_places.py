"""Whole sentences through the parser: what is a place, which one, and what is none."""

from collections.abc import Callable

import pytest

from whodid.article import Article
from whodid.coder import Coder
from whodid.knowledge.gazetteer import load_gazetteer
from whodid.record import Place
from whodid.steps.parsing import Parser, parse
from whodid.steps.places import find_places
from whodid.text import Span

pytestmark = pytest.mark.model
Find = Callable[..., tuple[Place, ...]]


@pytest.fixture(scope="session")
def find(parser: Parser) -> Find:
    def find_in(text: str, *, dateline: str | None = None, url: str | None = None) -> tuple[Place, ...]:
        place = Span(0, len(dateline), dateline) if dateline else None
        article = Article(text=text, url=url, dateline=place, dateline_place=place)
        return find_places(parse(article, parser), article, load_gazetteer())

    return find_in


def told(places: tuple[Place, ...]) -> list[tuple[str, str | None]]:
    return [(place.text, place.country) for place in places]


def test_places_of_a_sentence(find: Find) -> None:
    places = find("The minister flew from Ankara to Doha on Monday and will go on to Central Asia.")
    assert told(places) == [("Ankara", "TUR"), ("Doha", "QAT"), ("Central Asia", None)]
    assert all(place.lat is not None for place in places)


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian army shelled rebels while Mexicans voted.",
        "Jordan Baker praised Paris Morton for her book.",
        "NATO will discuss the plan in March.",
        "She drove down Lincoln Avenue.",
        "Doctors found the Marburg virus in two patients.",
        "The White House declined to comment.",
        "The vote was ACT of defiance, said the head of the union.",
    ],
)
def test_no_places(find: Find, text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("The mayor of Springfield, Illinois, resigned.", 39.8, -89.6),
        ("The mayor of Springfield, Mass., resigned.", 42.1, -72.6),
        ("The fire in Paris, Texas, was put out.", 33.7, -95.6),
        ("The fire in Paris was put out.", 48.9, 2.3),
    ],
)
def test_containment(find: Find, text: str, lat: float, lon: float) -> None:
    place = find(text)[0]
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.1), pytest.approx(lon, abs=0.1))


def test_told_once_is_told_throughout(find: Find) -> None:
    places = find("Police in Paris, Texas, arrested a man. He was driving home to Paris when he was stopped.")
    assert places[-1].text == "Paris" and places[-1].country == "USA"


def test_other_places_decide(find: Find) -> None:
    near = find("He moved from Waterloo to Kitchener and works in London, near Stratford and Woodstock in Ontario.")
    assert ("London", "CAN") in told(near)


def test_country_and_state_of_one_name(find: Find) -> None:
    assert ("Georgia", "GEO") in told(find("Russia sent troops to Georgia; talks will be held in Tbilisi."))
    assert ("Georgia", "USA") in told(find("He moved from Alabama to Georgia and lives in Atlanta."))


def test_the_outlet_says_where_home_is(find: Find) -> None:
    text = "The council of Bathurst met on Monday."
    assert told(find(text, url="https://www.example.com.au/news/1")) == [("Bathurst", "AUS")]
    assert told(find(text, url="https://www.example.ca/news/1")) == [("Bathurst", "CAN")]


def test_a_dateline_in_capitals(find: Find) -> None:
    places = find("DOHA, Qatar - Envoys met on Monday.", dateline="DOHA, Qatar")
    assert told(places) == [("DOHA", "QAT"), ("Qatar", "QAT")]


def test_seas_and_straits_lie_in_no_country(find: Find) -> None:
    places = find("Ships crossed the Taiwan Strait and the South China Sea.")
    assert told(places) == [("Taiwan Strait", None), ("South China Sea", None)]
    assert all(place.lat is not None for place in places)


def test_who_acts_is_a_metonym(find: Find) -> None:
    acting, scene = find("Moscow rejected the offer made in Geneva.")
    assert (acting.text, acting.metonym) == ("Moscow", True)
    assert (scene.text, scene.metonym) == ("Geneva", False)


def test_in_the_name_of_a_body(find: Find) -> None:
    (place,) = find("The Texas Department of Public Safety issued a warning.")
    assert (place.name, place.metonym) == ("Texas", True)


def test_unlisted_village_has_the_country_told(find: Find) -> None:
    places = find("Rebels shelled the village of Zhurbavka, Ukraine, on Sunday.")
    village = next(place for place in places if place.text == "Zhurbavka")
    assert (village.country, village.lat, village.geonames) == ("UKR", None, None)


def test_the_article_is_no_part_of_the_name(find: Find) -> None:
    places = find("The Hague and the Netherlands were quiet. The United States was not.")
    assert [place.text for place in places] == ["The Hague", "Netherlands", "United States"]


def test_long_names(find: Find) -> None:
    places = find("The People's Republic of China and the Democratic Republic of the Congo signed a treaty in Dar es Salaam.")
    assert {place.country for place in places} == {"CHN", "COD", "TZA"}


def test_spans_give_back_their_words(find: Find) -> None:
    text = "“We left Kyiv’s suburbs,” he said in Lviv — and in St. Petersburg."
    places = find(text)
    assert places and all(text[place.start : place.end] == place.text for place in places)


def test_nothing_in_nothing(find: Find) -> None:
    assert find("") == ()


@pytest.mark.parametrize("name", ["Palestinian territories", "Korean peninsula", "Golan heights"])
def test_a_region_may_end_in_small_letters(find: Find, name: str) -> None:
    assert [place.text for place in find(f"The army shelled villages in the {name}.")] == [name]


def test_small_letters_make_no_town_a_region(find: Find) -> None:
    assert "strip" not in " ".join(place.text for place in find("The army took a Paris strip of land."))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Britain and the United States held talks in Washington. The minister left London.", "USA"),
        # Nobody says of which state it is the capital: there is a Washington near London, too.
        ("The minister flew to Washington on Monday after a night in London.", None),
    ],
)
def test_the_capital_of_a_state_that_takes_part(coder: Coder, text: str, country: str | None) -> None:
    record = coder.code(Article(text=text))
    assert [place.country for place in record.places if place.text == "Washington"] == [country]
