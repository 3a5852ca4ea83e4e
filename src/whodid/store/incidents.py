"""Incidents in the store: what arrived since the last time is joined to what is there, and what people decide is kept.

The incidents are a function of the articles in the store and of the decisions: the order in which they came, and the number of runs,
change nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whodid.store.connecting import told, transaction
from whodid.store.joining.comparing import Portion, grown_common, link_articles, link_copies, link_tellings, write_keys
from whodid.store.joining.grouping import group_articles, group_tellings
from whodid.store.joining.prepared import Articles
from whodid.store.joining.tables import fill, keep
from whodid.store.store import Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


# Articles that are compared with all others at a time: what they need stands in memory.
_PORTION = 5_000


@dataclass(frozen=True, slots=True)
class Summary:
    """What joining did.

    Attributes:
        articles: Articles that were new to it, or coded anew.
        copies: Of these, those that are near copies of another article.
        incidents: All incidents in the store; `shared` are told by more than one article.
    """

    articles: int
    copies: int
    incidents: int
    shared: int

    def line(self) -> str:
        """The same in words."""
        plural = "" if self.articles == 1 else "s"
        new = f"{self.articles:,} article{plural} joined, {self.copies:,} of them copies" if self.articles else "nothing new to join"
        return f"{new}; {self.incidents:,} incidents, {self.shared:,} told by several articles"


def join(store: Store) -> Summary:
    """Join what was stored since the last time: near copies, articles on one matter, and incidents. All of it or nothing.

    Raises:
        StoreError: Where the store cannot be written.
    """
    with told(store.path), transaction(store.connection):
        return _join(store.connection, Articles(store.connection))


def _join(connection: DuckDBPyConnection, articles: Articles) -> Summary:
    arrived, left = _arrived(connection)
    connection.execute("CREATE OR REPLACE TEMP TABLE fresh (coding INTEGER, portion INTEGER)")
    portions = _portions(connection, articles, arrived, 0)
    if common := grown_common(connection).difference(arrived):
        left = left.and_also(_forget(connection, common))
        portions += _portions(connection, articles, sorted(common), len(portions))
    fresh, copies, tellings = set(arrived) | common, set[str](), set[str]()
    for portion in portions:
        copies |= link_copies(connection, articles, portion)
        tellings |= link_tellings(connection, articles, link_articles(connection, articles, portion), portion)
    moved = group_articles(connection, fresh | left.articles)
    group_tellings(connection, articles, tellings | left.tellings | _tellings_of(connection, fresh | moved))
    return Summary(len(arrived), len(copies.intersection(arrived)), *_sums(connection))


def _portions(connection: DuckDBPyConnection, articles: Articles, keys: list[str], first: int) -> list[Portion]:
    """Write the keys of these articles a portion at a time, and note the portions, numbered from the first."""
    starts = range(0, len(keys), _PORTION)
    portions = [Portion(number, tuple(keys[start : start + _PORTION])) for number, start in enumerate(starts, first)]
    for portion in portions:
        _write_joined(connection, articles, portion)
    return portions


@dataclass(frozen=True, slots=True)
class _Left:
    """Those that were in one group with what was coded anew, and so are to be grouped again."""

    articles: set[str]
    tellings: set[str]

    def and_also(self, other: _Left) -> _Left:
        return _Left(self.articles | other.articles, self.tellings | other.tellings)


def _arrived(connection: DuckDBPyConnection) -> tuple[list[str], _Left]:
    """Articles that were not joined yet, or in another coding; of the latter what was made from the old coding is forgotten."""
    sql = """
        SELECT article, joined.coding IS NOT NULL
        FROM articles LEFT JOIN joined USING (article)
        WHERE articles.coding IS NOT NULL AND articles.coding IS DISTINCT FROM joined.coding
    """
    rows = connection.execute(sql).fetchall()
    again = {article for article, before in rows if before}
    left = _forget(connection, again) if again else _Left(set(), set())
    return sorted(article for article, _ in rows), left


def _forget(connection: DuckDBPyConnection, articles: set[str]) -> _Left:
    keep(connection, "forgotten", articles)
    left = _left(connection)
    for table in ("copy_keys", "article_keys", "telling_keys"):
        connection.execute(f"DELETE FROM {table} WHERE coding IN (SELECT coding FROM joined JOIN forgotten ON key = article)")
    for table in ("copies", "article_links"):
        connection.execute(f"DELETE FROM {table} WHERE a IN (SELECT key FROM forgotten) OR b IN (SELECT key FROM forgotten)")
    mine = "(SELECT telling FROM told JOIN forgotten ON key = article)"
    connection.execute(f"DELETE FROM telling_links WHERE a IN {mine} OR b IN {mine}")
    incidents = "(SELECT DISTINCT incident FROM told JOIN forgotten ON key = article)"
    for table in ("tellings", "incident_rows"):
        connection.execute(f"DELETE FROM {table} WHERE incident IN {incidents}")
    for table in ("told", "article_groups", "joined"):
        connection.execute(f"DELETE FROM {table} WHERE article IN (SELECT key FROM forgotten)")
    return left


def _left(connection: DuckDBPyConnection) -> _Left:
    groups = """
        SELECT g.article FROM article_groups AS g
        WHERE g.matter IN (SELECT matter FROM article_groups JOIN forgotten ON key = article)
            OR g.copy_group IN (SELECT copy_group FROM article_groups JOIN forgotten ON key = article)
    """
    incidents = "SELECT telling FROM told WHERE incident IN (SELECT incident FROM told JOIN forgotten ON key = article)"
    found = ({row[0] for row in connection.execute(sql).fetchall()} for sql in (groups, incidents))
    return _Left(*found)


def _write_joined(connection: DuckDBPyConnection, articles: Articles, portion: Portion) -> None:
    articles.load(portion.articles)
    rows = [(key, articles[key].coding) for key in portion.articles]
    fill(connection, "joined", {"article": "VARCHAR", "coding": "INTEGER"}, rows)
    write_keys(connection, articles, portion.articles)
    fill(connection, "fresh", {"coding": "INTEGER", "portion": "INTEGER"}, [(coding, portion.number) for _, coding in rows])


def _tellings_of(connection: DuckDBPyConnection, articles: set[str]) -> set[str]:
    keep(connection, "asked", articles)
    return {telling for (telling,) in connection.execute("SELECT telling FROM told JOIN asked ON key = article").fetchall()}


def _sums(connection: DuckDBPyConnection) -> tuple[int, int]:
    found = connection.execute("SELECT count(*), count(*) FILTER (reports > 1) FROM incident_rows").fetchone()
    return found or (0, 0)
