"""`whodid knowledge`: look into the tables of states, persons and organizations, check them, make your own."""

from __future__ import annotations

from datetime import date as Date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from whodid.cli.commands import Commands
from whodid.cli.exits import SOME_FAILED, WrongCall, say
from whodid.cli.inputs import parse_day, refuse_overwriting
from whodid.cli.options import Output, Own
from whodid.cli.outputs import opened, standard_output
from whodid.cli.writers import json_bytes
from whodid.errors import KnowledgeError

app = Commands(help="Look into the tables of states, persons and organizations, check them, or make your own.")


class ShowFormat(StrEnum):
    """How an entry is shown."""

    table = "table"
    json = "json"


@app.command()
def show(
    name: Annotated[
        list[str], typer.Argument(help="A state, person or organization: a name, an id, or a Wikidata item.", show_default=False)
    ],
    date: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of which to tell. Default: today.")] = None,
    format: Annotated[ShowFormat, typer.Option("--format", "-f", help="For people, or JSON.")] = ShowFormat.table,
    knowledge: Own = None,
) -> None:
    """Show what is known of a state, a person or an organization on a day, with its sources.

    Of a state: who holds which office, to what it belongs, its names. Of a person: the offices. Of an organization: its members.
    """
    from whodid.knowledge import load_knowledge
    from whodid.knowledge.profiles import look_up, nearest, profile

    words, day = " ".join(name), parse_day(date) or Date.today()
    known = load_knowledge(knowledge)
    found = [profile(known, entry, day) for entry in look_up(known, words, day)]
    if not found:
        near = nearest(known, words)
        raise WrongCall(f'nothing is known by the name "{words}"' + (f"; nearest: {', '.join(near)}" if near else ""))
    if format is ShowFormat.json:
        with opened(None) as out:
            out.write(json_bytes(found, indent=2) + b"\n")
        return
    from whodid.cli.console import console_for
    from whodid.cli.profile import print_profile

    with standard_output():
        console = console_for(None)
        for each in found:
            print_profile(each, console)


@app.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.yaml", help="Your own entries, to be checked over ours.", show_default=False)
    ] = None,
) -> None:
    """Check the tables that come with whodid, and a file of your own entries over them.

    Prints how many entries there are; or every line that cannot be right, and then the exit status is 1.
    """
    from whodid.knowledge import problems_of

    known, problems = problems_of(file)
    for problem in problems:
        say(f"whodid: {' '.join(str(problem).split())}")
    if known is None or problems:
        raise typer.Exit(SOME_FAILED)
    counts = ", ".join(f"{number:,} {name}" for name, number in known.sizes().items())
    with opened(None) as out:
        out.write(f"{counts}: all sound\n".encode())


@app.command(name="import")
def import_holders(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A Wikidata JSON dump (.json, .json.gz, .json.bz2), or a query's result (CSV or JSON).", show_default=False
        ),
    ],
    since: Annotated[str | None, typer.Option("--since", metavar="YYYY", help="Leave out who left the office before this.")] = None,
    leading: Annotated[bool, typer.Option("--leading", help="Only heads of state and government, foreign and defence ministers.")] = False,
    output: Output = None,
    knowledge: Own = None,
) -> None:
    """Make a file of your own entries from Wikidata's office holders, for --knowledge.

    docs/knowledge.md tells which columns a query has to give. The dump is read twice, a line at a time.
    """
    from whodid.knowledge import load_knowledge
    from whodid.knowledge.dates import is_date
    from whodid.knowledge.holders import Spool, write_holders
    from whodid.knowledge.wikidata import read_wikidata

    refuse_overwriting([str(file)], output)
    if since and not is_date(since):
        raise WrongCall(f'--since is "{since}"; expected a year (1990), a month or a day')
    spool = Spool(since or "", leading)
    read_wikidata(file, spool)
    if spool.is_empty and not spool.left_out:
        raise KnowledgeError(f"{file}: holds no office holder; expected a Wikidata JSON dump or a query's result (docs/knowledge.md)")
    with opened(output) as out:
        written = write_holders(spool, load_knowledge(knowledge), out, file.name)
    say(f"whodid: {written.tenures:,} tenures; new: {written.persons:,} persons, {written.offices:,} offices")
    for why, number in sorted(spool.left_out.items()):
        say(f"whodid: left out: {number:,} {why}")
