"""`whodid quotes`, `times` and `places`: their formats."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest

from builders import TEXT
from whodid import Article, Coder
from whodid.cli import places, quotes, times
from whodid.cli.timeml import document
from whodid.record import Record, Time

MODULES = {"quotes": quotes, "times": times, "places": places}


@pytest.mark.parametrize("command", MODULES)
def test_csv_has_a_row_for_each(whodid, article_file, command):
    out = whodid(command, "norland.txt", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert tuple(rows[0]) == MODULES[command].COLUMNS
    assert all(row["article"] == "norland" for row in rows)
    start, end, words = ("content_start", "content_end", "content") if command == "quotes" else ("start", "end", "text")
    assert all(TEXT[int(row[start]) : int(row[end])] == row[words] for row in rows)


def test_quotes_name_speaker_addressee_and_medium(whodid, article_file):
    rows = list(csv.DictReader(io.StringIO(whodid("quotes", "norland.txt", "--format", "csv").out, newline="")))
    assert [row["speaker"] for row in rows] == ["Ada Brandt", "Estia", "Sudria", ""]
    assert rows[0]["addressee"] == "reporters" and rows[3]["medium_id"] == "organization:state-radio"
    assert rows[0]["speaker_text"] == "Brandt" and rows[0]["cue"] == "told"


@pytest.mark.parametrize("command", MODULES)
def test_a_line_for_an_article_failures_too(whodid, article_file, command):
    status, out, _ = whodid(command, "norland.txt", "missing.txt", "--format", "jsonl")
    whole, failed = map(json.loads, out.splitlines())
    assert status == 1 and failed["error"]["code"] == "missing"
    assert whole["id"] == "norland" and whole[command] and "text" not in whole and "events" not in whole


@pytest.mark.parametrize("width", [80, 120, 160])
@pytest.mark.parametrize("command", MODULES)
def test_tables(whodid, article_file, monkeypatch, width, command):
    words = {"quotes": ("Brandt", "told"), "times": ("t1", "2026-03-03"), "places": ("Kell", "EST")}[command]
    monkeypatch.setenv("COLUMNS", str(width))
    out = whodid(command, "norland.txt").out
    assert max(map(len, out.splitlines())) <= width
    assert all(word in out for word in words)


@pytest.mark.parametrize("command", MODULES)
def test_nothing_found(whodid, tmp_path, command):
    (tmp_path / "a.txt").write_text("Nothing.")
    assert f"no {command}" in whodid(command, "a.txt").out


def test_timeml_gives_back_the_text(whodid, article_file):
    root = ElementTree.fromstring(whodid("times", "norland.txt", "--date", "2026-03-04", "--format", "timeml").out.encode())
    text = root.find("TEXT")
    assert root.tag == "TimeML" and "".join(text.itertext()) == TEXT
    assert [(tag.get("tid"), tag.text, tag.get("value")) for tag in text] == [
        ("t1", "Tuesday", "2026-03-03"), ("t2", "Monday", "2026-03-02"), ("t3", "May", "2026-05")
    ]  # fmt: skip
    assert root.find("DCT/TIMEX3").get("value") == "2026-03-04"


def test_several_articles_are_one_xml_document(whodid, article_file, tmp_path):
    (tmp_path / "b.txt").write_text("Nothing.")
    root = ElementTree.fromstring(whodid("times", "norland.txt", "b.txt", "--format", "timeml").out.encode())
    assert [child.findtext("DOCID") for child in root] == ["norland", "b"]


def test_what_xml_cannot_hold():
    text = 'Tom & <Ann>\x00 \r\n\ud800 said "May"'
    at = text.index("May")
    record = Record(text, id='a"b', times=(Time(at, at + 3, "May", "DATE", "2026-05", None),))
    root = ElementTree.fromstring(document(record))
    assert "".join(root.find("TEXT").itertext()) == text.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")


def test_geojson(whodid, article_file, tmp_path):
    (tmp_path / "b.txt").write_text("Nothing.")
    map_of = json.loads(whodid("places", "norland.txt", "b.txt", "--format", "geojson").out)
    first = map_of["features"][0]
    assert map_of["type"] == "FeatureCollection" and len(map_of["features"]) == 2
    assert first["geometry"] == {"type": "Point", "coordinates": [21.5, 58.1]}
    known = first["properties"]
    assert (known["name"], known["country"], known["geonames"], known["article"]) == ("Kell", "EST", 1, "norland")
    assert TEXT[known["start"] : known["end"]] == known["text"]


def test_geojson_of_nothing(whodid, tmp_path):
    (tmp_path / "a.txt").write_text("Nothing.")
    assert json.loads(whodid("places", "a.txt", "--format", "geojson").out) == {"type": "FeatureCollection", "features": []}


@pytest.mark.model
@pytest.mark.parametrize("part", MODULES)
def test_a_part_alone_is_that_part_of_the_record(coder: Coder, part: str):
    article = Article("Norway's prime minister told reporters in Oslo on Friday that talks with Kenya would go on.", date=None)
    whole, alone = coder.code(article), next(getattr(coder, f"{part}_all")([article]))
    assert getattr(alone, part) == getattr(whole, part) != ()
    assert alone.events == ()
