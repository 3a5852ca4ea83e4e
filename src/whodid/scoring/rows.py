"""A row of gold, read field by field; what is missing or malformed is an error that names file, line, field and mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from whodid.article import Article
from whodid.errors import InputError
from whodid.scoring.figures import Stretch


@dataclass(frozen=True, slots=True)
class Row:
    """One object of a gold file, or of a list in it.

    Attributes:
        where: How messages name it: 'mine.jsonl, line 3, "events" 2'.
        length: Of the text that its spans lie in; None where it has none.
    """

    fields: dict[str, Any]
    where: str
    length: int | None = None

    def text(self, key: str) -> str:
        """The text under this key, which has to be there."""
        value = self.fields.get(key)
        if not isinstance(value, str) or not value:
            raise self.wrong(key, "a text")
        return value

    def maybe_text(self, key: str) -> str | None:
        """The text under this key; None where there is none."""
        value = self.fields.get(key)
        if value is not None and not isinstance(value, str):
            raise self.wrong(key, "a text, or nothing at all")
        return value or None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one alone may stand without the list."""
        value = self.fields.get(key)
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, "a list of texts")
        return tuple(value)

    def number(self, key: str) -> float | None:
        """A number; None where there is none."""
        value = self.fields.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, (int, float))):
            raise self.wrong(key, "a number, or nothing at all")
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false."""
        value = self.fields.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def span(self, key: str) -> Stretch:
        """Where words stand: [start, end]."""
        return self._span(self.fields.get(key), key)

    def maybe_span(self, key: str) -> Stretch | None:
        """Where words stand, or None."""
        return None if self.fields.get(key) in (None, []) else self.span(key)

    def spans(self, key: str) -> tuple[Stretch, ...]:
        """A list of [start, end]; nothing is none."""
        value = self.fields.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self.wrong(key, "a list of [start, end]")
        return tuple(self._span(one, key) for one in value)

    def own_span(self) -> Stretch:
        """The row's own "start" and "end"."""
        return self._span([self.fields.get("start"), self.fields.get("end")], "start")

    def rows(self, key: str) -> Iterator[Row]:
        """The objects of a list; nothing is none."""
        value = self.fields.get(key)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.wrong(key, "a list of objects")
        for number, one in enumerate(value, 1):
            yield Row(one, f'{self.where}, "{key}" {number}', self.length)

    def rows_in(self, key: str) -> Iterator[Row]:
        """The one object under this key, if there is one."""
        value = self.fields.get(key)
        if value is not None and not isinstance(value, dict):
            raise self.wrong(key, "an object, or nothing at all")
        if value:
            yield Row(value, f'{self.where}, "{key}"', self.length)

    def article(self) -> Article:
        """The row's text with what it says of itself; a date that is none ("9:55 AM") is left out."""
        text = self.text("text")
        source = self.maybe_text("source") if isinstance(self.fields.get("source"), str) else None  # a party's span, in marked sentences
        return Article(text, id=self.id(), date=self._day(), title=self.maybe_text("title"), url=self.maybe_text("url"), source=source)

    def id(self) -> str:
        """Its id."""
        return str(self.fields["id"])

    def wrong(self, key: str, wanted: str) -> InputError:
        """The error that says what stands under the key and what should."""
        if key not in self.fields:
            return InputError(f'{self.where}: has no "{key}"; expected {wanted}', code="gold")
        shown = repr(self.fields[key])
        shown = shown if len(shown) <= 60 else shown[:59] + "…"
        return InputError(f'{self.where}: "{key}" is {shown}; expected {wanted}', code="gold")

    def _span(self, value: Any, key: str) -> Stretch:
        pair = [value.get("start"), value.get("end")] if isinstance(value, dict) else value
        if isinstance(pair, list) and len(pair) == 2:
            start, end = pair
            whole = type(start) is int and type(end) is int
            if whole and 0 <= start < end and (self.length is None or end <= self.length):
                return start, end
        within = "" if self.length is None else f" within the text's {self.length} characters"
        raise self.wrong(key, f"[start, end]{within}")

    def _day(self) -> Date | None:
        try:
            return Date.fromisoformat(self.maybe_text("date") or "")
        except ValueError:
            return None
