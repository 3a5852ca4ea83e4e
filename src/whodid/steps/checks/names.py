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


def joined_names(record: Record) -> Iterator[TextWarning]:
    """A stranger whose two names are those of two known persons in the article ("Jan Lund" beside Jan Kor and Ida Lund)."""
    people = [actor.name.split() for actor in record.actors if actor.wikidata and actor.kind == "person" and " " in actor.name]
    speaking = {quote.speaker.actor for quote in record.quotes if quote.speaker is not None}
    for actor in record.actors:
        words = actor.name.split()
        named = actor.kind == "person" or (actor.kind == "organization" and actor.id in speaking)
        if actor.wikidata or not named or len(words) != 2:
            continue
        first = next((name for name in people if words[0] in (name[0], name[-1]) and words[1] not in name), None)
        last = next((name for name in people if words[1] == name[-1] and words[0] not in name), None)
        mention = next((mention for mention in record.mentions if mention.actor == actor.id and words[0] in mention.text.split()), None)
        if first is not None and last is not None and mention is not None:
            code = "speaker-conflict" if actor.id in speaking else "name-conflict"
            message = f'"{actor.name}" joins the names of {" ".join(first)} and {" ".join(last)}'
            yield TextWarning(code, message, mention.start, mention.end)


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
