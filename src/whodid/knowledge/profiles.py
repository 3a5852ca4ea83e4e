"""All that is known of one entry on one day, as plain JSON values: what `whodid knowledge show` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any

from whodid.knowledge.dates import covers
from whodid.knowledge.entries import ROLES, Entry, Membership, Organization, Person, State, Tenure
from whodid.knowledge.names import normalise
from whodid.knowledge.world import Knowledge

Profile = dict[str, Any]


def look_up(knowledge: Knowledge, words: str, day: date) -> list[Entry]:
    """The entries that these words name, by name, id ("state:TKM", "TKM", "xi-jinping") or Wikidata item; [] where there are none.

    Where words name states that are no more beside one of the day, the day's come first.
    """
    known: Iterable[Entry] = (entry for table in _tables(knowledge) for entry in table)
    wanted = words.partition(":")[2] or words
    found = [entry for entry in known if wanted in (id_of(entry).partition(":")[2], entry.wikidata)]
    if not found:
        found = [reading.entry for reading in sorted(knowledge.named(words), key=lambda reading: reading.kind != "name")]
    return sorted(dict.fromkeys(found), key=lambda entry: isinstance(entry, State) and not covers(entry.start, entry.end, day))


def nearest(knowledge: Knowledge, words: str) -> list[str]:
    """Names that are written much the same, for a name that nobody has."""
    names = {normalise(entry.name): entry.name for table in _tables(knowledge) for entry in table}
    return [names[near] for near in get_close_matches(normalise(words), list(names), 3)]


def profile(knowledge: Knowledge, entry: Entry, day: date) -> Profile:
    """What is known of an entry, as of that day."""
    known: Profile = {"id": id_of(entry), "name": entry.name, "day": day.isoformat()}
    if isinstance(entry, State):
        known |= _state(knowledge, entry, day)
    elif isinstance(entry, Person):
        known |= _person(knowledge, entry, day)
    else:
        known |= _organization(knowledge, entry, day)
    return known


def id_of(entry: Entry) -> str:
    """The id by which records name it: `state:TKM`."""
    if isinstance(entry, State):
        return f"state:{entry.code}"
    return f"{'person' if isinstance(entry, Person) else 'organization'}:{entry.id}"


def _tables(knowledge: Knowledge) -> Iterator[Iterable[Entry]]:
    yield knowledge.states.values()
    yield knowledge.organizations.values()
    yield knowledge.persons.values()


def _state(knowledge: Knowledge, state: State, day: date) -> Profile:
    return {
        "start": state.start,
        "end": state.end,
        "aliases": list(state.aliases),
        "adjectives": list(state.adjectives),
        "demonyms": list(state.demonyms),
        "capital": state.capital,
        "metonyms": list(state.metonyms),
        "wikidata": state.wikidata,
        "offices": _in_office(knowledge, state.code, day),
        "memberships": [
            {"organization": each.organization, "name": knowledge.organizations[each.organization].name, **_belonging(each)}
            for each in knowledge.memberships(state.code, day)
        ],
        "past_states": [
            {"id": id_of(other), "name": other.name, "start": other.start, "end": other.end}
            for other in knowledge.states.values()
            if other.end and other is not state and _share_names(state, other)
        ],
    }


def _share_names(state: State, other: State) -> bool:
    """Whether both are called alike, or were ruled from the same city: what came before, and what after."""
    ours = {state.name, *state.aliases, *state.adjectives} | ({state.capital} if state.capital else set())
    return not ours.isdisjoint({other.name, *other.aliases, *other.adjectives, other.capital})


def _person(knowledge: Knowledge, person: Person, day: date) -> Profile:
    return {
        "family": person.family or None,
        "aliases": list(person.aliases),
        "gender": person.gender,
        "country": person.country,
        "wikidata": person.wikidata,
        "offices": [
            {**_office(knowledge, tenure), "held": covers(tenure.start, tenure.end, day)} for tenure in knowledge.tenures(person.id, None)
        ],
    }


def _organization(knowledge: Knowledge, organization: Organization, day: date) -> Profile:
    return {
        "kind": organization.kind,
        "country": organization.country,
        "sector": organization.sector,
        "founded": organization.founded,
        "aliases": list(organization.aliases),
        "wikidata": organization.wikidata,
        "offices": _in_office(knowledge, organization.id, day),
        "members": [
            {"state": each.state, "name": knowledge.states[each.state].name, **_belonging(each)}
            for each in knowledge.members(organization.id, day)
        ],
    }


def _in_office(knowledge: Knowledge, whose: str, day: date) -> list[Profile]:
    """Who holds which office that day, the leading ones first."""
    held = [_office(knowledge, tenure) for tenure in knowledge.incumbents(whose, day)]
    return sorted(held, key=lambda office: ROLES.index(office["role"]))


def _office(knowledge: Knowledge, tenure: Tenure) -> Profile:
    office, person = knowledge.offices[tenure.office], knowledge.persons[tenure.person]
    return {
        "office": office.id, "title": office.title, "role": office.role, "person": person.id, "name": person.name,
        "start": tenure.start, "end": tenure.end, "source": tenure.source,
    }  # fmt: skip


def _belonging(membership: Membership) -> Profile:
    return {"predicate": membership.predicate, "start": membership.start, "end": membership.end, "source": membership.source}
