"""One actor for a post told without a name and the one person of the article who is said to hold it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from whodid.cast import Reference
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.roster import Member, Roster

# Posts that one person at a time holds in a state, or to one other state, besides the offices of the lexicon.
_SINGLE = frozenset({"ambassador", "envoy", "special envoy", "high commissioner", "attorney general", "governor-general"})
_NOBODY = frozenset({"a", "an", "another", "one", "no", "any", "some", "every", "each", "former", "new", "next", "other"})


def unite(roster: Roster, lexicon: Lexicon) -> None:
    """Let "China's ambassador" be Liu Kor where the article calls him, and nobody else of that country, ambassador."""
    single = _SINGLE | lexicon.offices.keys()
    found = {
        member.id: one
        for member in roster.members.values()
        if member.kind == "group" and member.country and (noun := member.role) in single and (one := _holder(roster, member, noun))
    }
    if found:
        roster.rename(_renamer(found))


def _holder(roster: Roster, group: Member, noun: str | None) -> str | None:
    """The one person of the group's country who is called by the noun."""
    people = [
        member.id
        for member in roster.members.values()
        if member.kind == "person" and member.country == group.country and noun in member.roles
    ]
    return people[0] if len(people) == 1 else None


def _renamer(found: dict[str, str]) -> Callable[[Reference], Reference]:
    def rename(reference: Reference) -> Reference:
        if len(reference.actors) != 1 or reference.actors[0] not in found or not _is_definite(reference):
            return reference
        return replace(reference, actors=(found[reference.actors[0]],))

    return rename


def _is_definite(reference: Reference) -> bool:
    """Whether the words speak of the one holder: not "a Norlandic ambassador", not "ambassadors"."""
    if reference.head.tag not in ("NN", "NNP"):
        return False
    return not any(child.lower in _NOBODY for child in reference.head.children if child.i < reference.head.i)
