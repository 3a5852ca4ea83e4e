"""Quotation marks that do not pair."""

from __future__ import annotations

import pytest

from whodid.record import Record
from whodid.steps.checks.marks import unbalanced_quotations


@pytest.mark.parametrize(
    "text",
    [
        "“We left,” he said. “It was late.”",
        '"We left," he said.',
        "“We left,” he said. “It was late.\n\n“We came back.”",
        'A 12" pipe burst.',
        "",
    ],
)
def test_paired_marks_give_no_warning(text: str) -> None:
    assert list(unbalanced_quotations(Record(text))) == []


def test_a_mark_that_none_opened_is_warned_of_with_its_sentence() -> None:
    text = "He said “we left.” The road was long.”"
    (warning,) = unbalanced_quotations(Record(text))
    assert warning.code == "unbalanced-quotation"
    assert text[warning.start : warning.end] == "The road was long.”"


def test_a_mark_that_nothing_closes_is_warned_of() -> None:
    text = "He said: “we left.\n\nThe road was long."
    (warning,) = unbalanced_quotations(Record(text))
    assert text[warning.start : warning.end] == "“we left."


def test_an_odd_straight_mark_is_warned_of() -> None:
    text = 'The road was long."'
    (warning,) = unbalanced_quotations(Record(text))
    assert text[warning.start : warning.end] == text
