"""RSS and Atom: each entry an article, whole where the feed has all of it, an excerpt where it has a summary."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from whodid.article import Article
from whodid.errors import InputError
from whodid.reading.days import day_of
from whodid.reading.failures import Failure
from whodid.reading.languages import language_of
from whodid.reading.pages import plain_of
from whodid.reading.sources import Source


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: its link, and the article that the feed itself gives of it; None where it gives no words."""

    link: str | None
    article: Article | None


def read_feed(source: Source) -> Iterator[Article | Failure]:
    """The entries of a feed file as articles; one without any text is a failure in its place.

    Raises:
        InputError: Where it is no feed, or has no entries.
    """
    for number, entry in enumerate(entries_of(source.whole(), source.place.name), 1):
        if entry.article is None:
            where = f"{source.place.name}, entry {number}"
            mend = "expected content or a summary; --fetch reads the pages that a feed links to"
            yield Failure(source.place.numbered(number), 0, InputError(f"{where}: has no text; {mend}", code="no-text"))
        else:
            yield entry.article


def entries_of(data: bytes, name: str) -> list[Entry]:
    """The entries of a feed, in its order.

    Raises:
        InputError: Where it is no feed, or has no entries.
    """
    import feedparser

    try:
        feed = feedparser.parse(io.BytesIO(data))
    except Exception as error:  # the parser mends most faults, and breaks on some
        raise InputError(f"{name}: cannot be read as RSS or Atom ({type(error).__name__})", code="not-a-feed") from None
    if not feed.entries:
        raise InputError(f"{name}: has no entries; expected an RSS or Atom feed with articles", code="empty")
    numbered = enumerate(feed.entries, 1)
    return [Entry(_words(entry.get("link")), _article(entry, feed, f"{name}, entry {number}")) for number, entry in numbered]


def _article(entry: Any, feed: Any, where: str) -> Article | None:
    contents = [content.get("value") or "" for content in entry.get("content") or ()]
    whole = max((plain_of(content) for content in contents), key=len, default="").strip()
    summary = plain_of(entry.get("summary") or "").strip()
    text = _without_nul(whole if len(whole) >= len(summary) else summary)
    if not text:
        return None
    languages = [content.get("language") for content in entry.get("content") or ()]
    return Article(
        text,
        date=_published(entry, feed),
        title=_words(entry.get("title")),
        url=_words(entry.get("link")),
        source=_words((entry.get("source") or {}).get("title")) or _words(feed.feed.get("title")),
        language=language_of(text, _declared(next(filter(None, languages), None) or feed.feed.get("language"))),
        author=_words(entry.get("author")),
        excerpt=None if whole and len(whole) >= len(summary) else True,
        origin=where,
    )


def _published(entry: Any, feed: Any) -> Date | None:
    """The day on which the entry says it was published, as its own place counts days. Atom's `updated` is no publication."""
    said = entry.get("published")
    if said is None and str(feed.get("version", "")).startswith("rss"):
        said = dict.get(entry, "updated")  # Dublin Core's date, which feedparser keeps there.
    return day_of(said) if isinstance(said, str) else None


def _declared(language: Any) -> str | None:
    return language.split("-")[0].split("_")[0].strip().lower() or None if isinstance(language, str) else None


def _words(text: Any) -> str | None:
    return " ".join(_without_nul(plain_of(text)).split()) or None if isinstance(text, str) else None


def _without_nul(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
