"""`whodid classify`: what one marked party does to another in a sentence, by PLOVER's types."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import tee
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whodid.batch.running import Batch
from whodid.cli.exits import SOME_FAILED, error_line, say_failure
from whodid.cli.inputs import refuse_overwriting
from whodid.cli.marked import LinesFormat, MarkedSentence, read_marked
from whodid.cli.options import Output, Pipeline
from whodid.cli.outputs import opened
from whodid.cli.progress import lines_in, with_progress
from whodid.cli.writers import json_bytes
from whodid.reading import Failure

if TYPE_CHECKING:
    from whodid.coder import Coder


def classify(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help='JSON lines with "id", "text", "source" and "target"; "-" is the standard input.')
    ],
    input_format: Annotated[LinesFormat, typer.Option("--input-format", help="What the file is.")] = LinesFormat.jsonl,
    output: Output = None,
    pipeline: Pipeline = None,
) -> None:
    """Classify what a marked source does to a marked target: one line out with type, quad and confidence for each line in.

    "source" and "target" are [start, end] in the text, or null for a party that is not in it.
    """
    from whodid.coder import Coder

    refuse_overwriting([file], output)
    failed = 0
    with opened(output) as out:
        rows = _batch(Coder(pipeline)).run(read_marked(file))
        wanted = output is not None or not sys.stdout.isatty()
        for result in with_progress(rows, wanted=wanted, total=lines_in([file]) if wanted else None):
            if isinstance(result, Failure):
                failed += 1
                say_failure(result)
                out.write(json_bytes(error_line(result.id, result.error)) + b"\n")
            else:
                out.write(json_bytes(result) + b"\n")
    if failed:
        raise typer.Exit(SOME_FAILED)


def _batch(coder: Coder) -> Batch[MarkedSentence, dict[str, Any]]:
    def many(rows: Iterable[MarkedSentence]) -> Iterator[dict[str, Any]]:
        kept, given = tee(rows)
        # The coder reads ahead; tee keeps the rows until their results come.
        for found in coder.classify_all(row.marked for row in given):
            yield {"id": next(kept).id, **found.to_dict()}

    return Batch(many, lambda row: {"id": row.id, **coder.classify(*row.marked).to_dict()}, lambda row: row.id)
