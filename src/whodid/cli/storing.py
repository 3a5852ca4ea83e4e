"""Articles into a store: what is loaded, what is shown meanwhile, and the summary at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import typer

from whodid.cli.coding import Loading
from whodid.cli.exits import INTERRUPTED, SOME_FAILED, say, say_skipped
from whodid.cli.inputs import Inputs
from whodid.cli.outputs import opened
from whodid.cli.progress import lines_in, watching

if TYPE_CHECKING:
    from whodid.batch import Here, Pool, Summary
    from whodid.store import CoderId


@dataclass(frozen=True, slots=True)
class Storing:
    """How a call stores.

    Attributes:
        path: The store.
        workers: Processes that code; with 1 it is this one.
        retry: Whether articles that failed in an earlier run are coded again.
    """

    path: Path
    workers: int = 1
    retry: bool = False


def store_coded(inputs: Inputs, loading: Loading, storing: Storing) -> None:
    """Code what is not in the store yet, and store it; prints a summary, and ends with the exit status of failures, if there were any."""
    from whodid.batch import ingest
    from whodid.store import Store
    from whodid.store.incidents import join

    begun = perf_counter()
    with Store(storing.path, write=True) as store, _coders(loading, storing.workers) as (coders, identity):
        run = store.begin_run(identity, inputs.named)
        with watching(lines_in(inputs.named)) as watch:
            summary = ingest(inputs.articles(), run, coders, watch=watch, retry=storing.retry)
        joined = join(store) if summary.outcome != "interrupted" else None
    _print(summary, run.number, storing.path, perf_counter() - begun, joined.line() if joined else None)
    say_skipped(inputs.skipped)
    if summary.outcome != "interrupted":
        inputs.finish()
    if summary.outcome == "interrupted":
        raise typer.Exit(INTERRUPTED)
    if summary.failed:
        raise typer.Exit(SOME_FAILED)


@contextmanager
def _coders(loading: Loading, workers: int) -> Iterator[tuple[Here | Pool, CoderId]]:
    """Who codes, and their versions. Loads the models."""
    from whodid.batch import Here, Pool, identity_of
    from whodid.coder import Coder

    make = partial(Coder, loading.pipeline, loading.knowledge, weigh=loading.weigh)
    if workers == 1:
        coder = make()
        yield Here(coder), identity_of(coder, own=loading.knowledge)
        return
    with Pool(workers, make) as pool:
        yield pool, pool.ask(partial(identity_of, own=loading.knowledge))


def _print(summary: Summary, run: int, path: Path, seconds: float, joined: str | None) -> None:
    from whodid.store.queries import size_of

    with opened(None) as out:
        out.write("".join(f"{line}\n" for line in lines_of(summary, run, path, seconds)).encode("utf-8", "replace"))
        if joined:
            out.write(f"  {joined}\n".encode())
        out.write(f"{path}: {size_of(path) / 1e6:,.1f} MB\n".encode())
    if summary.outcome == "interrupted":
        say("whodid: the same command goes on where this one ended")


def lines_of(summary: Summary, run: int, path: Path, seconds: float) -> list[str]:
    """The summary of a run, for people."""
    rate = f" ({summary.coded / summary.coding:,.1f} a second)" if summary.coded and summary.coding else ""
    counts = [f"{summary.coded:,} coded{rate}", f"{summary.known:,} already there"]
    counts += [f"{sum(summary.skipped.values()):,} skipped{_reasons(summary.skipped)}"]
    counts += [f"{sum(summary.failed.values()):,} failed{_reasons(summary.failed)}"]
    lines = [f"run {run}{', interrupted' if summary.outcome == 'interrupted' else ''}: {summary.read:,} read in {_long(seconds)}"]
    lines += [f"  {line}" for line in counts]
    lines += [f"    {message}" for message in summary.messages]
    if sum(summary.failed.values()) > len(summary.messages):
        lines.append("    …")
    if summary.failed or summary.skipped:
        lines.append(f'  all that was skipped or failed: whodid query "SELECT * FROM failures" --store {path}')
    return lines


def _reasons(reasons: Counter[str]) -> str:
    return ": " + ", ".join(f"{number:,} {code}" for code, number in sorted(reasons.items())) if reasons else ""


def _long(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02} h" if hours else f"{minutes}:{rest:02} min" if minutes else f"{seconds:.1f} s"
