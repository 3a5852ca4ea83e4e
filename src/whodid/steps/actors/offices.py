"""Who holds an office on the article's day: "the Norlandic president", "the leaders of Norland and Estia", "her Estian counterpart"."""

from __future__ import annotations

from functools import lru_cache

from whodid.knowledge import LEADERS, Knowledge, Office, Person
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.roster import Member, Roster, rank

# Nouns that fit any holder of their role; the others must be among the names of the office ("king", "chancellor").
_ANY_HOLDER = frozenset(
    {"head of state", "head of government", "premier", "monarch", "foreign minister", "defence minister", "defense minister"}
)
_MANIFOLD = frozenset({"other", "spokesman"})


def holders(roster: Roster, lexicon: Lexicon, country: str, noun: str) -> list[Person]:
    """Those whom the noun means in that country on the article's day; [] without a day, two on a day of handover."""
    if roster.day is None:
        return []
    roles = lexicon.offices.get(noun, ())
    if "leader" in roles:
        return _leaders(roster, lexicon, country)
    found = [
        person
        for office in called(roster.knowledge).get((country, noun), ())
        for person in roster.knowledge.in_office(office.id, roster.day)
    ]
    if not found and noun in _ANY_HOLDER:
        found = [person for role in roles for person in roster.knowledge.holders(country, role, roster.day)]
    return _prefer_met(roster, list(dict.fromkeys(found)))


@lru_cache(maxsize=8)
def called(knowledge: Knowledge) -> dict[tuple[str, str], list[Office]]:
    """Offices by country and by the nouns that their holders are called by, the foremost first."""
    found: dict[tuple[str, str], list[Office]] = {}
    for office in sorted(knowledge.offices.values(), key=lambda office: rank(office)):
        for noun in office.names if office.country else ():
            # One of many ambassadors or spokesmen is not "the ambassador": such posts need their full name.
            if office.role in _MANIFOLD and " " not in noun:
                continue
            found.setdefault((office.country or "", noun.lower()), []).append(office)
    return found


def counterparts(roster: Roster, lexicon: Lexicon, member: Member, country: str) -> list[Person]:
    """Those who hold in that country the office that this person holds in his own."""
    if roster.day is None:
        return []
    office = roster.office(member.person) if member.person else None
    if office is not None:
        found = list(roster.knowledge.holders(country, office.role, roster.day))
        if office.role not in LEADERS:
            return _prefer_met(roster, found)
        named = [each for each in found if _shares_name(roster, each, office.names)]
        return _prefer_met(roster, named) or _leaders(roster, lexicon, country)
    for noun in sorted(member.roles):
        if noun in lexicon.offices and (found := holders(roster, lexicon, country, noun)):
            return found
    return []


def _shares_name(roster: Roster, person: Person, names: tuple[str, ...]) -> bool:
    return any(name in office.names for office in roster.knowledge.offices_of(person.id, roster.day) for name in names)


def _leaders(roster: Roster, lexicon: Lexicon, country: str) -> list[Person]:
    """Who leads a state: who of its heads is spoken of here; else by its constitution the head of state or of government."""
    if roster.day is None:
        return []
    heads = [roster.knowledge.holders(country, role, roster.day) for role in LEADERS]
    met = [person for group in heads for person in group if f"person:{person.id}" in roster.members]
    if met:
        return met[:1]
    first, second = reversed(heads) if country in lexicon.parliamentary else heads
    return list(first or second)


def _prefer_met(roster: Roster, people: list[Person]) -> list[Person]:
    met = [person for person in people if f"person:{person.id}" in roster.members]
    return met if len(people) > 1 and met else people
