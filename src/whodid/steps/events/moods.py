"""How a verb is said: refused, denied, bidden."""

from __future__ import annotations

from whodid.steps.events.clauses import is_passive
from whodid.text import Token

WILLING = frozenset(("will", "would", "wo", "'ll", "'d"))


def is_refused(verb: Token, *, passive: bool = False) -> bool:
    """Whether somebody will not do it, or with `passive` not let it be done to him: "will not", "would not", "is not going to"."""
    above = verb.head
    going = above.lemma == "go" and above.tag == "VBG" and verb.dep == "xcomp"
    helpers = {child.lower for child in (above if going else verb).children if child.dep in ("aux", "neg", "advmod")}
    willing = going or bool(helpers & WILLING)
    return willing and is_passive(verb) == passive and bool(helpers & {"not", "n't", "never"})


def is_negated(word: Token) -> bool:
    """Whether it is denied of the subject: "is not happy", "never accepts", "has no objection". What "has not" been done is still open."""
    predicate = word.head if word.dep == "acomp" else word
    below = [*word.children, *(predicate.children if predicate is not word else ())]
    if any(child.dep in ("dobj", "attr") and any(c.lower == "no" for c in child.children) for child in below):
        return True
    open_still = any(child.dep == "aux" and child.lower in ("has", "have", "had", "'ve") for child in below)
    return any(child.dep == "neg" and (child.lower == "never" or not open_still) for child in below)


def is_denied(word: Token) -> bool:
    """Whether a "not" or "no" stands beside it, whatever the tense: "is not a liar", "poses no threat"."""
    predicate = word.head if word.dep in ("acomp", "oprd") else word
    below = (*word.children, *predicate.children)
    things = (child for child in below if child.dep in ("nsubj", "nsubjpass", "dobj", "attr"))
    return any(child.dep == "neg" for child in below) or any(c.lower in ("no", "neither") for thing in things for c in thing.children)


def is_imperative(verb: Token) -> bool:
    """Whether it bids somebody: "Let Estia decide"."""
    if verb.tag not in ("VB", "VBP") or verb.child("nsubj", "nsubjpass", "aux", "mark") is not None:
        return False
    before = verb.neighbour(-1)
    return verb.dep in ("ROOT", "ccomp") or (before is not None and before.tag == "``")
