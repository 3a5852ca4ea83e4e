"""Nouns made of verbs, read by the verb's own patterns: "the storming of the embassy by students", "the dismissal of Kor"."""

from __future__ import annotations

from collections.abc import Iterable

from whodid.lexicon.lists import word_map
from whodid.lexicon.patterns import Pattern
from whodid.steps.events.clauses import Frame
from whodid.steps.events.matching import fill
from whodid.steps.events.references import References, owners
from whodid.steps.events.trigger import DEEDS, Lexicon, Trigger, spread
from whodid.text import Token

# Their patterns count on a finite verb.
_FINITE_ONLY = frozenset(("speaker", "negated", "refused", "imperative", "reverse", "joint", "state"))
_DOUBLING = "bdglmnprst"


def match_action(noun: Token, patterns: Iterable[Pattern], preps: tuple[tuple[str, Token], ...], references: References) -> Trigger | None:
    """The deed that a noun tells with what is done to under "of", by the first of its verb's patterns that fits; None for any other."""
    objects = tuple(thing for prep, thing in preps if prep == "of")
    if not objects:
        return None
    doers = tuple(owner for owner in owners(noun) if owner in references) + tuple(thing for prep, thing in preps if prep == "by")
    frame = Frame(noun, False, doers, objects, (), tuple(pair for pair in preps if pair[0] not in ("of", "by")))
    for pattern in patterns:
        if pattern.type not in DEEDS or pattern.clause or pattern.particle or pattern.options & _FINITE_ONLY:
            continue
        filled = fill(frame, pattern, references)
        if filled is not None:
            return Trigger(pattern, noun, noun, spread(noun, list(filled.words)), filled.doers, filled.done_to, nominal=True)
    return None


def verb_of(noun: Token, lexicon: Lexicon) -> str | None:
    """The verb of the lexicon that the noun is made of: "storming", "dismissal"; None where there is none."""
    known = lexicon.patterns["verb"]
    named = word_map("actions").get(noun.lemma.lower())
    stem = noun.lower.removesuffix("ing")
    made = () if stem == noun.lower or len(stem) < 3 else (stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] in _DOUBLING else stem)
    return next((verb for verb in (named, *made) if verb in known), None)
