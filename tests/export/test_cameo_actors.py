"""Actors in CAMEO's codes."""

from __future__ import annotations

import pytest

from whodid.export.cameo_actors import CameoActor, cameo_actor
from whodid.record import Actor


def actor(id: str, kind: str = "organization", country: str | None = None, sector: str | None = None) -> Actor:
    return Actor(id, "Name", kind, country, sector)


@pytest.mark.parametrize(
    ("given", "code", "country", "group", "role"),
    [
        (actor("person:x", "person", "USA", "GOV"), "USAGOV", "USA", "", "GOV"),
        (actor("state:DEU", "state", "DEU"), "DEU", "DEU", "", ""),
        (actor("organization:bbc", country="GBR", sector="JRN"), "GBRMED", "GBR", "", "MED"),
        (actor("group:nurses", "group", "IND", "MED"), "INDHLH", "IND", "", "HLH"),
        (actor("group:rebels", "group", None, "REB"), "REB", "", "", "REB"),
        (actor("organization:un", country="UNO"), "IGOUNO", "", "UNO", "IGO"),
        (actor("person:secretary-general", "person", "UNO", "GOV"), "IGOUNO", "", "UNO", "IGO"),
        (actor("organization:who", country="UNO"), "IGOUNOWHO", "", "WHO", "IGO"),
        (actor("organization:eu", country="EUR"), "IGOEUREEC", "EUR", "EEC", "IGO"),
        (actor("organization:nato", country="IGO", sector="MIL"), "IGOWSTNAT", "WST", "NAT", "IGO"),
        (actor("organization:unknown", country="NGO"), "NGO", "", "", "NGO"),
        (actor("state:XKX", "state", "XKX"), "KSV", "KSV", "", ""),
        (actor("group:someone", "group"), "", "", "", ""),
        (None, "", "", "", ""),
    ],
)
def test_the_parts_and_the_whole_code(given, code, country, group, role):
    assert cameo_actor(given) == CameoActor(code, country, group, role)
