"""Inputs through the coder, with a bar for batches."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.article import Article
from whodid.cli.inputs import Inputs
from whodid.cli.progress import lines_in, with_progress
from whodid.cli.running import Batch
from whodid.reading import Failure
from whodid.record import Record


def coded(inputs: Inputs, pipeline: str | None, *, bar: bool) -> Iterator[Record | Failure]:
    """A record or failure for each input, in order. Loads the models before the first input is read."""
    from whodid.coder import Coder

    coder = Coder(pipeline)
    batch: Batch[Article, Record] = Batch(coder.code_all, coder.code, lambda article: article.id)
    total = lines_in(inputs.files) if bar and inputs.many else None
    return with_progress(batch.run(inputs.articles()), wanted=bar and inputs.many, total=total)
