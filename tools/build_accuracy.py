"""Put the figures of a measurement into docs/accuracy.md: python tools/build_accuracy.py [SCORES.json].

SCORES.json is what `whodid evaluate --format json` writes; by default out/evaluation/scores.json, made by `python evaluation/run.py`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
SCORES = ROOT / "out" / "evaluation" / "scores.json"
START, END = "<!-- figures: made by tools/build_accuracy.py -->", "<!-- end of figures -->"
# What the sets are, by their file's name.
ABOUT = {
    "expected": "one long article on a summit",
    "dev_a": "three articles, 2005 to 2016",
    "dev_b": "three articles, 2019",
    "plv_train": "sentences from news with two marked parties (Zero-Shot-PLOVER)",
    "dyads_dev": "of these, coded by country and sector",
    "gsr_dev": "PLOVER gold standard record",
    "polnear_dev": "US news, 2016 (PolNeAR)",
    "timex_dev": "TimeBank and AQUAINT (TempEval-3)",
    "gwn_dev": "world news pages, 2018 (GeoWebNews)",
    "lgl_dev": "small local papers, 2009 (LGL)",
    "trnews_dev": "world and local news, 2016 (TR-News)",
    "geovirus_dev": "Wikinews on epidemics (GeoVirus)",
    "ground-truth": "web pages (article-extraction-benchmark)",
    "incidents_dev": "articles by happening (ECB+)",
}


def main(arguments: list[str]) -> int:
    """Write the page anew; 1 where there is no measurement."""
    file = Path(arguments[0]) if arguments else SCORES
    if not file.is_file():
        print(f"{file}: is not there; make it with: python evaluation/run.py", file=sys.stderr)
        return 1
    scores = json.loads(file.read_text(encoding="utf-8"))
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    PAGE.write_text("".join([before, START, "\n\n", "\n".join(_lines(scores)), "\n", END, after]), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: written")
    return 0


def _lines(scores: dict[str, Any]) -> Iterator[str]:
    yield from ("| measure | set | figure | | counted on |", "| --- | --- | --- | --- | --- |")
    for one in scores["sets"]:
        name = f"{one['name']}: {ABOUT[one['name']]}" if one["name"] in ABOUT else one["name"]
        for n, figure in enumerate(figure for figure in one["figures"] if figure["value"] is not None and not figure["detail"]):
            head = f"{one['measure']} | {name}" if n == 0 else " | "
            yield f"| {head} | {figure['name']} | {figure['value']:.3f} | {figure['n']:,} {figure['of']} |"
    yield from ("", "Confidence, and how much of what carries it is right:", "")
    yield from ("| confidence | of | on | coded | mean confidence | right |", "| --- | --- | --- | --- | --- | --- |")
    for table in scores["reliability"]:
        for one in table["bins"]:
            yield (
                f"| {one['low']:.1f} to {one['high']:.1f} | {table['of']} | {table['set']} | {one['n']:,} | {one['confidence']:.2f} "
                f"| {one['right']:.2f} |"
            )
    yield ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
