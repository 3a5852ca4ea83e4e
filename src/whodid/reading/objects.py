"""JSON files: one article, a list of articles, or an object with a list of them under "articles"; and JSON lines with other names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from whodid.article import Article
from whodid.errors import InputError
from whodid.reading.columns import Role, columns_of, role_of
from whodid.reading.encodings import decode_plain
from whodid.reading.failures import Failure
from whodid.reading.jsonl import parse_object, read_objects_as_articles
from whodid.reading.kinds import PEEKED
from whodid.reading.rows import article_of
from whodid.reading.sources import Source

# Keys under which services put their list of articles.
_LISTS = ("articles", "results", "items", "documents", "data", "docs", "hits", "value")


def read_json(source: Source) -> Iterator[Article | Failure]:
    """The articles of a JSON file; one that is none is a failure in its place.

    Raises:
        InputError: Where it is not JSON, or none of its objects has a text (the message lists the keys).
    """
    name = source.place.name
    found = _articles(_loaded(decode_plain(source.whole(), name), name), name)
    single = isinstance(found, dict)
    rows = [found] if isinstance(found, dict) else found
    keys = {key: None for row in rows if isinstance(row, dict) for key in row}
    columns_of(keys, name)  # Where no object has a text, that is said once.
    for number, row in enumerate(rows, 1):
        where = name if single else f"{name}, article {number}"
        yield _article(row, source.place.stem if single else source.place.numbered(number), where, number)


def read_lines(source: Source) -> Iterator[Article | Failure]:
    """JSON lines: strictly as the record's contract has them, or where the first line has its text under another name, by usual names.

    Raises:
        InputError: Where the stream is empty or UTF-16.
    """
    if _has_other_names(source.stream.peek(PEEKED)[:PEEKED]):
        for number, line in enumerate(source.lines(), 1):
            if line.strip():
                yield _line(line, source, number)
        return
    yield from read_objects_as_articles(source.lines(), source.place.name)


def _has_other_names(start: bytes) -> bool:
    try:
        first = json.loads(start.split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and "text" not in first and any(role_of(key) is Role.text for key in first)


def _line(line: bytes, source: Source, number: int) -> Article | Failure:
    where = f"{source.place.name}, line {number}"
    try:
        return _article(parse_object(line, where), source.place.numbered(number), where, number)
    except InputError as error:
        return Failure(None, number, error)


def _article(row: Any, id: str, where: str, number: int) -> Article | Failure:
    try:
        if not isinstance(row, Mapping):
            raise InputError(f"{where}: is no object; expected one with a text under a usual name", code="not-an-object")
        return article_of(row, columns_of(row, where), id, where)
    except InputError as error:
        return Failure(None, number, error)


def _loaded(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{name}, line {error.lineno}, column {error.colno}: not JSON: {error.msg.lower()}", code="not-json") from None
    except (RecursionError, ValueError):
        raise InputError(f"{name}: not JSON that can be read: nested too deep, or a number too long", code="not-json") from None


def _articles(found: Any, name: str) -> list[Any] | dict[str, Any]:
    """The one article, or the list of them."""
    if isinstance(found, list):
        if not found:
            raise InputError(f"{name}: is an empty list; expected articles", code="empty")
        return found
    if not isinstance(found, dict):
        raise InputError(f"{name}: is neither an object nor a list; expected an article or a list of articles", code="not-an-object")
    if any(role_of(key) is Role.text and isinstance(found[key], str) for key in found):
        return found
    for key in _LISTS:
        if isinstance(found.get(key), list):
            return _articles(found[key], f'{name}, "{key}"')
    return found
