"""Whether a clause tells its act as a fact: negated, under a condition, asked, announced, only talked of."""

from __future__ import annotations

from whodid.steps.events.participants import FIRST_PERSON
from whodid.steps.events.subjects import understood_subject
from whodid.text import Token

FUTURE = frozenset(("will", "shall", "'ll", "wo"))
POSSIBLE = frozenset(("would", "could", "may", "might", "should", "must", "can", "ca", "ought", "'d"))
ABLE = frozenset(("can", "ca", "could", "may", "might"))
CONDITIONS = frozenset(("if", "unless", "whether", "lest", "should", "provided", "until"))
_BY_THEN = frozenset(("when", "once", "after", "before", "till"))
# Said in the past, "would" under these is what "will" was then.
ANNOUNCING = frozenset("say announce tell confirm declare state add promise pledge vow decide agree note reveal inform".split())
NEGATIVES = frozenset(("not", "n't", "never", "neither", "nor", "no"))
ORDINALS = frozenset("first second third fourth fifth last latest only".split())
_ASSURANCES = frozenset("guarantee assurance condition understanding fear concern worry hope".split())
_DONE_BY_SAYING = frozenset("thank congratulate praise commend salute welcome apologise apologize appeal urge assure".split())
_OCCASIONS = frozenset("opportunity pleasure honour honor privilege chance occasion".split())
_FORESEEING = frozenset("predict forecast expect fear foresee anticipate bet believe think suspect".split())
_PASSED_ON = ("xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl", "conj", "dobj", "pobj")


def is_unable(verb: Token) -> bool:
    """Whether the words, under "not", tell what another can or may not do, which is no refusal of his: "no president may waive it"."""
    helpers = {child.lower for child in verb.children if child.dep == "aux"}
    subject = understood_subject(verb)
    if helpers.isdisjoint(ABLE) or subject is None or subject.lower in FIRST_PERSON:
        return False
    return subject.pos != "PRON" or verb.dep != "ccomp" or verb.head.lemma not in ANNOUNCING  # "said it could not accept the plan"


def is_singled_out(noun: Token) -> bool:
    """Whether it says who has done it before others or alone: "became the last country to ratify"."""
    return noun.lower in ORDINALS or any(child.lower in ORDINALS for child in noun.children)


def is_announced(verb: Token) -> bool:
    """Whether "would" is the future of what was said then: "said that it would send troops"."""
    above = verb.head
    if verb.dep == "conj" and above.is_verb and verb.child("nsubj") is None:
        return is_announced(above)
    if verb.dep != "ccomp" or above.lemma not in ANNOUNCING or above.tag not in ("VBD", "VBN", "VBG"):
        return False
    return not any(child.dep == "advcl" and _has_condition(child) for child in verb.children)


def _has_condition(clause: Token) -> bool:
    return any(child.dep in ("mark", "advmod") and child.lower in CONDITIONS for child in clause.children)


def is_foreseen(verb: Token) -> bool:
    """Whether somebody only thinks that it will not be, which refuses nothing: "predicted that Norland would not join"."""
    return verb.dep == "ccomp" and verb.head.lemma in _FORESEEING


def is_asked(verb: Token) -> bool:
    """Whether the clause is a question in a sentence: "asked whether Norland had attacked", "see how it can help"."""
    if verb.dep in ("ccomp", "pcomp") and {child.lower for child in verb.children if child.dep in ("aux", "advmod")} >= {"can", "how"}:
        return True
    return verb.dep in ("ccomp", "pcomp", "acl", "csubj", "nsubj") and any(
        child.dep in ("mark", "advmod") and child.lower in ("whether", "if") and child.i < verb.i for child in verb.children
    )


def is_assured(verb: Token) -> bool:
    """Whether the clause says of what somebody wants to be sure, or has no sign: "guarantees that it will not be attacked"."""
    if verb.dep == "conj" and verb.head.is_verb:
        return is_assured(verb.head)
    if verb.dep not in ("acl", "ccomp") or verb.head.pos != "NOUN" or not any(child.dep == "mark" for child in verb.children):
        return False
    return verb.head.lemma in _ASSURANCES or any(child.lower == "no" for child in verb.head.children)


def is_done_by_saying(verb: Token) -> bool:
    """Whether who says that he wants to do it has done it: "I want to thank the ministers"."""
    above = verb.head
    if verb.lemma in _DONE_BY_SAYING and above.lemma in _OCCASIONS and above.dep == "dobj":
        above = above.head  # "I have had the honour to thank him"
    elif verb.lemma not in _DONE_BY_SAYING or above.lemma not in ("want", "like", "wish"):
        return False
    return any(child.dep == "nsubj" and child.lower in ("i", "we") for child in above.children)


def is_talked_of(verb: Token) -> bool:
    """Whether the act is only the subject of a thought: "lifting the ban requires a vote"."""
    if verb.dep != "csubj" or verb.tag != "VBG" or verb.child("aux") is not None:
        return False
    above = verb.head
    return above.tag in ("VBZ", "VBP") or any(child.dep == "aux" and child.lower in POSSIBLE | FUTURE for child in above.children)


def _joined_by_or(verb: Token) -> bool:
    """Whether the verb shares subject and negation with the one it is joined to."""
    above = verb.head
    if verb.dep != "conj" or not above.is_verb or verb.child("nsubj", "nsubjpass", "aux") is not None:
        return False
    return any(child.dep == "cc" and child.lower in ("or", "nor") for child in above.children)


def is_supposed(noun: Token) -> bool:
    """Whether the clause asks what such an act would bring: "Norlandian strikes on Estia could start a war"; but "the strikes"."""
    verb = noun.head
    definite = any(child.dep in ("det", "poss", "nummod") and child.lower not in ("a", "an", "any") for child in noun.children)
    if noun.dep != "nsubj" or definite:
        return False
    helpers = {child.lower for child in verb.children if child.dep == "aux"}
    return bool(helpers & {"would", "could", "might"}) and "have" not in helpers


def is_conditional(verb: Token) -> bool:
    """Whether the act, or what it is part of, stands under a condition: "if Norland attacks"."""
    for word in (verb, *verb.ancestors()):
        if word.dep == "advcl" and _has_condition(word):
            return True
        if word.dep not in _PASSED_ON:
            return False
    return False


def is_yet_to_come(verb: Token) -> bool:
    """Whether the present tells what is awaited: "once Norland leaves, Estia will vote"."""
    if verb.dep != "advcl" or not verb.head.is_verb or not any(child.lower in _BY_THEN and child.i < verb.i for child in verb.children):
        return False
    return any(child.dep == "aux" and child.lower in FUTURE for child in verb.head.children)


def is_told_negated(verb: Token) -> bool:
    """Whether it is told as not done: "has not met the envoy", "nobody came". To `moods.is_negated`, "has not" is still open."""
    if _joined_by_or(verb) and is_told_negated(verb.head):
        return True  # "had not met the envoy or freed the hostages"
    for child in verb.children:
        if child.dep == "neg" or (child.lower in NEGATIVES and child.dep in ("advmod", "preconj", "cc", "det")):
            return True
    things = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass", "dobj", "attr")]
    if any(thing.lower in ("nobody", "none") for thing in things):
        return True
    return any(child.lower in ("no", "neither") and child.dep in ("det", "preconj") for thing in things for child in thing.children)
