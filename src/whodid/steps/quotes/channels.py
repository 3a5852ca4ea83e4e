"""Channels: to whom it is said, and who relays it."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerb
from whodid.steps.quotes.speakers import ADDRESSING, NOMINAL, QUOTING, agent_of, is_passive
from whodid.text import Token

_OUTLETS = frozenset(
    "agency newspaper daily paper magazine television tv radio broadcaster channel station network programme program website blog twitter"
    " facebook telegram instagram youtube".split()
)


def called_on(verb: Token, entry: ReportingVerb) -> Token | None:
    """Who is to do it, under the verb's preposition: "called on [Norland] to leave"."""
    particle = entry.lemma.partition(" ")[2]
    return next((child.child("pobj") for child in verb.children if child.dep == "prep" and particle and child.lower == particle), None)


def find_addressee(verb: Token, entry: ReportingVerb | None, content: tuple[int, int]) -> Token | None:
    """To whom it is said: "told Tamm", "said to reporters", "urged Norland to"."""
    if is_passive(verb):
        return verb.child("nsubjpass") if verb.lemma in ADDRESSING or verb.lemma == "ask" else None
    addressing = verb.lemma in ADDRESSING or (entry is not None and "order" in entry.takes)
    if entry is not None and entry.lemma.endswith("on") and (asked := called_on(verb, entry)) is not None:
        return asked
    for child in verb.children:
        if content[0] <= child.start < content[1]:
            continue
        if addressing and child.dep in ("dobj", "dative") and child.pos in NOMINAL and child.i > verb.i:
            return child
        if child.dep in ("prep", "dative") and child.lower == "to":
            return child.child("pobj")
    return None


def find_medium(verb: Token, documents: frozenset[str]) -> Token | None:
    """Who relays it: the agent of "was quoted by", the subject of "quoted X as saying"; or what it is said in: "in a statement"."""
    preposition = verb.head
    if verb.dep != "pcomp" or preposition.lower != "as" or preposition.head.lemma not in QUOTING:
        return _channel(verb, documents)
    quoting = preposition.head
    return agent_of(quoting) if is_passive(quoting) else quoting.child("nsubj")


def _channel(verb: Token, documents: frozenset[str]) -> Token | None:
    """The document or outlet that carries what is said: "said in [a statement]", "in an interview with [the daily]"."""
    for preposition in verb.children:
        thing = preposition.child("pobj") if preposition.dep == "prep" and preposition.lower in ("in", "on") else None
        if thing is None:
            continue
        if thing.lemma == "interview":
            asking = next((child for child in thing.children if child.lower in ("with", "to")), None)
            return asking.child("pobj") if asking is not None else None
        if is_outlet(thing) or (preposition.lower == "in" and thing.lemma.lower() in documents):
            return thing
    return None


def is_outlet(noun: Token) -> bool:
    """Whether it is told to be a newspaper, an agency or a broadcaster: "the agency", "state television", "Twitter"."""
    return noun.lemma.lower() in _OUTLETS
