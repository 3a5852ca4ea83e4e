"""How the record writes the name of somebody the knowledge has: as this article does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from whodid.knowledge import INTERNATIONAL, normalise, plain
from whodid.record import ActorKind
from whodid.steps.actors.inflection import singular

_SHORTEST = 3


def as_told(known: str, told: Collection[str], kind: ActorKind, country: str | None) -> str:
    """The known name without accents that the article leaves out, or the article's own where it is another form.

    Args:
        known: The name in the knowledge.
        told: The names by which the article calls it.
        kind: Of a person, the article's full name counts ("Ebrahim Kor"); of an organization, a short one that stands alone.
        country: Where it is at home.

    Example:
        >>> as_told("José Kor", ["Jose Kor"], "person", None)
        'Jose Kor'
    """
    name = plain(known) if not known.isascii() and told and all(each.isascii() for each in told) else known
    words = _words(name)
    if not told or any(words <= _words(each) for each in told):
        return name
    if kind == "person":
        full = max(told, key=lambda each: len(_words(each)))
        new = _words(full) - words
        return full if new and _words(full) & words and not full.isupper() else name
    # The acronym of an international body is no better known than the name it stands for.
    return _short(name, told) if kind == "organization" and country not in INTERNATIONAL else name


def as_called(first: str, called: Counter[str]) -> str:
    """What unnamed people are called: by the noun that the article has most often for them, in the fullest form that ends in it.

    Example:
        >>> as_called("marchers", Counter({"marchers": 1, "protesters": 2, "young protesters": 1}))
        'young protesters'
    """
    nouns = Counter[str]()
    for words, times in called.items():
        nouns[_noun(words)] += times
    often = max(nouns, key=lambda noun: (nouns[noun], noun == _noun(first)))
    if often != _noun(first):
        first = next(words for words in called if _noun(words) == often)
    return max((words for words in (first, *called) if words.split()[-1] == first.split()[-1]), key=len)


def _noun(words: str) -> str:
    return singular(words.split()[-1])


def _short(name: str, told: Collection[str]) -> str:
    """The only other name of an organization: its letters ("KLF"), or what its members are called ("Radicals", "a Radical")."""
    first = max(told, key=len)
    if " " in first or any(each not in (first, first.removesuffix("s")) for each in told):
        return name
    letters = first.isupper() and first.isalpha() and len(first) >= _SHORTEST
    members = first.endswith("s") and not first.isupper() and not normalise(name).startswith(normalise(first))
    return first if letters or members else name


def _words(name: str) -> set[str]:
    """The words of a name, written alike, without initials."""
    return {word for word in normalise(name).replace("-", " ").split() if len(word.strip(".")) > 1}
