"""`whodid incidents`: which happenings the articles of a store tell, what joins them, and what people decide about it."""

from __future__ import annotations

from typing import Annotated

import typer

from whodid.cli.answers import RowsFormat, plain, write_rows
from whodid.cli.commands import Commands
from whodid.cli.exits import WrongCall
from whodid.cli.options import Output, StoreFile
from whodid.cli.outputs import opened, standard_output
from whodid.cli.selecting import Since, Types, Until, days_between, event_types, there
from whodid.cli.writers import json_bytes

app = Commands(help="See which happenings the articles of a store tell, and join or split them by hand.")
Id = Annotated[str, typer.Argument(metavar="ID", help="Id of the incident, as list shows it.", show_default=False)]
Note = Annotated[str | None, typer.Option("--note", metavar="WORDS", help="Why; kept with the decision.", show_default=False)]
Format = Annotated[RowsFormat, typer.Option("--format", "-f", help="A table for people, CSV, or JSON lines.")]
GROUPS = ("id", "article", "matter", "copy_group", "incidents")
MERGES = ("incident", "type", "words", "tellings", "reports", "sources", "average", "weakest", "reasons")
LINKS = ("a", "b", "score", "reasons")
DECISIONS = ("decision", "kind", "made", "note", "tellings", "incidents")


@app.command("list")
def list_(
    store: StoreFile,
    words: Annotated[str | None, typer.Argument(metavar="WORDS", help="Only those with these words in party, place or deed.")] = None,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    sources: Annotated[int, typer.Option("--sources", metavar="N", min=1, help="Told by so many independent sources at least.")] = 1,
    reports: Annotated[int, typer.Option("--reports", metavar="N", min=1, help="Told by so many articles at least.")] = 1,
    differing: Annotated[bool, typer.Option("--differing", help="Only those whose tellings disagree.")] = False,
    format: Format = RowsFormat.table,
    output: Output = None,
) -> None:
    """List the incidents: what happened, how many articles and independent sources tell it, and on what they differ.

    Those of most sources come first.
    """
    from whodid.cli.happenings import print_incidents
    from whodid.store import Store
    from whodid.store.schema import columns_of
    from whodid.store.telling import Wanted, listed

    first, last = days_between(since, until)
    with Store(store) as kept:
        wanted = Wanted(first, last, event_types(types or ()), words, sources, reports, differing)
        rows = list(listed(kept, wanted))
    if format is RowsFormat.table and output is None:
        with standard_output():
            print_incidents(rows)
    else:
        write_rows(columns_of("incidents"), [tuple(row.values()) for row in rows], format, output)


@app.command()
def show(
    incident: Id,
    store: StoreFile,
    format: Format = RowsFormat.table,
    output: Output = None,
) -> None:
    """Show one incident with all its tellings: who tells it, when, in which words, and where they differ."""
    from whodid.cli.happenings import print_incident
    from whodid.store import Store
    from whodid.store.telling import incident_of, tellings_in

    with Store(store) as kept:
        found, tellings = incident_of(kept, incident), tellings_in(kept, incident)
    if format is RowsFormat.table and output is None:
        with standard_output():
            print_incident(found, tellings)
        return
    rows = [event for telling in tellings for event in telling.events]
    write_rows(tuple(rows[0]), [tuple(row.values()) for row in rows], format, output)


@app.command()
def merges(
    store: StoreFile,
    incident: Annotated[str | None, typer.Argument(metavar="ID", help="Show the links of this incident.")] = None,
    by_hand: Annotated[bool, typer.Option("--by-hand", help="Show the decisions made by hand.")] = False,
    format: Format = RowsFormat.table,
    output: Output = None,
) -> None:
    """List what was joined, the most doubtful first, with what speaks for it; or the links of one incident; or what was decided by hand."""
    from whodid.store import Store
    from whodid.store.telling import decisions, links_in
    from whodid.store.telling import merges as joined

    if incident and by_hand:
        raise WrongCall("--by-hand lists all decisions; leave out the incident, or --by-hand")
    with Store(store) as kept:
        if incident:
            write_rows(LINKS, links_in(kept, incident), format, output)
        elif by_hand:
            write_rows(DECISIONS, [tuple(row.values()) for row in decisions(kept)], format, output)
        else:
            write_rows(MERGES, [tuple(row.values()) for row in joined(kept)], format, output)


@app.command()
def join(
    incidents: Annotated[list[str], typer.Argument(metavar="ID ID", help="Ids of the incidents that are one.", show_default=False)],
    store: StoreFile,
    note: Note = None,
) -> None:
    """Say that incidents are one. It holds on every later run, until it is undone."""
    from whodid.store import Store
    from whodid.store.deciding import join_incidents

    with Store(there(store), write=True) as kept:
        decided = join_incidents(kept, incidents, note)
    _say(f"decision {decided.number}: joined into {', '.join(decided.incidents)}; to take it back: whodid incidents undo {decided.number}")


@app.command()
def split(
    incident: Id,
    tellings: Annotated[
        list[str], typer.Argument(metavar="TELLING", help="Tellings that are of another happening, as show names them.", show_default=False)
    ],
    store: StoreFile,
    note: Note = None,
) -> None:
    """Say that tellings are not of this incident. It holds on every later run, until it is undone."""
    from whodid.store import Store
    from whodid.store.deciding import split_incident

    with Store(there(store), write=True) as kept:
        decided = split_incident(kept, incident, tellings, note)
    _say(f"decision {decided.number}: split into {', '.join(decided.incidents)}; to take it back: whodid incidents undo {decided.number}")


@app.command()
def undo(
    decision: Annotated[
        int, typer.Argument(metavar="NUMBER", help="Number of the decision; merges --by-hand lists them.", show_default=False)
    ],
    store: StoreFile,
) -> None:
    """Take back what was decided by hand."""
    from whodid.store import Store
    from whodid.store.deciding import undo as take_back

    with Store(there(store), write=True) as kept:
        decided = take_back(kept, decision)
    _say(f"decision {decided.number} is taken back; its tellings are now in {', '.join(decided.incidents) or 'none'}")


@app.command()
def run(store: StoreFile) -> None:
    """Join what is in the store and was not joined yet. After `whodid code --store` that is done already."""
    from whodid.store import Store
    from whodid.store.incidents import join as join_store

    with Store(there(store), write=True) as kept:
        summary = join_store(kept)
    _say(summary.line())


@app.command()
def articles(store: StoreFile, format: Format = RowsFormat.table, output: Output = None) -> None:
    """List the articles with what each is mainly about (matter), which text it prints (copy_group), and which incidents it tells.

    Articles with the same matter are about one happening; those with the same copy_group are near copies.
    """
    from whodid.store import Store
    from whodid.store.telling import grouped_articles

    with Store(store) as kept:
        write_rows(GROUPS, [tuple(row.values()) for row in grouped_articles(kept)], format, output)


@app.command()
def mentions(store: StoreFile, output: Output = None) -> None:
    """Write every word that tells an incident, a JSON line each: article, event, incident, and where it stands.

    These are the triggers of the coded events, and in articles on one matter further words for the same deeds, whose event is null.
    """
    from whodid.store import Store
    from whodid.store.telling import mentions as told

    with Store(store) as kept, opened(output) as out:
        for row in told(kept):
            out.write(json_bytes(plain(row)) + b"\n")


def _say(line: str) -> None:
    with opened(None) as out:
        out.write(f"{line}\n".encode("utf-8", "replace"))
