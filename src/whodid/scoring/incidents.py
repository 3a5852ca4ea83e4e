"""Articles by the happening they report, against labels by hand: which of them are joined, which apart."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from whodid.article import Article
from whodid.record import Record
from whodid.scoring.figures import Figure, Miss, Scores, f1, share
from whodid.scoring.rows import Row

if TYPE_CHECKING:
    from whodid.store import Store

# Characters of each article that a miss shows.
SHOWN = 160
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldReport:
    """An article and the happening that it is about; links of articles that PLOVER cannot code are not counted."""

    article: Article
    incident: str
    codable: bool


def read_report(row: Row) -> GoldReport:
    """The gold of one line. Raises InputError for what is malformed."""
    return GoldReport(row.article(), row.text("incident"), row.flag("codable", True))


def score_incidents(golds: Sequence[GoldReport], records: Sequence[Record | None]) -> Scores:
    """Two articles are linked when they are about one happening: precision and recall of links, and B-cubed, of codable articles."""
    groups = joined(golds, records)
    kept = [n for n, gold in enumerate(golds) if gold.codable]
    gold = {(a, b) for a, b in combinations(kept, 2) if golds[a].incident == golds[b].incident}
    coded = {(a, b) for a, b in combinations(kept, 2) if groups[a] == groups[b]}
    return Scores(len(golds), tuple(_figures(golds, groups, kept, (gold, coded))), tuple(_misses(golds, gold, coded)))


def joined(golds: Sequence[GoldReport], records: Sequence[Record | None]) -> list[str]:
    """The matter that each article is put under; an article that was not coded is one of its own."""
    from whodid.store import key_of

    with joined_store(golds, records) as store:
        matters = dict(store.connection.execute("SELECT article, matter FROM article_groups").fetchall())
    return [matters.get(key, key) for key in (key_of(gold.article) for gold in golds)]


@contextmanager
def joined_store(golds: Sequence[GoldReport], records: Sequence[Record | None]) -> Iterator[Store]:
    """A store made for this alone, with the records of these articles, joined."""
    from whodid.store import Batch, CoderId, Entry, Seen, Store, key_of
    from whodid.store.incidents import join

    entries = [
        Entry(Seen(gold.article, "gold", key_of(gold.article)), json.dumps(record.to_dict(), ensure_ascii=False))
        for gold, record in zip(golds, records, strict=True)
        if record is not None
    ]
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "gold.duckdb", write=True) as store:
        run = store.begin_run(CoderId("evaluate", "-", "-"), ["gold"])
        run.write(Batch(entries))
        run.end("done")
        join(store)
        yield store


def _figures(
    golds: Sequence[GoldReport], groups: Sequence[str], kept: Sequence[int], links: tuple[set[Pair], set[Pair]]
) -> Iterator[Figure]:
    gold, coded = links
    right, n, of = len(gold & coded), len(gold), "pairs of articles"
    yield Figure("articles linked, precision", share(right, len(coded)), len(coded), of)
    yield Figure("articles linked, recall", share(right, n), n, of)
    yield Figure("articles linked, F1", f1(right, n, len(coded)), n, of)
    precision = _b_cubed([groups[m] for m in kept], [golds[m].incident for m in kept])
    recall = _b_cubed([golds[m].incident for m in kept], [groups[m] for m in kept])
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    yield Figure("B-cubed F1", both, len(kept), "articles")


def _b_cubed(groups: Sequence[str], others: Sequence[str]) -> float:
    """Of each article's group, how much is in its other group too; on average."""
    sizes, both = Counter(groups), Counter(zip(groups, others, strict=True))
    return fmean(both[pair] / sizes[pair[0]] for pair in zip(groups, others, strict=True)) if groups else 0.0


def _misses(golds: Sequence[GoldReport], gold: set[Pair], coded: set[Pair]) -> Iterable[Miss]:
    for a, b in sorted(gold ^ coded):
        text = "\n\n".join(golds[n].article.text[:SHOWN].rsplit(" ", 1)[0] + " …" for n in (a, b))
        labels = " and ".join(dict.fromkeys(golds[n].incident for n in (a, b)))
        ids = f"{golds[a].article.id}, {golds[b].article.id}"
        if (a, b) in gold:
            yield Miss("missed", "incidents", "link", "articles on one happening kept apart", ids, text, says=(labels, "apart"))
        else:
            yield Miss("extra", "incidents", "link", "articles on two happenings joined", ids, text, says=(labels, "joined"))
