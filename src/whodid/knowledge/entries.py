"""What the tables hold, one class a table, and `Name`: one reading of some words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

# Roles of offices, the leading ones first: who leads a state, and who speaks and fights for it.
LEADERS = ("head_of_state", "head_of_government")
LEADING_ROLES = (*LEADERS, "foreign_minister", "defence_minister")
ROLES = (*LEADING_ROLES, "head", "spokesman", "other")
# PLOVER's codes that stand in the country field but are no state's.
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM"})


@dataclass(frozen=True, slots=True)
class State:
    """A state, or a territory with an ISO code of its own, present or past.

    Attributes:
        code: ISO 3166-1 alpha-3; XKX for Kosovo; withdrawn codes for past states (YUG SUN CSK DDR …).
        adjectives: "Russian" in "the Russian offensive".
        demonyms: The people, singular and plural.
        metonyms: Seats that stand for the government when they act ("Kremlin"); the capital is kept apart.
        start, end: When it existed under this code; None is open.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    metonyms: tuple[str, ...]
    start: str | None
    end: str | None
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds or held an office, or leads an organization."""

    id: str
    name: str
    family: str
    aliases: tuple[str, ...]
    gender: str | None
    wikidata: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """A post, of a country or an organization.

    Attributes:
        names: The common nouns by which its holder is called ("president", "head of state").
        role: One of `ROLES`; "head" is that of an organization.
        seats: How many hold it at a time; 0 means any number.
        sector: PLOVER sector of who holds it, where neither the role nor the organization tells it.
    """

    id: str
    title: str
    names: tuple[str, ...]
    country: str | None
    organization: str | None
    role: str
    seats: int = 1
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person held an office from start to end, ISO dates, possibly cut to month or year; end None means still."""

    person: str
    office: str
    start: str
    end: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Organization:
    """A body that acts: international, party, armed group, medium, agency, or a territory whose statehood is disputed.

    Attributes:
        country: ISO alpha-3, or one of `INTERNATIONAL`.
        sector: PLOVER sector code, or None where the country code says it all.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    sector: str | None
    wikidata: str | None
    founded: str | None


@dataclass(frozen=True, slots=True)
class Membership:
    """A state is member_of, observer_of, dialogue_partner_of or candidate_of an organization."""

    state: str
    organization: str
    predicate: str
    start: str | None
    end: str | None
    source: str


Entry: TypeAlias = State | Person | Organization
NameKind = Literal["name", "adjective", "demonym", "capital", "metonym", "family"]


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of some words: the entry they may stand for, and how. "family" is a bare family name."""

    kind: NameKind
    entry: Entry
