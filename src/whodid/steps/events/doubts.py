"""What makes an event less sure than its pattern, and by how much."""

from __future__ import annotations

from collections.abc import Iterable

from whodid.cast import Cast
from whodid.steps.events.act import Act
from whodid.steps.events.participants import Side
from whodid.steps.events.standing import is_private
from whodid.steps.events.trigger import Trigger

# How much less sure an event is for what its telling lacks. Multiplied with the weight of the pattern; docs/events.md shows the table.
DOUBTS = {
    "no-actor": 0.8,
    "no-recipient": 0.8,
    "one-party": 0.65,
    "nominal": 0.85,
    "headline": 0.9,
    "party-in-doubt": 0.7,
    "proposed": 0.9,
    "alleged": 0.8,
    "private": 0.65,
}
# Those that the event shows.
FLAGGED = frozenset(("headline", "party-in-doubt", "alleged"))


def doubts_about(trigger: Trigger, act: Act, sides: tuple[Side, Side], cast: Cast) -> list[str]:
    """What its telling lacks."""
    actors, recipients = sides
    doubts = {
        "no-actor": not actors and not act.symmetric,
        "no-recipient": not recipients and not act.symmetric and any(slot.role == "R" for slot in trigger.pattern.slots),
        "one-party": act.symmetric and len(set(actors.actors + recipients.actors)) < 2 and not (actors and recipients),
        "nominal": trigger.nominal,
        "headline": trigger.head.sentence.headline,
        "party-in-doubt": actors.doubtful or recipients.doubtful,
        "proposed": act.status == "proposed",
        "alleged": trigger.alleged,
        "private": _is_private(act, sides, cast),
    }
    return [name for name, there in doubts.items() if there]


def _is_private(act: Act, sides: tuple[Side, Side], cast: Cast) -> bool:
    """Whether only private people are named; a protest is public, and an unnamed attacker or one in doubt may be."""
    actors, recipients = sides
    if act.type == "PROTEST" or (act.type == "ASSAULT" and not actors) or actors.doubtful or recipients.doubtful:
        return False
    return is_private(actors.actors + recipients.actors, cast)


def score(weight: float, sides: tuple[Side, Side], doubts: Iterable[str]) -> float:
    """How sure the lexicon is of an event (0..1), by the weight of its pattern, its sides and the doubts about it."""
    value = weight * min(side.sureness for side in sides)
    for doubt in doubts:
        value *= DOUBTS[doubt]
    return round(value, 2)
