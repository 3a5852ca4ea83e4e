"""What has to hold between the tables: codes that exist, names of kinds and roles, one holder to a single seat at a time.

Each check yields what is wrong, in the order of the lines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeAlias

from whodid.errors import KnowledgeError
from whodid.knowledge.dates import is_after
from whodid.knowledge.entries import INTERNATIONAL, ROLES, Membership, Office, Organization, Person, State, Tenure
from whodid.knowledge.tables import Line, wrong

Problems: TypeAlias = Iterator[KnowledgeError]

KINDS = frozenset("agency armed body company court igo media military movement ngo parliament party police territory".split())
PREDICATES = frozenset({"member_of", "observer_of", "dialogue_partner_of", "candidate_of"})
SECTORS = frozenset("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split())
GENDERS = frozenset({"f", "m"})


def check_persons(lines: Sequence[Line[Person]], states: Mapping[str, State]) -> Problems:
    """Every person has a known country, or none, and a gender of f, m or none."""
    for line in lines:
        person = line.entry
        yield from _check_country(line, person.country, states)
        if person.gender is not None and person.gender not in GENDERS:
            yield _wrong(line, f'gender is "{person.gender}"; expected f, m or nothing')


def check_organizations(lines: Sequence[Line[Organization]], states: Mapping[str, State]) -> Problems:
    """Every organization has a known kind, country and sector."""
    for line in lines:
        organization = line.entry
        yield from _check_country(line, organization.country, states)
        yield from _check_among(line, "kind", organization.kind, KINDS)
        if organization.sector is not None:
            yield from _check_among(line, "sector", organization.sector, SECTORS)


def check_offices(lines: Sequence[Line[Office]], states: Mapping[str, State], organizations: Mapping[str, Organization]) -> Problems:
    """Every office belongs to a known country or organization, and has a known role and sector."""
    for line in lines:
        office = line.entry
        yield from _check_among(line, "role", office.role, ROLES)
        if office.sector is not None:
            yield from _check_among(line, "sector", office.sector, SECTORS)
        yield from _check_country(line, office.country, states)
        if office.organization is not None and office.organization not in organizations:
            yield _unknown(line, "organization", office.organization)
        if office.country is None and office.organization is None:
            yield _wrong(line, f"{office.id} has neither country nor organization")


def check_memberships(
    lines: Sequence[Line[Membership]], states: Mapping[str, State], organizations: Mapping[str, Organization]
) -> Problems:
    """Every membership is of a known state in a known organization."""
    for line in lines:
        membership = line.entry
        yield from _check_among(line, "predicate", membership.predicate, PREDICATES)
        if membership.state not in states:
            yield _unknown(line, "state", membership.state)
        if membership.organization not in organizations:
            yield _unknown(line, "organization", membership.organization)


def check_tenures(lines: Sequence[Line[Tenure]], persons: Mapping[str, Person], offices: Mapping[str, Office]) -> Problems:
    """Every tenure is of a known person and office; a single seat has one holder at a time (handover days may be shared)."""
    for line in lines:
        if line.entry.person not in persons:
            yield _unknown(line, "person", line.entry.person)
        if line.entry.office not in offices:
            yield _unknown(line, "office", line.entry.office)
    for office, group in groupby(lines, key=lambda line: line.entry.office):
        if office in offices and offices[office].seats == 1:
            yield from _check_single(list(group))


def _check_single(lines: Sequence[Line[Tenure]]) -> Problems:
    for before, after in zip(lines, lines[1:], strict=False):
        end = before.entry.end
        if end is None or is_after(end, after.entry.start):
            held = f"{before.entry.person} ({before.entry.start} to {end or 'today'})"
            yield _wrong(after, f"{after.entry.person} takes {after.entry.office} on {after.entry.start}, but {held} still holds it")


def _check_country(line: Line[Any], country: str | None, states: Mapping[str, State]) -> Problems:
    if country is not None and country not in states and country not in INTERNATIONAL:
        yield _unknown(line, "country", country)


def _check_among(line: Line[Any], column: str, value: str, known: Collection[str]) -> Problems:
    if value not in known:
        yield _wrong(line, f'{column} is "{value}"; expected one of {" ".join(sorted(known))}')


def _unknown(line: Line[Any], column: str, value: str) -> KnowledgeError:
    return _wrong(line, f'no {column} "{value}" in the tables')


def _wrong(line: Line[Any], message: str) -> KnowledgeError:
    return wrong(line.file, line.number, message)
