"""What changed from one coding of an article to another."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders
from shelf import NEWER, put
from whodid.errors import StoreError
from whodid.record import Record
from whodid.store import Store
from whodid.store.diff import compare, differences


def changes(before: Record, after: Record) -> list[tuple[str, str, dict[str, tuple[object, object]]]]:
    return [(change.kind, change.event, change.fields) for change in compare("key", before.to_dict(), after.to_dict())]


def renumbered(record: Record) -> Record:
    """The record without its first event and quote, so that all others have other ids."""
    events = tuple(
        replace(event, id=f"e{number}", attribution=tuple(f"q{int(id[1:]) - 1}" for id in event.attribution),
                same_as=f"e{int(event.same_as[1:]) - 1}" if event.same_as else None)
        for number, event in enumerate(record.events[1:], start=1)
    )  # fmt: skip
    quotes = tuple(replace(quote, id=f"q{number}") for number, quote in enumerate(record.quotes[1:], start=1))
    return replace(record, events=events, quotes=quotes)


def test_the_same_record_has_not_changed():
    assert changes(builders.record(), builders.record()) == []


def test_other_numbers_are_no_change():
    whole = builders.record()
    assert changes(whole, renumbered(whole)) == [("gone", "e1", {})]
    assert changes(renumbered(whole), whole) == [("added", "e1", {})]


def test_a_changed_event_tells_each_field_before_and_after():
    whole = builders.record()
    third = replace(whole.events[2], status="denied", actors=("state:EST",), mode="shelling")
    after = replace(whole, events=(*whole.events[:2], third, *whole.events[3:]))
    fields = {"status": ("occurred", "denied"), "actors": (["state:SUD"], ["state:EST"]), "mode": (None, "shelling")}
    assert changes(whole, after) == [("changed", "e3", fields)]


def test_who_says_so_is_compared_by_words():
    whole = builders.record()
    after = replace(whole, events=(*whole.events[:2], replace(whole.events[2], attribution=()), *whole.events[3:]))
    said = "Sudria had shelled the port of Kell on Monday, killing four fishermen"
    assert changes(whole, after) == [("changed", "e3", {"attribution": ([said], [])})]


def test_an_event_with_other_words_of_the_same_sentence_and_type_is_the_same():
    whole = builders.record()
    longer = replace(whole.events[6], trigger=builders.span("sign a treaty"))
    [(kind, event, fields)] = changes(whole, replace(whole, events=(*whole.events[:6], longer)))
    assert (kind, event, list(fields)) == ("changed", "e7", ["trigger"])


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "events.duckdb", write=True) as store:
        yield store


def test_runs_are_compared_over_the_articles_that_both_coded(store):
    whole, other = builders.record(), builders.record(id="other", text=builders.TEXT + "\n\nMore.")
    put(store, whole)
    put(store, other)
    put(store, replace(whole, events=whole.events[:6]), coder=NEWER)
    found = list(differences(store, 2, 3))
    assert [(change.article_id, change.kind, change.event, change.trigger) for change in found] == [("norland-1", "gone", "e7", "sign")]


def test_runs_that_cannot_differ_or_are_not_there_are_refused(store):
    put(store, builders.record())
    put(store, builders.record(id="b", text="Other."))
    with pytest.raises(StoreError, match="same versions"):
        list(differences(store, 1, 2))
    with pytest.raises(StoreError, match="no run 7; there are runs 1 to 2"):
        list(differences(store, 1, 7))
