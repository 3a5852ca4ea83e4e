"""The tables of this room: countries in the codes of other data sets, CAMEO's known groups, columns of each format."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Country:
    """A country in the codes that other data sets use; "" where they have none.

    Attributes:
        code: ISO 3166-1 alpha-3, as in the record.
        iso2: ISO 3166-1 alpha-2.
        cow: Number in the Correlates of War state list.
        fips: FIPS 10-4, in which GDELT gives places.
        cameo: CAMEO's country code, in which GDELT gives actors.
        icews: Name in ICEWS.
    """

    code: str
    name: str
    iso2: str
    cow: str
    fips: str
    cameo: str
    icews: str


@dataclass(frozen=True, slots=True)
class Group:
    """An international body with a CAMEO code of its own: CAMEO's region or country, group and type."""

    country: str
    group: str
    type: str


@cache
def countries() -> dict[str, Country]:
    """Countries by ISO code."""
    return {row["code"]: Country(**{**row, "icews": row["icews"] or row["name"]}) for row in _rows("countries")}


@cache
def known_groups() -> dict[str, Group]:
    """CAMEO's known groups by the organization's id."""
    return {f"organization:{row['id']}": Group(row["country"], row["group"], row["type"]) for row in _rows("known_groups")}


@cache
def icews_sectors() -> dict[str, str]:
    """ICEWS's word for a PLOVER sector."""
    return {row["code"]: row["name"] for row in _rows("icews_sectors")}


@cache
def intents() -> dict[str, str]:
    """CAMEO's code for the intent or threat to do something, by the beginning of the deed's own code."""
    return {row["deed"]: row["intent"] for row in _rows("intents")}


@cache
def columns(format: str) -> tuple[str, ...]:
    """The columns of a format, in order."""
    return tuple(row["name"] for row in _rows("columns") if row["format"] == format)


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(files(__package__).joinpath("data", f"{name}.csv").read_text(encoding="utf-8").splitlines())
