"""Whole articles, as joining sees them: their weighty names and words, their day, their outlet."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from whodid.incidents.links import Link
from whodid.incidents.weights import part
from whodid.incidents.words import Word, rarity, share, words_of

# Words that more articles than this hold say nothing; a name seen at a sentence's start alone must be rarer than the second.
_COMMON, _RARE = 0.1, 0.003
_NAMES, _WORDS = 40, 80
# With fewer names than this, an article's names cannot tell it from others.
_FEW_NAMES = 3
# Numbers (ages, years, addresses) weigh half of what a word of their rarity does.
_NUMBER = 0.5
# So many of the weightiest names and words of an article are keys; articles are compared that share two.
_KEY_NAMES, _KEY_WORDS = 12, 8
SHARED_KEYS = 2
_WEEK, _MONTH = 7, 30

Weighted = dict[str, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """What an article is about, in weights of unit length; `day` is that of publication."""

    key: str
    names: Weighted
    words: Weighted
    day: Date | None = None
    source: str | None = None

    def weightiest(self) -> tuple[str, ...]:
        """The article's weightiest names and words: those on one matter share at least `SHARED_KEYS`."""
        return (*_heaviest(self.names, _KEY_NAMES), *_heaviest(self.words, _KEY_WORDS))


def outline(record: Mapping[str, Any], key: str | None = None, words: Iterable[Word] | None = None) -> Outline:
    """The outline of a coded record (its JSON object).

    Args:
        record: The record.
        key: The article's key; its id, where none is given.
        words: The words of its text without its boilerplate, where they are at hand.
    """
    names, others = weigh(article_words(record) if words is None else words)
    day = record.get("date")
    name = record.get("id", "") if key is None else key
    return Outline(name, names, others, Date.fromisoformat(day) if day else None, record.get("source"))


def article_words(record: Mapping[str, Any]) -> list[Word]:
    """The words of a record's text without its boilerplate."""
    return words_of(record["text"], [(span["start"], span["end"]) for span in record.get("boilerplate", ())])


def weigh(words: Iterable[Word]) -> tuple[Weighted, Weighted]:
    """Names and other words with their weights: rarity in news at large, times how often they stand here (damped)."""
    counts, capitals = _counted(words)
    names, others = Weighted(), Weighted()
    for word, count in counts.items():
        if share(word) > _COMMON:
            continue
        weight = (1 + math.log(count)) * rarity(word)
        if _is_name(word, capitals[word]):
            names[word] = weight
        else:
            others[word] = weight * (_NUMBER if word[0].isdigit() else 1)
    return _unit(names, _NAMES), _unit(others, _WORDS)


# How often each word stands there, and how much speaks for its being a name: a small letter weighs against it, a capital within a
# sentence for it; one at the start of a sentence says nothing.
def _counted(words: Iterable[Word]) -> tuple[dict[str, int], dict[str, int]]:
    counts: dict[str, int] = {}
    capitals: dict[str, int] = {}
    for _, folded, _, capital, named in words:
        if len(folded) > 1:
            counts[folded] = counts.get(folded, 0) + 1
            capitals[folded] = capitals.get(folded, 0) + (named if capital else -1)
    return counts, capitals


def _is_name(word: str, capitals: int) -> bool:
    return not word[0].isdigit() and (capitals > 0 or (capitals == 0 and share(word) < _RARE))


def likeness(a: Outline, b: Outline) -> float:
    """How much two articles are about the same, from 0 to 1: the cosines of their names and of their other words, mixed."""
    return likeness_of(a, b, part("articles"))


def likeness_of(a: Outline, b: Outline, table: Mapping[str, float]) -> float:
    """The same with other weights than those of the table."""
    names, words = _cosine(a.names, b.names), _cosine(a.words, b.words)
    if min(len(a.names), len(b.names)) >= _FEW_NAMES:
        words *= min(1.0, names / table["names-first"])
    return max(0.0, table["names"] * names + table["words"] * words + _apart(a, b, table))


def compare_articles(a: Outline, b: Outline) -> Link | None:
    """The link of two articles with their likeness as score, or None where they have too little in common to be kept."""
    alike = likeness(a, b)
    if alike < part("bars")["article-pair"]:
        return None
    first, second = sorted((a.key, b.key))
    return Link(first, second, round(alike, 4), _reasons(a, b))


def _apart(a: Outline, b: Outline, table: Mapping[str, float]) -> float:
    if a.day is None or b.day is None or (days := abs((a.day - b.day).days)) < _WEEK:
        return 0.0
    return table["days-apart"] if days < _MONTH else table["weeks-apart"]


def _reasons(a: Outline, b: Outline) -> tuple[str, ...]:
    names, words = _common(a.names, b.names), _common(a.words, b.words)
    reasons = [
        f"{len(common)} {what}: {', '.join(common[:6])}" for common, what in ((names, "shared names"), (words, "shared words")) if common
    ]
    if a.day and b.day:
        days = abs((a.day - b.day).days)
        reasons.append("same day" if days == 0 else f"{days} day{'s' if days > 1 else ''} apart")
    return tuple(reasons)


def _common(a: Weighted, b: Weighted) -> list[str]:
    return sorted(a.keys() & b.keys(), key=lambda word: (-a[word] * b[word], word))


def _cosine(a: Weighted, b: Weighted) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def _heaviest(weighted: Weighted, how_many: int) -> list[str]:
    return sorted(weighted, key=lambda word: (-weighted[word], word))[:how_many]


def _unit(weighted: Weighted, how_many: int) -> Weighted:
    kept = {word: weighted[word] for word in _heaviest(weighted, how_many)}
    length = math.sqrt(sum(weight * weight for weight in kept.values()))
    return {word: weight / length for word, weight in kept.items()} if length else {}
