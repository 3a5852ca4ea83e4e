"""`whodid explain`: what a name in a record means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import RenderableType

    from whodid.ontology import Explanation

_OVERVIEW = "types"


def explain(
    name: Annotated[
        list[str] | None, typer.Argument(help="A type, mode, context, sector, status, flag, warning, CAMEO code or key of the record.")
    ] = None,
) -> None:
    """Say what a type, mode, status, flag, code or key of the record means.

    Without a name, list the event types. Other lists: modes, contexts, sectors, quads, statuses, doubts, cameo, fields.
    """
    from whodid.cli.console import console_for
    from whodid.cli.outputs import standard_output
    from whodid.ontology import look_up

    found = look_up(" ".join(name) if name else _OVERVIEW)
    with standard_output():
        console = console_for(None)
        for number, explanation in enumerate(found):
            if number:
                console.print()
            console.print(_shown(explanation))
        if not name:
            console.print(
                "\nMore: whodid explain modes|contexts|sectors|quads|statuses|cameo|fields, or any name in a record.", style="dim"
            )


def _shown(explanation: Explanation) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    head = Text.assemble((explanation.name, "bold"), (f" ({explanation.kind})", "dim"))
    facts = Table.grid(padding=(0, 2))
    facts.add_column(no_wrap=True, style="cyan")
    facts.add_column(overflow="fold")
    for label, value in explanation.facts:
        facts.add_row(label, Text(value))
    return Group(head, Padding(Text(explanation.gloss), (0, 0, 0, 2)), Padding(facts, (0, 0, 0, 2)))
