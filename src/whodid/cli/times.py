"""`whodid times`: time expressions and their TIMEX3 values."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from whodid.cli.coding import Loading, write_coded
from whodid.cli.inputs import Given, InputFormat, inputs_of
from whodid.cli.options import Day, Files, Input, Longest, Output, Pipeline, Title
from whodid.cli.rows import cell
from whodid.cli.timeml import TimeMl
from whodid.cli.writers import Csv, JsonLines, Table, Writer
from whodid.reading.sources import MOST_CHARACTERS
from whodid.record import Record, Time

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

COLUMNS = ("article", "article_date", "tid", "text", "timex_type", "timex_value", "mod", "start", "end")
_KEYS = ("schema", "id", "title", "date", "times")


class TimesFormat(StrEnum):
    """How times are written."""

    table = "table"
    timeml = "timeml"
    csv = "csv"
    jsonl = "jsonl"


def times(
    files: Files,
    date: Day = None,
    title: Title = None,
    format: Annotated[
        TimesFormat,
        typer.Option("--format", "-f", help="A table, the text tagged (timeml), or a line for each time (csv) or article (jsonl)."),
    ] = TimesFormat.table,
    input_format: Input = InputFormat.auto,
    longest: Longest = MOST_CHARACTERS,
    output: Output = None,
    pipeline: Pipeline = None,
) -> None:
    """Find time expressions, with TIMEX3 type, value and modifier.

    Without a date, "Thursday" is found and has no value. Only the steps that times need are run.
    """
    inputs = inputs_of(files, Given(date, title, input_format, longest))
    writer = partial(_writer, format, many=inputs.many)
    write_coded(inputs, Loading(pipeline), output, writer, lambda coder, articles: coder.times_all(articles))


def _writer(format: TimesFormat, out: BinaryIO, *, many: bool) -> Writer:
    if format is TimesFormat.timeml:
        return TimeMl(out, many)
    if format is TimesFormat.jsonl:
        return JsonLines(out, _KEYS)
    return Csv(out, COLUMNS, rows_of) if format is TimesFormat.csv else Table(out, print_times)


def rows_of(record: Record) -> list[list[str]]:
    """The record's times as rows under `COLUMNS`."""
    return [
        [cell(v) for v in (record.id, record.date, f"t{i}", time.text, time.type, time.value, time.mod, time.start, time.end)]
        for i, time in enumerate(record.times, 1)
    ]


def print_times(record: Record, console: Console) -> None:
    """Print one article's times: the words, type, value, modifier, and where they stand."""
    from whodid.cli.grids import print_part

    print_part(record, console, _SHOWN, list(map(_cells, count(1), record.times)), "no times")


_SHOWN = ("", 4), ("words", 20), ("type", 8), ("value", 16), ("mod", 9), ("at", 9)


def _cells(number: int, time: Time) -> list[Text]:
    from whodid.cli.grids import plain

    value = plain(time.value) if time.value else plain("not fixed", "dim")
    where = plain(f"{time.start}–{time.end}", "dim")
    return [plain(f"t{number}", "dim"), plain(time.text), plain(time.type), value, plain(time.mod), where]
