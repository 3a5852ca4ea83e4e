"""One sentence marked in other ways, so that the weights lean on what is told and not on names or on one way of marking."""

from __future__ import annotations

import random
from dataclasses import replace

from whodid.models.marking import Marked, Offsets

NO_TRIGGER = 0.45
NO_PARTY = 0.08
SHRUNK = 0.3
HIDDEN = 0.2
# Stand-ins for a party's words, as short as a name.
STAND_INS = (
    "it",
    "they",
    "the group",
    "officials",
    "the government",
    "Ruritania",
    "the ministry",
    "Smith",
    "the company",
    "police",
    "leaders",
)


def vary(marked: Marked, chance: random.Random) -> Marked:
    """The sentence with some marks dropped or narrowed, and now and then a party's words replaced."""
    if chance.random() < NO_TRIGGER:
        marked = replace(marked, trigger=())
    if chance.random() < HIDDEN:
        marked = _hide(marked, chance)
    return replace(marked, actors=_vary_spans(marked, marked.actors, chance), recipients=_vary_spans(marked, marked.recipients, chance))


def _vary_spans(marked: Marked, spans: tuple[Offsets, ...], chance: random.Random) -> tuple[Offsets, ...]:
    if chance.random() < NO_PARTY:
        return ()
    return tuple(_shrink(marked.text, span, chance) if chance.random() < SHRUNK else span for span in spans)


def _shrink(text: str, span: Offsets, chance: random.Random) -> Offsets:
    """A run of the span's words."""
    words = _words(text, span)
    first = chance.randrange(len(words))
    last = chance.randrange(first, len(words))
    return words[first][0], words[last][1]


def _words(text: str, span: Offsets) -> list[Offsets]:
    found, at = [], span[0]
    for word in text[span[0] : span[1]].split(" "):
        if word:
            found.append((at, at + len(word)))
        at += len(word) + 1
    return found or [span]


def _hide(marked: Marked, chance: random.Random) -> Marked:
    """One party's words replaced by a stand-in; a party that holds another mark stays as it is."""
    spans = [span for span in (*marked.actors, *marked.recipients) if not _holds_mark(marked, span)]
    if not spans:
        return marked
    start, end = chance.choice(spans)
    words = chance.choice(STAND_INS)
    gain = len(words) - (end - start)

    def moved(spans: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
        return tuple((a, b + gain) if (a, b) == (start, end) else (a + gain, b + gain) if a >= end else (a, b) for a, b in spans)

    text = marked.text[:start] + words + marked.text[end:]
    return Marked(text, moved(marked.actors), moved(marked.recipients), moved(marked.trigger))


def _holds_mark(marked: Marked, span: Offsets) -> bool:
    every = (*marked.actors, *marked.recipients, *marked.trigger)
    return sum(a < span[1] and span[0] < b for a, b in every) > 1
