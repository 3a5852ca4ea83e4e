"""The words by which places are told, loaded once from the lexicon."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from whodid.knowledge.gazetteer import normalise

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
    return frozenset(_lines("locative.txt"))


@cache
def not_places() -> frozenset[str]:
    """Capitalised words that name towns somewhere, and hardly ever in the news ("Sunday", "Council")."""
    return frozenset(normalise(word) for word in _lines("not_places.txt"))


@cache
def division_abbreviations() -> dict[str, tuple[str, str]]:
    """What "Ala", "TX", "N.Y" (without the last point) stand for: country and division code."""
    rows = (line.split(";") for line in _lines("divisions.csv")[1:])
    return {abbreviation: (country, division) for abbreviation, country, division in rows}


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
