"""Opening the file: what can be wrong with it, said in one line; its form brought up to date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whodid.errors import StoreError
from whodid.reading.plain import spelled
from whodid.store import schema

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Older forms of DuckDB's file do not compress long texts; every DuckDB since 1.2 reads this one.
FILE_FORM = "v1.2.0"
# What is written between two checkpoints. Each writes the last part of every table anew, and the file grows by what that frees.
LOG_SIZE = "64MB"
_BROKEN = ("Corrupt", "checksum", "Could not read enough bytes", "Failed to deserialize", "database has been invalidated")
_HOLDER = re.compile(r"PID (\d+)")


def connect(path: Path, *, write: bool) -> DuckDBPyConnection:
    """A connection to the store in this file; with `write` it is made where it is missing, and brought to the newest form.

    Raises:
        StoreError: Where there is none, or the file is no store, of a newer form, held by another process, or cannot be written.
    """
    _refuse_places(path, write)
    with told(path):
        connection = _opened(path, write)
    try:
        with told(path):
            _fit(connection, path, write)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what DuckDB says of the file into a StoreError that says what would be right."""
    import duckdb

    try:
        yield
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except duckdb.Error as error:
        raise meant(path, error) from None


def _refuse_places(path: Path, write: bool) -> None:
    if spelled(str(path)) != str(path):
        raise StoreError(f"{spelled(str(path))}: is a name that is no UTF-8; name the store otherwise", code="store-place")
    if path.exists() and not path.is_file() and not path.is_dir():
        raise StoreError(f"{path}: is a device or a pipe; expected a file, for instance events.duckdb", code="store-place")
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; expected a file, for instance {path / 'events.duckdb'}", code="store-place")
    if not path.exists() and not write:
        raise StoreError(f"{path}: is not there; whodid code FILE --store {path} makes it", code="no-store")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} is not there; make it first", code="store-place")


def _opened(path: Path, write: bool) -> DuckDBPyConnection:
    import duckdb

    settings: dict[str, str | bool | int | float | list[str]] = {"storage_compatibility_version": FILE_FORM} if write else {}
    connection = duckdb.connect(str(path), read_only=not write, config=settings)
    # Nothing is fetched: an extension that is not built in is an error, not a download.
    connection.execute("SET autoinstall_known_extensions = false")
    connection.execute("SET enable_progress_bar = false")
    if write:
        connection.execute(f"SET wal_autocheckpoint = '{LOG_SIZE}'")
    return connection


def _fit(connection: DuckDBPyConnection, path: Path, write: bool) -> None:
    """Bring the store to the newest form, or say why it cannot be used."""
    form, views = _form(connection, path)
    if form > schema.newest():
        message = f"{path}: was written by a newer whodid (form {form}, this one knows up to {schema.newest()}); update whodid"
        raise StoreError(message, code="store-newer")
    if form == schema.newest() and views == schema.views_hash():
        return
    if not write:
        _show_as_new(connection, path, form)
        return
    _migrate(connection, form)


def _form(connection: DuckDBPyConnection, path: Path) -> tuple[int, str | None]:
    """Number of the store's form (0: an empty file) and the hash of its views."""
    tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall()}
    if not tables:
        return 0, None
    if not {"about", "codings"} <= tables:
        raise StoreError(f"{path}: is a DuckDB file, but no store of whodid; name another file", code="not-a-store")
    found = connection.execute("SELECT schema, views FROM about").fetchone()
    return found or (0, None)


def _show_as_new(connection: DuckDBPyConnection, path: Path, form: int) -> None:
    """Views of a store that may not be written are laid over the old ones for this connection alone."""
    if form < schema.newest():
        message = f"{path}: has an older form ({form} of {schema.newest()}); bring it up to date first: whodid store upgrade --store {path}"
        raise StoreError(message, code="store-older")
    connection.execute(schema.read(schema.VIEWS).replace("CREATE OR REPLACE VIEW", "CREATE OR REPLACE TEMP VIEW"))


def _migrate(connection: DuckDBPyConnection, form: int) -> None:
    with transaction(connection):
        for number, sql in schema.migrations():
            if number > form:
                _apply(connection, sql)
        _apply(connection, schema.read(schema.VIEWS))
        connection.execute("DELETE FROM about")
        connection.execute("INSERT INTO about VALUES (?, ?)", [schema.newest(), schema.views_hash()])


def _apply(connection: DuckDBPyConnection, sql: str) -> None:
    connection.execute(sql)
    connection.execute("; ".join(schema.comments(sql)))


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """All of it or nothing, whatever interrupts."""
    import duckdb

    connection.execute("BEGIN TRANSACTION")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.Error):
            connection.execute("ROLLBACK")
        raise


def meant(path: Path, error: Any) -> StoreError:
    """What an error of DuckDB says of the file, and what would be right."""
    words = " ".join(str(error).split())
    if "Conflicting lock" in words or "Could not set lock" in words or "different configuration" in words:
        holder = _HOLDER.search(words)
        who = f"process {holder[1]}" if holder else "another process"
        return StoreError(f"{path}: is held by {who}; one process at a time can write a store: wait until it ends", code="store-locked")
    if "not a valid DuckDB database" in words:
        return StoreError(f"{path}: is not a DuckDB file; name another file, or a new one", code="not-a-store")
    if "newer version" in words or "storage version" in words.lower() or "version number" in words:
        return StoreError(f"{path}: was written by another version of DuckDB ({_short(words)}); update duckdb", code="store-newer")
    if "No space left" in words or "disk is full" in words.lower():
        mend = "make room and run the same command again: what was stored is kept"
        return StoreError(f"{path}: the disk is full; {mend}", code="disk-full")
    if "Permission denied" in words or "Read-only file system" in words or "read-only mode" in words:
        return StoreError(f"{path}: may not be written or read ({_short(words)}); name a file in a folder of yours", code="store-place")
    if any(sign in words for sign in _BROKEN):
        message = f"{path}: is broken ({_short(words)}); take a copy of it that is whole, or code anew into another file"
        return StoreError(message, code="store-broken")
    return StoreError(f"{path}: {_short(words)}", code="store")


def _short(words: str) -> str:
    return words if len(words) <= 200 else words[:199] + "…"
