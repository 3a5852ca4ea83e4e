"""`whodid incidents`: what is listed, shown and decided, and what is said when something is not there."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import happenings
from shelf import put
from whodid.store import Store
from whodid.store.incidents import join

IDS = ("okello-1", "okello-2", "marwa-1", "talks-plan", "talks-held", "ferry-wire", "ferry-part", "ferry-own")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of some of the look-alikes, joined."""
    path = tmp_path_factory.mktemp("kept") / "kept.duckdb"
    with Store(path, write=True) as store:
        put(store, *(happenings.record(id) for id in IDS))
        join(store)
    return path


@pytest.fixture
def store(kept: Path, tmp_path: Path) -> str:
    """A copy of it for one test to change."""
    path = tmp_path / "events.duckdb"
    path.write_bytes(kept.read_bytes())
    return str(path)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def incident(whodid, store: str, words: str) -> str:
    return rows(whodid("incidents", "list", words, "--store", store, "--format", "csv").out)[0]["incident"]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_list_tells_who_when_where_and_how_many(whodid, store, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    told = whodid("incidents", "list", "--store", store)
    assert told.status == 0 and max(map(len, told.out.splitlines())) <= width
    for words in ("SANCTION", "Okello", "2024-02-06", "Kisumu", "told by several articles"):
        assert words in told.out


def test_one_incident_fits_a_narrow_screen(whodid, store, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    out = whodid("incidents", "show", incident(whodid, store, "Okello"), "--store", store).out
    assert max(map(len, out.splitlines())) <= 40
    assert all(any(line.startswith(name) for line in out.splitlines()) for name in ("outlet", "telling", "status", "words"))


def test_the_list_can_be_narrowed(whodid, store):
    found = rows(
        whodid("incidents", "list", "--store", store, "--reports", "2", "--type", "consult", "--from", "2023-05-01", "-f", "csv").out
    )
    assert [(row["words"], row["reports"], row["sources"]) for row in found] == [("meet", "2", "2")]
    assert "0 incidents" in whodid("incidents", "list", "--store", store, "--differing", "Okello").out


def test_one_incident_is_shown_with_its_tellings(whodid, store):
    told = whodid("incidents", "show", incident(whodid, store, "strike"), "--store", store)
    assert told.status == 0
    for words in ("North Sea Wire", "text as in 1", "400", "striking", "2 articles, 1 independent source", "went on strike"):
        assert words in " ".join(told.out.split())


def test_where_tellings_differ_is_told(whodid, store, tmp_path):
    with Store(store, write=True) as opened:
        put(opened, happenings.record("ferry-reprint"))
        later = happenings.article("ferry-own") | {"id": "later"}
        text = later["text"].replace("Fourteen", "Nineteen")
        happenings.articles.cache_clear()
        put(opened, _with_number(text, 19))
        join(opened)
    told = whodid("incidents", "show", incident(whodid, store, "arrested"), "--store", store)
    assert "they differ on arrested: 14 (" in told.out and "19 (" in told.out


def _with_number(text: str, number: int):
    from dataclasses import replace

    from whodid.record import Count

    record = happenings.record("ferry-own")
    events = tuple(replace(event, counts=(Count("arrested", number, str(number)),)) for event in record.events)
    return replace(record, id="later", text=text, source="Late Echo", events=events)


def test_a_join_and_a_split_by_hand_are_listed_and_can_be_taken_back(whodid, store):
    two = [incident(whodid, store, name) for name in ("Okello", "Marwa")]
    joined = whodid("incidents", "join", *two, "--store", store, "--note", "one ring")
    assert joined.status == 0 and "decision 1: joined into" in joined.out
    assert "one ring" in whodid("incidents", "merges", "--by-hand", "--store", store).out
    split = whodid("incidents", "split", incident(whodid, store, "Okello"), "marwa-1:e1", "--store", store)
    assert "decision 2: split into" in split.out
    assert incident(whodid, store, "Okello") != incident(whodid, store, "Marwa")
    assert "taken back" in whodid("incidents", "undo", "2", "--store", store).out
    assert incident(whodid, store, "Okello") == incident(whodid, store, "Marwa")


def test_merges_show_what_speaks_for_them(whodid, store):
    assert "same word" in " ".join(whodid("incidents", "merges", "--store", store).out.split())
    links = rows(whodid("incidents", "merges", incident(whodid, store, "Okello"), "--store", store, "-f", "csv").out)
    assert len(links) == 1 and "same recipient Jonas Okello" in links[0]["reasons"]


def test_articles_have_matters_and_copy_groups(whodid, store):
    found = {row["id"]: row for row in rows(whodid("incidents", "articles", "--store", store, "-f", "csv").out)}
    assert found["okello-1"]["matter"] == found["okello-2"]["matter"] != found["marwa-1"]["matter"]
    assert found["ferry-wire"]["copy_group"] == found["ferry-part"]["copy_group"] != found["ferry-own"]["copy_group"]


def test_mentions_stand_in_the_texts(whodid, store):
    mentions = [json.loads(line) for line in whodid("incidents", "mentions", "--store", store).out.splitlines()]
    assert {told["event"] is None for told in mentions} == {True, False}
    for told in mentions:
        assert happenings.article(told["id"])["text"][told["start"] : told["end"]] == told["text"]


def test_running_again_has_nothing_new(whodid, store):
    assert "nothing new to join" in whodid("incidents", "run", "--store", store).out


@pytest.mark.parametrize(
    "call, words",
    [
        (("show", "ix"), 'no incident "ix"'),
        (("join", "ix", "iy"), 'no incident "ix"'),
        (("undo", "9"), "no decision 9"),
        (("merges", "ix", "--by-hand"), "--by-hand lists all decisions"),
        (("list", "--type", "CONSULTT"), "CONSULT"),
        (("list", "--from", "May"), "expected YYYY-MM-DD"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(whodid, store, call, words):
    told = whodid("incidents", *call, "--store", store)
    assert told.status == 2 and words in told.err and told.err.count("\n") == 1


def test_no_store_is_made_by_looking_for_one(whodid, tmp_path):
    told = whodid("incidents", "run", "--store", "nothing.duckdb")
    assert told.status == 2 and "is not there" in told.err and not (tmp_path / "nothing.duckdb").exists()


def test_where_no_incident_fits_the_csv_has_its_head_alone(whodid, store):
    told = whodid("incidents", "list", "nowhere", "--store", store, "-f", "csv")
    assert told.out.startswith("incident,type,mode,") and len(told.out.splitlines()) == 1
    assert whodid("incidents", "list", "nowhere", "--store", store).out == "0 incidents, 0 told by several articles\n"


def test_words_that_are_no_utf8_are_a_wrong_call(whodid, store):
    status, out, err = whodid("incidents", "list", "caf\udce9", "--store", store)
    assert (status, out, err) == (2, "", 'whodid: "caf\\xe9" in the call is no UTF-8; write it in UTF-8\n')
