"""The room's flow: expressions of each sentence in order, each read with what the text has told before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from whodid.record import Time
from whodid.steps.times import calendar
from whodid.steps.times.clocks import resolve_clock
from whodid.steps.times.context import Context, Reading
from whodid.steps.times.expressions import Expression, find_expressions
from whodid.steps.times.items import Item
from whodid.steps.times.neighbours import beside_object, object_reach
from whodid.steps.times.ranges import Found, days_of_month, years_of_span
from whodid.steps.times.values import resolve
from whodid.text import Sentence

# No article is of another year; a date out of all bounds is an error of its source.
EARLIEST_ANCHOR, LATEST_ANCHOR = 1400, 2200


def find_times(sentences: Sequence[Sentence], anchor: date | None) -> tuple[Time, ...]:
    """The article's time expressions with their TIMEX3 values, in text order, none overlapping.

    A weekday or month is past or coming by the tense of its clause; "the next day" is read from the last date told. Without an
    anchor only expressions that name their year get a value; nothing falls back to today.

    Args:
        sentences: The parsed article. Sentences marked as boilerplate are left out.
        anchor: The day from which "Thursday" and "last month" are read; None where it is not known.
    """
    context = Context(anchor if anchor is not None and EARLIEST_ANCHOR <= anchor.year <= LATEST_ANCHOR else None)
    times: list[Time] = []
    for sentence in sentences:
        if not sentence.boilerplate:
            times.extend(_of_sentence(sentence, context))
    return tuple(times)


def _of_sentence(sentence: Sentence, context: Context) -> list[Time]:
    found: Found = []
    clocks: list[Expression] = []
    beside: list[tuple[int, Expression]] = []
    for expression in find_expressions(sentence):
        if expression.rule == "clock":
            clocks.append(expression)
        elif expression.rule == "days_of_month":
            found.extend(days_of_month(expression, context))
        elif expression.rule == "year_span":
            found.extend(years_of_span(expression, context))
        elif (reading := resolve(expression, context)) is not None:
            if expression.rule == "beside" and reading.value is None:
                beside.append((len(found), expression))
            context.tell(reading, sentence.index, is_quarter=expression.rule in ("quarter", "short_quarter"))
            context.told_until = expression.last.i
            found.append((expression.items[0], expression.items[-1], reading))
    _read_beside(found, beside)
    day = next((told for _, _, reading in found if (told := calendar.day_of(reading.value))), None)
    for expression in clocks:
        if (reading := resolve_clock(expression, context, day)) is not None:
            day = day or calendar.day_of(reading.value)
            context.tell(reading, sentence.index)
            found.append((expression.items[0], expression.items[-1], reading))
    return [_time(sentence, first, last, reading) for first, last, reading in sorted(found, key=lambda one: one[0].first)]


def _read_beside(found: Found, beside: list[tuple[int, Expression]]) -> None:
    """Value "the day after the vote on Tuesday" from the date that its object names."""
    for place, expression in beside:
        reach = object_reach(expression)
        day = next((reading.value for first, _, reading in found[place + 1 :] if first.first <= reach), None)
        found[place] = (*found[place][:2], Reading("DATE", beside_object(expression, day)))


def _time(sentence: Sentence, first: Item, last: Item, reading: Reading) -> Time:
    start, end = sentence.tokens[first.first].start, sentence.tokens[last.last].end
    text = sentence.text[start - sentence.start : end - sentence.start]
    return Time(start, end, text, reading.type, reading.value, reading.mod)
