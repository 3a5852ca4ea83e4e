"""Paragraphs as the parser gets them: one at a time, typographic marks mapped one to one so that offsets hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whodid.article import Article

# One character for one character: never map "…" to three dots. Soft hyphens and zero-width marks become what the parser skips best.
_ASCII = str.maketrans({
    "’": "'", "‘": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
})  # fmt: skip
_BREAK = re.compile(r"\n+|\r+")
# The parser's memory grows with the length of a text; nothing a person calls a paragraph is longer.
MAX_PARAGRAPH = 20_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its number, where it starts in the article, and the text the parser reads (same length as the original)."""

    index: int
    start: int
    parsed_text: str


def paragraphs_of(article: Article) -> list[Paragraph]:
    """Cut the article at its line breaks; the dateline ("SAMARKAND, UZBEKISTAN:") is parsed apart from the lead."""
    text, found = article.text, []
    cuts = sorted(_cuts(article))
    for index, (start, end) in enumerate(_stretches(text, cuts)):
        for piece in range(start, end, MAX_PARAGRAPH):
            found.append(Paragraph(index, piece, text[piece : min(end, piece + MAX_PARAGRAPH)].translate(_ASCII)))
    return found


def _cuts(article: Article) -> set[int]:
    cuts = {0, len(article.text)}
    for match in _BREAK.finditer(article.text):
        cuts.update((match.start(), match.end()))
    for part in (article.headline, article.dateline, *article.boilerplate):
        if part is not None:
            cuts.update((part.start, part.end))
    return cuts


def _stretches(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    return [(start, end) for start, end in zip(cuts, cuts[1:], strict=False) if text[start:end].strip()]
