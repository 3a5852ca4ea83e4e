"""`whodid code`: articles in, records out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from whodid.cli.coding import coded
from whodid.cli.exits import SOME_FAILED
from whodid.cli.inputs import InputFormat, inputs_of, refuse_overwriting
from whodid.cli.options import Day, Files, Input, Output, Pipeline, Title
from whodid.cli.outputs import opened
from whodid.cli.writers import OutputFormat, Writer, writer_for
from whodid.reading import Failure
from whodid.record import Record


def code(
    files: Files,
    date: Day = None,
    title: Title = None,
    format: Annotated[
        OutputFormat, typer.Option("--format", "-f", help="A table for people, or JSON, JSON lines or CSV.")
    ] = OutputFormat.table,
    input_format: Input = InputFormat.auto,
    output: Output = None,
    pipeline: Pipeline = None,
) -> None:
    """Code news articles: who did what to whom, when, where, and according to whom.

    Every article gives one record, in order; one that cannot be coded gives an error in its place, and exit status 1 at the end.
    """
    inputs = inputs_of(files, input_format, date, title)
    refuse_overwriting(files, output)
    with opened(output) as out:
        results = coded(inputs, pipeline, bar=output is not None or not sys.stdout.isatty())
        failed = _write(results, writer_for(format, out, many=inputs.many))
    if failed:
        raise typer.Exit(SOME_FAILED)


def _write(results: Iterable[Record | Failure], writer: Writer) -> int:
    """Write all; the number of failures."""
    failed = 0
    for result in results:
        if isinstance(result, Failure):
            failed += 1
            writer.failure(result)
        else:
            writer.record(result)
    writer.end()
    return failed
