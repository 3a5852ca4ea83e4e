"""Any bytes, under any name and in any wrapping, are articles or failures; never an exception, and never without a word."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pages as written
from whodid.article import Article
from whodid.reading import Failure
from whodid.reading.reader import Reader
from whodid.reading.sources import Place

SEEDS = (
    written.page().encode(),
    written.rss(written.item(1, inside="<description>Norland and Estia met.</description>")).encode(),
    written.warc_record("https://np.example/a", written.page().encode()),
    json.dumps([{"body": "Norland met Estia.", "date": "2024-03-05"}]).encode(),
    b'id,text,date\n1,"Norland, Estia",2024-03-05\n',
    b'{"id": "a", "text": "Norland met Estia."}\n{"id": "b"}\n',
    b"PAR1" + b"\0" * 20 + b"PAR1",
    "Norland met Estia — “at last”.".encode("cp1252"),
    "Norland met Estia.".encode("utf-16"),
)


def zipped(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a", data)
    return out.getvalue()


def tarred(data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def plain(data: bytes) -> bytes:
    return data


PACKED = (plain, gzip.compress, zipped, tarred, bz2.compress, lzma.compress)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """One of the seeds with bytes cut out, put in or changed, and perhaps packed, before or after the damage."""
    data = draw(st.sampled_from(SEEDS))
    data = draw(st.sampled_from(PACKED))(data)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=8)) + data[at + draw(st.integers(0, 40)) :]
    return draw(st.sampled_from(PACKED))(data)


def check(data: bytes, name: str) -> None:
    reader = Reader()
    items = list(reader.read_stream(io.BufferedReader(io.BytesIO(data)), Place(name, "a")))  # type: ignore[arg-type]
    assert items or reader.skipped
    for item in items:
        assert isinstance(item, (Article, Failure))
        if isinstance(item, Failure):
            assert "\n" not in str(item.error).strip() and str(item.error).startswith(name)
        else:
            assert item.id and item.text.strip() and "\0" not in item.text
            item.text.encode("utf-8")


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(damaged(), st.sampled_from(["a", "a.csv", "a.jsonl", "a.html"]))
def test_damaged_files(data: bytes, name: str) -> None:
    check(data, name)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a", "a.csv", "a.jsonl", "a.txt"]))
def test_any_bytes(data: bytes, name: str) -> None:
    check(data, name)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>/!abp =\"'&;#x0\n", max_size=200), st.sampled_from(["<p>", "<html>", "<rss>", "<?xml ?>", "[", ""]))
def test_any_markup(text: str, start: str) -> None:
    check((start + text).encode(), "a")


@pytest.mark.parametrize("seed", SEEDS)
def test_every_cut(seed: bytes) -> None:
    for end in range(0, len(seed), max(1, len(seed) // 25)):
        check(seed[:end], "a")
