"""Measure whodid on the development data that lie beside the clone: python evaluation/run.py [MEASURE …].

Prints the figures with their counts, and writes them to out/evaluation/scores.json, with every miss on out/evaluation/misses.html.
Without the data (../shared) there is nothing to measure, and it says so.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GOLD = (SHARED / "seed", SHARED / "data")
OUT = ROOT / "out" / "evaluation"
SCORES, MISSES = OUT / "scores.json", OUT / "misses.html"


def main(names: list[str]) -> int:
    """Measure all, or what is named; the exit status says whether there was anything to measure."""
    if not SHARED.is_dir():
        print(f"The development data are not there (looked in {SHARED}); there is nothing to measure.", file=sys.stderr)
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    chosen = ["--sets", ",".join(names)] if names else []
    written = ["--format", "json", "-o", str(SCORES), "--errors", str(MISSES)]
    command = [sys.executable, "-m", "whodid", "evaluate", *map(str, GOLD), *chosen, *written]
    status = subprocess.run(command, check=False).returncode
    if status == 0:
        _print(json.loads(SCORES.read_text(encoding="utf-8")))
    return status


def _print(scores: dict[str, Any]) -> None:
    for one in scores["sets"]:
        print(f"\n{one['measure']} / {one['name']}")
        for figure in one["figures"]:
            value = "–" if figure["value"] is None else f"{figure['value']:.3f}"
            print(f"  {figure['name']:40} {value:>8}  {figure['n']:,} {figure['of']}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
