"""What a trigger is: words that tell an event, with those who fill its places; and what it is looked up in."""

from __future__ import annotations

from dataclasses import dataclass

from whodid.lexicon.patterns import Pattern
from whodid.text import Token

Patterns = dict[str, dict[str, tuple[Pattern, ...]]]
DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT", "MOBILIZE", "AID"))
SPOKEN = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell an event, with the heads of the phrases that fill its places.

    Attributes:
        pattern: The line of the lexicon that fits.
        head: The word the event hangs on: a verb, an event noun, an adjective.
        predicate: The verb that carries tense and negation (the light verb of "held talks"); the head itself where there is none.
        words: Head, particle, object words that belong to the trigger, in text order.
        doers, done_to: Heads of noun phrases.
        aspect: A status that a light verb gives ("resume": ongoing).
        nominal: Whether an event noun tells it without a light verb.
        alleged: Whether somebody is only accused of it.
    """

    pattern: Pattern
    head: Token
    predicate: Token
    words: tuple[Token, ...]
    doers: tuple[Token, ...]
    done_to: tuple[Token, ...]
    aspect: str | None = None
    nominal: bool = False
    alleged: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the finder looks up: patterns by kind and lemma, and the light verbs with the aspect they give."""

    patterns: Patterns
    light_verbs: dict[str, str]


def spread(noun: Token, words: list[Token]) -> tuple[Token, ...]:
    """The word with the others that belong to the trigger, each once, in text order."""
    return tuple(sorted({word.i: word for word in [noun, *words]}.values(), key=lambda word: word.i))


def is_told(noun: Token) -> bool:
    """Whether it is one happening that is spoken of: "the bombing", "Friday's bombing"."""
    return any(child.lower == "the" or (child.dep == "poss" and child.entity in ("DATE", "TIME")) for child in noun.children)
