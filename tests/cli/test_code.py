"""`whodid code`: formats, failures in their places, exit status."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from builders import TEXT
from whodid import Record
from whodid.cli.rows import COLUMNS


def lines(path: Path, *objects: object) -> str:
    """A file of JSON lines; a text stands as it is."""
    path.write_text("".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in objects), encoding="utf-8")
    return str(path)


def test_every_line_has_one_line_in_its_place(whodid, tmp_path):
    inputs = {"id": "a", "text": "A."}, "{broken", {"id": "b", "text": "BOOM"}, {"id": "c", "text": "C."}, {"id": "d"}
    file = lines(tmp_path / "in.jsonl", *inputs)
    status, out, err = whodid("code", file, "--format", "jsonl")
    coded = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [one["id"] for one in coded] == ["a", None, "b", "c", "d"]
    assert [one.get("error", {}).get("code") for one in coded] == [None, "not-json", "fault", None, "no-text"]
    assert all(one["schema"] == "whodid/1" for one in coded)
    assert "line 2" in err and "line 5" in err


def test_one_article_is_one_object_and_several_an_array(whodid, article_file, tmp_path):
    one = json.loads(whodid("code", "norland.txt", "--date", "2026-03-04", "--format", "json").out)
    assert Record.from_dict(one).date == "2026-03-04"
    (tmp_path / "other.txt").write_text("Nothing.")
    many = json.loads(whodid("code", "norland.txt", "other.txt", "--format", "json").out)
    assert [record["id"] for record in many] == ["norland", "other"]


def test_csv_has_one_row_an_event(whodid, article_file):
    rows = list(csv.DictReader(io.StringIO(whodid("code", "norland.txt", "--format", "csv").out, newline="")))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["event"] for row in rows] == ["e1", "e2", "e3", "e4", "e5", "e6", "e7"]
    assert rows[0]["actor_names"] == "Ada Brandt; Juri Tamm" and rows[0]["symmetric"] == "true"
    assert rows[2]["said_by"] == "Estia" and rows[2]["counts"] == "killed=4"
    assert TEXT[int(rows[2]["trigger_start"]) : int(rows[2]["trigger_end"])] == rows[2]["trigger"] == "shelled"


@pytest.mark.parametrize("width", [80, 100, 160])
def test_the_table_tells_who_what_when_and_who_says_so(whodid, article_file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    out = whodid("code", "norland.txt").out
    assert max(map(len, out.splitlines())) <= width
    for words in ("CONSULT", "Ada", "Brandt", "↔", "shelled", "denied", "Estia", "2026-05", "name-conflict", "7 events"):
        assert words in out
    assert "…" not in out


def test_failures_of_a_table_go_to_standard_error(whodid, article_file):
    status, out, err = whodid("code", "norland.txt", "missing.txt")
    assert status == 1
    assert "CONSULT" in out and "missing.txt" not in out
    assert err == "whodid: missing.txt: there is no such file\n"


def test_standard_input(whodid, monkeypatch):
    for data, id in ((b"Plain words.", "stdin"), (b'{"id": "x", "text": "Words."}\n', "x")):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert json.loads(whodid("code", "-", "--format", "jsonl").out)["id"] == id


def test_the_day_of_the_call_is_for_articles_without_one(whodid, tmp_path):
    file = lines(tmp_path / "in.jsonl", {"id": "a", "text": "A.", "date": "2020-01-01"}, {"id": "b", "text": "B."})
    out = whodid("code", file, "--date", "2021-02-03", "--format", "jsonl").out
    assert [json.loads(line)["date"] for line in out.splitlines()] == ["2020-01-01", "2021-02-03"]


def test_two_files_of_one_name_are_told_apart(whodid, article_file, tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "norland.txt").write_text("Nothing.")
    out = whodid("code", "norland.txt", "sub/norland.txt", "--format", "jsonl").out
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["norland", "sub/norland.txt"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["norland.txt", "--date", "15/09/2022"], "expected YYYY-MM-DD"),
        (["norland.txt", "--date", "2022-02-30"], "expected YYYY-MM-DD"),
        (["norland.txt", "--formt", "csv"], "--format"),
        (["norland.txt", "--format", "xml"], "xml"),
        (["norland.txt", "norland.txt", "--title", "T"], "--title"),
        (["-", "-"], "twice"),
        (["norland.txt", "-o", "norland.txt"], "input"),
        (["norland.txt", "-o", "no/such/folder/out.json"], "cannot be written"),
        (["norland.txt", "-o", "."], "cannot be written"),
        ([], "FILE"),
    ],
)
def test_a_wrong_call_says_what_would_be_right(whodid, article_file, arguments, words):
    status, out, err = whodid("code", *arguments)
    assert status == 2
    assert out == ""
    assert words in err and len(err.splitlines()) == 1


def test_an_output_file_is_whole_or_as_it_was(whodid, article_file, tmp_path, monkeypatch):
    out = tmp_path / "out.jsonl"
    assert whodid("code", "norland.txt", "--format", "jsonl", "-o", "out.jsonl").status == 0
    before = out.read_bytes()
    assert json.loads(before)["id"] == "norland"
    monkeypatch.setattr("whodid.cli.writers.JsonLines.record", _interrupt)
    assert whodid("code", "norland.txt", "--format", "jsonl", "-o", "out.jsonl").status == 130
    assert out.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["norland.txt", "out.jsonl"]


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_control_characters_do_not_reach_the_terminal(whodid, tmp_path):
    file = lines(tmp_path / "in.jsonl", {"id": "\x1b[31m", "title": "\x1b]0;gotcha\x07", "text": "A."})
    out = whodid("code", file).out
    assert "\x1b" not in out and "\x07" not in out
