"""Marked sentences a second of `whodid classify`, against its parser alone, in one paired run.

    python benchmarks/classifier.py [SENTENCES.jsonl] [--rows 300] [--rounds 5]

All read the same sentences on one thread, turn by turn. "parser" is `nlp.pipe(texts)` as spaCy loads the pipeline; "weights" is `judge`
alone; "classify" is the whole way from a line to its type, parsing included. Lines have "text", "source" and "target"; without a file,
sentences of the training corpus beside the package are read.
"""

# ruff: noqa: E402
from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[_variable] = "1"  # before numpy is imported, or it does not count

import argparse
import json
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from throughput import cpu_rounds

TARGET = 60
TRAINING = Path(__file__).resolve().parents[1] / "training"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", nargs="?", type=Path, help="JSON lines; default: the training corpus")
    parser.add_argument("--rows", type=int, default=300, help="how many sentences to take, evenly over the file")
    parser.add_argument("--rounds", type=int, default=5, help="how often each has its turn, after one to warm up")
    options = parser.parse_args()
    rows = _sentences(options.sentences, options.rows)
    seconds = cpu_rounds(_contestants(rows), options.rounds)
    print(f"{len(rows)} sentences, {sum(len(text.split()) for text, *_ in rows):,} words, {options.rounds} rounds, one thread")
    for name, times in seconds.items():
        rates = sorted(len(rows) / one for one in times)
        print(f"{name:>8}: {statistics.median(rates):6.0f} sentences a second (CPU; {rates[0]:.0f} to {rates[-1]:.0f})")
    ratios = sorted(plain / whole for plain, whole in zip(seconds["parser"], seconds["classify"], strict=True))
    print(f"classify / parser: {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}); wanted: {TARGET} sentences a second")


def _contestants(rows: list[tuple[str, Any, Any]]) -> dict[str, Callable[[], object]]:
    from whodid import Coder
    from whodid.models import Marked, judge
    from whodid.steps.parsing.parser import load_pipeline

    coder, nlp = Coder(), load_pipeline(None)
    texts = [text for text, *_ in rows]
    marked = [Marked(text, (source,) if source else (), (target,) if target else ()) for text, source, target in rows]
    return {
        "parser": lambda: [len(doc) for doc in nlp.pipe(texts)],
        "weights": lambda: len(judge(marked)),
        "classify": lambda: list(coder.classify_all(rows)),
    }


def _sentences(path: Path | None, most: int) -> list[tuple[str, Any, Any]]:
    if path is None:
        rows = _corpus()
    else:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        rows = [(line["text"], _pair(line.get("source")), _pair(line.get("target"))) for line in lines]
    return rows[:: max(1, len(rows) // most)][:most]


def _pair(offsets: list[int] | None) -> tuple[int, int] | None:
    return (offsets[0], offsets[1]) if offsets else None


def _corpus() -> list[tuple[str, Any, Any]]:
    sys.path.insert(0, str(TRAINING))
    from sentences import read_corpus

    marked = [row.marked for row in read_corpus()]
    return [(one.text, next(iter(one.actors), None), next(iter(one.recipients), None)) for one in marked]


if __name__ == "__main__":
    main()
