"""What is shown: buttons by type, status, whose word it is and confidence, a search, and the bar that says what passes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from whodid.record import Event, Status
from whodid.report.markup import Markup, tag
from whodid.report.names import QUAD_CLASSES

_ORDER = {quad: place for place, quad in enumerate(QUAD_CLASSES)}
_SPOKEN = {
    "said": "somebody in it", "told": "the article itself", "high": "80 % and more", "fair": "50 to 79 %", "low": "less than 50 %",
}  # fmt: skip
_VOICES = ("told", "said")
_SURE = ("high", "fair", "low")
# From which confidence on an event counts as sure, and as fair.
SURE, FAIR = 0.8, 0.5


def sureness(event: Event) -> str:
    """high, fair or low."""
    return "high" if event.confidence >= SURE else "fair" if event.confidence >= FAIR else "low"


def voice(event: Event) -> str:
    """Whether the article tells the event itself, or somebody in it says so."""
    return "said" if event.is_claim else "told"


def filters(events: Sequence[Event]) -> Markup | None:
    """The buttons; None where there is nothing to choose from. They stay hidden where no script runs."""
    if not events:
        return None
    quads: dict[str, str] = {event.type: event.quad for event in events}
    types = sorted(Counter(event.type for event in events).items(), key=lambda item: (_ORDER[quads[item[0]]], -item[1], item[0]))
    rows = (
        _row("what", [_button("type", value, count, quads[value]) for value, count in types]),
        _row("status", _buttons("status", Counter(event.status for event in events), get_args(Status))),
        _row("told by", _buttons("voice", Counter(voice(event) for event in events), _VOICES)),
        _row("confidence", _buttons("sure", Counter(sureness(event) for event in events), _SURE)),
    )
    summary = tag("summary", "Filter the events")
    return tag("details", summary, tag("div", *rows, class_="filters"), class_="fold", id="filters", hidden=True, open=True)


def _row(label: str, buttons: Sequence[Markup]) -> Markup:
    return tag("div", tag("span", label, class_="label"), *buttons, role="group", aria_label=f"show by {label}")


def _buttons(group: str, counts: Counter[str], order: Sequence[str]) -> list[Markup]:
    return [_button(group, value, counts[value]) for value in order if counts[value]]


def _button(group: str, value: str, count: int, quad: str | None = None) -> Markup:
    dot = tag("i", class_=f"dot {QUAD_CLASSES[quad]}") if quad else None
    pressed = {"type": "button", "aria_pressed": "false", "title": quad, "data_filter": group, "data_value": value}
    return tag("button", dot, _SPOKEN.get(value, value), tag("small", f" {count:,}"), **pressed)


def bar(events: Sequence[Event]) -> Markup | None:
    """The bar that stays in sight: search, what passes, and the way back to everything."""
    if not events:
        return None
    many = f"{len(events):,} {'event' if len(events) == 1 else 'events'}"
    return tag(
        "div", tag("label", "Find", for_="find"),
        tag("input", type="search", id="find", placeholder="party, place or words", autocomplete="off", spellcheck="false"),
        tag("output", many, for_="find"), tag("button", "Show all", type="button", class_="all", hidden=True),
        tag("a", "Filters", href="#filters"), class_="bar", role="search", aria_label="events", hidden=True,
    )  # fmt: skip
