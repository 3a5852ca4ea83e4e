"""The one table of weights, with what each means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("weights.yaml")


@dataclass(frozen=True, slots=True)
class Weight:
    """One line of the table: which part of it, name, weight, meaning."""

    part: str
    name: str
    weight: float
    means: str


@cache
def weights() -> tuple[Weight, ...]:
    """The table, in its order."""
    import yaml

    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return tuple(Weight(part, name, float(row["weight"]), row["means"]) for part, rows in table.items() for name, row in rows.items())


@cache
def part(name: str) -> dict[str, float]:
    """The weights of one part of the table by name: `articles`, `bars`, `copies`, `tellings`."""
    return {row.name: row.weight for row in weights() if row.part == name}
