"""`whodid dyads`: who did how much to whom, by month."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from whodid.cli.answers import RowsFormat, write_parquet, write_rows
from whodid.cli.exits import say, several
from whodid.cli.inputs import refuse_overwriting
from whodid.cli.options import Output, StoreFile
from whodid.cli.outputs import opened
from whodid.cli.selecting import Actors, Asked, Asserted, Count, Since, Statuses, Types, Until
from whodid.export.dyads import Counting
from whodid.export.dyads import dyads as counted
from whodid.export.telling import HAPPENED

_SHORT = {
    "period": "when", "actor": "who", "recipient": "to whom", "events": "events", "verbal_cooperation": "words +",
    "material_cooperation": "deeds +", "verbal_conflict": "words −", "material_conflict": "deeds −", "goldstein": "Goldstein",
    "planned": "planned", "proposed": "proposed", "denied": "denied",
}  # fmt: skip

# What is no country, in few words.
_INTERNATIONAL = {
    "IGO": "international bodies", "UNO": "United Nations", "EUR": "European Union", "NGO": "international NGOs",
    "ISM": "international movements", "IMG": "transnational armed groups", "MNC": "multinationals",
}  # fmt: skip


class By(StrEnum):
    """What a pair is made of."""

    country = "country"
    actor = "actor"


class Period(StrEnum):
    """How time is cut."""

    day = "day"
    week = "week"
    month = "month"
    year = "year"
    all = "all"


class DyadsFormat(StrEnum):
    """How pairs are written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    html = "html"


ByOption = Annotated[By, typer.Option("--by", help="Pairs of countries, or of actors.")]
CountOption = Annotated[Count, typer.Option("--count", help="Count each happening once, or every telling of it.")]
Groups = Annotated[bool, typer.Option("--groups", help='With --by actor: count unnamed groups of no country ("officials") as parties too.')]
Undirected = Annotated[bool, typer.Option("--undirected", help="Count what either did to the other as one pair.")]


def dyads(
    store: StoreFile,
    by: ByOption = By.country,
    period: Annotated[Period, typer.Option("--period", help="Counted by the event's first day, or the report's.")] = Period.month,
    count: CountOption = Count.incidents,
    undirected: Undirected = False,
    groups: Groups = False,
    format: Annotated[
        DyadsFormat, typer.Option("--format", "-f", help="A table, a page to look at (html), or a line for each pair and period.")
    ] = DyadsFormat.table,
    output: Output = None,
    since: Since = None,
    until: Until = None,
    actor: Actors = None,
    type: Types = None,
    status: Statuses = None,
    asserted_only: Asserted = False,
) -> None:
    """Count who did how much to whom, by pair and period: events, quad classes, mean Goldstein, statuses.

    Counted as events are those that occurred or go on, or those of the statuses that --status names.
    """
    from whodid.store import Store
    from whodid.store.connecting import told

    refuse_overwriting([str(store)], output)
    asked = Asked(since, until, actor, type, status, asserted_only)
    with Store(store) as opened_store, told(store):
        wanted = asked.filter(opened_store)
        counting = counting_of(by, count, period, wanted.statuses, undirected=undirected, groups=groups)
        rows = list(counted(opened_store.connection, wanted, counting))
    _write(rows, counting, format, output)
    if output or not rows:
        where = f" in {output}" if output else ""
        say(f"whodid: {several(len(rows), 'row')}{where}" if rows else f"whodid: no event with two sides fits{where}")


def counting_of(by: By, count: Count, period: Period, statuses: tuple[str, ...], *, undirected: bool, groups: bool) -> Counting:
    """How to count, as the options say."""
    cut = None if period is Period.all else period.value
    return Counting(by.value, cut, count is Count.incidents, undirected, groups, statuses or HAPPENED)


def _write(rows: list[dict[str, Any]], counting: Counting, format: DyadsFormat, output: Path | None) -> None:
    if format is DyadsFormat.parquet:
        write_parquet(rows, counting.columns, output)
    elif format is DyadsFormat.html:
        from whodid.report.dyads import dyads_page

        with opened(output) as out:
            page = dyads_page(rows, counting.period, names=_country_names(), undirected=counting.undirected)
            out.write(page.encode("utf-8", "replace"))
    elif format is DyadsFormat.table:
        names = [name for name in _SHORT if name in counting.columns]
        write_rows(
            [_SHORT[name] for name in names], [[_shown(row, name, counting) for name in names] for row in rows], RowsFormat.table, output
        )
    else:
        write_rows(counting.columns, [list(row.values()) for row in rows], RowsFormat(format.value), output)


def _country_names() -> dict[str, str]:
    from whodid.export.tables import countries

    return {**_INTERNATIONAL, **{code: country.name for code, country in countries().items()}}


def _shown(row: Mapping[str, Any], name: str, counting: Counting) -> Any:
    value = row.get(f"{name}_name", row[name])
    if name == "period":
        return str(value)[: {"month": 7, "year": 4}.get(counting.period or "", 10)]
    return None if value == 0 and name not in ("events", "goldstein") else value
