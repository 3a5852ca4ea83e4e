"""`whodid code`: articles in, records out."""

from __future__ import annotations

from typing import Annotated

import typer

from whodid.cli.coding import Loading, write_coded
from whodid.cli.inputs import InputFormat, inputs_of
from whodid.cli.options import Day, Files, Input, Output, Own, Pipeline, Title
from whodid.cli.writers import OutputFormat, writer_for


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
    knowledge: Own = None,
) -> None:
    """Code news articles: who did what to whom, when, where, and according to whom.

    Every article gives one record, in order; one that cannot be coded gives an error in its place, and exit status 1 at the end.
    """
    inputs = inputs_of(files, input_format, date, title)
    write_coded(inputs, Loading(pipeline, knowledge), output, lambda out: writer_for(format, out, many=inputs.many))
