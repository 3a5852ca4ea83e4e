"""Offices that several named persons share: "Foreign Ministers Jan Kor of Norland and Eva Lund of Estia", "Senators Kor and Lund"."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.cast import Cast
from whodid.knowledge import Knowledge
from whodid.record import Extent, Relation
from whodid.steps.relations.titles import PAST, is_of_state, office_words
from whodid.text import Sentence, Token

_TITLE = frozenset(("compound", "amod"))
_NAMING = frozenset(("JJ", "NN", "NNP", "NNPS"))
_LANDS = frozenset(("NORP", "GPE", "LOC"))
# They say nothing without the body: "council members", "party officials".
_BARE = frozenset(("member", "official", "head"))


def shared_offices(sentence: Sentence, cast: Cast, knowledge: Knowledge) -> Iterator[Relation]:
    """One relation for each of the persons whom a title in the plural is told of; "of Norland" behind a name is his state."""
    for noun in sentence.tokens:
        if noun.pos not in ("NOUN", "PROPN") or noun.tag == "NN" or _is_owned(noun) or (office := _office(noun, knowledge)) is None:
            continue
        past = any(child.lower in PAST for child in noun.children)
        for name in _names(noun):
            reference = cast.at(name)
            if reference is None or reference.kind != "name" or len(reference.actors) != 1 or not reference.actors[0].startswith("person:"):
                continue
            state = _state_behind(name, cast, knowledge) if is_of_state(office, knowledge) else None
            told = f"{office} of {state}" if state else office
            yield Relation(reference.actors[0], "held_office" if past else "holds_office", told, Extent(sentence.start, sentence.end))


def _names(noun: Token) -> list[Token]:
    """The names behind a plural title: "Senators Kor and Lund", "the ministers, Kor and Lund", "the ministers of Kor and Lund"."""
    if noun.dep == "compound" and noun.head.pos == "PROPN" and noun.head.i > noun.i:
        return noun.head.conjuncts()
    first = [child for child in noun.children if child.dep == "appos" and child.i > noun.i]
    for child in noun.children:
        if child.dep == "prep" and child.lower == "of":
            first += [below for below in child.children if below.dep == "pobj" and below.entity == "PERSON"]
    names = [name for each in first for name in each.conjuncts() if name.pos == "PROPN"]
    return names if len(names) > 1 else []  # one alone may be the next in a list


def _office(noun: Token, knowledge: Knowledge) -> str | None:
    """The office in the singular, "foreign minister" for "the three Norlandic foreign ministers"; None where it names none.

    A title with more behind it than names ("ministers of the two states, Kor and Lund") is left alone.
    """
    single = _singular(noun.lower)
    if (
        single == noun.lower
        or single not in office_words()
        or any(child.dep == "prep" and child.child("pobj", "pcomp") is None for child in noun.children)
    ):
        return None
    if any(child.dep == "prep" and (thing := child.child("pobj")) is not None and thing.entity != "PERSON" for child in noun.children):
        return None
    before = [child for child in noun.children if child.dep in _TITLE and child.i < noun.i and child.lower not in PAST]
    words = [word.text for word in before if word.tag in _NAMING and word.entity not in _LANDS and not knowledge.named(word.text)]
    if single in _BARE and not words:
        return None
    return " ".join((*words, noun.text[: len(single)] if noun.lower.startswith(single) else single))


def _is_of_person(preposition: Token) -> bool:
    thing = preposition.child("pobj")
    return thing is not None and thing.entity == "PERSON"


def _is_owned(noun: Token) -> bool:
    """Whether they are those of "the chief of detectives Jan Kor"."""
    before = noun.sentence.tokens[max(noun.i - noun.sentence.tokens[0].i - 1, 0)]
    return before.pos == "ADP"


def _singular(word: str) -> str:
    return f"{word[:-3]}man" if word.endswith("men") else word.removesuffix("s")


def _state_behind(name: Token, cast: Cast, knowledge: Knowledge) -> str | None:
    """The state of "Jan Kor of Norland"."""
    for child in name.children:
        thing = child.child("pobj") if child.dep == "prep" and child.lower == "of" else None
        reference = cast.at(thing) if thing is not None else None
        if reference is not None and len(reference.actors) == 1 and reference.actors[0].startswith("state:"):
            state = knowledge.states.get(cast.actors[reference.actors[0]].country or "")
            return state.name if state is not None else None
    return None
