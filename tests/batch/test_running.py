"""One result for each item, in order, whatever breaks: an item, or the source of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from whodid.batch.running import Batch
from whodid.reading import Failure


def _halves(numbers: Iterable[int]) -> Iterator[float]:
    for number in list(numbers):
        yield 1 / number


BATCH: Batch[int, float] = Batch(_halves, lambda number: 1 / number, str)


def test_what_breaks_fails_alone() -> None:
    first, second, third = BATCH.run([1, 0, 2])
    assert (first, third) == (1.0, 0.5) and isinstance(second, Failure) and (second.id, second.error.code) == ("0", "fault")


def test_an_error_of_the_source_is_raised_after_the_results_before_it() -> None:
    def source() -> Iterator[int]:
        yield from (1, 2)
        raise OSError("the disk is gone")

    results = BATCH.run(source())
    assert [next(results), next(results)] == [1.0, 0.5]
    with pytest.raises(OSError, match="the disk is gone"):
        next(results)
