"""FollowTheMoney: schemata and properties that FtM has, every link between entities that are there."""

from __future__ import annotations

import re

import pytest

import builders
from stores import second
from whodid.export.followthemoney import FollowTheMoney
from whodid.export.telling import tellings

_INTERVAL = {"startDate", "endDate", "date", "summary", "recordId", "sourceUrl", "proof", "publisher"}
_THING = {"name", "country", "keywords", "wikidataId", "summary", "sourceUrl", "publisher", "proof"}
# Properties that FtM 4.11 has under these schemata, as far as they are used here.
PROPERTIES = {
    "Person": {*_THING, "position"},
    "PublicBody": _THING,
    "Company": _THING,
    "Organization": _THING,
    "LegalEntity": _THING,
    "Article": {*_THING, "title", "publishedAt", "language"},
    "Event": {*_THING, *_INTERVAL, "location", "involved"},
    "Documentation": {*_INTERVAL, "document", "entity", "role"},
    "UnknownLink": {*_INTERVAL, "subject", "object", "role", "status"},
}
LINKS = ("involved", "proof", "document", "entity", "subject", "object")


@pytest.fixture(scope="module")
def entities():
    made = FollowTheMoney()
    return [entity for record in (builders.record(), second()) for telling in tellings(record) for entity in made.entities(telling)]


def test_only_what_ftm_knows_is_used(entities):
    for entity in entities:
        assert set(entity) == {"id", "schema", "properties"}
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
        assert all(isinstance(value, str) and value for values in entity["properties"].values() for value in values)
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*", entity["id"])


def test_each_entity_is_made_once_and_every_link_leads_to_one(entities):
    ids = [entity["id"] for entity in entities]
    assert len(ids) == len(set(ids))
    assert {value for entity in entities for name in LINKS for value in entity["properties"].get(name, ())} <= set(ids)


def test_kinds_of_actors_have_their_schemata(entities):
    named = [entity for entity in entities if entity["schema"] != "Event" and "name" in entity["properties"]]
    schemata = {entity["properties"]["name"][0]: entity["schema"] for entity in named}
    assert (schemata["Ada Brandt"], schemata["Estia"], schemata["students"]) == ("Person", "PublicBody", "LegalEntity")


def test_a_link_says_who_did_what_to_whom_and_whether_it_happened(entities):
    shelled = next(entity for entity in entities if entity["schema"] == "UnknownLink" and entity["properties"]["role"] == ["ASSAULT"])
    properties = shelled["properties"]
    assert (properties["subject"], properties["object"]) == (["whodid-state-SUD"], ["whodid-state-EST"])
    assert (properties["status"], properties["startDate"]) == (["occurred"], ["2026-03-02"])


def test_ftm_takes_them(entities):
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed").model
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert len(proxy.get(name)) == len(set(values)), (entity["schema"], name, values)
