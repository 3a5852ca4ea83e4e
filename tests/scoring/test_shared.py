"""The measures give the figures that the shared scorers give, on a part of the development data."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from whodid import Coder
from whodid.scoring import Figure, GoldSet, find_gold

pytestmark = [pytest.mark.model, pytest.mark.shared]
Theirs = Callable[[Any], float | None]


def key(*path: str) -> Theirs:
    def value(scores: Any) -> float | None:
        for step in path:
            scores = scores[step]
        return scores  # type: ignore[no-any-return]

    return value


ARTICLES = {
    "event precision": "event_precision",
    "event recall": "event_recall",
    "identity": "identity",
    "status": "status",
    "date": "date",
    "quote precision": "quote_precision",
    "quote recall": "quote_recall",
    "quote with its speaker": "speaker_of_all",
    "time": "time",
    "place": "place",
    "relation": "relation",
}
TYPES = {
    "accuracy": "accuracy",
    "macro F1": "macro_f1_root",
    "quad macro F1": "macro_f1_quad",
    "quad accuracy": "accuracy_quad",
    "calibration error (0 is best)": "ece",
}
PAIRS = {
    "pair found": "dyad_found",
    "type right where found": "type_accuracy_given_found",
    "pair and type, macro F1": "end_to_end_macro_f1",
    "most confident type right": "type_accuracy_given_found_top1",
    "pair and type found": "end_to_end_recall",
}
DYADS = {
    "source country F1": "source_country_f1",
    "target country F1": "target_country_f1",
    "type F1": "type_f1",
    "source sector agrees": "source_sector_agreement",
    "type and all countries right": "type_and_both_country_sets_exact",
}
TIMES = {
    "span F1": "relaxed_f1",
    "span F1, the same words": "strict_f1",
    "type of those found": "type_accuracy",
    "value F1": "value_f1",
    "value F1, any spelling": "value_f1_lenient",
    "mod of those found": "mod_accuracy",
}
PLACES = {
    "mention F1": "mention_f1",
    "country of those found": "country_accuracy",
    "found and within 161 km, F1": "e2e_f1_161km",
    "found and within 161 km, F1 lenient": "e2e_f1_161km_lenient",
    "median error in km": "median_error_km",
}
QUOTES = {
    f"{subset}, {kind}: F1": key(subset, kind, "e2e", "f1") for subset in ("speech", "all") for kind in ("direct", "mixed", "indirect")
}
QUOTES |= {
    f"{subset}, {ours}: F1": key(subset, "every kind", theirs, "f1")
    for subset in ("speech", "all")
    for ours, theirs in (("right speaker", "e2e"), ("content", "content"), ("exact words", "exact"))
}
QUOTES |= {f"speech, {part} of those found": key("speech", "every kind", f"{part}_accuracy") for part in ("speaker", "cue", "kind")}


def named(names: dict[str, str], *path: str) -> dict[str, Theirs]:
    return {ours: key(*path, theirs) for ours, theirs in names.items()}


# By measure: gold, items, the scorer's arguments ({coded}, {gold}, {out} are filled in), factor and digits of its figures, and their names.
CASES = {
    "articles": ("coded_articles/dev_b.jsonl", 3, "seed/score_article.py {coded} {gold} --json", 1, 3, named(ARTICLES)),
    "types": ("events/plv_train.jsonl", 60, "scores/events.py plv {coded} --gold {gold} --json {out} --quiet", 1, 9, named(TYPES)),
    "pairs": ("events/plv_train.jsonl", 60, "scores/events.py plv-e2e {coded} --gold {gold} --json {out} --quiet", 1, 9, named(PAIRS)),
    "dyads": ("events/dyads_dev.jsonl", 40, "scores/events.py gsr {coded} --gold {gold} --json {out} --quiet", 1, 9, named(DYADS)),
    "quotes": ("quotes/polnear_dev.jsonl", 6, "scores/quotes.py {coded} --gold {gold} --json {out} --no-ci", 100, 1, QUOTES),
    "times": ("times/timex_dev.jsonl", 12, "scores/times_places.py times {coded} --gold {gold} --json", 1, 9, named(TIMES, "gold")),
    "places": ("places/trnews_dev.jsonl", 5, "scores/times_places.py places {coded} --gold {gold} --json", 1, 9, named(PLACES, "gold")),
}


@pytest.mark.parametrize("name", CASES)
def test_the_figures_are_those_of_the_shared_scorers(name: str, coder: Coder, shared: Path, tmp_path: Path) -> None:
    file, n, command, factor, digits, figures = CASES[name]
    lines = (shared / "data" / file).read_text(encoding="utf-8").splitlines()[:n]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(lines) + "\n", encoding="utf-8")
    [one] = [found for found in find_gold([gold]).sets if found.measure.name == name]
    results = list(one.measure.code(coder, one.golds))
    theirs = scored(shared, command, gold, one, results)
    ours = {figure.name: figure for figure in one.measure.score(one.golds, results).figures}
    compared = {figure: (rounded(ours[figure], factor, digits), rounded_value(value(theirs), digits)) for figure, value in figures.items()}
    assert {figure: pair for figure, pair in compared.items() if pair[0] != pair[1]} == {}


def scored(shared: Path, command: str, gold: Path, one: GoldSet, results: list[Any]) -> Any:
    """What the shared scorer says of these results."""
    coded, out = gold.with_name("coded.jsonl"), gold.with_name("out.json")
    rows = ({**result.to_dict(), "id": item.article.id} for item, result in zip(one.golds, results, strict=True))
    coded.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    script, *arguments = command.format(coded=coded, gold=gold, out=out).split()
    done = subprocess.run([sys.executable, shared / script, *arguments], capture_output=True, text=True, check=True)
    return json.loads(out.read_text(encoding="utf-8") if out.exists() else done.stdout)


def rounded(figure: Figure, factor: int, digits: int) -> float | None:
    return None if figure.value is None else rounded_value(factor * figure.value, digits)


def rounded_value(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
