"""How sure an event is: the lexicon's own score of its telling, turned into the share of such events that is right.

The numbers lie in confidence.json and are made by `python training/calibrate.py`; docs/accuracy.md shows how well they hold.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from whodid.calibration import Calibration
from whodid.errors import ModelError
from whodid.record import Event

FILE = "confidence.json"


def calibrated(events: Sequence[Event], calibration: Calibration) -> tuple[Event, ...]:
    """The events with a confidence that can be relied on, in place of the lexicon's score."""
    return tuple(replace(event, confidence=round(calibration.of(event.confidence, doubts_of(event)), 2)) for event in events)


def doubts_of(event: Event) -> tuple[str, ...]:
    """What is missing from an event: a side that was not found may be there all the same, under words that were not understood."""
    lacking = {
        "no-actor": not event.actors and not event.symmetric,
        "no-recipient": not event.recipients and not event.symmetric,
        "one-party": event.symmetric and len(event.actors) < 2,
    }
    return tuple(doubt for doubt, there in lacking.items() if there)


@cache
def load_calibration() -> Calibration:
    """The numbers, read once.

    Raises:
        ModelError: Where the file is missing or is none.
    """
    file = files(__package__) / FILE
    try:
        return Calibration.from_dict(json.loads(file.read_text(encoding="utf-8")))
    except OSError:
        raise ModelError(f"{file}: not there; install whodid anew, or make it with: python training/calibrate.py") from None
    except ValueError as error:
        raise ModelError(f"{file}: {error}; make it with: python training/calibrate.py") from None
