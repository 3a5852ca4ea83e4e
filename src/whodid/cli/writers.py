"""Records on a stream of bytes in one of the formats, one after another as they come."""

from __future__ import annotations

import csv
import io
import json
import sys
from abc import ABC, abstractmethod
from enum import StrEnum
from functools import partial
from typing import Any, BinaryIO

from whodid.cli.exits import error_line, say_failure
from whodid.reading import Failure
from whodid.record import Record


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
    """One object a line, failures too."""

    def record(self, record: Record) -> None:
        """The record as one line."""
        self.out.write(json_bytes(record.to_dict()) + b"\n")

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
    """One line an event, under a head line; RFC 4180, UTF-8."""

    def __init__(self, out: BinaryIO) -> None:
        from whodid.cli.rows import COLUMNS

        super().__init__(out)
        self._write([COLUMNS])

    def record(self, record: Record) -> None:
        """The record's events."""
        from whodid.cli.rows import rows_of

        self._write(rows_of(record))

    def _write(self, rows: Any) -> None:
        lines = io.StringIO(newline="")
        csv.writer(lines).writerows(rows)
        self.out.write(lines.getvalue().encode("utf-8", "replace"))


class Table(Writer):
    """For people. On the standard output it has the terminal's width and colours."""

    def __init__(self, out: BinaryIO) -> None:
        from whodid.cli.console import console_for

        super().__init__(out)
        on_screen = out is getattr(sys.stdout, "buffer", None)
        self._lines = None if on_screen else io.TextIOWrapper(out, encoding="utf-8", errors="replace", write_through=True)
        self._console = console_for(self._lines)

    def record(self, record: Record) -> None:
        """The article's table."""
        from whodid.cli.table import print_record

        print_record(record, self._console)

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
    return Csv(out) if format is OutputFormat.csv else Table(out)


def json_bytes(value: Any, indent: int | None = None) -> bytes:
    """The value as UTF-8 JSON; a text that UTF-8 cannot hold is written with escapes."""
    dump = partial(json.dumps, value, indent=indent, allow_nan=False)
    try:
        return dump(ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return dump(ensure_ascii=True).encode()
