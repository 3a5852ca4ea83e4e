"""What sort of place it is, and how exactly the words say where."""

import pytest

from whodid.article import Article
from whodid.knowledge.gazetteer import load_gazetteer
from whodid.steps.parsing import Parser, parse
from whodid.steps.places import find_places

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind", "precision"),
    [
        ("Two people were hurt in Samarkand.", "town", 1),
        ("Two people were hurt near Samarkand.", "town", 2),
        ("A lorry burned ten miles from Samarkand.", "town", 2),
        ("The minister returned from Samarkand.", "town", 1),
        ("Farmers blocked roads in Bavaria.", "region", 4),
        ("Farmers blocked roads in Uzbekistan.", "country", 6),
        ("The frigate sank in the Black Sea.", "sea", 7),
        ("Trade grew in Central Asia.", "region", 7),
    ],
)
def test_kind_and_precision(parser: Parser, text: str, kind: str, precision: int) -> None:
    article = Article(text)
    places = find_places(parse(article, parser), article, load_gazetteer())
    assert [(place.kind, place.precision) for place in places] == [(kind, precision)]


def test_a_place_in_doubt_has_neither(parser: Parser) -> None:
    article = Article("The mayor of Springfield and a man from Qwertyville met.")
    places = find_places(parse(article, parser), article, load_gazetteer())
    assert all(place.kind is None and place.precision is None for place in places if place.lat is None and place.country is None)
