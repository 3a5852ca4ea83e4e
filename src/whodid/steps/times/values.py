"""Resolving: what an expression stands for, as a TIMEX3 type, value and modifier. One resolver for each rule of the grammar."""

from __future__ import annotations

from collections.abc import Callable

from whodid.steps.times import days, lengths, neighbours, periods, relatives, vague
from whodid.steps.times.context import Context, Reading
from whodid.steps.times.expressions import Expression

# "USA Today", "the Sunday Times": rules whose words also name newspapers.
NAMES_OF_PAPERS = frozenset({"today", "weekday", "part_of_day"})

Resolver = Callable[[Expression, Context], "Reading | None"]


def resolve(expression: Expression, context: Context) -> Reading | None:
    """What the expression stands for; None where its words tell no time after all."""
    if expression.rule in NAMES_OF_PAPERS and expression.first.entity in ("ORG", "WORK_OF_ART") and expression.first.text[0].isupper():
        return None
    return RESOLVERS[expression.rule](expression, context)


RESOLVERS: dict[str, Resolver] = {
    "part_of_day": days.resolve_part_of_day,
    "dated_part": days.resolve_dated_part,
    "week_of": days.resolve_week_of,
    "day": days.resolve_day,
    "month": days.resolve_month,
    "weekday": days.resolve_weekday,
    "season": periods.resolve_season,
    "holiday": days.resolve_holiday,
    "quarter": periods.resolve_quarter,
    "half": periods.resolve_half,
    "short_quarter": periods.resolve_short_quarter,
    "decade": periods.resolve_decade,
    "century": periods.resolve_century,
    "year_ago": relatives.resolve_year_ago,
    "year_end": periods.resolve_year_end,
    "ago": relatives.resolve_ago,
    "from_now": relatives.resolve_from_now,
    "later": relatives.resolve_later,
    "today": days.resolve_today,
    "every": vague.resolve_every,
    "times_a": vague.resolve_times_a,
    "relative": relatives.resolve_relative,
    "plural_pair": relatives.resolve_relative,
    "day_of_month": days.resolve_day_of_month,
    "span": lengths.resolve_span,
    "long": lengths.resolve_long,
    "ahead": lengths.resolve_ahead,
    "present": vague.resolve_present,
    "year_period": periods.resolve_year_period,
    "fiscal_year": periods.resolve_fiscal_year,
    "year": periods.resolve_year,
    "before_last": neighbours.resolve_before_last,
    "beside": neighbours.resolve_beside,
    "the_unit": relatives.resolve_the_unit,
    "past": vague.resolve_past,
    "future": vague.resolve_future,
    "reference": vague.resolve_reference,
    "recent": vague.resolve_recent,
    "repeated": vague.resolve_repeated,
    "units": lengths.resolve_bare_units,
}
