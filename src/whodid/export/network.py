"""Who dealt with whom as GraphML: a node for each party, an edge from each actor to each recipient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.etree import ElementTree as Xml

from whodid.export.cells import for_xml
from whodid.export.dyads import COUNTS, Counting, dyads, told

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from whodid.store import Filter

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = {"label": "string", "kind": "string", "country": "string", "sector": "string", "wikidata": "string", "events": "long"}
_EDGE_KEYS = {"weight": "double", **{name: "double" if name == "goldstein" else "long" for name in COUNTS}}
Attributes = Mapping[str, Any]


def write_network(connection: DuckDBPyConnection, wanted: Filter, counting: Counting, out: BinaryIO) -> tuple[int, int]:
    """Write the network of the events that fit; gives back how many nodes and edges it has.

    Edges carry the counts of `dyads` over all the time, `weight` being the number of events. A pair of whom nothing counts (all
    denied, or only planned) has no edge. Nodes are those who have one.
    """
    edges = [row for row in dyads(connection, wanted, counting) if row["events"]]
    names = sorted({row[side] for row in edges for side in ("actor", "recipient")})
    nodes = _nodes(connection, wanted, counting, names)
    root = Xml.Element("graphml", xmlns=_SPACE)
    _declare(root, "node", _NODE_KEYS)
    _declare(root, "edge", _EDGE_KEYS)
    graph = Xml.SubElement(root, "graph", id="whodid", edgedefault="undirected" if counting.undirected else "directed")
    for name in names:
        _data(Xml.SubElement(graph, "node", id=for_xml(name)), "node", nodes[name])
    for number, row in enumerate(edges):
        edge = Xml.SubElement(graph, "edge", id=f"e{number}", source=for_xml(row["actor"]), target=for_xml(row["recipient"]))
        _data(edge, "edge", {"weight": row["events"], **row})
    Xml.indent(root)
    Xml.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    out.write(b"\n")
    return len(names), len(edges)


def _declare(root: Xml.Element, kind: str, keys: Mapping[str, str]) -> None:
    for name, type in keys.items():
        Xml.SubElement(root, "key", {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": type})


def _data(element: Xml.Element, kind: str, values: Attributes) -> None:
    keys = _NODE_KEYS if kind == "node" else _EDGE_KEYS
    for name in keys:
        if values.get(name) is not None:
            Xml.SubElement(element, "data", key=f"{kind}-{name}").text = for_xml(str(values[name]))


def _nodes(connection: DuckDBPyConnection, wanted: Filter, counting: Counting, names: Iterable[str]) -> dict[str, Attributes]:
    if counting.by == "country":
        return dict(_country_nodes(connection, wanted, counting, names))
    where, values = wanted.where()
    sql = f"""
        {told(where, once=counting.once)}
        SELECT p.actor, min(p.name), min(p.kind), min(p.country), min(p.sector), min(a.wikidata), count(DISTINCT (p.coding, p.event))
        FROM told AS t JOIN events AS e ON e.coding = t.coding AND e.event = t.event
        JOIN parties AS p ON p.coding = t.coding AND p.event = t.event
        LEFT JOIN actors AS a ON a.coding = p.coding AND a.actor = p.actor
        WHERE list_contains($counted::VARCHAR[], e.status) GROUP BY p.actor
    """
    rows = connection.execute(sql, {**values, "counted": list(counting.counted)}).fetchall()
    return {row[0]: dict(zip(_NODE_KEYS, row[1:], strict=True)) for row in rows}


def _country_nodes(
    connection: DuckDBPyConnection, wanted: Filter, counting: Counting, names: Iterable[str]
) -> Iterator[tuple[str, Attributes]]:
    from whodid.export.tables import countries
    from whodid.ontology import load_ontology

    where, values = wanted.where()
    sql = f"""
        {told(where, once=counting.once)}
        SELECT p.country, count(DISTINCT (p.coding, p.event))
        FROM told AS t JOIN events AS e ON e.coding = t.coding AND e.event = t.event
        JOIN parties AS p ON p.coding = t.coding AND p.event = t.event
        WHERE list_contains($counted::VARCHAR[], e.status) AND p.country IS NOT NULL GROUP BY p.country
    """
    counts = dict(connection.execute(sql, {**values, "counted": list(counting.counted)}).fetchall())
    for name in names:
        state, sector = countries().get(name), load_ontology().sectors.get(name)
        label = state.name if state else sector.gloss if sector else name
        yield name, {"label": label, "kind": "state" if state else "international", "country": name, "events": counts[name]}
