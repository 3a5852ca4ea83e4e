"""Incidents as people look at them: a list, one with all its tellings, and what was joined, the doubtful first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from whodid.incidents import Telling
from whodid.incidents.mentions import further_mentions
from whodid.incidents.outlines import article_words
from whodid.incidents.words import Word
from whodid.store.connecting import told
from whodid.store.deciding import tellings_of
from whodid.store.joining.prepared import Articles
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
    """All words that tell incidents, in the order of articles and text.

    These are the triggers of the coded events; and in articles on a matter that several are about, further words for the same deeds
    ("the shooting"), whose `event` is None.
    """
    ids: dict[str, str] = dict(store.connection.execute("SELECT article, id FROM articles").fetchall())
    rows = [*_events(store), *_further(store)]
    for row in sorted(rows, key=lambda row: (ids[row["article"]], row["article"], row["start"], row["end"])):
        yield {"id": ids[row["article"]], **row}


def _events(store: Store) -> Iterator[dict[str, Any]]:
    sql = """
        SELECT article, event, incident, trigger_start AS "start", trigger_end AS "end", "trigger" AS text
        FROM events WHERE incident IS NOT NULL
    """
    yield from _dicts(store, sql)


def _further(store: Store) -> Iterator[dict[str, Any]]:
    articles = Articles(store.connection)
    of = {row["telling"]: row["incident"] for row in _dicts(store, "SELECT telling, incident FROM told")}
    for row in _dicts(store, "SELECT members FROM matters WHERE articles > 1 ORDER BY matter"):
        tellings = [telling for key in row["members"] for telling in articles[key].tellings]
        incidents: dict[str, list[Telling]] = {}
        for telling in tellings:
            incidents.setdefault(of[telling.key], []).append(telling)
        for found in further_mentions(incidents, *_read(store, row["members"])):
            where = {"start": found.start, "end": found.end, "text": found.text}
            yield {"article": found.article, "event": None, "incident": found.incident, **where}


def _read(store: Store, members: Sequence[str]) -> tuple[dict[str, list[Word]], dict[str, list[tuple[int, int]]]]:
    """The words of these articles without their boilerplate, and where the triggers stand."""
    sql = "SELECT article, record FROM articles JOIN codings USING (article, coding) WHERE list_contains($members, article)"
    records = {row["article"]: json.loads(row["record"]) for row in _dicts(store, sql, {"members": list(members)})}
    triggers = {key: [event["trigger"] for event in record["events"]] for key, record in records.items()}
    covered = {key: [(span["start"], span["end"]) for span in spans] for key, spans in triggers.items()}
    return {key: article_words(record) for key, record in records.items()}, covered


def _dicts(store: Store, sql: str, values: Mapping[str, Any] | None = None) -> Iterator[dict[str, Any]]:
    with told(store.path):
        found = store.connection.execute(sql, dict(values or {}))
        names = [column[0] for column in found.description or ()]
        for row in found.fetchall():
            yield dict(zip(names, row, strict=True))
