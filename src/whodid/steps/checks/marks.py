"""Quotation marks that do not pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whodid.record import Record, TextWarning

_PARAGRAPH = re.compile(r"[^\n\r]+")


def unbalanced_quotations(record: Record) -> Iterator[TextWarning]:
    """Paragraphs where a mark closes what none opened, or opens what nothing closes.

    A quotation that runs on is opened anew in the next paragraph, so an open end before such a paragraph is right.
    """
    paragraphs = [match for match in _PARAGRAPH.finditer(record.text) if match[0].strip()]
    for number, match in enumerate(paragraphs):
        if any(junk.start <= match.start() < junk.end for junk in record.boilerplate):
            continue
        following = paragraphs[number + 1][0].lstrip() if number + 1 < len(paragraphs) else ""
        yield from _curly(match[0], match.start(), runs_on=following.startswith(("“", '"')))
        yield from _straight(match[0], match.start(), runs_on=following.startswith('"'))


def _curly(paragraph: str, offset: int, *, runs_on: bool) -> Iterator[TextWarning]:
    opened: int | None = None
    closed = 0
    for at, char in enumerate(paragraph):
        if char == "“":
            opened = at
        elif char == "”":
            if opened is None:
                start = _sentence_start(paragraph, at, closed)
                yield TextWarning("unbalanced-quotation", "a closing quotation mark that none opened", offset + start, offset + at + 1)
            opened, closed = None, at + 1
    if opened is not None and not runs_on:
        end = len(paragraph.rstrip())
        yield TextWarning("unbalanced-quotation", "a quotation mark that nothing closes", offset + opened, offset + end)


def _straight(paragraph: str, offset: int, *, runs_on: bool) -> Iterator[TextWarning]:
    marks = [at for at, char in enumerate(paragraph) if char == '"' and not _is_inch(paragraph, at)]
    if len(marks) % 2 and not runs_on:
        start, end = marks[-1], len(paragraph.rstrip())
        if start >= end - 2:
            start = _sentence_start(paragraph, start, marks[-2] + 1 if len(marks) > 1 else 0)
        yield TextWarning("unbalanced-quotation", "a quotation mark without its partner", offset + start, offset + end)


def _is_inch(paragraph: str, at: int) -> bool:
    return at > 0 and paragraph[at - 1].isdecimal() and paragraph[at + 1 : at + 2] in (" ", ",", "x", "-")


def _sentence_start(paragraph: str, at: int, least: int) -> int:
    """Where the sentence begins that ends at the mark, not before the last quotation ended."""
    body = paragraph[least:at].rstrip()
    cut = max(body[:-1].rfind(end) for end in (". ", "! ", "? ", ".”", '."')) if body else -1
    start = least + cut + 1 if cut >= 0 else least
    while start < at and paragraph[start] in ' ”"':
        start += 1
    return start
