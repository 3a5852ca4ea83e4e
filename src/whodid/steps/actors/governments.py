"""Governments: "the Norlandic government" is a body of the state; its authorities and its regime are the state."""

from __future__ import annotations

from whodid.steps.actors.details import Details
from whodid.steps.actors.owners import Owners
from whodid.steps.actors.roster import INFERRED, Meant, Roster
from whodid.steps.actors.terms import Phrase
from whodid.steps.actors.view import View

_GOVERNMENT, _ADMINISTRATION = "government", "administration"


class Governments:
    """Resolves words for a state's government.

    Args:
        roster: Who has been met so far.
        owners: Tells whose a phrase is.
    """

    def __init__(self, roster: Roster, owners: Owners) -> None:
        self._roster = roster
        self._owners = owners
        self._named: dict[str, str] = {}
        self._regional: str | None = None

    def resolve(self, view: View, phrase: Phrase, found: Details, countries: list[str]) -> Meant:
        """The actors the words stand for; where nothing tells whose government it is, an unnamed one."""
        if found.peoples:
            return self._of_people(phrase, found, countries)
        if len(countries) == 1 and (district := self._owners.town(view, phrase, found)):
            name = f"{district} {phrase.term.base}"
            self._regional = self._roster.body(name, countries[0], "GOV", base=name)
            return [self._regional], ()
        if view.tokens[phrase.first - 1].lower in view.lexicon.below and phrase.first:
            return self._below(view, phrase, found, countries)
        if phrase.term.base == _ADMINISTRATION and (own := self._administration(found, countries)):
            return [own], ()
        if actors := [id for code in countries if (id := self._of(phrase, code))]:
            return actors, ()
        base = phrase.term.base
        if found.organizations:
            owner = found.organizations[0]
            return [self._roster.group(f"{owner.name} {base}", owner.country, owner.sector, plural=False)], ()
        if found.bloc:
            return [self._roster.group(f"{found.bloc} governments", None, "GOV", name=f"{found.bloc.title()} governments")], ()
        # "U.N.-backed government" may be anybody's; "the government" is whose the passage is about.
        told = found.definite or phrase.term.words[-1] == "authorities"
        told = told and not any(owner.pos == "PROPN" for owner in found.owners)  # "the Halden government" is that of Halden, whoever he is
        code = self._owners.inferred(phrase, found) if told else None
        if code and (id := self._of(phrase, code)):
            return [id], INFERRED
        if told and phrase.term.base == _GOVERNMENT and not found.is_others and (met := self._only()):
            return [met], INFERRED
        id = self._roster.group(base, None, "GOV", plural=phrase.term.words[-1] == "authorities")
        self._roster.members[id].collective = True
        return [id], ()

    def _below(self, view: View, phrase: Phrase, found: Details, countries: list[str]) -> Meant:
        """ "The state government", "local authorities": those of the part of a state named last, else some part's."""
        if found.definite and not countries and self._regional is not None:
            return [self._regional], ()
        code = next(iter(countries), None) or self._owners.inferred(phrase, found)
        base = f"{view.tokens[phrase.first - 1].lower} {phrase.term.base}"
        return [self._roster.body(self._roster.called(base, code), code, "GOV", base=base)], () if countries or not code else INFERRED

    def _administration(self, found: Details, countries: list[str]) -> str | None:
        """ "The Kor administration", of a leader's state; "the administration" again is the last so named."""
        owner = found.owners[-1] if found.owners and found.owners[-1].pos == "PROPN" else None
        if owner is None:
            told = [id for code, id in self._named.items() if not countries or code in countries]
            return told[-1] if told and found.definite and not found.states and not found.owners else None
        code = next(iter(countries), None) or self._owners.family_country(owner)
        if code not in self._roster.knowledge.states:
            return None
        name = f"{owner.text} {_ADMINISTRATION}"
        self._named[code or ""] = self._roster.body(name, code, "GOV", base=name)
        return self._named[code or ""]

    def _of_people(self, phrase: Phrase, found: Details, countries: list[str]) -> Meant:
        """Who governs a people: "Kurdish authorities", "the Catalan government" are no state, and not that of the country told."""
        code = None if countries else self._owners.inferred(phrase, found)
        name = f"{found.peoples[0].shown} {phrase.term.base}"
        ids = [self._roster.body(name, country, "GOV", base=name) for country in (countries or (code,))]
        return ids, INFERRED if code else ()

    def _only(self) -> str | None:
        """The one government of which the article has spoken: more than once, or it is that of the country the article is about."""
        met = [member.id for member in self._roster.members.values() if member.id.startswith(f"organization:{_GOVERNMENT}-")]
        if len(met) != 1:
            return None
        told = sum(met[0] in reference.actors for reference in self._roster.references)
        return met[0] if told > 1 or self._owners.is_foremost(self._roster.members[met[0]].country) else None

    def _of(self, phrase: Phrase, country: str) -> str | None:
        """The government of a state, or for its authorities and the like the state itself."""
        state = self._roster.state_of(country)
        if state is None:
            return None
        if phrase.term.base == _GOVERNMENT:
            return self._roster.government(country)
        self._roster.members[state].sector = "GOV"
        return state
