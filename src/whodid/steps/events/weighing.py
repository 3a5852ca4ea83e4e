"""A second opinion on coded events: the trained weights read each with its parties and trigger, and its confidence follows what they think.

The type stays the lexicon's. On its own its score hardly tells a right type from a wrong one; the weights' chance of that type does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whodid.calibration import chance_of, log_odds
from whodid.models import Marked, Trust, judge, load_trust
from whodid.record import Event
from whodid.text import Span


def weighed(events: Sequence[Event], text: str) -> tuple[Event, ...]:
    """The same events, each surer or less sure as the weights agree or do not; `text` is the article's.

    Raises:
        ModelError: Where the weights are missing or broken.
    """
    if not events:
        return ()
    judgements = judge([marked_in(event, text) for event in events])
    return tuple(
        replace(event, confidence=round(second_opinion(event.confidence, judgement.types[event.type], load_trust()), 2))
        for event, judgement in zip(events, judgements, strict=True)
    )


def marked_in(event: Event, text: str) -> Marked:
    """The event's sentence with its words marked."""
    start, end = event.evidence.start, event.evidence.end
    return Marked(
        text[start:end],
        actors=_within(event.actor_spans, start, end),
        recipients=_within(event.recipient_spans, start, end),
        trigger=_within([event.trigger] if event.trigger else [], start, end),
    )


def _within(spans: Iterable[Span], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The spans that touch the sentence, as offsets into it."""
    return tuple((max(span.start, start) - start, min(span.end, end) - start) for span in spans if span.start < end and start < span.end)


def second_opinion(confidence: float, chance: float, trust: Trust) -> float:
    """The share of events that is right, of those with such a confidence and such a chance of their type."""
    base, own, weights = trust.events
    return chance_of(base + own * log_odds(confidence) + weights * log_odds(chance))
