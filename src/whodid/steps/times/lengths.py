"""Lengths of time as the text tells them: "three weeks", "a four-day visit", "for decades"; ages and names are left out."""

from __future__ import annotations

from whodid.steps.times import calendar
from whodid.steps.times.anchors import AHEAD, direction
from whodid.steps.times.context import Context, Reading
from whodid.steps.times.durations import amount, is_age, length, unit_of
from whodid.steps.times.expressions import Expression

BARE_UNIT_PREPOSITIONS = frozenset(
    {"for", "in", "of", "after", "within", "over", "during", "by", "lasting", "spanning", "took", "take", "spent"}
)
LENGTH_VERBS = frozenset({"spend", "last", "take", "wait", "serve", "stay", "live", "continue", "need", "give", "span", "run", "cover"})
QUOTES = frozenset({"''", "``", '"', "“", "‘", "'"})
_BEFORE_BARE_UNITS = frozenset({"for", "in", "after", "over", "within", "took", "lasted", "of", "last", "by"})
_AFTER_BARE_UNITS = frozenset({"after", "before", "since", "later", "earlier"})
UNITS_WORTH_A_DATE = frozenset("YMW")


def resolve_span(expression: Expression, context: Context) -> Reading | None:
    """ "three weeks", "a four-day visit", "a year" (a length, or after a number a rate); ages are no times."""
    unit, found = unit_of(expression), amount(expression)
    if unit is None or is_age(expression) or _is_title(expression):
        return None
    if expression.of("A") and not expression.of("nvxdG"):
        return _one(expression, unit.value, found.mod)
    if expression.of("Y") and unit.kind != "U":
        return None
    if expression.of("L") and unit.kind in "u" and not expression.of("ndY"):
        return None
    if found.number == 1 and expression.kinds == "nu" and _is_someday(expression):
        return None
    if _counted_ahead(expression, unit.value) and found.number is not None and context.anchor is not None:
        return Reading("DATE", calendar.shifted(context.anchor.isoformat(), int(found.number), unit.value), found.mod)
    return Reading("DURATION", length(found.number, unit.value), found.mod)


def _is_someday(expression: Expression) -> bool:
    """ "one day they will": no day counted, and none named."""
    return (
        expression.last.dep == "npadvmod"
        and expression.last.head.i > expression.last.i
        and expression.after() not in ("after", "before", "into", "ago", "later", "earlier")
    )


def _is_title(expression: Expression) -> bool:
    """ "60 Minutes": a name, by the capital of its unit and the tagger or the quotation marks."""
    if not expression.last.text[0].isupper():
        return False
    return expression.before() in QUOTES or (expression.last.pos == "PROPN" and expression.last.entity not in ("DATE", "TIME"))


def _one(expression: Expression, unit: str, mod: str | None) -> Reading | None:
    """ "a year" as a length, where the sentence uses it as one; a mere rate ("$5 a day") tells no time."""
    previous = expression.before()
    head = expression.last
    if head.dep == "npadvmod" and previous == "times":
        return Reading("SET", length(1, unit))
    if previous in BARE_UNIT_PREPOSITIONS or previous == "than" or mod or head.head.lemma in LENGTH_VERBS:
        return Reading("DURATION", length(1, unit), mod)
    if expression.after() in ("after", "before", "since"):
        return Reading("DURATION", length(1, unit), mod)
    return None


def _counted_ahead(expression: Expression, unit: str) -> bool:
    head = expression.head
    if unit not in UNITS_WORTH_A_DATE or expression.before() != "in" or head.dep != "pobj":
        return False
    above = head.head.head
    return (above.is_verb or above.pos == "ADJ") and direction(head) == AHEAD


def resolve_bare_units(expression: Expression, context: Context) -> Reading | None:
    """ "for decades", "years of war", "days before the vote": a length of unknown number."""
    unit = unit_of(expression)
    if unit is None or _is_title(expression) or any(child.dep == "amod" for child in expression.last.children):
        return None
    return Reading("DURATION", length(None, unit.value)) if _stands_as_length(expression) else None


def _stands_as_length(expression: Expression) -> bool:
    """Whether the words around units make them a length: "for decades", "years after", "a matter of days", "years of war"."""
    before, after = expression.before(), expression.after()
    if before in _BEFORE_BARE_UNITS or after in _AFTER_BARE_UNITS:
        counted = before != "of" or expression.before(2) in ("matter", "couple", "number")
        return counted and not (after == "of" and before in ("in", "over"))
    return after == "of" and expression.after(2) not in ("the", "our")


def resolve_long(expression: Expression, context: Context) -> Reading | None:
    """ "yearlong", "day-long", "decades-long"."""
    told = expression.of("b")
    if told is not None:
        return Reading("DURATION", told.value, expression.value("q"))
    unit = expression.items[0]
    return Reading("DURATION", length(1 if unit.kind == "u" else None, unit.value)) if expression.of("Z") else None


def resolve_ahead(expression: Expression, context: Context) -> Reading | None:
    """ "the weeks ahead": a length of unknown number."""
    return Reading("DURATION", length(None, expression.value("U")))
