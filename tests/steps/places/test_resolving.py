"""Doubt, the company of other names, and outlets, without a parser."""

import pytest

from whodid.article import Article
from whodid.knowledge.gazetteer import Entry, load_gazetteer
from whodid.steps.places.company import Company, Name
from whodid.steps.places.outlet import outlet_of
from whodid.steps.places.resolving import _decide


def town(name: str, country: str, division: str, lat: float, lon: float, population: int = 5_000) -> Entry:
    return Entry(None, name, country, division, lat, lon, population, "town")


NORTH, SOUTH = town("Kell", "EST", "01", 58.0, 25.0), town("Kell", "LVA", "02", 56.0, 22.0)
NEIGHBOUR = town("Holm", "EST", "01", 58.2, 25.4)


def name(*entries: Entry, shares: list[float]) -> Name:
    return Name("kell", entries, shares=shares)


def test_company_speaks_for_the_place_nearby() -> None:
    kell = name(NORTH, SOUTH, shares=[0.5, 0.5])
    company = Company([kell, name(NEIGHBOUR, shares=[1.0])])
    assert company.support(NORTH, kell) > company.support(SOUTH, kell) == 0.0


def test_a_name_does_not_speak_for_itself() -> None:
    kell = name(NORTH, SOUTH, shares=[0.9, 0.1])
    company = Company([kell, name(town("Tarn", "SWE", "03", 60.0, 15.0), shares=[1.0])])
    assert company.support(NORTH, kell) == pytest.approx(0.0)


def test_company_has_its_limit() -> None:
    kell = name(NORTH, SOUTH, shares=[0.5, 0.5])
    crowd = [name(NEIGHBOUR, shares=[1.0]) for _ in range(200)]
    assert Company([kell, *crowd], 7.0).support(NORTH, kell) == 7.0


def test_equal_weights_are_doubt() -> None:
    resolution = _decide(name(NORTH, SOUTH, shares=[0.5, 0.5]))
    assert (resolution.entry, resolution.country) == (None, None)


def test_doubt_within_one_country_keeps_the_country() -> None:
    other = town("Kell", "EST", "05", 59.5, 28.0)
    resolution = _decide(name(NORTH, other, shares=[0.5, 0.5]))
    assert (resolution.entry, resolution.country) == (None, "EST")


def test_the_likeliest_place() -> None:
    assert _decide(name(NORTH, SOUTH, shares=[0.7, 0.3])).entry == NORTH


@pytest.mark.parametrize(
    ("url", "country", "home"),
    [
        ("https://www.gazette.co.uk/1", "GBR", set()),
        ("http://dailynewsgroup.com/a?b=1", None, set()),
        ("https://kabulpost.af/x", "AFG", {"AFG"}),
        ("https://bathurstnews.com.au/x", "AUS", {"AUS"}),
        ("https://quizzical.io/x", None, set()),
        ("not an address", None, set()),
    ],
)
def test_outlet(url: str, country: str | None, home: set[str]) -> None:
    outlet = outlet_of(Article(text="", url=url), load_gazetteer())
    assert outlet.country == country
    assert {entry.country for entry in outlet.home} == home
