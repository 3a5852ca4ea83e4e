"""Whole articles against hand-coded ones: events, quotes and the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from whodid.record import Record
from whodid.scoring.article_events import compare_events
from whodid.scoring.article_pair import Pair, Tally
from whodid.scoring.article_parts import compare_quotes, compare_rest
from whodid.scoring.coded_articles import GoldArticle
from whodid.scoring.figures import Figure, Scores, share


def score_articles(golds: Sequence[GoldArticle], records: Sequence[Record | None]) -> Scores:
    """Precision and recall of events and quotes; status, date and identity of the events found; times, places, relations and warnings."""
    tally = Tally()
    for gold, record in zip(golds, records, strict=True):
        pair = Pair(gold, record, tally)
        compare_events(pair)
        compare_quotes(pair)
        compare_rest(pair)
    return Scores(len(golds), tuple(_figures(tally.counts)), tuple(tally.misses), tuple(tally.judged))


def _figures(counts: Counter[str]) -> Iterable[Figure]:
    for part in ("event", "quote"):
        found, missed, wrong = (counts[f"{part}_{name}"] for name in ("found", "missed", "wrong"))
        right = counts["event_right"] if part == "event" else found
        precision, recall = share(right, right + wrong), share(found, found + missed)
        yield Figure(f"{part} precision", precision, right + wrong, f"{part}s coded")
        yield Figure(f"{part} recall", recall, found + missed, f"{part}s required")
        yield Figure(f"{part} F1", _harmonic(precision, recall), found + missed, f"{part}s required")
        if part == "event":
            for name in ("identity", "status", "date"):
                of = "events found with a date" if name == "date" else "events found"
                yield Figure(name, share(counts[f"{name}_right"], counts[f"{name}_all"]), counts[f"{name}_all"], of)
    said = counts["quote_found"] + counts["quote_missed"]
    yield Figure("quote with its speaker", share(counts["speaker_right"], said), said, "quotes required")
    for name in ("time", "place", "relation", "warning", "boilerplate"):
        if total := counts[f"{name}_all"]:
            yield Figure(name, counts[f"{name}_right"] / total, total, f"{name}s required" if name != "boilerplate" else "spans required")


def _harmonic(precision: float | None, recall: float | None) -> float | None:
    """F1; None where there was nothing to find and nothing was found."""
    if precision is None and recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0
