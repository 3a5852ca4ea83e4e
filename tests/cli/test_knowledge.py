"""`whodid knowledge`."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Turkmenistan", ("Serdar Berdimuhamedow", "2022-03-19", "United Nations", "Turkmen", "public record")),
        ("TKM", ("Turkmenistan",)),
        ("state:TKM", ("Turkmenistan",)),
        ("Serbia", ("Belgrade", "past state", "YUG")),
        ("Xi Jinping", ("President of China", "2013-03-14", "Q15031", "CHN")),
        ("Q15031", ("Xi Jinping",)),
        ("SCO", ("Kazakhstan", "observer", "igo", "2001-06-15")),
    ],
)
def test_show(whodid, monkeypatch, name, words):
    for width in ("80", "160"):
        monkeypatch.setenv("COLUMNS", width)
        status, out, _ = whodid("knowledge", "show", *name.split(), "--date", "2022-09-15")
        assert status == 0 and max(map(len, out.splitlines())) <= int(width)
        assert all(word in " ".join(out.split()) or width == "80" for word in words)


def test_show_as_json(whodid):
    (state,) = json.loads(whodid("knowledge", "show", "Turkmenistan", "--date", "2022-09-15", "--format", "json").out)
    heads = [office for office in state["offices"] if office["role"] == "head_of_state"]
    assert [(head["name"], head["start"], head["end"]) for head in heads] == [("Serdar Berdimuhamedow", "2022-03-19", None)]
    assert state["id"] == "state:TKM" and {"un"} <= {each["organization"] for each in state["memberships"]}


def test_show_offers_the_nearest(whodid):
    status, out, err = whodid("knowledge", "show", "Turkmanistan")
    assert status == 2 and out == "" and "nearest: Turkmenistan" in err


def test_show_with_own_entries(whodid, tmp_path):
    (tmp_path / "my.yaml").write_text("persons:\n  - {id: ada-brandt, name: Ada Brandt, gender: f}\n")
    assert "Ada Brandt" in whodid("knowledge", "show", "Ada Brandt", "--knowledge", "my.yaml").out


def test_check(whodid, tmp_path):
    assert "all sound" in whodid("knowledge", "check").out
    (tmp_path / "my.yaml").write_text("persons:\n  - {id: a, name: A, country: XXX}\n  - {id: b, name: B, gender: q}\n")
    status, out, err = whodid("knowledge", "check", "my.yaml")
    assert status == 1 and out == ""
    assert len(err.splitlines()) == 2 and "my.yaml, line 2" in err and "my.yaml, line 3" in err
    assert whodid("knowledge", "check", "none.yaml").status == 1


def test_a_wrong_file_stops_a_command(whodid, tmp_path):
    (tmp_path / "my.yaml").write_text("persons:\n  - {id: a}\n")
    status, _, err = whodid("knowledge", "show", "Norway", "--knowledge", "my.yaml")
    assert status == 2 and "my.yaml, line 2" in err


def test_import(whodid, tmp_path):
    head = "person,personLabel,position,positionLabel,country,start,end"
    row = "Q900001,Ada Brandt,Q900100,Prime Minister of Norway,NOR,2091,"
    (tmp_path / "in.csv").write_text(f"{head}\n{row}\n")
    status, out, err = whodid("knowledge", "import", "in.csv", "-o", "my.yaml")
    assert status == 0 and out == "" and "1 tenures; new: 1 persons, 0 offices" in err
    assert whodid("knowledge", "check", "my.yaml").status == 0
    assert "Ada Brandt" in whodid("knowledge", "show", "Norway", "--date", "2092-01-01", "--knowledge", "my.yaml").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["none.json"], "cannot be read"), (["a.csv", "--since", "ever"], "--since"), (["a.csv", "-o", "a.csv"], "input")],
)
def test_a_wrong_import(whodid, tmp_path, arguments, words):
    (tmp_path / "a.csv").write_text("person\n")
    status, _, err = whodid("knowledge", "import", *arguments)
    assert status == 2 and words in err and len(err.splitlines()) == 1


@pytest.mark.parametrize("name", ["in.json", "in.json.gz", "in.json.bz2"])
@pytest.mark.parametrize("content", [b"", b"[\n]\n"])
def test_a_file_without_holders_is_no_success(whodid, tmp_path, name, content):
    pack = {".gz": gzip.compress, ".bz2": bz2.compress}.get(Path(name).suffix, bytes)
    (tmp_path / name).write_bytes(pack(content))
    status, _, err = whodid("knowledge", "import", name, "-o", "my.yaml")
    assert status == 2 and f"{name}: holds no office holder; expected a Wikidata JSON dump" in err and len(err.splitlines()) == 1
    assert not (tmp_path / "my.yaml").exists()


RESULT = {"vars": ["person", "personLabel", "position", "positionLabel", "country", "start"]}
ODD = {"id": "Q1", "claims": {"P39": [{"rank": "normal", "mainsnak": {}, "qualifiers": 7}]}, "labels": {"en": {"value": "Ada Brandt"}}}


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (json.dumps({"head": RESULT, "results": {"bindings": [1]}}), "in.json, result 1"),
        (f"[\n{json.dumps(ODD)},\n]", "in.json, Q1"),
        (f"[\n{json.dumps({**ODD, 'labels': []})},\n]", "in.json, Q1"),
    ],
)
def test_what_is_nested_otherwise_is_told(whodid, tmp_path, content, where):
    (tmp_path / "in.json").write_text(content)
    status, _, err = whodid("knowledge", "import", "in.json", "-o", "my.yaml")
    assert status == 2 and f"{where}: not laid out as Wikidata has it" in err and len(err.splitlines()) == 1


def test_a_problem_is_one_line(whodid, tmp_path):
    (tmp_path / "my.yaml").write_bytes(bytes(9))
    assert len(whodid("knowledge", "check", "my.yaml").err.splitlines()) == 1
