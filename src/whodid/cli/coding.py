"""Inputs through the coder, with a bar for batches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from whodid.article import Article
from whodid.batch.running import Batch
from whodid.cli.exits import SOME_FAILED, say_skipped
from whodid.cli.inputs import Inputs, refuse_overwriting
from whodid.cli.outputs import opened
from whodid.cli.progress import lines_in, with_progress
from whodid.cli.writers import Writer
from whodid.reading import Failure, refusal
from whodid.record import Record

if TYPE_CHECKING:
    from whodid.coder import Coder

Step = Callable[["Coder", Iterable[Article]], Iterator[Record]]


@dataclass(frozen=True, slots=True)
class Loading:
    """What the coder is to load: a pipeline, and a file of the user's own entries, None for the package's; and whether it weighs events."""

    pipeline: str | None = None
    knowledge: Path | None = None
    weigh: bool = False


def whole(coder: Coder, articles: Iterable[Article]) -> Iterator[Record]:
    """Records with all their parts."""
    return coder.code_all(articles)


def coded(inputs: Inputs, loading: Loading, *, bar: bool, step: Step = whole) -> Iterator[Record | Failure]:
    """A record or failure for each input, in order. Loads the models before the first input is read."""
    from whodid.coder import Coder

    coder = Coder(loading.pipeline, loading.knowledge, weigh=loading.weigh)
    batch: Batch[Article, Record] = Batch(
        lambda articles: step(coder, articles), lambda article: next(step(coder, [article])), lambda article: article.id
    )
    total = lines_in(inputs.named) if bar and inputs.many else None
    return with_progress(batch.run(map(_codable, inputs.articles())), wanted=bar and inputs.many, total=total)


def _codable(item: Article | Failure) -> Article | Failure:
    """An article in another language than English is a failure in its place."""
    if isinstance(item, Article) and (error := refusal(item)):
        return Failure(item.id, 0, error)
    return item


def write_coded(inputs: Inputs, loading: Loading, output: Path | None, writer_on: Callable[[BinaryIO], Writer], step: Step = whole) -> None:
    """Write a record or failure for each input; ends with the exit status of failures, if there were any."""
    refuse_overwriting(inputs.files, output)
    failed = 0
    with opened(output) as out:
        results = coded(inputs, loading, bar=output is not None or not sys.stdout.isatty(), step=step)
        writer = writer_on(out)
        for result in results:
            if isinstance(result, Failure):
                failed += 1
                writer.failure(result)
            else:
                writer.record(result)
        writer.end()
    inputs.finish()
    say_skipped(inputs.skipped)
    if failed:
        raise typer.Exit(SOME_FAILED)
