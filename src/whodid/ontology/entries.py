"""What the ontology is made of: types, modes, contexts, sectors, quads, statuses, CAMEO codes, and the keys of the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CameoChoice:
    """Which CAMEO code stands for a type or mode: a general one, and a narrower one for some contexts (the first that fits)."""

    code: str
    by_context: Mapping[str, str] = field(default_factory=dict)

    def code_for(self, contexts: frozenset[str]) -> str:
        """The code of the first listed context that the event has, else the general code."""
        for context, code in self.by_context.items():
            if context in contexts:
                return code
        return self.code


@dataclass(frozen=True, slots=True)
class ModeEntry:
    """How: one of a type's modes.

    Attributes:
        score: PLOVER's score; None where PLOVER prints none (the type's score then holds).
        adds_context: A context that the mode brings along (cyber, misinformation).
        status: "current", or "retired" for modes met in older releases only.
        now: For a retired mode, the mode that took its place; None where it was dropped.
    """

    type: str
    name: str
    gloss: str
    cameo: CameoChoice | None
    score: float | None = None
    adds_context: str | None = None
    status: str = "current"
    now: str | None = None


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """What: one of PLOVER's sixteen event types.

    Attributes:
        score: PLOVER's score of the type, -10 to 10.
        requires_recipient: Whether PLOVER wants a recipient before it counts the event.
        symmetric: Whether the parties can do it with each other.
        future: The type that PLOVER gives to the same happening when it still lies ahead; None: the type itself.
        modes: Its current modes by name.
        retired: Modes of older releases, for reading old data.
        also_called: What people or older releases call it, for the hint in an error.
        roots: CAMEO roots that the type covers; the first is the general one.
    """

    name: str
    quad: str
    score: float
    requires_recipient: bool
    symmetric: bool
    gloss: str
    note: str
    modes: Mapping[str, ModeEntry]
    retired: Mapping[str, ModeEntry]
    roots: tuple[str, ...]
    cameo: CameoChoice
    future: str | None = None
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContextEntry:
    """Why, or about what: one of PLOVER's contexts."""

    name: str
    gloss: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SectorEntry:
    """A PLOVER code for an actor.

    Attributes:
        level: "sector" (role in society), or "country" (stands in the country field: UNO, EUR, NGO …).
        group: "frequent", "less frequent", "international" or "exception".
        cameo: What CAMEO, GDELT and ICEWS write for it; "" where they have none.
    """

    code: str
    level: str
    group: str
    gloss: str
    cameo: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuadEntry:
    """A quad class; `code` is the number that GDELT and POLECAT print."""

    name: str
    code: int
    gloss: str


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """Whether a happening has happened."""

    name: str
    gloss: str


@dataclass(frozen=True, slots=True)
class CameoEntry:
    """A CAMEO code with its PLOVER equivalent.

    Attributes:
        quad: Number of CAMEO's own quad class (1 to 4); it may differ from that of the PLOVER type.
        goldstein: GDELT's Goldstein score; None where GDELT has none.
        goldstein_icews: The score that ICEWS uses.
        type: PLOVER type; None for codes that PLOVER drops (01) and for roots that it splits (08).
        mode, contexts: PLOVER mode and contexts; the contexts hold together.
        note: Where the sources disagree, and what was taken.
    """

    code: str
    gloss: str
    quad: int
    goldstein: float | None
    goldstein_icews: float | None
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    note: str = ""

    @property
    def parent(self) -> str | None:
        """The code one level up ("0312" → "031" → "03"); None for a root."""
        return self.code[:-1] if len(self.code) > 2 else None


@dataclass(frozen=True, slots=True)
class DoubtEntry:
    """A flag of an actor or event, or the code of a warning: `of` says which."""

    name: str
    of: str
    gloss: str


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """A key of the record: `path` is the object and the key ("event.attribution"), `type` what stands there."""

    path: str
    type: str
    gloss: str


@dataclass(frozen=True, slots=True)
class ObjectEntry:
    """An object of the record ("event", "event.date") with its keys."""

    name: str
    gloss: str
    keys: tuple[FieldEntry, ...]
