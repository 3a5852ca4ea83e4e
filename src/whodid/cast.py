"""Who takes part in an article: the actors, and the words that stand for them. Made by the actors room, read by the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from whodid.record import Actor, Mention
from whodid.text import Span, Token

# name: "Mr Xi", "the UN".  role: "the Chinese leader", "his Turkish counterpart", "police".
# adjective: "Russian" in "the Russian offensive".  metonym: "Moscow", "the Kremlin" acting.
# pronoun: "he", "their", "who".  pair: "the two leaders", "both countries".
ReferenceKind = Literal["name", "role", "adjective", "metonym", "pronoun", "pair"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for one actor or several ("the two leaders"), with what is doubtful about them.

    Attributes:
        head: The word by which the phrase hangs in the syntax ("Putin" in "Russian President Vladimir Putin").
        span: The whole phrase, without relative clauses and appositions.
        actors: Ids of the actors; empty where the words name somebody whom the text does not let us identify.
        kind: How the words refer.
        flags: Doubts: "name-conflict" (names of two known persons run together), "office-conflict" (office and name belong to
            different persons on that day), "ambiguous" (two candidates of equal weight; then `actors` is empty).
        note: For a flag, what was found, in words a reader can use.
    """

    head: Token
    span: Span
    actors: tuple[str, ...]
    kind: ReferenceKind
    flags: tuple[str, ...] = ()
    note: str = ""


class Cast:
    """All actors of one article and every reference to them, found by token.

    Args:
        actors: Each actor once, in order of first mention.
        references: In text order; phrases may nest ("the leaders of Norland and Estia" holds two more).
        owners: The organization of unnamed members of one ("workers of Norland Steel"), by the members' id.
    """

    def __init__(self, actors: Iterable[Actor], references: Iterable[Reference], owners: Mapping[str, Actor] | None = None) -> None:
        self.owners = dict(owners or {})
        self.actors: dict[str, Actor] = {actor.id: actor for actor in actors}
        self.references: list[Reference] = sorted(references, key=lambda r: (r.span.start, -r.span.end))
        self._by_head: dict[int, Reference] = {}
        for reference in self.references:
            self._by_head.setdefault(reference.head.i, reference)

    def joined(self, actors: Iterable[Actor]) -> Cast:
        """The cast with more actors, whom no words of their own stand for."""
        return Cast([*self.actors.values(), *actors], self.references, self.owners)

    def at(self, token: Token) -> Reference | None:
        """The reference whose head is this token, or None."""
        return self._by_head.get(token.i)

    def within(self, span: Span) -> list[Reference]:
        """References that lie inside a span, in text order."""
        return [reference for reference in self.references if span.covers(reference.span)]

    def mentions(self) -> tuple[Mention, ...]:
        """The references as the record's mentions: one entry for each actor that the words stand for."""
        return tuple(
            Mention(reference.span.start, reference.span.end, reference.span.text, actor)
            for reference in self.references
            for actor in reference.actors
        )
