"""Questions in SQL, and facts about a store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from whodid.errors import StoreError
from whodid.store import schema
from whodid.store.connecting import meant
from whodid.store.store import Store

# Rows that are fetched at a time.
CHUNK = 1000
_POINTED = re.compile(r"\n*LINE \d+:.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gives: names of the columns, and the rows, which are fetched as they are read."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def query(store: Store, sql: str) -> Answer:
    """The answer to a question in SQL. A question reads the store and nothing else: no file, no address.

    Raises:
        StoreError: Where the SQL cannot be run; the message says why, and which views there are.
    """
    import duckdb

    try:
        statements = store.connection.extract_statements(sql)
        if len(statements) != 1:
            _refuse_number(len(statements))
        store.connection.execute("SET enable_external_access = false")
        done: Any = store.connection.execute(statements[0])
        columns = _named_apart([column[0] for column in done.description or ()])
        return Answer(columns, _rows(done, store.path) if columns else iter(()))
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except (duckdb.Error, RuntimeError) as error:
        raise _explained(error, store.path) from None


def _rows(done: Any, path: Path) -> Iterator[tuple[Any, ...]]:
    import duckdb

    try:
        while rows := done.fetchmany(CHUNK):
            yield from rows
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except (duckdb.Error, RuntimeError) as error:
        raise _explained(error, path) from None


def _explained(error: Exception, path: Path) -> StoreError:
    of_file = meant(path, error)
    return of_file if of_file.code in ("store-broken", "disk-full") else StoreError(_why(error), code="store-query")


def _named_apart(names: list[str]) -> tuple[str, ...]:
    """Names of columns, each once: a name that comes again bears a number ("a", "a_2")."""
    taken: dict[str, None] = {}
    for name in names:
        number, free = 2, name
        while free in taken:
            free, number = f"{name}_{number}", number + 1
        taken[free] = None
    return tuple(taken)


def _refuse_number(statements: int) -> NoReturn:
    example = "SELECT type, count(*) FROM events GROUP BY type"
    found = f"holds {statements} statements" if statements else "is empty"
    raise StoreError(f"the query {found}; expected one, for instance {example}", code="store-query")


def _why(error: Exception) -> str:
    words = str(error).strip()
    if "disabled by configuration" in words:
        return "the query would read or write a file or an address; a query only reads the store (whodid store parquet, export write files)"
    if "read-only mode" in words:
        return "the query would change the store; a query only reads"
    # DuckDB shows the place in the SQL by an arrow under it; its words say which word is wrong.
    said = " ".join(_POINTED.sub("", words).split())
    hint = (
        f". Views: {', '.join(views())}"
        if "Table with name" in said
        else ". Columns of a view: DESCRIBE events"
        if "Referenced" in said
        else ""
    )
    return f"the query cannot be run: {said}{hint}".replace("?.", "?")


def views() -> list[str]:
    """Names of the views that people query."""
    return [made.name for made in schema.everything() if made.kind == "VIEW"]


@dataclass(frozen=True, slots=True)
class Info:
    """What is in a store.

    Attributes:
        size: Bytes of the file, with what is not yet merged into it.
        counts: Rows of the main tables and views, by name.
        runs: The runs, newest first: number, start, end, outcome, coder, and the counts of what they read.
        coders: What coded: number, versions, and of how many articles the current coding is its.
    """

    size: int
    counts: dict[str, int]
    runs: list[dict[str, Any]]
    coders: list[dict[str, Any]]


_COUNTED = ("articles", "sightings", "codings", "events", "dyads", "quotes", "incidents", "failures")
_RUNS = "SELECT run, started, ended, outcome, coder, read, coded, known, skipped, failed, inputs FROM runs ORDER BY run DESC"
_CODERS = """
SELECT coder, whodid, knowledge, parser, models,
    (SELECT count(*) FROM codings AS c JOIN articles AS a USING (coding) WHERE c.coder = coders.coder) AS articles
FROM coders ORDER BY coder
"""


def info_of(store: Store) -> Info:
    """Counts, runs, coders and size of a store."""
    counts = {name: int(next(query(store, f"SELECT count(*) FROM {name}").rows)[0]) for name in _COUNTED}
    return Info(size_of(store.path), counts, _dicts(store, _RUNS), _dicts(store, _CODERS))


def size_of(path: Path) -> int:
    """Bytes that the store takes on the disk."""
    files = (path, path.with_name(path.name + ".wal"))
    return sum(file.stat().st_size for file in files if file.exists())


def _dicts(store: Store, sql: str) -> list[dict[str, Any]]:
    answer = query(store, sql)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
