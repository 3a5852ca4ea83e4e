"""Whom "the two leaders", "both sides" and "the three" stand for: those who were last spoken of together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whodid.cast import Reference
from whodid.steps.actors.candidates import coordinated, leads
from whodid.steps.actors.clauses import first_conjunct
from whodid.steps.actors.coreference import barred
from whodid.steps.actors.inflection import singular
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.roles import plays
from whodid.steps.actors.roster import Member, Roster
from whodid.text import Token

# How far back, in sentences, a pair looks.
_REACH = 4
_FAR = 9
# The same for "the men" without a number.
_NEAR = 3
_CENTRAL = frozenset({"nsubj", "nsubjpass", "dobj", "conj"})
_SIDES = frozenset({"sides", "parties"})
_ANYBODY = frozenset({"men", "women", "rivals", "politicians", "heads", "counterparts", "officials", "diplomats"})

Side = Callable[[Member], str | None]
Found = tuple[tuple[str, ...], bool]


class Pairs:
    """Finds those who were spoken of together.

    Args:
        roster: Who has been met so far.
        lexicon: Words for pairs.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon) -> None:
        self._roster = roster
        self._lexicon = lexicon

    def two(self, token: Token, kind: str) -> Found:
        """The last two of a kind ("person", "state", "any"), and whether it is in doubt who they are."""
        if any(child.dep == "amod" and child.text[0].isupper() for child in token.children):
            return (), True
        found, doubt = self._last_two(token, self._side(token, kind))
        if not found and kind == "any" and token.lower != "both":
            found = self._parties(token)
        return found, doubt and not found

    def _parties(self, token: Token) -> tuple[str, ...]:
        """The last two states or organizations joined by "and", farther back: the parties of whom a whole article tells."""
        for index in range(token.sentence.index - 1, token.sentence.index - _FAR, -1):
            dealing = [reference for reference in self._before(token, index) if _deals(reference.head)]
            if joined := self._joined(dealing, _party, 2):
                return joined
        return ()

    def _last_two(self, token: Token, side: Side) -> Found:
        again = self._same_noun(token)
        met: list[str] = []
        for index in range(token.sentence.index, token.sentence.index - _REACH, -1):
            here = self._before(token, index)
            together = self._joined(here, side, 2)
            if not together and again is not None and again.head.sentence.index == index:
                return again.actors, False
            fresh = [key for key in self._sides(here, side) if key not in met]
            if together and (not met or len({*together, *met}) == 2 or len(met) + len(fresh) > 2):
                return together, False
            if again is None and len(met) + len(fresh) == 2:
                return (*fresh, *met) if index < token.sentence.index else (*met, *fresh), False
            if again is None and len(met) + len(fresh) > 2:
                central = [r for r in here if r.head.dep in _CENTRAL]
                keys = [*met, *(key for key in self._sides(central, side) if key not in met)]
                return (tuple(keys), False) if len(keys) == 2 else ((), True)
            met.extend(fresh if again is None else ())
        return (), False

    def joined(self, token: Token) -> tuple[str, ...]:
        """Those persons whom "the men" or "the ministers" are: all of the last sentence before that joins some by "and"."""
        for index in range(token.sentence.index - 1, token.sentence.index - _NEAR, -1):
            here = self._before(token, index)
            people = self._sides(here, _person)
            if not people:
                continue
            named = [reference for reference in here if reference.kind != "adjective"]
            return self._joined(named, self._side(token, "person"), len(people)) if len(people) > 1 else ()
        return ()

    def several(self, token: Token, count: int, kind: str = "any") -> Found:
        """ "The three": so many joined by "and", else all the persons, or all the states, of the last sentence that tells of any."""
        alone = {"any": (_person, self._state), "person": (self._side(token, "person"),), "state": (self._state,)}[kind]
        for index in range(token.sentence.index, token.sentence.index - _REACH, -1):
            here = self._before(token, index)
            if joined := self._joined(here, _any if kind == "any" else alone[0], count):
                return joined, False
            for side in alone:
                keys = self._sides(here, side)
                if len(keys) == count:
                    return tuple(keys), False
            if index < token.sentence.index and here:
                break
        return (), True

    def _before(self, token: Token, index: int) -> list[Reference]:
        """References of one sentence before a word, without those who do something to the pair, and without pronouns."""
        taken = barred(token, self._roster) if index == token.sentence.index else frozenset[str]()
        mediate = token.lower in self._lexicon.mediators
        return [
            reference
            for reference in self._roster.references
            if reference.head.sentence.index == index
            and reference.head.i < token.i
            and reference.kind != "pronoun"
            and not taken.issuperset(reference.actors)
            and self._mediates(reference) == mediate
        ]

    def _mediates(self, reference: Reference) -> bool:
        """Whether somebody brings two sides together and so is none of them: "brokered by Norland"."""
        head = reference.head
        if head.lower in self._lexicon.mediators:
            return True
        head = first_conjunct(head)
        agent = head.dep == "pobj" and head.head.dep == "agent"
        verb = head.head.head if agent else head.head
        return (agent or head.dep == "nsubj") and verb.lemma.lower() in self._lexicon.mediating_verbs

    def _same_noun(self, token: Token) -> Reference | None:
        """The last pair told by the same noun: "the two sides … the two sides"."""
        for reference in reversed(self._roster.references):
            if reference.head.sentence.index <= token.sentence.index - _REACH:
                return None
            if reference.kind == "pair" and reference.head.lower == token.lower and len(reference.actors) == 2:
                return reference
        return None

    def _joined(self, references: Sequence[Reference], side: Side, count: int) -> tuple[str, ...]:
        """The last "A and B" or "the leaders of A and B" among these."""
        members = self._roster.members
        for reference in reversed(references):
            actors = coordinated(reference, self._roster) if leads(reference, self._roster) else ()
            keys = tuple(dict.fromkeys(key for actor in actors if (key := side(members[actor]))))
            if len(keys) == count and len(keys) == len(actors):
                return keys
        return ()

    def _sides(self, references: Sequence[Reference], side: Side) -> list[str]:
        """Who may be one of the pair, each once; unnamed people of no country are not spoken of by number again."""
        members = (self._roster.members[actor] for reference in references for actor in reference.actors)
        keys = (side(member) for member in members if member.kind != "group" or member.country)
        return list(dict.fromkeys(key for key in keys if key))

    def _side(self, token: Token, kind: str) -> Side:
        if kind == "state":
            return self._state
        if kind != "person":
            return self._party_of if token.lower in _SIDES else _any
        noun = singular(token.lower)
        if token.lower in _ANYBODY or token.tag == "CD":
            return _person
        return lambda member: member.id if member.kind == "person" and (not member.roles or plays(member, noun)) else None

    def _party_of(self, member: Member) -> str | None:
        """Who is a side: an organization for its members ("Hamas fighters"), a state for its government."""
        return member.owner or self._roster.state_for(member) or member.id

    def _state(self, member: Member) -> str | None:
        if (state := self._roster.state_for(member)) is not None:
            return state
        return self._roster.state_of(member.country) if member.country and member.kind == "person" else None


def _person(member: Member) -> str | None:
    return member.id if member.kind == "person" else None


def _deals(head: Token) -> bool:
    """Whether two that are joined do something together or have it between them."""
    return head.dep in ("nsubj", "nsubjpass") or (head.dep == "pobj" and head.head.lower == "between")


def _party(member: Member) -> str | None:
    return member.id if member.kind in ("state", "organization") else None


def _any(member: Member) -> str | None:
    return member.id
