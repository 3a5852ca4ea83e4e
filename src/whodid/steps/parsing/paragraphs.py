"""Paragraphs as the parser gets them: one at a time, typographic marks mapped one to one so that offsets hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whodid.article import Article
from whodid.steps.parsing.garbled import ungarbled
from whodid.steps.parsing.headlines import in_running_case

# One character for one character: never map "…" to three dots. Soft hyphens and zero-width marks become what the parser skips best.
_ASCII = str.maketrans({
    "’": "'", "‘": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\n": " ", "\r": " ",
})  # fmt: skip
_BREAK = re.compile(r"\n+|\r+")
# What ends a line that the next one does not go on with.
_ENDED = frozenset(".!?:;\"'”’)]…")
# A line broken for its width is at least this long; a shorter one is a heading, a name or an item.
MIN_WRAPPED = 40
# So many lines that plainly go on show that the text is broken at a width; then a capital or figure goes on as well,
# after a line of at least this share of the shortest of them.
MIN_WRAPS = 2
SHARE_OF_WIDTH = 0.8
# The parser's memory grows with the length of a text; nothing a person calls a paragraph is longer.
MAX_PARAGRAPH = 20_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its number, where it starts in the article, and the text the parser reads (same length as the original)."""

    index: int
    start: int
    parsed_text: str


def paragraphs_of(article: Article) -> list[Paragraph]:
    """Cut the article at its line breaks, but not where a line is only broken for its width.

    The dateline ("SAMARKAND, UZBEKISTAN:") is parsed apart from the lead.
    """
    text, found = article.text, []
    cuts = sorted(_cuts(article))
    for index, (start, end) in enumerate(_stretches(text, cuts)):
        for piece in range(start, end, MAX_PARAGRAPH):
            found.append(Paragraph(index, piece, _as_read(article, text[piece : min(end, piece + MAX_PARAGRAPH)], piece)))
    return found


def _as_read(article: Article, piece: str, start: int) -> str:
    headline = article.headline
    if headline is not None and headline.start <= start < headline.end:
        piece = in_running_case(piece, article.text[headline.end :])
    return ungarbled(piece).translate(_ASCII)


def _cuts(article: Article) -> set[int]:
    cuts = {0, len(article.text)}
    wraps = _wraps(article.text)
    for match in _BREAK.finditer(article.text):
        if match.start() not in wraps:
            cuts.update((match.start(), match.end()))
    for part in (article.headline, article.dateline, *article.boilerplate):
        if part is not None:
            cuts.update((part.start, part.end))
    return cuts


def _stretches(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    return [(start, end) for start, end in zip(cuts, cuts[1:], strict=False) if text[start:end].strip()]


def _wraps(text: str) -> set[int]:
    """Where lines end that the next one goes on with: the text was broken at a width."""
    plain: dict[int, int] = {}  # the length of the line by its end
    likely: dict[int, int] = {}
    for match in _BREAK.finditer(text):
        before, after = _line_before(text, match.start()), _line_after(text, match.end())
        if len(match.group()) > 1 or len(before) < MIN_WRAPPED or not after or before[-1] in _ENDED:
            continue
        if after[0].islower() and not after.startswith(("http", "www.")):
            plain[match.start()] = len(before)
        elif after[0].isalnum():
            likely[match.start()] = len(before)
    if len(plain) < MIN_WRAPS:
        return set(plain)
    shortest = SHARE_OF_WIDTH * min(plain.values())
    return set(plain) | {end for end, length in likely.items() if length >= shortest}


def _line_before(text: str, end: int) -> str:
    return text[text.rfind("\n", 0, end) + 1 : end].strip()


def _line_after(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].strip()
