"""Two times told with the words of one: "May 3-5, 2014", "2014-15", "from March to May 2014"."""

from __future__ import annotations

from whodid.steps.times.anchors import direction
from whodid.steps.times.context import Context, Reading
from whodid.steps.times.days import full_day
from whodid.steps.times.expressions import Expression
from whodid.steps.times.items import Item
from whodid.steps.times.years import is_year

# "2014-15" and "1990-99" are years; "2014-55" is a number of something else.
LONGEST_SPAN = 20

Found = list[tuple[Item, Item, Reading]]


def days_of_month(expression: Expression, context: Context) -> Found:
    """ "May 3-5, 2014": two days, each with its own words."""
    items = list(expression.items)
    days = [item for item in items if item.kind in "do"]
    if not all(1 <= day.value <= 31 for day in days):
        return []
    lean, found = direction(expression.head), []
    for day, other in zip(days, reversed(days), strict=True):
        reading = Reading("DATE", full_day([item for item in items if item is not other], context, lean))
        context.tell(reading, expression.sentence.index)
        found.append((day, day, reading))
    month = next(item for item in items if item.kind == "M")
    first, second = found
    if month.first < days[0].first:
        return [(items[0], first[1], first[2]), (second[0], items[-1], second[2])]
    return [first, (second[0], items[-1], second[2])]


def years_of_span(expression: Expression, context: Context) -> Found:
    """ "2014-15": two years, the second in two figures; the first alone where the second number is none."""
    first, second = expression.items[0], expression.items[-1]
    if not is_year(expression, expression.first):
        return []
    readings = [(first, first, Reading("DATE", str(first.value)))]
    last = first.value - first.value % 100 + second.value
    last += 100 if last <= first.value else 0
    if len(expression.last.text) == 2 and last - first.value <= LONGEST_SPAN:
        readings.append((second, second, Reading("DATE", str(last))))
    context.tell(readings[-1][2], expression.sentence.index)
    return readings
