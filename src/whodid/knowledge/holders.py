"""Office holders on their way from Wikidata into a file of own entries: spooled to disk, matched with our tables, written as YAML."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import BinaryIO

from whodid.knowledge.dates import is_after
from whodid.knowledge.entries import LEADING_ROLES, Office, State
from whodid.knowledge.names import normalise
from whodid.knowledge.world import Knowledge

_TABLES = """
    CREATE TABLE held (person, name, gender, family, position, start, end, UNIQUE (person, position, start, end));
    CREATE TABLE position (id PRIMARY KEY, title, code, office);
    CREATE TABLE land (position, rank, land);
    CREATE TABLE state (id PRIMARY KEY, code);
    CREATE TABLE person (item PRIMARY KEY, id UNIQUE, known);
    CREATE INDEX held_by_position ON held (position);
    CREATE INDEX position_by_office ON position (office);
    CREATE INDEX land_by_position ON land (position);
"""
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ə": "a"})


@dataclass(frozen=True, slots=True)
class Holding:
    """One person in one post, by their Wikidata items, from start to end; `end` is "" for still."""

    person: str
    name: str
    gender: str
    family: str
    position: str
    start: str
    end: str


@dataclass
class Spool:
    """Holdings on disk, so that memory does not grow with them.

    Attributes:
        since: Holdings that ended before this are left out.
        leading: Whether only heads of state and government, foreign and defence ministers are wanted.
        left_out: Why holdings were left out, and how many.
    """

    since: str = ""
    leading: bool = False
    left_out: Counter[str] = field(default_factory=Counter)

    @cached_property
    def connection(self) -> sqlite3.Connection:
        """A database of its own, in a file that goes with it."""
        connection = sqlite3.connect("")
        connection.executescript(_TABLES)
        return connection

    def add(self, holding: Holding) -> None:
        """Add a holding."""
        if holding.end and self.since and is_after(self.since, holding.end):
            self.leave_out(f"ended before {self.since}")
            return
        if holding.end and is_after(holding.start, holding.end):
            self.leave_out("ending before they start")
            return
        values = (holding.person, holding.name, holding.gender, holding.family, holding.position, holding.start, holding.end)
        self.connection.execute("INSERT OR IGNORE INTO held VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        self.connection.execute("INSERT OR IGNORE INTO position (id) VALUES (?)", (holding.position,))

    def add_position(self, id: str, title: str, lands: Iterable[str]) -> None:
        """Add what a post is called, and whose it may be (items or codes of states), the likeliest first."""
        known = self.connection.execute("SELECT title FROM position WHERE id = ?", (id,)).fetchone()
        if known and known[0]:
            return
        self.connection.execute("INSERT INTO position (id, title) VALUES (?, ?) ON CONFLICT DO UPDATE SET title = ?", (id, title, title))
        self.connection.executemany("INSERT INTO land VALUES (?, ?, ?)", ((id, rank, land) for rank, land in enumerate(lands)))

    def add_state(self, id: str, code: str) -> None:
        """Add a state's code."""
        self.connection.execute("INSERT OR IGNORE INTO state VALUES (?, ?)", (id, code))

    def is_held(self, position: str) -> bool:
        """Whether somebody holds this post."""
        return self.connection.execute("SELECT 1 FROM position WHERE id = ?", (position,)).fetchone() is not None

    @property
    def is_empty(self) -> bool:
        """Whether nobody is on it."""
        return self.connection.execute("SELECT 1 FROM held").fetchone() is None

    def leave_out(self, why: str, number: int = 1) -> None:
        """Count what is left out."""
        self.left_out[why] += number


@dataclass(frozen=True, slots=True)
class Written:
    """How much went into the file."""

    persons: int
    offices: int
    tenures: int


def write_holders(spool: Spool, knowledge: Knowledge, out: BinaryIO, source: str) -> Written:
    """Write the spooled holders as own entries (YAML): persons and offices that our tables lack, and all tenures."""
    return _Writing(spool, knowledge, out, source).write()


class _Writing:
    def __init__(self, spool: Spool, knowledge: Knowledge, out: BinaryIO, source: str) -> None:
        self._spool, self._knowledge, self._out, self._source = spool, knowledge, out, source
        self._sql = spool.connection
        self._offices: dict[str, Office] = {}
        self._persons = {person.wikidata: person for person in knowledge.persons.values() if person.wikidata}
        self._named = {(normalise(person.name), person.country): person for person in knowledge.persons.values()}

    def write(self) -> Written:
        for state in self._knowledge.states.values():
            if state.wikidata:
                self._spool.add_state(state.wikidata, state.code)
        self._match_offices()
        self._match_persons()
        self._say(f"# Office holders from {self._source}, made by whodid knowledge import.\n")
        return Written(self._write_persons(), self._write_offices(), self._write_tenures())

    def _match_offices(self) -> None:
        rows = self._sql.execute("SELECT id, title FROM position ORDER BY length(id), id").fetchall()
        ours = {(office.country, normalise(office.title)): office for office in self._knowledge.offices.values()}
        for position, title in rows:
            code = self._code(position) if title else None
            if code is None or title.lower().startswith("member of"):
                self._spool.leave_out("in posts without a state that we know, or in a parliament", self._number_in(position))
                continue
            office = ours.get((code, normalise(title))) or self._new_office(position, title, self._knowledge.states[code])
            if self._spool.leading and office.role not in LEADING_ROLES:
                self._spool.leave_out("in other posts than the leading ones", self._number_in(position))
                continue
            self._offices.setdefault(office.id, office)
            self._sql.execute("UPDATE position SET code = ?, office = ? WHERE id = ?", (code, office.id, position))

    def _number_in(self, position: str) -> int:
        return int(self._sql.execute("SELECT count(*) FROM held WHERE position = ?", (position,)).fetchone()[0])

    def _code(self, position: str) -> str | None:
        query = "SELECT coalesce(state.code, land.land) FROM land LEFT JOIN state ON state.id = land.land WHERE position = ? ORDER BY rank"
        codes = (code for (code,) in self._sql.execute(query, (position,)))
        return next((code for code in codes if code in self._knowledge.states), None)

    def _new_office(self, position: str, title: str, state: State) -> Office:
        """Our office of this role, where the state has one and its holder is called so (a king is no president); else a new one."""
        noun = _noun(title, state)
        role = self._roles.get(noun, "other")
        if role in LEADING_ROLES:
            same = [office for office in self._knowledge.offices.values() if office.country == state.code and office.role == role]
            if len(same) == 1 and noun in map(normalise, same[0].names):
                return same[0]
        title = title[0].upper() + title[1:]
        if noun == normalise(title):
            title = f"{title} of {state.name}"
        id = slug(title)
        if id in self._knowledge.offices or id in self._offices:
            id = f"{id}-{position.lower()}"
        return Office(id, title, (noun,), state.code, None, role)

    @cached_property
    def _roles(self) -> dict[str, str]:
        """Which role a noun tells: that of most of our offices whose holders are called so."""
        counts: dict[str, Counter[str]] = {}
        for office in self._knowledge.offices.values():
            for name in office.names if office.country else ():
                counts.setdefault(normalise(name), Counter())[office.role] += 1
        return {name: roles.most_common(1)[0][0] for name, roles in counts.items()}

    def _match_persons(self) -> None:
        query = (
            "SELECT held.person, min(held.name), position.code FROM held JOIN position ON position.id = held.position"
            " WHERE office IS NOT NULL GROUP BY held.person ORDER BY length(held.person), held.person"
        )
        for item, name, code in self._sql.execute(query):
            ours = self._persons.get(item) or self._named.get((normalise(name), code))
            if ours is not None and ours.wikidata in (None, item):
                self._sql.execute("INSERT OR IGNORE INTO person VALUES (?, ?, ?)", (item, ours.id, 2 if ours.wikidata else 1))
                if self._sql.execute("SELECT 1 FROM person WHERE item = ?", (item,)).fetchone():
                    continue
            id = slug(name) or item.lower()
            taken = id in self._knowledge.persons or self._sql.execute("SELECT 1 FROM person WHERE id = ?", (id,)).fetchone()
            self._sql.execute("INSERT INTO person VALUES (?, ?, 0)", (item, f"{id}-{item.lower()}" if taken else id))

    def _write_persons(self) -> int:
        query = (
            "SELECT person.id, person.item, person.known, held.name, held.family, held.gender, position.code FROM person"
            " JOIN held ON held.person = person.item JOIN position ON position.id = held.position WHERE office IS NOT NULL"
            " GROUP BY person.id ORDER BY person.id"
        )
        number = 0
        for id, item, known, name, family, gender, code in self._sql.execute(query):
            if known == 2:
                continue
            entry = {"id": id, "wikidata": item}
            if not known:
                entry |= {"name": name, "family": family, "gender": gender, "country": code, "source": self._source}
            self._entry("persons", entry, first=number == 0)
            number += 1
        return number

    def _write_offices(self) -> int:
        number = 0
        for office in sorted(self._offices.values(), key=lambda office: office.id):
            if office.id not in self._knowledge.offices:
                office = self._offices[office.id] = replace(office, seats=self._seats(office.id))
                entry = {"id": office.id, "title": office.title, "names": list(office.names), "country": office.country or ""}
                self._entry("offices", {**entry, "role": office.role, "seats": str(office.seats)}, first=number == 0)
                number += 1
        return number

    def _seats(self, office: str) -> int:
        terms = list(self._terms(office))
        alone = all(before[2] and not is_after(before[2], after[1]) for before, after in zip(terms, terms[1:], strict=False))
        return 1 if alone else 0

    def _write_tenures(self) -> int:
        number = 0
        for office in sorted(self._offices):
            for person, start, end in self._seated(office):
                entry = {"office": office, "person": person, "start": start, "end": end, "source": self._source}
                self._entry("tenures", entry, first=number == 0)
                number += 1
        return number

    def _seated(self, office: str) -> Iterator[tuple[str, str, str]]:
        """The terms; in an office with one seat, each ends at the latest where the next begins."""
        terms = list(self._terms(office))
        for (person, start, end), after in zip(terms, [*terms[1:], None], strict=True):
            if after is not None and self._offices[office].seats == 1 and (not end or is_after(end, after[1])):
                end = after[1]
            yield person, start, end

    def _terms(self, office: str) -> Iterator[tuple[str, str, str]]:
        """Who, from when to when, by start: what two statements say of one person and overlaps is one term."""
        query = (
            "SELECT person.id, start, end FROM held JOIN person ON person.item = held.person JOIN position ON position.id = held.position"
            " WHERE office = ? ORDER BY person.id, start, end"
        )
        terms = []
        for person, rows in groupby(self._sql.execute(query, (office,)), key=lambda row: row[0]):
            begun: tuple[str, str] | None = None
            for _, start, end in rows:
                if begun is None or (begun[1] and is_after(start, begun[1])):
                    terms += [(person, *begun)] if begun else []
                    begun = (start, end)
                else:
                    begun = (begun[0], "" if not end or not begun[1] else max(begun[1], end))
            terms += [(person, *begun)] if begun else []
        return iter(sorted(terms, key=lambda term: (term[1], term[0])))

    def _entry(self, table: str, fields: Mapping[str, object], *, first: bool) -> None:
        lines = [f"{table}:\n"] if first else []
        told = [(key, value) for key, value in fields.items() if value]
        lines += [f"  {' ' if i else '-'} {key}: {json.dumps(value, ensure_ascii=False)}\n" for i, (key, value) in enumerate(told)]
        self._say("".join(lines))

    def _say(self, text: str) -> None:
        self._out.write(text.encode("utf-8", "replace"))


def slug(name: str) -> str:
    """The form of ids: "Želimir Brandt" is zelimir-brandt.

    Example:
        >>> slug("Øystein N'Goma")
        'oystein-n-goma'
    """
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return "-".join(re.findall("[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter))))


def _noun(title: str, state: State) -> str:
    """How the holder is called: the title without the state's name ("Prime Minister of Norland": prime minister)."""
    noun = normalise(title)
    for words in sorted((state.name, *state.aliases, *state.adjectives), key=len, reverse=True):
        name = normalise(words)
        for suffix in (f" of the {name}", f" of {name}"):
            noun = noun.removesuffix(suffix)
        for prefix in (f"{name} ", f"the {name} "):
            noun = noun.removeprefix(prefix)
    return noun
