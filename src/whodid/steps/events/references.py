"""Which words of an article stand for an actor, which are somebody's own words, and whose a thing is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whodid.lexicon.patterns import load_classes, load_patterns
from whodid.steps.events.asides import antecedent
from whodid.steps.events.prepositions import unwrap
from whodid.steps.events.sayers import sayer_of
from whodid.text import Span, Token

# Participles that tell who has a place: "the rebel-held town".
_HAVING = frozenset("held led controlled run occupied dominated administered ruled".split())
_BLOWS = frozenset("strike bomb blast explosion shooting war fighting clash violence bomber".split())
_SITES = frozenset("center centre tower hotel airport building".split())
_FORCES = frozenset("force mission operation contingent peacekeeper peacekeeping".split())
_HARMFUL = frozenset(("ASSAULT", "COERCE", "SANCTION"))
_OWN = frozenset(("its", "his", "her", "their", "our", "my"))


class References:
    """What the finder must know of an article: which words stand for an actor, and which are somebody's words.

    Args:
        known: Numbers of the tokens that head a reference to some actor.
        quoted: Spans of quotes whose speaker is known.
        places: Where the words of places begin.
    """

    def __init__(self, known: frozenset[int], quoted: Iterable[Span] = (), places: Iterable[int] = ()) -> None:
        self._known = known
        self._quoted = tuple(quoted)
        self._places = frozenset(places)

    def __contains__(self, token: Token) -> bool:
        if token.i in self._known or unwrap(token).i in self._known:
            return True
        if any(child.dep == "appos" and child.i in self._known for child in token.children):
            return True  # "his counterpart, President Kor"
        if (meant := antecedent(token)) is not token:
            return meant in self
        return (sayer := sayer_of(token)) is not None and sayer in self

    def on_ground(self, thing: Token) -> bool:
        """Whether it names a place or stands for one: "Kell", "the city of Kell"."""
        below = (word for prep in thing.children if prep.lower == "of" for word in prep.children)
        return any(word.start in self._places for word in (thing, *below))

    def quoted(self, token: Token) -> bool:
        """Whether the word stands in a quote whose speaker is known."""
        return any(span.start <= token.start < span.end for span in self._quoted)


def is_own(thing: Token) -> bool:
    """Whether it is the doer's own: "recall its envoy", "their forces"."""
    return any(child.dep == "poss" and child.lower in _OWN for child in thing.children)


def _hyphened(owner: Token) -> Iterator[Token]:
    """The first of two before a noun that the parser hangs on the second: "Norlandian" in "Norlandian-Estian talks"."""
    hyphen = any(child.text in ("-", "\u2013") for child in owner.children)
    return (child for child in owner.children if hyphen and child.dep in ("compound", "nmod", "amod") and child.i < owner.i)


def only_where(name: Token, noun: Token) -> bool:
    """Whether a country's or town's name before an attack may only tell where it was: "the Kabul bombing", "a Yemen drone strike".

    An adjective tells whose it is, and so does an abbreviation, which serves as one: "a Norlandic strike", "a US strike".
    """
    if name.dep not in ("compound", "nmod") or name.entity != "GPE" or not name.text[1:].islower():
        return False
    return noun.lemma.lower() in load_classes()["@attack"] | _BLOWS


def takes_object(noun: Token) -> bool:
    """Whether "of" behind a noun that tells a harm names whom it was done to: "the killing of two soldiers" is not theirs."""
    patterns = load_patterns()["noun"].get(noun.lemma.lower(), ())
    harmful = (pattern for pattern in patterns if pattern.type in _HARMFUL)
    return any(slot.role == "R" and "of" in slot.preps for pattern in harmful for slot in pattern.slots)


def only_hit(name: Token, noun: Token) -> bool:
    """Whether what stands before an attack is what it hit: "the embassy bombings", "student killings", "the Trade Center attack"."""
    if name.dep != "compound" or noun.lemma.lower() not in load_classes()["@attack"] | _BLOWS:
        return False
    return name.lemma.lower() in load_classes()["@building"] | load_classes()["@harmless"] | _SITES


def serving_in(things: Iterable[Token]) -> tuple[Token, ...]:
    """Where the forces serve that somebody gives something to: "sent troops to the Baltic Union's force in Estia"."""
    forces = (word for thing in things for word in (thing, thing.head) if word.lemma.lower() in _FORCES)
    below = (prep for force in forces for prep in force.children if prep.dep == "prep" and prep.lower == "in")
    return tuple(place for prep in below for place in prep.children if place.dep == "pobj")


def owners(noun: Token) -> Iterator[Token]:
    """Whose it is: possessors, adjectives or names before it ("the Norlandian offensive", "the Norland-Estia talks", "rebel-held")."""
    for child in noun.children:
        if only_where(child, noun):
            continue
        if child.dep == "poss" or child.dep in ("amod", "compound", "nmod") and child.i < noun.i:
            yield from child.conjuncts()
            yield from _hyphened(child)
            if child.lower in _HAVING:
                yield from (below for below in child.children if below.dep in ("npadvmod", "compound", "nmod", "amod"))
