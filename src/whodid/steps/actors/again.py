"""Which organization "the alliance", "the group" or "the company" is: the one of that kind that was named last."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.roster import Member, Roster
from whodid.text import Token

# How far back, in sentences, an organization may have been named.
_REACH = 10
# What organizations are that the knowledge does not have.
_KINDS = {
    "BUS": "company",
    "JRN": "media",
    "PTY": "party",
    "OPP": "party",
    "SOC": "ngo",
    "REB": "armed",
    "UAF": "armed",
    "PRM": "armed",
    "LAB": "ngo",
    None: "other",
}
# Sectors that narrow what a noun can mean: "the rebel group".
_NARROWING = frozenset({"REB", "PRM", "UAF", "SOC", "JRN", "BUS"})


class Again:
    """Finds organizations spoken of again.

    Args:
        roster: Who has been met so far.
        lexicon: Which nouns can mean which kinds.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon) -> None:
        self._roster = roster
        self._kinds = lexicon.again

    def organization(self, head: Token, noun: str, sector: str | None = None) -> str | None:
        """The last organization that the noun fits, one whose name holds the noun first; `sector` narrows it ("rebel group")."""
        if noun not in self._kinds or _is_new(head):
            return None
        kinds = frozenset({_KINDS[sector]}) if sector in _NARROWING else self._kinds[noun]
        near = [member for member in self._named(head, _REACH) if self._fits(member, kinds)]
        found = near or self._only(head, kinds)
        called = (member for member in found if noun in member.name.casefold().split())
        member = next(called, found[0] if found else None)
        return None if member is None else member.id

    def _only(self, head: Token, kinds: frozenset[str]) -> list[Member]:
        """The one organization of those kinds that the article has named at all; none where there were several."""
        found = {member.id: member for member in self._named(head, head.sentence.index) if self._fits(member, kinds)}
        return list(found.values()) if len(found) == 1 else []

    def _named(self, head: Token, reach: int) -> Iterator[Member]:
        """Organizations before a word, the last first."""
        for reference in reversed(self._roster.references):
            if head.sentence.index - reference.head.sentence.index > reach:
                return
            if reference.head.i < head.i and len(reference.actors) == 1:
                member = self._roster.members[reference.actors[0]]
                if member.kind == "organization":
                    yield member

    def _fits(self, member: Member, kinds: frozenset[str]) -> bool:
        entry = self._roster.knowledge.organizations.get(member.id.partition(":")[2])
        kind = entry.kind if entry is not None else _KINDS.get(member.sector, "")
        return kind in kinds and (kind != "igo" or member.sector != "MIL") or f"{kind}/{member.sector}" in kinds


def _is_new(head: Token) -> bool:
    """Whether words beside the noun tell what it is, so that it stands for nobody named before: "the Lund group", "the group of six"."""
    if any(child.dep == "compound" and child.text[0].isupper() for child in head.children):
        return True
    return any(
        child.i > head.i and (child.dep in ("relcl", "acl") or child.dep == "prep" and child.lower in ("of", "between", "with"))
        for child in head.children
    )
