"""A file of one's own entries over the tables."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from whodid import Article, Coder, KnowledgeError
from whodid.knowledge import Knowledge, load_knowledge, problems_of

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/knowledge.md").read_text(encoding="utf-8"), re.DOTALL)[0]


def over(tmp_path: Path, text: str) -> Knowledge:
    file = tmp_path / "my.yaml"
    file.write_text(text, encoding="utf-8")
    return load_knowledge(file)


def names(knowledge: Knowledge, day: str) -> list[str]:
    return [person.name for person in knowledge.holders("NOR", "head_of_government", date.fromisoformat(day))]


def test_the_example_of_the_docs(tmp_path):
    knowledge = over(tmp_path, EXAMPLE)
    assert {"Norge", "Kingdom of Norway"} <= set(knowledge.states["NOR"].aliases)
    assert knowledge.states["NOR"].capital == "Oslo"
    assert [name.kind for name in knowledge.named("Ada Brandt")] == ["name"]
    assert [each.office for each in knowledge.tenures("ada-brandt", date(2024, 3, 1))] == ["polar-envoy-of-norway"]
    assert [each.state for each in knowledge.members("northern-timber-league", date(2024, 6, 1))] == ["NOR"]
    ours = load_knowledge()
    assert "Norge" not in ours.states["NOR"].aliases and not ours.named("Ada Brandt")


def test_ours_gives_way_for_the_days_of_a_tenure(tmp_path):
    knowledge = over(tmp_path, EXAMPLE)
    assert names(knowledge, "2025-03-01") == ["Ada Brandt"]
    assert names(knowledge, "2024-12-01") == names(load_knowledge(), "2024-12-01") != ["Ada Brandt"]


def test_an_open_tenure_of_ours_ends_where_a_new_one_begins(tmp_path):
    person = "persons:\n  - {id: zed-quill, name: Zed Quill}\n"
    knowledge = over(tmp_path, person + "tenures:\n  - {office: president-of-china, person: zed-quill, start: 2090-03-14}\n")
    assert [person.id for person in knowledge.holders("CHN", "head_of_state", date(2091, 1, 1))] == ["zed-quill"]
    assert [person.id for person in knowledge.holders("CHN", "head_of_state", date(2080, 1, 1))] == ["xi-jinping"]


def test_an_entry_that_stands_alone(tmp_path):
    knowledge = over(tmp_path, "persons:\n  - {id: xi-jinping, name: Xi Jinping, replace: true}\n")
    assert knowledge.persons["xi-jinping"].wikidata is None


def test_another_s_membership_is_kept(tmp_path):
    text = "memberships:\n  - {organization: nato, state: FRA, predicate: member_of, start: 2009-04-03}\n"
    members = {each.state: each for each in over(tmp_path, text).members("nato", None)}
    assert members["FRA"].start == "2009-04-03" and "DEU" in members


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("persons:\n  - id: ann-lee\n", "my.yaml, line 2: ann-lee is new and has no name"),
        ("persons:\n  - name: Ann Lee\n", "my.yaml, line 2: an entry in persons has no id"),
        ("persons:\n  - {id: Ann Lee, name: Ann Lee}\n", 'my.yaml, line 2: id is "Ann Lee"; expected small letters'),
        ("persons:\n  - {id: ann-lee, name: Ann Lee, country: XXX}\n", 'my.yaml, line 2: no country "XXX" in the tables'),
        ("persons:\n  - {id: ann, name: A}\n  - {id: ann, name: B}\n", "my.yaml, line 3: ann stands there twice, before in line 2"),
        ("persons:\n  - id: a\n    nmae: A\n", 'my.yaml, line 3: persons have no field "nmae"; nearest: name'),
        ("persons:\n  - {id: a, name: [A, B]}\n", "my.yaml, line 2: name: expected one value"),
        ("person: []\n", 'my.yaml, line 1: no table "person"; nearest: persons'),
        ("persons: Ann\n", "my.yaml, line 1: persons: expected a list of entries"),
        ("persons: {id: ann}\n", "my.yaml, line 1: persons: expected a list of entries"),
        ("? {a: b}\n: []\n", "my.yaml, line 1: no table"),
        ("persons:\n  - Ann\n", "my.yaml, line 2: in persons: expected an entry"),
        ("- a\n", "my.yaml, line 1: expected tables"),
        ("persons: [\n", "my.yaml, line 2: not YAML"),
        ("states:\n  - {code: nor}\n", 'my.yaml, line 2: code is "nor"; expected three capitals'),
        ("states:\n  - {code: NOR, start: 1905-6-7}\n", 'my.yaml, line 2: start is "1905-6-7"; expected YYYY-MM-DD'),
        ("states:\n  - {code: NOR, aliases: [a;b]}\n", 'my.yaml, line 2: aliases: a value may not hold ";"'),
        ("offices:\n  - {id: king-of-norway, seats: many}\n", 'my.yaml, line 2: seats is "many"'),
        ("tenures:\n  - {office: president-of-france, person: nobody, start: 2090}\n", 'my.yaml, line 2: no person "nobody"'),
        ("tenures:\n  - {office: president-of-france, person: nobody}\n", "my.yaml, line 2: an entry in tenures has no start"),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_line(tmp_path, text, message):
    with pytest.raises(KnowledgeError, match=re.escape(message)):
        over(tmp_path, text)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(KnowledgeError, match="cannot be read"):
        load_knowledge(tmp_path / "none.yaml")


def test_an_empty_file_changes_nothing(tmp_path):
    assert over(tmp_path, "").sizes() == load_knowledge().sizes()


def test_all_problems_are_told(tmp_path):
    entries = ("{id: a, nmae: A}", "{id: b, name: B, country: XXX}", "{id: c, name: C, gender: q}")
    (tmp_path / "my.yaml").write_text("\n  - ".join(("persons:", *entries)))
    _, problems = problems_of(tmp_path / "my.yaml")
    assert [str(problem).split(":")[0] for problem in problems] == ["my.yaml, line 2", "my.yaml, line 3", "my.yaml, line 4"]


@pytest.mark.model
def test_a_coder_with_own_entries(tmp_path, coder, monkeypatch):
    (tmp_path / "my.yaml").write_text(EXAMPLE, encoding="utf-8")
    monkeypatch.setattr("whodid.steps.parsing.Parser", lambda pipeline: coder.parser)
    own = Coder(knowledge=tmp_path / "my.yaml")
    for words, day in (("prime minister", date(2025, 3, 1)), ("polar envoy", date(2024, 5, 11))):
        record = own.code(Article(f"Norway's {words} met the president of Kenya in Oslo.", date=day))
        assert "person:ada-brandt" in {actor.id for actor in record.actors}
