"""Articles into a store: nothing twice, nothing lost, whoever codes and whatever breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fakes import NoCoder, RoteCoder, parser_of
from whodid.article import Article
from whodid.batch import Here, Pool, identity_of, ingest, intake
from whodid.batch.work import Coded
from whodid.errors import InputError, ModelError, StoreError
from whodid.reading import Failure
from whodid.store import CoderId, Store

CODER = CoderId("1", "k", "p")
TABLES = ("articles", "codings", "sightings", "unread", "event_rows", "party_rows")


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "BATCH", 4)
    monkeypatch.setattr(intake, "LOOKED_UP", 6)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "events.duckdb", write=True) as store:
        yield store


def articles(*texts: str, **known: str) -> list[Article]:
    return [Article(text, id=f"a{number}", origin="news.jsonl", **known) for number, text in enumerate(texts)]


def ask(store: Store, sql: str) -> list[tuple[object, ...]]:
    return store.connection.execute(sql).fetchall()


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {table: ask(store, f"FROM {table}") for table in TABLES}


def test_what_is_there_is_not_coded_again(store):
    coder, some = RoteCoder(), articles("One met two.", "Two met three.", "Three met four.")
    first = ingest(some[:2], store.begin_run(CODER, []), Here(coder))
    again = ingest(some, store.begin_run(CODER, []), Here(coder))
    assert (first.coded, first.known, again.coded, again.known) == (2, 0, 1, 2)
    assert coder.coded == ["a0", "a1", "a2"]
    assert ask(store, "SELECT run, outcome, coded, known FROM runs") == [(1, "done", 2, 0), (2, "done", 1, 2)]


def test_the_same_text_twice_in_one_run_is_coded_once(store):
    coder = RoteCoder()
    summary = ingest(articles(*["One met two."] * 9), store.begin_run(CODER, []), Here(coder))
    assert (summary.coded, summary.known, len(coder.coded)) == (1, 8, 1)
    assert ask(store, "SELECT count(DISTINCT id) FROM sightings") == [(9,)]


def test_what_is_in_another_language_is_kept_and_not_coded(store):
    coder = RoteCoder()
    german = articles("Die Minister trafen sich.", language="de")
    summary = ingest(german, store.begin_run(CODER, []), Here(coder))
    assert (dict(summary.skipped), coder.coded) == ({"language": 1}, [])
    assert ask(store, "SELECT state, code, text FROM articles") == [("skipped", "language", german[0].text)]
    assert ingest(german, store.begin_run(CODER, []), Here(coder)).known == 1


def test_failures_are_kept_with_their_reasons(store):
    unread = Failure(None, 2, InputError("news.jsonl, line 2: not JSON", code="not-json"))
    items = [*articles("One met two.", "BOOM."), unread]
    summary = ingest(items, store.begin_run(CODER, []), Here(RoteCoder()))
    assert dict(summary.failed) == {"fault": 1, "not-json": 1}
    assert "a1" in summary.messages[0] and summary.messages[1] == "news.jsonl, line 2: not JSON"
    assert ask(store, "SELECT id, code FROM failures ORDER BY code") == [("a1", "fault"), (None, "not-json")]


def test_a_failure_is_tried_again_only_when_asked(store):
    broken = articles("BOOM.")
    ingest(broken, store.begin_run(CODER, []), Here(RoteCoder()))
    assert ingest(broken, store.begin_run(CODER, []), Here(RoteCoder())).known == 1
    assert dict(ingest(broken, store.begin_run(CODER, []), Here(RoteCoder()), retry=True).failed) == {"fault": 1}


def test_several_processes_store_what_one_does(tmp_path):
    items = articles(*(f"Side{number} met the other side." for number in range(30)))
    with Store(tmp_path / "one.duckdb", write=True) as one:
        ingest(items, one.begin_run(CODER, []), Here(RoteCoder()))
        alone = rows(one)
    with Store(tmp_path / "two.duckdb", write=True) as two, Pool(2, RoteCoder) as pool:
        ingest(items, two.begin_run(CODER, []), pool)
        assert rows(two) == alone
        assert pool.ask(parser_of) == "rote-1"


def test_an_article_that_kills_its_process_is_named_and_the_rest_is_coded(store):
    items = articles(*("DIE." if number == 5 else f"Side{number} met another." for number in range(12)))
    with Pool(2, RoteCoder) as pool:
        summary = ingest(items, store.begin_run(CODER, []), pool)
    assert (summary.coded, dict(summary.failed)) == (11, {"worker-died": 1})
    assert '"a5"' in summary.messages[0]
    assert ask(store, "SELECT id FROM articles ORDER BY rowid") == [(f"a{number}",) for number in range(12)]


def test_a_coder_that_cannot_be_made_is_an_error_and_no_hang():
    with Pool(1, NoCoder) as pool, pytest.raises(ModelError, match="no pipeline here"):
        pool.ask(parser_of)


def test_an_interrupt_ends_with_what_was_stored(store):
    def items() -> Iterator[Article]:
        yield from articles(*(f"Side{number} met another." for number in range(6)))
        raise KeyboardInterrupt

    summary = ingest(items(), store.begin_run(CODER, []), Here(RoteCoder()))
    assert (summary.outcome, summary.coded) == ("interrupted", 4)
    assert ask(store, "SELECT outcome, coded FROM runs") == [("interrupted", 4)]
    assert ask(store, "SELECT count(*) FROM codings") == [(4,)]


class Mangling:
    """Coders whose record for one article cannot be stored."""

    def code_all(self, work):
        for piece, some in work:
            yield piece, [Coded('{"events": [{}]}' if "bad" in article.text else '{"events": []}') for article in some]


def test_a_record_that_cannot_be_stored_does_not_take_others_with_it(store):
    summary = ingest(articles("one", "bad", "three"), store.begin_run(CODER, []), Mangling())
    assert (summary.coded, dict(summary.failed)) == (2, {"fault": 1})
    assert ask(store, "SELECT id, state FROM articles ORDER BY id") == [("a0", "coded"), ("a1", "failed"), ("a2", "coded")]


def test_a_full_disk_ends_the_run_and_keeps_what_was_stored(store, monkeypatch):
    run = store.begin_run(CODER, [])
    write = run.write

    def fill(batch):
        if ask(store, "SELECT count(*) FROM codings") != [(0,)]:
            raise StoreError("the disk is full", code="disk-full")
        write(batch)

    monkeypatch.setattr(run, "write", fill)
    with pytest.raises(StoreError, match="disk is full"):
        ingest(articles(*(f"Side{number} met another." for number in range(9))), run, Here(RoteCoder()))
    assert ask(store, "SELECT outcome, coded FROM runs") == [("failed", 4)]


def test_versions_tell_coders_apart(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text("states: []")
    plain, other, with_own = identity_of(RoteCoder(), None), identity_of(RoteCoder("rote-2"), None), identity_of(RoteCoder(), own)
    assert plain == identity_of(RoteCoder(), None)
    assert len({plain, other, with_own}) == 3
    own.write_text("states: [] # changed")
    assert identity_of(RoteCoder(), own) != with_own
