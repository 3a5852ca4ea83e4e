"""What comes in: one news text with what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from whodid.text import Span


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it came. The text is never altered, so offsets hold from here to the record.

    Attributes:
        text: The whole text; all spans of the record are code-point offsets into it.
        id: The article's name in its collection.
        date: Day of publication; the anchor from which "Thursday" is read. None: relative expressions stay without a value.
        title: The headline, if it was given apart. It may also stand in the text.
        url, source, language: Address, outlet, ISO 639-1 code as given.
        headline: Where the headline stands inside `text`, if it does.
        dateline: The dateline's place as told in the text ("SAMARKAND, UZBEKISTAN:"), as a span.
        boilerplate: Spans that are not the article: sharing buttons, "Comments are closed.", copyright lines.
    """

    text: str
    id: str = ""
    date: Date | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    headline: Span | None = None
    dateline: Span | None = None
    boilerplate: tuple[Span, ...] = ()

    @property
    def anchor(self) -> Date | None:
        """The day from which relative time expressions are read."""
        return self.date


