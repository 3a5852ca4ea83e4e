"""Each format has exactly the columns that its data set has, in order."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from hashlib import sha256

import pytest

import builders
from stores import second, told
from whodid.export import gdelt, icews, polecat
from whodid.export.cells import line
from whodid.export.incidents import Incidents
from whodid.export.tables import columns

# Number of columns, the first and the last, and a hash of all, so that none is changed unseen.
PINNED = {
    "polecat": (40, "Event ID", "Version", "b29a6cf8886a"),
    "gdelt": (61, "GlobalEventID", "SOURCEURL", "6cb6c41fbb26"),
    "gdelt-mentions": (16, "GlobalEventID", "Extras", "a9c8e9a1e907"),
    "gdelt1": (58, "GLOBALEVENTID", "SOURCEURL", "0e99862e3cdb"),
    "icews": (20, "Event ID", "Longitude", "c13a0156eb7e"),
}
NAMES_THERE = {"gdelt": "gdelt2_events", "gdelt-mentions": "gdelt2_mentions", "gdelt1": "gdelt1_events"}


def rows(format: str) -> Iterator[Mapping[str, object]]:
    """Some rows of the format."""
    told_once, again = told(builders.record(), "e1"), told(second(), "e1")
    incidents = Incidents([told_once, again])
    if format in ("polecat", "icews"):
        return {"polecat": polecat.rows, "icews": icews.rows}[format](told_once)
    if format == "gdelt-mentions":
        return gdelt.mentions(told_once, incidents.of(told_once))
    return {"gdelt": gdelt.rows, "gdelt1": gdelt.rows_1}[format](told_once, incidents.of(told_once))


@pytest.mark.parametrize("format", PINNED)
def test_the_columns_are_those_of_the_data_set(format):
    names = columns(format)
    assert (len(names), names[0], names[-1], sha256("\t".join(names).encode()).hexdigest()[:12]) == PINNED[format]


@pytest.mark.parametrize("format", PINNED)
def test_a_row_has_a_value_under_every_column_and_no_more(format):
    found = list(rows(format))
    assert found
    for row in found:
        assert set(row) == set(columns(format))
        assert line(row, columns(format)).count("\t") == len(columns(format)) - 1


@pytest.mark.shared
@pytest.mark.parametrize("format", PINNED)
def test_the_columns_are_those_that_were_published(format, shared):
    with (shared / "data" / "ontology" / "export_columns.csv").open(encoding="utf-8", newline="") as stream:
        published = [row["name"] for row in csv.DictReader(stream) if row["format"] == NAMES_THERE.get(format, format)]
    assert list(columns(format)) == published
