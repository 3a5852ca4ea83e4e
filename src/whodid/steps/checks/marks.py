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
        yield from _unbalanced(match[0], match.start(), runs_on=following.startswith(("“", '"')))


def _unbalanced(paragraph: str, offset: int, *, runs_on: bool) -> Iterator[TextWarning]:
    """Marks without a partner; a straight mark closes what a curved one opened, and the other way round."""
    opened: int | None = None
    closed = 0
    for at, char in enumerate(paragraph):
        if char == "“" or (char == '"' and opened is None and not _is_inch(paragraph, at)):
            opened = at
        elif char in ("”", '"') and opened is not None:
            opened, closed = None, at + 1
        elif char == "”":
            start = _sentence_start(paragraph, at, closed)
            yield TextWarning("unbalanced-quotation", "a closing quotation mark that none opened", offset + start, offset + at + 1)
            closed = at + 1
    if opened is not None and not runs_on:
        yield _unclosed(paragraph, offset, opened, closed)


def _unclosed(paragraph: str, offset: int, opened: int, closed: int) -> TextWarning:
    """The last mark that stands alone, up to the paragraph's end; a straight one at the end closes what none opened."""
    end = len(paragraph.rstrip())
    if paragraph[opened] == "“":
        return TextWarning("unbalanced-quotation", "a quotation mark that nothing closes", offset + opened, offset + end)
    start = opened if opened < end - 2 else _sentence_start(paragraph, opened, closed)
    return TextWarning("unbalanced-quotation", "a quotation mark without its partner", offset + start, offset + end)


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
