"""`Knowledge`: the tables read, checked and indexed; asked by name, by person, by post and by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sized
from datetime import date
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import TypeVar

from whodid.errors import KnowledgeError
from whodid.knowledge import checks, tables
from whodid.knowledge.dates import covers
from whodid.knowledge.entries import Membership, Name, Office, Organization, Person, State, Tenure
from whodid.knowledge.names import NameIndex, spellings
from whodid.knowledge.own import Own, Report, read_own, tenures_over
from whodid.knowledge.tables import Line, Table

T = TypeVar("T")
_DATA = Path(__file__).parent / "data"
# "al-Assad" is also "Assad".
_ARTICLES = ("al-", "Al-", "el-", "El-", "as-", "at-", "ash-")


class Knowledge:
    """States, persons, offices and organizations by id, with who held what and who belongs to what on which day."""

    def __init__(
        self,
        states: dict[str, State],
        persons: dict[str, Person],
        offices: dict[str, Office],
        organizations: dict[str, Organization],
        facts: tuple[list[Tenure], list[Membership]],
    ) -> None:
        self.states = states
        self.persons = persons
        self.offices = offices
        self.organizations = organizations
        self._tenures, self._memberships = facts

    def named(self, words: str) -> tuple[Name, ...]:
        """Every entry that these words name, or (); case counts as `NameIndex` tells.

        Example:
            >>> [(name.kind, name.entry.name) for name in load_knowledge().named("Kremlin")]
            [('metonym', 'Russia')]
        """
        return self._names.find(words)

    def family(self, words: str) -> tuple[Person, ...]:
        """Those whose family name these words are."""
        return tuple(name.entry for name in self.named(words) if name.kind == "family" and isinstance(name.entry, Person))

    def written(self, words: str) -> tuple[tuple[str, str], ...]:
        """How names write these words, whatever case they are in: pairs of a name and the kind of its reading, or ().

        Example:
            >>> load_knowledge().written("kremlin")
            (('Kremlin', 'metonym'),)
        """
        return self._names.written(words)

    @property
    def longest_name(self) -> int:
        """Words in the longest name, for a longest-match pass."""
        return self._names.longest

    @property
    def first_words(self) -> frozenset[str]:
        """Lower-cased first words of all names: a cheap filter before `named`."""
        return self._names.first_words

    def tenures(self, person: str, day: date | None) -> tuple[Tenure, ...]:
        """Offices a person held that day, by start; all ever, if day is None."""
        held = self._by_person.get(person, ())
        return tuple(tenure for tenure in held if day is None or covers(tenure.start, tenure.end, day))

    def offices_of(self, person: str, day: date | None) -> list[Office]:
        """The offices a person held that day, in the order of the tenures; all ever, if day is None."""
        return [self.offices[tenure.office] for tenure in self.tenures(person, day)]

    def holders(self, country: str, role: str, day: date) -> tuple[Person, ...]:
        """Who held a role in a country (or organization id) that day, the newest first; on a day of handover both."""
        held = (tenure for tenure in self._by_role.get((country, role), ()) if covers(tenure.start, tenure.end, day))
        newest = sorted(held, key=lambda tenure: tenure.start, reverse=True)
        return tuple(dict.fromkeys(self.persons[tenure.person] for tenure in newest))

    def members(self, organization: str, day: date | None) -> tuple[Membership, ...]:
        """Who belongs to an organization that day, and how, by state; all ever, if day is None."""
        belonging = self._by_organization.get(organization, ())
        return tuple(each for each in belonging if day is None or covers(each.start, each.end, day))

    def memberships(self, state: str, day: date | None) -> tuple[Membership, ...]:
        """To what a state belongs that day, and how, by organization; all ever, if day is None."""
        return tuple(each for each in self._memberships if each.state == state and (day is None or covers(each.start, each.end, day)))

    def sizes(self) -> dict[str, int]:
        """How many entries each table has."""
        tables: dict[str, Sized] = {
            "states": self.states,
            "persons": self.persons,
            "offices": self.offices,
            "tenures": self._tenures,
            "organizations": self.organizations,
            "memberships": self._memberships,
        }
        return {name: len(table) for name, table in tables.items()}

    def incumbents(self, whose: str, day: date) -> tuple[Tenure, ...]:
        """Who holds an office of a country or organization that day, by office."""
        own = sorted(office.id for office in self.offices.values() if whose in (office.country, office.organization))
        return tuple(each for office in own for each in self._by_office.get(office, ()) if covers(each.start, each.end, day))

    def in_office(self, office: str, day: date) -> tuple[Person, ...]:
        """Who held an office that day; on a day of handover both."""
        held = (tenure for tenure in self._by_office.get(office, ()) if covers(tenure.start, tenure.end, day))
        return tuple(dict.fromkeys(self.persons[tenure.person] for tenure in held))

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self._all_names())

    def _all_names(self) -> Iterator[tuple[str, Name]]:
        for state in self.states.values():
            yield from _names_of_state(state)
        for organization in self.organizations.values():
            yield from _own_names(organization)
        for person in self.persons.values():
            yield from _names_of_person(person)

    @cached_property
    def _by_person(self) -> dict[str, list[Tenure]]:
        found: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in self._tenures:
            found[tenure.person].append(tenure)
        for tenures in found.values():
            tenures.sort(key=lambda tenure: tenure.start)
        return found

    @cached_property
    def _by_office(self) -> dict[str, list[Tenure]]:
        found: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in self._tenures:
            found[tenure.office].append(tenure)
        return found

    @cached_property
    def _by_role(self) -> dict[tuple[str, str], list[Tenure]]:
        found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in self._tenures:
            office = self.offices[tenure.office]
            for whose in (office.country, office.organization):
                if whose is not None:
                    found[whose, office.role].append(tenure)
        return found

    @cached_property
    def _by_organization(self) -> dict[str, list[Membership]]:
        found: dict[str, list[Membership]] = defaultdict(list)
        for membership in self._memberships:
            found[membership.organization].append(membership)
        return found


def _names_of_state(state: State) -> Iterator[tuple[str, Name]]:
    for words in (state.name, *state.aliases):
        yield words, Name("name", state)
    for words in state.adjectives:
        yield words, Name("adjective", state)
    for words in state.demonyms:
        yield words, Name("demonym", state)
    if state.capital is not None:
        yield state.capital, Name("capital", state)
    for words in state.metonyms:
        yield words, Name("metonym", state)


def _names_of_person(person: Person) -> Iterator[tuple[str, Name]]:
    name = Name("name", person)
    for own in (person.name, *person.aliases):
        yield own, name
        for words in spellings(own):
            yield words, name
    if person.family:
        family = Name("family", person)
        for words in _family_names(person.family):
            yield words, family


def _own_names(entry: Organization) -> Iterator[tuple[str, Name]]:
    name = Name("name", entry)
    for words in (entry.name, *entry.aliases):
        yield words, name


def _family_names(family: str) -> Iterator[str]:
    yield family
    if family.startswith(_ARTICLES):
        yield from (family.removeprefix(article) for article in _ARTICLES if family.startswith(article))


def load_knowledge(own: str | Path | None = None) -> Knowledge:
    """The knowledge that comes with whodid, read once; with a file of the user's own entries over it, if one is named.

    Raises:
        KnowledgeError: An entry of the file that cannot be right; the message names file and line.
    """
    return _package() if own is None else read_knowledge(_DATA, Path(own))


@cache
def _package() -> Knowledge:
    return read_knowledge(_DATA)


def read_knowledge(folder: Path = _DATA, own: Path | None = None) -> Knowledge:
    """Read and check the six tables of a folder, with a file of the user's own entries over them.

    Raises:
        KnowledgeError: A line that cannot be right; the message names file and line.
    """
    return _read(folder, own, _refuse)


def problems_of(own: Path | None = None) -> tuple[Knowledge | None, list[KnowledgeError]]:
    """All that is wrong with the tables and the user's file, in their order; and the knowledge, if they could be read at all."""
    found: list[KnowledgeError] = []
    try:
        return _read(_DATA, own, found.append), found
    except KnowledgeError as error:
        return None, [*found, error]


def _refuse(error: KnowledgeError) -> None:
    raise error


def _read(folder: Path, own_file: Path | None, report: Report) -> Knowledge:
    own = read_own(own_file, report) if own_file is not None else Own()

    def lines_of(table: Table[T]) -> list[Line[T]]:
        return tables.entries(own.over(tables.read_table(folder, table), table, report), table)

    state_lines, organization_lines = lines_of(tables.STATES), lines_of(tables.ORGANIZATIONS)
    person_lines, office_lines, membership_lines = lines_of(tables.PERSONS), lines_of(tables.OFFICES), lines_of(tables.MEMBERSHIPS)
    states = {line.entry.code: line.entry for line in state_lines}
    organizations = {line.entry.id: line.entry for line in organization_lines}
    persons = {line.entry.id: line.entry for line in person_lines}
    offices = {line.entry.id: line.entry for line in office_lines}
    tenure_lines = tables.entries(tables.read_table(folder, tables.TENURES), tables.TENURES)
    if own.entries.get("tenures"):
        tenure_lines = tenures_over(tenure_lines, tables.entries(own.rows(tables.TENURES), tables.TENURES), offices)
    for error in chain(
        checks.check_organizations(organization_lines, states),
        checks.check_persons(person_lines, states),
        checks.check_offices(office_lines, states, organizations),
        checks.check_tenures(tenure_lines, persons, offices),
        checks.check_memberships(membership_lines, states, organizations),
    ):
        report(error)
    facts = ([line.entry for line in tenure_lines], [line.entry for line in membership_lines])
    return Knowledge(states, persons, offices, organizations, facts)
