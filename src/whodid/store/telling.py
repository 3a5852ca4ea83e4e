"""Incidents as people look at them: a list, one with all its tellings, and what was joined, the doubtful first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from whodid.store.connecting import told
from whodid.store.deciding import tellings_of
from whodid.store.store import Store

# Hexadecimal digits of an article's key that name it in a list.
SHORT = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents are listed; what is left empty asks nothing.

    Attributes:
        since, until: First and last day (both count): the incident's own, else that on which it was first seen.
        types: PLOVER event types.
        words: Words that a party, the place or the trigger holds.
        sources: Independent sources, at least.
        reports: Articles that tell it, at least.
        differing: Only those whose tellings disagree.
    """

    since: Date | None = None
    until: Date | None = None
    types: tuple[str, ...] = ()
    words: str | None = None
    sources: int = 1
    reports: int = 1
    differing: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an incident, with its article.

    Attributes:
        key: The telling's key; `name` is short, and enough to name it within its incident.
        copy_group: Articles with the same are near copies.
        events: The events, as the view `events` has them.
    """

    key: str
    article: str
    copy_group: str
    events: tuple[dict[str, Any], ...]

    @property
    def name(self) -> str:
        """The key, with the article's part cut short."""
        return f"{self.article[:SHORT]}{self.key[len(self.article) :]}"


def listed(store: Store, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """The incidents that are wanted, those of most sources first, then the latest."""
    asked = [(condition, name, value) for condition, name, value in _conditions(wanted) if value]
    where = " AND ".join(["true", *(condition for condition, _, _ in asked), *(["len(disagreements) > 0"] if wanted.differing else [])])
    order = "sources DESC, reports DESC, coalesce(day, first_seen) DESC NULLS LAST, incident"
    yield from _dicts(store, f"SELECT * FROM incidents WHERE {where} ORDER BY {order}", {name: value for _, name, value in asked})


def _conditions(wanted: Wanted) -> list[tuple[str, str, Any]]:
    parts = "place, words, array_to_string(list_concat(actor_names, recipient_names), ' ')"
    return [
        ("coalesce(day, first_seen) >= $since", "since", wanted.since),
        ("coalesce(day, first_seen) <= $until", "until", wanted.until),
        ("list_contains($types, type)", "types", list(wanted.types)),
        (f"contains(lower(concat_ws(' ', {parts})), lower($words))", "words", wanted.words),
        ("sources >= $sources", "sources", wanted.sources),
        ("reports >= $reports", "reports", wanted.reports),
    ]


def incident_of(store: Store, id: str) -> dict[str, Any]:
    """One incident. Raises StoreError where there is none of this id."""
    tellings_of(store, id)
    return next(_dicts(store, "SELECT * FROM incidents WHERE incident = $id", {"id": id}))


def tellings_in(store: Store, id: str) -> list[Told]:
    """The incident's tellings, in the order of their articles' days. Raises StoreError where there is no such incident."""
    tellings_of(store, id)
    sql = """
        SELECT t.telling, t.article, g.copy_group, e.*
        FROM told AS t JOIN article_groups AS g USING (article) JOIN events AS e ON e.coding = t.coding AND list_contains(t.events, e.event)
        WHERE t.incident = $id
        ORDER BY e.article_date NULLS LAST, t.article, t.telling, e.trigger_start
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for row in _dicts(store, sql, {"id": id}):
        found.setdefault(row["telling"], []).append(row)
    return [Told(key, rows[0]["article"], rows[0]["copy_group"], tuple(rows)) for key, rows in found.items()]


def links_in(store: Store, id: str) -> list[tuple[str, str, float, list[str]]]:
    """The links between the incident's tellings, the weakest first: two keys, the score, its reasons."""
    tellings_of(store, id)
    sql = """
        SELECT l.a, l.b, l.score, l.reasons
        FROM telling_links AS l JOIN told AS x ON x.telling = l.a JOIN told AS y ON y.telling = l.b
        WHERE x.incident = $id AND y.incident = $id ORDER BY l.score, l.a, l.b
    """
    return [(row["a"], row["b"], row["score"], row["reasons"]) for row in _dicts(store, sql, {"id": id})]


def merges(store: Store) -> Iterator[dict[str, Any]]:
    """The incidents that several articles tell, with the average and the weakest of their links; the most doubtful first."""
    sql = """
        SELECT i.incident, i.type, i.words, i.tellings, i.reports, i.sources,
            round(avg(l.score), 2) AS average, min(l.score) AS weakest, arg_min(l.reasons, l.score) AS reasons
        FROM incidents AS i
        JOIN told AS x ON x.incident = i.incident JOIN told AS y ON y.incident = i.incident
        JOIN telling_links AS l ON l.a = x.telling AND l.b = y.telling
        WHERE i.reports > 1 GROUP BY ALL ORDER BY average, weakest, i.incident
    """
    yield from _dicts(store, sql)


def decisions(store: Store) -> Iterator[dict[str, Any]]:
    """What was decided by hand, with the incidents in which the tellings are now."""
    sql = """
        SELECT decision, kind, made, note, count(*) AS tellings, list_sort(list(DISTINCT incident)) AS incidents
        FROM decisions JOIN decision_sides USING (decision) LEFT JOIN told USING (telling)
        GROUP BY ALL ORDER BY decision
    """
    yield from _dicts(store, sql)


def grouped_articles(store: Store) -> Iterator[dict[str, Any]]:
    """Every joined article: its id, what it is mainly about, which text it prints, and the incidents it tells."""
    sql = """
        SELECT a.id, g.article, g.matter, g.copy_group, list_sort(list(DISTINCT t.incident) FILTER (t.incident IS NOT NULL)) AS incidents
        FROM article_groups AS g JOIN articles AS a USING (article) LEFT JOIN told AS t USING (article)
        GROUP BY ALL ORDER BY a.id, g.article
    """
    yield from _dicts(store, sql)


def mentions(store: Store) -> Iterator[dict[str, Any]]:
    """Every event of the joined articles, with its incident and the place of its words in the text."""
    sql = """
        SELECT article_id AS id, article, event, incident, trigger_start AS "start", trigger_end AS "end", "trigger" AS text
        FROM events WHERE incident IS NOT NULL ORDER BY article_id, article, trigger_start, event
    """
    yield from _dicts(store, sql)


def _dicts(store: Store, sql: str, values: Mapping[str, Any] | None = None) -> Iterator[dict[str, Any]]:
    with told(store.path):
        found = store.connection.execute(sql, dict(values or {}))
        names = [column[0] for column in found.description or ()]
        for row in found.fetchall():
            yield dict(zip(names, row, strict=True))
