"""Gold is known by its fields; what is wrong with it is said with file, line and mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import builders
from whodid.errors import InputError
from whodid.scoring import find_gold

ARTICLE = {"id": "a", "text": builders.TEXT, "events": [], "quotes": []}


def write(file: Path, *rows: Any) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_what_a_file_is_for_is_told_by_its_fields(tmp_path: Path) -> None:
    write(tmp_path / "one.jsonl", ARTICLE)
    write(tmp_path / "two.jsonl", {"id": "a", "text": "x y", "source": [0, 1], "target": None, "gold_root": "AID"})
    write(tmp_path / "three.jsonl", {"id": "a", "text": "x y", "times": [], "places": []})
    write(tmp_path / "four.jsonl", {**builders.record().to_dict()})
    found = find_gold([tmp_path])
    assert [(one.name, one.measure.name) for one in found.sets] == [
        ("four", "articles"),
        ("one", "articles"),
        ("three", "times"),
        ("three", "places"),
        ("two", "types"),
        ("two", "pairs"),
    ]


def test_a_file_without_gold_is_passed_and_told(tmp_path: Path) -> None:
    write(tmp_path / "one.jsonl", ARTICLE)
    write(tmp_path / "plain.jsonl", {"id": "a", "text": "x"})
    assert "plain.jsonl: no gold in it (it has id, text)" in find_gold([tmp_path]).passed[0]


def test_the_text_may_lie_beside(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Norland met Estia.", encoding="utf-8")
    write(tmp_path / "expected.json", {"events": []})
    assert find_gold([tmp_path]).sets[0].golds[0].article.text == "Norland met Estia."


def test_measures_and_files_are_chosen_by_name(tmp_path: Path) -> None:
    write(tmp_path / "one.jsonl", ARTICLE)
    write(tmp_path / "three.jsonl", {"id": "a", "text": "x y", "times": [], "places": []})
    assert [one.measure.name for one in find_gold([tmp_path], ["places", "one"]).sets] == ["articles", "places"]
    with pytest.raises(InputError, match=r"no gold for nouns; expected measures \(articles, types"):
        find_gold([tmp_path], ["nouns"])


def test_a_limit_takes_the_first(tmp_path: Path) -> None:
    write(tmp_path / "one.jsonl", ARTICLE, {**ARTICLE, "id": "b"})
    assert [gold.article.id for gold in find_gold([tmp_path], limit=1).sets[0].golds] == ["a"]


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path / "x" / "gold.jsonl", ARTICLE)
    write(tmp_path / "y" / "gold.jsonl", ARTICLE)
    assert [one.name for one in find_gold([tmp_path]).sets] == ["x/gold", "y/gold"]


def test_a_date_that_is_none_is_left_out_and_noted(tmp_path: Path) -> None:
    write(tmp_path / "one.jsonl", {**ARTICLE, "date": "9:55 AM"})
    [one] = find_gold([tmp_path]).sets
    assert one.golds[0].article.date is None
    assert '"9:55 AM"' in one.notes[0]


EVENT = {"id": "g", "types": ["AID"], "status": ["occurred"], "actors": [], "recipients": [], "anchor": [0, 5]}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"id": "a", "events": []}, r'one.jsonl: has no gold|line 1: has no "text"; expected a text'),
        ({**ARTICLE, "events": [{**EVENT, "anchor": [5, 2]}]}, r'line 1, "events" 1: "anchor" is \[5, 2\]; expected \[start, end\] within'),
        (
            {**ARTICLE, "events": [{**EVENT, "anchor": [0, 99999]}]},
            r'"anchor" is \[0, 99999\]; expected .* within the text.s \d+ characters',
        ),
        ({**ARTICLE, "events": [{**EVENT, "types": 5}]}, r'"events" 1: "types" is 5; expected a list of texts'),
        ({**ARTICLE, "events": [EVENT, {"id": "h"}]}, r'"events" 2: has no "types"'),
        ({**ARTICLE, "events": [EVENT, EVENT]}, r'"events" 2: "id" is .g.; expected another id for each event'),
        ({**ARTICLE, "events": ["x"]}, r'"events" is \[.x.\]; expected a list of objects'),
        ({"id": "a", "text": "x y", "source": None, "target": None, "gold_root": "WAR"}, r'"gold_root" is .WAR.; expected one of ACCUSE'),
        (
            {"id": "a", "text": "x y", "places": [{"start": 0, "end": 1}]},
            r'"places" 1: has no "lat"; expected degrees, or "optional": true',
        ),
        ({"id": "a", "text": "x y", "attributions": [{"cue": []}]}, r'"attributions" 1: has no "content"'),
    ],
)
def test_malformed_gold_is_an_error_with_its_place(tmp_path: Path, row: dict[str, Any], message: str) -> None:
    file = write(tmp_path / "one.jsonl", row)
    with pytest.raises(InputError, match=message):
        find_gold([file])


def test_a_broken_line_is_an_error(tmp_path: Path) -> None:
    file = write(tmp_path / "one.jsonl", ARTICLE)
    file.write_text(file.read_text("utf-8") + '{"id": "b", \n', encoding="utf-8")
    with pytest.raises(InputError, match=r"one.jsonl, line 2"):
        find_gold([tmp_path])


def test_a_page_without_its_page_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "truth.json", {"k1": {"articleBody": "x"}})
    with pytest.raises(InputError, match=r'truth.json, "k1": its page is not there \(looked for .*html/k1.html\)'):
        find_gold([tmp_path])


@pytest.mark.parametrize("name", ["nowhere", "nowhere.jsonl"])
def test_what_is_not_there_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="is not there; expected a folder or file with gold"):
        find_gold([tmp_path / name])


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r'has no gold in it; expected lines with "events", .* \(docs/accuracy.md\)'):
        find_gold([tmp_path])
