"""Rows as Parquet, as DuckDB reads them back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb

import builders
from stores import records_of, second
from whodid.export.flat import COLUMNS
from whodid.export.formats import FORMATS, Export
from whodid.export.parquet import kinds, write, write_parts


def rows():
    return Export(FORMATS["parquet"], records_of(builders.record(), second())).flat_rows()


def test_columns_and_types_come_back(tmp_path: Path):
    with (tmp_path / "it's events.parquet").open("wb") as out:
        write(rows(), kinds(COLUMNS), out)
    relation = duckdb.connect().read_parquet(str(tmp_path / "it's events.parquet"))
    assert tuple(relation.columns) == COLUMNS
    types = dict(zip(relation.columns, map(str, relation.types), strict=True))
    assert (types["article_date"], types["goldstein"], types["geonames"], types["symmetric"], types["date_start"]) == (
        "DATE", "DOUBLE", "BIGINT", "BOOLEAN", "VARCHAR",
    )  # fmt: skip
    assert relation.filter("event = 'e1' AND article = 'norland-1'").project("actor_names, recipients, goldstein").fetchall() == [
        ("Ada Brandt; Juri Tamm", None, 1.0)
    ]
    assert list(tmp_path.iterdir()) == [tmp_path / "it's events.parquet"]


def test_a_folder_has_a_part_for_each_day(tmp_path: Path):
    write_parts(rows(), kinds(COLUMNS), tmp_path / "it's events", by="article_date")
    assert sorted(part.name for part in (tmp_path / "it's events").iterdir()) == ["day=2026-03-04", "day=2026-03-05"]
    counts = duckdb.connect().execute(
        f"SELECT day, count(*) FROM read_parquet('{tmp_path}/it''s events/*/*.parquet', hive_partitioning = true) GROUP BY day ORDER BY day"
    )
    assert counts.fetchall() == [(date(2026, 3, 4), 7), (date(2026, 3, 5), 2)]


def test_no_rows_are_a_file_with_columns(tmp_path: Path):
    with (tmp_path / "none.parquet").open("wb") as out:
        write([], kinds(COLUMNS), out)
    assert duckdb.connect().read_parquet(str(tmp_path / "none.parquet")).columns == list(COLUMNS)
