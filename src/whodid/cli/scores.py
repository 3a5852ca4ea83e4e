"""Figures for people, in one table with their counts, and for programs."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, BinaryIO

from whodid.cli.console import console_for
from whodid.version import __version__

if TYPE_CHECKING:
    from rich.console import Console

    from whodid.scoring import Bin, Figure, Measured

SCHEMA = "whodid-scores/1"
# Measures whose confidence says the same, under what the table calls it.
CONFIDENT = {"events": ("articles", "pairs"), "types": ("types",)}


def scores_json(measured: Sequence[Measured]) -> dict[str, Any]:
    """All figures with their counts, and the reliability of confidence, as plain JSON values."""
    return {
        "schema": SCHEMA,
        "whodid": __version__,
        "sets": [
            {
                "name": one.name, "measure": one.measure, "file": one.file, "documents": one.scores.documents,
                "figures": [asdict(figure) for figure in one.scores.figures],
                "notes": list(one.scores.notes),
            }
            for one in measured
        ],
        "reliability": [
            {
                "of": of, "set": name,
                "bins": [asdict(one) for one in bins],
            }
            for of, name, bins in reliabilities(measured)
        ],
    }  # fmt: skip


def reliabilities(measured: Sequence[Measured]) -> Iterator[tuple[str, str, list[Bin]]]:
    """What has a confidence, on which measure, and its bins."""
    from whodid.scoring import reliability

    for of, names in CONFIDENT.items():
        for name in names:
            if bins := reliability([judged for one in measured if one.measure == name for judged in one.scores.judged]):
                yield of, name, bins


def print_scores(measured: Sequence[Measured], out: BinaryIO, details: bool) -> None:
    """One table of all figures, under each set; then how far confidence can be relied on."""
    on_screen = out is getattr(sys.stdout, "buffer", None)
    lines = None if on_screen else io.TextIOWrapper(out, encoding="utf-8", errors="replace", write_through=True)
    console = console_for(lines)
    _print_figures(measured, console, details)
    _print_reliability(measured, console)
    if lines is not None:
        lines.flush()
        lines.detach()
    else:
        sys.stdout.flush()


def _print_figures(measured: Sequence[Measured], console: Console, details: bool) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for name in ("measure", "set", "figure"):
        table.add_column(name, overflow="fold")
    table.add_column("", justify="right")
    table.add_column("counted on", overflow="fold")
    for one in measured:
        shown = [figure for figure in one.scores.figures if details or not figure.detail]
        for n, figure in enumerate(shown):
            head = (Text(one.measure, "bold"), Text(one.name, "bold")) if n == 0 else (Text(), Text())
            counted = Text(f"{figure.n:,} {figure.of}", "dim")
            table.add_row(*head, Text(figure.name), _value(figure), counted, end_section=n == len(shown) - 1)
        for note in one.scores.notes:
            table.add_row(Text(), Text(), Text(note, "dim"), "", "")
    console.print(table)


def _value(figure: Figure) -> str:
    """A share with three digits, as they are compared; kilometres with one."""
    if figure.value is None:
        return "–"
    return f"{figure.value:.1f}" if figure.name.endswith(" km") else f"{figure.value:.3f}"


def _print_reliability(measured: Sequence[Measured], console: Console) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    for of, name, bins in reliabilities(measured):
        table = Table(box=SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim", title_justify="left",
                      title=f"confidence of {of}, on {name}: how much is right", title_style="bold")  # fmt: skip
        for column in ("confidence", "coded", "mean confidence", "right"):
            table.add_column(column, justify="right")
        for one in bins:
            table.add_row(f"{one.low:.1f} to {one.high:.1f}", f"{one.n:,}", f"{one.confidence:.2f}", f"{one.right:.2f}")
        console.print(table)
