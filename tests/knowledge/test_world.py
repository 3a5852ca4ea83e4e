"""Who held what, and who belonged to what, on which day."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from whodid.knowledge import Knowledge, Person, State, load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("country", "role", "day", "name"),
    [
        ("IRN", "head_of_government", date(2022, 9, 15), "Ebrahim Raisi"),
        ("IRN", "head_of_state", date(2022, 9, 15), "Ali Khamenei"),
        ("TKM", "head_of_state", date(2022, 9, 15), "Serdar Berdimuhamedow"),
        ("TKM", "head_of_state", date(2022, 2, 1), "Gurbanguly Berdimuhamedow"),
        ("RUS", "foreign_minister", date(2010, 6, 1), "Sergei Lavrov"),
        ("RUS", "head_of_state", date(2010, 6, 1), "Dmitry Medvedev"),
        ("CHN", "head_of_state", date(2022, 9, 15), "Xi Jinping"),
        ("CHN", "head_of_government", date(2022, 9, 15), "Li Keqiang"),
        ("PAK", "head_of_government", date(2022, 9, 15), "Shehbaz Sharif"),
        ("KGZ", "head_of_state", date(2022, 9, 15), "Sadyr Japarov"),
        ("IND", "foreign_minister", date(2022, 9, 15), "S. Jaishankar"),
        ("USA", "defence_minister", date(2003, 3, 20), "Donald Rumsfeld"),
        ("YUG", "head_of_state", date(1999, 4, 1), "Slobodan Milošević"),
        ("un", "head", date(1998, 1, 1), "Kofi Annan"),
        ("nato", "head", date(2022, 3, 1), "Jens Stoltenberg"),
        ("taliban", "head", date(2000, 1, 1), "Mullah Omar"),
    ],
)
def test_holder_on_a_day(knowledge: Knowledge, country: str, role: str, day: date, name: str) -> None:
    assert [person.name for person in knowledge.holders(country, role, day)] == [name]


def test_two_hold_on_the_day_of_handover_the_newest_first(knowledge: Knowledge) -> None:
    names = [person.name for person in knowledge.holders("USA", "head_of_state", date(2021, 1, 20))]
    assert names == ["Joe Biden", "Donald Trump"]


def test_nobody_holds_a_vacant_or_unknown_office(knowledge: Knowledge) -> None:
    assert knowledge.holders("SYR", "head_of_state", date(2000, 7, 1)) == ()
    assert knowledge.holders("XXX", "head_of_state", date(2000, 7, 1)) == ()


def test_tenures_of_a_person(knowledge: Knowledge) -> None:
    offices = [tenure.office for tenure in knowledge.tenures("vladimir-putin", date(2010, 1, 1))]
    assert offices == ["prime-minister-of-russia"]
    starts = [tenure.start for tenure in knowledge.tenures("vladimir-putin", None)]
    assert len(starts) > 3 and starts == sorted(starts)
    assert knowledge.tenures("nobody", None) == ()


def test_several_speak_for_one_ministry(knowledge: Knowledge) -> None:
    names = {person.name for person in knowledge.holders("CHN", "spokesman", date(2022, 11, 1))}
    assert {"Hua Chunying", "Mao Ning", "Wang Wenbin"} <= names


def test_members_on_a_day(knowledge: Knowledge) -> None:
    at_samarkand = {m.state: m.predicate for m in knowledge.members("sco", date(2022, 9, 16))}
    assert at_samarkand["KAZ"] == "member_of"
    assert at_samarkand["IRN"] == "observer_of"
    assert at_samarkand["TUR"] == "dialogue_partner_of"
    assert "IRN" in {m.state for m in knowledge.members("sco", date(2024, 1, 1)) if m.predicate == "member_of"}
    assert "GBR" not in {m.state for m in knowledge.members("eu", date(2022, 1, 1))}
    assert knowledge.members("nothing", None) == ()


def test_past_states_belong_to_what_they_belonged_to(knowledge: Knowledge) -> None:
    assert "YUG" in {m.state for m in knowledge.members("un", date(1990, 1, 1))}
    assert "YUG" not in {m.state for m in knowledge.members("un", date(2001, 1, 1))}


def test_every_un_member_is_a_state(knowledge: Knowledge) -> None:
    members = {m.state for m in knowledge.members("un", date(2022, 1, 1)) if m.predicate == "member_of"}
    assert len(members) == 193
    assert {"TWN", "PSE", "XKX", "VAT", "HKG", "ESH"}.isdisjoint(members)
    assert members | {"TWN", "PSE", "XKX", "VAT", "HKG", "ESH"} <= set(knowledge.states)


@pytest.mark.parametrize("word", ["Danish", "Mayor", "Plan", "DNA", "Monaco", "Stock"])
def test_words_are_no_surnames_and_no_acronyms(knowledge: Knowledge, word: str) -> None:
    assert all(isinstance(name.entry, State) for name in knowledge.named(word))


@pytest.mark.parametrize(
    ("words", "person", "office", "day"),
    [
        ("Jose Ramos-Horta", "jose-ramos-horta", "foreign-minister-of-east-timor", date(2004, 5, 1)),
        ("Irakli Menagarishvili", "irakli-menagharishvili", "foreign-minister-of-georgia", date(1999, 3, 1)),
        ("Philip Breedlove", "philip-breedlove", "supreme-allied-commander-europe", date(2014, 9, 1)),
        ("El Chapo", "joaquin-guzman", "crime-bosses-of-mexico", date(2014, 2, 22)),
        ("Rami Abdulrahman", "rami-abdel-rahman", "head-of-the-sohr", date(2015, 6, 1)),
    ],
)
def test_who_was_what_when(knowledge: Knowledge, words: str, person: str, office: str, day: date) -> None:
    assert [name.entry.id for name in knowledge.named(words) if isinstance(name.entry, Person)] == [person]
    assert office in {tenure.office for tenure in knowledge.tenures(person, day)}


def test_loading_needs_no_parser() -> None:
    script = "import sys; from whodid.knowledge import load_knowledge; load_knowledge().named('Xi'); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
