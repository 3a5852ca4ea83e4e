"""Two articles in every text format, whole: python tests/export/accept.py writes them anew."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
EXPORTED = runpy.run_path(str(HERE / "accept.py"))["exported"]()


@pytest.mark.parametrize("name", EXPORTED)
def test_the_export_is_the_golden_one(name):
    assert EXPORTED[name].decode() == (HERE / "golden" / f"{name}.txt").read_bytes().decode()


def test_every_golden_file_is_still_made():
    assert {file.stem for file in (HERE / "golden").iterdir()} == set(EXPORTED)
