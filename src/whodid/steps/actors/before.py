"""What the words before a noun tell of it: "the former Norlandic police spokesman", "Norland's deputy minister"."""

from __future__ import annotations

from dataclasses import replace

from whodid.knowledge import State
from whodid.steps.actors.details import Details
from whodid.steps.actors.names import Named
from whodid.steps.actors.peoples import PeopleWords
from whodid.steps.actors.terms import Phrase
from whodid.steps.actors.view import View, attached
from whodid.text import Token

# How far up the syntax a word before a noun may hang on it.
_DEPTH = 6
_TIMES = frozenset({"DATE", "TIME"})
# The parser's labels for names of which the knowledge may have no entry.
_NAMED = frozenset({"ORG", "GPE", "FAC", "LOC"})
_PLACES = frozenset({"GPE", "LOC"})
_DEPARTMENTS = frozenset({"ministry", "department"})
_NO_NAMES = frozenset({"PERSON", "DATE", "TIME"})


def read_before(view: View, phrase: Phrase, found: Details) -> None:
    """Note what the words to the left of a phrase tell, from the nearest on, until one that does not belong to it."""
    at = phrase.first - 1
    tokens = view.tokens
    while at >= 0:
        token = tokens[at]
        named = view.named.get(at)
        if named is not None and at == named.last and not view.person_at.get(at):
            if not (_under(token, phrase) or _adjective_before(named, at, found.first)):
                break
            _read_name(view, named, phrase, found)
            at = found.first = named.first
        elif (people := view.peoples.get(at)) is not None:
            if not _under(token, phrase):
                break
            _add_people(people, found)
            at = found.first = people.first
        elif (person := view.person_at.get(at)) is not None:
            if not _under(token, phrase):
                break
            found.owners.append(person.head)
            at = found.first = person.start
        elif token.entity in _TIMES or token.lower in view.lexicon.days or not _under(token, phrase):
            break
        else:
            at = found.first = _read_word(view, at, phrase, found)
        at -= 1


def _add_people(people: PeopleWords, found: Details) -> None:
    """Note a people; two side by side are one ("Sunni Kurdish"), two joined by "and" are two."""
    if found.peoples and found.peoples[0].first == people.last + 1:
        beside = found.peoples.pop(0)
        people = replace(people, last=beside.last, shown=f"{people.shown} {beside.shown}")
    found.peoples.insert(0, people)
    found.claimed.update(range(people.first, people.last + 1))


def _adjective_before(named: Named, at: int, first: int) -> bool:
    return at == first - 1 and named.state("adjective") is not None


def _under(token: Token, phrase: Phrase) -> bool:
    """Whether a word hangs on the phrase in the syntax, by no clause of its own."""
    word, first = token, phrase.head.sentence.tokens[0].i + phrase.first
    for _ in range(_DEPTH):
        if word.head is word or word.is_verb and word.dep in ("relcl", "acl"):
            return False
        word = word.head
        if first <= word.i < first + len(phrase.term.words):
            return True
    return False


def _read_name(view: View, named: Named, phrase: Phrase, found: Details) -> None:
    """Note whose the noun is by a name before it."""
    following = view.tokens[named.last + 1] if named.last + 1 < len(view.tokens) else None
    if attached(view, named):
        found.attached = found.attached or view.span(named.first, named.last + 2).text
        return
    possessive = following is not None and following.tag == "POS"
    if (state := named.state()) is not None:
        if found.peoples and not _joined(view, named.last, found.peoples[0].first):
            found.peoples[0] = replace(found.peoples[0], of=state)
        elif not (possessive and found.outward):
            found.states.insert(0, state)
        if named.state("name", "adjective", "demonym") is None:
            found.town = named.span().text
    elif (organization := named.organization) is not None:
        found.organizations.insert(0, organization)
    elif named.families:
        _read_family(view, named, phrase, found)
    if not possessive and not named.families:
        found.claimed.update(range(named.first, named.last + 1))


def _read_family(view: View, named: Named, phrase: Phrase, found: Details) -> None:
    """Note whose the noun is by a family name before it: a place's or a firm's where it is a word of their name."""
    if _in_other_name(view, named, _PLACES):
        found.outside = found.outside or named.head
    elif phrase.term.kind == "state" or not _in_other_name(view, named):
        found.owners.append(named.head)  # "the Halden Administration" is Halden's, though the parser sees one name
        codes = {person.country for person in named.families}
        if len(codes) == 1 and (code := codes.pop()) is not None:
            found.person_countries.append(code)
        elif not found.outside:
            found.outside = named.head  # of whom, the roster may know; of the passage's country it is not


def _joined(view: View, last: int, first: int) -> bool:
    """Whether "and" or a comma stands between two positions, so that what is told before says nothing of what is told behind."""
    return any(token.dep == "cc" or token.text == "," for token in view.tokens[last + 1 : first])


def _in_other_name(view: View, named: Named, labels: frozenset[str] | None = None) -> bool:
    """Whether a family name is a word of another name: "Green" in "the Green Party"; of one that the parser labels so."""
    first, last = named.tokens[0].i, named.tokens[-1].i
    return any(
        entity.first.i <= first and last <= entity.last.i and (entity.first.i, entity.last.i) != (first, last)
        for entity in view.sentence.entities
        if (entity.label in labels if labels else entity.label not in _NO_NAMES)
    )


def _read_word(view: View, at: int, phrase: Phrase, found: Details) -> int:
    """Note what one word before the noun tells; where the words it belongs to begin."""
    token = view.tokens[at]
    lower = token.lower
    possessive = at + 1 < len(view.tokens) and view.tokens[at + 1].tag == "POS"
    inner = view.phrases.get(at)
    if inner is not None and inner.last == at:
        _read_phrase(view, inner, token, found, possessive=possessive)
        return inner.first
    if lower in view.lexicon.former:
        found.former = True
    elif lower in view.lexicon.under:
        found.under = lower
    elif lower in view.lexicon.blocs or (found.bloc and lower in view.lexicon.directions):
        found.bloc = f"{lower} {found.bloc}" if found.bloc else lower
        found.claimed.add(at)
    elif lower in view.lexicon.modifiers:
        found.sector = found.sector or view.lexicon.modifiers[lower]
    elif token.tag == "PRP$" or (possessive and lower in view.lexicon.same_state):
        found.owners.append(token)
    elif _is_stranger(view, token, phrase):
        found.outside = found.outside or token
    elif lower in ("the", "this", "that", "these", "those"):
        found.definite = True
    elif lower in ("a", "an", "another", "one", "some"):
        found.indefinite = True
    return at


def _read_phrase(view: View, inner: Phrase, token: Token, found: Details, *, possessive: bool) -> None:
    """Note what another phrase right before the noun tells: "police spokesman", "the ministry's spokesman"."""
    if (inner.term.kind != "state" or possessive) and inner.term.base not in view.lexicon.generic and not inner.term.people:
        found.sector = found.sector or inner.term.sector
    if inner.term.kind == "body" and not _DEPARTMENTS.isdisjoint(inner.term.words) and not possessive:
        found.body = found.body or inner
    if possessive:
        found.owners.append(token)
    else:
        found.claimed.update(range(inner.first, inner.last + 1))


def _is_stranger(view: View, token: Token, phrase: Phrase) -> bool:
    """Whether the word is a name; before "government", "mayor" and the like also one that the parser does not see as such."""
    homely = phrase.term.kind == "state" or phrase.term.words[-1] in view.lexicon.local
    if token.entity == "NORP" and any(isinstance(name.entry, State) for name in view.knowledge.named(token.text)):
        return True  # an adjective of two states, of which the text does not say which
    labelled = token.entity in _NAMED or (homely and token.entity in ("", "PERSON", "NORP"))
    return labelled and token.pos == "PROPN" and token.text[0].isupper()
