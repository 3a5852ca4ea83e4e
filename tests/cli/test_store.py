"""`whodid code --store`, query, diff and store: summaries, formats, errors, exit status."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

import pytest

import builders
from shelf import NEWER, put
from whodid.batch import Summary, ingest
from whodid.cli.progress import lines_in, watching
from whodid.cli.storing import lines_of
from whodid.store import Store


@pytest.fixture(autouse=True)
def few_tables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The coder's version does not hang on the package's own tables."""
    monkeypatch.setattr("whodid.batch.identity.ROOT", tmp_path / "package")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three articles, the second of which cannot be coded, and a line that is none."""
    lines = [{"id": "norland", "text": builders.TEXT, "date": "2026-03-04"}, {"id": "b", "text": "BOOM"}, {"id": "c", "text": "C."}]
    file = tmp_path / "news.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines) + "{broken\n")
    return file


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with one article that was coded twice."""
    path = tmp_path / "kept.duckdb"
    with Store(path, write=True) as store:
        put(store, builders.record())
        put(store, builders.record(events=builders.record().events[:3]), coder=NEWER)
    return path


def test_articles_are_kept_and_summed_up(whodid, news):
    first = whodid("code", "news.jsonl", "--store", "events.duckdb")
    assert first.status == 1
    for words in ("run 1: 4 read", "2 coded", "0 already there", "2 failed: 1 fault, 1 not-json", "line 4", 'whodid query "SELECT'):
        assert words in first.out
    again = whodid("code", "news.jsonl", "--store", "events.duckdb")
    assert "run 2: 4 read" in again.out and "0 coded" in again.out and "3 already there" in again.out
    with Store("events.duckdb") as kept:
        assert [data["id"] for data, _ in kept.records()] == ["norland", "c"]


def test_the_query_that_the_summary_names_runs(whodid, news):
    whodid("code", "news.jsonl", "--store", "events.duckdb")
    found = whodid("query", "SELECT * FROM failures", "--store", "events.duckdb", "--format", "jsonl")
    rows = [json.loads(line) for line in found.out.splitlines()]
    assert [(row["code"], row["origin"].partition(",")[0]) for row in rows] == [("fault", "news.jsonl"), ("not-json", "news.jsonl")]


def test_a_store_keeps_the_records_so_nothing_is_written_beside_it(whodid, news):
    assert whodid("code", "news.jsonl", "--store", "e.duckdb", "-o", "out.jsonl").status == 2
    assert whodid("code", "news.jsonl", "--store", "e.duckdb", "--format", "csv").status == 2
    assert "name a store" in whodid("code", "news.jsonl", "--workers", "2").err
    assert not Path("e.duckdb").exists()


def test_an_interrupted_run_says_so_and_ends_with_130(whodid, news, monkeypatch):
    def interrupted(items, run, coders, **options):
        def some():
            yield next(iter(items))
            raise KeyboardInterrupt

        return ingest(some(), run, coders, **options)

    monkeypatch.setattr("whodid.batch.ingest", interrupted)
    result = whodid("code", "news.jsonl", "--store", "events.duckdb")
    assert result.status == 130
    assert "run 1, interrupted: 0 read" in result.out and "goes on" in result.err


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("csv", ["type,day,actors", "ASSAULT,2026-03-02,state:SUD"]),
        ("jsonl", ['{"type": "ASSAULT", "day": "2026-03-02", "actors": ["state:SUD"]}']),
    ],
)
def test_a_query_is_answered_for_programs(whodid, store, format, expected):
    found = whodid("query", "SELECT type, day, actors FROM events WHERE event = 'e3'", "--store", str(store), "--format", format)
    assert found.out.splitlines() == expected


def test_a_query_is_answered_for_people(whodid, store):
    found = whodid("query", "SELECT event, counts, place FROM events ORDER BY event", "--store", str(store))
    assert found.status == 0 and "killed" in found.out and "Holmstad" in found.out and "event" in found.out


def test_nested_values_stand_in_csv_cells(whodid, store):
    sql = "SELECT actor_names, counts, flags FROM events WHERE event IN ('e1', 'e3') ORDER BY event"
    found = whodid("query", sql, "--store", str(store), "--format", "csv")
    rows = list(csv.reader(io.StringIO(found.out)))
    assert rows[1] == ["Ada Brandt; Juri Tamm", "", ""]
    assert rows[2] == ["Sudria", '{"of": "killed", "value": 4, "text": "four"}', "recipient-from-place"]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELECT typ FROM events", "not found in FROM clause"),
        ("SELECT typ FROM events", "Columns of a view: DESCRIBE events"),
        ("SELECT * FROM event", "Views: events, dyads"),
        ("SELECT CAST(type AS int) FROM events", "Could not convert"),
        ("SELECT error('one' || chr(10) || 'two') FROM events", "one two"),
        ("SELEC 1", "syntax error"),
        ("DELETE FROM articles", "a query only reads"),
        ("", "the query is empty"),
    ],
)
def test_a_query_that_cannot_be_run_is_explained(whodid, store, sql, words):
    found = whodid("query", sql, "--store", str(store))
    assert found.status == 2 and words in found.err and found.out == "" and len(found.err.splitlines()) == 1


def test_changes_between_runs_are_shown(whodid, store):
    table = whodid("diff", "1", "2", "--store", str(store))
    assert table.status == 0 and table.out.count("gone") == 4 and "marched" in table.out
    lines = whodid("diff", "1", "2", "--store", str(store), "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["e4", "e5", "e6", "e7"]
    assert whodid("diff", "1", "3", "--store", str(store)).status == 2


def test_info_tells_counts_runs_and_coders(whodid, store):
    facts = json.loads(whodid("store", "info", "--store", str(store), "--format", "json").out)
    assert facts["counts"]["articles"] == 1 and facts["counts"]["codings"] == 2 and facts["counts"]["events"] == 3
    assert [run["run"] for run in facts["runs"]] == [2, 1]
    assert [coder["whodid"] for coder in facts["coders"]] == ["1.0", "2.0"]
    assert "2.0" in whodid("store", "info", "--store", str(store)).out


def test_the_parquet_command_says_what_it_wrote(whodid, store):
    assert "3 events" in whodid("store", "parquet", "set", "--store", str(store)).out
    assert whodid("store", "parquet", "set", "--store", str(store)).status == 2


def test_what_is_no_store_is_one_line(whodid, tmp_path):
    (tmp_path / "e.duckdb").write_text("x" * 9000)
    for call in (("query", "SELECT 1"), ("store", "info"), ("store", "upgrade")):
        result = whodid(*call, "--store", "e.duckdb")
        assert result.status == 2 and "is not a DuckDB file" in result.err
    assert "whodid code FILE --store no.duckdb" in whodid("store", "upgrade", "--store", "no.duckdb").err


def test_lines_tell_how_far_it_is_where_there_is_no_terminal(capsys):
    with watching(100, interval=0) as watch:
        watch(Summary(read=50, coded=40, known=4, skipped=Counter(language=3), failed=Counter(fault=3)))
    line = capsys.readouterr().err
    assert line.startswith("whodid: 50 of 100 read, 40 coded, 4 already there, 3 skipped, 3 failed, ") and "left" in line
    with watching(100, interval=3600) as watch:
        watch(Summary(read=50))
    assert capsys.readouterr().err == ""


def test_the_summary_names_the_first_failures_and_where_all_are():
    summary = Summary(read=9, skipped=Counter(language=1))
    for number in range(7):
        summary.fail("fault", f"message {number}")
    lines = "\n".join(lines_of(summary, 3, Path("e.duckdb"), 75))
    assert "run 3: 9 read in 1:15 min" in lines and "7 failed: 7 fault" in lines and "1 skipped: 1 language" in lines
    assert "message 4" in lines and "message 5" not in lines and "…" in lines


def test_how_many_articles_there_are_is_told_where_it_can_be(tmp_path):
    (tmp_path / "a.jsonl").write_text("{}\n{}")
    (tmp_path / "b.txt").write_text("one\ntwo\n")
    assert lines_in([str(tmp_path / "a.jsonl"), str(tmp_path / "b.txt")]) == 3
    assert lines_in([str(tmp_path)]) is None and lines_in(["-"]) is None


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("COPY (SELECT 1) TO 'taken.csv'", "a query only reads the store"),
        ("SELECT * FROM read_text('news.jsonl')", "a query only reads the store"),
        ("INSTALL httpfs", "a query only reads the store"),
        ("SELECT 1; SELECT 2", "holds 2 statements"),
    ],
)
def test_a_query_reads_the_store_and_nothing_else(whodid, store, news, sql, words):
    found = whodid("query", sql, "--store", str(store))
    assert found.status == 2 and words in found.err
    assert not Path("taken.csv").exists()


def test_columns_of_one_name_are_told_apart(whodid, store):
    found = whodid("query", "SELECT 1 a, 2 a", "--store", str(store), "--format", "jsonl")
    assert json.loads(found.out) == {"a": 1, "a_2": 2}


@pytest.mark.parametrize("command", ["export", "dyads", "network", "query", "parquet"])
def test_a_store_that_is_cut_off_is_told(whodid, store, tmp_path, command):
    data = Path(store).read_bytes()
    (tmp_path / "cut.duckdb").write_bytes(data[: len(data) // 3])
    rest = {"query": ["SELECT * FROM events"], "parquet": ["out"]}.get(command, [])
    call = ["store", "parquet"] if command == "parquet" else [command]
    status, _, err = whodid(*call, *rest, "--store", "cut.duckdb")
    assert status == 2 and "cut.duckdb: is broken" in err and "take a copy of it that is whole" in err and len(err.splitlines()) == 1


def test_a_device_is_no_store(whodid):
    status, _, err = whodid("store", "upgrade", "--store", "/dev/null")
    assert status == 2 and "/dev/null: is a device or a pipe; expected a file" in err
