"""The words by which places are told, loaded once from the lexicon."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from whodid.knowledge.gazetteer import normalise
from whodid.lexicon.lists import word_list

_FOLDER = files("whodid.lexicon") / "en" / "places"


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the sets of `words.yaml`."""
    import yaml

    sets = yaml.safe_load((_FOLDER / "words.yaml").read_text(encoding="utf-8"))
    return frozenset(str(word) for word in sets[name])


@cache
def locative_prepositions() -> frozenset[str]:
    """Prepositions after which a name is a place: "in", "near" …"""
    return word_list("places/locative")


@cache
def not_places() -> frozenset[str]:
    """Capitalised words that name towns somewhere, and hardly ever in the news ("Sunday", "Council")."""
    return frozenset(normalise(word) for word in word_list("places/not_places"))


@cache
def division_abbreviations() -> dict[str, tuple[str, str]]:
    """What "Ala", "TX", "N.Y" (without the last point) stand for: country and division code."""
    lines = (_FOLDER / "divisions.csv").read_text(encoding="utf-8").splitlines()
    rows = (line.split(";") for line in lines[1:])
    return {abbreviation: (country, division) for abbreviation, country, division in rows}
