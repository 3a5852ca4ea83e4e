"""Finding: which words of a sentence could tell a time, by the grammar, and where exactly they begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from whodid.steps.times.grammar import compiled, rule_of
from whodid.steps.times.items import Item, items_of, tells_time
from whodid.text import Sentence, Token

# Kinds that are left outside where the noun they belong to lies outside: "the [third-quarter] profit", "a [two-year] truce".
_DETERMINERS = frozenset("DA")
# The unit that may tell which one is meant: the week of a weekday, the year of a month or day.
UNITS_AROUND = {"weekday": "W", "month": "Y", "day": "Y"}
# Words that approximate a number ("over 20 years") and are prepositions otherwise ("over the last year").
PREPOSITIONS = frozenset({"over", "under", "about", "around"})


@dataclass(frozen=True)
class Expression:
    """Words that by the grammar tell a time: the rule that fitted and the items it took.

    Attributes:
        rule: Name of the rule, and of the resolver.
        items: The items, the determiner left out where it belongs to a noun after the expression.
        sentence: Where it stands.
    """

    rule: str
    items: tuple[Item, ...]
    sentence: Sentence

    @property
    def first(self) -> Token:
        """The first word."""
        return self.sentence.tokens[self.items[0].first]

    @property
    def last(self) -> Token:
        """The last word."""
        return self.sentence.tokens[self.items[-1].last]

    @cached_property
    def head(self) -> Token:
        """The word by which the expression hangs in the sentence."""
        first, last = self.first.i, self.last.i
        for token in reversed(self.sentence.tokens[self.items[0].first : self.items[-1].last + 1]):
            if token.pos != "PUNCT" and (token.head is token or not first <= token.head.i <= last):
                return token
        return self.last

    def before(self, distance: int = 1) -> str:
        """The word before the expression, or ""."""
        position = self.items[0].first - distance
        return self.sentence.tokens[position].lower if position >= 0 else ""

    def after(self, distance: int = 1) -> str:
        """The word after the expression, or ""."""
        position = self.items[-1].last + distance
        return self.sentence.tokens[position].lower if position < len(self.sentence.tokens) else ""

    def of(self, kinds: str) -> Item | None:
        """The first item of one of these kinds."""
        return next((item for item in self.items if item.kind in kinds), None)

    def all(self, kinds: str) -> list[Item]:
        """All items of these kinds, in order."""
        return [item for item in self.items if item.kind in kinds]

    def value(self, kinds: str) -> Any:
        """What the first item of one of these kinds stands for; None without one."""
        item = self.of(kinds)
        return None if item is None else item.value

    @property
    def kinds(self) -> str:
        """The items' kinds as one string."""
        return "".join(item.kind for item in self.items)


def find_expressions(sentence: Sentence) -> Iterator[Expression]:
    """Words of the sentence that could tell a time, left to right, none overlapping."""
    if not tells_time(sentence.tokens):
        return
    items = items_of(sentence)
    kinds = "".join(item.kind for item in items)
    position = 0
    while match := compiled().search(kinds, position):
        rule = rule_of(match)
        position = match.start() + _own_length(rule, items[match.start() : match.end()])
        yield Expression(rule, _without_outer_words(items[match.start() : position], sentence), sentence)


def _own_length(rule: str, items: list[Item]) -> int:
    """How many items belong together: "Friday last week" is one time, "Friday this year" two."""
    length = len(items)
    if items[-1].kind == "u" and items[-1].value != UNITS_AROUND.get(rule, items[-1].value):
        while items[length - 1].kind in "uLNTVDf,":
            length -= 1
    return length


def _is_preposition(word: Token, following: Item) -> bool:
    if word.lower == "around" and following.kind not in "DLNT":
        return False
    return word.lower in PREPOSITIONS and (following.kind in "DLNT" or word.dep == "prep")


def _governs(word: Token) -> bool:
    """Whether "before" or "after" has an object or a clause, and is not the end of "the day before"."""
    return word.dep == "mark" or any(child.i > word.i for child in word.children)


def _without_outer_words(items: list[Item], sentence: Sentence) -> tuple[Item, ...]:
    last = sentence.tokens[items[-1].last].i
    if items[0].kind == "q" and len(items) > 1 and _is_preposition(sentence.tokens[items[0].first], items[1]):
        items = items[1:]
    # "following Monday's vote" is after it; "the following Monday" is a day.
    if items[0].value == "following" and len(items) > 1:
        items = items[1:]
    if items[0].kind == "V" and len(items) > 1 and items[1].kind in "LNTDEW" and sentence.tokens[items[0].first].dep == "mark":
        items = items[1:]
    if items[-1].kind in "<>" and _governs(sentence.tokens[items[-1].last]):
        items = items[:-1]
    if items[0].kind == "D" and len(items) > 1 and items[1].kind == "M":
        items = items[1:]  # "the May 3 vote", whatever the parser makes of it
    while len(items) > 1 and items[0].kind in _DETERMINERS and sentence.tokens[items[0].first].head.i > last:
        items = items[1:]
    return tuple(items)
