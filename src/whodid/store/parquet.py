"""The views as a Parquet data set, one folder a day, for work that outgrows one file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from whodid.errors import StoreError
from whodid.store import schema
from whodid.store.connecting import told
from whodid.store.filters import Filter
from whodid.store.store import Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Views that are parted by day: what is selected of each so that it has a column `day`, and what orders the rows of an article.
_PARTED = {"events": ("*", "event"), "dyads": ("*", "event, actor, recipient"), "quotes": ("*, article_date AS day", "quote")}
_DAYS_HELD, _LEAST_HELD = 50, 2048
_WHOLE = ("articles", "incidents")


def write_parquet(store: Store, folder: Path, wanted: Filter | None = None) -> dict[str, int]:
    """Write events, dyads and quotes by day, articles and incidents whole; how many rows each has.

    `folder/events/day=2022-09-15/data_0.parquet`: DuckDB, pandas, polars and R take the folders' names for a column.
    With a filter, events and dyads are those that fit, quotes and articles those of the articles that have such an event.

    Raises:
        StoreError: Where the folder holds files already, or cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: is a file; name a new folder", code="store-place")
    if folder.exists() and any(folder.iterdir()):
        message = f"{folder}: is not empty; name a new folder, so that no days of another data set stay among these"
        raise StoreError(message, code="store-place")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made ({error.strerror or error}); name another folder", code="store-place") from None
    return {name: _write(store, folder, name, sql) for name, sql in _selections(store, wanted or Filter()).items()}


def _selections(store: Store, wanted: Filter) -> dict[str, str]:
    """For each part of the data set the rows to write."""
    if wanted == Filter():
        return {name: f"FROM {name}" for name in (*_PARTED, *_WHOLE)}
    where, values = wanted.where()
    with told(store.path):
        fitting = f"SELECT article, event, incident FROM events WHERE {where}"
        store.connection.execute(f"CREATE OR REPLACE TEMP TABLE fitting AS {fitting}", values)
    events = "SEMI JOIN fitting USING (article, event)"
    articles = "SEMI JOIN fitting USING (article)"
    return {
        "events": f"FROM events {events}",
        "dyads": f"FROM dyads {events}",
        "quotes": f"FROM quotes {articles}",
        "articles": f"FROM articles {articles}",
        "incidents": "FROM incidents SEMI JOIN fitting USING (incident)",
    }


def _write(store: Store, folder: Path, name: str, rows: str) -> int:
    place, options = folder / name, "FORMAT parquet, COMPRESSION zstd"
    with told(store.path), _one_thread(store.connection):
        if parted := _PARTED.get(name):
            rows, options = f"SELECT {parted[0]} {rows} ORDER BY day, article, {parted[1]}", f"{options}, PARTITION_BY (day)"
            _hold_few_days(store.connection, rows)
        else:
            rows, place = f"{rows} ORDER BY ALL", place.with_suffix(".parquet")
        found = store.connection.execute(f"COPY ({rows}) TO {schema.quoted(str(place))} ({options})").fetchone()
    return int(found[0]) if found else 0


@contextmanager
def _one_thread(connection: DuckDBPyConnection) -> Iterator[None]:
    """With several threads the order of the rows is another each time."""
    connection.execute("SET threads = 1")
    try:
        yield
    finally:
        connection.execute("RESET threads")


def _hold_few_days(connection: DuckDBPyConnection, rows: str) -> None:
    """Write days out when some fifty are held: each takes megabytes, however few rows it has, and thousands would take them at once."""
    found = connection.execute(f"SELECT count(*) // greatest(count(DISTINCT day), 1) FROM ({rows})").fetchone()
    each = int(found[0]) if found else 0
    connection.execute(f"SET partitioned_write_flush_threshold = {max(_LEAST_HELD, _DAYS_HELD * each)}")
