"""Singular and plural of noun phrases: "head of state", "heads of state"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

# Words after which the head noun stands in front: "head of state", "leader of the opposition".
_LINKS = frozenset({"of", "for", "in"})
# Plurals that no ending shows, and words in "s" and the like that have no singular of their own.
_PLURAL_FORMS = (
    "people",
    "police",
    "media",
    "staff",
    "personnel",
    "crew",
    "infantry",
    "artillery",
    "law enforcement",
    "public",
    "press",
)
_NO_SINGULAR = frozenset(
    {"forces", "troops", "authorities", "special forces", "services", "people", "airmen", "press", "powers", "families", "units"}
)


def plural(words: str) -> str:
    """The plural of a noun phrase: "heads of state", "prime ministers", "policemen"."""
    return _inflect(words, plural_noun)


def singular(words: str) -> str:
    """The singular of a noun phrase; words that are no plural stay."""
    return _inflect(words, _singular_noun)


def is_plural(words: str) -> bool:
    """Whether a noun phrase stands for more than one."""
    return singular(words) != words or words.endswith(_PLURAL_FORMS) or words.split()[-1] in _NO_SINGULAR


def head_of(parts: Sequence[str]) -> int:
    """Position of the head noun among the words of a noun phrase."""
    for position, word in enumerate(parts):
        if word in _LINKS and position:
            return position - 1
    return len(parts) - 1


def _inflect(words: str, change: Callable[[str], str]) -> str:
    parts = words.split()
    at = head_of(parts)
    parts[at] = change(parts[at])
    return " ".join(parts)


def plural_noun(noun: str) -> str:
    """The plural of one noun."""
    if noun.endswith(("men", "people", "police", "media")):
        return noun
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _singular_noun(noun: str) -> str:
    if noun in _NO_SINGULAR:
        return noun
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us")):
        return noun[:-1]
    return noun
