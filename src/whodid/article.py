"""What comes in: one news text with what is known about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import timedelta
from urllib.parse import urlsplit

from whodid.text import Span

# The one form of a day that is read as such; `date.fromisoformat` takes others too ("20220915", "2022-W37-4").
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# From the day a story was filed to the day it was printed.
LONGEST_DELAY = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it came. The text is never altered, so offsets hold from here to the record.

    Attributes:
        text: The whole text; all spans of the record are code-point offsets into it.
        id: The article's name in its collection.
        date: Day of publication; the anchor from which "Thursday" is read. None: relative expressions stay without a value.
        title: The headline, if it was given apart. It may also stand in the text.
        url, source, language: Address, outlet, ISO 639-1 code as given; where no language is given, the one that reading identified.
        headline: Where the headline stands inside `text`, if it does.
        dateline: The dateline's words, up to where the story begins ("HOLMSTAD, Norland, March 3 (NPA) —"); an outlet's mark
            without a place ("(NPA) —") stands here too.
        dateline_place: The place alone ("HOLMSTAD, Norland"); None where the dateline names none.
        dateline_date: The day in the dateline, if it is complete, or if `date` shows which year is meant.
        boilerplate: Spans that are not the article: sharing buttons, "Comments are closed.", copyright lines.
        author: Who wrote it, as given.
        excerpt: True where `text` is only a feed's summary of the article.
        origin: Where it was read, for messages and for the store: file, member, line ("news.zip, member a.jsonl, line 14"). Two articles
            that differ in nothing else are equal.
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
    dateline_place: Span | None = None
    dateline_date: Date | None = None
    boilerplate: tuple[Span, ...] = ()
    author: str | None = None
    excerpt: bool | None = None
    origin: str = field(default="", compare=False)

    @property
    def is_english(self) -> bool:
        """Whether it may be coded: its language is English by any of its names ("en", "en-GB", "eng"), or not known."""
        return self.language is None or re.split("[-_]", self.language.strip().lower())[0] in ("en", "eng", "english")

    @property
    def anchor(self) -> Date | None:
        """The day from which relative time expressions are read: the dateline's, else that of publication, else None.

        A dateline's day that lies after the publication, or more than three days before it, is no anchor: it belongs to a reprint
        or is a slip.
        """
        if self.dateline_date is None or self.date is None:
            return self.dateline_date or self.date
        fits = timedelta() <= self.date - self.dateline_date <= LONGEST_DELAY
        return self.dateline_date if fits else self.date


def host_of(address: str | None) -> str | None:
    """The host in an internet address, in small letters and without "www."; None where there is none, or it is no address."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return (host or "").removeprefix("www.") or None
