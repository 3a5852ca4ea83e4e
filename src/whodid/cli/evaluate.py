"""`whodid evaluate`: whodid measured against gold, with the number of items behind each figure."""

from __future__ import annotations

from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from whodid.cli.exits import say
from whodid.cli.inputs import refuse_overwriting
from whodid.cli.options import Output, Own, Pipeline
from whodid.cli.outputs import opened
from whodid.cli.progress import with_progress
from whodid.cli.scores import print_scores, scores_json
from whodid.cli.writers import json_bytes

if TYPE_CHECKING:
    from whodid.scoring import Found, Measured


class ScoresFormat(StrEnum):
    """How figures are written."""

    table = "table"
    json = "json"


def evaluate(
    gold: Annotated[
        list[Path],
        typer.Argument(metavar="GOLD", help="Folders or files with gold; what each file holds is told by its fields.", show_default=False),
    ],
    sets: Annotated[
        str | None, typer.Option("--sets", metavar="NAME,…", help="Only these measures or files: articles,quotes.", show_default=False)
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="For a quick look: N items of each file.", show_default=False)
    ] = None,
    errors: Annotated[
        Path | None, typer.Option("--errors", metavar="OUT.html", help="Write a page with every miss in its sentence.", show_default=False)
    ] = None,
    format: Annotated[ScoresFormat, typer.Option("--format", "-f", help="A table, or JSON with all figures.")] = ScoresFormat.table,
    details: Annotated[bool, typer.Option("--details", help="All figures in the table, by type and kind too.")] = False,
    output: Output = None,
    pipeline: Pipeline = None,
    knowledge: Own = None,
) -> None:
    """Measure whodid against gold of your own: articles coded by hand, quotes, times, places, pages (docs/accuracy.md).

    Every figure stands with the number of items that it was counted on.
    """
    from whodid.scoring import find_gold
    from whodid.scoring.page import errors_page

    names = [name.strip() for name in (sets or "").split(",") if name.strip()]
    found = find_gold(gold, names, limit)
    read = [str(one.file) for one in found.sets]
    refuse_overwriting(read, output)
    refuse_overwriting(read, errors)
    with ExitStack() as files:
        # Both are opened first, so that a place that cannot be written ends the command before it has measured for minutes.
        out = files.enter_context(opened(output))
        page = files.enter_context(opened(errors)) if errors else None
        measured = _measured(found, pipeline, knowledge)
        _write(measured, format, details, out)
        if page is not None:
            page.write(errors_page(measured).encode())
    for note in found.passed:
        say(f"whodid: {note}")


def _write(measured: list[Measured], format: ScoresFormat, details: bool, out: BinaryIO) -> None:
    if format is ScoresFormat.json:
        out.write(json_bytes(scores_json(measured), indent=2) + b"\n")
    else:
        print_scores(measured, out, details)


def _measured(found: Found, pipeline: str | None, knowledge: Path | None) -> list[Measured]:
    from whodid.coder import Coder
    from whodid.scoring import measure

    total = sum(len(one.golds) for one in found.sets)
    return measure(found.sets, Coder(pipeline, knowledge), lambda results: with_progress(results, wanted=True, total=total))
