"""Verbs that only tell that the event noun under them takes place: "held talks", "took part in a raid", "the talks that Norland held"."""

from __future__ import annotations

from whodid.steps.events.asides import RELATIVE
from whodid.steps.events.prepositions import MONEY
from whodid.steps.events.trigger import Lexicon
from whodid.text import Token

_WITH_PREPOSITION = frozenset(("take", "engage", "be", "participate", "return", "agree", "resort"))


def light_verb(noun: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """The light verb whose object the noun is, with its aspect; "take part in talks" and "be on patrol" count."""
    above = noun.head
    if noun.dep == "oprd" and above.dep in ("ccomp", "dobj") and any(child.lower == "what" for child in above.children):
        lemma = above.head.lemma  # "launched what it called an operation against the rebels"
        return (above.head, lexicon.light_verbs[lemma]) if lemma in lexicon.light_verbs else None
    if noun.dep == "conj" and above.pos in ("NOUN", "PROPN"):
        return light_verb(above, lexicon)
    if any(child.dep == "prt" and child.lower in ("down", "off") for child in above.children):
        return None  # "put down the unrest", "call off the talks"
    if noun.dep in ("dobj", "nsubjpass", "attr") and above.lemma in lexicon.light_verbs:
        return above, lexicon.light_verbs[above.lemma]
    if (verb := _told_of(noun)) is not None and verb.lemma in lexicon.light_verbs:
        return verb, lexicon.light_verbs[verb.lemma]
    if noun.dep == "pobj":
        prep = noun.head
        verb = prep.head
        if prep.lower == "in" and verb.lemma.lower() in MONEY:
            return light_verb(verb, lexicon)  # "approved $1 billion in arms sales"
        if verb.pos == "NOUN" and verb.lemma in ("part", "step", "place") and verb.head.is_verb:
            verb = verb.head
        if prep.lower in ("in", "on", "to", "for") and verb.lemma in _WITH_PREPOSITION:
            key = f"{verb.lemma} {prep.lower}"
            if key in lexicon.light_verbs:
                return verb, lexicon.light_verbs[key]
            if verb.lemma == "take" and any(child.lemma == "part" for child in verb.children):
                return verb, "occurred"
    return None


def _told_of(noun: Token) -> Token | None:
    """The verb of a relative clause whose object the noun is: "the talks that Norland held"; None where there is none."""
    for verb in noun.children:
        if verb.dep == "relcl" and verb.i > noun.i and verb.child("dobj") in (None, *(w for w in verb.children if w.lower in RELATIVE)):
            subject = verb.child("nsubj")
            if subject is not None and subject.lower not in RELATIVE and verb.child("xcomp", "ccomp") is None:
                return verb
    return None
