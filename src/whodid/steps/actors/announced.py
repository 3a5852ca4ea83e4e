"""One actor for somebody told of without a name at first, and named soon after: "a Frenchman was freed … Jean Kor, a Frenchman"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whodid.cast import Reference
from whodid.steps.actors.roster import Member, Roster

# How far on, in sentences, the name may stand.
_REACH = 4
# Who speaks for a state is not the one to whom something befalls.
_SPEAKERS = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "IGO"})
_OF_MEN, _OF_WOMEN = "group:men-", "group:women-"
_NATIONALS = ("group:citizens-", "group:hostages-", "group:prisoners-", "group:captives-", "group:men-", "group:women-")


def name_announced(roster: Roster) -> None:
    """Let those of whom the text told at first be the one person of their country whom it names soon after, if it is one."""
    first: dict[str, Reference] = {}
    for reference in sorted(roster.references, key=lambda reference: reference.head.i):
        for actor in reference.actors:
            first.setdefault(actor, reference)
    found = {
        member.id: people[0]
        for member in roster.members.values()
        if member.one and member.country and member.id in first and len(people := list(_named(roster, member, first))) == 1
    }
    if found:
        roster.rename(lambda reference: reference if _is_several(reference) else _renamed(reference, found))


def _is_several(reference: Reference) -> bool:
    """Whether the words tell of several of one kind ("women"), not of one of each ("two hostages, a Swede and a Dane")."""
    return len(reference.actors) == 1 and reference.head.tag in ("NNS", "NNPS")


def _renamed(reference: Reference, found: dict[str, str]) -> Reference:
    return replace(reference, actors=tuple(found.get(actor, actor) for actor in reference.actors))


def _named(roster: Roster, group: Member, first: dict[str, Reference]) -> Iterator[str]:
    """Persons of the group's country and role whom the article names; the first of them must be named soon after."""
    start = first[group.id].head
    for member in roster.members.values():
        if member.kind != "person" or member.country != group.country or member.id not in first or member.sector in _SPEAKERS:
            continue
        head = first[member.id].head
        if not group.id.startswith(_NATIONALS) and group.role not in member.roles:
            continue
        if group.id.startswith(_OF_WOMEN if member.gender == "m" else _OF_MEN) and member.gender is not None:
            continue
        if head.i > start.i and head.sentence.index - start.sentence.index <= _REACH:
            yield member.id
