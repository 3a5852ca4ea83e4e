"""Sentences and the times they tell, by phenomenon (tests/cases/times.yaml)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from whodid.article import Article
from whodid.steps.parsing import Parser, parse
from whodid.steps.times import find_times

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "times.yaml").read_text(encoding="utf-8"))
ANCHOR: date = CASES["anchor"]

pytestmark = pytest.mark.model


def told(text: str, anchor: date | None, parser: Parser) -> list[tuple[Any, ...]]:
    """The times of a text: words, type, value and modifier; the words must be those at their offsets."""
    times = find_times(parse(Article(text, date=anchor), parser), anchor)
    assert all(text[time.start : time.end] == time.text for time in times)
    return [(time.text, time.type, time.value, time.mod) for time in times]


def expected(case: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The case's times, the modifier None where it is left out."""
    return [(*time, None)[:4] for time in case["times"]]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["text"][:50])
def test_times_of_sentence(case: dict[str, Any], parser: Parser) -> None:
    assert told(case["text"], ANCHOR, parser) == expected(case)


@pytest.mark.parametrize("case", CASES["without_anchor"], ids=lambda case: case["text"][:50])
def test_without_an_anchor_nothing_relative_gets_a_value(case: dict[str, Any], parser: Parser) -> None:
    assert told(case["text"], None, parser) == expected(case)


def test_boilerplate_is_left_out(parser: Parser) -> None:
    sentences = parse(Article("Copyright 2022. The envoys met on Thursday."), parser)
    sentences[0].boilerplate = True
    assert [time.text for time in find_times(sentences, ANCHOR)] == ["Thursday"]


def test_no_words_tell_no_time() -> None:
    assert find_times([], ANCHOR) == ()


def test_same_answer_twice(parser: Parser) -> None:
    text = "The envoys met last week. A day later they fled, and in 2023 they will return at 10 a.m. on a Monday."
    assert told(text, ANCHOR, parser) == told(text, ANCHOR, parser)
