"""The tables: plain CSV, one entry a line, sorted by its key; each row is read into its class and checked as it stands."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from whodid.errors import KnowledgeError
from whodid.knowledge.dates import is_after, is_date
from whodid.knowledge.entries import Membership, Office, Organization, Person, State, Tenure

T = TypeVar("T")
Row = dict[str, str]
_DATES = ("start", "end", "founded")


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """One entry, and the line of the file it stands on."""

    entry: T
    number: int
    file: str


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A file, and how its rows become entries: columns in order, key columns by which it is sorted, and the maker."""

    file: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    make: Callable[[Row], T]


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _state(row: Row) -> State:
    return State(
        row["code"],
        row["name"],
        _list(row["aliases"]),
        _list(row["adjectives"]),
        _list(row["demonyms"]),
        row["capital"] or None,
        _list(row["metonyms"]),
        row["start"] or None,
        row["end"] or None,
        row["wikidata"] or None,
    )


def _person(row: Row) -> Person:
    return Person(
        row["id"],
        row["name"],
        row["family"],
        _list(row["aliases"]),
        row["gender"] or None,
        row["wikidata"] or None,
        row["country"] or None,
    )


def _office(row: Row) -> Office:
    return Office(
        row["id"],
        row["title"],
        _list(row["names"]),
        row["country"] or None,
        row["organization"] or None,
        row["role"],
        int(row["seats"] or 1),
        row["sector"] or None,
    )


def _tenure(row: Row) -> Tenure:
    return Tenure(row["person"], row["office"], row["start"], row["end"] or None, row["source"])


def _organization(row: Row) -> Organization:
    return Organization(
        row["id"],
        row["name"],
        _list(row["aliases"]),
        row["kind"],
        row["country"] or None,
        row["sector"] or None,
        row["wikidata"] or None,
        row["founded"] or None,
    )


def _membership(row: Row) -> Membership:
    return Membership(row["state"], row["organization"], row["predicate"], row["start"] or None, row["end"] or None, row["source"])


def _columns(text: str) -> tuple[str, ...]:
    return tuple(text.split())


STATES = Table(
    "states.csv", _columns("code name aliases adjectives demonyms capital metonyms start end wikidata source"), ("code",), _state
)
PERSONS = Table("persons.csv", _columns("id name family aliases gender wikidata country source"), ("id",), _person)
OFFICES = Table("offices.csv", _columns("id title names country organization role seats sector"), ("id",), _office)
TENURES = Table("tenures.csv", _columns("office start end person source"), ("office", "start", "person"), _tenure)
ORGANIZATIONS = Table("organizations.csv", _columns("id name aliases kind country sector wikidata founded source"), ("id",), _organization)
MEMBERSHIPS = Table(
    "memberships.csv",
    _columns("organization state predicate start end source"),
    ("organization", "state", "predicate", "start"),
    _membership,
)


@dataclass(frozen=True, slots=True)
class Located:
    """One row as it stands, and where."""

    row: Row
    number: int
    file: str


def read_table(folder: Path, table: Table[T]) -> list[Located]:
    """All rows of one table, with their lines.

    Raises:
        KnowledgeError: Columns are missing, a date is not one, ends come before starts, or lines are out of order or double.
    """
    path, file, columns = folder / table.file, table.file, table.key
    dated = any(column in table.columns for column in _DATES)
    lines: list[Located] = []
    last: tuple[str, ...] = ()
    for number, row in _rows(path, table.columns):
        key = tuple([row[column] for column in columns])
        if key <= last or not key[0]:
            _check_order(path, number, last, key)
        if dated:
            check_dates(path, number, row)
        lines.append(Located(row, number, file))
        last = key
    return lines


def entries(rows: Iterable[Located], table: Table[T]) -> list[Line[T]]:
    """The rows as entries."""
    make = table.make
    return [Line(make(located.row), located.number, located.file) for located in rows]


def wrong(file: Path | str, number: int, message: str) -> KnowledgeError:
    """The error for one line of one file."""
    return KnowledgeError(f"{Path(file).name}, line {number}: {message}")


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            if tuple(header) != columns:
                raise wrong(path, 1, f"the columns are {','.join(header)}; expected {','.join(columns)}")
            for cells in reader:
                if len(cells) != len(columns):
                    raise wrong(path, reader.line_num, f"{len(cells)} cells; expected {len(columns)}")
                yield reader.line_num, dict(zip(columns, cells, strict=False))
    except OSError as error:
        raise KnowledgeError(f"{path.name}: cannot be read ({error.strerror}); expected in {path.parent}") from error


def _check_order(path: Path, number: int, last: tuple[str, ...], key: tuple[str, ...]) -> None:
    if not key[0]:
        raise wrong(path, number, "the first column is empty")
    if key == last:
        raise wrong(path, number, f"{', '.join(key)} stands there twice")
    if key < last:
        raise wrong(path, number, f"{', '.join(key)} comes after {', '.join(last)}; sort the file by its key")


def check_dates(path: Path, number: int, row: Row) -> None:
    """Raises KnowledgeError where a date is none, or an end comes before its start."""
    for column in _DATES:
        if (day := row.get(column)) and not is_date(day):
            raise wrong(path, number, f'{column} is "{day}"; expected YYYY-MM-DD, YYYY-MM or YYYY')
    start, end = row.get("start"), row.get("end")
    if start and end and is_after(start, end):
        raise wrong(path, number, f"it ends ({end}) before it starts ({start})")
