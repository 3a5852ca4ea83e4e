"""`whodid diff`: what changed between two runs over the same articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whodid.cli.answers import RowsFormat, write_rows
from whodid.cli.options import Output, StoreFile
from whodid.cli.outputs import opened
from whodid.cli.writers import json_bytes

if TYPE_CHECKING:
    from whodid.store.diff import Change

COLUMNS = ("article", "change", "event", "type", "words", "field", "before", "after")


class DiffFormat(StrEnum):
    """How changes are written."""

    table = "table"
    jsonl = "jsonl"


def diff(
    first: Annotated[int, typer.Argument(metavar="RUN1", help="The earlier run; whodid store info lists them.", show_default=False)],
    second: Annotated[int, typer.Argument(metavar="RUN2", help="The later run.", show_default=False)],
    store: StoreFile,
    format: Annotated[DiffFormat, typer.Option("--format", "-f", help="A table for people, or a JSON object a change.")] = DiffFormat.table,
    output: Output = None,
) -> None:
    """Show which events two runs told differently, field by field.

    Compared are the articles that both runs hold. An event counts as the same where its words overlap, or its sentence and type agree.
    """
    from whodid.store import Store
    from whodid.store.diff import differences

    with Store(store) as kept:
        changes = differences(kept, first, second)
        if format is DiffFormat.table:
            write_rows(COLUMNS, _rows(changes), RowsFormat.table, output)
            return
        with opened(output) as out:
            for change in changes:
                out.write(json_bytes(change.to_dict()) + b"\n")


def _rows(changes: Iterable[Change]) -> Iterator[tuple[Any, ...]]:
    for change in changes:
        known = change.article_id, change.kind, change.event, change.type, change.trigger
        if not change.fields:
            yield (*known, "", "", "")
        for name, (before, after) in change.fields.items():
            yield (*known, name, _told(before), _told(after))


def _told(value: Any) -> Any:
    """Spans by their words."""
    if isinstance(value, dict) and "text" in value:
        return value["text"]
    return [_told(item) for item in value] if isinstance(value, list) else value
