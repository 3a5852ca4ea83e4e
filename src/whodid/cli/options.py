"""Options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whodid.cli.inputs import InputFormat

_FILES = typer.Argument(
    metavar="FILE",
    help='Articles: files of any kind in docs/formats.md, folders, patterns ("news/**/*.html"); "-" is the standard input.',
    show_default=False,
)
Files = Annotated[list[str], _FILES]
SomeFiles = Annotated[list[str] | None, _FILES]
Fetch = Annotated[
    list[str] | None,
    typer.Option(
        "--fetch",
        metavar="FEEDS",
        help="Read live feeds: an address, or a file that lists them (a line each, or OPML). May be given several times.",
        show_default=False,
    ),
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host",
        metavar="HOST:PORT",
        help="With --fetch: reach this host though its address is not public. May be given several times.",
        show_default=False,
    ),
]
FetchCache = Annotated[
    Path | None,
    typer.Option(
        "--fetch-cache",
        metavar="FILE",
        help="With --fetch: keep in this file what has been fetched, to fetch only what changed. Default: the user's cache.",
        show_default=False,
    ),
]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help='Day of publication, from which "Thursday" is read; for articles that give none.'),
]
Title = Annotated[str | None, typer.Option("--title", metavar="WORDS", help="Headline of the one article, if it has none of its own.")]
Input = Annotated[InputFormat, typer.Option("--input-format", help="What the files are; auto looks at the content of each.")]
Longest = Annotated[
    int,
    typer.Option(
        "--longest",
        metavar="N",
        min=1,
        help="Take texts of up to so many characters. A longer one is refused: mostly it is several articles.",
    ),
]
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
StoreFile = Annotated[
    Path, typer.Option("--store", metavar="EVENTS.duckdb", help="The store: the file that whodid code --store made.", show_default=False)
]
