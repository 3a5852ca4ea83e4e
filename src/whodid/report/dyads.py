"""Who did how much to whom, month by month, as one page to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def dyads_page(rows: Sequence[Mapping[str, Any]], period: str | None) -> str:
    """One HTML page."""
    raise NotImplementedError
