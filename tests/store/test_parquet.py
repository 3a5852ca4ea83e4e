"""The data set in Parquet: parted by day, and the same each time."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

import builders
from shelf import put
from whodid.errors import StoreError
from whodid.store import Filter, Store
from whodid.store.parquet import write_parquet


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "events.duckdb", write=True) as store:
        put(store, builders.record(), builders.record(id="undated", date=None))
        yield store


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*.parquet"))}


def test_events_are_parted_by_day(store, tmp_path):
    assert write_parquet(store, tmp_path / "set") == {"events": 14, "dyads": 12, "quotes": 8, "articles": 2, "incidents": 0}
    days = {folder.name for folder in (tmp_path / "set/events").iterdir()}
    assert {"day=2026-03-02", "day=2026-03-04", "day=__HIVE_DEFAULT_PARTITION__"} <= days
    sql = f"SELECT day::VARCHAR, type FROM read_parquet('{tmp_path}/set/events/**/*.parquet') WHERE event = 'e3' AND article_id = 'undated'"
    assert duckdb.sql(sql).fetchall() == [("2026-03-02", "ASSAULT")]


def test_the_same_store_gives_the_same_bytes(store, tmp_path):
    for name in ("one", "two"):
        write_parquet(store, tmp_path / name)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_filter_holds_for_all_parts(store, tmp_path):
    written = write_parquet(store, tmp_path / "set", Filter(types=("ASSAULT",), statuses=("occurred",)))
    assert written == {"events": 2, "dyads": 2, "quotes": 8, "articles": 2, "incidents": 0}


def test_a_folder_that_is_not_empty_is_refused(store, tmp_path):
    with pytest.raises(StoreError, match="is not empty"):
        write_parquet(store, tmp_path)
    (tmp_path / "a.txt").touch()
    with pytest.raises(StoreError, match=r"a\.txt: is a file; name a new folder"):
        write_parquet(store, tmp_path / "a.txt")
