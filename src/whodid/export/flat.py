"""Events as rows with whodid's own columns: nothing folded, nothing lost but what stands outside events. docs/formats.md explains them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from whodid.export.telling import Telling
from whodid.record import Event
from whodid.report.names import Names

EVENT_COLUMNS = (
    "article", "article_date", "event", "type", "mode", "contexts", "quad", "cameo", "goldstein", "intensity", "status", "symmetric",
    "actors", "actor_names", "actor_countries", "actor_sectors",
    "recipients", "recipient_names", "recipient_countries", "recipient_sectors",
    "date_start", "date_end", "date_granularity", "date_text", "place", "place_country", "lat", "lon", "geonames", "place_precision",
    "attribution", "said_by", "trigger", "trigger_start", "trigger_end", "sentence", "sentence_start", "sentence_end",
    "counts", "same_as", "confidence", "flags",
)  # fmt: skip
STORE_COLUMNS = ("incident", "source", "url", "title")
COLUMNS = (*EVENT_COLUMNS, *STORE_COLUMNS)
SEPARATOR = "; "


def row(telling: Telling) -> dict[str, Any]:
    """The event under `COLUMNS`: numbers and truth values as such, several values as a list, None for what is not told."""
    record = telling.record
    more = (telling.incident, record.source, record.url, record.title)
    return dict(zip(COLUMNS, (*values(telling.event, Names(record, 1)), *more), strict=True))


def values(event: Event, names: Names) -> tuple[Any, ...]:
    """The event's values under `EVENT_COLUMNS`."""
    record, date, place = names.record, event.date, event.place
    return (
        record.id, record.date, event.id, event.type, event.mode, list(event.contexts), event.quad, event.cameo, event.goldstein,
        event.intensity, event.status, event.symmetric, *_side(event.actors, names), *_side(event.recipients, names),
        *((date.start, date.end, date.granularity, date.text) if date else (None,) * 4),
        *((place.name, place.country, place.lat, place.lon, place.geonames, place.precision) if place else (None,) * 6),
        list(event.attribution), names.sayers(event), event.trigger.text, event.trigger.start, event.trigger.end,
        record.text[event.evidence.start : event.evidence.end], event.evidence.start, event.evidence.end,
        [f"{count.of}={count.value}" for count in event.counts], event.same_as, event.confidence, list(event.flags),
    )  # fmt: skip


def _side(ids: Iterable[str], names: Names) -> tuple[list[str], ...]:
    actors = [names.actors.get(id) for id in ids]
    return (
        list(ids),
        [names.name(id) for id in ids],
        [(actor.country or "") if actor else "" for actor in actors],
        [(actor.sector or "") if actor else "" for actor in actors],
    )


def cell(value: object) -> str:
    """A value as it stands in a cell: nothing for none, several joined."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (tuple, list)):
        return SEPARATOR.join(map(str, value)) if any(value) else ""
    return str(value)
