"""Times of day with a clock: "10:35 a.m.", "0735 GMT", "noon Friday", on the day that the words or the sentence name."""

from __future__ import annotations

from datetime import date

from whodid.steps.times import calendar
from whodid.steps.times.anchors import AHEAD, direction
from whodid.steps.times.context import Context, Reading
from whodid.steps.times.days import full_day, pointed_weekday
from whodid.steps.times.expressions import Expression

CLOCK_PREPOSITIONS = frozenset(
    {"at", "by", "around", "about", "until", "till", "from", "since", "before", "after", "near", "between", "to", "and", "("}
)


HALVES_OF_DAY = {"MO": "AM", "AF": "PM", "EV": "PM"}


def clock_value(expression: Expression) -> str | None:
    """ "10:35" out of the words, 24 hours; None where they are no clock time after all ("10:35" as a score)."""
    item = expression.items[1] if expression.items[0].kind == "q" else expression.items[0]
    mark = _mark_of_part(expression) if expression.of("~T") else expression.value("m")
    if expression.of("~T") and mark is None:
        return None
    if item.kind == "c":
        hour, minute, suffix = item.value
        if suffix == "word":
            return f"{hour:02d}:{minute:02d}"
        mark = mark or suffix.upper()[:2]
        if not mark and not expression.of("z") and expression.before() not in CLOCK_PREPOSITIONS:
            return None
    else:
        hour, minute = _hour_and_minute(item.value, mark)
    return _on_24_hours(hour, minute, mark)


def _mark_of_part(expression: Expression) -> str | None:
    """ "at four in the morning": what "a.m." would tell; after no preposition of a clock it is a count ("killed four in the morning")."""
    is_clock = expression.of("mq") or expression.before() in CLOCK_PREPOSITIONS - {"and", "to"}
    return HALVES_OF_DAY.get(expression.value("p")) if is_clock else None


def _hour_and_minute(value: float, mark: str | None) -> tuple[int, int]:
    if mark is None:
        return int(value) // 100, int(value) % 100
    return int(value), round((value - int(value)) * 100)


def _on_24_hours(hour: int, minute: int, mark: str | None) -> str | None:
    if mark in ("AM", "PM"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if mark == "PM" else 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute <= 59 else None


def own_day(expression: Expression, context: Context) -> date | None:
    """The day that stands in the expression itself ("9 a.m. Tuesday"), or None."""
    if expression.of("M") or expression.of("S"):
        items = [item for item in expression.items if item.kind not in "cmzq" and item is not expression.items[0]]
        return calendar.day_of(full_day(items, context, direction(expression.head)))
    if context.anchor is None:
        return None
    if expression.of("W"):
        return pointed_weekday(expression, context.anchor)
    today = expression.of("t")
    return date.fromordinal(context.anchor.toordinal() + today.value) if today else None


def resolve_clock(expression: Expression, context: Context, day: date | None) -> Reading | None:
    """The time on its own day, else on the day that the sentence names, else on the last day told or the anchor."""
    clock = clock_value(expression)
    if clock is None:
        return None
    if day and context.anchor and day < context.anchor and direction(expression.head) == AHEAD:
        day = context.anchor  # "the truce agreed on Saturday is to begin at midnight"
    found = own_day(expression, context) or day or context.reference_day or context.anchor
    return Reading("TIME", None if found is None else f"{found}T{clock}", expression.value("q"))
