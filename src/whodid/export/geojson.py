"""Events as points on a map (RFC 7946)."""

from __future__ import annotations

from typing import Any

from whodid.export import flat
from whodid.export.telling import Telling

_PLACE = ("lat", "lon")


def feature(telling: Telling) -> dict[str, Any]:
    """The event as a feature; its geometry is null where its place is not known, or has no coordinates.

    The properties are the columns of the CSV, with lists for several values, and the place's kind; what is not told is left out.
    """
    place = telling.event.place
    point = {"type": "Point", "coordinates": [place.lon, place.lat]} if place and place.lat is not None and place.lon is not None else None
    row = {**flat.row(telling), "place_kind": place.kind if place else None}
    properties = {name: value for name, value in row.items() if name not in _PLACE and value not in (None, [])}
    return {"type": "Feature", "geometry": point, "properties": properties}
