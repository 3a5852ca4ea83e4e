"""Finds the headline where it stands inside the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whodid.text import Span

LONGEST = 200
MOST_WORDS = 30
_LETTERS = re.compile(r"\w+")
_CLOSING = "\"'”’)»] \t"


def find_headline(lines: Sequence[Span], text: str, title: str | None, *, dateline_follows: bool) -> Span | None:
    """The headline: the words of the known title at the beginning, or a first line that looks like one; else None.

    A first line looks like a headline where a paragraph break follows, and it ends without a full stop, is written With Capitals,
    or stands before the dateline.
    """
    if not lines:
        return None
    first = lines[0]
    if title and (length := _same_words(title, first.text)):
        return Span(first.start, first.start + length, first.text[:length])
    if len(lines) == 1 or len(first.text) > LONGEST or len(first.text.split()) > MOST_WORDS:
        return None
    if not _breaks_after(first, lines[1], text, lines):
        return None
    last = first.text.rstrip(_CLOSING)[-1:]
    looks = last not in ".!?:;,…" or _has_capitals(first.text) or (dateline_follows and last not in ":;,")
    return first if looks and last else None


def _same_words(title: str, line: str) -> int:
    """How far into the line its first words are those of the title; 0 where they are not. A full stop after them belongs to them."""
    wanted = [word.lower() for word in _LETTERS.findall(title)]
    found = [match for match, _ in zip(_LETTERS.finditer(line), wanted, strict=False)]
    if not wanted or [match[0].lower() for match in found] != wanted:
        return 0
    end = found[-1].end()
    after = re.match(r"[^\w\s]*(?:\s+[.!?])?", line[end:])
    return end + (len(after[0]) if after else 0)


def _breaks_after(first: Span, second: Span, text: str, lines: Sequence[Span]) -> bool:
    """Whether a paragraph ends here: a blank line, or a line break in a text whose paragraphs are one line each."""
    if _is_blank(text[first.end : second.start]):
        return True
    rest = lines[1:]
    unwrapped = not any(_is_blank(text[a.end : b.start]) for a, b in zip(rest, rest[1:], strict=False))
    return unwrapped and sum(len(line.text) for line in rest) > 120 * len(rest)


def _is_blank(gap: str) -> bool:
    return gap.count("\n") > 1 or gap.count("\r") > 1


def _has_capitals(line: str) -> bool:
    words = [word for word in _LETTERS.findall(line) if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() or word[0].isdigit() for word in words) >= 0.75 * len(words)
