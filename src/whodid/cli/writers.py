"""Records on a stream of bytes in one of the formats, one after another as they come."""

from __future__ import annotations

import csv
import io
import json
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO

from whodid.cli.exits import error_line, say_failure
from whodid.reading import Failure
from whodid.record import Record

if TYPE_CHECKING:
    from rich.console import Console


class OutputFormat(StrEnum):
    """How records are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class Writer(ABC):
    """Writes records to a stream. `end` is called once, after the last."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out

    @abstractmethod
    def record(self, record: Record) -> None:
        """Write one record."""

    def failure(self, failure: Failure) -> None:
        """Write what stands for a record that could not be made: a line on standard error, where the format has no place for it."""
        say_failure(failure)

    def end(self) -> None:  # noqa: B027 - most formats have no end
        """Write what comes after the last record."""


class JsonLines(Writer):
    """One object a line, failures too; with `keys` only these of the record's."""

    def __init__(self, out: BinaryIO, keys: tuple[str, ...] = ()) -> None:
        super().__init__(out)
        self._keys = keys

    def record(self, record: Record) -> None:
        """The record as one line."""
        whole = record.to_dict()
        part = {key: whole[key] for key in self._keys if key in whole} if self._keys else whole
        self.out.write(json_bytes(part) + b"\n")

    def failure(self, failure: Failure) -> None:
        """The error as one line in the record's place."""
        self.out.write(json_bytes(error_line(failure.id, failure.error)) + b"\n")
        say_failure(failure)


class Json(Writer):
    """One object for one article, an array for several."""

    def __init__(self, out: BinaryIO, many: bool) -> None:
        super().__init__(out)
        self._many, self._first = many, True

    def record(self, record: Record) -> None:
        """The record as an object."""
        self._write(record.to_dict())

    def failure(self, failure: Failure) -> None:
        """The error as an object in the record's place."""
        self._write(error_line(failure.id, failure.error))
        say_failure(failure)

    def _write(self, value: dict[str, Any]) -> None:
        before = b"" if not self._many else b"[\n" if self._first else b",\n"
        self._first = False
        self.out.write(before + json_bytes(value, indent=2))

    def end(self) -> None:
        """Close the array."""
        if self._many:
            self.out.write(b"[]" if self._first else b"\n]")
        self.out.write(b"\n")


class Csv(Writer):
    """One line an event (or what else the rows are of), under a head line; RFC 4180, UTF-8."""

    def __init__(self, out: BinaryIO, columns: Sequence[str], rows_of: Callable[[Record], list[list[str]]]) -> None:
        super().__init__(out)
        self._rows_of = rows_of
        self._write([columns])

    def record(self, record: Record) -> None:
        """The record's rows."""
        self._write(self._rows_of(record))

    def _write(self, rows: Any) -> None:
        lines = io.StringIO(newline="")
        csv.writer(lines).writerows(rows)
        self.out.write(lines.getvalue().encode("utf-8", "replace"))


class Table(Writer):
    """For people. On the standard output it has the terminal's width and colours."""

    def __init__(self, out: BinaryIO, print_record: Callable[[Record, Console], None]) -> None:
        from whodid.cli.console import console_for

        super().__init__(out)
        self._print = print_record
        on_screen = out is getattr(sys.stdout, "buffer", None)
        self._lines = None if on_screen else io.TextIOWrapper(out, encoding="utf-8", errors="replace", write_through=True)
        self._console = console_for(self._lines)

    def record(self, record: Record) -> None:
        """The article's table."""
        self._print(record, self._console)

    def end(self) -> None:
        """Leave the stream open for whoever opened it."""
        if self._lines is not None:
            self._lines.flush()
            self._lines.detach()
        else:
            sys.stdout.flush()


def writer_for(format: OutputFormat, out: BinaryIO, *, many: bool) -> Writer:
    """The writer of this format on this stream."""
    if format is OutputFormat.json:
        return Json(out, many)
    if format is OutputFormat.jsonl:
        return JsonLines(out)
    if format is OutputFormat.csv:
        from whodid.cli.rows import COLUMNS, rows_of

        return Csv(out, COLUMNS, rows_of)
    from whodid.cli.table import print_record

    return Table(out, print_record)


def json_bytes(value: Any, indent: int | None = None) -> bytes:
    """The value as UTF-8 JSON; a text that UTF-8 cannot hold is written with escapes."""
    dump = partial(json.dumps, value, indent=indent, allow_nan=False)
    try:
        return dump(ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return dump(ensure_ascii=True).encode()
