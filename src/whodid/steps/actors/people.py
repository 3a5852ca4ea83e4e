"""Persons by name: which words are a person's name, what title stands before it, and who it is on that day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from whodid.knowledge import Person
from whodid.steps.actors.clauses import first_conjunct
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.names import Named
from whodid.steps.actors.terms import Phrase
from whodid.text import Entity, Token

_TITLE_POS = frozenset({"NOUN", "PROPN", "ADJ"})
_TIMES = frozenset({"DATE", "TIME"})
PARTICLES = frozenset({"bin", "ibn", "al", "el", "van", "von", "de", "der", "da", "dos", "du", "ben", "abu", "-", "di", "la"})


@dataclass(slots=True)
class PersonName:
    """A person's name in a sentence: positions `first` to `last`, and from `start` with what stands before it as a title.

    Attributes:
        known: The knowledge's entry for the full name, if it has one.
        roles: Terms of the title ("president"), the last first.
        former: Whether the title is one of the past ("former president").
        shared: A title that he bears with those named before him ("Ministers Jan Kor and Eva Lund").
    """

    first: int
    last: int
    tokens: list[Token]
    known: Person | None = None
    start: int = 0
    roles: list[Phrase] = field(default_factory=list)
    former: bool = False
    gender: str | None = None
    shared: Phrase | None = None

    @property
    def titles(self) -> list[Phrase]:
        """The terms of his title, his own or that which he shares."""
        return self.roles or ([self.shared] if self.shared else [])

    @property
    def words(self) -> str:
        """The name as it stands, with plain apostrophes."""
        first, last = self.tokens[0], self.tokens[-1]
        told = first.sentence.text[first.start - first.sentence.start : last.end - first.sentence.start]
        return " ".join(told.replace("\u2019", "'").split())

    @property
    def head(self) -> Token:
        """The last word of the name."""
        return next((token for token in reversed(self.tokens) if token.pos != "PUNCT"), self.tokens[-1])


def find_people(
    tokens: Sequence[Token], entities: Sequence[Entity], named: Sequence[Named], phrases: dict[int, Phrase], lexicon: Lexicon
) -> list[PersonName]:
    """Names of persons in a sentence, in text order: those of the knowledge, the parser's, and what follows a title."""
    taken: dict[int, Named] = {position: name for name in named for position in range(name.first, name.last + 1)}
    found = [PersonName(name.first, name.last, list(name.tokens), name.person) for name in named if name.person]
    used = {position for person in found for position in range(person.first, person.last + 1)}
    offset = tokens[0].i
    runs = [(entity.first.i - offset, entity.last.i - offset) for entity in entities if entity.label == "PERSON"]
    runs += [run for phrase in phrases.values() if (run := _after_title(tokens, phrase, taken))]
    for first, last in runs:
        person = _trim(tokens, first, last, taken, phrases, lexicon)
        if person is not None and not used.intersection(range(person.first, person.last + 1)):
            used.update(range(person.first, person.last + 1))
            found.append(person)
    found.sort(key=lambda person: person.first)
    return found


def _after_title(tokens: Sequence[Token], phrase: Phrase, taken: dict[int, Named]) -> tuple[int, int] | None:
    """The capitalised words right after a role, where the parser saw no person: "President Xyz Abc"."""
    if phrase.term.kind != "role" or phrase.term.plural or phrase.last + 1 >= len(tokens):
        return None
    first = last = phrase.last + 1
    while last < len(tokens) and last < first + 5 and _is_name_word(tokens[last], last, first) and not _is_entry(taken.get(last)):
        last += 1
    while last > first and tokens[last - 1].lower in PARTICLES:
        last -= 1
    return (first, last - 1) if last > first and tokens[first].text[0].isupper() else None


def _is_entry(named: Named | None) -> bool:
    return named is not None and (named.state() is not None or named.organization is not None)


def _is_name_word(token: Token, position: int, first: int) -> bool:
    if token.entity in _TIMES:
        return False
    return (token.pos == "PROPN" and token.text[0].isupper()) or (position > first and token.lower in PARTICLES)


def _trim(
    tokens: Sequence[Token], first: int, last: int, taken: dict[int, Named], phrases: dict[int, Phrase], lexicon: Lexicon
) -> PersonName | None:
    """A parser's person without the titles and countries it swallowed; None where nothing of a name is left."""
    first = next((at + 1 for at in range(min(last, first + 3), first, -1) if tokens[at].lower in lexicon.titles), first)
    while first <= last and _before_name(tokens[first], taken.get(first), phrases.get(first), lexicon):
        first += 1
    while first <= last and (tokens[last].tag in ("POS", "CD") or tokens[last].pos == "PUNCT" or not tokens[last].text[0].isalpha()):
        last -= 1
    if last > first and (tokens[last].lower in lexicon.place_nouns or tokens[first].lower in lexicon.storms):
        return None
    if first > last or not tokens[first].text[0].isalpha() or tokens[first].text.islower():
        return None
    if first == last and _is_placed(tokens[first], lexicon):
        return None
    if any(taken[p].organization or taken[p].person for p in range(first, last + 1) if p in taken):
        return None
    if first == last and (first in phrases or tokens[first].lower in lexicon.titles):
        return None
    if (named := taken.get(first)) is not None and _is_entry(named) and (first == last or (named.first, named.last) == (first, last)):
        return None
    return PersonName(first, last, list(tokens[first : last + 1]))


def _is_placed(token: Token, lexicon: Lexicon) -> bool:
    """Whether the lone name is that of a village, a town, a street: "the villages of Norham and Estwick"."""
    token = first_conjunct(token)
    return token.dep == "pobj" and token.head.lower == "of" and token.head.head.lemma.lower() in lexicon.place_nouns


def _before_name(token: Token, named: Named | None, phrase: Phrase | None, lexicon: Lexicon) -> bool:
    if token.pos in ("PUNCT", "DET") or token.tag == "POS" or token.lower in lexicon.titles or token.lower in lexicon.former:
        return True
    if phrase is not None and phrase.term.kind == "role":
        return True
    return (
        named is not None
        and named.state("name", "adjective", "capital") is not None
        and token.i == named.tokens[-1].i
        and token.head is not token
        and token.dep in ("amod", "poss", "nmod")
    )


def read_title(person: PersonName, tokens: Sequence[Token], named: dict[int, Named], phrases: dict[int, Phrase], lexicon: Lexicon) -> None:
    """Walk left from the name over its title ("former Norlandic Foreign Minister") and note what it tells."""
    at = person.first
    while at > 0:
        word = tokens[at - 1]
        if word.lower in lexicon.titles:
            gender = lexicon.titles[word.lower]
            person.gender = person.gender or (gender if gender != "any" else None)
            at -= 1
        elif (phrase := _phrase_ending(phrases, at - 1)) and phrase.term.kind == "role" and not phrase.term.plural:
            person.roles.append(phrase)
            at = phrase.first
        else:
            break
    if not person.roles and (phrase := _role_before(at, tokens, named, phrases)) is not None:
        person.roles.append(phrase)
        at = phrase.first
    if person.roles:
        at = _left_of_role(at, tokens, named, phrases, lexicon)
    elif (
        at >= 2
        and tokens[at - 1].tag == "POS"
        and (whose := named.get(at - 2))
        and (whose.state("name") or whose.organization)
        or (
            at >= 1
            and at == person.first
            and (whose := named.get(at - 1))
            and whose.state("adjective")
            and tokens[at - 1].dep in ("amod", "compound", "nmod")
        )
    ):
        at = whose.first
    person.former = any(token.lower in lexicon.former for token in tokens[at : person.first])
    person.start = at


def _role_before(at: int, tokens: Sequence[Token], named: dict[int, Named], phrases: dict[int, Phrase]) -> Phrase | None:
    """The role of "ambassador to Estia Jan Kor": before a preposition and a name."""
    name = named.get(at - 1)
    if name is None or (name.state() is None and name.organization is None):
        return None
    before = name.first - 1
    if before > 0 and tokens[before].lower == "the":
        before -= 1
    if before < 1 or tokens[before].lower not in ("to", "of", "for", "at"):
        return None
    phrase = _phrase_ending(phrases, before - 1)
    return phrase if phrase is not None and phrase.term.kind == "role" and not phrase.term.plural else None


def _left_of_role(at: int, tokens: Sequence[Token], named: dict[int, Named], phrases: dict[int, Phrase], lexicon: Lexicon) -> int:
    """Where the words before a title's role begin: countries, bodies, "former", "senior"."""
    while at > 0:
        word = tokens[at - 1]
        name = named.get(at - 1)
        if name is not None and (name.state() or name.organization) and not _attached(tokens, at):
            at = name.first
        elif word.tag == "POS" and named.get(at - 2) is not None:
            at -= 1
        elif (phrase := _phrase_ending(phrases, at - 1)) is not None and phrase.term.kind in ("body", "group", "state"):
            at = phrase.first
        elif (
            (
                word.lower in lexicon.former
                or word.lower in lexicon.modifiers
                or (word.text == "-" and at > 1 and tokens[at - 2].lower in lexicon.former)
            )
            or word.pos in _TITLE_POS
            and word.entity not in _TIMES
            and word.entity != "PERSON"
            and _leads_in(word, tokens[at:])
        ):
            at -= 1
        else:
            break
    return at


def _attached(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text == "-"


def _leads_in(word: Token, rest: Sequence[Token]) -> bool:
    return word.dep in ("compound", "amod", "nmod", "poss") and word.head.i > word.i and any(token is word.head for token in rest[:6])


def _phrase_ending(phrases: dict[int, Phrase], position: int) -> Phrase | None:
    for back in range(3):
        phrase = phrases.get(position - back)
        if phrase is not None and phrase.last == position:
            return phrase
    return None
