"""`whodid quotes`: who said what to whom, through whom."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from whodid.cli.coding import Loading, write_coded
from whodid.cli.inputs import Given, InputFormat, inputs_of
from whodid.cli.options import Day, Files, Input, Longest, Output, Own, Pipeline, Title
from whodid.cli.rows import cell
from whodid.cli.writers import Csv, JsonLines, Table, Writer
from whodid.reading.sources import MOST_CHARACTERS
from whodid.record import Party, Quote, Record
from whodid.report.names import Names

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

COLUMNS = (
    "article", "article_date", "quote", "kind", "speaker", "speaker_id", "speaker_text", "cue",
    "addressee", "addressee_id", "addressee_text", "medium", "medium_id", "medium_text", "content", "content_start", "content_end",
)  # fmt: skip
_KEYS = ("schema", "id", "title", "date", "actors", "quotes")


class QuotesFormat(StrEnum):
    """How quotes are written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"


def quotes(
    files: Files,
    date: Day = None,
    title: Title = None,
    format: Annotated[
        QuotesFormat, typer.Option("--format", "-f", help="A table, or a line for each quote (csv) or article (jsonl).")
    ] = QuotesFormat.table,
    input_format: Input = InputFormat.auto,
    longest: Longest = MOST_CHARACTERS,
    output: Output = None,
    pipeline: Pipeline = None,
    knowledge: Own = None,
) -> None:
    """Find who said what to whom, and who relays it: direct, indirect and mixed quotations.

    Only the steps that quotes need are run.
    """
    inputs = inputs_of(files, Given(date, title, input_format, longest))
    loading = Loading(pipeline, knowledge)
    write_coded(inputs, loading, output, lambda out: _writer(format, out), lambda coder, articles: coder.quotes_all(articles))


def _writer(format: QuotesFormat, out: BinaryIO) -> Writer:
    if format is QuotesFormat.jsonl:
        return JsonLines(out, _KEYS)
    return Csv(out, COLUMNS, rows_of) if format is QuotesFormat.csv else Table(out, print_quotes)


def rows_of(record: Record) -> list[list[str]]:
    """The record's quotes as rows under `COLUMNS`; parts of a split quote are joined by one space."""
    names = Names(record, 1)
    return [[cell(value) for value in _row(quote, names)] for quote in record.quotes]


def _row(quote: Quote, names: Names) -> tuple[object, ...]:
    first, last = quote.content[0], quote.content[-1]
    parties = (value for party in (quote.addressee, quote.medium) for value in _party(party, names))
    return (
        names.record.id, names.record.date, quote.id, quote.kind, *_party(quote.speaker, names), quote.cue.text if quote.cue else None,
        *parties, " ".join(part.text for part in quote.content), first.start, last.end,
    )  # fmt: skip


def _party(party: Party | None, names: Names) -> tuple[str | None, str | None, str | None]:
    return (names.party(party), party.actor, party.text) if party else (None, None, None)


def print_quotes(record: Record, console: Console) -> None:
    """Print one article's quotes: who, by which word, to whom, through whom, and what."""
    from whodid.cli.grids import print_part

    names = Names(record, 1)
    print_part(record, console, _SHOWN, [_cells(quote, names) for quote in record.quotes], "no quotes")


_SHOWN = ("", 3), ("who", 13), ("said", 9), ("to whom", 10), ("through", 9), ("what", 23)


def _cells(quote: Quote, names: Names) -> list[Text]:
    from whodid.cli.grids import plain

    who, to, through = (plain(_party(party, names)[0]) for party in (quote.speaker, quote.addressee, quote.medium))
    what = plain(" … ".join(part.text for part in quote.content))
    return [plain(quote.id, "dim"), who or plain("?", "dim"), plain(quote.cue.text if quote.cue else None), to, through, what]
