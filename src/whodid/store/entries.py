"""What goes into the store: an article with what became of it, and its key."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from whodid.article import Article

State = Literal["coded", "skipped", "failed"]
# Hexadecimal digits of the hash that make a key: 128 bits, so that no two articles of any collection share one.
KEY_LENGTH = 32


def key_of(article: Article) -> str:
    """The article's key: the same for the same text, title, date, source and address, whatever id and file it came with."""
    day = article.date.isoformat() if article.date else ""
    parts = (article.text, article.title or "", day, article.source or "", article.url or "")
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class Seen:
    """An article as it came: its key, and the file or address in which it stood."""

    article: Article
    origin: str
    key: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An article and what became of it.

    Attributes:
        seen: The article.
        record: The record as JSON; None where it was not coded.
        code, message: Why it was not coded.
        state: coded, skipped (kept, but not coded) or failed.
    """

    seen: Seen
    record: str | None = None
    state: State = "coded"
    code: str | None = None
    message: str | None = None

    def row(self) -> tuple[Any, ...]:
        """The values of the table `arrived`."""
        article = self.seen.article
        day = article.date.isoformat() if article.date else None
        excerpt = None if article.excerpt is None else str(article.excerpt)
        about = (article.source, article.url, article.title, article.author, day, article.language, excerpt)
        return (self.seen.key, self.seen.origin, article.id, *about, article.text, self.state, self.code, self.message, self.record)


ENTRY_COLUMNS = (
    "article", "origin", "id", "source", "url", "title", "author", "date", "language", "excerpt", "text", "state", "code", "message",
    "record",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that is no article: where it stands, its id as far as it has one, and what is wrong."""

    origin: str
    id: str | None
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class CoderId:
    """What codes: versions, and hashes of what versions do not tell.

    Attributes:
        whodid: Version, with a hash of the program files that make records.
        knowledge: Hash of the data that come with whodid, and of the user's own entries.
        parser: Name and version of the parser.
        models: Hash of the trained weights; None where they are not used.
    """

    whodid: str
    knowledge: str
    parser: str
    models: str | None = None


@dataclass(slots=True)
class Batch:
    """What is stored in one transaction.

    Attributes:
        entries: Articles that were not here, or not by this coder; each key once.
        again: Articles that are here already, seen once more.
        unread: Inputs that are no article.
    """

    entries: Sequence[Entry] = ()
    again: Sequence[Seen] = ()
    unread: Sequence[Unread] = ()
