"""Unnamed people and units: "riot police", "senior officials", "the rebels", "a lawmaker"."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.steps.actors.again import Again
from whodid.steps.actors.owners import INTERNATIONAL, Owners
from whodid.steps.actors.roster import Roster, slug
from whodid.steps.actors.view import Details, View
from whodid.steps.actors.words import Lexicon, Phrase, plural

# Sectors whose former members PLOVER calls elites.
POWERS = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY"})
_INFERRED = ("country-inferred",)


class Groups:
    """Resolves phrases for unnamed people; remembers who was called so last.

    Args:
        roster: Who has been met so far.
        lexicon: The words.
        owners: Tells whose a phrase is.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon, owners: Owners) -> None:
        self._roster = roster
        self._lexicon = lexicon
        self._owners = owners
        self._again = Again(roster, lexicon)
        self._groups: dict[str, list[str]] = {}

    def resolve(
        self, view: View, phrase: Phrase, found: Details, countries: list[str], flags: Sequence[str]
    ) -> tuple[Sequence[str], Sequence[str]]:
        """The groups a phrase stands for, one for each country, with flags."""
        base, sector = _base(phrase, view, found), self.sector(phrase, found)
        many = phrase.term.plural
        noun = phrase.term.words[-1]
        same = noun in self._lexicon.again and not many
        if not countries and found.organizations and same:
            return [self._roster.organization(found.organizations[0])], ()
        if same and not countries and (again := self._same_again(phrase, found)):
            return [again], ()
        if not countries and found.organizations:
            organization = found.organizations[0]
            members = self._roster.group(f"{organization.name} {base}", organization.country, sector, plural=many)
            self._roster.members[members].owner = self._roster.organization(organization)
            return [members], flags
        if not countries and found.bloc:
            return [self._roster.group(f"{found.bloc} {base}", None, sector, name=f"{found.bloc.title()} {base}")], flags
        if not countries and found.outside:
            return [self._roster.group(f"{found.outside.text} {base}", None, sector, plural=many)], flags
        if not countries and not found.owners and not found.is_others:
            if met := self._met_group(phrase, found, base):
                return met, ()
            if code := self._owners.inferred(phrase, found):
                countries, flags = [code], _INFERRED
        if base in ("countries", "nations") and countries and len(found.owners) == 1 and found.owners[0].tag == "PRP$":
            return [id for code in countries if (id := self._roster.state_of(code))], flags
        if base in self._lexicon.state_friends and len(countries) == 1 and any(token.lower == "our" for token in found.owners):
            return [id for code in countries if (id := self._roster.state_of(code))], flags
        if base == "governments" and countries:
            return [self._roster.government(code) for code in countries], flags
        named = self._roster.owned if sector == "MIL" and base in self._lexicon.equipment else self._roster.called
        shown = _shown(phrase, base)
        ids = [self._roster.group(base, code, sector, name=named(shown, code), plural=many) for code in (countries or (None,))]
        if not found.indefinite:
            self._groups[base] = ids
        for id in ids:
            self._roster.members[id].one |= found.each_one or _is_announced(phrase, found)
            self._roster.members[id].role = phrase.term.base if phrase.term.kind == "role" else None
            self._roster.members[id].collective = phrase.term.words[-1] in self._lexicon.collectives
        return ids, flags

    def _same_again(self, phrase: Phrase, found: Details) -> str | None:
        """The organization named before that "the group" or "the rebel group" means."""
        told = found.organizations or found.bloc or found.owners or found.outside
        if told or not found.definite or phrase.head.dep in ("compound", "amod"):
            return None
        sector = phrase.term.sector if len(phrase.term.words) > 1 else found.sector
        return self._again.organization(phrase.head, phrase.term.words[-1], sector)

    def sector(self, phrase: Phrase, found: Details) -> str | None:
        """The PLOVER sector of a phrase: its own, or for a general noun that of the words around it."""
        if found.former and phrase.term.kind == "role" and phrase.term.sector in POWERS:
            return "ELI"
        if phrase.term.base not in self._lexicon.generic and phrase.term.words[-1] not in self._lexicon.generic:
            return phrase.term.sector
        if found.sector:
            return found.sector
        if phrase.term.base in self._lexicon.unsure and not found.states and not found.organizations:
            return None
        for organization in found.organizations:
            if organization.country in INTERNATIONAL:
                return phrase.term.sector if phrase.term.sector in ("MIL", "COP") else None
            return organization.sector or phrase.term.sector
        return phrase.term.sector

    def _met_group(self, phrase: Phrase, found: Details, base: str) -> Sequence[str]:
        """Those so called before: for "the hostages" the last ones, for bare "police" the only ones whose country was told."""
        if found.definite and (last := self._groups.get(base)):
            return last
        if found.first < phrase.first and not found.definite:
            return ()
        ids = [
            member.id
            for member in self._roster.members.values()
            if member.country and member.id == f"group:{slug(base)}-{member.country.lower()}"
        ]
        return ids if len(ids) == 1 else ()


def _is_announced(phrase: Phrase, found: Details) -> bool:
    """Whether something is told to befall one of whom the text may still say who it is: "a French reporter was freed"."""
    head = phrase.head
    if phrase.term.plural or not found.indefinite or head.tag != "NN":
        return False
    return head.dep in ("dobj", "nsubjpass") or (head.dep == "pobj" and head.head.lower == "of" and head.head.head.pos == "NOUN")


def _shown(phrase: Phrase, base: str) -> str:
    """The words by which the record names a group: as first told, singular or plural."""
    words = " ".join(phrase.term.words).replace(" 's", "'s").replace(" - ", "-")
    return words if base in (words, plural(words)) else base


def _base(phrase: Phrase, view: View, found: Details) -> str:
    base = phrase.term.base
    if phrase.term.kind == "role" and (phrase.term.plural or (base not in view.lexicon.offices and plural(base) in view.lexicon.groups)):
        base = plural(base)
    return f"former {base}" if found.former else base
