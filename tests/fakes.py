"""Coders that need no model, which other processes can import: one that codes by rote, one that cannot be made."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from types import SimpleNamespace

from whodid.article import Article
from whodid.errors import ModelError
from whodid.record import Event, Extent, Record
from whodid.text import Span


class RoteCoder:
    """Codes every text as a meeting told by its first word; breaks on BOOM, and dies of DIE."""

    def __init__(self, parser: str = "rote-1") -> None:
        self.parser = SimpleNamespace(name=parser)
        self.coded: list[str] = []

    def code_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        for article in articles:
            if "DIE" in article.text:
                os._exit(9)
            if "BOOM" in article.text:
                raise RuntimeError("boom")
            self.coded.append(article.id)
            yield self._record(article)

    def _record(self, article: Article) -> Record:
        first = article.text.split()[0]
        event = Event(
            id="e1", type="CONSULT", quad="verbal cooperation", status="occurred", actors=("state:NOR",), recipients=(), confidence=0.5,
            trigger=Span(0, len(first), first), evidence=Extent(0, len(article.text)),
        )  # fmt: skip
        day = article.date.isoformat() if article.date else None
        return Record(text=article.text, id=article.id, date=day, events=(event,))


def parser_of(coder: RoteCoder) -> str:
    """The name of the coder's parser."""
    return str(coder.parser.name)


class NoCoder:
    """A coder that cannot be made."""

    def __init__(self) -> None:
        raise ModelError("no pipeline here; install one")
