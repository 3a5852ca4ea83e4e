"""How long joining takes: python benchmarks/incidents.py ARTICLES.jsonl [--articles N] [--added N].

The articles (or records: then coding is not timed) are made many by giving them other names, numbers and days, of the same length, so that
every span holds; every third stands in another paper once more. What is printed: CPU seconds for joining
all of them, and for adding some, in relation to coding them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from whodid import Article, Coder
from whodid.incidents.words import words_of
from whodid.store import Batch, CoderId, Entry, Seen, Store, key_of
from whodid.store.incidents import join

FIRST_DAY = date(2020, 1, 1)
OUTLETS = 40
BATCH = 500


def main() -> None:
    """Code, multiply, join, add, and print the times."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("articles", type=Path)
    options.add_argument("--articles", dest="wanted", type=int, default=10_000)
    options.add_argument("--added", type=int, default=100)
    given = options.parse_args()
    records, coding = coded([json.loads(line) for line in given.articles.open(encoding="utf-8")])
    many = list(multiplied(records, given.wanted + given.added))
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "events.duckdb", write=True) as store:
        whole = _joined(store, many[: given.wanted], coding)
        added = _joined(store, many[given.wanted :], coding)
    print(f"adding {given.added} took {added / whole:.1%} of joining {given.wanted}")


def coded(articles: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """The records of the articles, and the seconds that coding one took; of lines that are records already it is not known (0)."""
    if "schema" in articles[0]:
        return articles, 0.0
    begun = time.process_time()
    records = [record.to_dict() for record in Coder().code_all(_article(data, number) for number, data in enumerate(articles))]
    seconds = (time.process_time() - begun) / len(records)
    print(f"coding {len(records)} articles: {seconds * 1000:.0f} ms an article")
    return records, seconds


def _article(data: dict[str, Any], number: int) -> Article:
    day = FIRST_DAY + timedelta(days=number)
    return Article(data["text"], id=data["id"], date=day, source=f"outlet-{number % OUTLETS}")


def multiplied(records: list[dict[str, Any]], wanted: int) -> Iterator[dict[str, Any]]:
    """As many records as wanted: the given ones over and over, each time of other names, numbers and days."""
    made = 0
    while made < wanted:
        record = records[made % len(records)]
        rank = made // len(records)
        told = disguised(record, rank - rank % 3 // 2)  # of three rounds, the third tells again what the second told
        made += 1
        yield {**told, "source": f"outlet-{(made + rank) % OUTLETS}", "id": f"{record['id']}-{made}"}


def disguised(record: dict[str, Any], rank: int) -> dict[str, Any]:
    """The record with names, numbers and days changed by its rank; all words keep their length, and so all spans hold."""
    if rank == 0:
        return record
    names = {word.folded for word in words_of(record["text"]) if word.named}
    chance = random.Random(rank)
    key = {letter: chance.choice("bcdfglmnprstv" if letter not in "aeiou" else "aeiou") for letter in "abcdefghijklmnopqrstuvwxyz"}

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word[0].isdigit():
            return "".join(str((int(digit) + rank) % 9 + 1) if digit.isdecimal() else digit for digit in word)
        if word.lower() not in names and word.lower().removesuffix("s") not in names:
            return word
        return "".join(key.get(letter.lower(), letter).upper() if letter.isupper() else key.get(letter, letter) for letter in word)

    def change(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: change(item, key) for key, item in value.items()}
        if isinstance(value, list):
            return [change(item, name) for item in value]
        if not isinstance(value, str) or name in _KEPT:
            return value
        if name in ("date", "start", "end"):
            return _later(value, rank * 5)
        return re.sub(r"[^\W_]+", other, value)

    changed: dict[str, Any] = change(record)
    return changed


_KEPT = frozenset(
    "schema type mode quad cameo status kind sector granularity code id event language mod value same_as attribution of".split()
)


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else day


def _joined(store: Store, records: list[dict[str, Any]], coding: float) -> float:
    run = store.begin_run(CoderId("benchmark", "-", "-"), ["benchmark"])
    for start in range(0, len(records), BATCH):
        run.write(Batch([_entry(record) for record in records[start : start + BATCH]]))
    run.end("done")
    begun = time.process_time()
    summary = join(store)
    seconds = time.process_time() - begun
    share = f", {seconds / (coding * len(records)):.1%} of coding them" if coding else ""
    found = f"{summary.incidents} incidents, {summary.shared} told by several"
    print(f"joining {len(records)}: {seconds:.1f} CPU s{share}; {found}")
    return seconds


def _entry(record: dict[str, Any]) -> Entry:
    article = Article(record["text"], id=record["id"], date=date.fromisoformat(record["date"]), source=record["source"])
    return Entry(Seen(article, "benchmark", key_of(article)), json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main()
