"""Rows as Parquet, written by DuckDB: one file, or a folder with a part for each day."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from whodid.export import dyads, flat
from whodid.store.schema import quoted

_WHOLE = frozenset({"geonames", "place_precision", "trigger_start", "trigger_end", "sentence_start", "sentence_end", *dyads.COUNTS})
_REAL = frozenset({"goldstein", "intensity", "lat", "lon", "confidence"})
_DAYS = frozenset({"article_date", "period"})
# The longest row that is read back on the way, in bytes: far more than any sentence.
_LONGEST = 1 << 26


def kinds(columns: Iterable[str]) -> dict[str, str]:
    """The columns with their types in Parquet. An event's own days may be cut to a month or year, and so are text."""
    return {column: _kind(column) for column in columns}


def _kind(column: str) -> str:
    if column in _REAL:
        return "DOUBLE"
    if column in _WHOLE:
        return "BIGINT"
    return "BOOLEAN" if column == "symmetric" else "DATE" if column in _DAYS else "VARCHAR"


def write(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str], out: BinaryIO) -> None:
    """Write rows as one Parquet file; several values are joined as in the CSV.

    Args:
        columns: Names and types, as `kinds` gives them.
        out: Where the file goes.

    Raises:
        OSError: Where there is no room for it.
    """
    with tempfile.TemporaryDirectory(prefix="whodid-") as folder:
        whole = Path(folder) / "rows.parquet"
        _copy(rows, columns, "SELECT *", f"{quoted(str(whole))} (FORMAT parquet)")
        with whole.open("rb") as stream:
            shutil.copyfileobj(stream, out)


def write_parts(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str], folder: Path, by: str) -> None:
    """Write rows as Parquet into this folder, which gets a folder `day=YYYY-MM-DD` for each day of the column `by`.

    Raises:
        OSError: Where the place cannot be written.
    """
    _copy(rows, columns, f"SELECT *, {by} AS day", f"{quoted(str(folder))} (FORMAT parquet, PARTITION_BY (day))")


def _copy(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str], select: str, target: str) -> None:
    import duckdb

    with tempfile.TemporaryDirectory(prefix="whodid-") as folder, duckdb.connect() as connection:
        lines = Path(folder) / "rows.jsonl"
        with lines.open("w", encoding="utf-8", errors="replace") as stream:
            stream.writelines(json.dumps(_plain(row), default=str) + "\n" for row in rows)
        listed = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
        source = f"read_json({quoted(str(lines))}, format='newline_delimited', columns={{{listed}}}, maximum_object_size={_LONGEST})"
        try:
            connection.execute(f"COPY ({select} FROM {source}) TO {target}")
        except duckdb.IOException as error:
            raise OSError(str(error).splitlines()[0]) from None


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: (flat.cell(value) or None) if isinstance(value, list) else value for name, value in row.items()}
