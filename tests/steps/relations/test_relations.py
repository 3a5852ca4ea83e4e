"""Standing facts that sentences state outright."""

from __future__ import annotations

from datetime import date

import pytest

from whodid import Article, Coder

pytestmark = pytest.mark.model


def _facts(coder: Coder, text: str) -> set[tuple[str, str, str]]:
    record = coder.code(Article(text, date=date(2022, 9, 15)))
    names = {actor.id: actor.name for actor in record.actors}
    return {(names.get(r.subject, r.subject), r.predicate, names.get(r.object, r.object)) for r in record.relations}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Estonia is a member of NATO.", ("Estonia", "member_of", "NATO")),
        ("The OSCE, founded in 1975, sent monitors.", ("Organization for Security", "founded_in", "1975")),
        ("Finnish Prime Minister Sanna Marin spoke.", ("Sanna Marin", "holds_office", "Prime Minister of Finland")),
        ("Kenya's Defence Minister Jan Kor spoke.", ("Jan Kor", "holds_office", "Defence Minister of Kenya")),
        ("US Treasury spokeswoman Ida Lund spoke.", ("Ida Lund", "holds_office", "US Treasury spokeswoman")),
        ("Former Swedish Prime Minister Stefan Löfven spoke.", ("Stefan Löfven", "held_office", "Prime Minister of Sweden")),
        ("Jan Kor, director of the Human Rights Centre, spoke.", ("Jan Kor", "holds_office", "director of the Human Rights Centre")),
        ("The union's chairwoman, Ida Lund, spoke.", ("Ida Lund", "holds_office", "union's chairwoman")),
    ],
)
def test_fact_is_found(coder: Coder, text: str, fact: tuple[str, str, str]) -> None:
    assert any(found[1] == fact[1] and fact[0] in found[0] and fact[2].lower() in found[2].lower() for found in _facts(coder, text)), (
        _facts(coder, text)
    )


def test_members_of_a_list(coder: Coder) -> None:
    text = "The European Union, consisting at first of France, Italy and Belgium, grew later."
    assert {subject for subject, predicate, _ in _facts(coder, text) if predicate == "member_of"} == {"France", "Italy", "Belgium"}


@pytest.mark.parametrize(
    "text",
    [
        "Finland is not a member of NATO.",
        "Ukraine is a prospective member of NATO.",
        "The Chinese leader, Xi Jinping, spoke.",
        "Mr Jan Kor spoke.",
    ],
)
def test_no_fact_where_none_is_stated(coder: Coder, text: str) -> None:
    assert _facts(coder, text) == set()


def test_the_fullest_name_of_an_office_stands_for_the_others(coder: Coder) -> None:
    text = "US Secretary of State Antony Blinken spoke. Secretary Blinken left."
    offices = [office for _, predicate, office in _facts(coder, text) if predicate == "holds_office"]
    assert len(offices) == 1
