"""The store: articles, records and what was made of them, in one DuckDB file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from whodid.store.connecting import connect, told, transaction
from whodid.store.entries import Batch, CoderId
from whodid.store.filters import Filter
from whodid.store.writing import write_batch

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Records that are read at a time: enough for speed, few enough for memory.
CHUNK = 500


class Store:
    """One DuckDB file. Many processes may read it; while one writes, no other can open it.

    Args:
        path: The file.
        write: Whether to write: the file is then made where it is missing, and brought to the newest form.

    Raises:
        StoreError: Where the file is none, no store, newer than this whodid, held by another process, or cannot be written.

    Example:
        >>> with Store("events.duckdb") as store:
        ...     store.connection.execute("SELECT type, count(*) FROM events GROUP BY type").fetchall()
    """

    def __init__(self, path: str | Path, *, write: bool = False) -> None:
        self.path = Path(path)
        self.connection: DuckDBPyConnection = connect(self.path, write=write)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with told(self.path):
            self.connection.close()

    def begin_run(self, coder: CoderId, inputs: Sequence[str]) -> Run:
        """Note that a run begins; what it stores goes through the run."""
        with told(self.path), transaction(self.connection):
            number = self._coder(coder)
            run = self._one("SELECT coalesce(max(run), 0) + 1 FROM runs")
            values = [run, number, _now(), list(inputs)]
            self.connection.execute("INSERT INTO runs (run, coder, started, inputs) VALUES (?, ?, ?, ?)", values)
        return Run(self, run, number)

    def records(self, wanted: Filter | None = None) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
        """The current records, in the order in which they were coded, each with the incidents of its events by the events' ids.

        With a filter, only articles with an event that fits it, and of their events only those that fit; all else of the record stays.
        """
        wanted = wanted or Filter()
        events = self._wanted_events(wanted) if wanted != Filter() else None
        numbers = sorted(events) if events is not None else self._current()
        for start in range(0, len(numbers), CHUNK):
            chunk = numbers[start : start + CHUNK]
            incidents = self._incidents(chunk[0], chunk[-1])
            for coding, record in self.texts(chunk):
                data = json.loads(record)
                if events is not None:
                    data["events"] = [event for event in data["events"] if event["id"] in events[coding]]
                yield data, incidents.get(coding, {})

    def texts(self, numbers: Sequence[int]) -> list[tuple[int, str]]:
        """The records of these codings as JSON, each with its coding's number, in the order of the numbers."""
        if not numbers:
            return []
        # A list is bound as one text: for each value of a bound list DuckDB looks whether pandas can be imported.
        # `IN (1, 2, …)` would take the index, and for each row of it unpack all records before.
        sql = "SELECT coding, record FROM codings WHERE coding BETWEEN ? AND ? AND list_contains(from_json(?, '[\"INTEGER\"]'), coding)"
        return self._all(f"{sql} ORDER BY coding", [min(numbers), max(numbers), json.dumps(list(numbers))])

    def _incidents(self, first: int, last: int) -> dict[int, dict[str, str]]:
        found: dict[int, dict[str, str]] = {}
        sql = "SELECT coding, event, incident FROM tellings WHERE coding BETWEEN ? AND ?"
        for coding, event, incident in self._all(sql, [first, last]):
            found.setdefault(coding, {})[event] = incident
        return found

    def _current(self) -> list[int]:
        return [row[0] for row in self._all("SELECT coding FROM articles WHERE coding IS NOT NULL ORDER BY coding")]

    def _wanted_events(self, wanted: Filter) -> dict[int, set[str]]:
        where, values = wanted.where()
        found: dict[int, set[str]] = {}
        for coding, event in self._all(f"SELECT coding, event FROM events WHERE {where}", values):
            found.setdefault(coding, set()).add(event)
        return found

    def _coder(self, coder: CoderId) -> int:
        values = [coder.whodid, coder.knowledge, coder.parser, coder.models]
        same = "whodid = ? AND knowledge = ? AND parser = ? AND models IS NOT DISTINCT FROM ?"
        if found := self._all(f"SELECT coder FROM coders WHERE {same}", values):
            return int(found[0][0])
        number = self._one("SELECT coalesce(max(coder), 0) + 1 FROM coders")
        self.connection.execute("INSERT INTO coders VALUES (?, ?, ?, ?, ?)", [number, *values])
        return number

    def _all(self, sql: str, values: object = None) -> list[tuple[Any, ...]]:
        with told(self.path):
            return self.connection.execute(sql, values).fetchall()

    def _one(self, sql: str) -> int:
        return int(self._all(sql)[0][0])


class Run:
    """One run that writes into a store: a batch at a time, each wholly or not at all."""

    def __init__(self, store: Store, number: int, coder: int) -> None:
        self.store, self.number, self.coder = store, number, coder

    def known(self, keys: Iterable[str], *, retry: bool = False) -> set[str]:
        """Those of the articles that are here already, coded by this coder, skipped by it, or failed (not these with `retry`)."""
        sql = """
            WITH asked AS MATERIALIZED (SELECT unnest(from_json($keys, '["VARCHAR"]')) AS article)
            SELECT article FROM codings SEMI JOIN asked USING (article) WHERE coder = $coder
            UNION
            SELECT article FROM articles SEMI JOIN asked USING (article)
            WHERE coder = $coder AND (state = 'skipped' OR (state = 'failed' AND NOT $retry))
        """
        with told(self.store.path):
            values = {"coder": self.coder, "keys": json.dumps(list(keys)), "retry": retry}
            return {row[0] for row in self.store.connection.execute(sql, values).fetchall()}

    def write(self, batch: Batch) -> None:
        """Store a batch in one transaction. Raises StoreError where that fails; nothing of the batch is there then."""
        with told(self.store.path):
            write_batch(self.store.connection, self.number, self.coder, batch)

    def end(self, outcome: str) -> None:
        """Note that the run has ended: done, interrupted or failed."""
        with told(self.store.path):
            values = [_now(), outcome, self.number]
            self.store.connection.execute("UPDATE runs SET ended = ?, outcome = ? WHERE run = ?", values)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
