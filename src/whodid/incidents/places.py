"""Places of tellings, and whether two can be one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Verdict = Literal["same", "near", "other"]
# Latitude and longitude in degrees.
Point = tuple[float | None, float | None]

_EXACT = ("point", "town", "district")
_NEAR_KM = 30.0
_EARTH_KM = 12742  # its diameter


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was: name, country, coordinates in degrees, and whether it is no larger than a town."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    exact: bool


def place_of(event: Mapping[str, Any]) -> Place | None:
    """The place of an event of a record; None where it has none."""
    if not (place := event.get("place")):
        return None
    return Place(place["name"], place.get("country"), place.get("lat"), place.get("lon"), place.get("kind") in _EXACT)


def compare_places(a: Place, b: Place) -> Verdict:
    """Whether two places are the same, near (or one can lie in the other), or exclude each other."""
    if a.name == b.name and a.country == b.country:
        return "same"
    if a.country and b.country and a.country != b.country:
        return "other"
    if not (a.exact and b.exact) or (apart := kilometres((a.lat, a.lon), (b.lat, b.lon))) is None or apart <= _NEAR_KM:
        return "near"
    return "other"


def kilometres(one: Point, other: Point) -> float | None:
    """The way between two points along the great circle; None where a coordinate of either is not known."""
    (lat, lon), (other_lat, other_lon) = one, other
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return None
    north, east = math.radians(other_lat - lat), math.radians(other_lon - lon)
    half = math.sin(north / 2) ** 2 + math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(east / 2) ** 2
    return _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
