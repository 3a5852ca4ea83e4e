"""What may be named on the command line: folders, files of all kinds, feeds; and what is told of what is not coded."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
from functools import partial
from pathlib import Path

import pytest

import pages as written
from sites import serving
from whodid.reading.fetching import Limits


def coded(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a text, a page, a packed table, an image and a broken file."""
    home = tmp_path / "news"
    home.mkdir()
    (home / "a.txt").write_text(written.TEXT)
    (home / "b.html").write_text(written.page('<meta property="article:published_time" content="2024-03-05">'))
    (home / "c.csv.gz").write_bytes(gzip.compress(b"title,text,author\nT,Norland met Estia.,Ada Brandt\n"))
    (home / "d.png").write_bytes(b"\x89PNG\r\n")
    (home / "e.gz").write_bytes(gzip.compress(b"x" * 1000)[:15])
    return home


def test_a_folder_is_coded_file_by_file(whodid, folder):
    status, out, err = whodid("code", "news", "--date", "2024-01-01", "--format", "jsonl")
    records = coded(out)
    assert status == 1
    assert [record["id"] for record in records] == ["a", "b", "c#2", "e"]
    assert [record.get("date") for record in records] == ["2024-01-01", "2024-03-05", "2024-01-01", None]
    assert records[1]["text"] == written.TEXT and records[3]["error"]["code"] == "truncated"
    assert "whodid: news/e.gz: is cut off" in err and "whodid: passed over 1: 1 an image" in err


def test_a_pattern_and_an_array_of_what_fits(whodid, folder):
    assert [one["id"] for one in json.loads(whodid("code", "news/[ab].*", "--format", "json").out)] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "content", "many"),
    [
        ("a.html", written.page(), False), ("a.json", '{\n"body": "Norland met Estia."}', False),
        ("b.json", '[{"body": "Norland met Estia."}]', True),
        ("c", '{"id": "a", "text": "Norland met Estia."}', True), ("d.csv", "title,text\nT,Norland met Estia.\n", True),
    ],
)  # fmt: skip
def test_json_is_an_array_where_a_file_may_hold_several(whodid, tmp_path, monkeypatch, name, content, many):
    (tmp_path / name).write_text(content)
    assert isinstance(json.loads(whodid("code", name, "--format", "json").out), list) is many
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert isinstance(json.loads(whodid("code", "-", "--format", "json").out), list) is many


def test_another_language_is_an_error_in_its_place(whodid, tmp_path):
    rows = {"id": "a", "text": "Eins.", "language": "de"}, {"id": "b", "text": "One."}, {"id": "c", "text": written.GERMAN}
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    status, out, err = whodid("code", "in.jsonl", "--format", "jsonl")
    assert status == 1
    assert [one.get("error", {}).get("code") for one in coded(out)] == ["language", None, "language"]
    expected = 'in.jsonl, line 1: "language" is "de", which whodid does not code; expected "en", or no language at all'
    assert coded(out)[0]["error"]["message"] == expected and expected in err


def test_the_kind_can_be_told(whodid, tmp_path):
    (tmp_path / "a.txt").write_text("title,text\nT,Norland met Estia.\n")
    assert coded(whodid("code", "a.txt", "--input-format", "text", "--format", "jsonl").out)[0]["text"].startswith("title,text")
    assert coded(whodid("code", "a.txt", "--format", "jsonl").out)[0]["text"] == "Norland met Estia."


def test_feeds_are_fetched_and_the_second_time_what_is_new(whodid, tmp_path, monkeypatch):
    monkeypatch.setattr("whodid.reading.fetching.Limits", partial(Limits, pause=0.0))
    with serving() as site:
        item = f"<item><title>T</title><link>{site.url('/1')}</link></item>"
        site.gives("/rss", written.rss(item), ETag='"1"')
        site.gives("/1", written.page())
        (tmp_path / "feeds.txt").write_text(site.url("/rss"))
        call = ("code", "--fetch", "feeds.txt", "--allow-host", site.host, "--fetch-cache", "cache.json", "--format", "jsonl")
        status, out, _ = whodid(*call)
        assert status == 0 and [one["id"] for one in coded(out)] == [site.url("/1")]
        site.answers["/rss"] = (304, {}, b"")
        status, out, err = whodid(*call)
        assert (status, out) == (0, "") and "1 feed that has not changed" in err
        assert "no public address" in whodid("code", "--fetch", site.url("/rss"), "--fetch-cache", "none.json").err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["code", "--allow-host", "localhost"], "go with --fetch"),
        (["code", "--fetch", "none.txt"], "there is no such file"),
        (["code", "--fetch", "ftp://a.example/rss"], "ftp://a.example/rss: is no address that can be fetched; expected https://"),
        (["code", "--fetch", "https://a.example/rss", "--fetch-cache", "news/a.txt"], "--fetch-cache names news/a.txt, which holds"),
        (["code", "--fetch", "https://a.example/rss", "--fetch-cache", "news"], "--fetch-cache names news, which holds"),
        (["code"], "no FILE is named"),
        (["code", "news", "--title", "T"], "--title is for one article"),
        (["code", "news", "--input-format", "pdf"], "pdf"),
        (["code", "news", "--date", "2024-02-30"], '--date is "2024-02-30", which is no day of the calendar; expected YYYY-MM-DD'),
        (["code", "--fetch", ""], "--fetch names nothing"),
        (["code", "news", "--format", "foo"], "whodid code: Invalid value for '--format' / '-f': 'foo' is not one of 'table',"),
        (["diff", "a", "b", "--store", "x"], "as an integer. See whodid diff --help"),
        (["code", "news/a.txt", "--title", "caf\udce9"], '--title is "caf\\xe9", which is no UTF-8'),
        (["cod"], "Did you mean 'code'? See whodid --help"),
    ],
)
def test_a_wrong_call(whodid, folder, arguments, words):
    status, out, err = whodid(*arguments)
    assert (status, out) == (2, "") and words in err and len(err.splitlines()) == 1


@pytest.mark.parametrize("named", ["news", "news/*", "news/a.txt"])
def test_no_input_is_written_over(whodid, tmp_path, named):
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("A.")
    status, out, err = whodid("times", named, "-o", "news/a.txt")
    assert (status, out) == (2, "") and "would be lost; name another file" in err and len(err.splitlines()) == 1
    assert (news / "a.txt").read_text() == "A."
    assert whodid("times", named, "-o", "news/times.txt").status == 0


def test_a_store_is_no_article_and_no_output(whodid, article_file, tmp_path):
    (tmp_path / "s.duckdb").write_bytes(bytes(8) + b"DUCK" + bytes(8))
    status, out, err = whodid("times", "s.duckdb")
    assert (status, out) == (1, "") and "is a DuckDB file; of a store, ask for events with --store" in err
    for call in (["times", "norland.txt"], ["evaluate", "norland.txt"]):
        assert whodid(*call, "-o", "s.duckdb").status == 2
    assert b"DUCK" in (tmp_path / "s.duckdb").read_bytes()


def test_a_text_too_long_for_an_article_is_refused_and_can_be_allowed(whodid, tmp_path):
    rows = {"id": "a", "text": "Norland met Estia. " * 10}, {"id": "b", "text": "Norland met Estia."}
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    status, out, err = whodid("code", "in.jsonl", "--longest", "100", "--format", "jsonl")
    assert status == 1 and [one["id"] for one in coded(out)] == ["a", "b"] and "error" not in coded(out)[1]
    assert coded(out)[0]["error"]["code"] == "too-large"
    assert (
        "in.jsonl, line 1: the text has 190 characters, and an article has at most 100 here; if it holds several articles, make each" in err
    )
    assert err.strip().endswith("allow it: --longest 190")
    assert whodid("code", "in.jsonl", "--longest", "190", "--format", "jsonl").status == 0
    (tmp_path / "long.txt").write_text("Norland met Estia. " * 60_000)
    for command in ("code", "quotes", "times", "places", "report"):
        status, out, err = whodid(command, "long.txt")
        assert status == 1 and "long.txt: the text has 1,140,000 characters, and an article has at most 1,000,000 here" in err


def test_classify_takes_no_book_for_a_sentence(whodid, tmp_path):
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": "Norland met Estia. " * 60_000, "source": [0, 7], "target": None}))
    status, out, err = whodid("classify", "in.jsonl")
    assert status == 1 and 'in.jsonl, line 1: "text" has 1,140,000 characters; expected a sentence' in err


def test_classify_says_where_it_cannot_read_on(whodid, tmp_path, monkeypatch):
    monkeypatch.setattr("whodid.reading.sources.MOST_BYTES", 200)
    row = json.dumps({"id": "a", "text": "Norland met Estia.", "source": [0, 7], "target": None})
    (tmp_path / "in.jsonl").write_text(row + "\n" + row.replace('"a"', '"b"') + " " * 200 + "\n")
    status, out, err = whodid("classify", "in.jsonl")
    assert status == 1 and [(one["id"], "error" in one) for one in coded(out)] == [("a", False), (None, True)]
    assert "in.jsonl, line 2: has more than 200 bytes" in err


class Pieces(io.BufferedReader):
    """A standard input that gives a byte at a time, as a slow pipe does."""

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))

    def read1(self, size: int = -1) -> bytes:
        return super().read1(1)

    def peek(self, size: int = 0) -> bytes:
        return super().peek(size)[:1]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress])
def test_what_comes_in_pieces_is_known_for_what_it_is(whodid, monkeypatch, pack):
    page = pack(b"\n\n" + written.page().encode())
    monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": Pieces(page)}))
    assert coded(whodid("code", "-", "--format", "jsonl").out)[0]["text"] == written.TEXT


def test_a_long_line_of_json_is_known_in_a_pipe(whodid, monkeypatch):
    service = json.dumps({"status": "ok", "articles": [{"body": "Norland met Estia. " * 600}] * 3})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(service.encode()))))
    status, out, _ = whodid("times", "-", "--format", "jsonl")
    assert status == 0 and [one["id"] for one in coded(out)] == ["stdin#1", "stdin#2", "stdin#3"]


def test_a_bomb_in_a_pipe(whodid, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(gzip.compress(b"a\n" * 15_000_000)))))
    status, _, err = whodid("times", "-")
    assert status == 1 and "standard input: unpacks to more than 250 times its size" in err


def test_a_name_that_is_no_utf8_is_stored(whodid, tmp_path):
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("Norland met Estia.")
    assert whodid("code", name, os.fsdecode(b"\xe8.txt"), "--store", "s.duckdb").status == 1
    assert coded(whodid("query", "SELECT id FROM articles", "--store", "s.duckdb", "-f", "jsonl").out) == [{"id": "caf\\xe9"}]
    assert "xe8.txt: there is no such file" in whodid("query", "SELECT * FROM failures", "--store", "s.duckdb", "-f", "csv").out
    status, _, err = whodid("code", name, "--store", os.fsdecode(b"\xe9.duckdb"))
    assert status == 2 and "is a name that is no UTF-8; name the store otherwise" in err


def test_a_message_is_one_line(whodid, tmp_path):
    (tmp_path / "a.txt").write_text("Norland met Estia.")
    (tmp_path / "own.yaml").write_bytes(bytes(9))
    status, out, err = whodid("knowledge", "show", "Norway", "--knowledge", "own.yaml")
    assert (status, out) == (2, "") and "own.yaml: not YAML" in err and len(err.splitlines()) == 1
