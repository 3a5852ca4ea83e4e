"""What became of the inputs of a run, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

FIRST = 5


@dataclass(slots=True)
class Summary:
    """Counts of a run.

    Attributes:
        read: Inputs read.
        coded: Articles coded and stored.
        known: Inputs that were in the store already.
        skipped: Articles kept but not coded, by reason.
        failed: Inputs that could not be read or coded, by reason.
        messages: The first few failures in words.
        outcome: done, interrupted or failed.
        coding: Seconds spent waiting for records.
    """

    read: int = 0
    coded: int = 0
    known: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    messages: list[str] = field(default_factory=list)
    outcome: str = "done"
    coding: float = 0.0

    def fail(self, code: str, message: str) -> None:
        """Count a failure."""
        self.failed[code] += 1
        if len(self.messages) < FIRST:
            self.messages.append(message)
