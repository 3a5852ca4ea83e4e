"""The SQL of the store as it lies under `schema/`: statements, and the comments that tell what each table and column holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "schema"
VIEWS, ROWS = "views.sql", "rows.sql"
_HEAD = re.compile(r"^CREATE (?:OR REPLACE )?(TABLE|VIEW) (\w+)")
_COLUMN = re.compile(r"^ {4}(?P<first>\S+) .*?-- (?P<about>.+)$")
_ALIAS = re.compile(r"AS \"?(\w+)\"?,?$")


@dataclass(frozen=True, slots=True)
class Made:
    """A table or view that the SQL makes: its kind (TABLE or VIEW), what it is, and what its columns hold."""

    kind: str
    name: str
    about: str
    columns: dict[str, str]


def migrations() -> list[tuple[int, str]]:
    """All migrations in order: number and SQL. The number is what the file's name begins with."""
    files = sorted(FOLDER.glob("[0-9]*.sql"))
    return [(int(file.name.split("_")[0]), file.read_text(encoding="utf-8")) for file in files]


@cache
def newest() -> int:
    """Number of the newest migration: the form of the store that this version of whodid writes."""
    return max(number for number, _ in migrations())


@cache
def read(name: str) -> str:
    """One of the SQL files."""
    return (FOLDER / name).read_text(encoding="utf-8")


def views_hash() -> str:
    """Tells one definition of the views from another."""
    return hashlib.sha256(read(VIEWS).encode()).hexdigest()[:16]


def made_by(sql: str) -> list[Made]:
    """The tables and views that this SQL makes, with their comments."""
    found: list[Made] = []
    about, made = "", None
    for line in sql.splitlines():
        if head := _HEAD.match(line):
            made = Made(head[1], head[2], about, {})
            found.append(made)
        elif made and (column := _COLUMN.match(line)):
            alias = _ALIAS.search(line.split(" -- ")[0])
            made.columns[(alias[1] if alias else column["first"]).strip('"')] = column["about"]
        about = line.removeprefix("-- ") if line.startswith("-- ") else ""
    return found


def everything() -> list[Made]:
    """All tables and views, as the newest form has them, tables first."""
    texts = [sql for _, sql in migrations()] + [read(VIEWS)]
    return [made for sql in texts for made in made_by(sql)]


def columns_of(name: str) -> tuple[str, ...]:
    """The columns of a table or view, in order."""
    return next(tuple(made.columns) for made in everything() if made.name == name)


def comments(sql: str) -> Iterator[str]:
    """Statements that put the comments of this SQL into the database."""
    for made in made_by(sql):
        yield f"COMMENT ON {made.kind} {made.name} IS {quoted(made.about)}"
        for column, about in made.columns.items():
            yield f'COMMENT ON COLUMN {made.name}."{column}" IS {quoted(about)}'


def quoted(text: str) -> str:
    """The text as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"
