"""What the weights think of marked sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whodid.models.marking import Marked, encode
from whodid.models.weights import Weights, load_weights


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely each label is, 0..1; each of the four sums to 1.

    Attributes:
        types: PLOVER's sixteen and "NONE", for words that tell no event.
        modes: Type and mode in one, "REQUEST/assist"; "AID/-" for a type without modes.
        statuses: Whether it has happened.
        told: The type as the table of 2021 folds it: CONCEDE and RETREAT are YIELD, what is still to come has a type of its own.
    """

    types: dict[str, float]
    modes: dict[str, float]
    statuses: dict[str, float]
    told: dict[str, float]


def judge(sentences: Sequence[Marked], weights: Weights | None = None) -> list[Judgement]:
    """One judgement for each marked sentence, in order; the first call loads the weights.

    Each sentence is read on its own, so that what stands beside it changes nothing in the answer.

    Raises:
        ModelError: Where the weights are missing or broken.
    """
    if not sentences:
        return []
    weights = weights or load_weights()
    return [_judge(marked, weights) for marked in sentences]


def _judge(marked: Marked, weights: Weights) -> Judgement:
    import numpy

    encoded = encode(marked, weights.tokenizer)
    names = list(weights.labels)
    given = {"ids": numpy.array([encoded.ids]), "roles": numpy.array([encoded.roles])}
    found = weights.session.run(names, given)
    return Judgement(**{name: _by_label(weights.labels[name], values[0]) for name, values in zip(names, found, strict=True)})


def _by_label(labels: Sequence[str], values: Sequence[float]) -> dict[str, float]:
    return {label: float(value) for label, value in zip(labels, values, strict=True)}
