"""The cast while it is being drawn up: who has been met so far, by which words, and what is known of each."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from whodid.cast import Cast, Reference, ReferenceKind
from whodid.knowledge import LEADERS, LEADING_ROLES, ROLES, Knowledge, Office, Organization, Person, State
from whodid.record import Actor, ActorKind
from whodid.steps.actors.naming import as_called, as_told
from whodid.text import Span, Token

# The actors that some words stand for, and the flags of these words.
Meant = tuple[Sequence[str], Sequence[str]]
INFERRED, AMBIGUOUS = ("country-inferred",), ("ambiguous",)
_GENITIVE = {True: "'", False: "'s"}


@dataclass(slots=True)
class Member:
    """One actor with what the text and the knowledge tell of it; becomes a frozen `Actor` at the end.

    Attributes:
        gender: "m", "f" or None where it is not told.
        plural: Whether "they" fits it: people in the plural.
        collective: Whether "it" fits it: a group, a company, the media.
        roles: Nouns by which it may be called later ("president", "minister").
        past: Nouns of what it is said to have been ("former president").
        role: Of an unnamed holder of a role, the noun ("ambassador").
        person: The knowledge's entry, for a known person.
        owner: Of unnamed members of an organization, its id.
        one: Whether the words told of one person whom the text may still name: "a Frenchman", "two hostages, a Swede and a Dane".
        told: Names by which the article calls one whom the knowledge has.
        called: How often the article calls unnamed people so ("protesters", "demonstrators").
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    wikidata: str | None = None
    gender: str | None = None
    plural: bool = False
    collective: bool = False
    roles: set[str] = field(default_factory=set)
    past: set[str] = field(default_factory=set)
    role: str | None = None
    person: Person | None = None
    owner: str | None = None
    one: bool = False
    told: set[str] = field(default_factory=set)
    called: Counter[str] = field(default_factory=Counter)

    def actor(self, flags: tuple[str, ...] = ()) -> Actor:
        """The actor as the record has it."""
        name = as_called(self.name, self.called) if self.called else as_told(self.name, sorted(self.told), self.kind, self.country)
        return Actor(self.id, " ".join(name.split()), self.kind, self.country, self.sector, self.office, self.wikidata, flags)


def _is_inferred(first: Reference) -> bool:
    """Whether the country of the one to whom some words refer first is that of the passage or the article: no word tells it."""
    return INFERRED[0] in first.flags


class Roster:
    """Members and references of one article, in order of appearance.

    Args:
        knowledge: The world as dated data.
        day: The article's date; None: nobody is known to be in office.
    """

    def __init__(self, knowledge: Knowledge, day: date | None) -> None:
        self.knowledge = knowledge
        self.day = day
        self.members: dict[str, Member] = {}
        self.references: list[Reference] = []
        self._by_head: dict[int, Reference] = {}

    def cast(self) -> Cast:
        """The finished cast: only those to whom some words refer."""
        first: dict[str, Reference] = {}
        for reference in self.references:
            for actor in reference.actors:
                first.setdefault(actor, reference)
        owners = {actor: self.members[owner].actor() for actor in first if (owner := self.members[actor].owner) is not None}
        actors = (self.members[actor].actor(INFERRED if _is_inferred(reference) else ()) for actor, reference in first.items())
        return Cast(actors, self.references, owners)

    def at(self, token: Token) -> Reference | None:
        """The reference whose head is this token, so far."""
        return self._by_head.get(token.i)

    def one_at(self, token: Token | None) -> Member | None:
        """The one actor whom this token stands for, so far; None where it is nobody or several."""
        reference = self.at(token) if token is not None else None
        return self.members[reference.actors[0]] if reference is not None and len(reference.actors) == 1 else None

    def refer(self, head: Token, span: Span, actors: Sequence[str], kind: ReferenceKind, flags: Iterable[str] = (), note: str = "") -> None:
        """Note that these words stand for these actors; the first reference at a head stays."""
        if head.i in self._by_head:
            return
        reference = Reference(head, span, tuple(dict.fromkeys(actors)), kind, tuple(flags), note)
        self.references.append(reference)
        self._by_head[head.i] = reference

    def replace(self, head: Token, span: Span, actors: Sequence[str], kind: ReferenceKind, flags: Iterable[str] = ()) -> None:
        """The same, where a later look knows better."""
        self.drop(head)
        self.refer(head, span, actors, kind, flags)

    def drop(self, head: Token) -> None:
        """Take back the reference at a word, if there is one."""
        if (old := self._by_head.pop(head.i, None)) is not None:
            self.references.remove(old)

    def rename(self, change: Callable[[Reference], Reference]) -> None:
        """Put for each reference what a look at the whole article makes of it."""
        self.references = [change(reference) for reference in self.references]
        self._by_head = {reference.head.i: reference for reference in self.references}

    def state(self, state: State) -> str:
        """The id of a state's member, made on first sight."""
        return self._member(f"state:{state.code}", state.name, "state", country=state.code, wikidata=state.wikidata)

    def state_of(self, code: str) -> str | None:
        """The same by ISO code; None where the code is no state's ("IGO")."""
        state = self.knowledge.states.get(code)
        return None if state is None else self.state(state)

    def organization(self, organization: Organization) -> str:
        """The id of a known organization's member."""
        entry = organization
        return self._member(
            f"organization:{entry.id}",
            entry.name,
            "organization",
            country=entry.country,
            sector=entry.sector,
            wikidata=entry.wikidata,
        )

    def person(self, person: Person) -> str:
        """The id of a known person's member, with country, sector and office as of the day."""
        id = f"person:{person.id}"
        if id not in self.members:
            office = self.office(person)
            country, sector = person.country, None
            if office is not None:
                organization = self.knowledge.organizations.get(office.organization or "")
                country = office.country or (organization.country if organization else None) or country
                sector = _sector(office, organization)
            self._member(id, person.name, "person", country=country, sector=sector, wikidata=person.wikidata)
            member = self.members[id]
            if self.day is None:
                member.sector = self._lasting_sector(person)
            member.office = office.title if office else None
            member.gender = {"male": "m", "female": "f", "m": "m", "f": "f"}.get((person.gender or "").lower())
            member.person = person
            member.roles.update(office.names if office else ())
        return id

    def _lasting_sector(self, person: Person) -> str | None:
        """Without a day: GOV for who ever led a state, its government or a ministry; no office is given."""
        return "GOV" if any(office.role in LEADING_ROLES for office in self.knowledge.offices_of(person.id, None)) else None

    def led(self, person: Person) -> bool:
        """Whether a person ever was head of a state or of a government."""
        return any(office.role in LEADERS for office in self.knowledge.offices_of(person.id, None))

    def office(self, person: Person) -> Office | None:
        """The foremost office a person holds on the day; None without a day."""
        if self.day is None:
            return None
        offices = self.knowledge.offices_of(person.id, self.day)
        # Who is king of several states is first of all that of his own.
        return min(offices, key=lambda office: (rank(office), office.country != person.country), default=None)

    def stranger(self, name: str, gender: str | None = None) -> str:
        """The id of a person whom the knowledge does not have."""
        id = self._member(f"person:{slug(name)}", name, "person")
        member = self.members[id]
        member.gender = member.gender or gender
        return id

    def body(self, name: str, country: str | None, sector: str | None, base: str | None = None) -> str:
        """The id of an organization that the knowledge does not have, told by name or description."""
        return self._member(
            f"organization:{slug(base or name)}{_suffix(country) if base else ''}",
            name,
            "organization",
            country=country,
            sector=sector,
        )

    def government(self, country: str) -> str:
        """The id of a state's government, told as such ("the Norlandic government")."""
        return self.body(self.called("government", country), country, "GOV", base="government")

    def state_for(self, member: Member) -> str | None:
        """The state that a member is or governs; None for all others."""
        if member.kind == "state":
            return member.id
        ends = (f":government{_suffix(member.country)}", f"-administration{_suffix(member.country)}")
        governs = member.kind == "organization" and member.country is not None and member.id.endswith(ends)
        return self.state_of(member.country or "") if governs else None

    def land(self, name: str, country: str | None) -> str:
        """The id of a land that is no state of the knowledge: a state's division, a breakaway region, an invented one."""
        return self._member(f"state:{slug(name)}", name, "state", country=country)

    def group(self, base: str, country: str | None, sector: str | None, *, name: str | None = None, plural: bool = True) -> str:
        """The id of unnamed people, a unit or an unnamed holder of a role."""
        id = self._member(
            f"group:{slug(base)}{_suffix(country)}", name or self.called(base, country), "group", country=country, sector=sector
        )
        self.members[id].plural = self.members[id].plural or plural
        return id

    def called(self, words: str, country: str | None) -> str:
        """Words with their country's adjective in front: "Norlandic police"."""
        state = self.knowledge.states.get(country or "")
        if state is None:
            return words
        if not state.adjectives:
            return f"{state.name} {words}"
        if any(words.startswith(f"{adjective} ") for adjective in state.adjectives):
            return words  # "British Airways workers"
        # "US troops", but "American people".
        whole = next((word for word in state.adjectives if not word.isupper()), state.adjectives[0])
        return f"{whole if words == 'people' else state.adjectives[0]} {words}"

    def owned(self, words: str, country: str | None) -> str:
        """Words for arms with their state in front, since it is the state that acts with them: "Norland's warships"."""
        state = self.knowledge.states.get(country or "")
        return words if state is None else f"{state.name}{_GENITIVE[state.name.endswith('s')]} {words}"

    def _member(
        self,
        id: str,
        name: str,
        kind: ActorKind,
        *,
        country: str | None = None,
        sector: str | None = None,
        wikidata: str | None = None,
    ) -> str:
        if id not in self.members:
            self.members[id] = Member(id, name, kind, country, sector, wikidata=wikidata)
        return id


def _sector(office: Office, organization: Organization | None) -> str | None:
    """The sector of who holds an office: officials of international bodies govern, whatever the body does."""
    if office.sector is not None:
        return office.sector
    if "opposition" in office.title.lower():
        return "OPP"
    if office.role in LEADING_ROLES:
        return "GOV"
    if organization is None:
        return "GOV" if office.country else None
    return "GOV" if organization.kind == "igo" else organization.sector


def rank(office: Office) -> int:
    """How early a news text means this of several offices: the state's head before its ministers."""
    return ROLES.index(office.role)


def slug(name: str) -> str:
    """A name as part of an id: lower case, plain letters, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'s", "").casefold()).strip("-") or "unnamed"


def _suffix(country: str | None) -> str:
    return f"-{country.lower()}" if country else ""
