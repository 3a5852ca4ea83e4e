"""`whodid store`: what is in a store, and what can be done with it as a whole."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whodid.cli.answers import plain, print_rows
from whodid.cli.commands import Commands
from whodid.cli.options import StoreFile
from whodid.cli.outputs import opened, standard_output
from whodid.cli.selecting import there
from whodid.cli.writers import json_bytes

if TYPE_CHECKING:
    from whodid.store.queries import Info

app = Commands(help="See what is in a store, bring it up to date, or write it as Parquet.")
_RUN = ("run", "started", "ended", "outcome", "coder", "read", "coded", "known", "skipped", "failed", "inputs")
_CODER = ("coder", "whodid", "knowledge", "parser", "models", "articles")


class InfoFormat(StrEnum):
    """How the facts are shown."""

    table = "table"
    json = "json"


@app.command()
def info(
    store: StoreFile, format: Annotated[InfoFormat, typer.Option("--format", "-f", help="For people, or JSON.")] = InfoFormat.table
) -> None:
    """Show size and counts of a store, its runs, and the versions that coded."""
    from whodid.store import Store
    from whodid.store.queries import info_of

    with Store(store) as kept:
        found = info_of(kept)
    if format is InfoFormat.json:
        with opened(None) as out:
            facts = {"size": found.size, "counts": found.counts, "runs": found.runs, "coders": found.coders}
            out.write(json_bytes(plain(facts), indent=2) + b"\n")
        return
    with standard_output():
        _print(store, found)


@app.command()
def upgrade(store: StoreFile) -> None:
    """Bring a store that an older whodid wrote to the form of this one."""
    from whodid.store import Store

    Store(there(store), write=True).close()
    with opened(None) as out:
        out.write(f"{store}: up to date\n".encode())


@app.command()
def parquet(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new or empty folder.", show_default=False)], store: StoreFile
) -> None:
    """Write events, dyads and quotes as a Parquet data set with a folder for each day; articles and incidents as one file each."""
    from whodid.store import Store
    from whodid.store.parquet import write_parquet

    with Store(store) as kept:
        written = write_parquet(kept, folder)
    with opened(None) as out:
        out.write(f"{folder}: {', '.join(f'{number:,} {name}' for name, number in written.items())}\n".encode())


def _print(path: Path, found: Info) -> None:
    from whodid.cli.console import console_for

    console = console_for(None)
    console.print(f"{path}  {found.size / 1e6:,.1f} MB", style="bold")
    console.print(", ".join(f"{number:,} {name}" for name, number in found.counts.items()))
    for names, rows in ((_RUN, found.runs), (_CODER, found.coders)):
        print_rows(names, [[_second(row[name]) for name in names] for row in rows])


def _second(value: Any) -> Any:
    """A moment for people."""
    return f"{value:%Y-%m-%d %H:%M:%S}" if isinstance(value, datetime) else value
