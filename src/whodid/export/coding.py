"""Type and CAMEO code in data sets that have no status: the rules of PLOVER and CAMEO for what lies ahead."""

from __future__ import annotations

from whodid.export.tables import intents
from whodid.export.telling import HAPPENED, Telling
from whodid.ontology import CameoEntry, load_ontology
from whodid.record import Event

# PLOVER's marks for what has not happened; its manual names them, POLECAT's coder never set them.
MARKS = {"planned": "future", "proposed": "hypothetical", "denied": "negation"}
# PLOVER, AGREE: a future RETREAT or CONCEDE does not become AGREE; an announced one is CONCEDE.
_ANNOUNCEMENTS = ("AGREE", "CONCEDE")
# Codes that say already that something is only meant (03) or threatened (13).
_INTENT_ROOTS = ("03", "13")


def plover_type(event: Event) -> str:
    """The type that PLOVER itself gives: planned cooperation is AGREE, a planned retreat CONCEDE."""
    return load_ontology().as_plover(event.type, event.status)


def is_folded(event: Event) -> bool:
    """Whether PLOVER has a type for the announcement of this planned event: then the announcement is the event."""
    return event.status == "planned" and plover_type(event) in _ANNOUNCEMENTS


def mark(event: Event) -> str | None:
    """PLOVER's auxiliary mark for an event that has not happened and is not folded into another type; None for the rest."""
    return None if is_folded(event) else MARKS.get(event.status)


def cameo_code(event: Event) -> str | None:
    """The CAMEO code to export: of what happened its own, of what is planned the code for meaning or threatening to do it.

    None where CAMEO has no code that says it: what is proposed or denied, planned words of conflict, and events without a code.
    """
    code = event.cameo
    if code is None or event.status in HAPPENED:
        return code
    if event.status != "planned":
        return None
    if code.startswith(_INTENT_ROOTS):
        return code if code.startswith("03") else None
    known = intents()
    return next((known[code[:length]] for length in range(len(code), 1, -1) if code[:length] in known), None)


def cameo_entry(code: str) -> CameoEntry:
    """The code's name, quad class and scores."""
    return load_ontology().cameo(code)


def day_said_or_done(telling: Telling) -> str | None:
    """The day of what is exported: of a planned event that becomes a promise or threat, the day on which it was told."""
    return telling.record.date if telling.event.status == "planned" else telling.day
