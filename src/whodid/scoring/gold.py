"""Gold found in files and folders: which measure each file is for is told by the fields of its rows, not by its name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import Any

from whodid.errors import InputError
from whodid.reading import Failure, read_objects
from whodid.reading.plain import decode, read_file
from whodid.scoring.measures import MEASURES, Measure
from whodid.scoring.rows import Row

ENDINGS = (".jsonl", ".ndjson", ".json")
# The text of a gold without one lies beside it under this name, or under its id.
TEXT_BESIDE = "article.txt"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The gold of one file for one measure.

    Attributes:
        name: The file's name without ending; what lies in front of it where two have the same.
        notes: What was left out of it.
    """

    name: str
    file: Path
    measure: Measure
    golds: tuple[Any, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """All gold of a call, and the files in which there was none, each with what it has instead."""

    sets: tuple[GoldSet, ...]
    passed: tuple[str, ...]


def find_gold(paths: Sequence[Path], names: Sequence[str] = (), limit: int | None = None) -> Found:
    """The gold in these files and folders.

    Args:
        names: Measures or sets that are wanted; none: all.
        limit: How many rows of each file at most.

    Raises:
        InputError: Where a path is not there, a file that was named is no gold, a folder has none, or a row is malformed.
    """
    sets: list[GoldSet] = []
    passed: list[str] = []
    for path in paths:
        found = list(_sets_in(path, names, limit, passed))
        if not found and not names:
            raise InputError(f"{path}: has no gold in it; expected lines with {_known_fields()} (docs/accuracy.md)", code="gold")
        sets += found
    if not sets:
        known = ", ".join(measure.name for measure in MEASURES)
        raise InputError(f"no gold for {', '.join(names)}; expected measures ({known}) or files' names without ending", code="gold")
    return Found(tuple(_named_apart(sets)), tuple(passed))


def _known_fields() -> str:
    needed = dict.fromkeys(measure.needs[-1].split("|")[0] for measure in MEASURES)
    return ", ".join(f'"{key}"' for key in list(needed)[:-1]) + f' or "{list(needed)[-1]}"'


def _sets_in(path: Path, names: Sequence[str], limit: int | None, passed: list[str]) -> Iterator[GoldSet]:
    for file in _files(path):
        rows = _rows(file)
        measures = [measure for measure in MEASURES if rows and measure.fits(rows[0].fields)]
        if not measures:
            has = ", ".join(list(rows[0].fields)[:6]) if rows else "nothing"
            passed.append(f"{file}: no gold in it (it has {has})")
        for measure in measures:
            if not names or measure.name in names or file.stem in names:
                yield _gold_set(file, measure, rows[:limit])


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise InputError(f"{path}: is not there; expected a folder or file with gold", code="missing")
    return sorted(file for file in path.rglob("*") if file.suffix in ENDINGS and file.is_file() and not file.name.startswith("."))


def _gold_set(file: Path, measure: Measure, rows: Sequence[Row]) -> GoldSet:
    undated = [row for row in rows if not _is_day(row.fields.get("date"))]
    notes = []
    if undated:
        first = f'{undated[0].where}, "{undated[0].fields["date"]}"'
        notes.append(f"{len(undated)} dates cannot be read and were left out (first: {first})")
    return GoldSet(file.stem, file, measure, tuple(measure.read(row) for row in rows), tuple(notes))


def _is_day(value: Any) -> bool:
    try:
        return value is None or bool(Date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def _rows(file: Path) -> list[Row]:
    if file.suffix == ".json":
        return list(_rows_of_json(file))
    with file.open("rb") as stream:
        rows = list(_first_error_raised(read_objects(stream, lambda fields, _, where: Row(fields, where), str(file))))
    return [_with_text(row, file) for row in rows]


def _first_error_raised(rows: Iterable[Row | Failure]) -> Iterator[Row]:
    for row in rows:
        if isinstance(row, Failure):
            raise row.error
        yield row


def _rows_of_json(file: Path) -> Iterator[Row]:
    try:
        value = json.loads(decode(read_file(file), str(file)))
    except RecursionError:
        raise InputError(f"{file}: not JSON that can be read: nested too deep", code="gold") from None
    except ValueError as error:
        raise InputError(f"{file}: not JSON: {error}", code="gold") from None
    if isinstance(value, dict) and value and all(isinstance(one, dict) for one in value.values()):
        for id, one in value.items():
            yield Row({"id": id, "folder": str(file.parent), **one}, f'{file}, "{id}"')
        return
    for number, one in enumerate(value if isinstance(value, list) else [value], 1):
        where = f"{file}, number {number}" if isinstance(value, list) else str(file)
        if isinstance(one, dict):
            yield _with_text(Row({"id": file.stem, **one}, where), file)


def _with_text(row: Row, file: Path) -> Row:
    """The row with the text that lies beside its file, where it has none of its own."""
    if "text" in row.fields:
        return row
    for name in (f"{row.id()}.txt", TEXT_BESIDE):
        if Path(name).name == name and _is_file(beside := file.with_name(name)):
            return Row({**row.fields, "text": decode(read_file(beside), str(beside))}, row.where)
    return row


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # an id may be too long for a file's name
        return False


def _named_apart(sets: Sequence[GoldSet]) -> Iterator[GoldSet]:
    """Sets of the same name in different folders get the folder's name in front."""
    files: dict[str, set[Path]] = {}
    for one in sets:
        files.setdefault(one.name, set()).add(one.file)
    for one in sets:
        name = one.name if len(files[one.name]) == 1 else f"{one.file.parent.name}/{one.name}"
        yield GoldSet(name, one.file, one.measure, one.golds, one.notes)
