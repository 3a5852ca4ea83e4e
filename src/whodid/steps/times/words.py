"""The vocabulary of time: each word or phrase of the lexicon with the one-letter kind by which the grammar knows it.

W weekday    M month      s season     p part of day   o ordinal   n number   d number 1-31   Y year   K decade
u unit       U units      j quarter    J quarters      C century   O period   c clock  m a.m./p.m. z zone    S numeric date
h holiday    t today      g tonight    r reference     i future    R recent   L last   N next      T this    V that
E early      B the end    q about      v several       D the       A a        e every  P per       f of      k ago
l later      H from now   & and/to     - hyphen        , comma     w twice    I times  a daily     F fiscal  x half
b weeklong   Z long         ! ahead
  G more       X old        Q "Q3"       ' possessive    y B.C.      < before   > after     ~ in       . any other word
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LEXICON = Path(__file__).parents[2] / "lexicon" / "en" / "times"
SMALL_WORDS = {
    "the": "D", "a": "A", "an": "A", "of": "f", "-": "-", "--": ".", ",": ",", "and": "&", "to": "&", "or": "&", "'s": "'", "'": "'",
    "before": "<", "after": ">", "in": "~",
}  # fmt: skip
# Kinds that cannot be left out: a sentence without any of them, and without digits, tells no time.
CORE_KINDS = frozenset("WMspuUjJCKctgrRhalLNkwbQi")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the lexicon after their first, and what they stand for together."""

    rest: tuple[str, ...]
    kind: str
    value: Any


@dataclass(slots=True)
class Vocabulary:
    """All words of time by their first word, and the tables the resolvers read."""

    words: dict[str, tuple[str, Any]] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    core: set[str] = field(default_factory=set)
    doubtful_months: frozenset[str] = frozenset()
    doubtful_seasons: frozenset[str] = frozenset()

    def add(self, text: str, kind: str, value: Any) -> None:
        """Enter a word or phrase; the first entry of a word stands."""
        first, *rest = text.split()
        if rest:
            self.phrases.setdefault(first, []).append(Phrase(tuple(rest), kind, value))
            self.phrases[first].sort(key=lambda phrase: -len(phrase.rest))
        else:
            self.words.setdefault(first, (kind, value))
        if kind in CORE_KINDS:
            self.core.add(first)


@cache
def load(name: str) -> Any:
    """One file of the lexicon of time words."""
    with (LEXICON / f"{name}.yaml").open(encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    calendar, numbers, words = load("calendar"), load("numbers"), load("words")
    found = Vocabulary(doubtful_months=frozenset(calendar["doubtful_months"]), doubtful_seasons=frozenset(calendar["doubtful_seasons"]))
    for word, kind in SMALL_WORDS.items():
        found.add(word, kind, word)
    _add_calendar(found, calendar)
    _add_numbers(found, numbers)
    _add_words(found, words)
    for index, holiday in enumerate(load("holidays")):
        for name in holiday["names"]:
            found.add(name, "h", index)
    return found


def _add_calendar(found: Vocabulary, calendar: dict[str, Any]) -> None:
    tables = {
        "weekdays": "W", "months": "M", "seasons": "s", "day_parts": "p", "clock_words": "c", "units": "u", "plural_units": "U",
        "quarter": "j", "quarters": "J", "century": "C", "days": "t", "nights": "g", "half_day_marks": "m",
    }  # fmt: skip
    for table, kind in tables.items():
        for word, value in calendar[table].items():
            found.add(word, kind, value)
    for zone in calendar["zones"]:
        found.add(zone, "z", zone)
    for era in calendar["eras"]:
        found.add(era, "y", era)


def _add_numbers(found: Vocabulary, numbers: dict[str, Any]) -> None:
    for word, value in numbers["cardinals"].items():
        found.add(word, "n", value)
    for word, value in numbers["ordinals"].items():
        found.add(word, "o", value)
    for word, value in numbers["decades"].items():
        found.add(word, "K", ("1900", value))


def _add_words(found: Vocabulary, words: dict[str, Any]) -> None:
    plain = {
        "recent": "R", "before": "L", "after": "N", "this": "T", "that": "V", "vague": "v", "more": "G", "every": "e", "per": "P",
        "ago": "k", "later": "l", "times": "w", "fiscal": "F", "half": "x", "future": "i", "hence": "H", "period": "O", "old": "X",
        "long": "Z", "ahead": "!", "occasions": "I",
    }  # fmt: skip
    for table, kind in plain.items():
        for text in words[table]:
            found.add(text, kind, text)
    for table, kind in {"references": "r", "stages": "E", "bounds": "B", "approximate": "q"}.items():
        for value, texts in words[table].items():
            for text in texts:
                found.add(text, kind, value)
    for word, value in words["lengths"].items():
        found.add(word, "b", value)
    for word, value in words["repeated"].items():
        found.add(word, "a", value)
