"""A server on loopback, with a clock that no test has to wait for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sites import Clock, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()
