"""One person in a role: "the Norlandic president", "her Estian counterpart", "the minister"."""

from __future__ import annotations

from whodid.steps.actors import coreference, offices
from whodid.steps.actors.details import Details
from whodid.steps.actors.groups import Groups
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.owners import Owners
from whodid.steps.actors.roster import AMBIGUOUS, INFERRED, Meant, Member, Roster
from whodid.steps.actors.terms import Phrase
from whodid.steps.actors.view import View

# The titles of those who may be called leaders.
_LEADING = frozenset(
    {"president", "prime minister", "leader", "premier", "chancellor", "king", "head of state", "head of government", "ruler"}
)


class Roles:
    """Resolves roles to holders of offices on the day, to persons met before, or to unnamed people.

    Args:
        roster: Who has been met so far.
        lexicon: The words.
        owners: Tells whose a phrase is.
        groups: Takes the roles that are nobody's in particular.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon, owners: Owners, groups: Groups) -> None:
        self._roster = roster
        self._lexicon = lexicon
        self._owners = owners
        self._groups = groups

    def resolve(self, view: View, phrase: Phrase, found: Details, countries: list[str]) -> Meant:
        """The actors a role stands for, with flags; `countries` is whose it is."""
        noun = phrase.term.base
        if noun == "counterpart" and found.owners and not phrase.term.plural:
            return self._counterpart(found, countries)
        if found.peoples:  # "the Catalan president" is not that of Spain
            return self._groups.resolve(view, phrase, found, countries)
        if found.former and found.definite and not countries and (person := self._former_holder(phrase)):
            return [person], ()
        if (region := self._region(view, phrase, found, countries)) is not None:
            return [region], ()
        if phrase.term.plural and not countries and not found.organizations:
            return self._groups.resolve(view, phrase, found, countries)
        if found.former or found.under or (found.sector not in (None, "GOV") and noun in ("leader", "ruler", "chief", "head")):
            return self._groups.resolve(view, phrase, found, countries)
        if not found.indefinite and self._is_office(noun, countries):
            if countries and not (phrase.term.plural and len(countries) == 1):
                return self._holders(phrase, found, countries)
            if found.organizations and (holder := self._head_of(found)):
                return [holder], ()
        if not countries and not found.organizations:
            return self._unowned_role(view, phrase, found)
        return self._groups.resolve(view, phrase, found, countries)

    def _region(self, view: View, phrase: Phrase, found: Details, countries: list[str]) -> str | None:
        """Who holds an office in a part of a state: "Bavaria's interior minister" is not Germany's."""
        noun = phrase.term.base
        if (
            found.states
            or found.former
            or phrase.term.plural
            or len(countries) != 1
            or noun not in self._lexicon.homely | set(self._lexicon.offices)
        ):
            return None
        if (met := self._only_met(noun, countries[0])) is not None:
            return met
        region = self._owners.town(view, phrase, found)
        name = f"{region} {noun}"
        return self._roster.group(name, countries[0], self._groups.sector(phrase, found), name=name, plural=False) if region else None

    def _former_holder(self, phrase: Phrase) -> str | None:
        """The one of whom the article has said that he was it: "the former minister"."""
        noun = phrase.term.base
        if phrase.term.plural or noun in self._lexicon.generic:
            return None
        met = {
            actor: None
            for reference in self._roster.references
            if reference.head.i < phrase.head.i
            for actor in reference.actors
            if self._was(self._roster.members[actor], noun)
        }
        return next(iter(met)) if len(met) == 1 else None

    def _spoken_of(self, noun: str, country: str) -> str | None:
        """The one who held an office before, where the text speaks of him and has not named any who holds it now."""
        members = [member for member in self._roster.members.values() if member.kind == "person" and member.country == country]
        if any(plays(member, noun) for member in members):
            return None
        past = [member.id for member in members if self._was(member, noun)]
        return past[0] if len(past) == 1 else None

    def _was(self, member: Member, noun: str) -> bool:
        """Whether somebody is said, or known, to have left an office of that name."""
        if member.sector != "ELI" and member.office is not None:
            return False
        if noun in member.past:
            return True
        held = self._roster.knowledge.offices_of(member.person.id, None) if member.person is not None else ()
        return any(noun in office.names for office in held)

    def _is_office(self, noun: str, countries: list[str]) -> bool:
        if any((code, noun) in offices.called(self._roster.knowledge) for code in countries):
            return True
        return noun in self._lexicon.offices and noun not in ("head", "chief", "chairman")

    def _head_of(self, found: Details) -> str | None:
        if self._roster.day is None:
            return None
        people = self._roster.knowledge.holders(found.organizations[0].id, "head", self._roster.day)
        return self._roster.person(people[0]) if len(people) == 1 else None

    def _holders(self, phrase: Phrase, found: Details, countries: list[str]) -> Meant:
        actors: list[str] = []
        for code in countries:
            people = offices.holders(self._roster, self._lexicon, code, phrase.term.base)
            if len(people) == 1:
                actors.append(self._roster.person(people[0]))
            elif (met := self._met_role(phrase, code)) is not None:
                actors.append(met)
            elif len(people) > 1:
                return (), AMBIGUOUS
            else:
                actors.append(self._roster.group(phrase.term.base, code, self._groups.sector(phrase, found), plural=False))
                self._roster.members[actors[-1]].role = phrase.term.base
        return actors, ()

    def _met_role(self, phrase: Phrase, country: str) -> str | None:
        """A person of that country whom the article has already called so."""
        for reference in reversed(self._roster.references):
            for actor in reference.actors:
                member = self._roster.members[actor]
                if member.kind == "person" and member.country == country and plays(member, phrase.term.base):
                    return actor
        return None

    def _only_met(self, noun: str, country: str) -> str | None:
        """The one person of that country whom the article has called so."""
        met = [m.id for m in self._roster.members.values() if m.kind == "person" and m.country == country and plays(m, noun)]
        return met[0] if len(met) == 1 else None

    def _counterpart(self, found: Details, countries: list[str]) -> Meant:
        owner = self._roster.one_at(found.owners[0])
        if owner is None or len(countries) != 1 or not found.states:
            return (), ()
        people = offices.counterparts(self._roster, self._lexicon, owner, countries[0])
        if len(people) == 1:
            return [self._roster.person(people[0])], ()
        return [self._roster.group("counterpart", countries[0], "GOV", plural=False)], ()

    def _unowned_role(self, view: View, phrase: Phrase, found: Details) -> Meant:
        """ "The president", "a minister": somebody of whom the text spoke before, else an unnamed one."""
        noun = phrase.term.base
        if found.definite:
            actors, doubt = coreference.last_of(phrase.head, self._roster, lambda member: 0.0 if plays(member, noun) else None)
            if actors or doubt:
                return actors, AMBIGUOUS if doubt else ()
            code = self._owners.inferred(phrase, found)
            if code and noun in self._lexicon.offices and len(people := offices.holders(self._roster, self._lexicon, code, noun)) == 1:
                return [self._spoken_of(noun, code) or self._roster.person(people[0])], INFERRED
        return self._groups.resolve(view, phrase, found, [])


def plays(member: Member, noun: str) -> bool:
    """Whether somebody may be called by this noun: "minister" fits a foreign minister, "leader" a president."""
    if member.kind != "person":
        return False
    if noun in ("leader", "ruler"):
        return not _LEADING.isdisjoint(member.roles)
    return any(role == noun or role.split()[-1] == noun for role in member.roles)
