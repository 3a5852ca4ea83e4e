"""The article as this room reads it: its words in one row, with the stretches in quotation marks laid over them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from whodid.article import Article
from whodid.lexicon.reporting import ReportingVerb
from whodid.steps.quotes.marks import Marked, find_marks
from whodid.text import Sentence, Token


@dataclass(slots=True)
class Draft:
    """A quote in the making.

    Attributes:
        cue: The words of the cue, in text order; empty for a bare quotation.
        verb: What the lexicon says of the cue; None for a verb that only its place beside a quotation makes a cue.
        pieces: The content's extents, in text order.
        speaker, addressee, medium: Head words of the phrases that name them.
        label: All words of the speaker, where the layout gives them ("NAME:").
    """

    cue: list[Token]
    verb: ReportingVerb | None
    pieces: list[tuple[int, int]]
    speaker: Token | None = None
    addressee: Token | None = None
    medium: Token | None = None
    label: list[Token] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.pieces[-1][1]


class Page:
    """Words, marks and paragraphs of an article.

    Attributes:
        tokens: All words; `tokens[i].i == i`.
        marks: The outermost stretches in quotation marks.
        stretch: For each word the number of the stretch it lies in, or -1.
    """

    def __init__(self, sentences: Sequence[Sentence], article: Article) -> None:
        self.text = article.text
        self.sentences = sentences
        self.tokens: list[Token] = [token for sentence in sentences for token in sentence.tokens]
        self._starts = [token.start for token in self.tokens]
        self.marks: list[Marked] = find_marks(article.text)
        self.stretch = self._stretches()

    def _stretches(self) -> list[int]:
        stretch = [-1] * len(self.tokens)
        for number, mark in enumerate(self.marks):
            for i in range(self.index(mark.start), self.index(mark.end)):
                stretch[i] = number
        return stretch

    def index(self, offset: int) -> int:
        """The number of the first word that starts at or after this offset."""
        return bisect_left(self._starts, offset)

    def between(self, start: int, end: int) -> list[Token]:
        """The words that start from `start` up to `end`."""
        return self.tokens[self.index(start) : self.index(end)]

    def words(self, start: int, end: int) -> list[Token]:
        """The words without punctuation between two offsets."""
        return [token for token in self.between(start, end) if token.pos != "PUNCT" and token.text[0].isalnum()]

    def quoted(self, token: Token) -> bool:
        """Whether the word lies between quotation marks."""
        return self.stretch[token.i] >= 0
