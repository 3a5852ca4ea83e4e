"""The words that decide whether what they govern has happened ("plans to", "threat of"), from lexicon/en/governors.txt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from whodid.lexicon.lists import word_lines
from whodid.record import Status


@dataclass(frozen=True, slots=True)
class Governors:
    """Words that decide the status of what they govern ("plans to", "threat of", "upcoming"), by part of speech.

    `idle` nouns say what somebody may or can do, not what is done ("the right to attack"): what they govern is no event.
    """

    verbs: dict[str, Status]
    nouns: dict[str, Status]
    adjectives: dict[str, Status]
    idle: frozenset[str] = frozenset()


@cache
def load_governors() -> Governors:
    """Read lexicon/en/governors.txt: one `word POS status` a line, POS in V N A; `word N idle` for what is no event."""
    tables: dict[str, dict[str, Status]] = {"V": {}, "N": {}, "A": {}}
    idle: set[str] = set()
    for line in word_lines("governors"):
        word, kind, status = line.split()
        if status == "idle":
            idle.add(word)
        else:
            tables[kind][word] = status  # type: ignore[assignment]
    return Governors(tables["V"], tables["N"], tables["A"], frozenset(idle))
