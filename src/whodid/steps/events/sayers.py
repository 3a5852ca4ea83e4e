"""Of whom "he", "it" and "they" speak in what somebody says, where the article's coreference left it open: of the one who says it."""

from __future__ import annotations

from whodid.lexicon.reporting import load_reporting_verbs
from whodid.steps.events.moods import WILLING
from whodid.steps.events.subjects import understood_subject
from whodid.text import Token

_SINGULAR = frozenset(("he", "she", "it"))
_PLURAL = frozenset(("NNS", "NNPS"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
# What the parser calls names of bodies that may be "they".
_BODIES = frozenset(("ORG", "GPE", "NORP"))


def sayer_of(pronoun: Token) -> Token | None:
    """Who says the clause whose subject the pronoun is, if the words agree: "Kor said he would leave"; else None."""
    verb = pronoun.head
    if pronoun.dep not in _SUBJECTS or pronoun.lower not in _SINGULAR | {"they"} or not _is_reported(verb):
        return None
    sayer = understood_subject(verb.head)
    if sayer is None or sayer.i > pronoun.i or sayer.pos not in ("NOUN", "PROPN"):
        return None
    return sayer if _agree(pronoun, sayer) else None


def _is_reported(verb: Token) -> bool:
    """Whether the clause is what somebody says; "condemned the plan, saying it was unjust" speaks of the plan."""
    above = verb.head
    saying = load_reporting_verbs().verbs.get(above.lemma)
    return saying is not None and saying.is_speech and verb.dep == "ccomp" and above.i < verb.i and above.dep != "advcl"


def _agree(pronoun: Token, sayer: Token) -> bool:
    """Whether the pronoun may speak of the sayer; who says what "they" will do may speak for others."""
    several = sayer.tag in _PLURAL or len(tuple(sayer.conjuncts())) > 1
    if pronoun.lower == "they":
        willing = any(child.dep == "aux" and child.lower in WILLING for child in pronoun.head.children)
        return several or sayer.entity in _BODIES or willing
    return not several and (sayer.entity != "PERSON" if pronoun.lower == "it" else sayer.entity not in _BODIES)
