"""The tables beside the text: actors, standing facts, times and places, each row linked to its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from whodid.record import Actor
from whodid.report.markup import Markup, join, tag
from whodid.report.names import Names

Row = tuple[str, Sequence[object]]


def actor_table(names: Names) -> Markup | None:
    """Who is named: office or kind, country, sector, and how often."""
    times = Counter(mention.actor for mention in names.record.mentions)
    rows = [(names.actor_anchor(actor.id), _actor(actor, times[actor.id])) for actor in names.record.actors]
    linked = {names.actor_anchor(id) for id in times}
    return _table(("who", "what", "country", "sector", "named"), rows, linked)


def _actor(actor: Actor, times: int) -> Sequence[object]:
    item = tag("small", f" {actor.wikidata}") if actor.wikidata else None
    name = join(tag("bdi", actor.name, title=actor.id), item)
    return name, actor.office or actor.kind, actor.country or "–", actor.sector or "–", f"{times:,} ×" if times else "–"


def relation_table(names: Names) -> Markup | None:
    """Standing facts: subject, predicate, object."""
    rows = [
        (
            names.anchor(f"r{number}"),
            (tag("bdi", names.name(fact.subject)), fact.predicate.replace("_", " "), tag("bdi", names.name(fact.object))),
        )
        for number, fact in enumerate(names.record.relations, 1)
    ]
    return _table(("who", "relation", "to what"), rows)


def time_table(names: Names) -> Markup | None:
    """Time expressions with their values."""
    times = enumerate(names.record.times, 1)
    rows = [(names.anchor(f"t{number}"), (time.text, time.value or "–", time.type.lower())) for number, time in times]
    return _table(("words", "TIMEX3 value", "type"), rows)


def place_table(names: Names) -> Markup | None:
    """Toponyms with their places, each place once."""
    rows = {
        names.place_anchor(place): (tag("bdi", place.name), place.country or "–", _degrees(place.lat, place.lon))
        for place in names.record.places
    }
    return _table(("place", "country", "position"), list(rows.items()))


def _degrees(lat: float | None, lon: float | None) -> str:
    if lat is None or lon is None:
        return "–"
    return f"{abs(lat):.2f}° {'S' if lat < 0 else 'N'}, {abs(lon):.2f}° {'W' if lon < 0 else 'E'}"


def _table(heads: tuple[str, ...], rows: Sequence[Row], linked: set[str] | None = None) -> Markup | None:
    """The rows by their anchors; the first cell of each leads to its words, but for those that are not among the linked."""
    if not rows:
        return None
    body = [_row(key, cells, linked is None or key in linked) for key, cells in rows]
    head = tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads)))
    return tag("div", tag("table", head, tag("tbody", *body)), class_="scroll")


def _row(key: str, cells: Sequence[object], linked: bool) -> Markup:
    first = _back(key, cells[0]) if linked else cells[0]
    return tag("tr", *(tag("td", cell) for cell in (first, *cells[1:])), id=key)


def _back(key: str, words: object) -> Markup:
    return tag("a", words, href=f"#{key}-text")
