"""How far a batch is, on standard error: a bar on a terminal; elsewhere, for long runs, a line now and then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from whodid.cli.exits import say
from whodid.reading.kinds import LINES_ENDINGS

if TYPE_CHECKING:
    from rich.progress import Progress

    from whodid.batch import Summary

T = TypeVar("T")
# Seconds between two lines where there is no terminal.
INTERVAL = 30.0


def with_progress(items: Iterable[T], *, wanted: bool, total: int | None, doing: str = "coding") -> Iterator[T]:
    """The items, with a bar that tells how many are done and how fast, if it is wanted and standard error is a terminal."""
    if not wanted or not sys.stderr.isatty():
        yield from items
        return
    with _bar() as bar:
        task = bar.add_task(doing, total=total, rate="")
        for item in items:
            yield item
            speed = bar.tasks[0].speed
            bar.update(task, advance=1, rate=f"{speed:.1f} a second" if speed else "")


@contextmanager
def watching(total: int | None, *, interval: float = INTERVAL) -> Iterator[Callable[[Summary], None]]:
    """What to call with the counts so far, as often as one likes: it moves the bar, or prints a line when the interval is over."""
    if not sys.stderr.isatty():
        yield _Lines(total, interval)
        return
    with _bar() as bar:
        task = bar.add_task("coding", total=total, rate="")

        def move(summary: Summary) -> None:
            speed = bar.tasks[0].speed
            bar.update(task, completed=summary.read, rate=f"{speed:.1f} a second" if speed else "")

        yield move


class _Lines:
    """Prints a line when the interval is over."""

    def __init__(self, total: int | None, interval: float) -> None:
        self._total, self._interval = total, interval
        self._begun = self._last = monotonic()

    def __call__(self, summary: Summary) -> None:
        now = monotonic()
        if now - self._last < self._interval:
            return
        self._last = now
        rate = summary.read / (now - self._begun)
        of = f" of {self._total:,}" if self._total else ""
        parts = [f"{summary.read:,}{of} read", f"{summary.coded:,} coded", f"{summary.known:,} already there"]
        parts += [f"{sum(summary.skipped.values()):,} skipped", f"{sum(summary.failed.values()):,} failed", f"{rate:.1f} a second"]
        if self._total and self._total > summary.read:
            parts.append(f"about {_left((self._total - summary.read) / rate)} left")
        say(f"whodid: {', '.join(parts)}")


def _left(seconds: float) -> str:
    return f"{seconds / 3600:.1f} h" if seconds >= 5400 else f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)


def lines_in(files: Iterable[str]) -> int | None:
    """How many articles the files have, for the bar's end: lines, and one for a plain text; None where that cannot be told beforehand."""
    total = 0
    for file in files:
        try:
            if not file.endswith((*LINES_ENDINGS, ".txt")) or not Path(file).is_file():
                return None
            with Path(file).open("rb") as stream:
                total += _lines(stream) if file.endswith(LINES_ENDINGS) else 1
        except OSError:
            return None
    return total


def _lines(stream: BinaryIO) -> int:
    """The lines, with a last one that does not end."""
    number, last = 0, b"\n"
    while chunk := stream.read(1 << 20):
        number, last = number + chunk.count(b"\n"), chunk[-1:]
    return number + (last != b"\n")
