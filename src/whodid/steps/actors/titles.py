"""Offices by their full titles: "the Director of the CIA", "the IMF's managing director", "Iran's chief nuclear negotiator"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from whodid.knowledge import LEADING_ROLES, Knowledge, Office, Organization, State
from whodid.steps.actors.roster import Roster
from whodid.steps.actors.view import View
from whodid.text import Span, Token

# Tokens in the longest title that is looked for.
_LONGEST = 14
# Words of a title that must be one's opening for it to be read further.
_OPENING = 2
# Before these, a title is part of a longer one, or told of somebody who does not hold it: "deputy", "acting", "then-".
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM"})
# Words that say of somebody else that the title is his: "X, director of the CIA", "X became director of the CIA".
_TOLD_OF = frozenset({"appos", "attr", "oprd", "compound", "npadvmod"})
# Words for many in a state.
_MANIFOLD = frozenset({"minister", "leader", "chief", "head", "sister"})


@dataclass(frozen=True, slots=True)
class TitleForms:
    """What the titles of offices look like, in small letters.

    Attributes:
        offices: The offices by all forms of their titles.
        firsts: The first words of these, without "'s" and what follows a hyphen.
        openings: The first word or words of those that go on after them.
    """

    offices: dict[str, tuple[Office, ...]]
    firsts: frozenset[str]
    openings: frozenset[str]


class Titles:
    """Adds references for titles that name one office, with who held it on the day.

    Args:
        roster: Who has been met so far.
    """

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._titles = titles(roster.knowledge)

    def refer(self, view: View) -> None:
        """Add the references of one sentence, or mend those of which only a part was understood ("deputy president")."""
        if self._roster.day is None:
            return
        tokens, position = view.tokens, 0
        while position < len(tokens):
            found = self._longest_at(tokens, position) if tokens[position].lower in self._titles.firsts else None
            if found is not None and self._stands_alone(view, position, found[0]):
                self._refer(tokens[position : found[0] + 1], view.span(_with_article(tokens, position), found[0]), found[1])
            position = found[0] + 1 if found else position + 1

    def _longest_at(self, tokens: list[Token], position: int) -> tuple[int, tuple[Office, ...]] | None:
        """The last position of the longest title that begins at a position, and its offices; it ends early where no title goes on."""
        sentence = tokens[position].sentence
        found, told, words, end = None, "", 1, tokens[position].start
        for last in range(position, min(len(tokens), position + _LONGEST)):
            token = tokens[last]
            if token.start > end:
                if words <= _OPENING and told not in self._titles.openings:
                    break
                told, words = f"{told} ", words + 1
            told += sentence.text[token.start - sentence.start : token.end - sentence.start].casefold()
            end = token.end
            if token.text[0].isalpha() and (offices := self._titles.offices.get(told)):
                found = last, offices
        return found

    def _stands_alone(self, view: View, first: int, last: int) -> bool:
        """Whether it is the whole title, and stands for its holder rather than telling what somebody else is."""
        tokens = view.tokens
        before = tokens[first - 1] if first else None
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        if before is not None and (before.text == "-" or before.pos in _MODIFIERS or before.dep in ("amod", "compound")):
            return False
        if after is not None and (after.text == "-" or after.pos == "PROPN" or after.tag.startswith("NN")):
            return False
        head = _head(tokens[first : last + 1])
        return head.dep not in _TOLD_OF and not any(child.dep == "appos" and child.i > tokens[last].i for child in head.children)

    def _refer(self, tokens: list[Token], span: Span, offices: tuple[Office, ...]) -> None:
        day = self._roster.day
        people = {person.id: person for office in offices for person in self._roster.knowledge.in_office(office.id, day)} if day else {}
        head = _head(tokens)
        for token in tokens:
            # "Head of the Office of the President": the president is no party here.
            if token is not head and (inner := self._roster.at(token)) is not None and inner.kind == "role":
                self._roster.drop(token)
        if len(people) == 1:
            self._roster.replace(head, span, [self._roster.person(*people.values())], "role")
        elif not people and (told := self._roster.at(head)) is not None and any(actor.startswith("person:") for actor in told.actors):
            nobody = self._roster.group(offices[0].names[0], offices[0].country, None, plural=False)
            self._roster.replace(head, span, [nobody], "role")


def _head(tokens: list[Token]) -> Token:
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head is token), tokens[0])


def _with_article(tokens: list[Token], position: int) -> int:
    return position - 1 if position and tokens[position - 1].lower in ("the", "a", "an") else position


@lru_cache(maxsize=8)
def titles(knowledge: Knowledge) -> TitleForms:
    """The titles of all offices that one person holds at a time."""
    offices: dict[str, tuple[Office, ...]] = {}
    for office in knowledge.offices.values():
        if office.seats == 1:
            for form in {form.casefold() for form in _forms(office, knowledge)}:
                offices[form] = (*offices.get(form, ()), office)
    first_words = {form.split()[0].removesuffix("'s") for form in offices}
    firsts = frozenset(word for first in first_words for word in (first, first.partition("-")[0]))
    return TitleForms(offices, firsts, frozenset(_openings(offices)))


def _openings(forms: Iterable[str]) -> Iterator[str]:
    """The first word, and the first two, of each form that goes on after them."""
    for form in forms:
        first, *following = form.split(" ", _OPENING)
        if following:
            yield first
        if len(following) == _OPENING:
            yield f"{first} {following[0]}"


def _forms(office: Office, knowledge: Knowledge) -> Iterator[str]:
    yield from _spellings(office.title)
    owner: Organization | State | None = knowledge.organizations.get(office.organization or "") or knowledge.states.get(
        office.country or ""
    )
    if owner is not None:
        for name in office.names:
            if isinstance(owner, Organization) or _is_one_posts(name, office):
                yield from (form for words in _owners(owner) for form in _owned(name, words))
                yield from (f"{adjective} {name}" for adjective in (owner.adjectives if isinstance(owner, State) else ()))


def _is_one_posts(name: str, office: Office) -> bool:
    """Whether a state has one such post: "president", "chief nuclear negotiator", but not "minister", "rebel leader"."""
    leading, whole = office.role in LEADING_ROLES, " " in name
    return (leading or whole) and (name.split()[-1] not in _MANIFOLD or (leading and whole))


def _owners(owner: Organization | State) -> tuple[str, ...]:
    return tuple(name.removeprefix("the ") for name in (owner.name, *owner.aliases))


def _owned(name: str, owner: str) -> Iterator[str]:
    for noun in _spellings(name):
        if owner.casefold() in noun.casefold():
            yield noun
            continue
        yield f"{noun} of {owner}"
        yield f"{noun} of the {owner}"
        yield f"{owner} {noun}"
        yield f"{owner}'s {noun}"


def _spellings(title: str) -> Iterator[str]:
    yield title
    if "-" in title:
        yield title.replace("-", " ")
    if " of " in title and " of the " not in title:
        head, _, last = title.rpartition(" of ")
        yield f"{head} of the {last}"
