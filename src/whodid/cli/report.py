"""`whodid report`: articles in, one page out that shows what was coded."""

from __future__ import annotations

import typer

from whodid.cli.coding import Loading, coded
from whodid.cli.exits import SOME_FAILED, WrongCall, say_failure
from whodid.cli.inputs import Given, InputFormat, inputs_of, refuse_overwriting
from whodid.cli.options import Day, Files, Input, Longest, Output, Own, Pipeline, Title
from whodid.cli.outputs import opened
from whodid.reading import Failure
from whodid.reading.sources import MOST_CHARACTERS
from whodid.record import Record
from whodid.report import report_page


def report(
    files: Files,
    date: Day = None,
    title: Title = None,
    input_format: Input = InputFormat.auto,
    longest: Longest = MOST_CHARACTERS,
    output: Output = None,
    pipeline: Pipeline = None,
    knowledge: Own = None,
) -> None:
    """Write one HTML page that shows the articles with their events, quotes and warnings.

    The page stands alone: it loads nothing from anywhere, and nothing in the articles can run in it.
    """
    inputs = inputs_of(files, Given(date, title, input_format, longest))
    refuse_overwriting(files, output)
    records: list[Record] = []
    with opened(output) as out:
        failed = 0
        for result in coded(inputs, Loading(pipeline, knowledge), bar=True):
            if isinstance(result, Failure):
                failed += 1
                say_failure(result)
            else:
                records.append(result)
        if not records:
            raise WrongCall("no article could be coded, so no page was written") if not failed else typer.Exit(SOME_FAILED)
        out.write(report_page(records).encode())
    if failed:
        raise typer.Exit(SOME_FAILED)
