"""Times told from another: "last month", "two years ago", "a day earlier", "the past eight years", "the following year"."""

from __future__ import annotations

from datetime import date, timedelta

from whodid.steps.times import calendar
from whodid.steps.times.anchors import PAST, direction
from whodid.steps.times.context import Context, Reading
from whodid.steps.times.durations import amount, is_age, length, unit_of
from whodid.steps.times.expressions import Expression
from whodid.steps.times.items import Item

LENGTH_PREPOSITIONS = frozenset({"over", "during", "for", "in", "within", "through", "throughout"})
STAGES_OF_DAY = frozenset({"early", "earlier", "late", "later"})
# "two years ago Friday" is a day; "500 weeks ago Friday" is none.
FEW_WEEKS = 500
# From the last date told, not from the anchor.
FROM_REFERENCE = frozenset({"previous", "preceding", "prior", "following", "ensuing"})


def resolve_ago(expression: Expression, context: Context) -> Reading | None:
    """ "two years ago", counted from the anchor; "a year ago" beside a quarter is the same quarter of the year before."""
    if expression.of("W") and not expression.of("uUC"):
        return _weekdays_ago(expression, context)
    unit, number = unit_of(expression), amount(expression)
    if unit is None:
        return None
    if unit.value[0] == "T":
        return Reading("TIME", None, number.mod)
    if number.number is None or expression.items[0] is unit:
        return Reading("DATE", "PAST_REF", number.mod)
    quarter = context.quarter_near(expression.sentence.index)
    if unit.value == "Y" and number.number == 1 and quarter:
        return Reading("DATE", calendar.shifted(quarter, -1, "Y"), number.mod)
    if context.anchor is None:
        return Reading("DATE", None, number.mod)
    if number.number % 1:
        return Reading("DATE", _halves_ago(context.anchor, number.number, unit.value), number.mod)
    if (named := expression.of("Wt")) is not None:
        day = _named_day_ago(context.anchor, named, int(number.number), unit.value)
        return Reading("DATE", None if day is None else day.isoformat(), number.mod)
    base = calendar.cut(context.anchor.isoformat(), "M") if unit.value == "M" else context.anchor.isoformat()
    return Reading("DATE", calendar.shifted(base or "", -int(number.number), unit.value), number.mod)


def _weekdays_ago(expression: Expression, context: Context) -> Reading | None:
    """ "three Sundays ago"."""
    if context.anchor is None:
        return Reading("DATE", None)
    number = min(int(expression.value("nd")), FEW_WEEKS)
    last = calendar.weekday(context.anchor, expression.value("W"), ahead=False, strict=True)
    return Reading("DATE", (last - timedelta(weeks=number - 1)).isoformat())


def _named_day_ago(anchor: date, named: Item, number: int, unit: str) -> date | None:
    """ "a week ago Friday", "two years ago today": the day itself."""
    day = anchor + timedelta(days=named.value) if named.kind == "t" else None
    if unit in ("W", "D") and number < FEW_WEEKS:
        back = timedelta(days=number * (7 if unit == "W" else 1))
        return day - back if day else calendar.weekday(anchor - back, named.value, ahead=False)
    # "two years ago Friday" is told in the week of that Friday.
    day = day or calendar.weekday(anchor + timedelta(days=3), named.value, ahead=False)
    months = {"M": 1, "Y": 12, "E": 120}.get(unit)
    return None if months is None else calendar.day_or_none(*calendar.add_months(day.year, day.month, -number * months), day.day)


def _halves_ago(anchor: date, number: float, unit: str) -> str | None:
    """ "half a year ago", "a year and a half ago": the month; of decades and centuries, the year."""
    months = {"Y": 12, "E": 120, "C": 1200}.get(unit)
    if months is None or number * months >= anchor.year * 12:
        return None
    year, month = calendar.add_months(anchor.year, anchor.month, -round(number * months))
    return f"{year}-{month:02d}" if unit == "Y" else str(year)


def resolve_from_now(expression: Expression, context: Context) -> Reading | None:
    """ "three weeks from now"."""
    unit, number = unit_of(expression), amount(expression)
    if unit is None or number.number is None or context.anchor is None:
        return Reading("DATE", None if context.anchor is None else "FUTURE_REF", number.mod)
    return Reading("DATE", calendar.shifted(context.anchor.isoformat(), int(number.number), unit.value), number.mod)


def resolve_later(expression: Expression, context: Context) -> Reading | None:
    """ "two days later", "a year earlier": from the last date told; "a year earlier" may do with the anchor."""
    unit, number = unit_of(expression), amount(expression)
    if unit is None:
        return None
    sign = -1 if expression.items[-1].value == "earlier" else 1
    if unit.value[0] == "T":
        told = None if number.number is None else calendar.shifted_clock(context.reference or "", sign * number.number, unit.value)
        return Reading("TIME", told, number.mod)
    if number.number is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else None, number.mod)
    base = context.reference
    if unit.value == "Y":
        base = context.quarter_near(expression.sentence.index) or base
    if base is None and sign < 0 and context.anchor is not None:
        base = context.anchor.isoformat()
    return Reading("DATE", None if base is None else calendar.shifted(base, sign * int(number.number), unit.value), number.mod)


def resolve_year_ago(expression: Expression, context: Context) -> Reading | None:
    """ "the year-ago quarter", "the year-earlier period"."""
    unit = expression.of("u")
    if unit is None or unit.value not in ("Y", "M", "W"):
        return None
    quarter = context.quarter_near(expression.sentence.index) if expression.of("jO") else None
    base = quarter or (None if context.anchor is None else context.anchor.isoformat())
    return Reading("DATE", None if base is None else calendar.shifted(base, -1, unit.value))


def resolve_relative(expression: Expression, context: Context) -> Reading | None:
    """ "last month", "the next four years", "the following day", "this week", "that year", "recent years"."""
    unit, pointer = unit_of(expression), expression.of("LNTVR")
    if unit is None or pointer is None or is_age(expression):
        return None
    if unit.kind == "O":
        quarter = context.quarter_near(expression.sentence.index) if pointer.value == "latest" else None
        return Reading("DATE", quarter) if quarter else None
    counted = expression.of("ndYv") is not None
    plural = unit.kind in "UJ"
    mod = expression.value("q") or stage(expression)
    if pointer.kind == "R":
        return Reading("DATE", "PAST_REF")
    if unit.value[0] == "T" and "-" in expression.kinds:
        return None
    if counted:
        if pointer.kind in "TV" and expression.of("v"):
            return None
        found = amount(expression)
        return Reading("DURATION", length(found.number, unit.value), found.mod)
    if plural:
        return _plural(expression, unit.value)
    if pointer.kind == "V":
        return _same(context, unit.value, mod)
    return _single(expression, context, unit.value, mod)


def stage(expression: Expression) -> str | None:
    """START, MID or END, where the expression names a stage of its period."""
    inner: str | None = next((item.mod for item in expression.items if item.mod), None)
    found: str | None = expression.value("EB")
    if found is None and expression.items[0].kind == "l":
        found = {"earlier": "START", "later": "END"}.get(expression.items[0].value)
    return found or inner


def modifier(expression: Expression) -> str | None:
    """The TIMEX3 modifier: the stage of the period, else how exact the words are."""
    approximate: str | None = expression.value("q")
    return stage(expression) or approximate


def _plural(expression: Expression, unit: str) -> Reading | None:
    pointer = expression.of("LNTV")
    if pointer is None or pointer.kind in "TV":
        return None
    if expression.of("D"):
        return Reading("DURATION", length(None, unit))
    return Reading("DATE", "PAST_REF" if pointer.kind == "L" else "FUTURE_REF")


def _same(context: Context, unit: str, mod: str | None) -> Reading | None:
    """ "that day", "the same year": the last told."""
    if unit[0] == "T":
        return None
    return Reading("DATE", calendar.cut(context.reference, unit), mod)


def _single(expression: Expression, context: Context, unit: str, mod: str | None) -> Reading | None:
    pointer = expression.of("LNT")
    if pointer is None or (unit[0] == "T" and pointer.value not in ("past", "last", "next")):
        return None
    if _is_length(expression, unit):
        return Reading("DURATION", length(1, unit))
    step = {"L": -1, "N": 1, "T": 0}[pointer.kind]
    told = pointer.value == "next" and (unit == "D" or (expression.of("D") is not None and direction(expression.head) == PAST))
    if told or pointer.value in FROM_REFERENCE:
        return Reading("DATE", from_reference(context, unit, step), mod)
    if unit == "D" and pointer.kind != "T":
        return None
    if pointer.value == "latest":
        return Reading("DATE", from_anchor(context, unit, -1), mod)
    if context.anchor is None:
        return Reading("DATE", None, mod)
    if unit == "WE":
        return Reading("DATE", weekend(expression, context, step), mod)
    return Reading("DATE", from_anchor(context, unit, step), mod)


def _is_length(expression: Expression, unit: str) -> bool:
    """Whether a singular unit is a length: "over the past year", "for the next week", not "the next day" nor "last year"."""
    pointer = expression.of("LN")
    if pointer is None or pointer.value in FROM_REFERENCE or pointer.value == "latest":
        return False
    if pointer.value == "past" or unit[0] == "T":
        return True
    return expression.of("D") is not None and unit != "D" and unit != "WE" and expression.before() in LENGTH_PREPOSITIONS - {"in"}


def from_reference(context: Context, unit: str, step: int) -> str | None:
    """The year, month, week, day … before or after the date last told; nothing told, what is before the anchor's own."""
    base = calendar.cut(context.reference, unit) if unit != "W" and unit != "WE" else context.reference
    if base is None and context.anchor is not None and step < 0:
        base = calendar.around(context.anchor, unit)
    return None if base is None else calendar.shifted(base, step, unit)


def from_anchor(context: Context, unit: str, step: int) -> str | None:
    """The anchor's own year, month, week … or one before or after it."""
    if context.anchor is None:
        return None
    if unit in ("E", "C"):
        years = {"E": 10, "C": 100}[unit] * step
        text = str(context.anchor.year + years)
        return text[:3] if unit == "E" else f"{text[:2]}XX"
    if unit == "M":
        return "{}-{:02d}".format(*calendar.add_months(context.anchor.year, context.anchor.month, step))
    if unit == "Y":
        return str(context.anchor.year + step)
    return calendar.shifted(context.anchor.isoformat(), step, unit)


def weekend(expression: Expression, context: Context, step: int) -> str | None:
    """A weekend by its week: the last one on a working day after it, the coming one of the week if the clause looks ahead."""
    if context.anchor is None:
        return None
    on_weekend = context.anchor.weekday() >= 5
    if step == 0 and not on_weekend and direction(expression.head) == PAST:
        step = -1
    return calendar.week(context.anchor + timedelta(weeks=step)) + "-WE"


def resolve_the_unit(expression: Expression, context: Context) -> Reading | None:
    """ "the year", "the week", "the weekend" with a preposition that makes it a time, not "the year that changed Norland"."""
    unit = unit_of(expression)
    if unit is None or unit.value not in ("Y", "Q", "WE", "M", "W"):
        return _the_day(expression, context) if unit is not None and unit.value == "D" else None
    bounded = expression.of("B") is not None
    if not bounded and not _stands_alone(expression):
        return None
    mod = stage(expression)
    if unit.value == "WE":
        return Reading("DATE", weekend(expression, context, 0), mod)
    if unit.value == "Q":
        return Reading("DATE", context.quarter or from_anchor(context, "Q", -1), mod)
    return Reading("DATE", from_anchor(context, unit.value, 0), mod)


def _the_day(expression: Expression, context: Context) -> Reading | None:
    """ "later in the day": the day last told, else the anchor's."""
    if expression.before() != "in" or expression.before(2) not in STAGES_OF_DAY or expression.after() == "of":
        return None
    return Reading("DATE", calendar.cut(context.reference, "D") or from_anchor(context, "D", 0))


def _stands_alone(expression: Expression) -> bool:
    if any(child.dep in ("relcl", "acl", "prep") and child.i > expression.last.i for child in expression.last.children):
        return expression.after() == "ended"
    if expression.after() == "'s":
        return True
    if expression.before() == "of":
        return expression.before(2) in ("ahead", "rest", "remainder", "half", "part", "most", "much", "quarter", "months", "course")
    return (
        expression.before() in ("for", "in", "during", "over", "through", "throughout", "on", "at", "ended")
        or expression.after() == "ended"
    )
