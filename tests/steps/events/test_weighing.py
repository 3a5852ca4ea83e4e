"""A second opinion on events: what the weights' agreement does to confidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from whodid import Article, Coder
from whodid.models import load_trust, weights_hash
from whodid.record import Event, Extent
from whodid.steps.events import weighed
from whodid.steps.events.weighing import marked_in, second_opinion
from whodid.text import Span

TEXT = "Some say it rained. Malta expelled the Tunisian consul on Friday."
FOUND = Event(
    id="e1", type="SANCTION", mode="expel", contexts=(), cameo="161", quad="material conflict", goldstein=-4.0, intensity=-5.0,
    symmetric=False, actors=("state:MLT",), recipients=("state:TUN",), status="occurred", date=None, place=None,
    trigger=Span(26, 34, "expelled"),
    evidence=Extent(20, 65), actor_spans=(Span(20, 25, "Malta"),), recipient_spans=(Span(35, 54, "the Tunisian consul"),), counts=(),
    confidence=0.7, flags=(),
)  # fmt: skip


def test_an_event_is_marked_within_its_sentence() -> None:
    marked = marked_in(FOUND, TEXT)
    assert marked.text == "Malta expelled the Tunisian consul on Friday."
    words = [marked.text[a:b] for a, b in (*marked.actors, *marked.trigger, *marked.recipients)]
    assert words == ["Malta", "expelled", "the Tunisian consul"]


def test_words_of_another_sentence_are_not_marked() -> None:
    afar = replace(FOUND, actor_spans=(Span(0, 4, "Some"),))
    assert marked_in(afar, TEXT).actors == ()


def test_agreement_makes_surer() -> None:
    right, wrong = weighed([FOUND, replace(FOUND, type="CONSULT")], TEXT)
    assert right.confidence > wrong.confidence
    assert replace(right, confidence=0.7) == FOUND


@pytest.mark.parametrize("confidence", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("chance", [0.0, 0.5, 1.0])
def test_an_opinion_is_a_chance(confidence: float, chance: float) -> None:
    assert 0 < second_opinion(confidence, chance, load_trust()) < 1


def test_no_events() -> None:
    assert weighed([], TEXT) == ()


@pytest.mark.model
def test_records_name_the_weights_only_where_they_weighed() -> None:
    article = Article("Malta expelled the Tunisian consul on Friday.", date=date(2024, 5, 11))
    plain, second = Coder().code(article), Coder(weigh=True).code(article)
    assert plain.coder is not None
    assert second.coder is not None
    assert (plain.coder.weights, second.coder.weights) == (None, weights_hash())
    assert [replace(event, confidence=0.0) for event in plain.events] == [replace(event, confidence=0.0) for event in second.events]
