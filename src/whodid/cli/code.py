"""`whodid code`: articles in, records out, or into a store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whodid.cli.coding import Loading, write_coded
from whodid.cli.exits import WrongCall
from whodid.cli.inputs import Given, InputFormat, feeds_of, inputs_of
from whodid.cli.options import AllowHost, Day, Fetch, FetchCache, Input, Longest, Output, Own, Pipeline, SomeFiles, Title
from whodid.cli.storing import Storing, store_coded
from whodid.cli.writers import OutputFormat, writer_for
from whodid.reading.sources import MOST_CHARACTERS


def code(
    files: SomeFiles = None,
    date: Day = None,
    title: Title = None,
    format: Annotated[
        OutputFormat | None,
        typer.Option("--format", "-f", help="A table for people (the default), JSON, JSON lines or CSV.", show_default=False),
    ] = None,
    input_format: Input = InputFormat.auto,
    longest: Longest = MOST_CHARACTERS,
    output: Output = None,
    pipeline: Pipeline = None,
    knowledge: Own = None,
    weigh: Annotated[
        bool,
        typer.Option(
            "--weigh", help="Let the trained weights read every event: its confidence tells more, coding takes nearly twice as long."
        ),
    ] = False,
    fetch: Fetch = None,
    allow_host: AllowHost = None,
    fetch_cache: FetchCache = None,
    store: Annotated[
        Path | None,
        typer.Option(
            "--store", metavar="EVENTS.duckdb", help="Keep articles and records in this file; print a summary.", show_default=False
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option("--workers", metavar="N", min=1, max=256, help="With --store: processes that code, each with its models.")
    ] = 1,
    retry: Annotated[bool, typer.Option("--retry-failed", help="With --store: code again what failed in an earlier run.")] = False,
) -> None:
    """Code news articles: who did what to whom, when, where, and according to whom.

    Every article gives one record, in order; one that cannot be coded gives an error in its place, and exit status 1 at the end.
    With --store, articles that are there already are not coded again, so that a run that was ended goes on where it was.
    """
    if store is None and (workers > 1 or retry):
        raise WrongCall("--workers and --retry-failed go with --store; name a store, for instance --store events.duckdb")
    inputs = inputs_of(files, Given(date, title, input_format, longest), feeds_of(fetch, allow_host, fetch_cache))
    if store is not None:
        if output is not None or format is not None:
            raise WrongCall("--store keeps the records, so there is nothing for -o or --format; write them afterwards: whodid export")
        store_coded(inputs, Loading(pipeline, knowledge, weigh), Storing(store, workers, retry))
        return
    write_coded(
        inputs, Loading(pipeline, knowledge, weigh), output, lambda out: writer_for(format or OutputFormat.table, out, many=inputs.many)
    )
