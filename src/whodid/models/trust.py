"""How far the lexicon and the weights are each believed."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from whodid.errors import ModelError
from whodid.models.weights import FOLDER

FILE = "trust.json"
# How well a trigger ties the marked parties, from not at all to both in their places.
FITS = 4


@dataclass(frozen=True, slots=True)
class Trust:
    """Learned by `training/weigh.py` on sentences that the weights have not seen.

    Attributes:
        chances: What the logarithm of the weights' chance counts.
        fits: What it counts that the lexicon says so, by how well its trigger ties the parties.
        sureness: What the sureness of the lexicon's pattern counts on top, by the same.
        events: For the confidence of coded events, in log odds: what all start from, what the lexicon's own confidence counts, and what
            the weights' chance of the type counts.
    """

    chances: float
    fits: tuple[float, ...]
    sureness: tuple[float, ...]
    events: tuple[float, ...] = (0.0, 1.0, 0.0)

    def weigh(self, chances: Mapping[str, float], proposed: str | None, fit: int, sureness: float) -> dict[str, float]:
        """The chance of each type, in view of both; sums to 1. `proposed` may be a type that the weights do not know, or None."""
        points = {type: self.chances * math.log(max(chance, 1e-9)) for type, chance in chances.items()}
        if proposed in points:
            points[proposed] += self.fits[fit] + self.sureness[fit] * sureness
        most = max(points.values())
        powers = {type: math.exp(value - most) for type, value in points.items()}
        total = sum(powers.values())
        return {type: power / total for type, power in powers.items()}


@cache
def load_trust(folder: Path = FOLDER) -> Trust:
    """The numbers that belong to the weights, read once.

    Raises:
        ModelError: Where the file is missing or is none.
    """
    file = folder / FILE
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        lists = (tuple(map(float, found[name])) for name in ("fits", "sureness", "events"))
        trust = Trust(float(found["chances"]), *lists)
    except OSError:
        raise ModelError(f"{file}: not there; install whodid anew, or make it with: python training/weigh.py") from None
    except (ValueError, KeyError, TypeError):
        raise ModelError(f"{file}: not the numbers wanted; make it with: python training/weigh.py") from None
    if (len(trust.fits), len(trust.sureness), len(trust.events)) != (FITS, FITS, 3):
        raise ModelError(
            f'{file}: expected {FITS} numbers in "fits" and "sureness", three in "events"; make it with: python training/weigh.py'
        )
    return trust
