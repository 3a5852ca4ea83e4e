"""Days and months: full dates, weekdays, months, holidays, parts of a day, today and its neighbours."""

from __future__ import annotations

from datetime import date, timedelta

from whodid.steps.times import calendar
from whodid.steps.times.anchors import AHEAD, OPEN, PAST, direction, follows_since, points_by_infinitive, was_planned
from whodid.steps.times.context import Context, Reading
from whodid.steps.times.expressions import Expression
from whodid.steps.times.items import Item
from whodid.steps.times.relatives import FROM_REFERENCE, modifier, stage
from whodid.steps.times.words import load, vocabulary
from whodid.steps.times.years import joined_year
from whodid.text import Token

HOLIDAY_YEARS = (-1, 0, 1)
RANGE_WORDS = frozenset({"to", "through", "until", "till", "-", "–"})
NOT_HOLIDAY = frozenset({"GPE", "LOC", "PERSON", "ORG", "PRODUCT"})


def full_day(items: list[Item], context: Context, lean: int, clause_year: int | None = None) -> str | None:
    """The day that items name, "1998-08-07": with its year, else the clause's, else the year by direction and weekday."""
    numbers = {item.kind: item.value for item in reversed(items)}
    if "S" in numbers:
        year, month, day = numbers["S"]
    elif "M" not in numbers:
        year, month, day = (item.value for item in items if item.kind in "Yd")
    else:
        day = next(item.value for item in items if item.kind in "do")
        year, month = numbers.get("Y", clause_year), numbers["M"]
    found = _day(context.anchor, year, int(month), int(day), lean, numbers.get("W"))
    return None if found is None else found.isoformat()


def _year_told(expression: Expression, context: Context) -> int | None:
    """The year that the words around a day tell, where the day itself has none."""
    if expression.of("YS"):
        return None
    return (
        historic_year(expression, context.anchor)
        or _pointed_year(expression, context)
        or joined_year(expression)
        or context.year_for(expression.head)
    )


def historic_year(expression: Expression, anchor: date | None) -> int | None:
    """The year of a day that history has made a name: "the Sept. 11 attacks"."""
    month, day, word = expression.value("M"), expression.value("do"), expression.after()
    for entry in load("historic"):
        if (entry["month"], entry["day"]) == (month, day) and word in entry["words"] and (anchor is None or anchor.year >= entry["year"]):
            return int(entry["year"])
    return None


def _day(anchor: date | None, year: int | None, month: int, day: int, lean: int, weekday: int | None) -> date | None:
    if year is not None:
        return calendar.day_or_none(int(year), month, day)
    return None if anchor is None else calendar.nearest_day(anchor, month, day, lean, weekday)


def resolve_day(expression: Expression, context: Context) -> Reading | None:
    """ "Nov. 4, 2005", "Friday, Oct. 23", "the 3rd of May": a day; no year told, the one that direction and weekday give."""
    day = next((item for item in expression.items if item.kind in "do"), None)
    if day is not None and not 1 <= day.value <= 31:
        return None
    year = _year_told(expression, context)
    value = full_day(list(expression.items), context, direction(expression.head), year)
    if value and year is None and not expression.of("YS") and value > str(context.anchor) and follows_since(expression.head):
        value = full_day(list(expression.items), context, PAST, int(value[:4]) - 1)
    if value is None and (expression.of("Y") or expression.of("S")):
        return None
    part = expression.value("p")
    if part:
        return Reading("TIME", None if value is None else f"{value}T{part}", modifier(expression))
    return Reading("DATE", value, modifier(expression))


def resolve_week_of(expression: Expression, context: Context) -> Reading | None:
    """ "the week of March 6": the week in which the day lies."""
    if expression.value("u") != "W":
        return None
    day = calendar.day_of(full_day([item for item in expression.items if item.kind != "u"], context, direction(expression.head)))
    return Reading("DATE", calendar.week(day) if day else None)


def _pointed_year(expression: Expression, context: Context) -> int | None:
    """The year of "May last year", "May 3 of that year"; None where the words name none."""
    unit = expression.of("u")
    if unit is None:
        return None
    pointer = next(item for item in reversed(expression.items) if item.kind in "LNTV")
    told = pointer.kind == "V" or pointer.value in FROM_REFERENCE
    year = None if context.anchor is None else context.anchor.year
    base = calendar.year_of(context.reference) if told else year
    return None if base is None else base + {"L": -1, "N": 1}.get(pointer.kind, 0)


def resolve_day_of_month(expression: Expression, context: Context) -> Reading | None:
    """ "on the 9th": a day of the anchor's month or of the one beside it, by direction; only in figures and after "on"."""
    token, day = expression.last, expression.value("o")
    if expression.before() != "on" or token.dep != "pobj" or not token.text[0].isdigit() or not 1 <= day <= 31:
        return None
    if context.anchor is None:
        return Reading("DATE", None)
    months = [calendar.add_months(context.anchor.year, context.anchor.month, step) for step in (-1, 0, 1)]
    days = [found for month in months if (found := calendar.day_or_none(*month, day))]
    found = calendar.nearest(days, context.anchor, direction(expression.head))
    return None if found is None else Reading("DATE", found.isoformat())


def resolve_month(expression: Expression, context: Context) -> Reading | None:
    """ "early February", "next May", "March 2014": a month, its year by pointer or direction."""
    month, year = expression.value("M"), expression.value("Y")
    if len(expression.items) == 1 and not _is_month(expression):
        return None
    pointer, unit = expression.of("LNTV"), expression.of("u")
    if year is None and pointer is None:
        year = joined_year(expression) or context.year_for(expression.head)
    if year is None and context.anchor is not None:
        if unit is not None:
            year = _pointed_year(expression, context)
        else:
            base = context.anchor
            if pointer is not None and pointer.value in FROM_REFERENCE:
                base = context.reference_month or base
            year = _pointed_month_year(base, month, pointer, _month_direction(expression.head, base, month))
    return Reading("DATE", None if year is None else f"{year}-{month:02d}", modifier(expression))


def _is_month(expression: Expression) -> bool:
    """ "March" alone is a month after a preposition or before a noun, "the March for Peace" is not."""
    word = expression.first
    if word.lower not in vocabulary().doubtful_months:
        return True
    if any(child.dep in ("det", "amod", "poss") for child in word.children):
        return False  # "the annual March for Peace"
    return word.dep == "pobj" or (word.dep in ("npadvmod", "compound", "poss", "nmod") and expression.after() not in ("for", "on"))


def _month_direction(head: Token, anchor: date, month: int) -> int:
    """As `direction`; a plan told in the past was for the month that has just gone by rather than for next year's."""
    lean = direction(head)
    gone = 0 < (anchor.month - month) % 12 <= calendar.PLANNED_MONTHS_BACK
    return PAST if lean == AHEAD and gone and was_planned(head) else lean


def _pointed_month_year(anchor: date, month: int, pointer: Item | None, lean: int) -> int:
    if pointer is None:
        return calendar.month_year(anchor, month, lean)
    if pointer.kind == "T":
        return anchor.year
    if pointer.kind == "N":
        return anchor.year + (month <= anchor.month)
    return anchor.year - (month >= anchor.month)


def resolve_weekday(expression: Expression, context: Context) -> Reading | None:
    """ "Thursday", "last Friday", "Monday morning": a day near the anchor, or a part of it."""
    part = expression.value("p")
    kind = "TIME" if part else "DATE"
    if vocabulary().words.get(expression.before(), ("", 0))[0] == "o":
        return None  # "the third Tuesday of every month"
    if expression.last.lower.endswith("s"):
        return Reading("SET", f"XXXX-WXX-{expression.value('W') + 1}" + (f"T{part}" if part else ""))
    day = None if context.anchor is None else pointed_weekday(expression, context.anchor, context.reference_day)
    if day is None:
        return Reading(kind, None, stage(expression))  # type: ignore[arg-type]
    if context.anchor and day > context.anchor and points_by_infinitive(expression.head):
        day = context.weekdays.get(day.weekday(), day)
    context.weekdays[day.weekday()] = day
    return Reading(kind, day.isoformat() + (f"T{part}" if part else ""), stage(expression))  # type: ignore[arg-type]


def pointed_weekday(expression: Expression, anchor: date, told: date | None = None) -> date:
    """The day of a weekday's name: by "last" and "next", else by the direction of the clause, the anchor itself included.

    "the previous Friday" is the one before the day last told, "the following Friday" the one after it.
    """
    pointers = [item.kind for item in expression.items if item.kind in "LNT"]
    number = expression.value("W")
    if expression.of("u") and pointers:
        monday = anchor - timedelta(days=anchor.weekday())
        return monday + timedelta(weeks={"L": -1, "N": 1}.get(pointers[-1], 0), days=number)
    if "L" in pointers:
        base = told if expression.value("L") in FROM_REFERENCE else None
        return calendar.weekday(base or anchor, number, ahead=False, strict=True)
    if "N" in pointers:
        base = told if expression.value("N") in FROM_REFERENCE else None
        return calendar.weekday(base or anchor, number, ahead=True, strict=True)
    if told and expression.before() in RANGE_WORDS and vocabulary().words.get(expression.before(2), ("", 0))[0] == "W":
        return calendar.weekday(told, number, ahead=True)  # "from Thursday to Saturday"
    lean = direction(expression.head)
    return calendar.weekday(anchor, number, ahead=lean == AHEAD or (lean == OPEN and "T" in pointers))


def resolve_holiday(expression: Expression, context: Context) -> Reading | None:
    """ "Christmas", "Easter Sunday 2019": the day of that name, by direction the last or the next."""
    item = expression.of("h")
    if item is None or expression.first.entity in NOT_HOLIDAY or expression.sentence.tokens[item.first].text[0].islower():
        return None
    entry = load("holidays")[item.value]
    year = expression.value("Y") or entry.get("year")
    if year is not None:
        day = next(iter(calendar.holidays(entry, year)), None)
    elif context.anchor is None:
        day = None
    else:
        days = [day for step in HOLIDAY_YEARS for day in calendar.holidays(entry, context.anchor.year + step)]
        lean = {"L": PAST, "N": AHEAD}.get((expression.of("LN") or item).kind, direction(expression.head))
        day = calendar.nearest(days, context.anchor, lean)
    return Reading("DATE", None if day is None else day.isoformat())


def resolve_part_of_day(expression: Expression, context: Context) -> Reading | None:
    """ "this morning", "last night", "tonight", "the next morning": a part of the anchor's day or of one near it."""
    if expression.of("g"):
        word = expression.value("g")
        night = None if context.anchor is None else context.anchor - timedelta(days=word is None)
        return Reading("TIME", None if night is None else f"{night}TNI")
    if expression.kinds == "Dp":
        return _plain_part(expression, context)
    if expression.of("V"):
        return _of_reference(expression, context)
    days = {"L": -1, "N": 1}.get((expression.of("LN") or expression.items[0]).kind, 0) + (expression.value("t") or 0)
    if expression.of("L") and expression.value("L") != "last":
        return None
    if expression.of("N"):
        return _of_reference(expression, context, 1)
    # "an early-morning raid" does not say of which day.
    if context.anchor is None or expression.kinds == "E-p":
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


def resolve_dated_part(expression: Expression, context: Context) -> Reading | None:
    """ "the morning of Sept. 11", "the night of Friday"."""
    if expression.of("M") or expression.of("S") or expression.of("Y"):
        day = full_day([item for item in expression.items if item.kind != "p"], context, direction(expression.head))
    else:
        day = None if context.anchor is None else pointed_weekday(expression, context.anchor).isoformat()
    return Reading("TIME", None if day is None else f"{day}T{expression.value('p')}", stage(expression))


def resolve_today(expression: Expression, context: Context) -> Reading | None:
    """Today, yesterday, tomorrow."""
    if context.anchor is None:
        return Reading("DATE", None)
    return Reading("DATE", (context.anchor + timedelta(days=expression.value("t"))).isoformat(), stage(expression))
