"""Many articles from few: each copy has other days, numbers, states and first names, so that no two are the same text.

    python benchmarks/multiplying.py OUT.jsonl ARTICLES.jsonl… [--number 10000] [--longest CHARACTERS] [--seed 0]

The first copies of all articles come before the second copies. What is made depends on the input, the number and the seed alone.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December")
# Copies lie within this many days around the article.
_SPREAD = 1500


def multiplied(files: Sequence[Path], number: int, *, longest: int = 0, seed: int = 0) -> Iterator[dict[str, Any]]:
    """So many articles as objects of the input form; with `longest`, texts end after the paragraph or sentence that goes beyond it."""
    once = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    for place in range(number):
        article, copy = once[place % len(once)], place // len(once)
        yield _copied(article, _cut(article["text"], longest), place, random.Random(f"{seed} {copy} {place}"))


def _copied(article: dict[str, Any], text: str, place: int, chance: random.Random) -> dict[str, Any]:
    words = _exchange(chance)
    known = {name: _altered(article[name], words, chance) for name in ("title",) if article.get(name)}
    day = date.fromisoformat(article["date"]) if article.get("date") else date(2020, 1, 1)
    moved = day + timedelta(days=chance.randint(-_SPREAD, _SPREAD))
    return {"id": f"{place:07}", "text": _altered(text, words, chance), "date": moved.isoformat(), **known, "source": f"Paper {place % 40}"}


def _cut(text: str, longest: int) -> str:
    if not longest or len(text) <= longest:
        return text
    end = min((found for found in (text.find("\n", longest), text.find(". ", longest) + 1) if found > 0), default=len(text))
    return text[:end]


def _exchange(chance: random.Random) -> dict[str, str]:
    """For each word of a class another one of that class."""
    words: dict[str, str] = {}
    for some in (_WEEKDAYS, _MONTHS, *_names()):
        others = list(some)
        chance.shuffle(others)
        words.update(zip(map(str.lower, some), others, strict=True))
    return words


@cache
def _names() -> tuple[tuple[str, ...], ...]:
    """States of one word, and first names, as whodid knows them."""
    import whodid

    root = Path(whodid.__file__).parent
    rows = (root / "knowledge/data/states.csv").read_text(encoding="utf-8").splitlines()
    place = rows[0].split(",").index("name")
    states = {row.split(",")[place] for row in rows[1:]}
    lines = (root / "lexicon/en/actors/first_names.txt").read_text(encoding="utf-8").splitlines()
    first = {word for line in lines if not line.startswith("#") for word in line.split()}
    return tuple(sorted(name for name in states if _WORD.fullmatch(name))), tuple(sorted(name for name in first if _WORD.fullmatch(name)))


def _altered(text: str, words: dict[str, str], chance: random.Random) -> str:
    text = _WORD.sub(lambda found: _like(found[0], words.get(found[0].lower(), found[0])), text)
    return _NUMBER.sub(lambda found: _other_number(found[0], chance), text)


def _like(word: str, other: str) -> str:
    """The other word in the first one's case."""
    return other.upper() if len(word) > 1 and word.isupper() else other.lower() if word.islower() else other[:1].upper() + other[1:]


def _other_number(number: str, chance: random.Random) -> str:
    """A number of as many digits; years stay in their century."""
    if len(number) == 4 and number[:2] in ("19", "20"):
        return f"{number[:2]}{chance.randint(0, 99):02}"
    return str(chance.randint(10 ** (len(number) - 1), 10 ** len(number) - 1)) if len(number) < 9 and number[0] != "0" else number


def main() -> None:
    """Write the articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--longest", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with options.out.open("w", encoding="utf-8") as out:
        for article in multiplied(options.articles, options.number, longest=options.longest, seed=options.seed):
            out.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
