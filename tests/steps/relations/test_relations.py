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
        ("The Kenyan envoy to Washington, Jan Kor, spoke.", ("Jan Kor", "holds_office", "Kenyan envoy to Washington")),
        ("Deputy Minister of Public Works Jan Kor took the decision.", ("Jan Kor", "holds_office", "Deputy Minister of Public Works")),
        ("Holm Post editor-in-chief Ida Lund spoke.", ("Ida Lund", "holds_office", "editor-in-chief")),
        ("They sued the Inspector-General of Police, Jan Kor, over it.", ("Jan Kor", "holds_office", "Inspector-General of Police")),
        ("On Monday Gov. Ida Lund spoke.", ("Ida Lund", "holds_office", "Governor")),
        ("The bill of former Sen. Jan Kor failed.", ("Jan Kor", "held_office", "Senator")),
        ("Public Ombudsman Ida Lund spoke.", ("Ida Lund", "holds_office", "Public Ombudsman")),
        ("Kurdish leader Jan Kor spoke.", ("Jan Kor", "holds_office", "Kurdish leader")),
        ("Palestinian leader Yasser Arafat spoke.", ("Yasser Arafat", "holds_office", "Palestinian leader")),
        ("Jan Kor is the mayor of Oslo.", ("Jan Kor", "holds_office", "mayor of Oslo")),
        ("Jan Kor, who was defence minister at the time, left.", ("Jan Kor", "held_office", "defence minister")),
        ("Then-President George Bush left.", ("Bush", "held_office", "President")),
        ("Croatia joined the European Union in 2013.", ("Croatia", "member_of", "European Union")),
        ("Finland, which joined NATO in 2023, agreed.", ("Finland", "member_of", "NATO")),
        ("Also Friday, Turku Mayor Jan Kor and Oslo Mayor Ida Lund left.", ("Jan Kor", "holds_office", "Turku Mayor")),
        ("Jan Kor, a spokesman for Governor Ida Lund, spoke.", ("Jan Kor", "holds_office", "spokesman for Governor Ida Lund")),
        ("Jan Kor, a senior member of the Taliban, was freed.", ("Jan Kor", "member_of", "Taliban")),
        ("Ida Lund of Amnesty International spoke.", ("Ida Lund", "member_of", "Amnesty")),
        ("Ida Lund of the Norwegian Union of Teachers spoke.", ("Ida Lund", "member_of", "Union of Teachers")),
        ("Foreign Ministers Jan Kor of Norway and Ida Lund of Sweden met.", ("Ida Lund", "holds_office", "Foreign Minister of Sweden")),
        ("Director of the Kenyan Ministry of Trade (MT) Ida Lund left.", ("Ida Lund", "holds_office", "Director of the Kenyan Ministry")),
        ("Senators Jan Kor and Ida Lund left.", ("Jan Kor", "holds_office", "Senator")),
        ("Former presidents Jan Kor and Ida Lund left.", ("Ida Lund", "held_office", "president")),
        ("Jan Kor was sworn in as mayor of Oslo on Monday.", ("Jan Kor", "holds_office", "mayor of Oslo")),
        ("Ida Lund, who was appointed chief of police last week, left.", ("Ida Lund", "holds_office", "chief of police")),
        ("The plan of former President Ronald Reagan failed.", ("Ronald Reagan", "held_office", "President of the United States")),
    ],
)
def test_fact_is_found(coder: Coder, text: str, fact: tuple[str, str, str]) -> None:
    assert any(found[1] == fact[1] and fact[0] in found[0] and fact[2].lower() in found[2].lower() for found in _facts(coder, text)), (
        _facts(coder, text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Jan Kor was elected mayor of Oslo in 1994.",
        "Jan Kor could become mayor of Oslo.",
        "They asked council members, Jan Kor, a guest, and others.",
        "Jan Kor of Oslo spoke.",
    ],
)
def test_nothing_is_held_that_is_not_told_of_now(coder: Coder, text: str) -> None:
    assert not _facts(coder, text)


def test_the_office_is_not_that_of_his_client(coder: Coder) -> None:
    text = "Ida Lund, attorney for the boy's father Jan Kor, spoke."
    assert {name for name, predicate, _ in _facts(coder, text) if predicate == "holds_office"} == {"Ida Lund"}


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
        "Jan Kor is not the president.",
        "Georgia has not joined NATO.",
        "Georgia could join NATO in May.",
        "Turkey joined NATO in condemning the strike.",
    ],
)
def test_no_fact_where_none_is_stated(coder: Coder, text: str) -> None:
    assert _facts(coder, text) == set()


def test_a_given_name_spelt_otherwise_is_no_part_of_the_office(coder: Coder) -> None:
    offices = {
        office for _, predicate, office in _facts(coder, "Russian Foreign Minister Sergey Lavrov spoke.") if predicate == "holds_office"
    }
    assert offices == {"Foreign Minister of Russia"}


def test_the_fullest_name_of_an_office_stands_for_the_others(coder: Coder) -> None:
    text = "US Secretary of State Antony Blinken spoke. Secretary Blinken left."
    offices = [office for _, predicate, office in _facts(coder, text) if predicate == "holds_office"]
    assert len(offices) == 1


@pytest.mark.parametrize("text", ["Incoming ambassador Jan Kor spoke.", "They asked the minister, Jan Kor said."])
def test_who_is_not_in_office_has_none(coder: Coder, text: str) -> None:
    assert not _facts(coder, text)


def test_what_stands_before_former_is_no_office(coder: Coder) -> None:
    assert {fact[2] for fact in _facts(coder, "Count former Norwegian police chief Jan Kor among them.")} == {"Norwegian police chief"}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Also Friday, Oslo Mayor Jan Kor left.", "Oslo Mayor"),
        ("The roads stayed shut, said police spokesman Lt. Ida Lund.", "police spokesman"),
        ("Attorney General Jan Kor spoke.", "Attorney General"),
        ("Jan Kor, head of the fund that paid for the trip, spoke.", "head of the fund"),
    ],
)
def test_an_office_has_no_more_words_than_its_own(coder: Coder, text: str, office: str) -> None:
    assert {told for _, predicate, told in _facts(coder, text) if predicate == "holds_office"} == {office}


@pytest.mark.parametrize("text", ["General Jan Kor led the march.", "Jan Kor was the first senior official to go there."])
def test_a_rank_is_no_office(coder: Coder, text: str) -> None:
    assert not any("office" in predicate for _, predicate, _ in _facts(coder, text))
