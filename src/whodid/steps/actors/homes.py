"""The countries of persons of whom the text tells none: in an article about one country they are of that one."""

from __future__ import annotations

from dataclasses import replace

from whodid.cast import Reference
from whodid.steps.actors.focus import Focus
from whodid.steps.actors.roster import Member, Roster

_INFERRED = "country-inferred"


def infer_homes(roster: Roster, focus: Focus) -> None:
    """Give those of no known country that of the article, where it tells of one alone, with a flag on every word for them."""
    first: dict[str, Reference] = {}
    for reference in roster.references:
        for actor in reference.actors:
            first.setdefault(actor, reference)
    at_home = {member.id for member in roster.members.values() if member.id in first and _is_at_home(member, first[member.id], focus)}
    if at_home:
        roster.rename(lambda reference: _flagged(reference) if at_home.intersection(reference.actors) else reference)


def _is_at_home(member: Member, first: Reference, focus: Focus) -> bool:
    """Whether a person, told by more than one name, got the country of the article around where the text first names him."""
    if member.kind != "person" or member.country is not None or " " not in member.name:
        return False
    member.country = focus.theme(first.head.sentence.index)
    return member.country is not None


def _flagged(reference: Reference) -> Reference:
    return replace(reference, flags=tuple(dict.fromkeys((*reference.flags, _INFERRED))))
