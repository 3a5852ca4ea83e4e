"""`whodid.code` and `whodid.classify`: what they give, and what they refuse."""

from __future__ import annotations

from datetime import date

import pytest

import whodid

pytestmark = pytest.mark.model
TEXT = "Norway's prime minister met the president of Kenya in Oslo on Friday."


@pytest.fixture(autouse=True)
def loaded(coder, monkeypatch):
    monkeypatch.setattr("whodid.coder._default_coder", lambda: coder)


@pytest.mark.parametrize("day", ["2024-05-11", date(2024, 5, 11)])
def test_friday_is_read_from_the_day_of_publication(day):
    assert [event.date.start for event in whodid.code(TEXT, date=day).events] == ["2024-05-10"]


@pytest.mark.parametrize("day", ["11/05/2024", "20240511", "2024-W19-6", "2024-02-30", ""])
def test_what_is_no_day_is_refused(day):
    with pytest.raises(whodid.InputError, match=f'date is "{day}"; expected YYYY-MM-DD'):
        whodid.code(TEXT, date=day)


def test_a_text_without_words_is_refused():
    with pytest.raises(whodid.InputError, match="the text is empty"):
        whodid.code(" \n")


def test_a_marked_pair_has_a_type():
    found = whodid.classify("Norland's army shelled Estia.", (0, 14), (23, 28))
    assert (found["type"], found["quad"]) == ("ASSAULT", "material conflict")


@pytest.mark.parametrize("source", [(5, 5), (-1, 3), (0, 99)])
def test_offsets_outside_the_text_are_refused(source):
    with pytest.raises(whodid.InputError, match=r"source is \[.*within the text's 29 characters"):
        whodid.classify("Norland's army shelled Estia.", source, None)
