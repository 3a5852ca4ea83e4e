"""What a store costs: seconds beside coding, bytes an article, memory.

    python benchmarks/store.py [ARTICLES.jsonl…] [--number 400] [--replayed 20000]

First articles (multiplied, multiplying.py) are coded and stored, as `whodid code --store` does. Then, in a process without models, their
records are stored again and again under other headlines, which stands for many more articles than one would code for this. Seconds are CPU
seconds of all threads; memory is the most that the process ever held.
"""

# ruff: noqa: E402
from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"  # before numpy is imported, or it does not count

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count, islice
from pathlib import Path
from typing import Any, TypeVar

from multiplying import multiplied

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "articles.jsonl"
BATCH = 32
QUESTIONS = {
    "events by type": "SELECT type, count(*) FROM events GROUP BY type",
    "pairs of countries": "SELECT actor_country, recipient_country, count(*) FROM dyads GROUP BY ALL",
    "one day's quotes": "SELECT speaker_name, content FROM quotes WHERE article_date = (SELECT min(date) FROM articles)",
}
T = TypeVar("T")


def main() -> None:
    """Measure and print."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="whodid-store-") as folder:
        if options.records:
            _replay(options.records, options.replayed, Path(folder))
            return
        records = Path(folder) / "records.jsonl"
        _code(options, Path(folder) / "coded.duckdb", records)
        call = [sys.executable, __file__, "--records", str(records), "--replayed", str(options.replayed)]
        subprocess.run(call, check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, default=[SAMPLES])
    parser.add_argument("--number", type=int, default=400, help="articles that are coded")
    parser.add_argument("--replayed", type=int, default=20_000, help="articles that are stored from their records")
    parser.add_argument("--records", type=Path, help="code nothing: store the records of this file")
    return parser.parse_args()


def _code(options: argparse.Namespace, path: Path, records: Path) -> None:
    """Code and store articles; print what share the storing has."""
    from whodid import Coder
    from whodid.batch import identity_of
    from whodid.batch.work import code_batch
    from whodid.store import Batch, Entry, Store

    coder = Coder()
    models = _memory()
    articles = iter([_article(each) for each in multiplied(options.articles, options.number)])
    coding = storing = words = 0.0
    with Store(path, write=True) as store, records.open("w", encoding="utf-8") as out:
        run = store.begin_run(identity_of(coder, None), [])
        while some := list(islice(articles, BATCH)):
            coded, seconds = _timed(lambda some=some: code_batch(coder, some))
            coding += seconds
            entries = [Entry(_seen(article), result.record) for article, result in zip(some, coded, strict=True)]
            storing += _timed(lambda entries=entries: run.write(Batch(entries)))[1]
            words += sum(len(article.text.split()) for article in some)
            out.writelines(f"{result.record}\n" for result in coded)
        storing += _timed(store.connection.close)[1]
    number = options.number
    print(f"coded: {number:,} articles of {words / number:,.0f} words; peak memory {_memory():,.0f} MB, the models alone {models:,.0f} MB")
    coding, storing = coding / number * 1e3, storing / number * 1e3
    print(f"  coding {coding:.1f} ms an article, storing {storing:.1f} ms: {storing / (coding + storing):.1%}")


def _replay(records: Path, number: int, folder: Path) -> None:
    """Store so many records; print time, size and memory, and how long questions take."""
    from whodid.store import CoderId, Filter, Store
    from whodid.store.parquet import write_parquet

    path = folder / "replayed.duckdb"
    written = 0
    with Store(path, write=True) as store:
        run = store.begin_run(CoderId("replayed", "", ""), [])
        written, storing = _timed(lambda: _store(run, islice(_others(records), number)))
        storing += _timed(store.connection.close)[1]
    size = path.stat().st_size
    print(f"stored again: {number:,} articles; {storing / number * 1e3:.2f} ms an article; peak memory {_memory():,.0f} MB")
    print(f"  {size / number:,.0f} bytes an article, JSON lines {written / number:,.0f}: {size / written:.2f} times")
    with Store(path) as store:
        for name, sql in QUESTIONS.items():
            rows, seconds = _timed(lambda sql=sql: store.connection.execute(sql).fetchall(), time.perf_counter)
            print(f"  {name}: {len(rows):,} rows in {seconds:.2f} s")
        found, seconds = _timed(lambda: sum(1 for _ in store.records(Filter(types=("ASSAULT",)))), time.perf_counter)
        print(f"  records with an assault: {found:,} in {seconds:.1f} s")
        _, seconds = _timed(lambda: write_parquet(store, folder / "set"), time.perf_counter)
        parquet = sum(file.stat().st_size for file in (folder / "set").rglob("*.parquet"))
        print(f"  as Parquet by day: {seconds:.1f} s, {parquet / number:,.0f} bytes an article; peak memory {_memory():,.0f} MB")


def _store(run: Any, records: Iterator[dict[str, Any]]) -> int:
    """Store the records; how many bytes they have as JSON lines."""
    from whodid.store import Batch, Entry

    size = 0
    while some := list(islice(records, BATCH)):
        texts = [json.dumps(record, ensure_ascii=False) for record in some]
        size += sum(len(text.encode()) + 1 for text in texts)
        run.write(Batch([Entry(_seen(_article(record)), text) for record, text in zip(some, texts, strict=True)]))
    return size


def _others(records: Path) -> Iterator[dict[str, Any]]:
    """The records without end, each time under another headline and id."""
    for copy in count():
        for line in records.open(encoding="utf-8"):
            record = json.loads(line)
            yield {**record, "id": f"{record['id']}-{copy}", "title": f"{record.get('title', '')} ({copy})"}


def _article(record: dict[str, Any]) -> Any:
    from whodid import Article

    day = date.fromisoformat(record["date"]) if record.get("date") else None
    return Article(record["text"], id=record["id"], date=day, title=record.get("title"), source=record.get("source"))


def _seen(article: Any) -> Any:
    from whodid.store import Seen, key_of

    return Seen(article, "articles.jsonl", key_of(article))


def _timed(done: Callable[[], T], clock: Callable[[], float] = time.process_time) -> tuple[T, float]:
    begun = clock()
    result = done()
    return result, clock() - begun


def _memory() -> float:
    """The most that this process ever held, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells begins with what the parent process held
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
