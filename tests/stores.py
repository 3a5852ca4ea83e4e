"""Stores and tellings made by hand: two articles that tell one happening."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import builders
from shelf import put
from whodid.export.telling import Telling, tellings
from whodid.record import Record
from whodid.store import Store

# Another outlet tells the meeting and the shelling again.
SECOND = {"id": "estia-1", "title": "Leaders meet", "date": "2026-03-05", "source": "Estia Times", "url": "https://estia.example/1"}
INCIDENTS = {
    ("norland-1", "e1"): "i1",
    ("estia-1", "e1"): "i1",
    ("norland-1", "e3"): "i2",
    ("norland-1", "e4"): "i2",
    ("estia-1", "e3"): "i2",
}


def second(**changes: Any) -> Record:
    """The same article in another paper, without the rest of its events."""
    whole = builders.record(**{**SECOND, **changes})
    return builders.record(**{**SECOND, "events": tuple(event for event in whole.events if event.id in ("e1", "e3")), **changes})


def told(record: Record, event: str) -> Telling:
    """One event of a record."""
    return next(telling for telling in tellings(record) if telling.event.id == event)


def records_of(*records: Record) -> Callable[[], Iterator[tuple[Record, dict[str, str]]]]:
    """What the store gives, without a store."""

    def read() -> Iterator[tuple[Record, dict[str, str]]]:
        for record in records:
            yield record, {event: incident for (article, event), incident in INCIDENTS.items() if article == record.id}

    return read


def make_store(path: Path, records: Sequence[Record], incidents: bool = True) -> Path:
    """A store that holds these records, with the incidents where they are wanted."""
    with Store(path, write=True) as store:
        put(store, *records)
        ids = dict(store.connection.execute("SELECT id, coding FROM articles").fetchall())
        for (article, event), incident in INCIDENTS.items() if incidents else ():
            if article in ids:
                store.connection.execute("INSERT INTO tellings VALUES (?, ?, ?)", [incident, ids[article], event])
    return path
