"""The other commands."""

from __future__ import annotations

import json

import pytest

from whodid.version import __version__


def test_version(whodid):
    assert whodid("--version").out == f"whodid {__version__}\n"


def test_help_names_every_command(whodid):
    out = whodid("--help").out
    assert all(command in out for command in ("code", "report", "classify", "explain", "schema"))


@pytest.mark.parametrize("command", [(), ("code",), ("incidents",), ("incidents", "merges"), ("export",), ("knowledge", "import")])
def test_help_tells_no_types_of_flags(whodid, command):
    status, out, _ = whodid(*command, "--help")
    assert status == 0 and "bool" not in out and "--help" in out


def test_an_unknown_command(whodid):
    status, _, err = whodid("cod")
    assert status == 2 and "cod" in err and len(err.splitlines()) == 1


def test_schema_is_json(whodid):
    assert json.loads(whodid("schema").out)["$id"] == "whodid/1"


@pytest.mark.parametrize("name", ["CONSULT", "phone", "diplomatic", "GOV", "planned", "044", "attribution", "modes"])
def test_explain(whodid, name):
    status, out, _ = whodid("explain", name)
    assert status == 0 and name in out


def test_explain_lists_the_types_where_no_name_is_given(whodid):
    assert "ASSAULT" in whodid("explain").out


def test_explain_offers_the_nearest(whodid):
    status, _, err = whodid("explain", "ASAULT")
    assert status == 2 and "ASSAULT" in err


def test_classify_gives_a_line_for_a_line(whodid, tmp_path):
    rows = [
        {"id": "1", "text": "Norland aids Estia.", "source": [0, 7], "target": [13, 18]},
        {"id": "2", "text": "Estia was helped.", "source": None, "target": [0, 5]},
        {"id": "3", "text": "Short.", "source": [0, 99], "target": None},
        {"id": "4", "source": [0, 1]},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\nnot json\n")
    status, _, err = whodid("classify", "--input-format", "jsonl", "in.jsonl", "-o", "out.jsonl")
    out = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert status == 1
    assert out[0] == {"id": "1", "type": "AID", "quad": "material cooperation", "confidence": 0.5}
    assert out[1] == {"id": "2", "type": None, "quad": None, "confidence": 0.0}
    assert [line.get("error", {}).get("code") for line in out[2:]] == ["offsets", "no-text", "not-json"]
    assert "line 3" in err


def test_report_writes_a_page(whodid, article_file, tmp_path):
    assert whodid("report", "norland.txt", "-o", "page.html").status == 0
    assert (tmp_path / "page.html").read_text().startswith("<!doctype html>")


def test_report_of_nothing_leaves_no_page(whodid, tmp_path):
    assert whodid("report", "missing.txt", "-o", "page.html").status == 1
    assert not (tmp_path / "page.html").exists()


def test_a_fault_of_our_own_is_one_line(whodid, monkeypatch):
    def broken() -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr("whodid.cli.schema.json_schema", broken)
    status, out, err = whodid("schema")
    assert (status, out) == (1, "") and len(err.splitlines()) == 1
    assert err.startswith("whodid: a fault in whodid itself (ZeroDivisionError in test_commands.py, line ")


def test_a_file_that_fails_is_not_taken_for_the_standard_output(whodid, monkeypatch):
    def broken() -> None:
        raise OSError(36, "File name too long", "x" * 300)

    monkeypatch.setattr("whodid.cli.schema.json_schema", broken)
    status, _, err = whodid("schema")
    assert status == 2 and "xxx: cannot be read or written (File name too long)" in err


@pytest.mark.parametrize("columns", ["0", "3", "many"])
def test_a_terminal_of_no_width_still_shows_it(whodid, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    assert "CONSULT" in whodid("explain", "CONSULT").out
