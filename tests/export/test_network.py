"""The network as GraphML that network programs read."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

import builders
from stores import make_store
from whodid.export.dyads import Counting
from whodid.export.network import write_network
from whodid.record import Actor
from whodid.store import Filter, Store

_IN = {"g": "http://graphml.graphdrawing.org/xmlns"}


def written(store: Store, wanted: Filter | None = None, **how: Any) -> bytes:
    out = io.BytesIO()
    write_network(store.connection, wanted or Filter(), Counting(**{"by": "actor", "period": None, **how}), out)
    return out.getvalue()


def data(element: Xml.Element) -> dict[str, str | None]:
    return {part.get("key", ""): part.text for part in element.findall("g:data", _IN)}


def test_parties_are_nodes_and_what_they_did_edges(store):
    root = Xml.fromstring(written(store))
    nodes = {node.get("id"): data(node) for node in root.findall(".//g:node", _IN)}
    assert set(nodes) == {"person:ada-brandt", "person:juri-tamm", "state:EST", "state:SUD"}
    assert nodes["person:ada-brandt"] == {
        "node-label": "Ada Brandt", "node-kind": "person", "node-country": "NOR", "node-sector": "GOV", "node-wikidata": "Q1",
        "node-events": "1",
    }  # fmt: skip
    edges = {(edge.get("source"), edge.get("target")): data(edge) for edge in root.findall(".//g:edge", _IN)}
    assert edges["state:SUD", "state:EST"]["edge-goldstein"] == "-10.0"
    assert edges["state:SUD", "state:EST"]["edge-weight"] == "1"
    assert root.find("g:graph", _IN).get("edgedefault") == "directed"


def test_every_key_is_declared_with_its_type(store):
    root = Xml.fromstring(written(store))
    declared = {key.get("id"): key.get("attr.type") for key in root.findall("g:key", _IN)}
    assert {part.get("key") for part in root.iter(f"{{{_IN['g']}}}data")} <= set(declared)
    assert declared["edge-goldstein"] == "double" and declared["edge-events"] == "long"


def test_countries_are_named(store):
    root = Xml.fromstring(written(store, by="country", undirected=True))
    nodes = {node.get("id"): data(node) for node in root.findall(".//g:node", _IN)}
    assert nodes["NOR"]["node-label"] == "Norway"
    assert root.find("g:graph", _IN).get("edgedefault") == "undirected"
    assert len(root.findall(".//g:edge", _IN)) == 2


def test_an_empty_network_is_well_formed(store):
    assert not Xml.fromstring(written(store, Filter(types=("AID",)))).findall(".//g:node", _IN)


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path):
    record = builders.record()
    rest = (actor for actor in record.actors if actor.id != "state:SUD")
    odd = builders.record(actors=(Actor("state:SUD", "Sud\x0bria & <co>", "state", "SUD"), *rest))
    with Store(make_store(tmp_path / "odd.duckdb", [odd])) as store:
        root = Xml.fromstring(written(store))
    labels = [data(node)["node-label"] for node in root.findall(".//g:node", _IN)]
    assert "Sud\ufffdria & <co>" in labels


def test_networkx_reads_it(store):
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    graph = networkx.read_graphml(io.BytesIO(written(store)))
    assert graph.is_directed() and graph.number_of_edges() == 3
    assert graph.nodes["state:SUD"]["label"] == "Sudria" and graph["state:SUD"]["state:EST"]["events"] == 1
