"""Words a second of whodid against those of its parser alone, in one paired run.

    python benchmarks/throughput.py [ARTICLES.jsonl] [--words 20000] [--rounds 5] [--pipeline NAME]

Both read the same texts on one thread, turn by turn, so that whatever else the machine does falls on both. "spaCy" is `nlp.pipe(texts)` of
the same pipeline with all its components and its own settings; "whodid" is the whole way from article to record, parsing included.
"""

# ruff: noqa: E402
from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[_variable] = "1"  # before numpy is imported, or it does not count

import argparse
import itertools
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "articles.jsonl"


def main() -> None:
    """Measure and print."""
    options = _options()
    articles = _articles(options.articles, options.words)
    words = sum(len(article.text.split()) for article in articles)

    start = time.perf_counter()
    from whodid import Coder
    from whodid.steps.parsing.parser import load_pipeline

    coder = Coder(options.pipeline)
    load = time.perf_counter() - start
    nlp = load_pipeline(options.pipeline)
    texts = [article.text for article in articles]
    contestants: dict[str, Callable[[], object]] = {
        "spaCy": lambda: [len(doc) for doc in nlp.pipe(texts)],
        "whodid": lambda: [len(record.events) for record in coder.code_all(articles)],
    }
    print(f"{len(articles)} articles, {words:,} words, {options.rounds} rounds, one thread; {coder.parser.name}")
    print(f"loading whodid: {load:.2f} s")
    seconds = cpu_rounds(contestants, options.rounds)
    _report(seconds, words)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path, default=SAMPLES, help="JSON lines; default: the sample articles")
    parser.add_argument("--words", type=int, default=20_000, help="take at least this many words, the articles again and again if need be")
    parser.add_argument("--rounds", type=int, default=5, help="how often each has its turn, after one to warm up")
    parser.add_argument("--pipeline", help="an installed spaCy pipeline")
    return parser.parse_args()


def _articles(path: Path, least: int) -> list[Any]:
    from whodid import Article
    from whodid.reading import read_jsonl

    once = [item for item in read_jsonl(path) if isinstance(item, Article)]
    if not once:
        sys.exit(f"{path}: no article in it")
    taken, words = [], 0
    for article in itertools.cycle(once):
        if words >= least and len(taken) >= len(once):
            return taken
        taken.append(article)
        words += len(article.text.split())
    return taken


def cpu_rounds(contestants: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The CPU seconds of each contestant, round by round."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        # Who begins changes from round to round; the first round warms up and does not count.
        for name in sorted(contestants, reverse=bool(number % 2)):
            start = time.process_time()
            contestants[name]()
            if number:
                seconds[name].append(time.process_time() - start)
    return seconds


def _report(seconds: dict[str, list[float]], words: int) -> None:
    for name, times in seconds.items():
        rates = sorted(words / one for one in times)
        print(f"{name:>7}: {statistics.median(rates):8,.0f} words a second (CPU; {rates[0]:,.0f} to {rates[-1]:,.0f})")
    ratios = sorted(plain / whole for plain, whole in zip(seconds["spaCy"], seconds["whodid"], strict=True))
    print(f"whodid / spaCy: {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


if __name__ == "__main__":
    main()
