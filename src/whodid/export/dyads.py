"""Who did how much to whom: counts, quad classes and mean Goldstein by pair and period, made from the store's events when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from whodid.export.telling import HAPPENED
from whodid.record import Quad, Status

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from whodid.store import Filter

QUADS: tuple[str, ...] = get_args(Quad)
STATUSES: tuple[str, ...] = get_args(Status)
COUNTS = ("events", "tellings", *(quad.replace(" ", "_") for quad in QUADS), "goldstein", *STATUSES)


@dataclass(frozen=True, slots=True)
class Counting:
    """How to count.

    Attributes:
        by: "actor" or "country": what a pair is made of.
        period: day, week (its Monday), month or year; None: all the time at once.
        once: Whether a happening counts once however often it was told, by the telling that stands for it.
        groups: Whether unnamed groups of no country ("officials") count as parties; those of several articles are hardly the same.
        undirected: Whether what A did to B and what B did to A are counted as one pair.
        counted: The statuses that count as events; the others only stand in their own columns.
    """

    by: str = "country"
    period: str | None = "month"
    once: bool = True
    undirected: bool = False
    groups: bool = False
    counted: tuple[str, ...] = HAPPENED

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a row."""
        period = ("period",) if self.period else ()
        if self.by == "country":
            return (*period, "actor", "recipient", *COUNTS)
        sides = ("actor", "actor_name", "actor_country", "recipient", "recipient_name", "recipient_country")
        return (*period, *sides, *COUNTS)


def dyads(connection: DuckDBPyConnection, wanted: Filter, counting: Counting) -> Iterator[dict[str, Any]]:
    """A row for each pair and period, by period, those with most events first; pairs without events in a period have no row there.

    A mutual event counts for both directions. The period is that of the event's first day; where its words span more than one
    period, that of the report, if it lies within them. An event that names only one side makes no pair.
    """
    where, values = wanted.where()
    answer = connection.execute(_sql(where, counting), {**values, "counted": list(counting.counted)})
    while rows := answer.fetchmany(1000):
        yield from (dict(zip(counting.columns, row, strict=True)) for row in rows)


def _sql(where: str, counting: Counting) -> str:
    names = ", ".join(counting.columns[: -len(COUNTS)])
    keys = ", ".join(name for name in ("period", "actor", "recipient") if name in counting.columns)
    order = ", ".join([*(["period"] if counting.period else []), "events DESC", "actor", "recipient"])
    shown = names if counting.by == "country" else names.replace("actor_name", "min(actor_name)").replace(
        "recipient_name", "min(recipient_name)"
    ).replace("actor_country", "min(actor_country)").replace("recipient_country", "min(recipient_country)")  # fmt: skip
    return f"""
        {told(where, once=counting.once)},
        sides AS ({_sides(counting)}),
        pairs AS ({_pairs(counting)})
        SELECT {shown}, {_counts()} FROM pairs GROUP BY {keys} ORDER BY {order}
    """


def told(where: str, *, once: bool) -> str:
    """The beginning of the query: the tellings that fit, with the happening each tells and how often that was told.

    Args:
        once: Leave of each happening the telling that stands for it: what happened goes before what was only planned, then the
            earlier report.
    """
    happened = ", ".join(f"'{status}'" for status in HAPPENED)
    first = f"""QUALIFY row_number() OVER (
        PARTITION BY happening ORDER BY status NOT IN ({happened}), article_date NULLS LAST, article, trigger_start, event) = 1"""
    number = "count(*) OVER (PARTITION BY happening)" if once else "1"
    return f"""
        WITH fitting AS (
            SELECT *, coalesce(incident, article || '/' || coalesce(same_as, event)) AS happening FROM events WHERE {where}
        ),
        told AS (
            SELECT coding, event, happening, article_date, date_start, date_end, {number} AS tellings
            FROM fitting {first if once else ""}
        )"""


def _sides(counting: Counting) -> str:
    side = "_country" if counting.by == "country" else ""
    more = "" if counting.by == "country" else ", d.actor_name, d.actor_country, d.recipient_name, d.recipient_country"
    period = f"CAST(date_trunc('{counting.period}', {_day(counting.period)}) AS DATE) AS period, " if counting.period else ""
    nobody = "(d.{0}_kind = 'group' AND d.{0}_country IS NULL)"
    known = "" if counting.groups else "".join(f" AND NOT {nobody.format(one)}" for one in ("actor", "recipient"))
    return f"""
        SELECT {period}d.actor{side} AS actor, d.recipient{side} AS recipient{more},
            t.happening, t.tellings, d.event, d.coding, d.quad, d.goldstein, d.status
        FROM told AS t JOIN dyads AS d ON d.coding = t.coding AND d.event = t.event
        WHERE d.actor{side} IS NOT NULL AND d.recipient{side} IS NOT NULL{known}"""


def _day(period: str) -> str:
    """The day by which an event falls into a period."""
    spans = f"date_trunc('{period}', t.date_start) <> date_trunc('{period}', coalesce(t.date_end, t.date_start))"
    within = "t.article_date BETWEEN t.date_start AND t.date_end"
    return f"CASE WHEN {spans} AND {within} THEN t.article_date ELSE coalesce(t.date_start, t.article_date) END"


def _pairs(counting: Counting) -> str:
    """Each telling once for each pair, however many of its parties belong to the same country."""
    once = "QUALIFY row_number() OVER (PARTITION BY actor, recipient, coding, event) = 1"
    if not counting.undirected:
        return f"SELECT * FROM sides {once}"
    swapped = ["least(actor, recipient) AS actor", "greatest(actor, recipient) AS recipient"]
    if counting.by == "actor":
        swapped += [
            f"CASE WHEN actor <= recipient THEN {one}_{what} ELSE {other}_{what} END AS {one}_{what}"
            for one, other in (("actor", "recipient"), ("recipient", "actor"))
            for what in ("name", "country")
        ]
    return f"SELECT * FROM (SELECT * REPLACE ({', '.join(swapped)}) FROM sides) {once}"


def _counts() -> str:
    counted = "list_contains($counted::VARCHAR[], status)"
    parts = [
        f"count(*) FILTER ({counted})",
        f"coalesce(sum(tellings) FILTER ({counted}), 0)::BIGINT",
        *(f"count(*) FILTER (quad = '{quad}' AND {counted})" for quad in QUADS),
        f"round(avg(goldstein) FILTER ({counted}), 3)",
        *(f"count(*) FILTER (status = '{status}')" for status in STATUSES),
    ]
    return ", ".join(f"{part} AS {name}" for part, name in zip(parts, COUNTS, strict=True))
