"""One batch of articles through a coder: for each a record as JSON, or why there is none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from whodid.article import Article
from whodid.batch.running import Batch
from whodid.reading import Failure
from whodid.record import Record


class AnyCoder(Protocol):
    """What a coder must do here."""

    def code_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Records in order."""


@dataclass(frozen=True, slots=True)
class Coded:
    """What became of one article: the record as JSON; or a short name for what went wrong, and the same in words."""

    record: str | None
    code: str | None = None
    message: str | None = None


def code_batch(coder: AnyCoder, articles: Sequence[Article]) -> list[Coded]:
    """One result for each article, in order; what breaks on one leaves the others as they would be."""

    def many(some: Iterable[Article]) -> Iterator[Record]:
        return coder.code_all(some)

    batch: Batch[Article, Record] = Batch(many, lambda article: next(many([article])), lambda article: article.id)
    return [_coded(result) for result in batch.run(articles)]


def _coded(result: Record | Failure) -> Coded:
    if isinstance(result, Failure):
        return Coded(None, result.error.code, str(result.error))
    return Coded(json.dumps(result.to_dict(), ensure_ascii=False, allow_nan=False))
