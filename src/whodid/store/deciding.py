"""What people decide about incidents, kept in the store: joins and splits by hand, and taking them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from whodid.errors import StoreError
from whodid.store.connecting import told, transaction
from whodid.store.joining.grouping import group_tellings
from whodid.store.joining.prepared import Articles
from whodid.store.joining.tables import fill
from whodid.store.store import Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it was written: its number, and the incidents that it left, by id."""

    number: int
    incidents: tuple[str, ...]


def join_incidents(store: Store, incidents: Sequence[str], note: str | None = None) -> Decided:
    """Say that these incidents are one. It holds on every later run, until it is taken back or split.

    Raises:
        StoreError: Where an incident is not there, or fewer than two are named.
    """
    if len(set(incidents)) < 2:
        raise StoreError(f"{store.path}: joining needs two incidents or more; named: {', '.join(incidents) or 'none'}", code="no-incident")
    first, *others = (tellings_of(store, incident) for incident in dict.fromkeys(incidents))
    return _write(store, "join", first, [telling for tellings in others for telling in tellings], note)


def split_incident(store: Store, incident: str, tellings: Sequence[str], note: str | None = None) -> Decided:
    """Say that these tellings are not of the happening that the others of the incident are of.

    Args:
        store: The store, open for writing.
        incident: Id of the incident.
        tellings: Names of tellings as `telling_named` takes them; some of the incident's, but not all.
        note: Why.

    Raises:
        StoreError: Where the incident or a telling is not there, or nothing would be left.
    """
    whole = tellings_of(store, incident)
    left = [telling_named(store, incident, whole, name) for name in dict.fromkeys(tellings)]
    right = [telling for telling in whole if telling not in left]
    if not left or not right:
        raise StoreError(f"{store.path}: {incident} has {len(whole)} tellings; name some of them, and not all", code="no-telling")
    return _write(store, "split", left, right, note)


def undo(store: Store, number: int) -> Decided:
    """Take a decision back. Raises StoreError where there is none of this number."""
    with told(store.path), transaction(store.connection):
        rows = store.connection.execute("SELECT telling FROM decision_sides WHERE decision = ?", [number]).fetchall()
        if not rows:
            message = f"{store.path}: no decision {number}; whodid incidents merges --by-hand lists them"
            raise StoreError(message, code="no-decision")
        for table in ("decision_sides", "decisions"):
            store.connection.execute(f"DELETE FROM {table} WHERE decision = ?", [number])
        return _regrouped(store.connection, number, {telling for (telling,) in rows})


def tellings_of(store: Store, incident: str) -> list[str]:
    """Keys of the incident's tellings, in order. Raises StoreError where there is no such incident."""
    with told(store.path):
        rows = store.connection.execute("SELECT telling FROM told WHERE incident = ? ORDER BY telling", [incident]).fetchall()
    if not rows:
        message = f'{store.path}: no incident "{incident}"; whodid incidents list shows them'
        raise StoreError(message, code="no-incident")
    return [telling for (telling,) in rows]


def telling_named(store: Store, incident: str, tellings: Sequence[str], name: str) -> str:
    """The one of these tellings that is meant: by its key or the beginning of it, or by article and event ("norland-1:e3").

    Raises:
        StoreError: Where none of them, or more than one, is meant.
    """
    with told(store.path):
        sql = """
            SELECT telling FROM told JOIN articles USING (article)
            WHERE incident = $incident
                AND (starts_with(telling, $name) OR id = $name
                    OR left(article, 8) || substr(telling, length(article) + 1) = $name
                    OR list_contains(list_transform(events, event -> id || ':' || event), $name))
            ORDER BY telling
        """
        found = [key for (key,) in store.connection.execute(sql, {"incident": incident, "name": name}).fetchall()]
    if len(found) == 1 and found[0] in tellings:
        return str(found[0])
    what = f"{len(found)} tellings are" if found else "no telling is"
    message = f'{store.path}: {what} called "{name}" in {incident}; whodid incidents show {incident} names them all'
    raise StoreError(message, code="no-telling")


def _write(store: Store, kind: str, left: Sequence[str], right: Sequence[str], note: str | None) -> Decided:
    with told(store.path), transaction(store.connection):
        found = store.connection.execute("SELECT coalesce(max(decision), 0) + 1 FROM decisions").fetchone()
        number = int(found[0]) if found else 1
        made = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        store.connection.execute("INSERT INTO decisions VALUES (?, ?, ?, ?)", [number, kind, made, note])
        rows = [(number, side, telling) for side, tellings in (("left", left), ("right", right)) for telling in tellings]
        fill(store.connection, "decision_sides", {"decision": "INTEGER", "side": "VARCHAR", "telling": "VARCHAR"}, rows)
        return _regrouped(store.connection, number, {*left, *right})


def _regrouped(connection: DuckDBPyConnection, number: int, tellings: set[str]) -> Decided:
    group_tellings(connection, Articles(connection), tellings)
    sql = "SELECT DISTINCT incident FROM told WHERE list_contains(?, telling) AND incident IS NOT NULL ORDER BY incident"
    rows = connection.execute(sql, [sorted(tellings)]).fetchall()
    return Decided(number, tuple(incident for (incident,) in rows))
