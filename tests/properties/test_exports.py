"""Whatever words an article holds, every format gives lines that its readers can take apart again."""

from __future__ import annotations

import io
import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

import builders
from stores import records_of
from whodid.export.formats import FORMATS, Export
from whodid.export.tables import columns

TAB_SEPARATED = ("polecat", "gdelt", "gdelt1", "icews")
words = st.text(max_size=12)


def written(name: str, record: builders.Record) -> str:
    out = io.BytesIO()
    Export(FORMATS[name], records_of(record)).write(out, header=False)
    return out.getvalue().decode()


@settings(max_examples=40, deadline=None)
@given(words, words, words)
def test_any_words_stay_in_their_cells(name, source, url):
    record = builders.record(source=source, url=url)
    record = replace(record, actors=tuple(replace(actor, name=name) for actor in record.actors))
    for format in TAB_SEPARATED:
        assert {line.count("\t") for line in written(format, record).split("\n")[:-1]} == {len(columns(format)) - 1}
    for format in ("jsonl", "followthemoney"):
        assert all(json.loads(line) for line in written(format, record).split("\n")[:-1])
    assert json.loads(written("geojson", record))["features"]
