"""Putting a batch into the tables: in bulk, in one transaction, so that a batch is there wholly or not at all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from whodid.store import schema
from whodid.store.connecting import transaction
from whodid.store.entries import ENTRY_COLUMNS, Batch

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ARTICLES = """
INSERT INTO articles BY NAME
SELECT article, id, source, url, title, author, date::DATE AS date, language,
    excerpt::BOOLEAN AS excerpt, text, state, code, message, $coder AS coder, $run AS run
FROM arrived AS new
WHERE NOT EXISTS (FROM articles AS old WHERE old.article = new.article)
ORDER BY place
"""
_CODINGS = """
INSERT INTO codings
SELECT (SELECT coalesce(max(coding), 0) FROM codings) + row_number() OVER (ORDER BY place), article, $coder, $run, record
FROM arrived AS new
WHERE record IS NOT NULL AND NOT EXISTS (FROM codings AS old WHERE old.article = new.article AND old.coder = $coder)
ORDER BY place
"""
_STATES = """
UPDATE articles SET state = new.state, code = new.code, message = new.message, coder = $coder,
    coding = coalesce((SELECT max(c.coding) FROM codings AS c WHERE c.article = new.article AND c.coding > $before), articles.coding)
FROM arrived AS new
WHERE new.article = articles.article
"""
# In the same file it is the same sighting, though lines before it may have come or gone. Few rows are looked at that closely.
_SIGHTINGS = """
INSERT INTO sightings
WITH new AS (SELECT article, origin, id, place, regexp_replace(origin, ', line [0-9]+$', '') AS file FROM sighted),
old AS MATERIALIZED (SELECT article, origin, id FROM sightings SEMI JOIN sighted USING (article))
SELECT article, arg_min(origin, place), id, $run
FROM new ANTI JOIN (SELECT article, id, regexp_replace(origin, ', line [0-9]+$', '') AS file FROM old) USING (article, id, file)
GROUP BY article, id, file
ORDER BY min(place)
"""
_UNREAD = """
INSERT INTO unread
SELECT origin, id, code, message, $run
FROM (SELECT origin, id, code, message, min(place) AS place FROM not_read GROUP BY ALL) AS new
WHERE NOT EXISTS (FROM unread AS old WHERE old.origin = new.origin AND old.message = new.message AND old.id IS NOT DISTINCT FROM new.id)
ORDER BY place
"""
_COUNTS = """
UPDATE runs SET read = read + $read, coded = coded + $coded, known = known + $known, skipped = skipped + $skipped, failed = failed + $failed
WHERE run = $run
"""


def write_batch(connection: DuckDBPyConnection, run: int, coder: int, batch: Batch) -> None:
    """Store the batch and count it to the run, in one transaction."""
    with transaction(connection):
        if batch.entries:
            _write_entries(connection, run, coder, batch)
        _write_sightings(connection, run, batch)
        if batch.unread:
            rows = [(each.origin, each.id, each.code, each.message) for each in batch.unread]
            _load(connection, "not_read", ("origin", "id", "code", "message"), rows)
            _execute(connection, _UNREAD, run=run)
        _execute(connection, _COUNTS, run=run, **_counted(batch))


def _write_entries(connection: DuckDBPyConnection, run: int, coder: int, batch: Batch) -> None:
    _load(connection, "arrived", ENTRY_COLUMNS, [entry.row() for entry in batch.entries])
    before = _last_coding(connection)
    _execute(connection, _ARTICLES, run=run, coder=coder)
    _execute(connection, _CODINGS, run=run, coder=coder)
    make_rows(connection, before + 1, _last_coding(connection))
    _execute(connection, _STATES, coder=coder, before=before)


def _write_sightings(connection: DuckDBPyConnection, run: int, batch: Batch) -> None:
    seen = [entry.seen for entry in batch.entries] + list(batch.again)
    if seen:
        rows = [(each.key, each.origin, each.article.id) for each in seen]
        _load(connection, "sighted", ("article", "origin", "id"), rows)
        _execute(connection, _SIGHTINGS, run=run)


def make_rows(connection: DuckDBPyConnection, first: int, last: int) -> None:
    """Make the rows of the codings with these numbers from their records."""
    if first <= last:
        for statement in connection.extract_statements(schema.read(schema.ROWS)):
            known = {"first": first, "last": last}
            connection.execute(statement, {name: known[name] for name in statement.named_parameters})


def _load(connection: DuckDBPyConnection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """A temporary table of texts, with the rows' number as `place`. As one JSON text they come in six times as fast as as lists."""
    texts = json.dumps([dict(zip(columns, row, strict=True)) for row in rows])
    form = schema.quoted(json.dumps([dict.fromkeys(columns, "VARCHAR")]))
    numbered = f"SELECT unnest(items) AS item, generate_subscripts(items, 1) AS place FROM (SELECT from_json(?, {form}) AS items)"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT item.*, place FROM ({numbered})", [texts])


def _execute(connection: DuckDBPyConnection, sql: str, **values: Any) -> None:
    connection.execute(sql, values)


def _last_coding(connection: DuckDBPyConnection) -> int:
    found = connection.execute("SELECT coalesce(max(coding), 0) FROM codings").fetchone()
    return int(found[0]) if found else 0


def _counted(batch: Batch) -> dict[str, int]:
    states = [entry.state for entry in batch.entries]
    return {
        "read": len(batch.entries) + len(batch.again) + len(batch.unread),
        "known": len(batch.again),
        "coded": states.count("coded"),
        "skipped": states.count("skipped"),
        "failed": states.count("failed") + len(batch.unread),
    }
