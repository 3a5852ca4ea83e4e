"""Incidents in the store: a function of what is in it, and of what people decided; whatever the order and the number of runs."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import happenings
from shelf import NEWER, ask, put
from whodid import Record
from whodid.errors import StoreError
from whodid.store import Store
from whodid.store.deciding import join_incidents, split_incident, undo
from whodid.store.incidents import join
from whodid.store.telling import Wanted, decisions, links_in, listed, merges, tellings_in

Make = Callable[[], Store]


@pytest.fixture(scope="session")
def records() -> list[Record]:
    """The look-alikes, with some events."""
    return [happenings.record(each["id"]) for each in happenings.articles()]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Makes empty stores."""
    made: list[Store] = []

    def new() -> Store:
        made.append(Store(tmp_path / f"{len(made)}.duckdb", write=True))
        return made[-1]

    yield new
    for store in made:
        store.close()


@pytest.fixture(scope="session")
def joined(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> Path:
    """The file of a store of all of them, joined."""
    path = tmp_path_factory.mktemp("joined") / "events.duckdb"
    with Store(path, write=True) as found:
        put(found, *records)
        join(found)
    return path


@pytest.fixture
def store(joined: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of all of them, joined; for one test to change."""
    with Store(shutil.copy(joined, tmp_path / "whole.duckdb"), write=True) as found:
        yield found


def whole(store: Store) -> list[list[tuple[Any, ...]]]:
    """All that joining made."""
    tables = ("incident_rows", "article_groups", "copies", "article_links", "telling_links")
    found = [ask(store, f"FROM {table} ORDER BY ALL") for table in tables]
    return [
        *found,
        ask(store, "SELECT telling, incident FROM told ORDER BY ALL"),
        ask(store, "SELECT article, event, incident FROM events ORDER BY ALL"),
    ]


def incident(store: Store, article: str, trigger: str) -> str:
    """The incident of the event of this article with this word as trigger."""
    sql = f"SELECT incident FROM events WHERE article_id = '{article}' AND contains(\"trigger\", '{trigger}')"
    return str(ask(store, sql)[0][0])


@pytest.mark.parametrize("seed, size", [(1, 2), (2, 5), (3, 9)])
def test_no_order_and_no_number_of_runs_matters(make, store, records, seed, size):
    shuffled: Sequence[Record] = random.Random(seed).sample(records, len(records))
    grown = make()
    for start in range(0, len(shuffled), size):
        put(grown, *shuffled[start : start + size])
        join(grown)
    assert whole(grown) == whole(store)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_order_matters_where_keys_become_too_common_on_the_way(make, records, monkeypatch, seed):
    monkeypatch.setattr("whodid.store.joining.comparing.COMMONEST", 3)
    monkeypatch.setattr("whodid.store.incidents._PORTION", 4)
    at_once, grown = make(), make()
    put(at_once, *records)
    join(at_once)
    shuffled = random.Random(seed).sample(records, len(records))
    for start in range(0, len(shuffled), 5):
        put(grown, *shuffled[start : start + 5])
        join(grown)
    assert whole(grown) == whole(at_once)


def test_joining_again_changes_nothing(store):
    before = whole(store)
    assert join(store).articles == 0
    assert whole(store) == before


def test_articles_of_one_matter_are_together_and_all_others_apart(store):
    matter = {each["id"]: each["matter"] for each in happenings.articles()}
    found = [sorted(ids) for (ids,) in ask(store, "SELECT ids FROM matters")]
    assert all(len({matter[id] for id in ids}) == 1 for ids in found)
    assert len(found) == len(set(matter.values()))


def test_a_meeting_planned_and_held_is_one_incident(store):
    assert incident(store, "talks-plan", "meet") == incident(store, "talks-held", "met")
    found = [row for row in listed(store, Wanted(words="Barrow")) if row["type"] == "CONSULT"]
    assert {"occurred", "planned"} <= set(found[0]["statuses"]) and "status" not in found[0]["disagreements"]


def test_look_alikes_are_different_incidents(store):
    assert incident(store, "okello-1", "sentenced") == incident(store, "okello-2", "sentenced")
    assert incident(store, "okello-1", "sentenced") != incident(store, "marwa-1", "sentenced")
    assert incident(store, "brolo-1", "arrested") != incident(store, "durnford-1", "arrested")


def test_reprints_are_reports_but_no_sources(store):
    row = next(listed(store, Wanted(words="strike", reports=3)))
    assert (row["reports"], row["sources"]) == (3, 1)
    own = incident(store, "ferry-own", "arrested")
    assert ask(store, f"SELECT reports, sources FROM incidents WHERE incident = '{own}'") == [(4, 2)]


def test_coding_again_makes_the_incidents_of_the_new_coding(make, store, records):
    put(store, *records[:4], coder=NEWER)
    assert join(store).articles == 4
    again = make()
    put(again, *records)
    join(again)
    assert whole(again) == whole(store)


def test_a_split_holds_on_the_next_run_and_can_be_taken_back(make, store, records):
    id = incident(store, "okello-1", "sentenced")
    decided = split_incident(store, id, [tellings_in(store, id)[0].name], "two sentences")
    assert incident(store, "okello-1", "sentenced") != incident(store, "okello-2", "sentenced")
    assert len(decided.incidents) == 2
    more = happenings.record("okello-2")
    put(store, replace(more, id="more", source="Echo", text=more.text + " Nobody wept."))
    join(store)
    assert incident(store, "okello-1", "sentenced") != incident(store, "okello-2", "sentenced")
    undo(store, decided.number)
    assert incident(store, "okello-1", "sentenced") == incident(store, "okello-2", "sentenced")


def test_a_join_holds_on_the_next_run_and_is_listed(store, records):
    two = [incident(store, "okello-1", "sentenced"), incident(store, "marwa-1", "sentenced")]
    decided = join_incidents(store, two, "one ring")
    assert len(decided.incidents) == 1
    put(store, *records[:2], coder=NEWER)
    join(store)
    assert incident(store, "okello-1", "sentenced") == incident(store, "marwa-1", "sentenced")
    listed_ = list(decisions(store))
    assert [(row["kind"], row["note"], row["incidents"]) for row in listed_] == [("join", "one ring", list(decided.incidents))]


@pytest.mark.parametrize("url, outlets", [("https://www.post.example/a", ["post.example"]), ("https://[broken", []), (None, [])])
def test_without_a_source_the_outlet_is_the_address_s_host(make, records, url, outlets):
    store = make()
    put(store, replace(next(record for record in records if record.events), source=None, url=url))
    join(store)
    assert ask(store, "SELECT DISTINCT outlets FROM incident_rows") == [(outlets,)]


def test_merges_are_listed_with_their_reasons_the_doubtful_first(store):
    found = list(merges(store))
    assert found == sorted(found, key=lambda row: (row["average"], row["weakest"], row["incident"]))
    assert all(row["reasons"] for row in found)
    assert links_in(store, incident(store, "okello-1", "sentenced"))


@pytest.mark.parametrize(
    "call, words",
    [
        (lambda store: join_incidents(store, ["ix"]), "needs two incidents"),
        (lambda store: join_incidents(store, ["ix", "iy"]), 'no incident "ix"'),
        (lambda store: split_incident(store, incident(store, "okello-1", "sentenced"), ["nobody"]), 'no telling is called "nobody"'),
        (lambda store: split_incident(store, incident(store, "marwa-1", "sentenced"), ["marwa-1"]), "not all"),
        (lambda store: undo(store, 7), "no decision 7"),
    ],
)
def test_what_is_not_there_is_said(store, call, words):
    with pytest.raises(StoreError, match=words):
        call(store)
