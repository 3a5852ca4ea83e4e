"""Fixtures that are loaded once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from whodid import Coder
from whodid.steps.parsing import Parser

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def coder() -> Coder:
    """A coder with the pipeline that is installed."""
    return Coder()


@pytest.fixture(scope="session")
def parser(coder: Coder) -> Parser:
    """Its parser."""
    return coder.parser


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data beside the clone; the test is skipped where they are absent."""
    if not SHARED.is_dir():
        pytest.skip("the development data are not beside the clone")
    return SHARED
