"""Why, or about what: PLOVER contexts from the words of the sentence and the sectors of the parties."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from whodid.lexicon.lists import word_groups
from whodid.record import Actor
from whodid.text import Sentence

_BY_SECTOR = {"MIL": "military", "LEG": "legislative", "JUD": "legal", "SPY": "intelligence"}


@cache
def load_context_words() -> dict[str, tuple[str, ...]]:
    """Read lexicon/en/contexts.txt: for each lemma the contexts that it speaks of."""
    found: dict[str, list[str]] = {}
    for name, words in word_groups("contexts"):
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


def contexts_of(sentence: Sentence, actors: Iterable[Actor], given: Iterable[str] = ()) -> tuple[str, ...]:
    """Contexts of an event in this sentence, sorted: those its pattern gives, those its words and its parties' sectors speak of."""
    words = load_context_words()
    found = set(given)
    for token in sentence.tokens:
        found.update(words.get(token.lemma.lower(), ()))
    found.update(_BY_SECTOR[actor.sector] for actor in actors if actor.sector in _BY_SECTOR)
    return tuple(sorted(found))
