"""From what has arrived to links: keys, candidates that share enough of them, and what comparing them gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whodid.incidents import Link, compare_articles, compare_texts, score, telling_keys
from whodid.incidents.copies import BANDS, SHARED_PART
from whodid.incidents.copies import SHARED_KEYS as SHARED_COPY_KEYS
from whodid.incidents.outlines import SHARED_KEYS as SHARED_ARTICLE_KEYS
from whodid.store.joining.prepared import Articles, Prepared
from whodid.store.joining.tables import add_links, fill

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# The tables of keys, and how many of them a pair must share to be compared.
KEYS = {"copy_keys": SHARED_COPY_KEYS, "article_keys": SHARED_ARTICLE_KEYS, "telling_keys": 1}
# A key that more articles hold than this tells nothing, and would cost the square of their number.
COMMONEST = 1_000
# The likeness of an article with itself, so to say: what it tells twice the coder has joined, and more of one word is more often another.
_ONE_ARTICLE = 0.2
_FLUSH = 20_000
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Portion:
    """Articles that are compared with those of no later portion; the table `fresh` has their codings under its number."""

    number: int
    articles: tuple[str, ...]


def write_keys(connection: DuckDBPyConnection, articles: Articles, keys: Iterable[str]) -> None:
    """Write the keys of these articles, and their tellings."""
    copies: list[tuple[int, int]] = []
    matters: list[tuple[int, str]] = []
    tellings: list[tuple[int, str]] = []
    told: list[tuple[str, str, int, list[str]]] = []
    for key in keys:
        article = articles[key]
        copies += [(article.coding, number) for number in article.signature.keys]
        matters += [(article.coding, word) for word in article.outline.weightiest()]
        tellings += [(article.coding, found) for found in sorted(set().union(*map(telling_keys, article.tellings)))]
        told += [(telling.key, key, article.coding, list(telling.events)) for telling in article.tellings]
    fill(connection, "copy_keys", {"coding": "INTEGER", "key": "UBIGINT"}, copies)
    fill(connection, "article_keys", {"coding": "INTEGER", "key": "VARCHAR"}, matters)
    fill(connection, "telling_keys", {"coding": "INTEGER", "key": "VARCHAR"}, tellings)
    fill(connection, "told", {"telling": "VARCHAR", "article": "VARCHAR", "coding": "INTEGER", "events": "VARCHAR[]"}, told)


def grown_common(connection: DuckDBPyConnection) -> set[str]:
    """Articles that hold a key which became too common by what arrived: pairs found by it are to be found anew without it.

    The table `fresh` names the codings that arrived.
    """
    found: set[str] = set()
    for table in KEYS:
        sql = f"""
            WITH common AS (
                SELECT key FROM {table} LEFT JOIN fresh USING (coding) GROUP BY key
                HAVING count(*) > {COMMONEST} AND count(*) - count(fresh.coding) <= {COMMONEST} AND count(fresh.coding) < count(*)
            )
            SELECT DISTINCT article FROM {table} JOIN common USING (key) JOIN joined USING (coding)
        """
        found |= {article for (article,) in connection.execute(sql).fetchall()}
    return found


def candidates(connection: DuckDBPyConnection, table: str, portion: int) -> list[Pair]:
    """Pairs of articles that share enough keys, in order of key: one of this portion of the table `fresh`, the other of no later one."""
    sql = f"""
        SELECT least(a.article, b.article), greatest(a.article, b.article)
        FROM ({_sharing(table, portion)}) JOIN joined AS a ON a.coding = x JOIN joined AS b ON b.coding = y ORDER BY ALL
    """
    return [(a, b) for a, b in connection.execute(sql).fetchall()]


def copy_candidates(connection: DuckDBPyConnection, portion: int) -> list[Pair]:
    """Pairs of articles that can be near copies: those that share a part of the keys of the shorter, not a line at the foot alone."""
    sql = f"""
        WITH sizes AS (SELECT coding, count(*) - {BANDS} AS keys FROM copy_keys GROUP BY coding)
        SELECT least(a.article, b.article), greatest(a.article, b.article)
        FROM ({_sharing("copy_keys", portion)}) JOIN sizes AS p ON p.coding = x JOIN sizes AS q ON q.coding = y
        JOIN joined AS a ON a.coding = x JOIN joined AS b ON b.coding = y
        WHERE shared >= {SHARED_PART} * least(p.keys, q.keys) ORDER BY ALL
    """
    return [(a, b) for a, b in connection.execute(sql).fetchall()]


def _sharing(table: str, portion: int) -> str:
    """In SQL: pairs of codings, x below y, that share enough keys, the one of this portion, the other of no later one; and how many."""
    return f"""
        WITH useful AS (SELECT key FROM {table} GROUP BY key HAVING count(*) BETWEEN 2 AND {COMMONEST}),
        held AS (
            SELECT coding, key, coalesce(portion, -1) AS portion FROM {table} JOIN useful USING (key) LEFT JOIN fresh USING (coding)
        ),
        pairs AS (
            SELECT least(n.coding, o.coding) AS x, greatest(n.coding, o.coding) AS y, n.key
            FROM held AS n JOIN held AS o ON o.key = n.key AND o.coding <> n.coding
            WHERE n.portion = {portion} AND o.portion <= {portion}
        )
        SELECT x, y, count(DISTINCT key) AS shared FROM pairs GROUP BY x, y HAVING shared >= {KEYS[table]}
    """


def link_copies(connection: DuckDBPyConnection, articles: Articles, portion: Portion) -> set[str]:
    """Find the near copies of what arrived; the articles that they link."""
    pairs = copy_candidates(connection, portion.number)
    articles.load(key for pair in pairs for key in pair)
    links = [link for a, b in pairs if (link := compare_texts(articles[a].signature, articles[b].signature))]
    add_links(connection, "copies", links)
    return {key for link in links for key in (link.a, link.b)}


def link_articles(connection: DuckDBPyConnection, articles: Articles, portion: Portion) -> dict[Pair, float]:
    """Link what arrived to the articles that are like it; the likeness of each pair."""
    pairs = candidates(connection, "article_keys", portion.number)
    articles.load(key for pair in pairs for key in pair)
    links = [link for a, b in pairs if (link := compare_articles(articles[a].outline, articles[b].outline))]
    add_links(connection, "article_links", links)
    return {(link.a, link.b): link.score for link in links}


def link_tellings(connection: DuckDBPyConnection, articles: Articles, alike: dict[Pair, float], portion: Portion) -> set[str]:
    """Link the tellings of what arrived, in articles that are alike or share the keys of a telling; the tellings that were linked."""
    pairs = {**dict.fromkeys(candidates(connection, "telling_keys", portion.number), 0.0), **alike}
    articles.load(key for pair in pairs for key in pair)
    linked: set[str] = set()
    links: list[Link] = []
    for link in _telling_links(articles, pairs, portion.articles):
        links.append(link)
        linked |= {link.a, link.b}
        if len(links) >= _FLUSH:
            add_links(connection, "telling_links", links)
            links = []
    add_links(connection, "telling_links", links)
    return linked


def _telling_links(articles: Articles, pairs: dict[Pair, float], fresh: Iterable[str]) -> Iterator[Link]:
    for (a, b), likeness in sorted(pairs.items()):
        yield from _between(articles[a], articles[b], likeness)
    for key in sorted(fresh):
        found = articles[key].tellings
        yield from (link for at, one in enumerate(found) for other in found[:at] if (link := score(one, other, _ONE_ARTICLE)))


def _between(a: Prepared, b: Prepared, likeness: float) -> Iterator[Link]:
    for one in a.tellings:
        for other in b.tellings:
            if link := score(one, other, likeness):
                yield link
