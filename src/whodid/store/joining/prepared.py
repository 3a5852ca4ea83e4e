"""What joining needs of each article, made from its record when it is asked for, and kept while it is likely to be asked for again."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from whodid.article import host_of
from whodid.incidents import Outline, Signature, Telling, outline, signature, tellings
from whodid.incidents.outlines import article_words

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Articles that are kept prepared: some 20 kB each.
_KEPT = 20_000
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article as joining sees it."""

    coding: int
    outline: Outline
    signature: Signature
    tellings: tuple[Telling, ...]
    outlet: str | None


class Articles:
    """The articles of a store, prepared; by their keys."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection
        self._kept: OrderedDict[str, Prepared] = OrderedDict()

    def load(self, keys: Iterable[str]) -> None:
        """Prepare these articles, in bulk, as far as they are not yet."""
        missing = sorted({key for key in keys if key not in self._kept})
        for start in range(0, len(missing), _CHUNK):
            for key, coding, record in self._connection.execute(_RECORDS, [json.dumps(missing[start : start + _CHUNK])]).fetchall():
                self._kept[key] = _prepared(key, coding, json.loads(record))
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def __getitem__(self, key: str) -> Prepared:
        if key not in self._kept:
            self.load([key])
        self._kept.move_to_end(key)
        return self._kept[key]


_RECORDS = """
SELECT article, coding, record FROM articles JOIN codings USING (article, coding) WHERE article IN (SELECT unnest(?::JSON::VARCHAR[]))
"""


def _prepared(key: str, coding: int, record: dict[str, Any]) -> Prepared:
    words = article_words(record)
    about = outline(record, key, words)
    text = signature(record["text"], key, words, about.names)
    return Prepared(coding, about, text, tellings(record, key), outlet_of(record))


def outlet_of(record: dict[str, Any]) -> str | None:
    """The outlet: the record's source, else the host of its address; None where neither is known."""
    return record.get("source") or host_of(record.get("url"))
