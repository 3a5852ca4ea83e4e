"""A sentence as the grammar reads it: words and phrases of time, each with its kind, number words put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from whodid.steps.times.words import Vocabulary, vocabulary
from whodid.text import Sentence, Token

DIGITS = frozenset("0123456789")
_SHAPES = (
    ("c", re.compile(r"([01]?\d|2[0-4])[:h]([0-5]\d)(?::[0-5]\d)?(am|pm|a\.m\.|p\.m\.|gmt|utc)?")),
    ("c", re.compile(r"(1?\d)\.([0-5]\d)(am|pm|a\.m\.|p\.m\.)")),
    ("c", re.compile(r"(1?\d)()(am|pm|a\.m\.|p\.m\.)")),
    ("K", re.compile(r"(\d{1,3}0)s")),
    ("o", re.compile(r"(\d{1,3})(?:st|nd|rd|th)")),
    ("S", re.compile(r"(\d{4})/(\d\d?)/(\d\d?)")),
    ("S", re.compile(r"(\d\d?)/(\d\d?)/(\d{4}|\d\d)")),
    ("n", re.compile(r"\d{1,3}(?:,\d{3})+")),
    ("n", re.compile(r"\d+(?:\.\d+)?")),
)
_PREFIXED = re.compile(r"(mid|late|early|end)-?(\d{4}|\d{2,3}0s)|(fy|q|h)(\d{1,4})|'(\d0)s")
_FRACTIONS = {"1/2": 0.5, "½": 0.5, "1/4": 0.25, "¼": 0.25, "3/4": 0.75, "¾": 0.75}
_STAGES = {"early": "START", "mid": "MID", "late": "END", "end": "END"}


@dataclass(frozen=True, slots=True)
class Item:
    """One word or phrase of a sentence: its kind (a letter, see `words`), its tokens by number, what it stands for.

    `mod` is the stage of the period where one word holds both ("mid-2014").
    """

    kind: str
    first: int
    last: int
    value: Any
    mod: str | None = None


def tells_time(tokens: Sequence[Token]) -> bool:
    """Whether any word could be part of a time expression; most sentences are left at this."""
    core = vocabulary().core
    return any(token.lower in core or not DIGITS.isdisjoint(token.lower) for token in tokens)


def items_of(sentence: Sentence) -> list[Item]:
    """The sentence's words as items, in order, every token in exactly one."""
    words, tokens = vocabulary(), sentence.tokens
    found: list[Item] = []
    position = 0
    while position < len(tokens):
        item = _phrase(words, tokens, position) or _number(words, tokens, position) or _word(words, tokens, position)
        found.append(item)
        position = item.last + 1
    return found


def _phrase(words: Vocabulary, tokens: Sequence[Token], position: int) -> Item | None:
    for phrase in words.phrases.get(tokens[position].lower, ()):
        last = position + len(phrase.rest)
        if last < len(tokens) and all(tokens[position + 1 + offset].lower == word for offset, word in enumerate(phrase.rest)):
            return Item(phrase.kind, position, last, phrase.value)
    return None


def _word(words: Vocabulary, tokens: Sequence[Token], position: int) -> Item:
    token = tokens[position]
    entry = words.words.get(token.lower)
    if entry is None:
        entry = shape(token.lower) if not DIGITS.isdisjoint(token.lower) else None
        if entry is None:
            return Item(".", position, position, None)
        if entry[0] == "K" and position and tokens[position - 1].text == "'":
            return Item("K", position, position, entry[1])
    kind, value = entry
    if kind[0] == "+":
        return Item(kind[1], position, position, value[0], value[1])
    if kind == "M" and token.lower in words.doubtful_months and not _names(token):
        kind = "."
    elif kind == "Y" and _is_decade(tokens, position):
        return Item("K", position, position + 1, ("", value))
    elif kind == "c" and isinstance(value, str):
        value = (int(value[:2]), int(value[3:]), "word")
    return Item(kind, position, position, value)


def _names(token: Token) -> bool:
    return token.text[0].isupper() and (token.pos == "PROPN" or token.entity == "DATE") and token.entity not in ("PERSON", "GPE", "ORG")


def _is_decade(tokens: Sequence[Token], position: int) -> bool:
    """Whether "1980's" is the decade: the mark of the genitive stands there and nothing that it could belong to."""
    if position + 1 >= len(tokens) or tokens[position + 1].lower not in ("'s", "s") or not tokens[position].lower.endswith("0"):
        return False
    return position > 0 and tokens[position - 1].lower in ("the", "early", "late", "mid", "-")


@lru_cache(maxsize=4096)
def shape(word: str) -> tuple[str, Any] | None:
    """The kind and value of a word with digits, from its shape alone; None where it tells no time and no number."""
    if word[0] not in DIGITS:
        return _prefixed(word)
    for kind, pattern in _SHAPES:
        if match := pattern.fullmatch(word):
            return _shaped(kind, match)
    return None


def _shaped(kind: str, match: re.Match[str]) -> tuple[str, Any] | None:
    if kind == "c":
        return "c", (int(match[1]), int(match[2] or 0), (match[3] or "").replace(".", ""))
    if kind == "K":
        return "K", ("", int(match[1]))
    if kind == "o":
        return "o", int(match[1])
    if kind == "S":
        return _numeric_date(match.groups())
    text = match[0].replace(",", "")
    value = float(text) if "." in text else int(text)
    if match[0].isdigit() and len(match[0]) == 4 and 1000 <= value <= 2199:
        return "Y", value
    return ("d" if match[0].isdigit() and 1 <= value <= 31 and len(match[0]) <= 2 else "n"), value


def _numeric_date(parts: tuple[str | None, ...]) -> tuple[str, Any] | None:
    numbers = [int(part or 0) for part in parts]
    if numbers[0] > 31:
        year, month, day = numbers
    else:
        month, day, year = numbers
        if month > 12:
            month, day = day, month
        if year < 100:
            year += 1900 if year > 40 else 2000
    return ("S", (year, month, day)) if 1000 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= 31 else None


def _prefixed(word: str) -> tuple[str, Any] | None:
    match = _PREFIXED.fullmatch(word)
    if match is None:
        return None
    if match[1]:
        inner = shape(match[2])
        return ("+" + inner[0], (inner[1], _STAGES[match[1]])) if inner else None
    if match[3] == "fy":
        return "Y", int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4][-2:])
    if match[3]:
        return ("Q", match[3].upper() + match[4]) if match[4] in ("1", "2", "3", "4") else None
    if match[5]:
        return "K", ("", int(match[5]))
    return None


def _number(words: Vocabulary, tokens: Sequence[Token], position: int) -> Item | None:
    """Number words that belong together: "twenty-four", "two hundred and ten", "nineteen ninety-four" (a year), "thirty-first"."""
    if (mixed := _with_fraction(tokens, position)) is not None:
        return Item("n", position, position + 1, mixed)
    entry = words.words.get(tokens[position].lower)
    if entry is None or entry[0] != "n":
        return None
    values, last, ordinal = [entry[1]], position, False
    while not ordinal and (step := _next_number(words, tokens, last, values[-1])):
        last, value, ordinal = step
        values.append(value)
    number, is_year = _put_together(values)
    if ordinal:
        return Item("o", position, last, number)
    if is_year:
        return Item("Y", position, last, number)
    return Item("n", position, last, number)


def _with_fraction(tokens: Sequence[Token], position: int) -> float | None:
    """ "5 1/2" as a number."""
    part = _FRACTIONS.get(tokens[position + 1].lower) if position + 1 < len(tokens) else None
    whole = tokens[position].lower
    return int(whole) + part if part and whole.isdecimal() else None


def _next_number(words: Vocabulary, tokens: Sequence[Token], last: int, before: int) -> tuple[int, int, bool] | None:
    following = last + 1
    if following < len(tokens) and (tokens[following].lower == "-" or (tokens[following].lower == "and" and before in (100, 1000))):
        following += 1
    if following >= len(tokens):
        return None
    kind, value = words.words.get(tokens[following].lower, (".", None))
    joined = following > last + 1
    if kind == "n" and (value >= 100 or before >= 10 and value < 100 and (before >= 20 or value >= 10)) and not (joined and value >= 100):
        return following, value, False
    if kind == "o" and joined and 20 <= before < 100 and value < 10:
        return following, value, True
    return None


def _put_together(values: Sequence[int]) -> tuple[int, bool]:
    total = current = 0
    is_year = False
    for value in values:
        if value == 100:
            current = max(current, 1) * 100
        elif value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif 11 <= current <= 20 and value >= 10:
            current, is_year = current * 100 + value, True
        else:
            current += value
    return total + current, is_year or (len(values) > 1 and 2000 <= total + current <= 2099)
