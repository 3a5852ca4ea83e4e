"""What has to hold between the tables: codes that exist, names of kinds and roles, one holder to a single seat at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from whodid.errors import KnowledgeError
from whodid.knowledge.dates import is_after
from whodid.knowledge.entries import Membership, Office, Organization, Person, State, Tenure
from whodid.knowledge.tables import MEMBERSHIPS, OFFICES, ORGANIZATIONS, PERSONS, TENURES, Line, wrong

ROLES = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "head", "spokesman", "other"})
KINDS = frozenset(
    "agency armed body company court igo media military movement ngo parliament party police territory".split()  # noqa: SIM905
)
PREDICATES = frozenset({"member_of", "observer_of", "dialogue_partner_of", "candidate_of"})
# PLOVER's codes for what is not national.
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM"})
SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()  # noqa: SIM905
)
GENDERS = frozenset({"f", "m"})


def check_persons(lines: Sequence[Line[Person]], states: Mapping[str, State]) -> None:
    """Every person has a known country, or none, and a gender of f, m or none."""
    for line in lines:
        person = line.entry
        _check_country(PERSONS.file, line.number, person.country, states)
        if person.gender is not None and person.gender not in GENDERS:
            raise wrong(PERSONS.file, line.number, f'gender is "{person.gender}"; expected f, m or nothing')


def check_organizations(lines: Sequence[Line[Organization]], states: Mapping[str, State]) -> None:
    """Every organization has a known kind, country and sector."""
    for line in lines:
        organization = line.entry
        _check_country(ORGANIZATIONS.file, line.number, organization.country, states)
        _check_among(ORGANIZATIONS.file, line.number, "kind", organization.kind, KINDS)
        if organization.sector is not None:
            _check_among(ORGANIZATIONS.file, line.number, "sector", organization.sector, SECTORS)


def check_offices(lines: Sequence[Line[Office]], states: Mapping[str, State], organizations: Mapping[str, Organization]) -> None:
    """Every office belongs to a known country or organization and has a known role."""
    for line in lines:
        office = line.entry
        _check_among(OFFICES.file, line.number, "role", office.role, ROLES)
        _check_country(OFFICES.file, line.number, office.country, states)
        if office.organization is not None and office.organization not in organizations:
            raise _unknown(OFFICES.file, line.number, "organization", office.organization)
        if office.country is None and office.organization is None:
            raise wrong(OFFICES.file, line.number, f"{office.id} has neither country nor organization")


def check_memberships(
    lines: Sequence[Line[Membership]], states: Mapping[str, State], organizations: Mapping[str, Organization]
) -> None:
    """Every membership is of a known state in a known organization."""
    for line in lines:
        membership = line.entry
        _check_among(MEMBERSHIPS.file, line.number, "predicate", membership.predicate, PREDICATES)
        if membership.state not in states:
            raise _unknown(MEMBERSHIPS.file, line.number, "state", membership.state)
        if membership.organization not in organizations:
            raise _unknown(MEMBERSHIPS.file, line.number, "organization", membership.organization)


def check_tenures(lines: Sequence[Line[Tenure]], persons: Mapping[str, Person], offices: Mapping[str, Office]) -> None:
    """Every tenure is of a known person and office; a single seat has one holder at a time (handover days may be shared)."""
    for line in lines:
        if line.entry.person not in persons:
            raise _unknown(TENURES.file, line.number, "person", line.entry.person)
        if line.entry.office not in offices:
            raise _unknown(TENURES.file, line.number, "office", line.entry.office)
    for office, group in groupby(lines, key=lambda line: line.entry.office):
        if offices[office].seats == 1:
            _check_single(list(group))


def _check_single(lines: Sequence[Line[Tenure]]) -> None:
    for before, after in zip(lines, lines[1:], strict=False):
        end = before.entry.end
        if end is None or is_after(end, after.entry.start):
            held = f"{before.entry.person} ({before.entry.start} to {end or 'today'})"
            raise wrong(
                TENURES.file,
                after.number,
                f"{after.entry.person} takes {after.entry.office} on {after.entry.start}, but {held} still holds it",
            )


def _check_country(file: str, number: int, country: str | None, states: Mapping[str, State]) -> None:
    if country is not None and country not in states and country not in INTERNATIONAL:
        raise _unknown(file, number, "country", country)


def _check_among(file: str, number: int, column: str, value: str, known: frozenset[str]) -> None:
    if value not in known:
        raise wrong(file, number, f'{column} is "{value}"; expected one of {" ".join(sorted(known))}')


def _unknown(file: str, number: int, column: str, value: str) -> KnowledgeError:
    return wrong(file, number, f'no {column} "{value}" in the tables')
