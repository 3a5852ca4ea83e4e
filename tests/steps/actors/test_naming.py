"""How the record writes names: as the article does."""

from __future__ import annotations

from collections import Counter

import pytest

from casts import Reader
from whodid.steps.actors.naming import as_called, as_told

KNOWN = [
    ("Víctor Orbal", {"Victor Orbal", "Orbal"}, "person", "HUN", "Victor Orbal"),
    ("Víctor Orbal", {"Víctor Orbal", "Orbal"}, "person", "HUN", "Víctor Orbal"),
    ("Víctor Orbal", set(), "person", "HUN", "Víctor Orbal"),
    ("Ben Korvald", {"Benjamin Korvald", "Korvald"}, "person", "USA", "Benjamin Korvald"),
    ("Jan Olav Kor", {"Olav Kor", "Kor"}, "person", "NOR", "Jan Olav Kor"),
    ("Jan Kor", {"Jan P. Kor"}, "person", "NOR", "Jan Kor"),
    ("Jan Kor", {"Abu Lund"}, "person", "NOR", "Jan Kor"),
    ("Bureau of Works", {"BOW"}, "organization", "USA", "BOW"),
    ("Bureau of Works", {"BOW", "Bureau of Works"}, "organization", "USA", "Bureau of Works"),
    ("League of Ports", {"LOP"}, "organization", "IGO", "League of Ports"),
    ("Radical Party", {"Radicals", "Radical"}, "organization", "NOR", "Radicals"),
    ("Radical Party", {"Radical"}, "organization", "NOR", "Radical Party"),
]


@pytest.mark.parametrize(("known", "told", "kind", "country", "name"), KNOWN)
def test_a_known_name_is_written_as_the_article_writes_it(known: str, told: set[str], kind: str, country: str, name: str) -> None:
    assert as_told(known, told, kind, country) == name  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "called", "name"),
    [
        ("marchers", {"marchers": 1, "protesters": 2}, "protesters"),
        ("marchers", {"marchers": 1, "protesters": 1}, "marchers"),
        ("marcher", {"marcher": 1, "marchers": 3}, "marcher"),
        ("protesters", {"protesters": 3, "anti-war protesters": 1}, "anti-war protesters"),
    ],
)
def test_unnamed_people_are_called_as_most_often(first: str, called: dict[str, int], name: str) -> None:
    assert as_called(first, Counter(called)) == name


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "id", "name"),
    [
        ("Ankara waited. President Recep Tayyip Erdogan spoke.", "person:recep-tayyip-erdogan", "Recep Tayyip Erdogan"),
        ("Cuban demonstrators blocked a road. The protesters sang.", "group:protesters-cub", "Cuban demonstrators"),
        ("Most Republicans refused to vote.", "organization:republican-party-usa", "Republicans"),
    ],
)
def test_actors_are_called_as_the_article_calls_them(read: Reader, text: str, id: str, name: str) -> None:
    assert read(text, "2019-03-01").actors[id].name == name
