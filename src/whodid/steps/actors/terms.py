"""Words and phrases that name unnamed actors: roles, groups, bodies and words for the state, with their sectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from whodid.steps.actors.inflection import head_of, is_plural, plural, singular
from whodid.steps.actors.wordlists import sections
from whodid.text import Token

PhraseKind = Literal["role", "group", "body", "state"]
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
# Whose word the parser takes for an adjective before an attack: "militant violence". "Terrorist" there tells what it was, not whose.
_FIGHTING = frozenset({"rebels", "insurgents", "militants", "guerrillas", "separatists", "jihadists"})
# Short forms that are others' words in small letters ("at 3 pm").
_CAPITALS = frozenset({"pm", "fm"})


@dataclass(frozen=True, slots=True)
class People:
    """A people that is no state's nation.

    Attributes:
        name: Its members in the plural ("Kurds").
        home: The one country where it is at home (ISO 3166-1 alpha-3); None where there are several or none.
        sector: PLOVER code of its members as such: CVL, or REL where faith makes them one.
    """

    name: str
    home: str | None
    sector: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that names actors.

    Attributes:
        words: In lower case, as they stand in the text.
        kind: One person's role, unnamed people or units, an organ of a state, or words for the state itself.
        sector: PLOVER code; None for "state".
        base: The singular of a role, the plural of a group, the proper name of a body.
        plural: Whether the words stand for more than one.
        head: Position of the head noun within the words.
        people: The people whose members it names.
    """

    words: tuple[str, ...]
    kind: PhraseKind
    sector: str | None
    base: str
    plural: bool
    head: int
    people: People | None = None

    def is_among(self, words: frozenset[str]) -> bool:
        """Whether it, its last word or its plural is one of these words."""
        return not words.isdisjoint((self.base, self.words[-1], plural(self.base)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A term found in a sentence: positions `first` to `last` inclusive, and the head noun's token."""

    first: int
    last: int
    term: Term
    head: Token


class Terms:
    """All terms of the lexicon, by their first words.

    Attributes:
        groups: The bases of all groups.
        bodies: The words of all bodies.
    """

    def __init__(self) -> None:
        self._by_first: dict[str, list[Term]] = {}
        for term in sorted(_terms(), key=lambda term: -len(term.words)):
            self._by_first.setdefault(term.words[0], []).append(term)
        self.groups = frozenset(term.base for term in _groups())
        self.bodies = frozenset(" ".join(term.words) for term in _bodies() if term.kind == "body")

    def find(self, tokens: Sequence[Token]) -> dict[int, Phrase]:
        """The longest term at each place, by position of its head noun in the sentence."""
        found: dict[int, Phrase] = {}
        position, total = 0, len(tokens)
        while position < total:
            phrase = None
            terms = self._by_first.get(tokens[position].lower)
            if terms is not None:
                phrase = _match(terms, tokens, position)
            if phrase is None:
                position += 1
                continue
            found[phrase.head.i - tokens[0].i] = phrase
            position = phrase.last + 1
        return found


def _match(terms: Sequence[Term], tokens: Sequence[Token], position: int) -> Phrase | None:
    """The first of these terms that stands at a position."""
    for term in terms:
        end = position + len(term.words)
        if len(term.words) > 1 and tuple(token.lower for token in tokens[position:end]) != term.words:
            continue
        if term.words[0] in _CAPITALS and not tokens[position].text[0].isupper():
            continue
        head = _top(tokens, position, end, position + term.head)
        if head.pos in _NOUNS and (head.tag != "JJ" or len(term.words) > 1 or (_fighters(term) and _precedes(head))):
            return Phrase(position, end - 1, _as_many(term) if _precedes(head) else term, head)
    return None


def _precedes(head: Token) -> bool:
    """Whether the word stands before the noun it hangs on: "a rebel attack"."""
    return head.dep in ("amod", "compound") and head.head.i > head.i and head.head.pos == "NOUN"


def _fighters(term: Term) -> str | None:
    """The word for many of such fighters; None for anybody else."""
    return next((many for many in (term.base, plural(term.base)) if many in _FIGHTING), None)


def _as_many(term: Term) -> Term:
    """Fighters before a noun are many: those of "a rebel attack" are rebels."""
    many = _fighters(term) if len(term.words) == 1 else None
    return replace(term, words=(many,), kind="group", base=many, plural=True) if many else term


def _top(tokens: Sequence[Token], first: int, end: int, head: int) -> Token:
    """The word of the phrase by which it hangs in the syntax, as the parser sees it."""
    inside = {token.i for token in tokens[first:end]}
    token = tokens[head]
    while token.head.i in inside and token.head is not token:
        token = token.head
    return token


def _terms() -> Iterator[Term]:
    """Every term once."""
    seen: set[tuple[str, ...]] = set()
    # Roles first: "soldier" is a person's role and, in the plural, a group; bodies before groups of the same words.
    for term in (*_bodies(), *_roles(), *_groups()):
        if term.words not in seen:
            seen.add(term.words)
            yield term


def _bodies() -> Iterator[Term]:
    for sector, lines in sections("bodies"):
        for line in lines:
            words, _, name = line.partition(" = ")
            kind: PhraseKind = "state" if sector == "state" else "body"
            yield _term(words, kind, None if sector == "state" else sector, name or words, False)
            if kind == "body":
                yield _term(plural(words), "group", sector, plural(words), True)


def _roles() -> Iterator[Term]:
    no_plural = frozenset(dict(sections("words"))["only singular"])
    for sector, lines in sections("roles"):
        for line in lines:
            words, _, base = line.partition(" = ")
            yield _term(words, "role", sector, base or words, False)
            if words not in no_plural:
                yield _term(plural(words), "role", sector, base or words, True)


def _groups() -> Iterator[Term]:
    no_singular = frozenset(dict(sections("words"))["only plural"])
    for heading, lines in sections("groups"):
        sector = None if heading == "none" else heading
        for line in lines:
            words, _, base = line.partition(" = ")
            yield _term(words, "group", sector, base or words, is_plural(words))
            if words not in no_singular and (one := singular(words)) != words:
                yield _term(one, "group", sector, base or words, False)


def _term(words: str, kind: PhraseKind, sector: str | None, base: str, many: bool) -> Term:
    parts = tuple(words.replace("'s", " 's").replace("-", " - ").split())
    return Term(parts, kind, sector, base, many, head_of(parts))
