"""What can be wrong with the file is said in one line, with what would be right."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from whodid.errors import StoreError
from whodid.store import Store, connecting, schema


def made(path: Path) -> Path:
    Store(path, write=True).close()
    return path


def refused(path: Path, *, write: bool = True) -> StoreError:
    with pytest.raises(StoreError) as caught:
        Store(path, write=write)
    assert str(path) in str(caught.value) and "\n" not in str(caught.value)
    return caught.value


def test_what_is_no_store_is_refused(tmp_path):
    text = tmp_path / "notes.txt"
    text.write_text("not a database " * 1000)
    assert refused(text).code == "not-a-store"
    assert text.read_text().startswith("not a database")


def test_another_database_is_left_alone(tmp_path):
    path = tmp_path / "mine.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE articles (a INTEGER)")
    assert refused(path).code == "not-a-store"
    with duckdb.connect(str(path)) as other:
        assert other.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("articles",)]


def test_folders_and_missing_places_are_refused(tmp_path):
    assert refused(tmp_path).code == "store-place"
    assert refused(tmp_path / "no" / "events.duckdb").code == "store-place"
    assert refused(tmp_path / "events.duckdb", write=False).code == "no-store"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_place_that_may_not_be_written_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    assert refused(tmp_path / "events.duckdb").code == "store-place"


def test_a_newer_form_is_refused(tmp_path):
    path = made(tmp_path / "events.duckdb")
    with duckdb.connect(str(path)) as store:
        store.execute("UPDATE about SET schema = schema + 1")
    assert refused(path).code == refused(path, write=False).code == "store-newer"


def test_an_older_form_wants_an_upgrade_before_it_is_read(tmp_path):
    path = made(tmp_path / "events.duckdb")
    with duckdb.connect(str(path)) as store:
        store.execute("UPDATE about SET schema = schema - 1")
    error = refused(path, write=False)
    assert error.code == "store-older" and "whodid store upgrade" in str(error)


def test_other_views_are_made_anew(tmp_path):
    path = made(tmp_path / "events.duckdb")
    with duckdb.connect(str(path)) as store:
        store.execute("UPDATE about SET views = 'other'")
        store.execute("DROP VIEW dyads")
    with Store(path) as reading:
        assert reading.connection.execute("SELECT count(*) FROM dyads").fetchone() == (0,)
    made(path)
    with duckdb.connect(str(path)) as store:
        assert store.execute("SELECT count(*) FROM dyads").fetchone() == (0,)
        assert store.execute("SELECT views FROM about").fetchone() == (schema.views_hash(),)


def test_the_process_that_holds_the_file_is_named(tmp_path):
    path = made(tmp_path / "events.duckdb")
    hold = "import sys, duckdb; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", hold, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"held\n"
        error = refused(path)
        assert error.code == "store-locked" and f"process {holder.pid}" in str(error)
        assert refused(path, write=False).code == "store-locked"
        assert holder.stdin
        holder.stdin.close()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ('IO Error: Could not write file "e.duckdb": No space left on device', "disk-full"),
        ('IO Error: Cannot open file "e.duckdb": Permission denied', "store-place"),
        ('IO Error: Cannot open file "e.duckdb": Read-only file system', "store-place"),
        ("IO Error: Trying to read a database file with version number 99", "store-newer"),
        ("Constraint Error: NOT NULL constraint failed", "store"),
    ],
)
def test_what_the_database_says_is_told_by_its_mend(words, code):
    with pytest.raises(StoreError) as caught, connecting.told(Path("e.duckdb")):
        raise duckdb.Error(words)
    assert caught.value.code == code
