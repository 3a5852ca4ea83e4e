"""Marks on the hand-coded articles beside the clone: every dateline and every piece of boilerplate, and nothing else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from whodid.article import Article
from whodid.reading import mark

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def coded(shared: Path) -> list[tuple[Article, dict[str, Any]]]:
    rows = [json.loads((shared / "seed/expected.json").read_text("utf-8"))]
    rows[0]["text"] = (shared / "seed/article.txt").read_bytes().decode("utf-8")
    for name in ("dev_a", "dev_b"):
        rows += map(json.loads, (shared / f"data/coded_articles/{name}.jsonl").read_text("utf-8").splitlines())
    return [(mark(Article(row["text"], row["id"], date.fromisoformat(row["date"]), row.get("title"))), row) for row in rows]


def test_boilerplate_is_that_of_the_gold(coded: list[tuple[Article, dict[str, Any]]]) -> None:
    for article, gold in coded:
        assert [[span.start, span.end] for span in article.boilerplate] == gold["boilerplate"], article.id


def test_headlines_are_those_of_the_gold(coded: list[tuple[Article, dict[str, Any]]]) -> None:
    for article, gold in coded:
        assert (article.headline and [article.headline.start, article.headline.end]) == gold.get("headline_span"), article.id


def test_datelines_name_the_place_of_the_gold(coded: list[tuple[Article, dict[str, Any]]]) -> None:
    for article, gold in coded:
        expected = gold["dateline"] and gold["dateline"]["place"].lower()
        found = article.dateline_place and article.dateline_place.text.split(",")[0].lower()
        assert found == expected, article.id
