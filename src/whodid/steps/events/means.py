"""By what means: the mode of an assault or a protest, from the nouns of its clause ("killed in an air strike", "on hunger strike")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from whodid.lexicon.lists import word_groups
from whodid.text import Token

# By what, with what, in what: "killed by a mine", "attacked with knives", "died in a bombing", "hit from helicopters".
_BY_MEANS = frozenset({"by", "with", "in", "from", "through", "after"})
_WHEN = frozenset({"when", "as", "after"})
LONGEST_NAME = 3


@cache
def load_means() -> dict[str, str]:
    """Read lexicon/en/means.txt: the mode of each noun, the words of a name joined by "_"."""
    return {word: mode for mode, words in word_groups("means") for word in words}


def mode_by_means(head: Token) -> str | None:
    """PLOVER mode by the means that the clause of an assault names, the first in the text; None where it names none."""
    found = ((noun.i, mode) for noun in _nouns(head) if (mode := _mode_of(noun)) is not None)
    return min(found, default=(0, None))[1]


def mode_by_name(words: Iterable[Token]) -> str | None:
    """PLOVER mode that the trigger's own words name ("hunger strike"); None where they name none."""
    return next((mode for word in words if (mode := _mode_of(word)) is not None), None)


def _nouns(head: Token) -> Iterator[Token]:
    """The head itself where it is a noun, what does it, what it is done with or in, and what happened when it was done."""
    if head.pos == "NOUN":
        yield head
    for child in head.children:
        if child.dep == "nsubj" and head.is_verb:
            yield child
        elif (child.dep in ("prep", "agent") and child.lower in _BY_MEANS) or child.lower == "using":
            yield from _objects(child)
        elif child.dep == "advcl" and any(mark.lower in _WHEN for mark in child.children):
            yield from (word for word in child.children if word.dep in ("nsubj", "nsubjpass"))


def _objects(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep in ("pobj", "dobj"):
            yield from child.conjuncts()


def _mode_of(noun: Token) -> str | None:
    """The mode of the longest name that ends in the noun."""
    means = load_means()
    words = noun.sentence.tokens[: noun.i - noun.sentence.tokens[0].i]
    before = [word.lower for word in words[-LONGEST_NAME + 1 :]]
    names = ("_".join([*before[first:], noun.lemma.lower()]) for first in range(len(before) + 1))
    return next((means[name] for name in names if name in means), None)
