"""The flow of many articles: read, look up, code, store. Each batch is stored in one transaction, so that a killed run can go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from time import perf_counter
from typing import Protocol

from whodid.article import Article
from whodid.batch.intake import Input, Intake, Piece
from whodid.batch.summary import Summary
from whodid.batch.work import Coded
from whodid.errors import StoreError
from whodid.store import Batch, Entry, Run, Seen

# Faults of one record, which leave the others; all else is a fault of the place, and no other batch would fare better.
_OF_A_RECORD = "store"


class Coders(Protocol):
    """Who codes: `Here` or `Pool`."""

    def code_all(self, work: Iterable[tuple[Piece, list[Article]]]) -> Iterator[tuple[Piece, list[Coded]]]:
        """For each piece of work its results, in order."""


def ingest(
    items: Iterable[Input], run: Run, coders: Coders, *, watch: Callable[[Summary], None] = lambda _: None, retry: bool = False
) -> Summary:
    """Code what is not in the store yet, and store it.

    An interrupt ends it with what was stored so far, and the summary says so.

    Args:
        items: Articles, and inputs that are none.
        watch: Called after each batch with the counts so far.
        retry: Whether articles that failed in an earlier run are coded again.

    Raises:
        StoreError: Where nothing more can be stored (disk full); what was stored before is kept.
    """
    summary, intake = Summary(), Intake(run, retry=retry)
    try:
        for piece, results in _timed(coders.code_all((piece, piece.articles) for piece in intake.pieces(items)), summary):
            _store(piece, results, run, summary)
            intake.stored(piece)
            watch(summary)
    except BaseException as error:
        summary.outcome = "interrupted" if isinstance(error, (KeyboardInterrupt, SystemExit)) else "failed"
        with suppress(StoreError):
            run.end(summary.outcome)
        if not isinstance(error, KeyboardInterrupt):
            raise
    else:
        run.end("done")
    return summary


def _timed(results: Iterator[tuple[Piece, list[Coded]]], summary: Summary) -> Iterator[tuple[Piece, list[Coded]]]:
    """The results, with the time that they were waited for."""
    while True:
        begun = perf_counter()
        result = next(results, None)
        summary.coding += perf_counter() - begun
        if result is None:
            return
        yield result


def _store(piece: Piece, results: list[Coded], run: Run, summary: Summary) -> None:
    entries = [_entry(seen, coded) for seen, coded in zip(piece.new, results, strict=True)]
    try:
        run.write(Batch([*entries, *piece.skipped], piece.again, piece.unread))
    except StoreError as error:
        if error.code != _OF_A_RECORD:
            raise
        entries = [_tried(entry, run) for entry in entries]
        run.write(Batch(piece.skipped, piece.again, piece.unread))
    _count(piece, entries, summary)


def _tried(entry: Entry, run: Run) -> Entry:
    """The entry as it could be stored: where its record cannot, as a failure, so that no other is lost with it."""
    try:
        run.write(Batch([entry]))
    except StoreError as error:
        if error.code != _OF_A_RECORD:
            raise
        message = f'article "{entry.seen.article.id}": its record cannot be stored ({error}); this is a fault in whodid'
        entry = Entry(entry.seen, None, "failed", "fault", message)
        run.write(Batch([entry]))
    return entry


def _entry(seen: Seen, coded: Coded) -> Entry:
    if coded.record is None:
        return Entry(seen, None, "failed", coded.code, coded.message)
    return Entry(seen, coded.record)


def _count(piece: Piece, entries: list[Entry], summary: Summary) -> None:
    summary.read += len(entries) + len(piece.skipped) + len(piece.again) + len(piece.unread)
    summary.known += len(piece.again)
    for entry in (*entries, *piece.skipped):
        if entry.state == "coded":
            summary.coded += 1
        elif entry.state == "skipped":
            summary.skipped[entry.code or ""] += 1
        else:
            summary.fail(entry.code or "", entry.message or "")
    for unread in piece.unread:
        summary.fail(unread.code, unread.message)
