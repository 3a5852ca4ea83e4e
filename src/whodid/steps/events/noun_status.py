"""Whether what a bare noun tells has happened: by what stands before it, hangs on it, and governs it."""

from __future__ import annotations

from whodid.record import Status
from whodid.steps.events.factuality import FUTURE, is_supposed
from whodid.steps.events.governors import Governors
from whodid.steps.events.trigger import Trigger
from whodid.text import Token

# What is said of a happening to come: "talks due in May", "a summit scheduled for June".
DUE = frozenset(("due", "set", "slated", "likely", "scheduled", "planned", "expected"))
_SET = frozenset("schedule plan expect set slate arrange".split())
# "Will say so at the talks", "called for talks".
_MEANWHILE = frozenset(("in", "at", "during", "on"))
_AIMED = frozenset(("for", "on", "to", "against", "with"))


def noun_status(noun: Token, trigger: Trigger, governors: Governors) -> Status:
    """The status that the words give a bare noun: it has happened, unless they say otherwise."""
    own = modified_status(noun, governors) or _still_to_come(noun, governors)
    if own is not None:
        return own
    if any(child.lower == "no" for child in noun.children):
        return "denied"
    if is_supposed(noun):
        return "proposed"
    if noun.dep == "conj" and noun.head.pos in ("NOUN", "PROPN"):
        return noun_status(noun.head, trigger, governors)
    return _by_governor(noun, trigger, governors) or ("ongoing" if "state" in trigger.pattern.options else "occurred")


def modified_status(noun: Token, governors: Governors) -> Status | None:
    """What a word before the noun gives it: "upcoming talks", "alleged plans"; None where none does."""
    for child in noun.children:
        if child.dep in ("amod", "compound") and (status := governors.adjectives.get(child.lower)):
            return status
    return None


def _by_governor(noun: Token, trigger: Trigger, governors: Governors) -> Status | None:
    """What the word above gives the noun: "the threat of a strike", "will say so at the talks"; None where it gives none."""
    above = noun.head
    if noun.dep == "dobj":
        return governors.verbs.get(above.lemma)
    if noun.dep != "pobj" or above.dep != "prep":
        return None
    thing = above.head
    if thing.is_verb and above.lower in _MEANWHILE and any(child.dep == "aux" and child.lower in FUTURE for child in thing.children):
        return "planned"
    if thing.pos == "NOUN":
        return governors.nouns.get(thing.lemma, "occurred")
    return governors.verbs.get(thing.lemma) if above.lower in _AIMED and trigger.pattern.mode != "visit" else None


def _still_to_come(noun: Token, governors: Governors) -> Status | None:
    """What hangs on the noun says when it is: "talks scheduled for May", "a visit that will start on Monday"; None where it is over."""
    for child in noun.children:
        if child.i < noun.i or child.dep not in ("acl", "relcl", "amod", "advcl"):
            continue
        if any(below.dep == "aux" and below.lower in FUTURE for below in child.children):
            return "planned"
        adjective = child.child("acomp") if child.is_verb else child
        if adjective is not None and adjective.pos == "ADJ" and adjective.lower in DUE:
            return governors.adjectives.get(adjective.lower)
        if child.tag == "VBN" and child.lemma in _SET and not _is_over(child):
            return governors.verbs.get(child.lemma)
    return None


def _is_over(verb: Token) -> bool:
    """Whether it was to come then: "talks that were scheduled", "had been planned"."""
    return any(child.dep in ("aux", "auxpass") and child.lower in ("was", "were", "had") for child in verb.children)
