"""A bar on standard error for batches; nothing where no one is looking."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def with_progress(items: Iterable[T], *, wanted: bool, total: int | None) -> Iterator[T]:
    """The items, with a bar that tells how many are done and how fast, if it is wanted and standard error is a terminal."""
    if not wanted or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("coding"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("coding", total=total, rate="")
        for item in items:
            yield item
            speed = bar.tasks[0].speed
            bar.update(task, advance=1, rate=f"{speed:.1f} a second" if speed else "")


def lines_in(files: Iterable[str]) -> int | None:
    """How many lines the files have, for the bar's end; None where one cannot be counted beforehand."""
    total = 0
    for file in files:
        try:
            if file == "-":
                return None
            with Path(file).open("rb") as stream:
                total += sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b"")) if file.endswith("l") else 1
        except OSError:
            return None
    return total
