"""Which articles report the same happening, and which words tell it: python evaluation/incidents.py.

Measured on the development data beside the clone (../shared), as `whodid evaluate` does, and besides: leaving out one pair of look-alikes
after the other, with the bar and the weight of names set on the others alone; and how the links of events go together with a plain rule,
that events of one word in articles on one happening are one. Nobody has labelled the events, so this does not say which is right.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from whodid import Coder, Record
from whodid.incidents import Link, Linkage, Outline, cluster, outline, part, tellings
from whodid.incidents.outlines import SHARED_KEYS, likeness_of
from whodid.scoring.figures import f1
from whodid.scoring.incidents import GoldReport, joined_store, read_report, score_incidents
from whodid.scoring.rows import Row
from whodid.store import key_of

SHARED = Path(__file__).resolve().parents[2] / "shared"
BARS = tuple(round(0.10 + 0.01 * step, 2) for step in range(21))
NAMES = (0.5, 0.6, 0.7, 0.8)
Pairs = set[tuple[str, str]]


def measure(shared: Path = SHARED) -> dict[str, Any]:
    """All figures by name."""
    lines = (shared / "data" / "incidents" / "incidents_dev.jsonl").open(encoding="utf-8")
    golds = [read_report(Row(json.loads(line), f"line {number}")) for number, line in enumerate(lines, 1)]
    records = list(Coder().code_all(gold.article for gold in golds))
    found = {figure.name: figure.value for figure in score_incidents(golds, records).figures}
    return {**found, **left_out(golds, records), **event_links(golds, records)}


def left_out(golds: Sequence[GoldReport], records: Sequence[Record]) -> dict[str, float]:
    """F1 of links where each topic is measured with the bar and the weight of names that are best on all others."""
    outlines = {gold.article.id: outline(record.to_dict(), gold.article.id) for gold, record in zip(golds, records, strict=True)}
    label = {gold.article.id: gold.incident for gold in golds if gold.codable}
    topics = sorted({_topic(incident) for incident in label.values()})
    settings = [(names, bar) for names in NAMES for bar in BARS]
    groups = {setting: _groups(outlines, *setting) for setting in settings}
    gold: Pairs = set()
    found: Pairs = set()
    for topic in topics:
        rest = {id: incident for id, incident in label.items() if _topic(incident) != topic}
        own = {id: incident for id, incident in label.items() if _topic(incident) == topic}
        best = max(_f1(_linked(rest), _linked(groups[setting], rest)) for setting in settings)
        good = [setting for setting in settings if _f1(_linked(rest), _linked(groups[setting], rest)) == best]
        gold |= _linked(own)
        found |= _linked(groups[good[len(good) // 2]], own)
    return {"articles linked, F1, topic left out": _f1(gold, found)}


# ECB+ has two happenings a topic that look alike: 16ecb and 16ecbplus.
def _topic(incident: str) -> str:
    return incident.removesuffix("plus")


def _groups(outlines: dict[str, Outline], names: float, bar: float) -> dict[str, str]:
    table = {**part("articles"), "names": names, "words": 1 - names}
    links = [
        Link(a, b, alike)
        for a, b in combinations(sorted(outlines), 2)
        if len(set(outlines[a].weightiest()) & set(outlines[b].weightiest())) >= SHARED_KEYS
        and (alike := likeness_of(outlines[a], outlines[b], table)) >= part("bars")["article-pair"]
    ]
    groups = cluster(outlines, links, Linkage(bar, part("bars")["absent-article"]))
    return {member: group[0] for group in groups for member in group}


def event_links(golds: Sequence[GoldReport], records: Sequence[Record]) -> dict[str, float]:
    """How the links of events in different articles go together with those of the same word, or of kin, within one labelled happening."""
    with joined_store(golds, records) as store:
        found = dict(store.connection.execute("SELECT telling, incident FROM told").fetchall())
    told = [telling for gold, record in zip(golds, records, strict=True) for telling in tellings(record.to_dict(), key_of(gold.article))]
    label = {key_of(gold.article): gold.incident for gold in golds}
    pairs = [(a, b) for a, b in combinations(told, 2) if a.article != b.article]
    coded = {(a.key, b.key) for a, b in pairs if found[a.key] == found[b.key]}
    kept = [(a, b) for a, b in pairs if label[a.article] == label[b.article]]
    same = {(a.key, b.key) for a, b in kept if a.words & b.words}
    kin = same | {(a.key, b.key) for a, b in kept if a.deeds & b.deeds}
    within = {(a.key, b.key) for a, b in kept}
    return {
        "events linked": float(len(coded)),
        "events linked within a labelled happening": len(coded & within) / max(1, len(coded)),
        "events linked, F1 with the same word": _f1(same, coded),
        "events linked, F1 with the same word or its kin": _f1(kin, coded),
    }


def _linked(groups: dict[str, str], among: dict[str, str] | None = None) -> Pairs:
    members = sorted(groups if among is None else among)
    return {(a, b) for a, b in combinations(members, 2) if groups[a] == groups[b]}


def _f1(gold: Pairs, found: Pairs) -> float:
    return f1(len(gold & found), len(gold), len(found))


def main() -> int:
    """Print the figures; the exit status says whether there was anything to measure."""
    if not SHARED.is_dir():
        print(f"The development data are not there (looked in {SHARED}); there is nothing to measure.", file=sys.stderr)
        return 1
    for name, value in measure().items():
        print(f"{name:50} {value:8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
