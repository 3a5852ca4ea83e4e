"""What changed between two runs: the events of each article that both coded, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from whodid.errors import StoreError
from whodid.store.connecting import told
from whodid.store.store import Store

Event = dict[str, Any]
# Ids count the events and quotes of their record; what they point to is compared instead.
_IDS = ("id", "same_as", "attribution")
# A run goes on with what earlier runs of the same coder began: its coding of an article may be theirs.
_BOTH = """
SELECT a.article, a.coding, b.coding
FROM codings AS a JOIN codings AS b USING (article)
WHERE a.coder = $first AND a.run <= $first_run AND b.coder = $second AND b.run <= $second_run
ORDER BY b.coding
"""
# Articles whose records are held at a time.
_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Change:
    """One event that two codings of an article tell differently.

    Attributes:
        article: Key of the article; `article_id` is the id in its record.
        kind: added (only the second coding has it), gone (only the first has) or changed.
        event: Its id in the second coding; in the first, where it is gone.
        type, trigger: Its type and the words that tell it.
        fields: For a changed event the fields that differ, each with its value before and after.
    """

    article: str
    article_id: str
    kind: Literal["added", "gone", "changed"]
    event: str
    type: str
    trigger: str
    fields: dict[str, tuple[Any, Any]]

    def to_dict(self) -> dict[str, Any]:
        """The change as plain JSON values."""
        fields = {name: {"before": before, "after": after} for name, (before, after) in self.fields.items()}
        known = {"article": self.article, "article_id": self.article_id, "change": self.kind, "event": self.event, "type": self.type}
        return {**known, "trigger": self.trigger, **({"fields": fields} if fields else {})}


def differences(store: Store, first: int, second: int) -> Iterator[Change]:
    """The changes from the first run to the second, article by article; articles that only one of the runs coded are left out.

    Raises:
        StoreError: Where there is no such run, or both were made by the same coder.
    """
    coders = _coder(store, first), _coder(store, second)
    if coders[0] == coders[1]:
        message = f"runs {first} and {second} were coded by the same versions; nothing can differ. whodid store info --store {store.path}"
        raise StoreError(message, code="store-query")
    values = {"first": coders[0], "first_run": first, "second": coders[1], "second_run": second}
    with told(store.path):
        both = store.connection.execute(_BOTH, values).fetchall()
    for start in range(0, len(both), _CHUNK):
        some = both[start : start + _CHUNK]
        records = dict(store.texts(sorted(number for _, *numbers in some for number in numbers)))
        for article, before, after in some:
            yield from compare(article, json.loads(records[before]), json.loads(records[after]))


def _coder(store: Store, run: int) -> int:
    with told(store.path):
        runs = dict(store.connection.execute("SELECT run, coder FROM runs ORDER BY run").fetchall())
    if run not in runs:
        there = f"runs 1 to {max(runs)}" if runs else "no run at all"
        raise StoreError(f"{store.path}: has no run {run}; there are {there}: whodid store info --store {store.path}", code="store-query")
    return int(runs[run])


def compare(article: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    """The changes between two records of one article, in the order of the text."""
    pairs = _paired(before["events"], after["events"])
    same = {old["id"]: new["id"] for old, new in pairs}
    changes = [(new, Change(*_named(article, after, "changed", new), _fields(before, after, old, new, same))) for old, new in pairs]
    changes = [(event, change) for event, change in changes if change.fields]
    partners = {id(event) for pair in pairs for event in pair}
    for kind, record in (("gone", before), ("added", after)):
        changes += [(event, Change(*_named(article, record, kind, event), {})) for event in record["events"] if id(event) not in partners]
    yield from (change for _, change in sorted(changes, key=lambda item: (item[0]["trigger"]["start"], item[1].kind, item[1].event)))


def _named(article: str, record: dict[str, Any], kind: Any, event: Event) -> tuple[str, str, Any, str, str, str]:
    return article, record.get("id", ""), kind, event["id"], event["type"], event["trigger"]["text"]


def _paired(before: list[Event], after: list[Event]) -> list[tuple[Event, Event]]:
    """Events of both that are the same telling: those with the same words first, then the likest of the same sentence and type."""
    candidates = [
        (_likeness(old, new), -place, -other, old, new)
        for place, old in enumerate(before)
        for other, new in enumerate(after)
        if _overlap(old["trigger"], new["trigger"]) or (old["evidence"] == new["evidence"] and old["type"] == new["type"])
    ]
    pairs, taken = [], set[int]()
    for *_, old, new in sorted(candidates, key=lambda item: item[:3], reverse=True):
        if not {id(old), id(new)} & taken:
            taken |= {id(old), id(new)}
            pairs.append((old, new))
    return pairs


def _likeness(old: Event, new: Event) -> tuple[bool, int]:
    return old["trigger"] == new["trigger"], sum(old.get(name) == value for name, value in new.items() if name not in _IDS)


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _fields(before: dict[str, Any], after: dict[str, Any], old: Event, new: Event, same: dict[str, str]) -> dict[str, tuple[Any, Any]]:
    names = [name for name in {**old, **new} if name not in _IDS]
    fields = {name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)}
    said = _sayings(before, old), _sayings(after, new)
    if said[0] != said[1]:
        fields["attribution"] = said
    if same.get(old.get("same_as", ""), old.get("same_as")) != new.get("same_as"):
        fields["same_as"] = old.get("same_as"), new.get("same_as")
    return fields


def _sayings(record: dict[str, Any], event: Event) -> list[str]:
    """The quotes that carry the event, by what they say rather than by their number."""
    quotes = {quote["id"]: quote for quote in record["quotes"]}
    found = [quotes[id] for id in event["attribution"] if id in quotes]
    return [" … ".join(part["text"] for part in quote["content"]) for quote in found]
