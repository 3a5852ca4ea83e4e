"""`whodid evaluate`, with a coder that knows one article by heart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import builders
from cli.conftest import Whodid


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The article's own record as gold, and an article that the coder breaks on."""
    file = tmp_path / "gold.jsonl"
    rows = [builders.record().to_dict(), {"id": "b", "text": "BOOM went Norland.", "events": []}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_figures_stand_with_their_counts(whodid: Whodid, gold: Path) -> None:
    done = whodid("evaluate", "gold.jsonl", "--limit", "1")
    assert done.status == 0
    assert [line.split() for line in done.out.splitlines() if "event recall" in line] == [
        ["event", "recall", "1.000", "6", "events", "required"]
    ]
    assert "confidence of events, on articles" in done.out


def test_what_cannot_be_coded_counts_as_missed_and_is_noted(whodid: Whodid, gold: Path) -> None:
    done = whodid("evaluate", str(gold.parent), "--format", "json", "-o", "scores.json")
    assert (done.status, done.out) == (0, "")
    scores = json.loads(Path("scores.json").read_text(encoding="utf-8"))
    [one] = scores["sets"]
    assert (one["name"], one["measure"], one["documents"]) == ("gold", "articles", 2)
    assert {"name": "event recall", "value": 1.0, "n": 6, "of": "events required", "detail": False} in one["figures"]
    assert one["notes"] == ["1 could not be coded and count as nothing found (first: b: boom)"]
    assert scores["reliability"][0]["of"] == "events"


def test_every_miss_goes_to_a_page(whodid: Whodid, gold: Path) -> None:
    wrong = {"id": "a", "text": builders.TEXT, "events": [{"id": "g", "types": ["AID"], "status": ["occurred"], "anchor": [50, 60]}]}
    gold.write_text(json.dumps(wrong) + "\n", encoding="utf-8")
    assert whodid("evaluate", "gold.jsonl", "--errors", "misses.html").status == 0
    assert "coded as CONSULT" in Path("misses.html").read_text(encoding="utf-8")


def test_malformed_gold_ends_with_one_line(whodid: Whodid, gold: Path) -> None:
    gold.write_text('{"id": "a", "text": "x", "events": [{"id": "g"}]}\n', encoding="utf-8")
    done = whodid("evaluate", "gold.jsonl")
    assert (done.status, done.out) == (2, "")
    assert done.err == 'whodid: gold.jsonl, line 1, "events" 1: has no "types"; expected a list of texts\n'


def test_a_page_that_cannot_be_written_ends_it_at_once(whodid: Whodid, gold: Path) -> None:
    done = whodid("evaluate", "gold.jsonl", "--errors", "nowhere/misses.html")
    assert (done.status, done.out) == (2, "")
    assert "nowhere/misses.html: cannot be written" in done.err


def test_gold_is_not_overwritten(whodid: Whodid, gold: Path) -> None:
    assert "gold.jsonl: is an input of this call" in whodid("evaluate", "gold.jsonl", "--errors", "gold.jsonl").err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("deep.json", b"[" * 100_000, "deep.json: not JSON that can be read: nested too deep"),
        ("latin.json", b'"caf\xe9"', "latin.json: byte 4 (0xE9) is not UTF-8"),
        ("long.jsonl", b'{"id": "%s", "events": []}' % (b"x" * 400), "has no gold in it"),
        ("store.jsonl", bytes(8) + b"DUCK", "is a DuckDB file"),
    ],
)
def test_gold_that_cannot_be_read_is_told_in_one_line(whodid: Whodid, tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    status, out, err = whodid("evaluate", name)
    assert (status, out) == (2, "") and words in err and len(err.splitlines()) == 1


def test_a_text_beside_gold_has_to_be_utf8(whodid: Whodid, tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text('{"events": []}')
    (tmp_path / "article.txt").write_bytes(b"caf\xe9")
    status, _, err = whodid("evaluate", "gold.json")
    assert status == 2 and "article.txt: byte 3 (0xE9) is not UTF-8" in err
