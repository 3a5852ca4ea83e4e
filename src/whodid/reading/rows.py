"""Rows of tables and objects of JSON to articles, by the usual names of their columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date as Date
from datetime import datetime
from typing import Any

from whodid.article import Article
from whodid.errors import InputError
from whodid.reading.columns import Columns, Role
from whodid.reading.days import day_of
from whodid.reading.jsonl import checked_text, kind_of_value, shown
from whodid.reading.pages import is_markup, plain_of

_NOTHING = frozenset(("", "none", "null", "nan", "nat", "n/a"))
# Services that sell the rest cut the text like this.
_CUT = re.compile(r"(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")


def article_of(row: Mapping[str, Any], columns: Columns, id: str, where: str) -> Article:
    """One row as an article; text that is HTML is freed of its tags.

    Where the text is missing or cut off, and a summary stands there, the article is an excerpt.

    Args:
        id: For rows without an id of their own.
        where: Where the row stands, for messages.

    Raises:
        InputError: Where it has no text, or a date that fixes no day.
    """
    text, excerpt = _text(row, columns, where)
    return Article(
        text=text,
        id=_said(row, columns, Role.id, where) or id,
        date=_day(row, columns, where),
        title=_said(row, columns, Role.title, where),
        url=_said(row, columns, Role.url, where),
        source=_said(row, columns, Role.source, where),
        language=_said(row, columns, Role.language, where),
        author=_said(row, columns, Role.author, where),
        excerpt=excerpt or None,
        origin=where,
    )


def _text(row: Mapping[str, Any], columns: Columns, where: str) -> tuple[str, bool]:
    """The text, and whether it is an excerpt alone."""
    text = _value(row, columns[Role.text])
    if text is None and (summary := _value(row, columns[Role.summary])) is not None:
        return plain_of(checked_text(str(summary), columns[Role.summary] or "", where)), True
    if not isinstance(text, str):
        found = "empty" if text is None else kind_of_value(text)
        raise InputError(f'{where}: "{columns[Role.text]}" is {found}; expected the text of the article', code="no-text")
    plain = plain_of(checked_text(text, columns[Role.text] or "", where)) if is_markup(text) else checked_text(text, "text", where)
    if not plain.strip():
        raise InputError(f'{where}: "{columns[Role.text]}" is empty; expected the text of the article', code="no-text")
    return plain, bool(_CUT.search(plain))


def _value(row: Mapping[str, Any], column: str | None) -> Any:
    """What stands in a column; None for what programs write where there is nothing."""
    value = row.get(column) if column is not None else None
    if isinstance(value, str) and value.strip().lower() in _NOTHING:
        return None
    return None if value != value else value  # NaN alone differs from itself.


def _said(row: Mapping[str, Any], columns: Columns, role: Role, where: str) -> str | None:
    return _in_words(_value(row, columns[role]), columns[role] or role.value, where)


def _in_words(value: Any, column: str, where: str) -> str | None:
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("name", "title", "id", "uri") if value.get(key)), None)
    if isinstance(value, (list, tuple)):
        return "; ".join(words for item in value if (words := _in_words(item, column, where))) or None
    if value is None or isinstance(value, bool):
        return None
    return checked_text(str(value).strip(), column, where) or None


def _day(row: Mapping[str, Any], columns: Columns, where: str) -> Date | None:
    value = _value(row, columns[Role.date])
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, Date):
        return value
    if isinstance(value, (str, int, float)) and (day := day_of(str(value).removesuffix(".0"))):
        return day
    found = shown(value) if isinstance(value, str) else kind_of_value(value)
    message = f'{where}: "{columns[Role.date]}" is {found}; expected a day that can be read in one way only (YYYY-MM-DD), or none at all'
    raise InputError(message, code="bad-date")
