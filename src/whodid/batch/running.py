"""A batch through the coder: every input has one result, in its place, whatever becomes of its neighbours."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from whodid.errors import InputError, WhodidError
from whodid.reading import Failure

T = TypeVar("T")
R = TypeVar("R")


class Batch(Generic[T, R]):
    """Runs items in batches, one by one where a batch breaks.

    Args:
        many: Results for many items, in order, lazily (`Coder.code_all`).
        one: The result for one.
        name: An item's id, for a failure.
    """

    def __init__(self, many: Callable[[Iterable[T]], Iterator[R]], one: Callable[[T], R], name: Callable[[T], str]) -> None:
        self._many, self._one, self._name = many, one, name

    def run(self, items: Iterable[T | Failure]) -> Iterator[R | Failure]:
        """One result or failure for each item, in order. An error of the source itself is raised when all before it have their result."""
        source = _Source(items)
        waiting: deque[T | Failure] = deque()
        done = False
        while not done:
            try:
                for result in self._many(_feed(source, waiting)):
                    yield from _failures(waiting)
                    waiting.popleft()
                    yield result
                done = True
            except Exception:
                if not waiting:
                    raise
                yield from self._singly(waiting)
                source.raise_error()
        yield from _failures(waiting)

    def _singly(self, waiting: deque[T | Failure]) -> Iterator[R | Failure]:
        """Those of a broken batch, so that only what cannot be coded fails."""
        while waiting:
            item = waiting.popleft()
            yield item if isinstance(item, Failure) else self._tried(item)

    def _tried(self, item: T) -> R | Failure:
        try:
            return self._one(item)
        except WhodidError as error:
            return Failure(self._name(item), 0, InputError(str(error), code=error.code))
        except Exception as error:  # one bad article does not stop a batch, and does not vanish from it
            message = f'article "{self._name(item)}": cannot be coded ({type(error).__name__}: {error}); this is a fault in whodid'
            return Failure(self._name(item), 0, InputError(message, code="fault"))


class _Source(Iterator[T]):
    """The items, and the error with which they end, if they do."""

    def __init__(self, items: Iterable[T]) -> None:
        self._items = iter(items)
        self._error: Exception | None = None

    def __next__(self) -> T:
        try:
            return next(self._items)
        except StopIteration:
            raise
        except Exception as error:
            self._error = error
            raise

    def raise_error(self) -> None:
        if self._error is not None:
            raise self._error


def _feed(source: Iterator[T | Failure], waiting: deque[T | Failure]) -> Iterator[T]:
    for item in source:
        waiting.append(item)
        if not isinstance(item, Failure):
            yield item


def _failures(waiting: deque[T | Failure]) -> Iterator[Failure]:
    while waiting and isinstance(waiting[0], Failure):
        failure = waiting.popleft()
        assert isinstance(failure, Failure)
        yield failure
