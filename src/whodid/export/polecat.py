"""POLECAT's 40 columns: one row for each actor and recipient of each event of each story. docs/exports.md says what it loses."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.export.cells import Value, joined
from whodid.export.coding import day_said_or_done, is_folded, mark, plover_type
from whodid.export.places import where
from whodid.export.tables import countries
from whodid.export.telling import HAPPENED, Telling, pairs
from whodid.ontology import load_ontology
from whodid.record import Event

SEPARATOR = ";"
# PLOVER's code for Kosovo, which ISO has none for.
_PLOVER_COUNTRIES = {"XKX": "KOS"}
# What POLECAT writes for a party that it could not resolve.
_UNRESOLVED = "None"


def left_out(telling: Telling, asked: tuple[str, ...] = ()) -> str | None:
    """Why POLECAT has no place for this telling; None where it has one.

    Args:
        asked: Statuses that were asked for by name; these are written, with PLOVER's mark among the contexts.
    """
    event = telling.event
    if not event.actors and not event.recipients:
        return "without parties"
    if event.same_as:
        return "told again in the same article"
    if event.status in HAPPENED or is_folded(event) or event.status in asked:
        return None
    return event.status


def rows(telling: Telling) -> Iterator[dict[str, Value]]:
    """The event as rows under POLECAT's columns, one for each actor and recipient."""
    same = {**_what(telling), **_where(telling), **_story(telling)}
    for actor, recipient in pairs(telling.event):
        yield {**same, **_party(telling, actor, "Actor"), **_party(telling, recipient, "Recipient")}


def _what(telling: Telling) -> dict[str, Value]:
    event, ontology = telling.event, load_ontology()
    type = plover_type(event)
    mode = event.mode if type == event.type else None
    return {
        "Event ID": f"{telling.record.id}_{event.id}_{type}",
        "Event Date": day_said_or_done(telling) if is_folded(event) else telling.day,
        "Event Type": type,
        "Event Mode": mode,
        "Intensity": event.intensity if type == event.type else ontology.intensity(type),
        "Quad Code": ontology.quad(type).upper(),
        "Contexts": joined(_contexts(event), SEPARATOR),
    }


def _contexts(event: Event) -> list[str]:
    marked = mark(event)
    return [*event.contexts, *([marked] if marked else [])]


def _party(telling: Telling, id: str | None, side: str) -> dict[str, Value]:
    actor = telling.actors.get(id or "")
    country = (actor.country or "") if actor else ""
    span = telling.span(id, recipient=side == "Recipient")
    resolved = actor.name if actor and actor.kind != "group" else _UNRESOLVED
    codes = countries().get(country)
    return {
        f"{side} Name": resolved if id else None,
        f"{side} Country": _PLOVER_COUNTRIES.get(country, country),
        f"{side} COW": codes.cow if codes else None,
        f"Primary {side} Sector": actor.sector if actor else None,
        f"{side} Sectors": actor.sector if actor else None,
        f"{side} Title": actor.office if actor else None,
        f"{side} Name Raw": span.text if span else actor.name if actor and actor.kind == "group" else None,
        f"Wikipedia {side} ID": None,
    }


def _where(telling: Telling) -> dict[str, Value]:
    place, parts = telling.event.place, where(telling.event.place)
    return {
        "Placename": place.name if place else None,
        "City": parts.town if parts else None,
        "District": parts.district if parts else None,
        "Province": parts.province if parts else None,
        "Country": _PLOVER_COUNTRIES.get(place.country or "", place.country) if place else None,
        "Latitude": place.lat if place else None,
        "Longitude": place.lon if place else None,
        "GeoNames ID": place.geonames if place else None,
        "Raw Placename": _words_for_place(telling),
        "Feature Type": None,
    }


def _words_for_place(telling: Telling) -> str | None:
    """The place as the event's sentence has it."""
    place, evidence = telling.event.place, telling.event.evidence
    if place is None:
        return None
    same = (
        found.text
        for found in telling.record.places
        if found.name == place.name and evidence.start <= found.start and found.end <= evidence.end
    )
    return next(same, None)


def _story(telling: Telling) -> dict[str, Value]:
    record = telling.record
    named = {kind: [actor.name for actor in record.actors if actor.kind == kind] for kind in ("person", "organization")}
    return {
        "Source": record.source,
        "Publication Date": record.date,
        "Story People": joined(named["person"], SEPARATOR),
        "Story Organizations": joined(named["organization"], SEPARATOR),
        "Story Locations": joined((place.name for place in record.places), SEPARATOR),
        "Language": record.language,
        "Version": f"whodid {record.coder.whodid}" if record.coder else "whodid",
    }
