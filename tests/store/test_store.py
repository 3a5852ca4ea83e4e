"""What is put into a store comes out of it; the same again changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import builders
from shelf import CODER, NEWER, ask, entry, put, seen
from whodid.record import Record
from whodid.store import Batch, Entry, Filter, Store, Unread


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "events.duckdb", write=True)


def test_the_record_comes_out_as_it_went_in(store):
    record = builders.record()
    put(store, record)
    assert [Record.from_dict(data) for data, _ in store.records()] == [record]


def test_every_part_of_the_record_has_its_rows(store):
    put(store, builders.record())
    counts = {
        view: ask(store, f"SELECT count(*) FROM {view}")[0][0] for view in ("events", "quotes", "actors", "times", "places", "relations")
    }
    assert counts == {"events": 7, "quotes": 4, "actors": 7, "times": 3, "places": 2, "relations": 1}
    assert ask(store, "SELECT code, words_start FROM warnings") == [("name-conflict", builders.TEXT.index("Kell"))]


def test_an_event_has_its_article_parties_and_words(store):
    put(store, builders.record())
    columns = 'article_id, source, day, type, mode, actor_names, recipient_countries, asserted, said_by, "trigger", counts, flags'
    found = ask(store, f"SELECT {columns} FROM events WHERE event = 'e3'")
    assert found == [
        ("norland-1", "Norland News", date(2026, 3, 2), "ASSAULT", None, ["Sudria"], ["EST"], False, ["Estia"], "shelled",
         [{"of": "killed", "value": 4, "text": "four"}], ["recipient-from-place"]),
    ]  # fmt: skip
    assert ask(store, "SELECT sentence FROM events WHERE event = 'e6'") == [("Police arrested 12 people.",)]


def test_a_month_is_its_first_and_last_day(store):
    put(store, builders.record())
    assert ask(store, "SELECT date_start, date_end FROM events WHERE event = 'e7'") == [(date(2026, 5, 1), date(2026, 5, 31))]


def test_a_symmetric_pair_is_a_dyad_in_both_orders(store):
    put(store, builders.record())
    pairs = ask(store, "SELECT actor, recipient FROM dyads WHERE event = 'e1' ORDER BY ALL")
    assert pairs == [("person:ada-brandt", "person:juri-tamm"), ("person:juri-tamm", "person:ada-brandt")]
    assert ask(store, "SELECT actor, recipient FROM dyads WHERE event = 'e3'") == [("state:SUD", "state:EST")]
    assert ask(store, "SELECT * FROM dyads WHERE event = 'e6'") == []


def test_the_same_again_changes_nothing_but_sightings(store):
    first, again = entry(builders.record()), entry(builders.record(), "other.jsonl")
    put(store, builders.record())
    before = ask(store, "SELECT * FROM codings"), ask(store, "SELECT * FROM event_rows")
    run = store.begin_run(CODER, ["other.jsonl"])
    assert run.known([first.seen.key]) == {first.seen.key}
    run.write(Batch(again=[again.seen, again.seen, first.seen]))
    run.write(Batch([again]))
    assert (ask(store, "SELECT * FROM codings"), ask(store, "SELECT * FROM event_rows")) == before
    assert ask(store, "SELECT origin, run FROM sightings") == [("news.jsonl", 1), ("other.jsonl", 2)]


def test_another_line_of_the_same_file_is_no_other_sighting(store):
    run = store.begin_run(CODER, [])
    run.write(Batch([entry(builders.record(), "news.jsonl, line 3")]))
    run.write(
        Batch(again=[seen(builders.record(), origin) for origin in ("news.jsonl, line 4", "news.jsonl, line 9", "old.jsonl, line 3")])
    )
    assert ask(store, "SELECT origin FROM sightings") == [("news.jsonl, line 3",), ("old.jsonl, line 3",)]


def test_another_coder_adds_and_views_show_the_newest(store):
    whole = builders.record()
    put(store, whole)
    fewer = builders.record(events=whole.events[:2])
    assert put(store, fewer, coder=NEWER) == 2
    assert ask(store, "SELECT count(*) FROM codings") == [(2,)]
    assert ask(store, "SELECT count(*) FROM event_rows") == [(9,)]
    assert ask(store, "SELECT event, coding FROM events") == [("e1", 2), ("e2", 2)]


def test_what_was_not_coded_is_kept_with_its_reason(store):
    german = seen(builders.record(id="g", language="de", text="Die Minister trafen sich."))
    run = store.begin_run(CODER, [])
    lost = Unread("news.jsonl", None, "not-json", "news.jsonl, line 2: not JSON")
    run.write(Batch([Entry(german, None, "skipped", "language", "is in German")], unread=[lost, lost]))
    assert ask(store, "SELECT id, origin, state, code FROM failures") == [
        ("g", "news.jsonl", "skipped", "language"),
        (None, "news.jsonl", "failed", "not-json"),
    ]
    assert run.known([german.key]) == {german.key}
    assert ask(store, "SELECT read, coded, known, skipped, failed FROM runs") == [(3, 0, 0, 1, 2)]


def test_what_a_newer_coder_fails_on_keeps_its_older_coding(store):
    put(store, builders.record())
    run = store.begin_run(NEWER, [])
    run.write(Batch([Entry(seen(builders.record()), None, "failed", "fault", "boom")]))
    assert ask(store, "SELECT state, code, coding FROM articles") == [("failed", "fault", 1)]
    assert ask(store, "SELECT count(*) FROM events") == [(7,)]
    assert run.known([seen(builders.record()).key]) == {seen(builders.record()).key}
    assert run.known([seen(builders.record()).key], retry=True) == set()


def test_a_batch_is_stored_wholly_or_not_at_all(store):
    run = store.begin_run(CODER, [])
    broken = Entry(seen(builders.record(id="b", text="Other.")), '{"not": "a record", "events": [{"id": "e1"}]}')
    with pytest.raises(Exception, match="NOT NULL"):
        run.write(Batch([entry(builders.record()), broken]))
    assert ask(store, "SELECT count(*) FROM articles") == ask(store, "SELECT count(*) FROM codings") == [(0,)]
    run.write(Batch([entry(builders.record())]))
    assert ask(store, "SELECT count(*) FROM codings") == [(1,)]


@pytest.mark.parametrize(
    ("wanted", "events"),
    [
        (Filter(types=("CONSULT", "COERCE")), ["e1", "e6"]),
        (Filter(statuses=("denied",)), ["e4"]),
        (Filter(countries=("EST",), asserted_only=True), ["e1", "e2", "e7"]),
        (Filter(actors=("group:police",)), ["e6"]),
        (Filter(since=date(2026, 3, 3), until=date(2026, 3, 3)), ["e1"]),
        (Filter(types=("AID",)), []),
    ],
)
def test_a_filter_leaves_the_events_that_fit(store, wanted, events):
    put(store, builders.record())
    assert [event["id"] for data, _ in store.records(wanted) for event in data["events"]] == events


def test_records_tell_the_incidents_of_their_events(store):
    put(store, builders.record())
    store.connection.execute("INSERT INTO tellings VALUES ('i1', 1, 'e3')")
    assert [incidents for _, incidents in store.records()] == [{"e3": "i1"}]


def test_every_table_view_and_column_says_what_it_holds(store):
    silent = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL AND database_name <> 'temp'"
    assert ask(store, silent) == []
    assert ask(store, "SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL") == []
