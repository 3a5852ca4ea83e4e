"""Periods of a year and more: seasons, quarters, halves, years, decades, centuries."""

from __future__ import annotations

from whodid.steps.times import calendar, relatives
from whodid.steps.times.anchors import AHEAD, PAST, direction
from whodid.steps.times.context import Context, Reading, verb_above
from whodid.steps.times.durations import length
from whodid.steps.times.expressions import Expression
from whodid.steps.times.items import Item
from whodid.steps.times.relatives import modifier
from whodid.steps.times.words import vocabulary
from whodid.steps.times.years import is_year

# In January and February "this winter" is the one that began the year before.
LAST_OF_WINTER = 2
# Words by which a report speaks of money; "the first half" is then one of a year, not of a match.
BUSINESS = frozenset(
    {"%", "$", "percent", "million", "billion", "sales", "profit", "earnings", "revenue", "net", "growth", "gdp", "income"}
)


def resolve_season(expression: Expression, context: Context) -> Reading | None:
    """ "last winter", "the summer of 2020"; a bare "spring" or "fall" only where it can be nothing else."""
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
        if season.value == "WI" and pointer and pointer.kind in "LT" and context.anchor.month <= LAST_OF_WINTER:
            year = context.anchor.year - (2 if pointer.kind == "L" else 1)
    return Reading("DATE", None if year is None else f"{year}-{season.value}", modifier(expression))


def _is_season(expression: Expression, season: Item) -> bool:
    word = expression.sentence.tokens[season.first]
    if word.pos not in ("NOUN", "PROPN") or expression.after() in ("of", "in"):
        return False
    if word.lower in vocabulary().doubtful_seasons:
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


def resolve_quarter(expression: Expression, context: Context) -> Reading | None:
    """ "the third quarter of 1990", "fourth-quarter", "the quarter": never a quarter of something else."""
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
            return Reading("DATE", f"{year}-H1", modifier(expression))
        return Reading("DURATION", length(counted, "Q"), modifier(expression))
    if year is None and context.anchor is not None:
        modifies = expression.last.head.i > expression.last.i
        year = calendar.quarter_year(context.anchor, ordinal.value, direction(expression.head), reported=modifies)
    return Reading("DATE", None if year is None else f"{year}-Q{ordinal.value}", modifier(expression))


def _plain_quarter(expression: Expression, context: Context, year: int | None) -> Reading | None:
    """ "last quarter", "the 1988 quarter" (the one spoken of, that year), "the quarter"."""
    if expression.of("LNTV"):
        return relatives.resolve_relative(expression, context)
    quarter = context.quarter_near(expression.sentence.index)
    if year is not None:
        return Reading("DATE", f"{year}-{quarter[5:]}" if quarter else f"{year}-QX", modifier(expression))
    if not expression.of("D") or not (quarter or expression.after() == "ended"):
        return None
    return Reading("DATE", quarter or (f"{context.anchor.year}-QX" if context.anchor else None), modifier(expression))


def resolve_half(expression: Expression, context: Context) -> Reading | None:
    """ "the first half of 1990"; without its year only in reports of money, since matches have halves too."""
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
    return Reading("DATE", f"{year}-H{number}", modifier(expression))


def resolve_short_quarter(expression: Expression, context: Context) -> Reading | None:
    """ "Q3 2020", "H1"."""
    text, year = expression.value("Q"), expression.value("Y")
    if year is None:
        if context.anchor is None:
            return None
        year = calendar.quarter_year(context.anchor, int(text[1]), direction(expression.head)) if text[0] == "Q" else None
    return None if year is None else Reading("DATE", f"{year}-{text}")


def resolve_decade(expression: Expression, context: Context) -> Reading | None:
    """ "the late 1990s", "the '80s", "the sixties"."""
    value = _decade(expression)
    return None if value is None else Reading("DATE", value, modifier(expression))


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


def resolve_century(expression: Expression, context: Context) -> Reading | None:
    """ "the early 20th century"."""
    number = expression.value("o")
    return Reading("DATE", f"{number - 1:02d}XX", modifier(expression)) if 1 <= number <= 30 else None


def resolve_year_end(expression: Expression, context: Context) -> Reading | None:
    """ "year-end": the last day of the anchor's year, or since it, of the one before; "month's end": the end of the anchor's month."""
    unit, bound = expression.value("u"), expression.value("B")
    if unit not in ("Y", "Q", "M", "W") or (bound != "END" and not expression.of("'")):
        return None
    if unit != "Y" or bound != "END":
        return Reading("DATE", relatives.from_anchor(context, unit, 0), bound)
    if context.anchor is None:
        return None
    year = context.anchor.year - (expression.before() in ("since", "from"))
    return Reading("DATE", f"{year}-12-31", expression.value("q"))


def resolve_year(expression: Expression, context: Context) -> Reading | None:
    """ "1998", "mid-2014", "about 1500": four digits that the words around them make a year."""
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
    if expression.rule == "year" and (verb := verb_above(expression.head)) is not None:
        context.clause_year = verb.i, item.value
    era = "BC" if expression.of("y") else ""
    return Reading("DATE", f"{era}{item.value:04d}", modifier(expression))


def resolve_fiscal_year(expression: Expression, context: Context) -> Reading | None:
    """ "fiscal 1998", "the fiscal year"; taken as the calendar year of that number."""
    if expression.of("Y"):
        return resolve_year(expression, context)
    unit = expression.of("u")
    if unit is None or unit.value != "Y" or not expression.of("D") or context.anchor is None:
        return None
    return Reading("DATE", str(context.anchor.year), modifier(expression))


def resolve_year_period(expression: Expression, context: Context) -> Reading | None:
    """ "the 1988 period"."""
    return Reading("DATE", str(expression.value("Y")))
