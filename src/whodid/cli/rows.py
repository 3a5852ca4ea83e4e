"""The record as rows of a table for programs: one event a row. docs/formats.md explains every column."""

from __future__ import annotations

from collections.abc import Iterable

from whodid.record import Event, Record
from whodid.report.names import Names

COLUMNS = (
    "article", "article_date", "event", "type", "mode", "contexts", "quad", "cameo", "goldstein", "intensity", "status", "symmetric",
    "actors", "actor_names", "actor_countries", "actor_sectors",
    "recipients", "recipient_names", "recipient_countries", "recipient_sectors",
    "date_start", "date_end", "date_granularity", "date_text", "place", "place_country", "lat", "lon", "geonames", "place_precision",
    "attribution", "said_by", "trigger", "trigger_start", "trigger_end", "sentence", "sentence_start", "sentence_end",
    "counts", "same_as", "confidence", "flags",
)  # fmt: skip
SEPARATOR = "; "


def rows_of(record: Record) -> list[list[str]]:
    """The record's events as rows under `COLUMNS`; what is not told is an empty cell, several values are joined by "; "."""
    names = Names(record, 1)
    return [[cell(value) for value in _row(event, names)] for event in record.events]


def _row(event: Event, names: Names) -> tuple[object, ...]:
    record, date, place = names.record, event.date, event.place
    return (
        record.id, record.date, event.id, event.type, event.mode, event.contexts, event.quad, event.cameo, event.goldstein, event.intensity,
        event.status, event.symmetric, *_side(event.actors, names), *_side(event.recipients, names),
        *((date.start, date.end, date.granularity, date.text) if date else ("",) * 4),
        *((place.name, place.country, place.lat, place.lon, place.geonames, place.precision) if place else ("",) * 6),
        event.attribution, names.sayers(event), event.trigger.text, event.trigger.start, event.trigger.end,
        record.text[event.evidence.start : event.evidence.end], event.evidence.start, event.evidence.end,
        [f"{count.of}={count.value}" for count in event.counts], event.same_as, event.confidence, event.flags,
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
