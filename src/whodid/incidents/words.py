"""Words as joining sees them: where they stand, their stems, and how rare they are in news at large."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OPENING = " \t\"'“‘(["
# A line whose words mostly begin with capitals is a headline or a heading: there a capital says nothing.
_HEADING_SHARE = 0.6
_LONGEST_HEADING = 200
# A word that no more articles than this hold is as rare as one that none holds.
_RAREST = 2
_SUFFIXES = ("ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")


class Word(NamedTuple):
    """One word of a text: as it stands, folded, and where; whether it has a capital, and one that speaks of a name."""

    text: str
    folded: str
    start: int
    capital: bool
    named: bool


def words_of(text: str, leave_out: Collection[tuple[int, int]] = ()) -> list[Word]:
    """The words of a text in order. Numbers are words; a final 's and a plural's s are folded away.

    Args:
        text: The text.
        leave_out: Stretches whose words are left out (boilerplate): half-open offsets into the text.
    """
    words: list[Word] = []
    start = 0
    for line in text.split("\n"):
        found = [(match.group(), match.start()) for match in _WORD.finditer(line)]
        heading = len(line) <= _LONGEST_HEADING and _is_heading([word for word, _ in found])
        for word, at in found:
            capital = word[0].isupper()
            words.append(Word(word, fold(word), start + at, capital, capital and not heading and _inside(line, at)))
        start += len(line) + 1
    return [word for word in words if not any(begin <= word.start < end for begin, end in leave_out)] if leave_out else words


def _inside(line: str, at: int) -> bool:
    while at > 0 and line[at - 1] in _OPENING:
        at -= 1
    return at > 0 and line[at - 1] not in ".!?:"


def _is_heading(words: list[str]) -> bool:
    letters = [word for word in words if word[0].isalpha()]
    return len(letters) > 3 and sum(word[0].isupper() for word in letters) > _HEADING_SHARE * len(letters)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """The word in lower case, without a possessive or plural s: "Greeks'" and "Greek" are one word."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A rough stem that the forms of one verb and its noun share: "stabbed", "stabbing" and "stab" give one."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    word = _irregular().get(word, word)
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and not word.endswith("ss"):
            word = word[: -len(suffix)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@cache
def _irregular() -> dict[str, str]:
    lines = data_lines("irregular.txt")
    return {form: base for base, *forms in map(str.split, lines) for form in forms}


def data_lines(name: str) -> list[str]:
    """The lines of one of this room's data files, without comments."""
    text = (files("whodid") / "incidents" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _background() -> tuple[int, dict[str, int]]:
    pairs = [line.split("\t") for line in data_lines("background.tsv")]
    counts = {word: int(count) for word, count in pairs}
    return counts.pop("*"), counts


@lru_cache(maxsize=100_000)
def share(folded: str) -> float:
    """In which share of news articles at large this folded word stands; one that was never seen counts as very rare."""
    articles, counts = _background()
    return max(counts.get(folded, 0), _RAREST) / articles


@lru_cache(maxsize=100_000)
def rarity(folded: str) -> float:
    """How much it says that a text holds this folded word: the logarithm of one over its share."""
    return -math.log(share(folded))
