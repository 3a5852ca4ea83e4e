"""docs/exports.md tells of every format and every column of our own."""

from __future__ import annotations

import re
from pathlib import Path

from whodid.export.dyads import Counting
from whodid.export.flat import STORE_COLUMNS
from whodid.export.formats import FORMATS
from whodid.export.network import _NODE_KEYS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_format_has_its_paragraph():
    assert all(re.search(rf"\*\*[^*]*\b{name}\b[^*]*\*\*", PAGE) for name in FORMATS)


def test_every_column_of_our_own_is_explained():
    own = {*STORE_COLUMNS, *Counting().columns, *Counting(by="actor").columns, *_NODE_KEYS}
    assert not {name for name in own if f"`{name}`" not in PAGE}


def test_every_column_that_stays_empty_is_named():
    for name in ("AvgTone", "SentenceID", "Sentence Number", "Wikipedia Actor ID", "Feature Type", "ADM2Code"):
        assert f"`{name}`" in PAGE
