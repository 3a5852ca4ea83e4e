"""A run that is killed at any moment goes on where it was: nothing lost, nothing twice."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

from whodid.store import Store

NUMBER, BATCH = 60, 8
# Says after each batch that it is stored, and is killed then, in the middle of the next.
RUN = """
import sys
sys.path.insert(0, sys.argv[3])
from fakes import RoteCoder
from whodid.batch import Here, ingest, intake
from whodid.reading import read_jsonl
from whodid.store import CoderId, Store

intake.BATCH = int(sys.argv[4])
with Store(sys.argv[2], write=True) as store:
    run = store.begin_run(CoderId("1", "k", "p"), [])
    ingest(read_jsonl(sys.argv[1]), run, Here(RoteCoder()), watch=lambda summary: print(summary.coded, flush=True))
"""


def start(articles: Path, store: Path) -> subprocess.Popen[str]:
    call = [sys.executable, "-c", RUN, str(articles), str(store), str(Path(__file__).parents[1]), str(BATCH)]
    return subprocess.Popen(call, stdout=subprocess.PIPE, text=True)


def test_a_killed_run_is_gone_on_with(tmp_path):
    articles, path = tmp_path / "articles.jsonl", tmp_path / "events.duckdb"
    lines = [json.dumps({"id": f"a{number}", "text": f"Side{number} met another side."}) for number in range(NUMBER)]
    articles.write_text("".join(line + "\n" for line in lines))
    for _ in range(2):
        with start(articles, path) as running:
            for _ in range(2):
                assert running.stdout and running.stdout.readline()
            running.send_signal(signal.SIGKILL)
    with start(articles, path) as running:
        running.communicate()
    with Store(path) as store:
        ask = store.connection.execute
        assert ask("SELECT count(*), count(DISTINCT article) FROM codings").fetchone() == (NUMBER, NUMBER)
        assert ask("SELECT count(*) FROM articles WHERE state = 'coded'").fetchone() == (NUMBER,)
        assert ask("SELECT count(*), count(DISTINCT article) FROM events").fetchone() == (NUMBER, NUMBER)
        assert ask("SELECT sum(coded) FROM runs").fetchone() == (NUMBER,)
        assert ask("SELECT count(*) FROM runs WHERE ended IS NULL").fetchone() == (2,)
        assert [record["id"] for record, _ in store.records()] == [f"a{number}" for number in range(NUMBER)]
    with start(articles, tmp_path / "at-once.duckdb") as running:
        running.communicate()
    assert rows(path) == rows(tmp_path / "at-once.duckdb")


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What is in the store, but for the runs."""
    tables = {"articles": "* EXCLUDE run", "codings": "* EXCLUDE run", "sightings": "* EXCLUDE run", "event_rows": "*", "party_rows": "*"}
    with Store(path) as store:
        return {table: store.connection.execute(f"SELECT {columns} FROM {table}").fetchall() for table, columns in tables.items()}
