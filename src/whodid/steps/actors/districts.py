"""Which country a town or a district lies in, where it says whose somebody is: "a court in Holmstad", "Kestria police"."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.knowledge.gazetteer import Gazetteer
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.view import View
from whodid.text import Token

_LAND = frozenset({"capital", "town", "division", "county", "region", "landmark", "islands"})
_LABELS = frozenset({"GPE", "LOC", "FAC", "ORG"})
# A name is one country's when no place of that name elsewhere has this share of the largest one's inhabitants.
_SHARE = 0.1
# Prepositions after which stands where something happens.
_SCENES = frozenset({"in", "across", "throughout", "through", "around", "outside", "near", "inside", "at"})
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

    def country(self, view: View, token: Token) -> str | None:
        """The country of the place whose name this word ends or is; None where places of several countries compete."""
        found = [entry for entry in self._gazetteer.named(_place_words(view, token)) if entry.kind in _LAND and entry.country]
        if not found:
            return None
        most = max(entry.population for entry in found)
        if most < _LARGE and not any(entry.kind == "division" for entry in found):
            return None
        rivals = {entry.country for entry in found if entry.population >= _SHARE * most}
        return rivals.pop() if len(rivals) == 1 else None

    def name(self, view: View, token: Token) -> str | None:
        """The name of the place that this word ends or is, as it stands; None where it is none of one country."""
        return _place_words(view, token) if self.country(view, token) else None

    def scene(self, view: View, head: Token) -> str | None:
        """The one country of the places told in a word's clause ("marched in Holmstad", "through the streets of Holmstad")."""
        clause = next((word for word in head.ancestors() if word.is_verb), None)
        found = [place for above in (head, clause) if above is not None for place in _places(above, view.lexicon)]
        countries = {country for place in found if (country := self._state(view, place) or self.country(view, place))}
        return countries.pop() if len(countries) == 1 else None

    def _state(self, view: View, place: Token) -> str | None:
        named = view.named.get(view.position(place))
        state = named.state() if named is not None else None
        return state.code if state is not None else None


def _places(above: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The names of places after a word's prepositions of place."""
    for preposition in above.children:
        if preposition.dep == "prep" and preposition.lower in _SCENES:
            for place in preposition.children:
                if place.dep == "pobj":
                    yield from _named_places(place, lexicon)


def _named_places(place: Token, lexicon: Lexicon) -> Iterator[Token]:
    if place.pos == "PROPN":
        yield place
        return
    if place.lower not in lexicon.place_nouns and place.lemma.lower() not in lexicon.place_nouns:
        return  # "outside the embassy of Norland" is not in Norland
    for child in place.children:
        if child.dep == "prep" and child.lower in ("of", "in"):
            yield from (below for below in child.children if below.dep == "pobj" and below.pos == "PROPN")


def _place_words(view: View, token: Token) -> str:
    for entity in view.sentence.entities:
        if entity.first.i <= token.i <= entity.last.i and entity.label in _LABELS:
            return entity.text.removeprefix("the ").removeprefix("The ").replace("\u2019", "'").removesuffix("'s")
    return token.text
