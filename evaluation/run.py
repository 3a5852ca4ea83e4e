"""Code the development data that lie beside the clone and print the scores: python evaluation/run.py [SET …].

Without the data (../shared) there is nothing to measure, and it says so. The coded records go to out/evaluation/.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import Any

from whodid import Article, Coder

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
OUT = ROOT / "out" / "evaluation"


@dataclass(frozen=True)
class Measure:
    """One set: the gold files, the scorer's command line (`{coded}` and `{gold}` are filled in), and the figures worth a line."""

    gold: tuple[str, ...]
    scorer: tuple[str, ...]
    figures: tuple[str, ...]
    marked: bool = False


ARTICLE_FIGURES = (
    "event_precision", "event_recall", "identity", "status", "date", "quote_precision", "quote_recall", "speaker_of_all",
    "time", "place", "relation", "warning", "boilerplate",
)  # fmt: skip
MEASURES = {
    "seed": Measure(("seed/expected.json",), ("seed/score_article.py", "{coded}", "{gold}", "--quiet"), ARTICLE_FIGURES),
    "articles_a": Measure(("data/coded_articles/dev_a.jsonl",), ("seed/score_article.py", "{coded}", "{gold}", "--quiet"), ARTICLE_FIGURES),
    "articles_b": Measure(("data/coded_articles/dev_b.jsonl",), ("seed/score_article.py", "{coded}", "{gold}", "--quiet"), ARTICLE_FIGURES),
    "plv": Measure(("data/events/plv_train.jsonl",), ("scores/events.py", "plv", "{coded}", "--quiet"),
                   ("accuracy", "macro_f1_root", "macro_f1_quad"), marked=True),
    "plv-e2e": Measure(("data/events/plv_train.jsonl",), ("scores/events.py", "plv-e2e", "{coded}", "--quiet"),
                       ("dyad_found", "type_accuracy_given_found", "end_to_end_macro_f1")),
    "dyads": Measure(("data/events/dyads_dev.jsonl",), ("scores/events.py", "gsr", "{coded}", "--quiet"),
                     ("source_country_f1", "target_country_f1", "type_f1")),
    "quotes": Measure(("data/quotes/polnear_dev.jsonl",), ("scores/quotes.py", "{coded}", "--no-ci"), ()),
    "times": Measure(("data/times/timex_dev.jsonl",), ("scores/times_places.py", "times", "{coded}"),
                     ("relaxed_f1", "strict_f1", "type_accuracy", "value_f1")),
    "places": Measure(tuple(f"data/places/{name}_dev.jsonl" for name in ("gwn", "lgl", "trnews", "geovirus")),
                      ("scores/times_places.py", "places", "{coded}"), ("mention_f1", "country_accuracy", "e2e_f1_161km_lenient")),
}  # fmt: skip


def main(names: list[str]) -> int:
    """Measure the named sets, or all; the exit status says whether there was anything to measure."""
    if not SHARED.is_dir():
        print(f"The development data are not there (looked in {SHARED}); there is nothing to measure.", file=sys.stderr)
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    coder = Coder()
    for name in names or MEASURES:
        measure = MEASURES[name]
        coded = OUT / f"{name}.jsonl"
        coded.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in _lines(coder, measure)), encoding="utf-8")
        print(f"\n{name}\n{_score(measure, coded)}", flush=True)
    return 0


def _lines(coder: Coder, measure: Measure) -> Iterator[dict[str, Any]]:
    rows = [row for gold in measure.gold for row in _rows(SHARED / gold)]
    if measure.marked:
        results = coder.classify_all((row["text"], _pair(row["source"]), _pair(row["target"])) for row in rows)
        for row, result in zip(rows, results, strict=True):
            yield {"id": row["id"], **result.to_dict()}
        return
    for row, record in zip(rows, coder.code_all(map(_article, rows)), strict=True):
        yield {**record.to_dict(), "id": row["id"]}


def _rows(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    return [{**json.loads(text), "text": path.with_name("article.txt").read_text(encoding="utf-8")}]


def _pair(offsets: list[int] | None) -> tuple[int, int] | None:
    return (offsets[0], offsets[1]) if offsets else None


def _article(row: dict[str, Any]) -> Article:
    return Article(row["text"], id=str(row["id"]), date=_day(row.get("date")), title=_text(row, "title"), url=_text(row, "url"),
                   source=_text(row, "source"))  # fmt: skip


def _text(row: dict[str, Any], key: str) -> str | None:
    return row[key] if isinstance(row.get(key), str) else None


def _day(text: str | None) -> Date | None:
    try:
        return Date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _score(measure: Measure, coded: Path) -> str:
    gold = str(SHARED / measure.gold[0])
    command = [part.format(coded=coded, gold=gold) for part in measure.scorer]
    done = subprocess.run([sys.executable, str(SHARED / command[0]), *command[1:]], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    kept = [line for line in lines if not measure.figures or line.split()[:1] and line.split()[0] in measure.figures]
    return "\n".join(f"  {line.strip()}" for line in kept)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
