"""Who codes: this process, or several beside it, each with a coder of its own. Results come in the order of the work in either case."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from types import TracebackType
from typing import Any, Self, TypeVar

from whodid.article import Article
from whodid.batch.work import AnyCoder, Coded, code_batch

W = TypeVar("W")
Pair = tuple[W, Sequence[Article]]
# Batches that wait for each worker: enough that none stands still while one is stored.
AHEAD = 2
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Here:
    """Codes in this process."""

    def __init__(self, coder: AnyCoder) -> None:
        self._coder = coder

    def code_all(self, work: Iterable[Pair[W]]) -> Iterator[tuple[W, list[Coded]]]:
        """For each piece of work its results, in order."""
        for piece, articles in work:
            yield piece, code_batch(self._coder, articles)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class Pool:
    """Codes in several processes. One that dies is replaced; its articles are tried singly, and the one that kills it has failed.

    Args:
        workers: How many processes.
        make: Makes a coder; called once in each process, so it and what it holds must be picklable.
    """

    def __init__(self, workers: int, make: Callable[[], AnyCoder]) -> None:
        self._workers, self._make = workers, make
        self._executor = self._started()

    def _started(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        # Nothing is ever sent: the processes end when this end is closed, whatever they are at.
        told, self._hold = context.Pipe(duplex=False)
        return ProcessPoolExecutor(self._workers, mp_context=context, initializer=_begin, initargs=(self._make, told))

    def ask(self, question: Callable[[Any], W]) -> W:
        """What a coder answers, from one of the processes. Raises the error that making the coder raised."""
        return self._executor.submit(_ask, question).result()

    def code_all(self, work: Iterable[Pair[W]]) -> Iterator[tuple[W, list[Coded]]]:
        """For each piece of work its results, in order, whichever process was first."""
        waiting: deque[tuple[W, Sequence[Article], Future[list[Coded]]]] = deque()
        for piece, articles in work:
            waiting.append((piece, articles, self._submit(articles)))
            if len(waiting) >= self._workers * AHEAD:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _next(self, waiting: deque[tuple[W, Sequence[Article], Future[list[Coded]]]]) -> tuple[W, list[Coded]]:
        piece, articles, future = waiting[0]
        try:
            results = future.result()
        except BrokenProcessPool:
            results = self._alone(articles)
            waiting.popleft()
            again = [(other, some, self._submit(some)) for other, some, _ in waiting]
            waiting.clear()
            waiting.extend(again)
            return piece, results
        waiting.popleft()
        return piece, results

    def _alone(self, articles: Sequence[Article]) -> list[Coded]:
        """The results of a batch that may have killed a process: together once more, then halved until the one is found."""
        self._restart()
        try:
            return self._submit(articles).result()
        except BrokenProcessPool:
            if len(articles) == 1:
                self._restart()
                return [_killer(articles[0])]
        middle = len(articles) // 2
        return self._alone(articles[:middle]) + self._alone(articles[middle:])

    def _submit(self, articles: Sequence[Article]) -> Future[list[Coded]]:
        try:
            return self._executor.submit(_code, list(articles))
        except BrokenProcessPool as error:
            broken: Future[list[Coded]] = Future()
            broken.set_exception(error)
            return broken

    def _restart(self) -> None:
        self._end()
        self._executor = self._started()

    def _end(self) -> None:
        self._hold.close()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()


def _killer(article: Article) -> Coded:
    message = f'article "{article.id}": the process that coded it died, twice (out of memory?); all others were coded'
    return Coded(None, "worker-died", message)


_coder: AnyCoder | None = None
_trouble: BaseException | None = None


def _begin(make: Callable[[], AnyCoder], hold: connection.Connection) -> None:
    """In the new process: make the coder. Ctrl-C is the parent's to answer; when the parent is gone, end."""
    global _coder, _trouble
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(hold,), daemon=True).start()
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")
    try:
        _coder = make()
    except Exception as error:  # told where the coder is asked for, or every process would be started again and again
        _trouble = error


def _end_with_parent(hold: connection.Connection) -> None:
    parent = multiprocessing.parent_process()
    connection.wait([hold, *([parent.sentinel] if parent else [])])
    os._exit(1)


def _made() -> AnyCoder:
    if _trouble is not None:
        raise _trouble
    assert _coder is not None
    return _coder


def _ask(question: Callable[[Any], W]) -> W:
    return question(_made())


def _code(articles: list[Article]) -> list[Coded]:
    return code_batch(_made(), articles)
