"""Many articles into a store, killed on the way and gone on with: is anything lost, is anything there twice?

    python benchmarks/resume.py ARTICLES.jsonl… [--number 10000] [--kills 5] [--longest CHARACTERS] [--workers 1] [--folder DIR]

The articles are multiplied (multiplying.py). The run is killed (SIGKILL, its whole process group) at moments that a seed draws; then it
is begun again, and at last left to end. What is in the store is then compared with what went in. Exit status 1 where they differ.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from multiplying import multiplied

# Tells after each batch how many articles are coded in this run.
RUN = """
import sys
from functools import partial
from pathlib import Path
from whodid.batch import Here, Pool, identity_of, ingest
from whodid.coder import Coder
from whodid.reading import read_jsonl
from whodid.store import Store

articles, path, workers = sys.argv[1], sys.argv[2], int(sys.argv[3])
def told(summary):
    print(summary.coded, flush=True)

if __name__ == "__main__":
    with Store(path, write=True) as store:
        if workers == 1:
            coder = Coder()
            ingest(read_jsonl(articles), store.begin_run(identity_of(coder, None), [articles]), Here(coder), watch=told)
        else:
            with Pool(workers, Coder) as pool:
                run = store.begin_run(pool.ask(partial(identity_of, own=None)), [articles])
                ingest(read_jsonl(articles), run, pool, watch=told)
"""


def main() -> None:
    """Run, kill, go on, compare."""
    options = _options()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="whodid-resume-"))
    folder.mkdir(exist_ok=True)
    articles, store = folder / "articles.jsonl", folder / "events.duckdb"
    with articles.open("w", encoding="utf-8") as out:
        for article in multiplied(options.articles, options.number, longest=options.longest, seed=options.seed):
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
    begun = time.perf_counter()
    _kill_and_go_on(articles, store, options)
    print(f"{time.perf_counter() - begun:,.0f} s in all", flush=True)
    wrong = _compare(articles, store, options.kills)
    for line in wrong:
        print(f"WRONG: {line}")
    print("nothing lost, nothing twice" if not wrong else "not as it should be")
    sys.exit(bool(wrong))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--longest", type=int, default=0, help="cut texts after the sentence that goes beyond it")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--folder", type=Path, help="where articles and store are left; default: a new temporary folder")
    return parser.parse_args()


def _kill_and_go_on(articles: Path, store: Path, options: argparse.Namespace) -> None:
    chance = random.Random(options.seed)
    share = options.number // (options.kills + 1)
    for number in range(options.kills):
        # Some articles after a part of its share, then at any moment of the next batch: while it codes, stores, or commits.
        last = _run(articles, store, options.workers, until=chance.randint(share // 2, share), delay=chance.random() * 3)
        print(f"run {number + 1}: killed after {last:,} articles", flush=True)
    print(f"run {options.kills + 1}: ended by itself after {_run(articles, store, options.workers):,} articles", flush=True)


def _run(articles: Path, store: Path, workers: int, *, until: int | None = None, delay: float = 0) -> int:
    """Run until so many are coded and the delay is over, then kill; without `until` to the end. How many it said were coded."""
    script = store.with_name("run.py")
    script.write_text(RUN)
    call = [sys.executable, str(script), str(articles), str(store), str(workers)]
    said = 0
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True, start_new_session=True) as running:
        assert running.stdout
        for line in running.stdout:
            said = int(line)
            if until is not None and said >= until:
                time.sleep(delay)
                os.killpg(running.pid, signal.SIGKILL)
                break
    if until is None and running.returncode:
        sys.exit(f"the last run ended with {running.returncode}")
    return said


def _compare(articles: Path, path: Path, kills: int) -> list[str]:
    """What is not in the store as it should be."""
    from whodid import Article
    from whodid.reading import read_jsonl
    from whodid.store import Store, key_of

    expected = {key_of(item): item.id for item in read_jsonl(articles) if isinstance(item, Article)}
    lines = sum(1 for _ in articles.open("rb"))
    with Store(path) as store:
        facts = {name: _one(store, sql) for name, sql in QUESTIONS.items()}
        keys = {row[0] for row in store.connection.execute("SELECT article FROM articles").fetchall()}
        different = sum(1 for record, _ in store.records() if expected.get(_key(record)) is None)
    print(", ".join(f"{name}: {value:,}" for name, value in facts.items()), f"file: {path.stat().st_size / 1e6:,.1f} MB")
    should = {
        "articles": len(expected), "codings": len(expected), "sightings": lines, "coded by the runs": len(expected), "uncoded": 0,
        "articles coded twice": 0, "events of no article": 0, "events twice": 0, "events that a record lacks or has more of": 0,
        "runs that were killed": kills,
    }  # fmt: skip
    wrong = [f"{name}: {facts[name]:,}, expected {value:,}" for name, value in should.items() if facts[name] != value]
    wrong += [f"{len(keys ^ set(expected)):,} keys differ"] if keys != set(expected) else []
    return wrong + ([f"{different:,} records of other articles"] if different else [])


QUESTIONS = {
    "articles": "SELECT count(*) FROM articles",
    "codings": "SELECT count(*) FROM codings",
    "sightings": "SELECT count(*) FROM sightings",
    "events": "SELECT count(*) FROM events",
    "coded by the runs": "SELECT sum(coded) FROM runs",
    "runs that were killed": "SELECT count(*) FROM runs WHERE ended IS NULL",
    "uncoded": "SELECT count(*) FROM articles WHERE state <> 'coded'",
    "articles coded twice": "SELECT count(*) FROM (SELECT article FROM codings GROUP BY ALL HAVING count(*) > 1)",
    "events of no article": "SELECT count(*) FROM event_rows ANTI JOIN articles USING (coding)",
    "events twice": "SELECT count(*) FROM (SELECT coding, event FROM event_rows GROUP BY ALL HAVING count(*) > 1)",
    "events that a record lacks or has more of": """
        SELECT count(*) FROM (SELECT coding, json_array_length(record, '$.events') AS told FROM codings)
        LEFT JOIN (SELECT coding, count(*) AS kept FROM event_rows GROUP BY ALL) USING (coding)
        WHERE told <> coalesce(kept, 0)
    """,
}


def _one(store: Any, sql: str) -> int:
    return int(store.connection.execute(sql).fetchone()[0])


def _key(record: dict[str, Any]) -> str:
    from datetime import date

    from whodid import Article
    from whodid.store import key_of

    day = date.fromisoformat(record["date"])
    return key_of(Article(record["text"], date=day, title=record.get("title"), source=record.get("source"), url=record.get("url")))


if __name__ == "__main__":
    main()
