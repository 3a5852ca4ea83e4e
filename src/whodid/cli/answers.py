"""Rows of an answer for people or programs: a table, CSV, or JSON lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whodid.cli.exits import WrongCall, say, visible
from whodid.cli.outputs import opened, standard_output
from whodid.cli.writers import json_bytes

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

# More rows are not for reading.
SHOWN = 500
# Longer cells of a table are cut.
LONGEST = 200

Row = Sequence[Any]


class RowsFormat(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"


def write_rows(columns: Sequence[str], rows: Iterable[Row], format: RowsFormat, output: Path | None = None) -> None:
    """Write rows under the names of their columns. A table shows the first 500; CSV and JSON lines are written whole, as they come."""
    if format is RowsFormat.table and output is None:
        with standard_output():
            print_rows(columns, rows)
        return
    with opened(output) as out:
        if format is RowsFormat.jsonl:
            for row in rows:
                out.write(json_bytes({name: plain(value) for name, value in zip(columns, row, strict=True)}) + b"\n")
            return
        for row in (columns, *rows) if isinstance(rows, (list, tuple)) else _headed(columns, rows):
            out.write(_line(row))


def write_parquet(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], output: Path | None) -> None:
    """Write rows as one Parquet file. Raises WrongCall where it is not named, or cannot be written."""
    from whodid.export.parquet import kinds, write

    with opened(a_file(output)) as out:
        write(rows, kinds(columns), out)


def a_file(output: Path | None) -> Path:
    """The output, for what is no text. Raises WrongCall where it is not named."""
    if output is None:
        raise WrongCall("parquet is no text: name a file with -o")
    return output


def _headed(columns: Sequence[str], rows: Iterable[Row]) -> Iterable[Row]:
    yield columns
    yield from rows


def plain(value: Any) -> Any:
    """The value as JSON has it: days and moments as ISO 8601, and what JSON does not know as text."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value if value == value and value not in (float("inf"), float("-inf")) else None
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    return value.isoformat() if isinstance(value, date) else str(value)


def words(value: Any) -> str:
    """The value as it stands in a cell: nothing for none, several joined by "; ", an object as JSON."""
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(words(item) for item in value) if any(item is not None for item in value) else ""
    return json_bytes(value).decode() if isinstance(value, dict) else str(value)


def _line(row: Row) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow([words(value) for value in row])
    return line.getvalue().encode("utf-8", "replace")


def print_rows(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Print the first 500 rows for people: as columns, or where these do not fit, cell under cell."""
    from rich.text import Text

    from whodid.cli.console import console_for
    from whodid.cli.grids import fits, stacked

    iterator, console = iter(rows), console_for(None)
    shown = list(islice(iterator, SHOWN))
    names, cells = [visible(name) for name in columns], [[Text(_cut(visible(words(value)))) for value in row] for row in shown]
    console.print(_table(names, shown, cells) if fits(names, cells, console.width) else stacked(names, cells))
    if not shown:
        console.print("no rows", style="dim")
    if next(iterator, None) is not None:
        say(f"whodid: the first {SHOWN:,} rows; for all of them: --format csv")


def _table(names: Sequence[str], rows: Sequence[Row], cells: Sequence[Sequence[Text]]) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    for place, name in enumerate(names):
        numbers = all(isinstance(row[place], (int, float)) and not isinstance(row[place], bool) for row in rows if row[place] is not None)
        table.add_column(name, justify="right" if numbers and rows else "left", overflow="fold")
    for row in cells:
        table.add_row(*row)
    return table


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
