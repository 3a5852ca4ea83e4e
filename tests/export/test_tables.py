"""The tables: codes that do not collide, and some that everybody knows."""

from __future__ import annotations

from collections import Counter

import pytest

from whodid.export.tables import columns, countries, icews_sectors, known_groups
from whodid.knowledge import load_knowledge
from whodid.ontology import load_ontology

# A former state and the one that came after share a number or a code.
SHARED = {"cow": {"345", "365", "490"}, "fips": {"CG"}, "iso2": {"CS"}}


@pytest.mark.parametrize(
    ("code", "iso2", "cow", "fips", "cameo"),
    [
        ("DEU", "DE", "255", "GM", "DEU"), ("GBR", "GB", "200", "UK", "GBR"), ("CHE", "CH", "225", "SZ", "CHE"),
        ("CHN", "CN", "710", "CH", "CHN"), ("AUS", "AU", "900", "AS", "AUS"), ("AUT", "AT", "305", "AU", "AUT"),
        ("UKR", "UA", "369", "UP", "UKR"), ("KOR", "KR", "732", "KS", "KOR"), ("PRK", "KP", "731", "KN", "PRK"),
        ("XKX", "XK", "347", "KV", "KSV"), ("COD", "CD", "490", "CG", "COD"), ("COG", "CG", "484", "CF", "COG"),
        ("SSD", "SS", "626", "OD", "SSD"), ("ZAF", "ZA", "560", "SF", "ZAF"), ("TLS", "TL", "860", "TT", "TMP"),
        ("SRB", "RS", "345", "RI", "SRB"),
    ],
)  # fmt: skip
def test_codes_that_are_often_mistaken(code, iso2, cow, fips, cameo):
    known = countries()[code]
    assert (known.iso2, known.cow, known.fips, known.cameo) == (iso2, cow, fips, cameo)


@pytest.mark.parametrize("column", ["iso2", "cow", "fips", "cameo"])
def test_no_two_countries_share_a_code(column):
    counts = Counter(getattr(country, column) for country in countries().values())
    assert {code for code, count in counts.items() if code and count > 1} <= SHARED.get(column, set())


def test_every_state_of_the_knowledge_has_its_codes():
    states = {state.code for state in load_knowledge().states.values()}
    # South Vietnam bears a code here that ISO gave to the North.
    assert states - set(countries()) <= {"VDR"}
    assert all(country.name == load_knowledge().states[country.code].name for country in countries().values() if country.code in states)


def test_every_known_group_is_an_organization_of_the_knowledge():
    assert {id.removeprefix("organization:") for id in known_groups()} <= set(load_knowledge().organizations)


def test_every_word_for_a_sector_belongs_to_one():
    assert set(icews_sectors()) <= set(load_ontology().sectors)


def test_an_unknown_format_has_no_columns():
    assert columns("nothing") == ()
