"""Resolving: what an expression stands for, as a TIMEX3 type, value and modifier. One resolver for each rule of the grammar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from whodid.steps.times import calendar, relatives
from whodid.steps.times.anchors import AHEAD, OPEN, PAST, direction
from whodid.steps.times.context import Context, Reading
from whodid.steps.times.durations import length
from whodid.steps.times.expressions import Expression
from whodid.steps.times.items import Item
from whodid.steps.times.relatives import stage
from whodid.steps.times.words import load, vocabulary
from whodid.steps.times.years import is_year

HOLIDAY_YEARS = (-1, 0, 1)
# Words by which a report speaks of money; "the first half" is then one of a year, not of a match.
BUSINESS = frozenset(
    {"%", "$", "percent", "million", "billion", "sales", "profit", "earnings", "revenue", "net", "growth", "gdp", "income"}
)
NOT_HOLIDAY = frozenset({"GPE", "LOC", "PERSON", "ORG", "PRODUCT"})

# "USA Today", "the Sunday Times": rules whose words also name newspapers.
NAMES_OF_PAPERS = frozenset({"today", "weekday", "part_of_day"})

Resolver = Callable[[Expression, Context], "Reading | None"]


def resolve(expression: Expression, context: Context) -> Reading | None:
    """What the expression stands for; None where its words tell no time after all."""
    if expression.rule in NAMES_OF_PAPERS and expression.first.entity in ("ORG", "WORK_OF_ART") and expression.first.text[0].isupper():
        return None
    return RESOLVERS[expression.rule](expression, context)


def _mod(expression: Expression) -> str | None:
    approximate: str | None = expression.value("q")
    return stage(expression) or approximate


def full_day(items: list[Item], context: Context, lean: int) -> str | None:
    """The day that items name, "1998-08-07": with its year, or the year by direction and weekday."""
    numbers = {item.kind: item.value for item in reversed(items)}
    if "S" in numbers:
        year, month, day = numbers["S"]
    elif "M" not in numbers:
        year, month, day = (item.value for item in items if item.kind in "Yd")
    else:
        day = next(item.value for item in items if item.kind in "do")
        year, month = numbers.get("Y"), numbers["M"]
    found = _day(context.anchor, year, int(month), int(day), lean, numbers.get("W"))
    return None if found is None else found.isoformat()


def _day(anchor: date | None, year: int | None, month: int, day: int, lean: int, weekday: int | None) -> date | None:
    if year is not None:
        return calendar.day_or_none(int(year), month, day)
    return None if anchor is None else calendar.nearest_day(anchor, month, day, lean, weekday)


def _resolve_day(expression: Expression, context: Context) -> Reading | None:
    day = next((item for item in expression.items if item.kind in "do"), None)
    if day is not None and not 1 <= day.value <= 31:
        return None
    value = full_day(list(expression.items), context, direction(expression.head))
    if value is None and (expression.of("Y") or expression.of("S")):
        return None
    part = expression.value("p")
    if part:
        return Reading("TIME", None if value is None else f"{value}T{part}", _mod(expression))
    return Reading("DATE", value, _mod(expression))


def _resolve_month(expression: Expression, context: Context) -> Reading | None:
    month, year = expression.value("M"), expression.value("Y")
    if len(expression.items) == 1 and not _is_month(expression):
        return None
    pointer, unit = expression.of("LNTV"), expression.of("u")
    if year is None and context.anchor is not None:
        if unit is not None and pointer is not None:
            year = context.anchor.year + {"L": -1, "N": 1}.get(pointer.kind, 0)
        else:
            year = _pointed_month_year(context.anchor, month, pointer, direction(expression.head))
    return Reading("DATE", None if year is None else f"{year}-{month:02d}", _mod(expression))


def _is_month(expression: Expression) -> bool:
    """ "March" alone is a month after a preposition or before a noun, "the March for Peace" is not."""
    word = expression.first
    if word.lower not in vocabulary().doubtful_months:
        return True
    return word.dep == "pobj" or (word.dep in ("npadvmod", "compound", "poss", "nmod") and expression.after() not in ("for", "on"))


def _pointed_month_year(anchor: date, month: int, pointer: Item | None, lean: int) -> int:
    if pointer is None:
        return calendar.month_year(anchor, month, lean)
    if pointer.kind == "T":
        return anchor.year
    if pointer.kind == "N":
        return anchor.year + (month <= anchor.month)
    return anchor.year - (month >= anchor.month)


def _resolve_weekday(expression: Expression, context: Context) -> Reading | None:
    part = expression.value("p")
    kind = "TIME" if part else "DATE"
    day = None if context.anchor is None else pointed_weekday(expression, context.anchor, context.reference_day)
    if day is None:
        return Reading(kind, None, stage(expression))  # type: ignore[arg-type]
    return Reading(kind, day.isoformat() + (f"T{part}" if part else ""), stage(expression))  # type: ignore[arg-type]


def pointed_weekday(expression: Expression, anchor: date, told: date | None = None) -> date:
    """The day of a weekday's name: by "last" and "next", else by the direction of the clause, the anchor itself included.

    "the previous Friday" is the one before the day last told.
    """
    pointers = [item.kind for item in expression.items if item.kind in "LNT"]
    number = expression.value("W")
    if "L" in pointers:
        base = told if expression.value("L") in relatives.FROM_REFERENCE else None
        return calendar.weekday(base or anchor, number, ahead=False, strict=True)
    if "N" in pointers:
        return calendar.weekday(anchor, number, ahead=True, strict=True)
    lean = direction(expression.head)
    return calendar.weekday(anchor, number, ahead=lean == AHEAD or (lean == OPEN and "T" in pointers))


def _resolve_season(expression: Expression, context: Context) -> Reading | None:
    season, pointer = expression.of("s"), expression.of("LNTV")
    if season is None:
        return None
    year = _told_year(expression, context)
    if year is None and not pointer and not _is_season(expression, season):
        return None
    if year is None and context.anchor is not None:
        lean = direction(expression.head)
        lean = {"L": PAST, "N": AHEAD}.get(pointer.kind, lean) if pointer else lean
        year = calendar.season_year(context.anchor, season.value, lean)
        if pointer and pointer.kind == "T":
            year = context.anchor.year
    return Reading("DATE", None if year is None else f"{year}-{season.value}", _mod(expression))


def _is_season(expression: Expression, season: Item) -> bool:
    word = expression.sentence.tokens[season.first]
    if word.pos not in ("NOUN", "PROPN") or expression.after() in ("of", "in"):
        return False
    if word.lower in ("spring", "fall"):
        return expression.of("E") is not None or expression.before() in ("in", "by", "during", "since", "until", "through", "over", "of")
    return not (word.dep == "compound" and word.head.i > word.i and word.text[0].isupper())


def _told_year(expression: Expression, context: Context) -> int | None:
    """The year that the expression names: "of 1990", "of last year", "this year's"."""
    year = expression.value("Y")
    if year is not None:
        return int(year)
    unit = next((item for item in expression.items if item.kind == "u" and item.value == "Y"), None)
    if unit is None or context.anchor is None:
        return None
    pointer = next((item for item in reversed(expression.items) if item.kind in "LNT" and item.first < unit.first), None)
    adjacent = pointer is not None and unit.first - pointer.last <= 2
    return context.anchor.year + ({"L": -1, "N": 1, "T": 0}[pointer.kind] if pointer and adjacent else 0)


def _resolve_holiday(expression: Expression, context: Context) -> Reading | None:
    item = expression.of("h")
    if item is None or expression.first.entity in NOT_HOLIDAY:
        return None
    entry = load("holidays")[item.value]
    year = expression.value("Y")
    if year is not None:
        day = calendar.holiday(entry, year)
    elif context.anchor is None:
        day = None
    else:
        days = [calendar.holiday(entry, context.anchor.year + step) for step in HOLIDAY_YEARS]
        lean = {"L": PAST, "N": AHEAD}.get((expression.of("LN") or item).kind, direction(expression.head))
        day = calendar.nearest([found for found in days if found], context.anchor, lean)
    return Reading("DATE", None if day is None else day.isoformat())


def _resolve_quarter(expression: Expression, context: Context) -> Reading | None:
    ordinal, year = expression.of("o"), _told_year(expression, context)
    if ordinal is None:
        return _plain_quarter(expression, context, year)
    if not 1 <= ordinal.value <= 4 or (year is None and expression.after() == "of" and expression.after(2) in ("the", "a", "an")):
        return None
    if expression.of("J") and not expression.of("nd"):
        return None
    if expression.of("J"):
        counted = int(expression.value("nd") or 1)
        if (ordinal.value, counted) == (1, 2) and year:
            return Reading("DATE", f"{year}-H1", _mod(expression))
        return Reading("DURATION", length(counted, "Q"), _mod(expression))
    if year is None and context.anchor is not None:
        modifies = expression.last.head.i > expression.last.i
        year = calendar.quarter_year(context.anchor, ordinal.value, direction(expression.head), reported=modifies)
    return Reading("DATE", None if year is None else f"{year}-Q{ordinal.value}", _mod(expression))


def _plain_quarter(expression: Expression, context: Context, year: int | None) -> Reading | None:
    """ "last quarter", "the 1988 quarter" (the one spoken of, that year), "the quarter"."""
    if expression.of("LNTV"):
        return relatives.relative(expression, context)
    quarter = context.quarter_near(expression.sentence.index)
    if year is not None:
        return Reading("DATE", f"{year}-{quarter[5:]}" if quarter else f"{year}-QX", _mod(expression))
    if not expression.of("D") or not (quarter or expression.after() == "ended"):
        return None
    return Reading("DATE", quarter or (f"{context.anchor.year}-QX" if context.anchor else None), _mod(expression))


def _resolve_half(expression: Expression, context: Context) -> Reading | None:
    ordinal = expression.value("o")
    pointer = expression.of("L")
    number = ordinal if ordinal in (1, 2) else 2 if pointer is not None and pointer.value in ("last", "latest") else None
    if number is None:
        return None
    if expression.of("K"):
        return Reading("DATE", _decade(expression), "START" if number == 1 else "END")
    year = _told_year(expression, context)
    if year is None:
        if ordinal is None or context.anchor is None or BUSINESS.isdisjoint(token.lower for token in expression.sentence.tokens):
            return None
        lean = direction(expression.head)
        year = context.anchor.year
        if number == 2 and context.anchor.month <= 6 and lean == PAST:
            year -= 1
        elif number == 1 and context.anchor.month > 6 and lean == AHEAD:
            year += 1
    return Reading("DATE", f"{year}-H{number}", _mod(expression))


def _resolve_short_quarter(expression: Expression, context: Context) -> Reading | None:
    text, year = expression.value("Q"), expression.value("Y")
    if year is None:
        if context.anchor is None:
            return None
        year = calendar.quarter_year(context.anchor, int(text[1]), direction(expression.head)) if text[0] == "Q" else None
    return None if year is None else Reading("DATE", f"{year}-{text}")


def _resolve_decade(expression: Expression, context: Context) -> Reading | None:
    value = _decade(expression)
    return None if value is None else Reading("DATE", value, _mod(expression))


def _decade(expression: Expression) -> str | None:
    item = expression.of("K")
    if item is None:
        return None
    era, number = item.value
    if number >= 1000:
        return str(number // 10) if number % 10 == 0 else None
    if number < 10 or number > 99 or number % 10:
        return None
    word = expression.sentence.tokens[item.first].lower
    if not era and expression.before() not in ("the", "'", "in") and expression.kinds[0] not in "DEB" and "'" not in word:
        return None
    return f"19{number // 10}" if number >= 20 else f"20{number // 10}"


def _resolve_century(expression: Expression, context: Context) -> Reading | None:
    number = expression.value("o")
    return Reading("DATE", f"{number - 1:02d}XX", _mod(expression)) if 1 <= number <= 30 else None


def _resolve_year_end(expression: Expression, context: Context) -> Reading | None:
    unit, bound = expression.value("u"), expression.value("B")
    if unit != "Y" or bound != "END" or context.anchor is None:
        return None
    year = context.anchor.year - (expression.before() in ("since", "from"))
    return Reading("DATE", f"{year}-12-31", expression.value("q"))


def _resolve_part_of_day(expression: Expression, context: Context) -> Reading | None:
    if expression.of("g"):
        word = expression.value("g")
        night = None if context.anchor is None else context.anchor - timedelta(days=word is None)
        return Reading("TIME", None if night is None else f"{night}TNI")
    if expression.kinds == "Dp":
        return _plain_part(expression, context)
    if expression.of("V"):
        return _of_reference(expression, context)
    days = {"L": -1, "N": 1}.get((expression.of("LN") or expression.items[0]).kind, 0) + (expression.value("t") or 0)
    if expression.of("L") and expression.value("L") not in ("last",):
        return None
    if expression.of("N"):
        return _of_reference(expression, context, 1)
    if context.anchor is None:
        return Reading("TIME", None, stage(expression))
    return Reading("TIME", f"{context.anchor + timedelta(days=days)}T{expression.value('p')}", stage(expression))


def _plain_part(expression: Expression, context: Context) -> Reading | None:
    """ "in the morning", "during the night": of the last day told."""
    if expression.before() not in ("in", "during", "by", "through") or expression.after() == "of":
        return None
    day = context.reference_day or context.anchor
    return Reading("TIME", None if day is None else f"{day}T{expression.value('p')}")


def _of_reference(expression: Expression, context: Context, days: int = 0) -> Reading:
    day = context.reference_day
    return Reading("TIME", None if day is None else f"{day + timedelta(days=days)}T{expression.value('p')}", stage(expression))


def _resolve_dated_part(expression: Expression, context: Context) -> Reading | None:
    if expression.of("M") or expression.of("S") or expression.of("Y"):
        day = full_day([item for item in expression.items if item.kind != "p"], context, direction(expression.head))
    else:
        day = None if context.anchor is None else pointed_weekday(expression, context.anchor).isoformat()
    return Reading("TIME", None if day is None else f"{day}T{expression.value('p')}", stage(expression))


def _resolve_today(expression: Expression, context: Context) -> Reading | None:
    if context.anchor is None:
        return Reading("DATE", None)
    return Reading("DATE", (context.anchor + timedelta(days=expression.value("t"))).isoformat(), stage(expression))


def _resolve_every(expression: Expression, context: Context) -> Reading | None:
    last = expression.items[-1]
    counted = expression.value("nd") or expression.value("o") or (2 if expression.value("G") == "other" else 1)
    if last.kind in "uUj":
        return Reading("SET", length(counted, last.value))
    value = {"W": lambda: f"XXXX-WXX-{last.value + 1}", "M": lambda: f"XXXX-{last.value:02d}", "s": lambda: f"XXXX-{last.value}",
             "p": lambda: f"XXXX-XX-XXT{last.value}"}[last.kind]()  # fmt: skip
    return Reading("SET", value)


def _resolve_times_a(expression: Expression, context: Context) -> Reading | None:
    return Reading("SET", length(1, expression.items[-1].value))


def _resolve_year(expression: Expression, context: Context) -> Reading | None:
    item = expression.of("Y")
    if item is None:
        return None
    token = expression.sentence.tokens[item.first]
    approximate = expression.of("q")
    if approximate is not None and (approximate.value != "APPROX" or len(expression.items) > 2):
        return None
    marked = len(expression.kinds) > 1 and approximate is None or item.mod is not None or expression.rule == "fiscal_year"
    if not marked and not is_year(expression, token):
        return None
    return Reading("DATE", f"{item.value:04d}", _mod(expression))


def _resolve_fiscal_year(expression: Expression, context: Context) -> Reading | None:
    if expression.of("Y"):
        return _resolve_year(expression, context)
    unit = expression.of("u")
    if unit is None or unit.value != "Y" or not expression.of("D") or context.anchor is None:
        return None
    return Reading("DATE", str(context.anchor.year), _mod(expression))


def _resolve_past(expression: Expression, context: Context) -> Reading | None:
    return (
        Reading("DATE", "PAST_REF")
        if expression.last.lower == "past" and expression.last.dep in ("pobj", "dobj", "nsubj", "conj")
        else None
    )


def _resolve_future(expression: Expression, context: Context) -> Reading | None:
    if expression.of("D"):
        return Reading("DATE", "FUTURE_REF") if expression.last.pos == "NOUN" and expression.last.dep != "compound" else None
    return Reading("DATE", "FUTURE_REF") if expression.last.dep in ("amod", "pobj") else None


def _resolve_reference(expression: Expression, context: Context) -> Reading | None:
    if expression.first.lower == "long" and expression.before() == "how":
        return None
    if expression.last.lower == "now" and expression.after() == "-":
        return None
    return Reading("DATE", expression.items[0].value)


def _resolve_recent(expression: Expression, context: Context) -> Reading | None:
    item = expression.of("R")
    if item is None or expression.sentence.tokens[item.first].dep != "amod":
        return None
    return Reading("DATE", "PAST_REF")


def _resolve_repeated(expression: Expression, context: Context) -> Reading | None:
    if expression.first.pos == "ADV" or expression.first.dep == "advmod" or expression.first.lower.endswith("ally"):
        return Reading("SET", expression.items[0].value)
    return None


def _resolve_long(expression: Expression, context: Context) -> Reading | None:
    told = expression.of("b")
    if told is not None:
        return Reading("DURATION", told.value)
    return Reading("DURATION", length(1, expression.items[0].value)) if expression.of("Z") else None


def _resolve_ahead(expression: Expression, context: Context) -> Reading | None:
    return Reading("DURATION", length(None, expression.value("U")))


def _resolve_present(expression: Expression, context: Context) -> Reading | None:
    return Reading("DATE", "PRESENT_REF") if expression.first.lower == "current" and expression.first.dep == "amod" else None


def _resolve_year_period(expression: Expression, context: Context) -> Reading | None:
    return Reading("DATE", str(expression.value("Y")))


def _nothing(expression: Expression, context: Context) -> Reading | None:
    return None


RESOLVERS: dict[str, Resolver] = {
    "part_of_day": _resolve_part_of_day,
    "dated_part": _resolve_dated_part,
    "day": _resolve_day,
    "month": _resolve_month,
    "weekday": _resolve_weekday,
    "season": _resolve_season,
    "holiday": _resolve_holiday,
    "quarter": _resolve_quarter,
    "half": _resolve_half,
    "short_quarter": _resolve_short_quarter,
    "decade": _resolve_decade,
    "century": _resolve_century,
    "year_ago": relatives.year_ago,
    "year_end": _resolve_year_end,
    "ago": relatives.ago,
    "from_now": relatives.from_now,
    "later": relatives.later,
    "today": _resolve_today,
    "every": _resolve_every,
    "times_a": _resolve_times_a,
    "relative": relatives.relative,
    "span": relatives.span,
    "long": _resolve_long,
    "ahead": _resolve_ahead,
    "present": _resolve_present,
    "year_period": _resolve_year_period,
    "fiscal_year": _resolve_fiscal_year,
    "year": _resolve_year,
    "per": _nothing,
    "the_unit": relatives.the_unit,
    "past": _resolve_past,
    "future": _resolve_future,
    "reference": _resolve_reference,
    "recent": _resolve_recent,
    "repeated": _resolve_repeated,
    "units": relatives.bare_units,
}
