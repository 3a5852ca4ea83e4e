"""Which country a town or a district lies in, where it says whose somebody is: "a court in Holmstad", "Kestria police"."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.knowledge.gazetteer import Entry, Gazetteer
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.names import Named
from whodid.steps.actors.view import View
from whodid.text import Sentence, Token

_LAND = frozenset({"capital", "town", "division", "county", "region", "landmark", "islands"})
_DIVISIONS = frozenset({"division"})
_REGIONS = _DIVISIONS | {"region", "islands"}
_LABELS = frozenset({"GPE", "LOC", "FAC", "ORG"})
# A name is one country's when no place of that name elsewhere has this share of the largest one's inhabitants.
_SHARE = 0.1
# Prepositions after which stands where something happens.
_SCENES = frozenset({"in", "across", "throughout", "through", "around", "outside", "near", "inside", "at"})
_OPPOSING = frozenset({"with", "against", "at", "on"})
_CLAUSES = frozenset({"acl", "relcl"})
_BESIDE = frozenset({"poss", "appos", "compound", "nmod", "amod"})
# By these a clause hangs on the one that tells where it happens: "a bomb went off in Holmstad, killing ten".
_HANGING = frozenset({"advcl", "xcomp", "conj"})
# Smaller places than this bear too many chance names.
_LARGE = 50_000


class Districts:
    """Looks places up in the gazetteer, only where an actor's country hangs on it.

    Args:
        gazetteer: The world's places by name.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def is_town(self, name: str) -> bool:
        """Whether the name is first of all a town's."""
        found = self._gazetteer.named(name)
        return bool(found) and found[0].kind in ("town", "capital")

    def country(self, view: View, token: Token, *, likely: str | None = None, title: int | None = None) -> str | None:
        """The country of the place whose name this word ends or is; None where places of several countries compete.

        `likely` is a country that settles it, `title` where in the sentence a title begins that is none of the place's name.
        """
        found = self._lands(view, token, title)
        if not found:
            return None
        most = max(entry.population for entry in found)
        rivals = {entry.country for entry in found if entry.population >= _SHARE * most}
        if len(rivals) == 1 and (most >= _LARGE or any(entry.kind in _REGIONS for entry in found)):
            return rivals.pop()
        return likely if likely in rivals else None

    def name(self, view: View, token: Token, title: int | None = None) -> str | None:
        """The name of the place that this word ends or is, as it stands; None where there is none."""
        return next((words for words in _place_words(view, token, title) if self._gazetteer.named(words)), None)

    def is_longer_name(self, sentence: Sentence, named: Named) -> bool:
        """Whether a word before a state's name makes a land elsewhere of it: "New Mexico", "Inner Mongolia", "northern Ireland"."""
        before = sentence.tokens[named.first - 1] if named.first else None
        beside = before is not None and before.text[0].isalpha() and before.pos != "DET" and before.end + 1 == named.tokens[0].start
        if before is None or not beside or not named.states:
            return False
        kinds = _REGIONS if before.text[0].isupper() else _DIVISIONS
        found = self._gazetteer.named(f"{before.text} {named.span().text}")
        town = before.text[0].isupper() and named.state("name", "adjective", "demonym") is None  # "Little Havana"
        elsewhere = [entry for entry in found if entry.country and entry.country not in named.states]
        return any(entry.kind in kinds for entry in elsewhere) or (town and bool(found) and len(elsewhere) == len(found))

    def begins_land(self, words: str) -> bool:
        """Whether words are together the name of a part of a state, whatever the first of them says alone: "Tamil Nadu"."""
        return any(entry.kind in _REGIONS for entry in self._gazetteer.named(words))

    def _lands(self, view: View, token: Token, title: int | None) -> list[Entry]:
        """The places that the longest known words around a word name; none for a continent's name."""
        for words in _place_words(view, token, title):
            if found := self._gazetteer.named(words):
                larger = any(entry.kind == "continent" for entry in found)
                return [] if larger else [entry for entry in found if entry.kind in _LAND and entry.country]
        return []

    def scenes(self, view: View, head: Token) -> list[str]:
        """The countries of the places told in a word's clause: "marched in Holmstad", "people killed in clashes in Holmstad"."""
        told = (child for child in head.children if child.dep in _CLAUSES and child.is_verb and not _of_others(child))
        for above in (head, *told, *_clauses(head, view.lexicon)):
            places = _places(above, view.lexicon)
            if countries := [country for place in places if (country := self._country_of(view, place))]:
                return list(dict.fromkeys(countries))
        return []

    def _country_of(self, view: View, place: Token) -> str | None:
        """The country that a place's name means or lies in."""
        state = view.state_at(place)
        return state.code if state is not None else self.country(view, place)


def _clauses(head: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The clause of a word; of those to whom harm is done, also what did it and the clause on which theirs hangs."""
    verb = next((word for word in head.ancestors() if word.is_verb), None)
    if verb is None:
        return
    yield verb
    if verb.lemma.lower() in lexicon.victim_verbs:
        subject = verb.child("nsubj")
        if subject is not None and subject is not head:
            yield subject
        if verb.dep in _HANGING and verb.head.is_verb:
            yield verb.head
            yield from (child for child in verb.head.children if child.dep == "nsubj")


def _of_others(clause: Token) -> bool:
    """Whether a clause behind a noun tells of what is its: "a judge whose parents were born in Norland"."""
    return any(word.lower == "whose" for word in clause.subtree())


def _places(above: Token, lexicon: Lexicon, depth: int = 3) -> Iterator[Token]:
    """The names of places after a word's prepositions of place, its object's too ("killed in clashes in Holmstad")."""
    for preposition in above.children:
        if depth and above.is_verb and preposition.dep == "dobj":
            yield from _places(preposition, lexicon, depth - 1)
        if depth and above.is_verb and preposition.lower in _OPPOSING:
            for other in preposition.children:
                yield from _places(other, lexicon, depth - 1)
        if preposition.dep != "prep" or preposition.lower not in _SCENES:
            continue
        for place in preposition.children:
            if place.dep == "pobj":
                found = list(_named_places(place, lexicon))
                yield from found
                if depth and not found and place.pos == "NOUN":
                    yield from _places(place, lexicon, depth - 1)


def _named_places(place: Token, lexicon: Lexicon) -> Iterator[Token]:
    if place.pos == "PROPN":
        yield from (each for each in place.conjuncts() if each.pos == "PROPN")
        return
    if place.lower not in lexicon.place_nouns and place.lemma.lower() not in lexicon.place_nouns:
        return  # "outside the embassy of Norland" is not in Norland
    for child in place.children:
        if child.dep == "prep" and child.lower in ("of", "in"):
            yield from (below for below in child.children if below.dep == "pobj" and below.pos == "PROPN")
        elif child.dep in _BESIDE and child.text[0].isupper():
            yield child  # "Norland's capital Holmstad"


def _place_words(view: View, token: Token, title: int | None) -> Iterator[str]:
    """The words that may be a place's name: what the parser sees as one, up to a title in it ("Quebec" in "Quebec Health Minister")."""
    for entity in view.sentence.entities:
        if entity.first.i <= token.i <= entity.last.i and entity.label in _LABELS:
            first, last = view.position(entity.first), view.position(entity.last)
            if title is not None and first < title <= last:
                yield view.span(first, title - 1).text
            else:
                yield entity.text.removeprefix("the ").removeprefix("The ").replace("\u2019", "'").removesuffix("'s")
            return
    if (parts := [child for child in token.children if child.dep == "compound" and child.text[0].isupper()]) and parts[0].i < token.i:
        yield view.span(view.position(parts[0]), view.position(token)).text
    yield token.text
