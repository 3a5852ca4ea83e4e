"""Who did how much to whom, counted in the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import builders
from stores import make_store, second
from whodid.export.dyads import COUNTS, Counting, dyads
from whodid.record import Actor, EventDate
from whodid.store import Filter, Store


def count(store: Store, wanted: Filter | None = None, **how: Any) -> list[dict[str, Any]]:
    return list(dyads(store.connection, wanted or Filter(), Counting(**how)))


def events(rows: list[dict[str, Any]]) -> dict[tuple[str, str], int]:
    return {(row["actor"], row["recipient"]): row["events"] for row in rows if row["events"]}


def test_a_happening_told_twice_counts_once_and_a_mutual_one_both_ways(store):
    assert events(count(store)) == {("NOR", "EST"): 1, ("EST", "NOR"): 1, ("SUD", "EST"): 1}


def test_tellings_can_be_counted_each(store):
    rows = count(store, once=False)
    assert events(rows) == {("NOR", "EST"): 2, ("EST", "NOR"): 2, ("SUD", "EST"): 2}
    assert all(row["tellings"] == row["events"] for row in rows)


def test_a_row_has_quads_goldstein_tellings_and_statuses(store):
    shelled = next(row for row in count(store) if row["actor"] == "SUD")
    # One of its three tellings is the army's denial.
    assert {name: shelled[name] for name in COUNTS if shelled[name]} == {
        "events": 1,
        "tellings": 3,
        "material_conflict": 1,
        "goldstein": -10.0,
        "occurred": 1,
    }


def test_what_is_planned_stands_in_its_own_column_alone(store):
    may = [row for row in count(store) if row["period"] == date(2026, 5, 1)]
    assert [(row["events"], row["planned"], row["goldstein"]) for row in may] == [(0, 1, None), (0, 1, None)]


def test_statuses_that_are_asked_for_are_what_is_counted(store):
    rows = count(store, Filter(statuses=("planned",)), counted=("planned",))
    assert events([row for row in rows if row["period"] == date(2026, 5, 1)]) == {("NOR", "EST"): 1, ("EST", "NOR"): 1}
    assert all(row["occurred"] == 0 for row in rows)


def test_actors_are_paired_by_id_and_named(store):
    rows = count(store, by="actor")
    first = next(row for row in rows if row["actor"] == "person:ada-brandt" and row["events"])
    assert (first["actor_name"], first["actor_country"], first["recipient_name"]) == ("Ada Brandt", "NOR", "Juri Tamm")


def test_both_directions_can_be_one_pair(store):
    rows = count(store, by="actor", undirected=True, period=None)
    assert events(rows) == {("person:ada-brandt", "person:juri-tamm"): 1, ("state:EST", "state:SUD"): 1}
    turned = next(row for row in rows if row["actor"] == "state:EST")
    assert (turned["actor_name"], turned["recipient_name"]) == ("Estia", "Sudria")


@pytest.mark.parametrize(
    ("period", "start"),
    [("day", date(2026, 3, 3)), ("week", date(2026, 3, 2)), ("month", date(2026, 3, 1)), ("year", date(2026, 1, 1))],
)
def test_periods_begin_on_their_first_day(store, period, start):
    assert next(row for row in count(store, period=period) if row["actor"] == "NOR" and row["events"])["period"] == start


def test_filters_hold(store):
    assert events(count(store, Filter(types=("ASSAULT",)))) == {("SUD", "EST"): 1}
    assert events(count(store, Filter(asserted_only=True))) == {("NOR", "EST"): 1, ("EST", "NOR"): 1}
    assert count(store, Filter(since=date(2030, 1, 1))) == []


def made(tmp_path: Path, **changes: Any) -> Store:
    """A store of one article with one event, changed so."""
    record = builders.record()
    event = replace(record.events[2], attribution=(), **changes)
    officials = Actor("group:officials", "officials", "group", None, "GOV")
    return Store(
        make_store(tmp_path / "one.duckdb", [replace(record, events=(event,), actors=(*record.actors, officials))], incidents=False)
    )


def test_an_event_of_a_whole_year_counts_in_the_report_s_month(tmp_path):
    with made(tmp_path, date=EventDate("2026", "2026", "year", "this year")) as store:
        assert [row["period"] for row in count(store)] == [date(2026, 3, 1)]


def test_an_event_of_an_earlier_year_counts_at_its_beginning(tmp_path):
    with made(tmp_path, date=EventDate("1999", "1999", "year", "1999")) as store:
        assert [row["period"] for row in count(store)] == [date(1999, 1, 1)]


def test_two_parties_of_one_country_count_once_for_it(tmp_path):
    with made(tmp_path, recipients=("person:juri-tamm", "state:EST")) as store:
        assert events(count(store)) == {("SUD", "EST"): 1}
        assert len(events(count(store, by="actor"))) == 2


def test_unnamed_groups_of_no_country_count_where_they_are_wanted(tmp_path):
    with made(tmp_path, recipients=("group:officials",)) as store:
        assert count(store, by="actor") == []
        assert events(count(store, by="actor", groups=True)) == {("state:SUD", "group:officials"): 1}


def test_without_incidents_an_article_s_second_telling_is_no_new_happening(tmp_path):
    with Store(make_store(tmp_path / "two.duckdb", [builders.record(), second()], incidents=False)) as store:
        assert events(count(store)) == {("NOR", "EST"): 2, ("EST", "NOR"): 2, ("SUD", "EST"): 2}
