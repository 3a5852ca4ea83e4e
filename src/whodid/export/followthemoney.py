"""FollowTheMoney entities: parties, articles, events, and who did what to whom as links. Names are those of FtM's own schemata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from whodid.export.cells import number
from whodid.export.tables import countries
from whodid.export.telling import Telling, pairs
from whodid.record import Actor

Entity = dict[str, Any]
# What makes an organization a public body.
_PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
# FtM's codes for what is no country; the rest of PLOVER's international codes has none.
_INTERNATIONAL = {"EUR": "eu", "UNO": "un"}
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9.-]+")
# ISO codes of former states as FtM has them.
_FORMER = {"SUN": "suhh", "YUG": "yucs", "SCG": "csxx", "CSK": "cshh", "DDR": "dd"}


class FollowTheMoney:
    """Makes the entities of tellings, each entity once."""

    def __init__(self) -> None:
        self._made: set[str] = set()

    def entities(self, telling: Telling) -> Iterator[Entity]:
        """What this telling adds: its article, its parties, the event, and the links between them."""
        event = telling.event
        yield from self._once(_article(telling))
        for id in dict.fromkeys((*event.actors, *event.recipients)):
            if actor := telling.actors.get(id):
                yield from self._once(_party(actor))
        yield from self._once(_event(telling))
        yield _told(telling)
        for actor_id, recipient in pairs(event):
            if actor_id in telling.actors and recipient in telling.actors:
                yield _link(telling, str(actor_id), str(recipient))

    def _once(self, entity: Entity) -> Iterator[Entity]:
        if entity["id"] not in self._made:
            self._made.add(entity["id"])
            yield entity


def _entity(schema: str, id: str, **properties: str | list[str] | None) -> Entity:
    lists = {name: value if isinstance(value, list) else [value] for name, value in properties.items() if value}
    return {
        "id": id,
        "schema": schema,
        "properties": {name: found for name, values in lists.items() if (found := [v for v in values if v])},
    }


def _party(actor: Actor) -> Entity:
    position = {"position": actor.office} if actor.kind == "person" else {}
    return _entity(
        _schema(actor), _id(actor.id), name=actor.name, country=_country(actor.country), wikidataId=actor.wikidata,
        keywords=actor.sector, **position,
    )  # fmt: skip


def _schema(actor: Actor) -> str:
    if actor.kind == "person":
        return "Person"
    if actor.kind == "state" or (actor.kind == "organization" and actor.sector in _PUBLIC):
        return "PublicBody"
    if actor.kind == "organization":
        return "Company" if actor.sector == "BUS" else "Organization"
    return "LegalEntity"


def _country(code: str | None) -> str | None:
    known = countries().get(code or "")
    return _INTERNATIONAL.get(code or "") or _FORMER.get(code or "") or (known.iso2.lower() if known else None)


def _article(telling: Telling) -> Entity:
    record = telling.record
    return _entity(
        "Article", _article_id(telling), title=record.title or record.id, publishedAt=record.date, sourceUrl=record.url,
        publisher=record.source, language=record.language,
    )  # fmt: skip


def _event(telling: Telling) -> Entity:
    event, date, place = telling.event, telling.event.date, telling.event.place
    said = {} if event.is_claim else {"publisher": telling.record.source}
    return _entity(
        "Event", _event_id(telling), name=_caption(telling), summary=telling.sentence(),
        startDate=date.start if date else None, endDate=date.end if date else None,
        location=place.name if place else None, country=_country(place.country) if place else None,
        involved=[_id(id) for id in dict.fromkeys((*event.actors, *event.recipients)) if id in telling.actors],
        keywords=[event.type, *filter(None, (event.mode, event.cameo)), event.status, *event.contexts],
        recordId=f"{telling.record.id}/{event.id}", proof=_article_id(telling), sourceUrl=telling.record.url, **said,
    )  # fmt: skip


def _caption(telling: Telling) -> str:
    """What happened, in a few words: "Russia – ACCUSE (allege) – Ukraine"."""
    event = telling.event
    names = [[telling.actors[id].name for id in side if id in telling.actors] for side in (event.actors, event.recipients)]
    what = f"{event.type} ({event.mode})" if event.mode else event.type
    return " – ".join(filter(None, (", ".join(names[0]), what, ", ".join(names[1]))))


def _told(telling: Telling) -> Entity:
    """That the article tells the event."""
    event = telling.event
    role = "reports what others say" if event.is_claim else "reports"
    return _entity(
        "Documentation", f"{_event_id(telling)}-told", document=_article_id(telling), entity=_event_id(telling), role=role,
        date=telling.record.date,
    )  # fmt: skip


def _link(telling: Telling, actor: str, recipient: str) -> Entity:
    event, date = telling.event, telling.event.date
    return _entity(
        "UnknownLink", f"{_event_id(telling)}-{number(f'{actor} {recipient}')}", subject=_id(actor), object=_id(recipient),
        role=f"{event.type} {event.mode}" if event.mode else event.type, status=event.status,
        startDate=date.start if date else None, endDate=date.end if date else None, summary=telling.sentence(),
        proof=_article_id(telling), sourceUrl=telling.record.url,
    )  # fmt: skip


def _id(name: str) -> str:
    """An id that FtM takes: letters, digits, points and hyphens."""
    return "whodid-" + _NOT_IN_IDS.sub("-", name)


def _article_id(telling: Telling) -> str:
    return _id(f"article-{telling.article}")


def _event_id(telling: Telling) -> str:
    return _id(f"event-{telling.article}-{telling.event.id}")
