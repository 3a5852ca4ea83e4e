"""Unnamed people and units: "riot police", "senior officials", "the rebels", "a lawmaker"."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.steps.actors import coreference
from whodid.steps.actors.owners import INTERNATIONAL, Owners
from whodid.steps.actors.roster import Member, Roster, slug
from whodid.steps.actors.view import Details, View
from whodid.steps.actors.words import Lexicon, Phrase, plural

# Sectors whose former members PLOVER calls elites.
POWERS = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY"})
_INFERRED = ("country-inferred",)
_AMBIGUOUS = ("ambiguous",)

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
        self._groups: dict[str, list[str]] = {}

    def resolve(
        self, view: View, phrase: Phrase, found: Details, countries: list[str], flags: Sequence[str]
    ) -> tuple[Sequence[str], Sequence[str]]:
        """The groups a phrase stands for, one for each country, with flags."""
        base, sector = _base(phrase, view, found), self.sector(phrase, found)
        many = phrase.term.plural
        same = phrase.term.words[-1] in self._lexicon.same_organization and not many
        if not countries and found.organizations and same:
            return [self._roster.organization(found.organizations[0])], ()
        if same and found.definite and not countries and not found.organizations and phrase.head.dep not in ("compound", "amod"):
            actors, doubt = coreference.last_of(phrase.head, self._roster, _is_organization)
            if actors or doubt:
                return actors, _AMBIGUOUS if doubt else ()
        if not countries and found.organizations:
            organization = found.organizations[0]
            return [self._roster.group(f"{organization.name} {base}", organization.country, sector, plural=many)], flags
        if not countries and found.bloc:
            return [self._roster.group(f"{found.bloc} {base}", None, sector, name=f"{found.bloc.title()} {base}")], flags
        if not countries and found.outside:
            return [self._roster.group(f"{found.outside.text} {base}", None, sector, plural=many)], flags
        if not countries and not found.owners and not found.outside:
            if met := self._met_group(found, base):
                return met, ()
            if code := self._owners.inferred(phrase, found):
                countries, flags = [code], _INFERRED
        shown = _shown(phrase, base)
        ids = [
            self._roster.group(base, code, sector, name=self._roster.called(shown, code), plural=many)
            for code in (countries or (None,))
        ]
        if not found.indefinite:
            self._groups[base] = ids
        for id in ids:
            self._roster.members[id].collective = phrase.term.words[-1] in self._lexicon.collectives
        return ids, flags

    def sector(self, phrase: Phrase, found: Details) -> str | None:
        """The PLOVER sector of a phrase: its own, or for a general noun that of the words around it."""
        if found.former and phrase.term.kind == "role" and phrase.term.sector in POWERS:
            return "ELI"
        if phrase.term.base not in self._lexicon.generic and phrase.term.words[-1] not in self._lexicon.generic:
            return phrase.term.sector
        if found.sector:
            return found.sector
        for organization in found.organizations:
            if organization.country in INTERNATIONAL:
                return phrase.term.sector if phrase.term.sector in ("MIL", "COP") else None
            return organization.sector or phrase.term.sector
        return phrase.term.sector

    def _met_group(self, found: Details, base: str) -> Sequence[str]:
        """Those so called before: for "the hostages" the last ones, for bare "police" the only ones whose country was told."""
        if found.definite and (last := self._groups.get(base)):
            return last
        ids = [
            member.id
            for member in self._roster.members.values()
            if member.country and member.id == f"group:{slug(base)}-{member.country.lower()}"
        ]
        return ids if len(ids) == 1 else ()


def _is_organization(member: Member) -> float | None:
    if member.kind == "organization" and member.sector not in ("GOV", "LEG", "JUD", "COP"):
        return 0.0
    return None


def _shown(phrase: Phrase, base: str) -> str:
    """The words by which the record names a group: as first told, singular or plural."""
    words = " ".join(phrase.term.words).replace(" 's", "'s").replace(" - ", "-")
    return words if base in (words, plural(words)) else base


def _base(phrase: Phrase, view: View, found: Details) -> str:
    base = phrase.term.base
    if phrase.term.kind == "role" and (
        phrase.term.plural or (base not in view.lexicon.offices and plural(base) in view.lexicon.groups)
    ):
        base = plural(base)
    return f"former {base}" if found.former else base
