"""Learn how far lexicon and weights are each believed, on the sentences held out when the weights were made.

    python training/weigh.py [--weights FOLDER]

Wants whodid with its parser installed, and the confidence of events calibrated before (`calibrate.py`). Writes trust.json beside the
weights and prints what each reaches alone, and both together.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from calibrate import INCOMPLETE, see
from numpy.typing import NDArray
from sentences import HELD_OUT, Row, read_corpus

from whodid import Article
from whodid.calibration import log_odds
from whodid.models import judge, load_weights
from whodid.models.trust import FILE, FITS, Trust
from whodid.models.weights import FOLDER
from whodid.ontology import load_ontology
from whodid.steps.events import calibrated, load_calibration
from whodid.steps.events.classify import Proposal, folded, propose
from whodid.steps.events.weighing import marked_in
from whodid.steps.parsing import Parser

STEPS, PACE, DAMPING = 4000, 0.5, 1e-3
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """What both say of one sentence, and what is right."""

    chances: dict[str, float]
    proposal: Proposal | None
    right: str


def main() -> None:
    """Learn, write, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=FOLDER, help="folder of the weights")
    folder = parser.parse_args().weights
    held = [row for row in read_corpus() if row.fold == HELD_OUT]
    seen = _see([row for row in held if row.told != "NONE"], folder)
    trust = replace(learn(seen), events=learn_events(held, folder))
    (folder / FILE).write_text(json.dumps(asdict(trust), indent=1) + "\n", encoding="utf-8")
    print(f"{len(seen)} sentences; {trust}")
    print(f"weights {_share(seen, Trust(1.0, (0.0,) * FITS, (0.0,) * FITS)):.3f}", end=", ")
    print(f"lexicon {sum(s.proposal is not None and folded(s.proposal.type) == s.right for s in seen) / len(seen):.3f}", end=", ")
    print(f"both {_share(seen, trust):.3f}")


def _see(rows: Sequence[Row], folder: Path) -> list[Seen]:
    ontology, parser, weights = load_ontology(), Parser(), load_weights(folder)
    seen = []
    for row, (_, sentences) in zip(rows, parser.parse_all(Article(row.marked.text) for row in rows), strict=True):
        marked = replace(row.marked, trigger=())
        told = judge([marked], weights)[0].told
        chances = {type: chance for type, chance in told.items() if type != "NONE"}
        seen.append(Seen(chances, propose(marked, sentences, ontology), row.told))
    return seen


def learn(seen: Sequence[Seen]) -> Trust:
    """Logistic regression with one number for the weights and, by fit, two for the lexicon."""
    types = sorted(seen[0].chances)
    logs = np.log(np.array([[max(one.chances[type], 1e-9) for type in types] for one in seen]))
    given = np.zeros((len(seen), len(types), 1 + 2 * FITS))
    given[:, :, 0] = logs
    for n, one in enumerate(seen):
        if one.proposal is not None and folded(one.proposal.type) in types:
            at = types.index(folded(one.proposal.type))
            given[n, at, 1 + one.proposal.fit] = 1.0
            given[n, at, 1 + FITS + one.proposal.fit] = one.proposal.sureness
    right = np.array([types.index(one.right) for one in seen])
    learned = _descend(given, right)
    return Trust(*_rounded(learned))


def _descend(given: Numbers, right: NDArray[np.int64]) -> Numbers:
    learned = np.zeros(given.shape[2])
    learned[0] = 1.0
    wanted = given[np.arange(len(right)), right].mean(0)
    for _ in range(STEPS):
        points = given @ learned
        powers = np.exp(points - points.max(1, keepdims=True))
        chances = powers / powers.sum(1, keepdims=True)
        expected = np.einsum("nt,ntf->f", chances, given) / len(right)
        slope = expected - wanted + 2 * DAMPING * np.concatenate(([0.0], learned[1:]))
        learned = learned - PACE * slope
    return learned


def _rounded(learned: Numbers) -> tuple[float, tuple[float, ...], tuple[float, ...]]:
    values = [round(float(value), 3) for value in learned]
    return values[0], tuple(values[1 : 1 + FITS]), tuple(values[1 + FITS :])


def learn_events(rows: Sequence[Row], folder: Path) -> tuple[float, ...]:
    """Logistic regression of whether an event is right on its confidence and on the weights' chance of its type."""
    found = [one for one in see(rows) if one.right != INCOMPLETE]
    given, right = [], []
    for one in found:
        event = calibrated([one.event], load_calibration())[0]
        chance = judge([marked_in(event, one.text)], load_weights(folder))[0].types[event.type]
        given.append([1.0, log_odds(event.confidence), log_odds(chance)])
        right.append(one.right)
    rows_, wanted, learned = np.array(given), np.array(right), np.array([0.0, 1.0, 0.0])
    for _ in range(STEPS):
        learned -= 0.1 * rows_.T @ (1 / (1 + np.exp(-rows_ @ learned)) - wanted) / len(wanted)
    print(f"{len(found)} events, {wanted.mean():.3f} right")
    return tuple(round(float(value), 3) for value in learned)


def _share(seen: Sequence[Seen], trust: Trust) -> float:
    right = 0
    for one in seen:
        said = (folded(one.proposal.type), one.proposal.fit, one.proposal.sureness) if one.proposal else (None, 0, 0.0)
        weighed = trust.weigh(one.chances, *said)
        right += max(weighed, key=lambda type: weighed[type]) == one.right
    return right / len(seen)


if __name__ == "__main__":
    main()
