"""ICEWS's 20 columns: one row for each source and target of each event of each story."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.export import gdelt
from whodid.export.cells import Value, joined, number
from whodid.export.coding import cameo_entry
from whodid.export.places import where
from whodid.export.tables import countries, icews_sectors
from whodid.export.telling import Telling, pairs

SEPARATOR = ","


def left_out(telling: Telling, asked: tuple[str, ...] = ()) -> str | None:
    """Why ICEWS has no place for this telling; None where it has one. ICEWS wants both sides, and has no status."""
    if not (whole := [pair for pair in pairs(telling.event) if all(pair)]):
        return "with one side only" if telling.event.actors or telling.event.recipients else "without parties"
    if telling.event.same_as:
        return "told again in the same article"
    return gdelt.left_out(telling, asked) if whole else None


def rows(telling: Telling) -> Iterator[dict[str, Value]]:
    """The event as rows under ICEWS's columns; parties that do it with each other stand in both directions."""
    known = gdelt.coded(telling)
    if known is None:
        return
    entry = cameo_entry(known.code)
    same: dict[str, Value] = {
        "Event Date": known.day,
        "Event Text": entry.gloss,
        "CAMEO Code": known.code,
        "Intensity": entry.goldstein_icews,
        "Story ID": number(telling.article),
        "Sentence Number": None,
        "Publisher": telling.record.source,
        **_where(telling),
    }
    for source, target in pairs(telling.event, both_ways=True):
        if source and target:
            id = number("\n".join((telling.article, telling.event.id, source, target)))
            yield {"Event ID": id, **same, **_party(telling, source, "Source"), **_party(telling, target, "Target")}


def _party(telling: Telling, id: str, side: str) -> dict[str, Value]:
    actor = telling.actors.get(id)
    known = countries().get((actor.country or "") if actor else "")
    country = known.icews if known else ""
    name = actor.name if actor else id
    if actor and actor.kind == "group" and country:
        name = f"{name} ({country})"
    elif actor and actor.kind == "state" and country:
        name = country
    sector = icews_sectors().get((actor.sector or "") if actor else "", "")
    return {f"{side} Name": name, f"{side} Sectors": joined([sector], SEPARATOR), f"{side} Country": country}


def _where(telling: Telling) -> dict[str, Value]:
    place = where(telling.event.place)
    if place is None:
        return dict.fromkeys(("City", "District", "Province", "Country", "Latitude", "Longitude"))
    country = place.country.icews if place.country else None
    towns = {"City": place.town, "District": place.district, "Province": place.province, "Country": country}
    return {**towns, "Latitude": place.place.lat, "Longitude": place.place.lon}
