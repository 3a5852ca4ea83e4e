"""Whom "who", "which" and "whose" stand for: the noun on which their clause hangs."""

from __future__ import annotations

from whodid.cast import Reference
from whodid.steps.actors.candidates import coordinated
from whodid.steps.actors.clauses import first_conjunct
from whodid.steps.actors.roster import Member, Roster
from whodid.text import Token

# How far back, in words, "who" looks past a time or a place.
_WHO_REACH = 7
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})


def resolve_relative(token: Token, roster: Roster) -> tuple[str, ...]:
    """Whom "who", "which" or "whose" stands for: the noun on which its clause hangs, for "who" somebody who can be one."""
    if token.lower not in _RELATIVE:
        return ()
    clause = next((word for word in (token, *token.ancestors()) if word.dep in ("relcl", "acl")), None)
    if clause is None:
        return ()
    reference = roster.at(clause.head)
    actors = _antecedents(reference, clause, roster) if reference is not None else ()
    members = [roster.members[actor] for actor in actors]
    if token.lower in ("which", "that"):
        return () if token.lower == "which" and all(member.kind == "person" for member in members) else actors
    if token.lower == "whose" and actors:
        return actors
    people = tuple(member.id for member in members if _is_who(member, roster)) or _who_before(token, roster)
    return people or tuple(member.id for member in members if member.kind != "state")


def _antecedents(reference: Reference, clause: Token, roster: Roster) -> tuple[str, ...]:
    """The actors of the noun on which a clause hangs; where its verb is a plural, with those joined to the noun."""
    if reference.kind == "adjective":
        return ()
    if not _plural_verb(clause):
        return reference.actors
    first = roster.at(first_conjunct(reference.head))
    one = not any(roster.members[actor].plural for actor in reference.actors)
    return coordinated(first if one and first is not None else reference, roster)


def _plural_verb(clause: Token) -> bool:
    """Whether the verb of a clause is a plural: "who are", "who have"."""
    auxiliary = next((child for child in clause.children if child.dep in ("aux", "auxpass")), clause)
    return auxiliary.lower in ("are", "were", "have") or (auxiliary is clause and clause.tag == "VBP")


def _is_who(member: Member, roster: Roster) -> bool:
    """Whether "who" can mean it: people, and organizations that are spoken of as people ("the Taliban, who")."""
    if member.kind in ("person", "group"):
        return member.plural or not member.collective
    organization = roster.knowledge.organizations.get(member.id.partition(":")[2])
    return organization is not None and organization.kind in ("armed", "party", "movement")


def _who_before(token: Token, roster: Roster) -> tuple[str, ...]:
    """The nearest before "who" who can be one, where the parser hangs its clause on a time or a thing."""
    near = [
        reference
        for reference in roster.references
        if 0 < token.i - reference.head.i <= _WHO_REACH
        and reference.head.sentence is token.sentence
        and reference.kind not in ("adjective", "pronoun")
        and reference.actors
    ]
    for reference in sorted(near, key=lambda reference: -reference.head.i):
        if all(_is_who(roster.members[actor], roster) for actor in reference.actors):
            return reference.actors
    return ()
