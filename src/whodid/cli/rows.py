"""The record as rows of a table for programs: one event a row. docs/formats.md explains every column."""

from __future__ import annotations

from whodid.export.flat import EVENT_COLUMNS as COLUMNS
from whodid.export.flat import cell, values
from whodid.record import Record
from whodid.report.names import Names

__all__ = ["COLUMNS", "cell", "rows_of"]


def rows_of(record: Record) -> list[list[str]]:
    """The record's events as rows under `COLUMNS`; what is not told is an empty cell, several values are joined by "; "."""
    names = Names(record, 1)
    return [[cell(value) for value in values(event, names)] for event in record.events]
