"""Names and offices that do not fit together, and standing facts that are known to be otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date

from whodid.cast import Cast
from whodid.knowledge import Knowledge
from whodid.record import Record, TextWarning


def name_conflicts(record: Record, cast: Cast) -> Iterator[TextWarning]:
    """References that the actors room could not settle: two names run together, an office with another's name."""
    spoken = {(quote.speaker.start, quote.speaker.end) for quote in record.quotes if quote.speaker is not None}
    for reference in cast.references:
        span = reference.span
        if "name-conflict" in reference.flags:
            speaks = any(start < span.end and span.start < end for start, end in spoken)
            code = "speaker-conflict" if speaks else "name-conflict"
            note = reference.note or "names of two known persons run together"
            yield TextWarning(code, _about(span.text, note), span.start, span.end)
        elif "office-conflict" in reference.flags:
            note = reference.note or "the office is another's on this day"
            yield TextWarning("office-conflict", _about(span.text, note), span.start, span.end)


def _about(words: str, note: str) -> str:
    """The note, with the words it is about in front where it does not name them itself."""
    return note if words in note else f'"{words}": {note}'


def relation_conflicts(record: Record, knowledge: Knowledge, anchor: Date | None) -> Iterator[TextWarning]:
    """A membership that the text states and that is known not to have been on that day."""
    if anchor is None:
        return
    for relation in record.relations:
        if relation.predicate != "member_of":
            continue
        state = relation.subject.removeprefix("state:")
        organization = relation.object.removeprefix("organization:")
        members = {membership.state for membership in knowledge.members(organization, anchor) if membership.predicate == "member_of"}
        if members and state in knowledge.states and state not in members:
            name, body = knowledge.states[state].name, knowledge.organizations[organization].name
            message = f"{name} is called a member of the {body}; it is not known to have been one on {anchor.isoformat()}"
            yield TextWarning("relation-conflict", message, relation.evidence.start, relation.evidence.end)
