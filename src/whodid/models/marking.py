"""A sentence with its parties and its trigger marked, and the tokens by which the weights read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Offsets = tuple[int, int]
# In tokens, markers among them. Longer sentences are cut to a window around the marks.
LONGEST = 96
ROLES = ("actor", "recipient", "trigger")
# Tokens of the base model's vocabulary that no text uses: one opens a role's words, one closes them.
MARKERS = {"actor": ("[unused1]", "[unused2]"), "recipient": ("[unused3]", "[unused4]"), "trigger": ("[unused5]", "[unused6]")}
_OPENS, _CLOSES = 0, 1


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and what is known of it. Offsets are code points into `text`; any of the three may be empty.

    Attributes:
        actors: Words for those who do it.
        recipients: Words for those to whom it is done.
        trigger: Words that tell it.
    """

    text: str
    actors: tuple[Offsets, ...] = ()
    recipients: tuple[Offsets, ...] = ()
    trigger: tuple[Offsets, ...] = ()

    def spans(self, role: str) -> tuple[Offsets, ...]:
        """The marks of one of ROLES."""
        return {"actor": self.actors, "recipient": self.recipients, "trigger": self.trigger}[role]


@dataclass(frozen=True, slots=True)
class Encoded:
    """Token ids, and for each the number of its role: 0 none, then as in ROLES."""

    ids: list[int]
    roles: list[int]


def encode(marked: Marked, tokenizer: Tokenizer) -> Encoded:
    """The marked sentence as the weights read it: its tokens, with markers around each run of a role's tokens."""
    found = tokenizer.encode(marked.text, add_special_tokens=False)
    roles = [_role(offsets, marked) for offsets in found.offsets]
    window = _window(roles)
    ids, kept = [_id(tokenizer, "[CLS]", "<s>")], [0]
    before = 0
    for token, role in zip(found.ids[window], roles[window], strict=True):
        if role != before:
            _mark(before, _CLOSES, ids, kept, tokenizer)
            _mark(role, _OPENS, ids, kept, tokenizer)
        ids.append(token)
        kept.append(role)
        before = role
    _mark(before, _CLOSES, ids, kept, tokenizer)
    return Encoded([*ids, _id(tokenizer, "[SEP]", "</s>")], [*kept, 0])


def _role(offsets: Offsets, marked: Marked) -> int:
    """The trigger goes before a party that holds it: in "[Israel's {raid}]" the deed must stay visible."""
    for number in (3, 1, 2):
        if any(offsets[0] < end and start < offsets[1] for start, end in marked.spans(ROLES[number - 1])):
            return number
    return 0


def _window(roles: list[int]) -> slice:
    """The tokens to keep: all where they fit, else those around the marks."""
    room = LONGEST - 2 - 2 * _runs(roles)
    if len(roles) <= room:
        return slice(0, len(roles))
    marks = [i for i, role in enumerate(roles) if role] or [0]
    middle = (marks[0] + marks[-1]) // 2
    start = max(0, min(middle - room // 2, len(roles) - room))
    return slice(start, start + room)


def _runs(roles: Iterable[int]) -> int:
    before, runs = 0, 0
    for role in roles:
        runs += role not in (0, before)
        before = role
    return runs


def _mark(role: int, which: int, ids: list[int], roles: list[int], tokenizer: Tokenizer) -> None:
    """Add the token that opens or closes a role's words; words without a role have none."""
    if role:
        ids.append(_id(tokenizer, MARKERS[ROLES[role - 1]][which]))
        roles.append(role)


def _id(tokenizer: Tokenizer, *names: str) -> int:
    found = (tokenizer.token_to_id(name) for name in names)
    return next(id for id in found if id is not None)
