"""Office holders out of Wikidata: a JSON dump, read a line at a time, or the result of a query."""

from __future__ import annotations

import bz2
import csv
import gzip
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from whodid.errors import KnowledgeError
from whodid.knowledge.dates import is_date
from whodid.knowledge.holders import Holding, Spool

NEEDED = ("person", "personLabel", "position", "positionLabel", "country", "start")
_ITEM = re.compile(r"(?:^|/)(Q\d+)$")
_LINE_ITEM = re.compile(rb'"id":\s*"(Q\d+)"')
_GENDERS = {"Q6581072": "f", "Q6581097": "m", "female": "f", "male": "m", "f": "f", "m": "m"}
# Wikidata's precision of a date, and how much of it then counts.
_LENGTHS = {9: 4, 10: 7, 11: 10}
_HELD, _START, _END, _GENDER, _CODE, _LAND, _COUNTRY = "P39", "P580", "P582", "P21", "P298", "P1001", "P17"
# Enough of a file to see what it is.
_PEEK = 4096


def read_wikidata(path: Path, spool: Spool) -> None:
    """Put all office holders of a dump or a query's result onto the spool.

    Raises:
        KnowledgeError: Where the file cannot be read or is neither; names file and line.
    """
    try:
        if path.suffix == ".csv":
            _read_csv(path, spool)
        elif _is_query_result(path):
            _read_json_results(path, spool)
        else:
            _read_dump(path, spool)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise KnowledgeError(f"{path}: cannot be read ({reason}); expected a Wikidata JSON dump or a query's result") from None


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    opener: Any = {".gz": gzip.open, ".bz2": bz2.open}.get(path.suffix, open)
    with opener(path, "rb") as file:
        yield file


@contextmanager
def _laid_out(where: str) -> Iterator[None]:
    """Says where something is nested otherwise than in Wikidata."""
    try:
        yield
    except (AttributeError, TypeError, KeyError) as error:
        raise KnowledgeError(f"{where}: not laid out as Wikidata has it ({error}); fetch the file again") from None


def _is_query_result(path: Path) -> bool:
    with _opened(path) as file:
        start = file.read(_PEEK).lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b'"head"' in start and b'"vars"' in start


# A query's result


def _read_csv(path: Path, spool: Spool) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        _check_columns(path, rows.fieldnames or ())
        for row in rows:
            _spool_row({key: value or "" for key, value in row.items() if key}, f"{path.name}, line {rows.line_num}", spool)


def _read_json_results(path: Path, spool: Spool) -> None:
    with _opened(path) as file:
        try:
            result = json.load(file)
            columns, bindings = result["head"]["vars"], result["results"]["bindings"]
        except (ValueError, KeyError, TypeError) as error:
            raise KnowledgeError(f"{path.name}: not a result in the JSON format of SPARQL 1.1 ({error})") from None
    _check_columns(path, columns)
    for number, binding in enumerate(bindings, 1):
        with _laid_out(f"{path.name}, result {number}"):
            row = {key: "?" if cell.get("type") == "bnode" else str(cell.get("value", "")) for key, cell in binding.items()}
        _spool_row(row, f"{path.name}, result {number}", spool)


def _check_columns(path: Path, columns: Any) -> None:
    if missing := [column for column in NEEDED if column not in columns]:
        raise KnowledgeError(f"{path.name}: has no column {', '.join(missing)}; expected {', '.join(NEEDED)}, and perhaps end")


def _spool_row(row: dict[str, str], where: str, spool: Spool) -> None:
    person, position = _ITEM.search(row.get("person", "")), _ITEM.search(row.get("position", ""))
    if person is None or position is None:
        raise KnowledgeError(f"{where}: person and position are {row.get('person')!r}, {row.get('position')!r}; expected items (Q…)")
    start, end = _day(row.get("start", "")), _day(row.get("end", ""))
    if not start or end is None:
        spool.leave_out("without a known start or end")
        return
    country = _ITEM.search(row.get("country", ""))
    spool.add_position(position[1], row.get("positionLabel", ""), [country[1] if country else row.get("country", "")])
    gender = _ITEM.search(row.get("gender", ""))
    known = _GENDERS.get(gender[1] if gender else row.get("gender", ""), "")
    spool.add(Holding(person[1], row.get("personLabel", ""), known, row.get("familyLabel", ""), position[1], start, end))


def _day(text: str) -> str | None:
    """The date as the tables have it; "" for none, None for one that is not known."""
    day = text[:10].rstrip("Z")
    return day if not text or is_date(day) else None


# A dump


def _read_dump(path: Path, spool: Spool) -> None:
    # Persons come before and after the posts they held: the first reading learns which posts there are, the second reads those.
    for entity in _entities(path, lambda line: b'"P39"' in line or b'"P298"' in line):
        with _laid_out(f"{path.name}, {entity['id']}"):
            _spool_person(entity, spool)
            for code in _values(entity, _CODE):
                spool.add_state(entity["id"], str(code))
    for entity in _entities(path, lambda line: (item := _LINE_ITEM.search(line)) is not None and spool.is_held(item[1].decode())):
        with _laid_out(f"{path.name}, {entity['id']}"):
            lands = [value["id"] for claim in (_LAND, _COUNTRY) for value in _values(entity, claim) if isinstance(value, dict)]
            spool.add_position(entity["id"], _label(entity), lands)


def _entities(path: Path, wanted: Any) -> Iterator[dict[str, Any]]:
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            if not wanted(line):
                if number == 1 and line.strip()[:1] not in (b"[", b"{", b""):
                    raise KnowledgeError(f"{path.name}, line 1: no dump; expected an array with one entity a line")
                continue
            try:
                entity = json.loads(line.strip().rstrip(b","))
            except ValueError as error:
                raise KnowledgeError(f"{path.name}, line {number}: not JSON ({error}); expected one entity a line") from None
            if isinstance(entity, dict) and isinstance(entity.get("id"), str) and isinstance(entity.get("claims"), dict):
                yield entity


def _spool_person(entity: dict[str, Any], spool: Spool) -> None:
    name = _label(entity)
    gender = next((_GENDERS.get(value.get("id", ""), "") for value in _values(entity, _GENDER) if isinstance(value, dict)), "")
    for statement in _statements(entity, _HELD):
        position = _value(statement.get("mainsnak"))
        start, end = _qualifier(statement, _START), _qualifier(statement, _END)
        if not isinstance(position, dict) or not name:
            continue
        if not start or end is None:
            spool.leave_out("without a known start or end")
        else:
            spool.add(Holding(entity["id"], name, gender, "", str(position.get("id", "")), start, end))


def _label(entity: dict[str, Any]) -> str:
    labels = entity.get("labels") or {}
    return str((labels.get("en") or labels.get("mul") or {}).get("value", ""))


def _statements(entity: dict[str, Any], claim: str) -> list[dict[str, Any]]:
    """The statements that are not deprecated, the preferred first."""
    found = [each for each in entity["claims"].get(claim, ()) if each.get("rank") != "deprecated"]
    return sorted(found, key=lambda each: each.get("rank") != "preferred")


def _values(entity: dict[str, Any], claim: str) -> list[Any]:
    values = (_value(statement.get("mainsnak")) for statement in _statements(entity, claim))
    return [value for value in values if value is not None]


def _value(snak: Any) -> Any:
    if not isinstance(snak, dict) or snak.get("snaktype") != "value":
        return None
    return (snak.get("datavalue") or {}).get("value")


def _qualifier(statement: dict[str, Any], claim: str) -> str | None:
    """The qualifier's date; "" where there is none, None where it is not known."""
    for snak in (statement.get("qualifiers") or {}).get(claim, ()):
        if snak.get("snaktype") == "novalue":
            return ""
        value = _value(snak)
        length = _LENGTHS.get(min(value.get("precision", 0), 11)) if isinstance(value, dict) else None
        time = str(value.get("time", "")) if isinstance(value, dict) else ""
        day = time[1 : 1 + length] if length and time.startswith("+") else ""
        return day if is_date(day) else None
    return ""
