"""Office holders from a Wikidata dump or a query's result become a file of own entries."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import tracemalloc
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from whodid import KnowledgeError
from whodid.knowledge import Knowledge, load_knowledge
from whodid.knowledge.holders import Spool, slug, write_holders
from whodid.knowledge.wikidata import read_wikidata

WIKI = "http://www.wikidata.org/entity/"
CSV = f"""person,personLabel,position,positionLabel,country,start,end,gender,familyLabel
{WIKI}Q900001,Ada Brandt,{WIKI}Q900100,Prime Minister of Norway,NOR,2091-01-10T00:00:00Z,2092-06-30T00:00:00Z,female,Brandt
{WIKI}Q900002,Juri Tamm,{WIKI}Q900100,Prime Minister of Norway,{WIKI}Q20,2092-06-30T00:00:00Z,,{WIKI}Q6581097,
{WIKI}Q900002,Juri Tamm,{WIKI}Q900101,Polar Envoy,NOR,1998,2001-05,male,
{WIKI}Q900001,Ada Brandt,{WIKI}Q900102,member of the Parliament of Norway,NOR,1998,2001-05,female,Brandt
{WIKI}Q900003,Somebody Else,{WIKI}Q900101,Polar Envoy,NOR,t123,,male,
"""


def imported(file: Path, since: str = "") -> tuple[str, Knowledge, Spool]:
    """What the import writes, the knowledge with it, and the spool."""
    spool, out = Spool(since), io.BytesIO()
    read_wikidata(file, spool)
    write_holders(spool, load_knowledge(), out, file.name)
    own = file.with_name("own.yaml")
    own.write_bytes(out.getvalue())
    return out.getvalue().decode(), load_knowledge(own), spool


def names(knowledge: Knowledge, role: str, day: str, country: str = "NOR") -> list[str]:
    return [person.name for person in knowledge.holders(country, role, date.fromisoformat(day))]


@pytest.fixture
def query(tmp_path: Path) -> Path:
    file = tmp_path / "holders.csv"
    file.write_text(CSV, encoding="utf-8")
    return file


def test_a_query_result_as_csv(query):
    text, knowledge, spool = imported(query)
    assert names(knowledge, "head_of_government", "2091-05-01") == ["Ada Brandt"]
    assert names(knowledge, "head_of_government", "2095-05-01") == ["Juri Tamm"]
    assert knowledge.persons["ada-brandt"].family == "Brandt" and knowledge.persons["juri-tamm"].gender == "m"
    assert [(each.start, each.end) for each in knowledge.tenures("juri-tamm", date(2000, 1, 1))] == [("1998", "2001-05")]
    assert knowledge.offices["polar-envoy-of-norway"].names == ("polar envoy",)
    assert 'prime-minister-of-norway"\n    person' in text and 'title: "Prime Minister' not in text
    assert spool.left_out == {"without a known start or end": 1, "in posts without a state that we know, or in a parliament": 1}


def test_a_query_result_as_json(query, tmp_path):
    rows = [line.split(",") for line in CSV.splitlines()]
    bindings = [
        {key: {"type": "bnode" if cell == "t123" else "literal", "value": cell} for key, cell in zip(rows[0], row, strict=True) if cell}
        for row in rows[1:]
    ]
    file = tmp_path / "holders.json"
    file.write_text(json.dumps({"head": {"vars": rows[0]}, "results": {"bindings": bindings}}, indent=1))
    assert imported(file)[0].replace("holders.json", "holders.csv") == imported(query)[0]


def test_the_same_twice(query):
    assert imported(query)[0] == imported(query)[0]


def entity(id: str, label: str, **claims: Any) -> dict[str, Any]:
    return {"type": "item", "id": id, "labels": {"en": {"language": "en", "value": label}}, "claims": claims}


def statement(value: Any, rank: str = "normal", **qualifiers: str) -> dict[str, Any]:
    dates = {claim: [{"snaktype": "value", "datavalue": {"value": moment(day)}}] for claim, day in qualifiers.items()}
    return {"mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, "rank": rank, "qualifiers": dates}


def moment(day: str) -> dict[str, Any]:
    """A day, month or year as Wikidata writes it."""
    whole = day + "-00" * (2 - day.count("-"))
    return {"time": f"+{whole}T00:00:00Z", "precision": 9 + day.count("-")}


def item(id: str) -> dict[str, str]:
    return {"entity-type": "item", "id": id}


def dump() -> list[dict[str, Any]]:
    """A person before and a person after the post that both held; a state of which only the dump tells the code."""
    return [
        entity("Q900001", "Ada Brandt", P21=[statement(item("Q6581072"))],
               P39=[statement(item("Q900100"), P580="2091-01-10", P582="2092-06"), statement(item("Q900102"), P580="1998"),
                    statement(item("Q900100"), "deprecated", P580="1950-01-01")]),
        entity("Q900100", "Prime Minister of Norway", P1001=[statement(item("Q900020"))]),
        entity("Q900102", "Mayor of Nowhere", P17=[statement(item("Q900021"))]),
        entity("Q900020", "Norway", P298=[statement("NOR")]),
        entity("Q900002", "Željko Tamm", P39=[statement(item("Q900100"), P580="2092-07-01"), statement(item("Q900100"))]),
        entity("Q900009", "Unconcerned", P31=[statement(item("Q5"))]),
    ]  # fmt: skip


def written(file: Path, entities: Iterable[dict[str, Any]]) -> Path:
    lines = ("[", *[json.dumps(each) + "," for each in entities], "]")
    text = "\n".join(lines).replace(",\n]", "\n]").encode()
    file.write_bytes({".gz": gzip.compress, ".bz2": bz2.compress}.get(file.suffix, bytes)(text))
    return file


@pytest.mark.parametrize("name", ["dump.json", "dump.json.gz", "dump.json.bz2"])
def test_a_dump(tmp_path, name):
    text, knowledge, spool = imported(written(tmp_path / name, dump()))
    assert names(knowledge, "head_of_government", "2091-05-01") == ["Ada Brandt"]
    assert names(knowledge, "head_of_government", "2099-05-01") == ["Željko Tamm"]
    assert knowledge.tenures("ada-brandt", None)[0].end == "2092-06" and knowledge.persons["ada-brandt"].gender == "f"
    assert knowledge.persons["zeljko-tamm"].wikidata == "Q900002"
    assert "1950" not in text and "Unconcerned" not in text and "Nowhere" not in text
    assert spool.left_out["without a known start or end"] == 1


def test_since(tmp_path):
    text, _, _ = imported(written(tmp_path / "dump.json", dump()), since="2093")
    assert "Tamm" in text and "Brandt" not in text


def test_the_leading_posts_alone(query):
    spool, out = Spool(leading=True), io.BytesIO()
    read_wikidata(query, spool)
    written = write_holders(spool, load_knowledge(), out, query.name)
    assert (written.persons, written.offices, written.tenures) == (2, 0, 2)
    assert spool.left_out["in other posts than the leading ones"] == 1


def test_a_person_whom_we_have_keeps_our_id(tmp_path):
    rows = f"{WIKI}Q15031,Xi Jin Ping,{WIKI}Q900105,Keeper of the Great Wall of China,CHN,2001,2002\n"
    file = tmp_path / "a.csv"
    file.write_text("person,personLabel,position,positionLabel,country,start,end\n" + rows)
    text, knowledge, _ = imported(file)
    assert "xi-jinping" in text and "persons:" not in text
    assert knowledge.persons["xi-jinping"].name == "Xi Jinping"


def test_holders_that_overlap_make_an_office_of_many_seats(tmp_path):
    rows = [f"{WIKI}Q90000{i},{name},{WIKI}Q900105,Elder of Norway,NOR,{start}," for i, name, start in ((1, "A B", 2001), (2, "C D", 2002))]
    file = tmp_path / "a.csv"
    file.write_text("\n".join(["person,personLabel,position,positionLabel,country,start,end", *rows]))
    assert imported(file)[1].offices["elder-of-norway"].seats == 0


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "person,start\nQ1,2001\n", "has no column personLabel, position"),
        ("a.csv", "person,personLabel,position,positionLabel,country,start\nAnn,Ann,Q5,x,NOR,2001\n", "line 2: person and position"),
        ("a.json", '{"head": {"vars": []}}', "not a result in the JSON format"),
        ("a.json", "hello\n", "line 1: no dump"),
        ("a.json", '[\n{"id": "Q1", "claims": {"P39": \n]\n', "line 2: not JSON"),
        ("a.json.gz", "no archive", "cannot be read"),
        ("a.json.bz2", "no archive", "cannot be read"),
    ],
)
def test_what_cannot_be_read(tmp_path, name, content, message):
    file = tmp_path / name
    file.write_text(content)
    with pytest.raises(KnowledgeError, match=message):
        read_wikidata(file, Spool())


def test_a_missing_file(tmp_path):
    with pytest.raises(KnowledgeError, match="cannot be read"):
        read_wikidata(tmp_path / "none.json", Spool())


def test_memory_does_not_grow_with_the_dump(tmp_path):
    def peak(copies: int) -> int:
        people = (entity(f"Q{10_000_000 + i}", f"Person {i}", P39=[statement(item("Q900100"), P580="1998")]) for i in range(copies))
        file = written(tmp_path / f"{copies}.json", people)
        tracemalloc.start()
        read_wikidata(file, Spool())
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(4000) < peak(400) + 200_000


def test_slug():
    assert slug("Željko O'Tamm") == "zeljko-o-tamm"
