"""Stretches of text between quotation marks: every fashion of English news, paired by shape, place and apostrophe."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n\r]+")
# Those with "â€" are UTF-8 read as Windows-1252, as old archives have it; their dashes end in “ or ”.
# Two apostrophes inside a word are one that a database has doubled ("the president''s").
_MARK = re.compile(r"``|(?<!\w)''|''(?!\w)|â€œ|â€[\u009d\ufffd]?(?![“”˜™¦])|(?<!â€)[“”]|[„‟«»\"‘’]|(?<!\w')'(?!'\w)")
_OPENING = frozenset({"“", "„", "‟", "«", "``", "â€œ"})
_CLOSING = frozenset({"”", "»", "â€", "â€\u009d", "â€\ufffd"})
_SINGLE = frozenset({"‘", "’", "'"})
# Words that are written with an apostrophe before them; no quotation opens there.
_CLIPPED = re.compile(r"(?:\d0s|em|til|till|tis|twas|cause|n|bout|round)\b", re.IGNORECASE)
# A quotation in single marks that runs longer is more likely two stray apostrophes.
MAX_SINGLE = 1200


@dataclass(frozen=True, slots=True)
class Marked:
    """An outermost stretch in quotation marks, within one paragraph.

    Attributes:
        start, end: Its extent, marks included.
        closed: Whether a closing mark ends it. One without runs to the end of its paragraph.
        continues: Whether it goes on the unclosed stretch of the paragraph before (each paragraph opens, the last closes).
    """

    start: int
    end: int
    closed: bool
    continues: bool = False


def find_marks(text: str) -> list[Marked]:
    """The outermost stretches in quotation marks, in text order; marks nested in them are theirs."""
    found: list[Marked] = []
    unclosed = False
    for paragraph in _PARAGRAPH.finditer(text):
        if not paragraph.group().strip():
            continue
        stretches = _in_paragraph(text, paragraph.start(), paragraph.end())
        if stretches and unclosed and not text[paragraph.start() : stretches[0].start].strip():
            first = stretches[0]
            stretches[0] = Marked(first.start, first.end, first.closed, continues=True)
        unclosed = bool(stretches) and not stretches[-1].closed
        found += stretches
    return found


def _in_paragraph(text: str, start: int, end: int) -> list[Marked]:
    found: list[Marked] = []
    opened = -1
    skip_to = start
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if at < skip_to:
            continue
        if mark in _SINGLE:
            close = _single_close(text, at, end) if opened < 0 else -1
            if close > 0:
                found.append(Marked(at, close, closed=True))
                skip_to = close
        elif opened < 0:
            if _may_open(text, match, start, end):
                opened = at
        elif mark not in _OPENING:
            found.append(Marked(opened, match.end(), closed=True))
            opened = -1
    if opened >= 0:
        stop = end
        while stop > opened + 1 and text[stop - 1].isspace():
            stop -= 1
        found.append(Marked(opened, stop, closed=False))
    return [stretch for stretch in found if stretch.end - stretch.start > 2]


def _may_open(text: str, match: re.Match[str], start: int, end: int) -> bool:
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if match.group() in _OPENING:
        return True
    if match.group() in _CLOSING:  # turned the wrong way round
        return before.isspace() and after.isalnum()
    if before.isdigit() and not after.isalnum():  # inches
        return False
    return not after.isspace() or before.isspace()


def _single_close(text: str, at: int, end: int) -> int:
    """Where a single quotation mark's quotation ends, or -1 where it is an apostrophe."""
    before = text[at - 1] if at > 0 else " "
    if before.isalnum() or before in "’'‘" or at + 1 >= end or not (text[at + 1].isalnum() or text[at + 1] in '“"[$…'):
        return -1
    if _CLIPPED.match(text, at + 1):
        return -1
    closers = "’" if text[at] == "‘" else text[at] if text[at] == "'" else "’"
    fallback = -1
    for place in range(at + 2, min(end, at + MAX_SINGLE)):
        char = text[place]
        if char == text[at] and text[place - 1].isspace() and text[place + 1 : place + 2].isalnum():
            break  # another opens: what came before was an apostrophe at most
        if char not in closers and not (char == "'" and text[at] == "‘"):
            continue
        if text[place - 1].isspace() or (place + 1 < end and text[place + 1].isalnum()):
            continue
        if text[place - 1] in "sS" and text[place + 1 : place + 2] == " " and text[place + 2 : place + 3].islower():
            fallback = fallback if fallback > 0 else place + 1  # perhaps a plural's possessive
            continue
        return place + 1
    return fallback
