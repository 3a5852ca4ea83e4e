"""Hold every figure above its floor: python evaluation/gate.py [--scores FILE] [--raise] [--lower NAME --because TEXT].

Measures the development data beside the clone (evaluation/run.py), unless --scores names a measurement; ends with 1 where a figure lies
below its floor in floors.yaml. --raise lifts the floors to the figures less a small margin. A floor is lowered only by --lower, with the
reason, which stays in the file. Where the development data are absent nothing is measured, and nothing fails.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent))
import run
from floors import Figure, FloorsError, Verdict, check_whole, figures_of, lowered, raised, verdicts

FLOORS = Path(__file__).with_name("floors.yaml")
ABOUT = """\
# Figures on the development data may not fall below these. `python evaluation/gate.py` compares, `--raise` lifts them; a floor is lowered
# only by `--lower NAME --because TEXT`, and the reason stays here. A name is "measure / set / figure" of `whodid evaluate`.
"""


def main(arguments: list[str] | None = None) -> int:
    """Compare, raise or lower; 0 where all floors hold or nothing could be measured, 1 where one does not, 2 for a wrong call."""
    call = _parser().parse_args(arguments)
    try:
        return _run(call)
    except FloorsError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gate.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", type=Path, help="a measurement (whodid evaluate --format json); default: measure now")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="default: floors.yaml beside this file")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to the figures less the margin")
    parser.add_argument("--lower", metavar="NAME", help="lower this floor to its figure; wants --because")
    parser.add_argument("--because", metavar="TEXT", help="why the floor is lowered")
    return parser


def _run(call: argparse.Namespace) -> int:
    floors = yaml.safe_load(call.floors.read_text(encoding="utf-8"))
    check_whole(floors)
    scores = _scores(call.scores)
    if scores is None:
        print(f"not measured: the development data are not there (looked in {run.SHARED})")
        return 0
    figures = figures_of(scores)
    if call.lower is not None:
        _write(call.floors, lowered(floors, figures, call.lower, call.because))
        return 0
    if call.because is not None:
        raise FloorsError("--because is for --lower; name the floor that is lowered")
    compared = verdicts(floors, figures)
    for verdict in compared:
        print(_line(verdict))
    if call.lift:
        _write(call.floors, raised(floors, figures))
    failed = [verdict for verdict in compared if not verdict.holds]
    print(f"{len(compared) - len(failed)} of {len(compared)} floors hold")
    return 1 if failed else 0


def _scores(file: Path | None) -> dict[str, Any] | None:
    """The measurement; None where the development data are absent."""
    if file is None:
        if not run.SHARED.is_dir():
            return None
        if run.main([]) != 0:
            raise FloorsError("the measuring failed, see above")
        file = run.SCORES
    scores: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return scores


def _line(verdict: Verdict) -> str:
    figure: Figure | None = verdict.figure
    if figure is None:
        return f"BELOW  {verdict.name}: has a floor of {verdict.floor} and was not measured"
    return f"{'holds' if verdict.holds else 'BELOW'}  {verdict.name}: {figure.value:.4f} on {figure.n:,}, floor {verdict.floor}"


def _write(file: Path, floors: dict[str, Any]) -> None:
    file.write_text(ABOUT + yaml.safe_dump(floors, sort_keys=False, width=140, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
