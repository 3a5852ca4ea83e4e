"""Parties of tellings, and whether those of two tellings are the same, alike or others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from whodid.incidents.words import stem

Verdict = Literal["same", "like", "other"]


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: id, name, country, and whether it is named rather than described ("protesters", "the police")."""

    id: str
    name: str
    kind: str
    country: str | None
    named: bool

    @property
    def words(self) -> frozenset[str]:
        """The words of its name."""
        return frozenset(self.name.lower().split())


def parties_of(record: Mapping[str, Any]) -> dict[str, Party]:
    """The record's actors as parties, by id."""
    return {actor["id"]: _party(actor) for actor in record.get("actors", ())}


def _party(actor: Mapping[str, Any]) -> Party:
    name = actor["name"]
    named = actor["kind"] != "group" and any(word[:1].isupper() for word in name.split())
    return Party(actor["id"], name, actor["kind"], actor.get("country"), named)


def compare_parties(some: Iterable[Party], others: Iterable[Party]) -> tuple[Verdict, tuple[str, ...]] | None:
    """Whether the parties in one role agree, with the names that say so; None where they say nothing."""
    pairs = [(a, b) for a in some for b in others]
    if same := [a.name for a, b in pairs if a.named and _same(a, b)]:
        return "same", tuple(dict.fromkeys(same))
    if like := [a.name for a, b in pairs if _like(a, b)]:
        return "like", tuple(dict.fromkeys(like))
    if pairs and all(a.named and b.named for a, b in pairs):
        return "other", tuple(dict.fromkeys(name for a, b in pairs for name in (a.name, b.name)))
    return None


# One person may be told by the family name alone: then all words of one name stand in the other.
def _same(a: Party, b: Party) -> bool:
    if a.id == b.id:
        return True
    if a.kind != b.kind or not (a.named and b.named):
        return False
    return a.words <= b.words or b.words <= a.words


def _like(a: Party, b: Party) -> bool:
    if a.kind == b.kind == "group" and _head(a) == _head(b):
        return a.country is None or b.country is None or a.country == b.country
    # Two persons of one country are two; a person and the state are told one for the other.
    return a.country is not None and a.country == b.country and not (a.kind == b.kind == "person")


def _head(party: Party) -> str:
    words = party.name.split()
    return stem(words[-1]) if words else ""
