"""The user's own entries: a YAML file with the tables' field names, whose entries add to the package's or override them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from whodid.errors import KnowledgeError
from whodid.knowledge.dates import is_after
from whodid.knowledge.entries import Office, Tenure
from whodid.knowledge.tables import (
    MEMBERSHIPS,
    OFFICES,
    ORGANIZATIONS,
    PERSONS,
    STATES,
    TENURES,
    Line,
    Located,
    Row,
    Table,
    check_dates,
    wrong,
)

TABLES: dict[str, Table[Any]] = {
    table.file.removesuffix(".csv"): table for table in (STATES, PERSONS, OFFICES, TENURES, ORGANIZATIONS, MEMBERSHIPS)
}
LISTS = frozenset({"aliases", "adjectives", "demonyms", "metonyms", "names"})
# What a new entry has to have; one that overrides ours needs only its key.
_NEEDED = {
    "states": ("code", "name"),
    "persons": ("id", "name"),
    "offices": ("id", "title", "role"),
    "tenures": ("office", "person", "start"),
    "organizations": ("id", "name", "kind"),
    "memberships": ("organization", "state", "predicate"),
}
# By what an entry of the package is found that one of the user's overrides.
_KEYS = {"states": ("code",), "memberships": ("organization", "state", "predicate")}
# With this the entry stands as it is, and nothing of the package's is kept.
_ALONE = "replace"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{3}")
_NOTHING = frozenset({"", "null", "~"})

Report = Callable[[KnowledgeError], None]


@dataclass(slots=True)
class OwnEntry:
    """One entry of the user's file: the fields it gives, and whether it takes the whole place of ours."""

    row: Row
    number: int
    alone: bool


@dataclass(slots=True)
class Own:
    """The user's file by table; without a file it is empty."""

    file: Path = Path()
    entries: dict[str, list[OwnEntry]] = field(default_factory=dict)

    def over(self, rows: list[Located], table: Table[Any], report: Report) -> list[Located]:
        """The package's rows with the user's: names are added to ours, other fields take their place, new entries are put in order."""
        name = table.file.removesuffix(".csv")
        if not self.entries.get(name):
            return rows
        key = _KEYS.get(name, ("id",))
        if name == "memberships":
            return self._memberships_over(rows, key)
        found = {tuple(row.row[column] for column in key): row for row in rows}
        given: dict[tuple[str, ...], int] = {}
        for own in self.entries[name]:
            at = tuple(own.row.get(column, "") for column in key)
            row = _merged(found.get(at), own, table)
            if at in given:
                report(wrong(self.file, own.number, f"{' '.join(at)} stands there twice, before in line {given[at]}"))
            given[at] = own.number
            if missing := [column for column in _NEEDED[name] if not row[column]]:
                report(wrong(self.file, own.number, f"{' '.join(at)} is new and has no {', '.join(missing)}; expected one"))
            else:
                found[at] = Located(row, own.number, self.file.name)
        return sorted(found.values(), key=lambda row: [row.row[column] for column in table.key])

    def rows(self, table: Table[Any]) -> list[Located]:
        """The user's entries of one table as rows."""
        own = self.entries.get(table.file.removesuffix(".csv"), ())
        return [Located(_merged(None, entry, table), entry.number, self.file.name) for entry in own]

    def _memberships_over(self, rows: list[Located], key: tuple[str, ...]) -> list[Located]:
        """All memberships; what the user says of a state in an organization takes the place of all that we say of it."""
        own = self.rows(MEMBERSHIPS)
        told = {tuple(row.row[column] for column in key) for row in own}
        kept = [row for row in rows if tuple(row.row[column] for column in key) not in told]
        return sorted([*kept, *own], key=lambda row: [row.row[column] for column in MEMBERSHIPS.key])


def _merged(ours: Located | None, own: OwnEntry, table: Table[Any]) -> Row:
    row = dict(ours.row) if ours is not None and not own.alone else dict.fromkeys(table.columns, "")
    for column, value in own.row.items():
        known = row[column].split(";") if column in LISTS and row[column] else []
        row[column] = ";".join(dict.fromkeys([*known, *value.split(";")])) if known and value else value
    return row


def tenures_over(ours: Sequence[Line[Tenure]], own: Sequence[Line[Tenure]], offices: Mapping[str, Office]) -> list[Line[Tenure]]:
    """All tenures by office and start: where the user's overlap with ours, ours give way.

    Ours of the same person in the same office are left out. In an office with one seat, another's ends where the user's begins, begins
    where it ends, or is left out.
    """
    rivals: dict[str, list[Tenure]] = {}
    for line in own:
        rivals.setdefault(line.entry.office, []).append(line.entry)
    kept = list(own)
    for line in ours:
        tenure: Tenure | None = line.entry
        for rival in rivals.get(line.entry.office, ()):
            tenure = tenure and _beside(tenure, rival, single=line.entry.office in offices and offices[line.entry.office].seats == 1)
        if tenure is not None:
            kept.append(replace(line, entry=tenure))
    return sorted(kept, key=lambda line: (line.entry.office, line.entry.start, line.entry.person))


def _beside(ours: Tenure, rival: Tenure, *, single: bool) -> Tenure | None:
    """What is left of our tenure beside the user's."""
    if (ours.end and not is_after(ours.end, rival.start)) or (rival.end and not is_after(rival.end, ours.start)):
        # They only touch; one that ends on the day it begins still stands in the other's way.
        return None if ours.person == rival.person and ours.start == rival.start else ours
    if ours.person == rival.person:
        return None
    if not single:
        return ours
    if is_after(rival.start, ours.start):
        return replace(ours, end=rival.start)
    if rival.end and (ours.end is None or is_after(ours.end, rival.end)):
        return replace(ours, start=rival.end)
    return None


def read_own(path: Path, report: Report) -> Own:
    """Read the user's file; what is wrong with an entry is reported, and the entry left out.

    Raises:
        KnowledgeError: Where the file cannot be read, or is no YAML with tables in it.
    """
    import yaml

    try:
        with path.open("rb") as file:
            root = yaml.compose(file, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror or error}); expected a YAML file of your own entries") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path.name}, line {mark.line + 1}" if mark else path.name
        raise KnowledgeError(f"{where}: not YAML ({getattr(error, 'problem', None) or error})") from None
    own = Own(path)
    for table, entries in _sections(path, root):
        for node in entries:
            try:
                own.entries.setdefault(table, []).append(_entry(path, table, node))
            except KnowledgeError as error:
                report(error)
    return own


def _sections(path: Path, root: Any) -> Iterator[tuple[str, list[Any]]]:
    if root is None:
        return
    if root.id != "mapping":
        raise wrong(path, 1, f"expected tables ({', '.join(TABLES)}) with lists of entries")
    for name, entries in root.value:
        if name.id != "scalar" or name.value not in TABLES:
            raise wrong(path, name.start_mark.line + 1, f'no table "{name.value}"{_nearest(str(name.value), TABLES)}')
        if entries.id == "sequence":
            yield name.value, entries.value
        elif entries.id != "scalar" or entries.value not in _NOTHING:
            raise wrong(path, name.start_mark.line + 1, f"{name.value}: expected a list of entries, each after a dash")


def _entry(path: Path, table: str, node: Any) -> OwnEntry:
    number = node.start_mark.line + 1
    if node.id != "mapping":
        raise wrong(path, number, f"in {table}: expected an entry with fields such as {', '.join(_NEEDED[table])}")
    fields = dict(_field(path, table, key, value) for key, value in node.value)
    alone = fields.pop(_ALONE, "") == "true"
    check_dates(path, number, fields)
    if missing := [column for column in _KEYS.get(table, ("id",)) if table != "tenures" and not fields.get(column)]:
        raise wrong(path, number, f"an entry in {table} has no {', '.join(missing)}; expected one")
    if table == "tenures" and (missing := [column for column in _NEEDED[table] if not fields.get(column)]):
        raise wrong(path, number, f"an entry in tenures has no {', '.join(missing)}; expected one")
    _check_forms(path, number, fields)
    return OwnEntry(fields, number, alone)


def _field(path: Path, table: str, key: Any, value: Any) -> tuple[str, str]:
    number, name = key.start_mark.line + 1, str(key.value)
    if name not in (*TABLES[table].columns, _ALONE):
        raise wrong(path, number, f'{table} have no field "{name}"{_nearest(name, TABLES[table].columns)}')
    if value.id == "scalar":
        words = [] if value.value in _NOTHING else [value.value]
    elif value.id == "sequence" and name in LISTS and all(item.id == "scalar" for item in value.value):
        words = [item.value for item in value.value]
    else:
        raise wrong(path, number, f"{name}: expected {'a list of names' if name in LISTS else 'one value'}")
    if any(";" in word for word in words):
        raise wrong(path, number, f'{name}: a value may not hold ";"; expected a list with a dash before each')
    return name, ";".join(" ".join(word.split()) for word in words)


def _check_forms(path: Path, number: int, fields: Row) -> None:
    if (code := fields.get("code")) and not _CODE.fullmatch(code):
        raise wrong(path, number, f'code is "{code}"; expected three capitals, as in ISO 3166-1')
    if (id := fields.get("id")) and not _ID.fullmatch(id):
        raise wrong(path, number, f'id is "{id}"; expected small letters, digits and hyphens')
    if (seats := fields.get("seats")) and not seats.isdecimal():
        raise wrong(path, number, f'seats is "{seats}"; expected a number, 0 for any')


def _nearest(name: str, known: Any) -> str:
    near = get_close_matches(name, list(known), 1)
    return f"; nearest: {near[0]}" if near else f"; expected one of {', '.join(known)}"
