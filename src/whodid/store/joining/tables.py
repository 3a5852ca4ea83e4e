"""Plain reading and writing for joining: rows in bulk, keys of pairs, and what hangs together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from whodid.incidents import Link

# Rows that are written at a time.
CHUNK = 20_000


def fill(connection: DuckDBPyConnection, table: str, columns: dict[str, str], rows: Sequence[Sequence[Any]]) -> None:
    """Add rows to a table; columns have DuckDB types."""
    row = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
    names = list(columns)
    for start in range(0, len(rows), CHUNK):
        # As one text: DuckDB takes lists in value by value, which takes a hundred times as long.
        text = json.dumps(
            [dict(zip(names, values, strict=True)) for values in rows[start : start + CHUNK]], ensure_ascii=False, default=str
        )
        connection.execute(f"INSERT INTO {table} BY NAME SELECT unnest(?::JSON::STRUCT({row})[], max_depth := 2)", [text])


def keep(connection: DuckDBPyConnection, name: str, keys: Iterable[str]) -> None:
    """A temporary table of texts, `key`, to join with."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT unnest(?::JSON::VARCHAR[]) AS key", [json.dumps(sorted(keys))])


def add_links(connection: DuckDBPyConnection, table: str, links: Sequence[Link]) -> None:
    """Add links to one of the tables of links."""
    columns = {"a": "VARCHAR", "b": "VARCHAR", "score": "DOUBLE", "reasons": "VARCHAR[]"}
    fill(connection, table, columns, [(link.a, link.b, link.score, link.reasons) for link in links])


def hanging_together(connection: DuckDBPyConnection, table: str, bar: float, keys: Iterable[str]) -> set[str]:
    """All that hang together with these keys by links of at least this score, the keys themselves too."""
    keep(connection, "reached", keys)
    connection.execute("CREATE OR REPLACE TEMP TABLE frontier AS FROM reached")
    while True:
        connection.execute(f"""
            CREATE OR REPLACE TEMP TABLE frontier AS
            SELECT DISTINCT l.b AS key FROM {table} AS l JOIN frontier AS f ON l.a = f.key WHERE l.score >= {bar}
            UNION
            SELECT DISTINCT l.a AS key FROM {table} AS l JOIN frontier AS f ON l.b = f.key WHERE l.score >= {bar}
        """)
        connection.execute("CREATE OR REPLACE TEMP TABLE frontier AS FROM frontier ANTI JOIN reached USING (key)")
        found = connection.execute("SELECT count(*) FROM frontier").fetchone()
        if not found or not found[0]:
            return {key for (key,) in connection.execute("FROM reached").fetchall()}
        connection.execute("INSERT INTO reached FROM frontier")
