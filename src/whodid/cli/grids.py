"""What all tables for people share: the article's heading, columns, cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from whodid.cli.exits import visible
from whodid.report.names import headline

# Blanks between two columns.
_GAP = 2
# Longer words may be broken.
_LONG_WORD = 6

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from whodid.record import Record


def heading(record: Record) -> Text:
    """The article's title, and what is known of it."""
    from rich.text import Text

    title = visible(headline(record)).replace("\n", " ")
    known = " · ".join(filter(None, (record.id, record.source, record.date or "no date: weekdays have no value")))
    return Text.assemble((title, "bold"), "\n", (visible(known), "dim"))


def print_part(record: Record, console: Console, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[Text]], nothing: str) -> None:
    """Print the article's heading, and its rows under it; where there are none, says so."""
    console.print(heading(record))
    if rows:
        console.print(laid_out(columns, rows, console.width))
    else:
        console.print(nothing, style="dim")
    console.print()


def laid_out(columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Text]], width: int, whole: Sequence[str] = ()) -> Table:
    """Rows in columns that grow in proportion to their least width; where these do not fit, cell under cell.

    The columns named by `whole` are as wide as what stands in them: ids and single words are not to be broken.
    """
    if sum(least + _GAP for _, least in columns) + 1 > width:
        return stacked([name.partition(",")[0] for name, _ in columns], rows)
    table = _grid(columns, whole)
    for row in rows:
        table.add_row(*row)
    return table


def _grid(columns: Sequence[tuple[str, int]], whole: Sequence[str]) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim", row_styles=("",))
    for name, least in columns:
        if not name or name in whole:
            table.add_column(name, min_width=least, no_wrap=name in whole, overflow="fold")
        else:
            table.add_column(name, width=least, ratio=least, overflow="fold")
    return table


def stacked(names: Sequence[str], rows: Iterable[Sequence[Text]]) -> Table:
    """Rows where the screen is too narrow for columns: cell under cell, each behind its name, without the empty ones."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", overflow="fold")
    table.add_column(overflow="fold")
    for row in rows:
        for name, cell in zip(names, row, strict=True):
            if cell:
                table.add_row(name, cell)
        table.add_row()
    return table


def fits(names: Sequence[str], rows: Sequence[Sequence[Text]], width: int) -> bool:
    """Whether the columns fit on the screen with their words whole, long ones aside."""
    cells = ((name, *(row[place].plain for row in rows)) for place, name in enumerate(names))
    return sum(min(_LONG_WORD, max(len(word) for cell in column for word in (cell.split() or [""]))) + 1 for column in cells) <= width


def plain(words: str | None, style: str = "") -> Text:
    """Words of an article as a cell: on one line, and harmless for a terminal."""
    from rich.text import Text

    return Text(" ".join(visible(words or "").split()), style=style)
