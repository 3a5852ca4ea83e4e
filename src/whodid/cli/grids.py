"""What all tables for people share: the article's heading, columns, cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whodid.cli.exits import visible
from whodid.report.names import headline

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from whodid.record import Record


def heading(record: Record) -> Text:
    """The article's title, and what is known of it."""
    from rich.text import Text

    title = visible(headline(record)).replace("\n", " ")
    known = " · ".join(filter(None, (record.id, record.source, record.date or "no date: weekdays have no value")))
    return Text.assemble((title, "bold"), "\n", (visible(known), "dim"))


def grid(*columns: tuple[str, int]) -> Table:
    """A table whose columns grow in proportion to their least width."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim", row_styles=("",))
    for name, least in columns:
        table.add_column(name, min_width=least, ratio=None if not name else least, overflow="fold", vertical="top")
    return table


def plain(words: str | None, style: str = "") -> Text:
    """Words of an article as a cell: on one line, and harmless for a terminal."""
    from rich.text import Text

    return Text(" ".join(visible(words or "").split()), style=style)
