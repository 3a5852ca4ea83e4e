"""A store with two articles, opened once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import builders
import stores
from whodid.store import Store


@pytest.fixture(scope="session")
def store_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, seven and two events, six happenings."""
    return stores.make_store(tmp_path_factory.mktemp("store") / "events.duckdb", [builders.record(), stores.second()])


@pytest.fixture
def store(store_file: Path) -> Iterator[Store]:
    """The same, opened."""
    with Store(store_file) as opened:
        yield opened
