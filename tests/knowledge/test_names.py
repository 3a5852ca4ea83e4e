"""Which words name which entries."""

from __future__ import annotations

import pytest

from whodid.knowledge import Knowledge, Person, State, load_knowledge, normalise


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def readings(knowledge: Knowledge, words: str) -> set[tuple[str, str]]:
    return {(name.kind, name.entry.code if isinstance(name.entry, State) else name.entry.id) for name in knowledge.named(words)}


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("Britain", ("name", "GBR")),
        ("Czechia", ("name", "CZE")),
        ("DPRK", ("name", "PRK")),
        ("Burma", ("name", "MMR")),
        ("Côte d'Ivoire", ("name", "CIV")),
        ("Cote d’Ivoire", ("name", "CIV")),
        ("Türkiye", ("name", "TUR")),
        ("Azeri", ("adjective", "AZE")),
        ("Filipinos", ("demonym", "PHL")),
        ("Swede", ("demonym", "SWE")),
        ("Bishkek", ("capital", "KGZ")),
        ("Kiev", ("metonym", "UKR")),
        ("Elysee", ("metonym", "FRA")),
        ("Foggy Bottom", ("metonym", "USA")),
        ("Alyaksandr Lukashenka", ("name", "alexander-lukashenko")),
        ("Recep Tayyip Erdogan", ("name", "recep-tayyip-erdogan")),
        ("Volodymyr Zelenskyy", ("name", "volodymyr-zelensky")),
        ("Zelenskiy", ("name", "volodymyr-zelensky")),
        ("Moammar Gadhafi", ("name", "muammar-gaddafi")),
        ("Binyamin Netanyahu", ("name", "benjamin-netanyahu")),
        ("Xi", ("family", "xi-jinping")),
        ("Assad", ("family", "bashar-al-assad")),
        ("al-Assad", ("family", "bashar-al-assad")),
        ("Shanghai Cooperation Organization", ("name", "sco")),
        ("ISIL", ("name", "islamic-state")),
        ("al-Qaida", ("name", "al-qaeda")),
        ("AK Party", ("name", "akp")),
        ("Northern Cyprus", ("name", "northern-cyprus")),
    ],
)
def test_words_name_the_entry(knowledge: Knowledge, words: str, reading: tuple[str, str]) -> None:
    assert reading in readings(knowledge, words)


@pytest.mark.parametrize("words", ["us", "who", "is", "turkey", "china", "polish", "Who", "Us", "It", "", "Norland"])
def test_common_words_name_nothing(knowledge: Knowledge, words: str) -> None:
    assert knowledge.named(words) == ()


def test_longer_acronyms_may_be_written_as_words(knowledge: Knowledge) -> None:
    assert readings(knowledge, "Nato") == readings(knowledge, "NATO") == {("name", "nato")}
    assert readings(knowledge, "nato") == set()


def test_possessives_and_capitals_are_read_through(knowledge: Knowledge) -> None:
    assert ("name", "CHN") in readings(knowledge, "China's")
    assert ("name", "CHN") in readings(knowledge, "CHINA’s")
    assert ("name", "USA") in readings(knowledge, "US's")


def test_shared_names_keep_all_readings(knowledge: Knowledge) -> None:
    assert {entry for _, entry in readings(knowledge, "Bush")} >= {"george-h-w-bush", "george-w-bush"}
    assert {"KOR", "PRK"}.isdisjoint({entry for _, entry in readings(knowledge, "Korea")})


def test_a_past_state_answers_with_its_dates(knowledge: Knowledge) -> None:
    (name,) = knowledge.named("Yugoslavia")
    assert isinstance(name.entry, State)
    assert (name.entry.code, name.entry.end) == ("YUG", "2003-02-04")


def test_first_words_and_longest_name_hold_for_every_name(knowledge: Knowledge) -> None:
    for person in knowledge.persons.values():
        for words in (person.name, *person.aliases):
            assert normalise(words).split(" ")[0] in knowledge.first_words
            assert len(words.split(" ")) <= knowledge.longest_name
    assert "élysée" in knowledge.first_words


def test_normalising() -> None:
    assert normalise("Erdoğan’s") == "erdogan"
    assert normalise("Wałęsa") == "walesa"
    assert normalise("Sana’a") == "sana'a"


def test_every_person_answers_to_the_name(knowledge: Knowledge) -> None:
    for person in knowledge.persons.values():
        entries = [name.entry for name in knowledge.named(person.name)]
        assert person in entries, person.name
        assert isinstance(person, Person)


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Vladimir V. Putin", "vladimir-putin"),
        ("Mikhail S. Gorbachev", "mikhail-gorbachev"),
        ("Aleksandr Lukashenko", "alexander-lukashenko"),
        ("Omer al-Bashir", "omar-al-bashir"),
        ("Omar Bashir", "omar-al-bashir"),
        ("Nouri al Maliki", "nouri-al-maliki"),
        ("Hossein Amir-Abdollahian", "hossein-amir-abdollahian"),
        ("Mohammad Morsi", "mohamed-morsi"),
    ],
)
def test_names_answer_in_other_spellings(knowledge: Knowledge, words: str, person: str) -> None:
    assert ("name", person) in readings(knowledge, words)
