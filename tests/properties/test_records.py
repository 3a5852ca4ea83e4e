"""What holds for any text at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import article
from whodid import Article, Coder, InputError, Record

pytestmark = pytest.mark.model
FEW = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

WORDS = st.sampled_from(
    'Norway Moscow "We “will ” not , . said told he she police the president of France arrested 12 protesters on Thursday talks with '
    "Xi Jinping EU sanctions denied \n\n – ’s According to Xinhua, U.S. shelled killing dozens 1990s \U0001f600 ﬁ é".split(" ")
)
NEWSLIKE = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
TEXTS = st.one_of(NEWSLIKE, ANY)


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Everything in the record that has a start, an end and a text."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys() and isinstance(value["start"], int):
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


@FEW
@given(TEXTS)
def test_any_text_gives_a_sound_record_or_a_clear_error(coder: Coder, text: str) -> None:
    try:
        record = coder.code(article(text, "2024-05-11"))
    except InputError as error:
        assert str(error)
        return
    plain = record.to_dict()
    assert record.text == text
    for span in spans(plain):
        assert text[span["start"] : span["end"]] == span["text"]
    assert_linked(record)
    assert Record.from_dict(json.loads(json.dumps(plain))) == record


def assert_linked(record: Record) -> None:
    """Whatever names an actor, a quote or an event names one that is there."""
    actors = {actor.id for actor in record.actors}
    quotes = {quote.id for quote in record.quotes}
    events = {event.id for event in record.events}
    assert len(actors) == len(record.actors) and len(events) == len(record.events)
    for event in record.events:
        assert actors >= {*event.actors, *event.recipients}
        assert quotes >= set(event.attribution)
        assert event.same_as is None or event.same_as in events - {event.id}
        assert 0 <= event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end <= len(record.text)
        assert 0 <= event.confidence <= 1
    assert actors >= {mention.actor for mention in record.mentions}


@settings(FEW, max_examples=6)
@given(st.lists(NEWSLIKE.filter(str.strip), min_size=1, max_size=6))
def test_a_batch_gives_what_one_by_one_gives_in_order(coder: Coder, texts: list[str]) -> None:
    articles = [Article(text, id=str(number)) for number, text in enumerate(texts)]
    assert list(coder.code_all(articles)) == [coder.code(one) for one in articles]


def test_a_batch_is_coded_as_it_is_read(coder: Coder) -> None:
    def endless() -> Iterator[Article]:
        while True:
            yield article("Norway thanked Kenya.")

    assert next(coder.code_all(endless())).events


@settings(FEW, max_examples=10)
@given(TEXTS, st.data())
def test_any_marked_text_is_classified(coder: Coder, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    try:
        found = coder.classify(text, (start, end), None)
    except InputError as error:
        assert str(error)
        return
    assert 0 <= found.confidence <= 1
    assert (found.type is None) == (found.quad is None)
