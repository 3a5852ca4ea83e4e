"""GDELT's tables: events of version 2.0 (61 columns) with their mentions (16), and events of version 1.0 (58)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from whodid.article import host_of
from whodid.export.cameo_actors import cameo_actor
from whodid.export.cells import Value, number
from whodid.export.coding import cameo_code, cameo_entry, day_said_or_done
from whodid.export.incidents import Incident
from whodid.export.places import Where, where
from whodid.export.tables import columns
from whodid.export.telling import Pair, Telling
from whodid.record import Record

_WEB, _CITATION = 1, 2
_NO_OFFSET = -1
_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_PARAGRAPH = re.compile(r"\n\s*\n")
# A first paragraph without a full stop at its end that is no longer than this is a headline.
_LONGEST_HEADLINE = 160


class Coded(NamedTuple):
    """What GDELT needs to have of a telling: a CAMEO code and a day."""

    code: str
    day: str


def coded(telling: Telling) -> Coded | None:
    """The telling's CAMEO code and day; None where it lacks one of them."""
    code, day = cameo_code(telling.event), day_said_or_done(telling)
    return Coded(code, day) if code and day else None


def left_out(telling: Telling, asked: tuple[str, ...] = ()) -> str | None:
    """Why GDELT has no place for this telling; None where it has one. It has no status, so that asking changes nothing."""
    del asked
    event = telling.event
    if not event.actors and not event.recipients:
        return "without parties"
    if event.cameo and cameo_code(event) is None:
        return event.status
    return None if coded(telling) else "without a day" if event.cameo else "without a CAMEO code"


def rows(telling: Telling, incident: Incident) -> Iterator[dict[str, Value]]:
    """The happening for which this telling stands, one row for each actor and recipient, under the columns of GDELT 2.0."""
    known = coded(telling)
    if known is None:
        return
    same = {**_when(known.day), **_what(telling, known.code), **_counts(incident), **_places(telling), **_found(telling, incident)}
    for pair in incident.pairs:
        yield {"GlobalEventID": event_number(telling, pair), **same, **_party(telling, pair[0], 1), **_party(telling, pair[1], 2)}


def rows_1(telling: Telling, incident: Incident) -> Iterator[dict[str, Value]]:
    """The same under the columns of GDELT 1.0: no second-level divisions, and days instead of seconds for when it was added."""
    old, new = columns("gdelt1"), [name for name in columns("gdelt") if "ADM2" not in name]
    for row in rows(telling, incident):
        row["DATEADDED"] = str(row["DATEADDED"] or "")[:8]
        yield {one: row[other] for one, other in zip(old, new, strict=True)}


def mentions(telling: Telling, incident: Incident) -> Iterator[dict[str, Value]]:
    """A telling of a happening as GDELT's mentions: one of each row under which the happening stands among the events."""
    record, event = telling.record, telling.event
    same: dict[str, Value] = {
        "EventTimeDate": _moment(incident.first), "MentionTimeDate": _moment(record.date),
        "MentionType": _WEB if record.url else _CITATION, "MentionSourceName": outlet(record), "MentionIdentifier": record.url or record.id,
        "SentenceID": None, "ActionCharOffset": event.trigger.start, "InRawText": 1,
        "Confidence": max(10, min(100, round(event.confidence * 10) * 10)), "MentionDocLen": len(record.text), "MentionDocTone": None,
        "MentionDocTranslationInfo": None, "Extras": None,
    }  # fmt: skip
    for pair in incident.pairs:
        first, second = telling.span(pair[0]), telling.span(pair[1], recipient=True)
        yield {
            "GlobalEventID": event_number(telling, pair), **same,
            "Actor1CharOffset": first.start if first else _NO_OFFSET, "Actor2CharOffset": second.start if second else _NO_OFFSET,
        }  # fmt: skip


def event_number(telling: Telling, pair: Pair) -> int:
    """GDELT's id of a happening between two parties: the same from run to run as long as the happening is."""
    return number("\n".join((telling.incident, pair[0] or "", pair[1] or "")))


def outlet(record: Record) -> str | None:
    """The outlet's domain, as GDELT has it; else its name."""
    return host_of(record.url) or record.source


def _when(day: str) -> dict[str, Value]:
    year, month, date = (int(part) for part in day.split("-"))
    # The codebook says month * 30 + day; its own files count the months from 0, else December would pass into the next year.
    fraction = year + ((month - 1) * 30 + date) / 365
    return {"Day": day.replace("-", ""), "MonthYear": f"{year:04}{month:02}", "Year": f"{year:04}", "FractionDate": f"{fraction:.4f}"}


def _what(telling: Telling, code: str) -> dict[str, Value]:
    entry = cameo_entry(code)
    return {
        "IsRootEvent": int(in_lead(telling)), "EventCode": code, "EventBaseCode": code[:3], "EventRootCode": code[:2],
        "QuadClass": entry.quad, "GoldsteinScale": entry.goldstein,
    }  # fmt: skip


def _counts(incident: Incident) -> dict[str, Value]:
    return {
        "NumMentions": incident.tellings, "NumSources": len(incident.outlets) or None, "NumArticles": len(incident.articles),
        "AvgTone": None,
    }  # fmt: skip


def _party(telling: Telling, id: str | None, side: int) -> dict[str, Value]:
    actor = telling.actors.get(id or "")
    codes = cameo_actor(actor)
    row: dict[str, Value] = {
        "Code": codes.code, "Name": actor.name.upper() if actor else None, "CountryCode": codes.country, "KnownGroupCode": codes.group,
        "EthnicCode": None, "Religion1Code": None, "Religion2Code": None, "Type1Code": codes.role, "Type2Code": None, "Type3Code": None,
    }  # fmt: skip
    return {f"Actor{side}{name}": value for name, value in row.items()}


def _places(telling: Telling) -> dict[str, Value]:
    nowhere = {f"{whose}Geo_{name}": None for whose in ("Actor1", "Actor2") for name in _GEO}
    return {**nowhere, **dict(zip((f"ActionGeo_{name}" for name in _GEO), _geo(where(telling.event.place)), strict=True))}


def _geo(place: Where | None) -> tuple[Value, ...]:
    if place is None:
        return (None,) * len(_GEO)
    coarse = place.fips_division if place.level in ("country", "province") else None
    return _geo_type(place), place.full_name(), place.fips_country, place.fips_division, None, place.place.lat, place.place.lon, coarse


def _geo_type(place: Where) -> int | None:
    american = place.fips_country == "US"
    if place.level == "country":
        return 1
    if place.level == "province":
        return 2 if american else 5
    return (3 if american else 4) if place.level in ("town", "district") else None


def _found(telling: Telling, incident: Incident) -> dict[str, Value]:
    return {"DATEADDED": _moment(incident.first), "SOURCEURL": telling.record.url}


def _moment(day: str | None) -> str | None:
    return f"{day.replace('-', '')}000000" if day else None


def in_lead(telling: Telling) -> bool:
    """Whether the event is told in the lead: the paragraph of the dateline, else the first that is no headline."""
    text = telling.record.text
    start = telling.record.dateline.start if telling.record.dateline else _lead_start(text)
    end = _PARAGRAPH.search(text, start)
    return start <= telling.event.evidence.start < (end.start() if end else len(text))


def _lead_start(text: str) -> int:
    start = len(text) - len(text.lstrip())
    first = _PARAGRAPH.search(text, start)
    if first is None or first.start() - start > _LONGEST_HEADLINE or text[start : first.start()].rstrip().endswith((".", "”", '"')):
        return start
    return first.end()
