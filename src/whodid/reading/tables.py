"""CSV and Parquet files: a row at a time, never the whole file."""

from __future__ import annotations

import codecs
import csv
import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from whodid.article import Article
from whodid.errors import InputError
from whodid.reading.columns import Columns, columns_of, role_of
from whodid.reading.encodings import detected
from whodid.reading.failures import Failure
from whodid.reading.kinds import DELIMITERS, PEEKED, cells_of, first_line
from whodid.reading.rows import article_of
from whodid.reading.sources import MOST_BYTES, Source

_BATCH = 256
_MARKED = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def read_csv(source: Source) -> Iterator[Article | Failure]:
    """The rows of a CSV or TSV file under a head line; a row that is no article is a failure in its place.

    Raises:
        InputError: Where no column holds a text (the message lists the columns), or the file cannot be read on.
    """
    csv.field_size_limit(MOST_BYTES)
    text = io.TextIOWrapper(source.stream, _encoding(source), errors="surrogateescape", newline="")
    try:
        rows = csv.reader(text, delimiter=_delimiter(source), strict=True)
        head = [cell.strip() for cell in next(rows, [])]
        columns = columns_of(head, source.place.name)
        count = 0
        for line, row in _numbered(rows, source.place.name):
            if isinstance(row, InputError):
                yield Failure(None, line, row)
            elif any(cell.strip() for cell in row):
                yield _row(row, head, columns, source, line)
            else:
                continue
            count += 1
        if not count:
            raise InputError(f"{source.place.name}: has a head line and no rows; expected an article a row", code="empty")
    except csv.Error as error:
        raise InputError(f"{source.place.name}: cannot be read as CSV ({error}); is a quotation mark left open?", code="not-csv") from None
    finally:
        text.detach()


def _numbered(rows: Any, name: str) -> Iterator[tuple[int, list[str] | InputError]]:
    """The rows of a CSV reader with their first line; a row whose quotation marks cannot be right is an error in its place."""
    while True:
        line = rows.line_num + 1
        try:
            yield line, next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            if "limit" in str(error):
                raise
            yield line, _misquoted(f"{name}, line {line}", rows.line_num)


def _misquoted(where: str, last: int) -> InputError:
    here = f"{where} to {last}" if not where.endswith(f"line {last}") else where
    mend = 'expected a mark inside a quoted cell to be doubled (""), and each that is opened to be closed'
    return InputError(f"{here}: its quotation marks do not tell where the row ends; {mend}", code="bad-row")


def _row(row: list[str], head: list[str], columns: Columns, source: Source, line: int) -> Article | Failure:
    where = f"{source.place.name}, line {line}"
    if any(cell.strip() for cell in row[len(head) :]):
        message = f"{where}: has {len(row)} cells; expected {len(head)} as in the head line; a cell with a delimiter in it stands in quotes"
        return Failure(None, line, InputError(message, code="bad-row"))
    return _tried(lambda: article_of(dict(zip(head, row, strict=False)), columns, source.place.numbered(line), where), line)


def _tried(build: Callable[[], Article], line: int) -> Article | Failure:
    try:
        return build()
    except InputError as error:
        return Failure(None, line, error)


def _encoding(source: Source) -> str:
    start = source.stream.peek(PEEKED)[:PEEKED]
    for mark, encoding in _MARKED.items():
        if start.startswith(mark):
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return detected(start) or "utf-8"
    return "utf-8"


def _delimiter(source: Source) -> str:
    """The delimiter by which the head line gives most columns of known meaning, then most columns."""
    line = first_line(source.stream.peek(PEEKED)[:PEEKED])

    def fits(delimiter: str) -> tuple[int, int]:
        cells = cells_of(line, delimiter)
        return sum(role_of(cell) is not None for cell in cells), len(cells)

    return max(DELIMITERS, key=fits)


def read_parquet(source: Source) -> Iterator[Article | Failure]:
    """The rows of a Parquet file; of its columns only those that are needed are read.

    Raises:
        InputError: Where the file is broken, or no column holds a text (the message lists the columns).
    """
    import duckdb

    name = source.place.name
    with source.on_disk() as found, _without_wildcards(found) as path, duckdb.connect(config=_SETTINGS) as database:
        try:
            database.execute("SELECT * FROM read_parquet(?) LIMIT 0", [str(path)])
            columns = columns_of([column[0] for column in database.description or ()], name)
            wanted = sorted(set(columns.by_role.values()))
            chosen = ", ".join('"' + column.replace('"', '""') + '"' for column in wanted)
            database.execute(f"SELECT {chosen} FROM read_parquet(?)", [str(path)])
            number = 0
            while rows := database.fetchmany(_BATCH):
                for row in rows:
                    number += 1
                    yield _object(dict(zip(wanted, row, strict=True)), columns, source, number)
            if not number:
                raise InputError(f"{name}: has no rows; expected an article a row", code="empty")
        except duckdb.Error as error:
            message = f"{name}: is no Parquet file that can be read ({str(error).splitlines()[0][:200]}); fetch or write it again"
            raise InputError(message, code="not-parquet") from None


_SETTINGS: dict[str, Any] = {"threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False}


def _object(row: dict[str, Any], columns: Columns, source: Source, number: int) -> Article | Failure:
    where = f"{source.place.name}, row {number}"
    return _tried(lambda: article_of(row, columns, source.place.numbered(number), where), number)


@contextmanager
def _without_wildcards(path: Path) -> Iterator[Path]:
    """The file under a name that DuckDB does not take for a pattern."""
    if not any(mark in str(path) for mark in "*?[]{}"):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="whodid-") as folder:
        link = Path(folder) / "content.parquet"
        link.symlink_to(path.resolve())
        yield link
