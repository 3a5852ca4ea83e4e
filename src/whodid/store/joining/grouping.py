"""From links to groups: the pieces that something new touches are grouped anew, all others stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from whodid.incidents import Decision, Link, Linkage, cluster, decide, part, pieces, summarize
from whodid.incidents.clusters import Group
from whodid.incidents.summaries import Incident
from whodid.store.joining.prepared import Articles
from whodid.store.joining.tables import fill, hanging_together, keep

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

INCIDENT_COLUMNS = {
    "incident": "VARCHAR", "type": "VARCHAR", "mode": "VARCHAR", "status": "VARCHAR", "statuses": "VARCHAR[]", "first_seen": "DATE",
    "last_seen": "DATE", "day": "DATE", "day_end": "DATE", "place": "VARCHAR", "place_country": "VARCHAR", "actors": "VARCHAR[]",
    "actor_names": "VARCHAR[]", "recipients": "VARCHAR[]", "recipient_names": "VARCHAR[]", "words": "VARCHAR", "tellings": "INTEGER",
    "reports": "INTEGER", "sources": "INTEGER", "outlets": "VARCHAR[]",
    "counts": 'STRUCT("of" VARCHAR, least BIGINT, most BIGINT, words VARCHAR[])[]', "agreement": "DOUBLE", "disagreements": "VARCHAR[]",
}  # fmt: skip
# Incidents whose articles are prepared together.
_CHUNK = 2_000


def group_articles(connection: DuckDBPyConnection, touched: set[str]) -> set[str]:
    """Group the articles that hang together with those touched; the articles whose matter is another than before."""
    bars = part("bars")
    reached = hanging_together(connection, "article_links", bars["articles"], touched)
    reprints = hanging_together(connection, "copies", 0.0, reached)
    links = _links(connection, "article_links", reached)
    matters = cluster(reached, links, Linkage(bars["articles"], bars["absent-article"]))
    texts = pieces(reprints, [(link.a, link.b) for link in _links(connection, "copies", reprints)])
    before = _groups(connection)
    matter_of = {**{article: matter for article, (matter, _) in before.items()}, **_named(matters, "m")}
    text_of = _named(texts, "c")
    rows = [(article, matter_of[article], text_of[article]) for article in sorted(reprints)]
    keep(connection, "regrouped", reprints)
    connection.execute("DELETE FROM article_groups WHERE article IN (SELECT key FROM regrouped)")
    fill(connection, "article_groups", {"article": "VARCHAR", "matter": "VARCHAR", "copy_group": "VARCHAR"}, rows)
    return {article for article in reached if article not in before or before[article][0] != matter_of[article]}


def _groups(connection: DuckDBPyConnection) -> dict[str, tuple[str, str]]:
    rows = connection.execute("SELECT article, matter, copy_group FROM article_groups").fetchall()
    return {article: (matter, text) for article, matter, text in rows}


# A group is called after its first member; articles' keys are hashes already.
def _named(groups: Iterable[Group], letter: str) -> dict[str, str]:
    return {member: letter + group[0][:12] for group in groups for member in group}


def group_tellings(connection: DuckDBPyConnection, articles: Articles, touched: set[str]) -> None:
    """Make the incidents of all tellings that hang together with those touched anew."""
    bars = part("bars")
    decisions = read_decisions(connection)
    decided = decide(decisions)
    reached = hanging_together(connection, "telling_links", bars["tellings"], touched)
    while more := {telling for together in decided.together if reached & set(together) for telling in together} - reached:
        reached = hanging_together(connection, "telling_links", bars["tellings"], reached | more)
    reached &= _known(connection, reached)
    groups = cluster(
        reached, _matter_links(connection, reached, bars["other-matter"]), Linkage(bars["tellings"], bars["absent-telling"]), decided
    )
    _write_incidents(connection, articles, groups)


def _known(connection: DuckDBPyConnection, tellings: set[str]) -> set[str]:
    keep(connection, "asked", tellings)
    return {telling for (telling,) in connection.execute("SELECT telling FROM told JOIN asked ON key = telling").fetchall()}


def _links(connection: DuckDBPyConnection, table: str, keys: set[str]) -> list[Link]:
    keep(connection, "asked", keys)
    sql = f"SELECT a, b, score FROM {table} WHERE a IN (SELECT key FROM asked) AND b IN (SELECT key FROM asked)"
    return [Link(a, b, score) for a, b, score in connection.execute(sql).fetchall()]


# Articles of different matters speak against one happening.
def _matter_links(connection: DuckDBPyConnection, keys: set[str], other: float) -> list[Link]:
    keep(connection, "asked", keys)
    sql = f"""
        SELECT l.a, l.b, l.score + CASE WHEN x.matter = y.matter THEN 0 ELSE {other} END
        FROM telling_links AS l
        JOIN asked AS p ON p.key = l.a JOIN asked AS q ON q.key = l.b
        JOIN told AS s ON s.telling = l.a JOIN told AS t ON t.telling = l.b
        JOIN article_groups AS x ON x.article = s.article JOIN article_groups AS y ON y.article = t.article
    """
    return [Link(a, b, score) for a, b, score in connection.execute(sql).fetchall()]


def read_decisions(connection: DuckDBPyConnection) -> list[Decision]:
    """All decisions by hand, in the order in which they were made."""
    sides: dict[tuple[int, str], list[str]] = {}
    for number, side, telling in connection.execute("SELECT decision, side, telling FROM decision_sides ORDER BY ALL").fetchall():
        sides.setdefault((number, side), []).append(telling)
    rows = connection.execute("SELECT decision, kind FROM decisions ORDER BY decision").fetchall()
    return [
        Decision(number, kind, tuple(sides.get((number, "left"), ())), tuple(sides.get((number, "right"), ()))) for number, kind in rows
    ]


def _write_incidents(connection: DuckDBPyConnection, articles: Articles, groups: Sequence[Group]) -> None:
    keep(connection, "regrouped", (telling for group in groups for telling in group))
    _forget_incidents(connection, "SELECT incident FROM told JOIN regrouped ON key = telling")
    copies = {(a, b) for a, b in connection.execute("SELECT a, b FROM copies").fetchall()}
    of: dict[str, str] = {}
    for start in range(0, len(groups), _CHUNK):
        found = [_incident(articles, group, copies) for group in _loaded(articles, groups[start : start + _CHUNK])]
        fill(connection, "incident_rows", INCIDENT_COLUMNS, [_row(incident) for incident in found])
        of |= {
            telling: incident.incident for incident, group in zip(found, groups[start : start + _CHUNK], strict=True) for telling in group
        }
    _write_members(connection, of)


def _forget_incidents(connection: DuckDBPyConnection, which: str) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE gone AS SELECT DISTINCT incident FROM ({which}) WHERE incident IS NOT NULL")
    for table in ("incident_rows", "tellings"):
        connection.execute(f"DELETE FROM {table} WHERE incident IN (SELECT incident FROM gone)")


def _loaded(articles: Articles, groups: Sequence[Group]) -> Sequence[Group]:
    articles.load(_article_of(telling) for group in groups for telling in group)
    return groups


def _article_of(telling: str) -> str:
    return telling.split(":", 1)[0]


def _incident(articles: Articles, group: Group, copies: set[tuple[str, str]]) -> Incident:
    keys = sorted({_article_of(telling) for telling in group})
    told = [telling for key in keys for telling in articles[key].tellings if telling.key in group]
    outlets = {key: articles[key].outlet for key in keys}
    return summarize(told, outlets, [pair for at, b in enumerate(keys) for a in keys[:at] if (pair := (a, b)) in copies])


def _row(incident: Incident) -> tuple[Any, ...]:
    counts = [{"of": range.of, "least": range.least, "most": range.most, "words": list(range.words)} for range in incident.counts]
    return (
        incident.incident, incident.type, incident.mode, incident.status, list(incident.statuses), incident.first_seen, incident.last_seen,
        incident.day, incident.day_end, incident.place, incident.place_country,
        [party.id for party in incident.actors], [party.name for party in incident.actors],
        [party.id for party in incident.recipients], [party.name for party in incident.recipients],
        incident.words, incident.tellings, incident.reports, incident.sources, list(incident.outlets), counts, incident.agreement,
        list(incident.disagreements),
    )  # fmt: skip


def _write_members(connection: DuckDBPyConnection, of: dict[str, str]) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE members (telling VARCHAR, incident VARCHAR)")
    fill(connection, "members", {"telling": "VARCHAR", "incident": "VARCHAR"}, list(of.items()))
    connection.execute("UPDATE told SET incident = m.incident FROM members AS m WHERE m.telling = told.telling")
    connection.execute(
        "INSERT INTO tellings SELECT incident, coding, unnest(events) FROM told JOIN regrouped ON key = telling ORDER BY ALL"
    )
