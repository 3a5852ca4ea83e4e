"""What stands around a noun: the words before it, "of", "for", "in" and "from" behind it, and what is set beside it."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.steps.actors.before import read_before
from whodid.steps.actors.details import CIVIL, Details
from whodid.steps.actors.inflection import plural
from whodid.steps.actors.names import Named
from whodid.steps.actors.terms import Phrase
from whodid.steps.actors.view import View, attached
from whodid.text import Token

# Prepositions whose object may tell whose somebody is.
_OWNING = frozenset({"of", "for", "from", "in", "at", "to"})
# Those after which a state is the scene, those that may stand before an unknown name, and those before another phrase that tells it.
_SCENES = frozenset({"in", "at", "from"})
_PLACING = frozenset({"in", "of", "at", "from"})
_LENDING = frozenset({"of", "for", "from", "at"})
# What stands between the names of a list.
_LISTING = frozenset({",", "and", "the", "as", "well"})
_PLACES = frozenset({"GPE", "LOC"})
_WHOSE = frozenset({"amod", "compound", "nmod"})
# Who may be somebody "for" another, and who "to" another.
_SPEAKERS = frozenset(
    """spokesman spokesmen spokeswoman spokesperson spokespersons minister representative representatives lawyer lawyers attorney attorneys
    director official officials secretary envoy adviser advisor campaigner""".split()
)
_AIDES = frozenset("aide aides adviser advisers advisor advisors assistant assistants counsel counsellor counselor".split())
# Before a person they tell whom one serves.
_SERVING = frozenset({"of", "for", "to"})


def details(view: View, phrase: Phrase) -> Details:
    """Read what stands around a phrase's head: modifiers to the left, "of", "for", "in", "from" to the right."""
    found = Details(phrase.first, phrase.last, outward=phrase.term.base in view.lexicon.outward)
    read_before(view, phrase, found)
    _read_behind(view, phrase, found)
    if not found.states:
        _read_beside(view, phrase, found)
    if len(found.states) == 2 and _is_one_person(view, phrase, found):
        found.states = [found.states[found.states[1].code in view.lexicon.settled]]
    return found


def _is_one_person(view: View, phrase: Phrase, found: Details) -> bool:
    """Whether two states before a noun, joined by a hyphen, tell of one person's two: "a British-Iranian woman"."""
    people = phrase.term.kind == "role" or phrase.term.kind == "group" and phrase.term.sector in CIVIL
    if phrase.term.plural or not people or phrase.term.words[-1] in view.lexicon.collectives:
        return False
    joint = next((at for at in range(found.first + 1, phrase.first - 1) if view.tokens[at].text == "-"), None)
    return joint is not None and joint - 1 in view.named and joint + 1 in view.named and phrase.head.tag in ("NN", "NNP")


def _read_behind(view: View, phrase: Phrase, found: Details) -> None:
    """Note what hangs on the phrase's head by a preposition."""
    start = view.tokens[0].i
    for child in phrase.head.children:
        if child.dep != "prep" or child.lower not in _OWNING or child.i - start <= phrase.first:
            continue
        if child.i - start <= phrase.last and child.lower != "of":
            continue
        for target in _objects(child):
            for preposition, named in _outside_of(view, child.lower, target, phrase):
                _read_object(view, preposition, named, phrase, found)
        if child.lower == "of" and phrase.term.plural and phrase.term.kind == "role" and len(found.states) == 1:
            _read_list(view, found)


def _outside_of(view: View, preposition: str, target: Token, phrase: Phrase) -> Iterator[tuple[str, Token]]:
    """The object of a preposition; where it is a word of the phrase itself ("heads of state of Norland"), those hanging on it by "of"."""
    if not phrase.first <= view.position(target) <= phrase.last:
        yield preposition, target
        return
    for nested in target.children:
        if nested.dep == "prep" and nested.lower == "of":
            yield from (("of", deeper) for deeper in _objects(nested))


def _objects(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep == "pobj":
            yield from child.conjuncts()


def _read_object(view: View, preposition: str, target: Token, phrase: Phrase, found: Details) -> None:
    """Note what the object of a preposition tells: a person, a name, another phrase, or words that nothing knows."""
    position = view.position(target)
    person = view.person_at.get(position)
    noun = phrase.term.base.split()[-1]
    if (preposition == "for" and noun not in _SPEAKERS) or (preposition == "to" and noun not in _AIDES):
        return
    if person is not None and preposition in _SERVING:
        found.owners.append(person.head)
        return
    named = view.named.get(position)
    if named is not None and target is named.head and not _is_scene(named, preposition):
        _read_name(named, preposition, found)
        return
    inner = view.phrases.get(position)
    if inner is None:
        if preposition in _PLACING:
            _read_stranger(view, target, found)
        return
    if preposition in _SERVING and _may_own(view, inner, phrase):
        found.owners.append(target)
    if preposition in _LENDING:
        _read_phrase(view, preposition, inner, phrase, found)


def _read_name(named: Named, preposition: str, found: Details) -> None:
    """Note a state or an organization behind the noun; a state after "in" or "from" is weaker."""
    state = named.state()
    if state is not None and preposition in _SCENES:
        found.within.append(state)
    elif state is not None and not found.outward:
        found.states.append(state)
    elif named.organization is not None:
        found.organizations.append(named.organization)
    else:
        return
    found.last = max(found.last, named.last)


def _read_stranger(view: View, target: Token, found: Details) -> None:
    """Note a name behind the noun that the knowledge does not have: "workers of Acme", "a lawmaker from Norland's Acme party"."""
    for child in target.children:
        whose = child.dep == "poss" or (child.dep in _WHOSE and target.pos == "PROPN")
        named = view.named.get(view.position(child)) if whose and child.i < target.i else None
        if named is not None and (state := named.state("name", "adjective")) is not None and not attached(view, named):
            found.within.append(state)
            found.last = max(found.last, view.position(target))
            return
    if target.pos == "PROPN" and target.text[0].isupper() and target.entity != "DATE":
        found.outside = found.outside or target
        found.last = max(found.last, view.position(target))
    if target.lower in view.lexicon.districts:
        own = next((child for child in target.children if child.dep == "compound" and child.text[0].isupper()), None)
        if own is not None and view.position(own) not in view.named:
            found.outside = found.outside or own
            found.last = max(found.last, view.position(target))


def _read_phrase(view: View, preposition: str, inner: Phrase, phrase: Phrase, found: Details) -> None:
    """Note of another phrase behind the noun whose that is, and its sector: "a spokesman for the Norlandic police"."""
    deeper = details(view, inner)
    found.others = found.others or (preposition == "of" and inner.term.base in ("countries", "nations", "states"))
    found.states.extend(deeper.states)
    found.within.extend(deeper.within)
    found.organizations.extend(deeper.organizations)
    found.last = max(found.last, deeper.last)
    civil = inner.term.kind == "group" and inner.term.sector in CIVIL - {"CVL"}
    if civil or phrase.term.base in view.lexicon.generic or phrase.term.base not in view.lexicon.offices:
        found.sector = found.sector or inner.term.sector


def _may_own(view: View, inner: Phrase, phrase: Phrase) -> bool:
    """Whether the one after "of" is somebody whose people the noun may name: "supporters of the president"."""
    followers = view.lexicon.followers
    one = inner.term.kind == "role" and not inner.term.plural
    return one and (phrase.term.base in followers or plural(phrase.term.base) in followers)


def _is_scene(named: Named, preposition: str) -> bool:
    """Whether what may be a family name is a place here: "police in Lagos"."""
    return preposition in _SCENES and named.head.entity in _PLACES and named.state() is None and named.organization is None


def _read_list(view: View, found: Details) -> None:
    """The other states of "the ministers of Norland, the Estian Republic and Sudria", where the parser hangs them elsewhere."""
    at, listed = found.last + 1, list[Named]()
    while at < len(view.tokens):
        while at < len(view.tokens) and view.tokens[at].lower in _LISTING:
            at += 1
        named = view.named.get(at)
        if named is None or named.first != at or named.state("name") is None or view.tokens[at - 1].lower not in _LISTING:
            break
        listed.append(named)
        at = named.last + 1
    if not listed or not any(token.lower == "and" for token in view.tokens[found.last + 1 : listed[-1].first]):
        return
    for named in listed:
        found.states.extend(state for state in (named.state("name"),) if state is not None)
        found.claimed.update(range(named.first, named.last + 1))
    found.last = listed[-1].last


def _read_beside(view: View, phrase: Phrase, found: Details) -> None:
    """ "Two hostages, an American and a Briton": whose they are, told beside them."""
    for child in phrase.head.children:
        if child.dep != "appos" or child.i < phrase.head.i or not phrase.term.plural:
            continue
        for word in child.conjuncts():
            if (state := view.state_at(word, "demonym", "adjective")) is not None:
                found.states.append(state)
                found.each_one = word.tag in ("NN", "NNP")
