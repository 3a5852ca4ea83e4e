"""What measuring gives: figures with the number of items behind each, and every miss with its sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

Stretch = tuple[int, int]
MissKind = Literal["missed", "wrong", "extra"]
C = TypeVar("C", bound=Hashable)
# In characters; a sentence longer than this is cut around the words that matter.
LONGEST_SENTENCE = 700
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number.

    Attributes:
        name: What it is, the same in every set: "precision of events".
        value: A share from 0 to 1, unless the name says a unit; None where there was nothing to measure.
        n: How many items it was counted on.
        of: What those items are: "events coded".
        detail: Whether it is one of many of a kind (by type, by kind), and left out of a short table.
    """

    name: str
    value: float | None
    n: int
    of: str
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not as the gold has it.

    Attributes:
        kind: missed (in the gold alone), extra (coded alone), wrong (in both, and not the same).
        part: What it is part of: events, quotes, times, places …
        type: Its event type, kind of quote, type of time …, to filter by.
        cause: A phrase that misses of one cause share, by which they are counted.
        article: Id of the article.
        text: The sentence, or sentences.
        gold: Where the gold's words stand in `text`.
        coded: Where the coded words stand in `text`.
        says: What the gold says, and what was coded, in short.
    """

    kind: MissKind
    part: str
    type: str
    cause: str
    article: str
    text: str
    gold: tuple[Stretch, ...] = ()
    coded: tuple[Stretch, ...] = ()
    says: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Judged:
    """A coded thing with its confidence, and whether the gold agrees."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """What one measure gives on one set.

    Attributes:
        documents: How many articles, sentences or pages were measured.
        judged: Coded things with their confidence, for the reliability table.
        notes: What the reader of the figures should know ("2 articles could not be coded").
    """

    documents: int
    figures: tuple[Figure, ...]
    misses: tuple[Miss, ...] = ()
    judged: tuple[Judged, ...] = ()
    notes: tuple[str, ...] = ()


def share(part: float, whole: int) -> float | None:
    """How much of the whole; None of nothing."""
    return part / whole if whole else None


def f1(right: int, gold: int, coded: int) -> float:
    """The harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (gold + coded) if right else 0.0


def scores_by_class(pairs: Iterable[tuple[C, C | None]], classes: Sequence[C]) -> dict[C, tuple[float, int]]:
    """F1 of each class over pairs of gold and coded class, and how many the gold has; a coded class outside these is only a miss."""
    pairs = list(pairs)
    right = Counter(gold for gold, coded in pairs if gold == coded)
    gold_counts, coded_counts = Counter(gold for gold, _ in pairs), Counter(coded for _, coded in pairs)
    return {one: (f1(right[one], gold_counts[one], coded_counts[one]), gold_counts[one]) for one in classes}


def macro(table: Mapping[C, tuple[float, int]]) -> float:
    """The mean F1 of the classes."""
    return sum(value for value, _ in table.values()) / len(table)


def miss(
    kind: MissKind,
    place: tuple[str, str],
    cause: str,
    article: tuple[str, str],
    spans: tuple[Iterable[Stretch], Iterable[Stretch]],
    says: tuple[str, str] = ("", ""),
) -> Miss:
    """A miss with its sentence cut out of the article.

    Args:
        place: Its part and type.
        article: Id and text.
        spans: Where the gold's and the coded words stand in the article.
    """
    id, text = article
    gold, coded = (tuple(some) for some in spans)
    start, end = sentence_around(text, [*gold, *coded])
    gold, coded = (tuple((left - start, right - start) for left, right in some if start <= left and right <= end) for some in (gold, coded))
    return Miss(kind, *place, cause, id, text[start:end], gold, coded, says)


def sentence_around(text: str, spans: Sequence[Stretch]) -> Stretch:
    """The sentence that holds the first of these spans, drawn out to the end of that of the last; the text's first where there is none."""
    first, last = (min(left for left, _ in spans), max(right for _, right in spans)) if spans else (0, 0)
    # A little beyond the first, since a sentence's end is known by what follows.
    ends = (found.end() for found in _SENTENCE_END.finditer(text, max(0, first - LONGEST_SENTENCE), first + 3))
    start = max((end for end in ends if end <= first), default=None)
    stop = _SENTENCE_END.search(text, max(first, last - 1), min(len(text), last + LONGEST_SENTENCE))
    left = max(0, first - LONGEST_SENTENCE) if start is None else start
    return left, min(len(text), last + LONGEST_SENTENCE) if stop is None else max(last, stop.start() + len(stop[0].rstrip()))
