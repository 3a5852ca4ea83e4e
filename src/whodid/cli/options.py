"""Options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whodid.cli.inputs import InputFormat

Files = Annotated[
    list[str], typer.Argument(metavar="FILE", help='Articles: plain text or JSON lines; "-" is the standard input.', show_default=False)
]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help='Day of publication, from which "Thursday" is read; for articles that give none.'),
]
Title = Annotated[str | None, typer.Option("--title", help="Headline of the one plain text, if it is not in it.")]
Input = Annotated[InputFormat, typer.Option("--input-format", help="What the files are; auto looks at ending and first characters.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="OUT", help="Write to this file, whole or not at all. Default: standard output.", show_default=False
    ),
]
Own = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        metavar="FILE.yaml",
        help="Your own states, persons, offices, organizations; they add to ours or override them (docs/knowledge.md).",
        show_default=False,
    ),
]
Pipeline = Annotated[
    str | None,
    typer.Option(
        "--pipeline",
        metavar="NAME",
        help="An installed spaCy pipeline for English. Default: the best that is installed.",
        show_default=False,
    ),
]
StoreFile = Annotated[Path, typer.Option("--store", metavar="EVENTS.duckdb", help="The store to read.", show_default=False)]
