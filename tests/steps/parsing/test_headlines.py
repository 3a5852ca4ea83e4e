"""Headlines are parsed with the capitals of running text, and their passives without "was" are read as such."""

from __future__ import annotations

from datetime import date

import pytest

from whodid import Article, Coder
from whodid.reading import mark
from whodid.steps.parsing.headlines import in_running_case

BODY = "The Kenyan army on Friday accused rebels of shelling a border town. Lena Brandt meets Emmanuel Macron in Paris."


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Army Accused Rebels of Shelling Border Town", "Army accused rebels of shelling border town"),
        ("BRANDT MEETS MACRON IN PARIS", "Brandt meets Macron in Paris"),
        ("Army accused rebels of shelling", "Army accused rebels of shelling"),
        ("Macron in Paris", "Macron in Paris"),
        ("Army of USA Accused of Shelling", "Army of USA accused of shelling"),
    ],
)
def test_capitals_of_running_text(headline: str, read: str) -> None:
    assert in_running_case(headline, BODY) == read


@pytest.mark.model
def test_a_passive_without_was(coder: Coder) -> None:
    text = "Reporter Shot and Killed by Masked Gunmen in Oslo\n\nA reporter was shot and killed by masked gunmen in Oslo on Friday."
    record = coder.code(mark(Article(text, date=date(2024, 5, 11))))
    told = [(event.type, record.actor(event.recipients[0]).name) for event in record.events]
    assert told == [("ASSAULT", "reporter")] * 2
    assert all("gunmen" in record.actor(event.actors[0]).name for event in record.events)


@pytest.mark.model
def test_offsets_are_those_of_the_text(coder: Coder) -> None:
    text = "Kenya Accuses Somalia Of Shelling Border Town\n\nKenya accuses Somalia of shelling a border town."
    record = coder.code(mark(Article(text, date=date(2024, 5, 11))))
    assert record.events[0].trigger.text == text[record.events[0].trigger.start : record.events[0].trigger.end] == "Accuses"
