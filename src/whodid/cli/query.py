"""`whodid query`: SQL over a store."""

from __future__ import annotations

from typing import Annotated

import typer

from whodid.cli.answers import RowsFormat, write_rows
from whodid.cli.options import Output, StoreFile


def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help='One statement: "SELECT type, count(*) FROM events GROUP BY type".')],
    store: StoreFile,
    format: Annotated[RowsFormat, typer.Option("--format", "-f", help="A table for people, CSV, or JSON lines.")] = RowsFormat.table,
    output: Output = None,
) -> None:
    """Ask a store in SQL.

    The views to ask: events, dyads, quotes, incidents, actors, parties, times, places, relations, warnings, failures; the tables articles,
    sightings and runs. docs/store.md explains their columns. A query only reads.
    """
    from whodid.store import Store
    from whodid.store.queries import query as ask

    with Store(store) as opened:
        answer = ask(opened, sql)
        write_rows(answer.columns, answer.rows, format, output)
