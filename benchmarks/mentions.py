"""How fast names that the knowledge has are found in parsed text, and how long the knowledge takes to load.

    python benchmarks/mentions.py [ARTICLES.jsonl] [--rounds 20]

The dictionary pass is the one of the actors room: the longest name at each place of every sentence, a fresh finder for each article, on one
core. Parsing is not counted. Megabytes are of UTF-8 text. Loading is measured in processes of their own, files in the system's cache.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from whodid import Article
from whodid.knowledge import load_knowledge
from whodid.reading import Failure, mark, read_jsonl
from whodid.steps.actors.names import NameFinder
from whodid.steps.parsing import Parser
from whodid.text import Sentence

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "articles.jsonl"
MEGABYTES_A_SECOND, SECONDS_TO_LOAD = 1.0, 0.3
LOAD = """
import time
from whodid.knowledge import load_knowledge
start = time.perf_counter()
load_knowledge().named("Xi")
print(time.perf_counter() - start)
"""


def main() -> None:
    """Measure and print."""
    options = _options()
    with options.articles.open("rb") as file:
        articles = [item for item in read_jsonl(file, name=options.articles.name) if not isinstance(item, Failure)]
    parsed = list(Parser().parse_all(map(mark, articles)))
    size = sum(len(article.text.encode()) for article in articles) / 1e6
    seconds = [_pass(parsed) for _ in range(options.rounds)]
    speed = size / statistics.median(seconds)
    print(f"{len(articles)} articles, {size:.3f} MB, {_names(parsed):,} names found, median of {options.rounds} rounds, one core")
    print(f"dictionary pass: {speed:.2f} MB a second, {speed / MEGABYTES_A_SECOND:.2f} times the target of {MEGABYTES_A_SECOND:g}")
    load = statistics.median(_load() for _ in range(5))
    print(f"loading: {load:.3f} s, {load / SECONDS_TO_LOAD:.2f} of the {SECONDS_TO_LOAD:g} s allowed")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("articles", nargs="?", type=Path, default=SAMPLES, help="JSON lines with texts; default: the samples")
    parser.add_argument("--rounds", type=int, default=20)
    return parser.parse_args()


def _pass(parsed: list[tuple[Article, list[Sentence]]]) -> float:
    knowledge = load_knowledge()
    start = time.perf_counter()
    for article, sentences in parsed:
        finder = NameFinder(knowledge, article.anchor)
        for sentence in sentences:
            finder.find(sentence.tokens)
    return time.perf_counter() - start


def _names(parsed: list[tuple[Article, list[Sentence]]]) -> int:
    found = ((NameFinder(load_knowledge(), article.anchor), sentences) for article, sentences in parsed)
    return sum(len(finder.find(sentence.tokens)) for finder, sentences in found for sentence in sentences)


def _load() -> float:
    return float(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main()
