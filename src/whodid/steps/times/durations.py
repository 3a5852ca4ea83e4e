"""Lengths of time and repetitions: TIMEX3 values that need no anchor ("P3M", "PT24H", "P1W")."""

from __future__ import annotations

from dataclasses import dataclass

from whodid.steps.times.expressions import Expression
from whodid.steps.times.items import Item

# What half of a unit is in the next smaller one.
HALVES = {"Y": "P6M", "TH": "PT30M", "D": "PT12H", "M": "P2W", "TM": "PT30S"}


# Counted decades are written in years ("P20Y" for two decades), uncounted ones are not ("PXE").
_IN_YEARS = {"E": 10, "C": 100, "L": 1000}


@dataclass(frozen=True, slots=True)
class Amount:
    """How many units, with the modifier that the number itself brings; `number` None: some, of unknown number."""

    number: float | None
    mod: str | None = None


def amount(expression: Expression) -> Amount:
    """The number of units in an expression: "two to three" counts two or more, "a couple" about two, "several" unknown."""
    numbers = expression.all("ndY")
    vague = expression.of("v")
    half = 0.5 if expression.of("x") else 0.0
    mod = expression.value("q")
    if numbers:
        ranged = len(numbers) > 1
        return Amount(numbers[0].value + half, mod or ("EQUAL_OR_MORE" if ranged else None))
    if vague is not None:
        return Amount(2, mod or "APPROX") if "couple" in vague.value else Amount(None, mod)
    if half:
        return Amount(1.5 if _comes_after_unit(expression) else 0.5, mod)
    return Amount(1, mod)


def _comes_after_unit(expression: Expression) -> bool:
    """ "a year and a half", not "half a year"."""
    half, unit = expression.of("x"), expression.of("uC")
    return half is not None and unit is not None and unit.last < half.first


def unit_of(expression: Expression) -> Item | None:
    """The item that names the unit, the last such in the expression."""
    return next((item for item in reversed(expression.items) if item.kind in "uUjJCO"), None)


def length(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: 3 and "M" give "P3M", 24 and "TH" "PT24H", an unknown number "PXY"."""
    if unit in _IN_YEARS and number is not None:
        number, unit = number * _IN_YEARS[unit], "Y"
    if unit == "2W":
        number, unit = (None if number is None else number * 2), "W"
    if number == 0.5 and unit in HALVES:
        return HALVES[unit]
    if unit == "TH" and number is not None and not float(number).is_integer():
        return f"PT{int(number)}H{round(number % 1 * 60)}M"
    figure = "X" if number is None else f"{number:g}" if number < 1e6 else str(int(number))
    return f"PT{figure}{unit[1]}" if unit[0] == "T" else f"P{figure}{unit}"


def is_age(expression: Expression) -> bool:
    """Whether the years are somebody's age: "30-year-old", "52 years old"."""
    if expression.before() == "of" and expression.before(2) in ("age", "ages"):
        return True
    if expression.of("X") or expression.after() in ("old", "olds", "aged") or expression.before() == "aged":
        return True
    return expression.after() == "-" and expression.after(2) in ("old", "olds")
