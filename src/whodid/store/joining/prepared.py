"""What joining needs of each article, made from its record when it is asked for, and kept while it is likely to be asked for again."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from whodid.incidents import Outline, Signature, Telling, outline, signature, tellings

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Articles that are kept prepared: some 40 kB each.
_KEPT = 12_000
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article as joining sees it."""

    coding: int
    outline: Outline
    tellings: tuple[Telling, ...]
    outlet: str | None


class Articles:
    """The articles of a store, prepared; by their keys."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection
        self._kept: OrderedDict[str, Prepared] = OrderedDict()
        self._signatures: OrderedDict[str, Signature] = OrderedDict()

    def load(self, keys: Iterable[str]) -> None:
        """Prepare these articles, in bulk, as far as they are not yet."""
        missing = sorted({key for key in keys if key not in self._kept})
        for key, coding, record in self._records(missing):
            self._keep(key, coding, record)

    def __getitem__(self, key: str) -> Prepared:
        if key not in self._kept:
            self.load([key])
        self._kept.move_to_end(key)
        return self._kept[key]

    def signature(self, key: str) -> Signature:
        """The article's text as near copies are found by."""
        if key not in self._signatures:
            for found, _, record in self._records([key]):
                self._sign(found, record)
        self._signatures.move_to_end(key)
        return self._signatures[key]

    def _records(self, keys: list[str]) -> Iterator[tuple[str, int, dict[str, Any]]]:
        sql = """
            SELECT article, coding, record FROM articles JOIN codings USING (article, coding)
            WHERE article IN (SELECT unnest(?::JSON::VARCHAR[]))
        """
        for start in range(0, len(keys), _CHUNK):
            for key, coding, record in self._connection.execute(sql, [json.dumps(keys[start : start + _CHUNK])]).fetchall():
                yield key, coding, json.loads(record)

    def _keep(self, key: str, coding: int, record: dict[str, Any]) -> None:
        self._sign(key, record)
        self._kept[key] = Prepared(coding, outline(record, key), tellings(record, key), outlet_of(record))
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def _sign(self, key: str, record: dict[str, Any]) -> None:
        boilerplate = [(span["start"], span["end"]) for span in record.get("boilerplate", ())]
        self._signatures[key] = signature(record["text"], key, boilerplate)
        if len(self._signatures) > _KEPT:
            self._signatures.popitem(last=False)


def outlet_of(record: dict[str, Any]) -> str | None:
    """The outlet: the record's source, else the host of its address; None where neither is known."""
    if source := record.get("source"):
        return str(source)
    host = urlsplit(record.get("url") or "").hostname
    return host.removeprefix("www.") if host else None
