"""Unnamed people and units: "riot police", "senior officials", "the rebels", "a lawmaker"."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.knowledge import INTERNATIONAL
from whodid.steps.actors.again import Again
from whodid.steps.actors.details import Details
from whodid.steps.actors.inflection import plural
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.owners import Owners
from whodid.steps.actors.roster import INFERRED, Meant, Member, Roster, slug
from whodid.steps.actors.terms import Phrase
from whodid.steps.actors.view import View
from whodid.text import Token

# Sectors whose former members PLOVER calls elites.
POWERS = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY"})
# Bodies of these sectors have presidents and heads who govern nobody.
_PRIVATE = frozenset({"BUS", "EDU", "MED", "JRN", "LAB", "SOC", "REL", "PTY", "REB", "CVL"})
# Of these a word before the noun tells the holder's leaning, not his body: "the Islamist president".
_TOLD_BEFORE = frozenset({"REL", "PTY", "REB", "CVL"})
# Of these the faith told before them changes nothing.
_FIRM = frozenset({"MIL", "COP", "REB", "UAF", "PRM", "CVL"})
# People of these sectors are mostly at home where something happens to them.
_LOCAL = frozenset({"CVL", "COP", "LAB", "EDU", "OPP", "AGR", "HLH", "JUD"})
_ELSEWHERE = frozenset({"REB", "UAF", "CRM", "REF", "MIL"})


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

    def resolve(self, view: View, phrase: Phrase, found: Details, countries: list[str]) -> Meant:
        """The groups a phrase stands for, one for each country."""
        flags: Sequence[str] = ()
        base = _of_people(found, _base(phrase, view, found))
        if not countries:
            if (again := self._again_meant(phrase, found)) is not None:
                return [again], ()
            if (other := self._of_no_country(phrase, found, base)) is not None:
                return [other], ()
            if not found.owners and not found.is_others:
                if met := self._met_group(phrase, found, base):
                    self._call(met, phrase, found, _shown(phrase, base))
                    return met, ()
                if scenes := self._scenes(view, phrase, found):
                    countries, flags = scenes, INFERRED
                elif code := self._owners.inferred(phrase, found):
                    countries, flags = [code], INFERRED
        below = view.tokens[max(phrase.first - 1, 0)].lower in self._lexicon.below  # "provincial governments"
        states = None if below else self._states(base, found, countries)
        return (states if states is not None else self._told(view, phrase, found, countries)), flags

    def _again_meant(self, phrase: Phrase, found: Details) -> str | None:
        """The organization that a word for one meant again stands for: "the UN body", "the group"."""
        if phrase.term.words[-1] not in self._lexicon.again or phrase.term.plural:
            return None
        return self._roster.organization(found.organizations[0]) if found.organizations else self._same_again(phrase, found)

    def _of_no_country(self, phrase: Phrase, found: Details, base: str) -> str | None:
        """The group of an organization, of many states, or of a name that nothing knows."""
        sector, many = self.sector(phrase, found), phrase.term.plural
        if found.organizations:
            organization = found.organizations[0]
            members = self._roster.group(f"{organization.name} {base}", organization.country, sector, plural=many)
            self._roster.members[members].owner = self._roster.organization(organization)
            return members
        if found.bloc:
            return self._roster.group(f"{found.bloc} {base}", None, sector, name=f"{found.bloc.title()} {base}")
        return self._roster.group(f"{found.outside_name} {base}", None, sector, plural=many) if found.outside else None

    def _states(self, base: str, found: Details, countries: Sequence[str]) -> list[str] | None:
        """The states or governments where the words stand for them: "their countries", "our Norlandic friends"; None where not."""
        if base == "governments" and countries:
            return [self._roster.government(code) for code in countries]
        theirs = base in ("countries", "nations") and countries and len(found.owners) == 1 and found.owners[0].tag == "PRP$"
        friends = base in self._lexicon.state_friends and len(countries) == 1 and any(token.lower == "our" for token in found.owners)
        if theirs or friends:
            return [id for code in countries if (id := self._roster.state_of(code))]
        return None

    def _told(self, view: View, phrase: Phrase, found: Details, countries: Sequence[str]) -> list[str]:
        """The groups by the words that name them, with their owner or backer; remembered for when they are told again."""
        plain = _base(phrase, view, found)
        base, shown = _of_people(found, plain), _of_people(found, _shown(phrase, plain))
        owner = None if found.states else self._followed(plain, found)
        if owner is not None:
            base, shown = f"{owner.name} {base}", f"{owner.name} {shown}"
        if found.attached and not countries and phrase.term.kind == "group":
            base, shown = f"{found.attached} {base}", f"{found.attached} {shown}"
        sector = self.sector(phrase, found)
        ids = [
            self._roster.group(
                base, code, sector, name=shown if owner else self._named(phrase, found, shown, code), plural=phrase.term.plural
            )
            for code in (countries or (None,))
        ]
        if owner is None:
            self._call(ids, phrase, found, shown)
        if not found.indefinite:
            self._groups[base] = self._groups[plain] = ids
            if found.body is not None:
                self._groups[phrase.term.base] = ids
        for id in ids:
            member = self._roster.members[id]
            member.one |= found.each_one or _is_announced(phrase, found)
            member.role = phrase.term.base if phrase.term.kind == "role" else None
            member.collective = phrase.term.words[-1] in self._lexicon.collectives
        return ids

    def _call(self, ids: Sequence[str], phrase: Phrase, found: Details, shown: str) -> None:
        """Note by which words groups are called here."""
        for member in (self._roster.members[id] for id in ids):
            member.called[self._named(phrase, found, shown, member.country)] += 1

    def _followed(self, base: str, found: Details) -> Member | None:
        """The person by whom the record names his people: "Jan Kor supporters"; troops only of one who leads no state."""
        owner = self._owners.owner(found)
        noun = plural(base) if plural(base) in self._lexicon.followers else base
        if owner is None or noun in self._lexicon.followers:
            return owner
        rules = owner.person is not None and self._roster.led(owner.person)
        return owner if noun in self._lexicon.fighters and owner.kind == "person" and not rules else None

    def _scenes(self, view: View, phrase: Phrase, found: Details) -> list[str]:
        """The countries where common people, crowds and police do or suffer what the clause tells."""
        if not self._is_local(phrase, found) or self._owners.is_from_abroad(phrase):
            return []
        countries = self._owners.scenes(view, phrase.head)
        return countries if len(countries) == 1 or phrase.term.plural else []

    def _is_local(self, phrase: Phrase, found: Details) -> bool:
        """Whether such people are mostly at home where something is told of them: not fighters, migrants, prisoners, a lone man."""
        term, domestic = phrase.term, self._lexicon.domestic
        if term.is_among(self._lexicon.foreign | self._lexicon.held) or term.sector in _ELSEWHERE:
            return False
        if not (term.plural or term.sector == "COP" or plural(term.base) in domestic):
            return False
        return term.people is not None or bool(found.peoples) or term.sector in _LOCAL or term.base in domestic

    def _named(self, phrase: Phrase, found: Details, shown: str, country: str | None) -> str:
        """A group's name: with its country's adjective, but a people's only with that of a state told beside it."""
        if (found.peoples or phrase.term.people) and not found.states:
            return shown
        arms = phrase.term.sector == "MIL" and phrase.term.base in self._lexicon.equipment
        return self._roster.owned(shown, country) if arms else self._roster.called(shown, country)

    def _same_again(self, phrase: Phrase, found: Details) -> str | None:
        """The organization named before that "the group" or "the rebel group" means."""
        told = found.organizations or found.bloc or found.owners or found.outside or found.peoples
        if told or not found.definite or phrase.head.dep in ("compound", "amod"):
            return None
        sector = phrase.term.sector if len(phrase.term.words) > 1 else found.sector
        return self._again.organization(phrase.head, phrase.term.words[-1], sector)

    def sector(self, phrase: Phrase, found: Details) -> str | None:
        """The PLOVER sector of a phrase: its own, or for a general noun that of the words around it."""
        if found.peoples and phrase.term.sector == "MIL" and not found.states:
            return "UAF"  # soldiers of a people are no state's unless one is told
        if found.peoples and found.peoples[0].people.sector == "REL" and phrase.term.sector not in _FIRM and self._is_generic(phrase):
            return "REL"
        if phrase.term.sector in ("LAB", "MIL") and any(owner.sector == "BUS" for owner in found.organizations):
            return "LAB"  # "Norland Air pilots"
        if found.former and phrase.term.kind == "role" and phrase.term.sector in POWERS:
            return "ELI"
        if phrase.term.words[-1] in self._lexicon.anybodys and not found.states and (private := self._private(phrase, found)) is not None:
            return private or None
        if not self._is_generic(phrase):
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

    def _private(self, phrase: Phrase, found: Details) -> str | None:
        """The sector of the body that a president or head presides over, where it is no state's; "" where that is not known."""
        if found.organizations:
            sector = found.organizations[0].sector
            politics = any(child.dep == "amod" and child.text[0].isupper() for child in phrase.head.children)  # "the Democratic president"
            return sector if sector in _PRIVATE and not (sector == "PTY" and politics) else None
        owners = [reference for owner in found.owners if (reference := self._roster.at(owner)) is not None]
        sectors = {self._roster.members[actor].sector for reference in owners for actor in reference.actors}
        if len(sectors) == 1 and (told := next(iter(sectors))) in _PRIVATE:
            return told
        if found.sector in _PRIVATE and found.sector not in _TOLD_BEFORE:
            return found.sector
        if found.outside is None or found.outside.entity != "ORG":
            return None
        kinds = self._lexicon.organizations
        return next((kinds[word.lower] for word in _entity(found.outside) if word.lower in kinds), "")

    def _is_generic(self, phrase: Phrase) -> bool:
        return phrase.term.base in self._lexicon.generic or phrase.term.words[-1] in self._lexicon.generic

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


def _entity(token: Token) -> Sequence[Token]:
    """The words of the name in which a word stands, the last first."""
    for entity in token.sentence.entities:
        if entity.first.i <= token.i <= entity.last.i:
            start = token.sentence.tokens[0].i
            return token.sentence.tokens[entity.first.i - start : entity.last.i - start + 1][::-1]
    return [token]


def _is_announced(phrase: Phrase, found: Details) -> bool:
    """Whether something is told to befall one of whom the text may still say who it is: "a French reporter was freed"."""
    head = phrase.head
    if phrase.term.plural or not found.indefinite or head.tag != "NN":
        return False
    return head.dep in ("dobj", "nsubjpass") or (head.dep == "pobj" and head.head.lower == "of" and head.head.head.pos == "NOUN")


def _of_people(found: Details, words: str) -> str:
    """Words with the people before them: "Kurdish militants"."""
    return f"{found.peoples[0].shown} {words}" if found.peoples else words


def _shown(phrase: Phrase, base: str) -> str:
    """The words by which the record names a group: as first told, singular or plural."""
    words = " ".join(phrase.term.words).replace(" 's", "'s").replace(" - ", "-")
    another = phrase.term.kind == "group" and phrase.term.people is None and base == phrase.term.base  # "demonstrators" for protesters
    return words if another or base in (words, plural(words)) else base


def _base(phrase: Phrase, view: View, found: Details) -> str:
    base = phrase.term.base
    if phrase.term.kind == "role" and (phrase.term.plural or (base not in view.lexicon.offices and plural(base) in view.lexicon.groups)):
        base = plural(base)
    base = f"{found.under} {base}" if found.under else base
    if found.body is not None:
        base = f"{' '.join(word if word == 'of' else word.capitalize() for word in found.body.term.words)} {base}"
    return f"former {base}" if found.former else base
