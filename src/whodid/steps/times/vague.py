"""Times without a place in the calendar: "now", "recently", "the future", and what happens every so often."""

from __future__ import annotations

from whodid.steps.times.context import Context, Reading
from whodid.steps.times.durations import length
from whodid.steps.times.expressions import Expression


def resolve_every(expression: Expression, context: Context) -> Reading | None:
    """ "every Tuesday", "each year", "every two weeks"."""
    last = expression.items[-1]
    counted = expression.value("nd") or expression.value("o") or (2 if expression.value("G") == "other" else 1)
    if last.kind in "uUj":
        return Reading("SET", length(counted, last.value))
    value = {"W": lambda: f"XXXX-WXX-{last.value + 1}", "M": lambda: f"XXXX-{last.value:02d}", "s": lambda: f"XXXX-{last.value}",
             "p": lambda: f"XXXX-XX-XXT{last.value}"}[last.kind]()  # fmt: skip
    return Reading("SET", value)


def resolve_times_a(expression: Expression, context: Context) -> Reading | None:
    """ "twice a week", "three times a year"."""
    return Reading("SET", length(1, expression.items[-1].value))


def resolve_past(expression: Expression, context: Context) -> Reading | None:
    """ "the past" as a noun."""
    return (
        Reading("DATE", "PAST_REF")
        if expression.last.lower == "past" and expression.last.dep in ("pobj", "dobj", "nsubj", "conj")
        else None
    )


def resolve_future(expression: Expression, context: Context) -> Reading | None:
    """ "the future", "future" before a noun."""
    if expression.of("D"):
        return Reading("DATE", "FUTURE_REF") if expression.last.pos == "NOUN" and expression.last.dep != "compound" else None
    return Reading("DATE", "FUTURE_REF") if expression.last.dep in ("amod", "pobj") else None


def resolve_reference(expression: Expression, context: Context) -> Reading | None:
    """ "now", "recently", "the near future": one of TIMEX3's three references."""
    if expression.first.lower == "long" and expression.before() == "how":
        return None
    if expression.last.lower == "now" and expression.after() == "-":
        return None
    return Reading("DATE", expression.items[0].value)


def resolve_recent(expression: Expression, context: Context) -> Reading | None:
    """ "recent" before a noun."""
    item = expression.of("R")
    if item is None or expression.sentence.tokens[item.first].dep != "amod":
        return None
    return Reading("DATE", "PAST_REF")


def resolve_repeated(expression: Expression, context: Context) -> Reading | None:
    """ "daily", "annually", "the weekly talks"; in names ("the daily Herald") and averages ("average daily trade") they tell no time."""
    word = expression.first
    if word.pos == "ADV" or word.dep == "advmod" or word.lower.endswith("ally"):
        return Reading("SET", expression.items[0].value)
    if word.dep != "amod" or word.head.pos != "NOUN" or "average" in (expression.before(), *(child.lower for child in word.head.children)):
        return None
    return Reading("SET", expression.items[0].value)


def resolve_present(expression: Expression, context: Context) -> Reading | None:
    """ "current" before a noun."""
    return Reading("DATE", "PRESENT_REF") if expression.first.lower == "current" and expression.first.dep == "amod" else None
