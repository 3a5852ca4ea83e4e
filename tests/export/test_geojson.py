"""Events as points."""

from __future__ import annotations

import builders
from stores import told
from whodid.export.geojson import feature


def test_an_event_lies_at_its_place_and_says_how_exact_that_is():
    shelled = feature(told(builders.record(), "e3"))
    assert shelled["geometry"] == {"type": "Point", "coordinates": [21.5, 58.1]}
    properties = shelled["properties"]
    assert (properties["type"], properties["place"]) == ("ASSAULT", "Kell")
    assert (properties["counts"], properties["said_by"]) == (["killed=4"], ["Estia"])
    assert "lat" not in properties and "mode" not in properties


def test_an_event_of_unknown_place_has_no_geometry():
    assert feature(told(builders.record(), "e6"))["geometry"] is None
