"""Who is told before a word, with whom he is joined, and how much he stands out there: the candidates of pronouns and repeated nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whodid.cast import Reference
from whodid.steps.actors.clauses import SUBJECTS, governor, role_of
from whodid.steps.actors.roster import Member, Roster
from whodid.text import Token

# How far back, in sentences, a pronoun looks.
_REACH = 3
# Two candidates nearer than this are of equal weight.
_MARGIN = 0.3
# Forms of "to be" that say of somebody what he is or was.
_IS = frozenset({"is", "was", "'s"})
_MODIFYING = frozenset({"poss", "compound", "amod", "nmod"})
OBJECTS = frozenset({"dobj", "dative"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Actors that some words before may lend to a pronoun, with their weight."""

    actors: tuple[str, ...]
    weight: float
    head: Token


def best(candidates: Iterable[Candidate]) -> tuple[tuple[str, ...], bool]:
    """The actors of the weightiest candidate, and whether two of equal weight leave it in doubt (then nobody)."""
    weights: dict[tuple[str, ...], float] = {}
    for candidate in candidates:
        weights[candidate.actors] = max(candidate.weight, weights.get(candidate.actors, -99.0))
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked:
        return (), False
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN:
        return (), True
    return ranked[0][0], False


def told_before(token: Token, roster: Roster) -> Iterator[Reference]:
    """The references before a word that may lend it their actors, the nearest first."""
    index = token.sentence.index
    for reference in reversed(roster.references):
        distance = index - reference.head.sentence.index
        if distance > _REACH:
            return
        if (
            reference.actors
            and reference.head.i < token.i
            and not reference.head.sentence.headline
            and not _says_what(reference.head, roster)
        ):
            yield reference


def _says_what(head: Token, roster: Roster) -> bool:
    """Whether a noun only tells what somebody is: "these rioters are criminals"."""
    subject = head.head.child("nsubj") if head.dep == "attr" else None
    return subject is not None and roster.at(subject) is not None


def said_of(noun: Token, roster: Roster) -> Member | None:
    """The person of whom a noun says what he is: "Jan Kor, a Norlander", "Jan Kor is a Norlander"."""
    verb = noun.head
    if noun.dep == "attr" and verb.lower in _IS and not any(child.dep == "neg" for child in verb.children):
        subject = verb.child("nsubj")
    else:
        subject = verb if noun.dep == "appos" else None
    known = roster.at(subject) if subject is not None else None
    if known is None or len(known.actors) != 1 or known.kind not in ("name", "pronoun"):
        return None
    member = roster.members[known.actors[0]]
    return member if member.kind == "person" else None


def leads(reference: Reference, roster: Roster) -> bool:
    """Whether the reference is the first of those that are joined by "and"."""
    head = reference.head
    return head.dep != "conj" or roster.at(head.head) is None


def coordinated(reference: Reference, roster: Roster) -> tuple[str, ...]:
    """The actors of a reference and of those joined to it by "and"."""
    actors = list(reference.actors)
    for token in reference.head.conjuncts()[1:]:
        joined = roster.at(token)
        if joined is not None and joined.kind != "adjective":
            actors.extend(joined.actors)
    return tuple(dict.fromkeys(actors))


def salience(token: Token, reference: Reference) -> float:
    """How much a reference stands out before a pronoun: an adjective less than a name."""
    weight = weight_of(token, reference.head)
    if reference.kind == "adjective" and role_of(reference.head) in _MODIFYING:
        weight -= 0.5
    return weight


def weight_of(token: Token, head: Token) -> float:
    """How much a word before a pronoun stands out by its place in the sentence."""
    distance = token.sentence.index - head.sentence.index
    weight = -0.9 - 1.2 * distance if distance else -0.01 * (token.i - head.i)
    role = role_of(head)
    if head is governor(token):
        weight += 2.0
    elif role in SUBJECTS:
        weight += 1.5 if head.head.dep not in ("relcl", "acl") else 0.9
    elif role in OBJECTS:
        weight += 0.6
    elif role in _MODIFYING:
        weight -= 0.3
    return weight
