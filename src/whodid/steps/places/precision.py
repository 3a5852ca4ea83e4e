"""What sort of place it is, and how exactly the words say where: the codes of UCDP's `where_prec`."""

from __future__ import annotations

from whodid.knowledge.gazetteer import Entry
from whodid.record import PlaceKind
from whodid.steps.places.resolving import Resolution
from whodid.steps.places.toponyms import Toponym
from whodid.steps.places.words import word_set

# By the gazetteer's kind: the kind of the record, and the precision within one country.
_KINDS: dict[str, tuple[PlaceKind, int]] = {
    "landmark": ("point", 1),
    "town": ("town", 1),
    "capital": ("town", 1),
    "county": ("district", 3),
    "division": ("region", 4),
    "region": ("region", 5),
    "river": ("region", 5),
    "canal": ("region", 5),
    "lake": ("region", 5),
    "mountains": ("region", 5),
    "desert": ("region", 5),
    "islands": ("region", 5),
    "country": ("country", 6),
    "past-country": ("country", 6),
    "continent": ("region", 7),
    "ocean": ("sea", 7),
    "sea": ("sea", 7),
    "gulf": ("sea", 7),
    "strait": ("sea", 7),
}
_EXACT, _NEAR, _COUNTRY, _BEYOND = 1, 2, 6, 7


def kind_of(entry: Entry) -> PlaceKind:
    """The record's kind for a place of the gazetteer."""
    return _KINDS[entry.kind][0]


def precision_of(toponym: Toponym, resolution: Resolution) -> int | None:
    """The code of UCDP's `where_prec`; None where not even the country is known.

    What lies in no one country is 7, whatever it is; a town that the words only come near ("outside Kell") is 2.
    """
    entry = resolution.entry
    if entry is None:
        return _COUNTRY if resolution.country is not None else None
    precision = _KINDS[entry.kind][1]
    if entry.country is None and precision > _EXACT and entry.kind != "past-country":
        return _BEYOND
    return _NEAR if precision == _EXACT and _is_near(toponym) else precision


def _is_near(toponym: Toponym) -> bool:
    head = toponym.tokens[-1]
    preposition = head.head
    if head.dep != "pobj" or preposition.lower not in word_set("near"):
        return False
    # "From Kell" tells where somebody came from, "ten miles from Kell" where it was.
    before = preposition.neighbour(-1)
    return preposition.lower != "from" or (before is not None and before.lower in word_set("distances"))
