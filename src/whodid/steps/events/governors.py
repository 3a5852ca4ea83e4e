"""The words that decide whether what they govern has happened ("plans to", "threat of"), from lexicon/en/governors.txt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

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
    text = (files("whodid") / "lexicon" / "en" / "governors.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        parts = line.split("#", 1)[0].split()
        if len(parts) == 3 and parts[2] == "idle":
            idle.add(parts[0])
        elif len(parts) == 3:
            tables[parts[1]][parts[0]] = parts[2]  # type: ignore[assignment]
    return Governors(tables["V"], tables["N"], tables["A"], frozenset(idle))
