"""Periods told by what they stand beside: "the day before", "the week after the vote on Tuesday", "the year before last"."""

from __future__ import annotations

from whodid.steps.times import calendar, relatives
from whodid.steps.times.context import Context, Reading
from whodid.steps.times.expressions import Expression

UNITS = frozenset("DWMY")
_STEPS = {"before": -1, "after": 1}


def resolve_beside(expression: Expression, context: Context) -> Reading | None:
    """ "the day before" from the date last told; "May 3, the day before the vote" is that date; else open until its object is read."""
    unit = expression.value("u")
    if unit not in UNITS:
        return None
    side = expression.of("<>")
    if side is not None:
        return Reading("DATE", relatives.from_reference(context, unit, _STEPS[side.value]))
    told = expression.before() == "," and context.told_until == expression.first.i - 2
    return Reading("DATE", calendar.cut(context.reference, unit) if told else None)


def resolve_before_last(expression: Expression, context: Context) -> Reading | None:
    """ "the week before last", "the year after next": two from the anchor's."""
    unit, side, pointer = expression.value("u"), expression.value("<>"), expression.value("LN")
    if (side, pointer) not in (("before", "last"), ("after", "next")):
        return None
    return Reading("DATE", relatives.from_anchor(context, unit, 2 * _STEPS[side]))


def beside_object(expression: Expression, day: str | None) -> str | None:
    """The value of "the day after the vote on Tuesday", once the Tuesday is known; None where its object names no such date."""
    unit = expression.value("u")
    base = day if unit == "W" else calendar.cut(day, unit)
    return None if base is None else calendar.shifted(base, _STEPS[expression.after()], unit)


def object_reach(expression: Expression) -> int:
    """Number, in the sentence, of the last word of what "before" or "after" governs."""
    word = expression.sentence.tokens[expression.items[-1].last + 1]
    governed = (word.head if word.dep == "mark" else word).subtree()
    return governed[-1].i - expression.sentence.tokens[0].i
