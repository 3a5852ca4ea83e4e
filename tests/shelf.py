"""Records put into stores by hand."""

from __future__ import annotations

import json

import builders
from whodid.record import Record
from whodid.store import Batch, CoderId, Entry, Seen, Store, key_of

CODER = CoderId("1.0", "k1", "parser-1")
NEWER = CoderId("2.0", "k1", "parser-1")


def seen(record: Record, origin: str = "news.jsonl") -> Seen:
    """The article of a record, as it came."""
    given = {"title": record.title, "source": record.source, "url": record.url, "language": record.language}
    article = builders.article(record.text, record.date, id=record.id, origin=origin, **given)
    return Seen(article, origin, key_of(article))


def entry(record: Record, origin: str = "news.jsonl") -> Entry:
    """The article with its record."""
    return Entry(seen(record, origin), json.dumps(record.to_dict(), ensure_ascii=False))


def put(store: Store, *records: Record, coder: CoderId = CODER) -> int:
    """Store records in one run; the run's number."""
    run = store.begin_run(coder, ["news.jsonl"])
    run.write(Batch([entry(record) for record in records]))
    run.end("done")
    return run.number


def ask(store: Store, sql: str) -> list[tuple[object, ...]]:
    """The rows that a query gives."""
    return store.connection.execute(sql).fetchall()
