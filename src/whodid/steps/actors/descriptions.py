"""Actors told by what they are: "the Norlandic president", "Estia's foreign ministry", "riot police", "senior officials"."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.cast import ReferenceKind
from whodid.knowledge import Organization, Person
from whodid.steps.actors import coreference, offices
from whodid.steps.actors.owners import INTERNATIONAL, Owners
from whodid.steps.actors.roster import Member, Roster, slug
from whodid.steps.actors.view import Details, View, details
from whodid.steps.actors.words import Lexicon, Phrase, plural

# Sectors whose former members PLOVER calls elites.
_POWERS = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY"})
# What counts as an actor even where it only modifies a noun: "police raid", "rebel attack", "student protest".
_ACTING = frozenset({"MIL", "COP", "REB", "UAF", "PRM", "OPP", "CRM", "REF", "LEG", "JUD", "SPY"})
_ACTING_BASES = frozenset({"protesters", "hostages", "prisoners", "students", "workers", "farmers"})
_INFERRED = ("country-inferred",)
_AMBIGUOUS = ("ambiguous",)
# Nouns for the whole of a state's people or for nobody in particular: no country is inferred for them.
_VAGUE = frozenset(
    {
        "countries",
        "nations",
        "powers",
        "world powers",
        "major powers",
        "great powers",
        "western powers",
        "world leaders",
        "international community",
        "allies",
        "partners",
        "friends",
    }
)


class Describer:
    """Resolves phrases of the lexicon against the roster.

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

    def refer(self, view: View, phrase: Phrase, found: Details) -> None:
        """Add the reference for a phrase, or none where it stands for nobody in particular."""
        modifies = _modifies(phrase)
        if modifies and not self._may_modify(phrase):
            return
        actors, flags = self._resolve(view, phrase, found)
        kind: ReferenceKind = "adjective" if modifies else "role"
        span = view.span(found.first, found.last)
        self._roster.refer(phrase.head, span, actors, kind, flags)

    def _resolve(self, view: View, phrase: Phrase, found: Details) -> tuple[Sequence[str], Sequence[str]]:
        if (same := self._apposed(view, phrase, found)) is not None:
            return same, ()
        countries, flags = self._owners.countries(view, phrase, found), ()
        kind = phrase.term.kind
        if kind == "state":
            return self._state(view, phrase, found, countries, flags)
        if kind == "body":
            return self._body(view, phrase, found, countries, flags)
        if kind == "role":
            return self._role(view, phrase, found, countries, flags)
        return self._group(view, phrase, found, countries, flags)

    def _apposed(self, view: View, phrase: Phrase, found: Details) -> tuple[str, ...] | None:
        """The named actor beside whom the phrase stands: "Jan Kor, the president of Norland", "the president, Jan Kor"."""
        head = phrase.head
        beside = self._roster.at(head.head) if head.dep == "appos" and head.head is not head else None
        if beside is not None and beside.kind == "name" and phrase.term.plural:
            joined = coreference.coordinated(beside, self._roster)
            return joined if len(joined) > 1 else None
        if beside is not None and beside.kind == "name" and len(beside.actors) == 1:
            member = self._roster.members[beside.actors[0]]
            one = phrase.term.kind == "role" or (phrase.term.kind == "group" and phrase.head.tag in ("NN", "NNP"))
            if member.kind == "person" and one or member.kind == "organization" and phrase.term.kind != "role":
                self.teach(view, member, phrase, found)
                return beside.actors
        for child in head.children:
            if child.dep == "appos" and child.i > head.i and phrase.term.kind == "role" and not phrase.term.plural:
                person = view.person_at.get(view.position(child))
                known = self._roster.at(person.head) if person else None
                if known is not None and known.actors:
                    self.teach(view, self._roster.members[known.actors[0]], phrase, found)
                    return known.actors
        return None

    def _may_modify(self, phrase: Phrase) -> bool:
        term = phrase.term
        if term.base in self._lexicon.equipment:
            return False
        return term.kind in ("state", "body") or term.sector in _ACTING or term.base in _ACTING_BASES

    def teach(self, view: View, member: Member, phrase: Phrase, found: Details) -> None:
        """Note for a named person what a title or apposition tells of country, sector and role."""
        countries = self._owners.countries(view, phrase, found)
        if found.former and member.office is None:
            member.sector = (
                "ELI" if phrase.term.sector in _POWERS and (self._roster.day is None or not member.sector) else member.sector
            )
        else:
            member.roles.add(phrase.term.base)
            if phrase.term.sector is not None:
                member.sector = member.sector or self.sector(phrase, found)
        if member.country is None:
            member.country = countries[0] if countries else next((o.country for o in found.organizations if o.country), None)
        if (
            member.office is None
            and not found.former
            and member.kind == "person"
            and phrase.term.kind == "role"
            and (countries or found.organizations)
        ):
            words = phrase.head.sentence.tokens[0].i
            first, last = found.first, max(found.last, phrase.last)
            tokens = phrase.head.sentence.tokens[first : last + 1]
            while tokens and tokens[0].pos in ("DET", "PUNCT"):
                tokens = tokens[1:]
            if tokens and words <= tokens[0].i:
                start = phrase.head.sentence.start
                member.office = phrase.head.sentence.text[tokens[0].start - start : tokens[-1].end - start]

    def holder(self, country: str, noun: str) -> str | None:
        """Name of the one who holds that office in that country on the day, if it is one."""
        people = offices.holders(self._roster, self._lexicon, country, noun)
        return people[0].name if len(people) == 1 else None

    def sector(self, phrase: Phrase, found: Details) -> str | None:
        """The PLOVER sector of a phrase: its own, or for a general noun that of the words around it."""
        if found.former and phrase.term.kind == "role" and phrase.term.sector in _POWERS:
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

    def _state(
        self, view: View, phrase: Phrase, found: Details, countries: list[str], flags: Sequence[str]
    ) -> tuple[Sequence[str], Sequence[str]]:
        states = [id for code in countries if (id := self._roster.state_of(code))]
        for state in states:
            self._roster.members[state].sector = "GOV"
        if states:
            return states, flags
        if found.organizations:
            organization = found.organizations[0]
            return [
                self._roster.group(
                    f"{organization.name} {phrase.term.base}", organization.country, organization.sector, plural=False
                )
            ], ()
        if found.bloc:
            return [self._roster.group(f"{found.bloc} governments", None, "GOV", name=f"{found.bloc.title()} governments")], ()
        # "U.N.-backed government" may be anybody's; "the government" is whose the passage is about.
        told = found.definite or phrase.term.words[-1] == "authorities"
        code = self._owners.inferred(phrase, found) if told else None
        if code and (id := self._roster.state_of(code)):
            self._roster.members[id].sector = "GOV"
            return [id], _INFERRED
        id = self._roster.group(phrase.term.base, None, "GOV", plural=phrase.term.words[-1] == "authorities")
        self._roster.members[id].collective = True
        return [id], ()

    def _body(
        self, view: View, phrase: Phrase, found: Details, countries: list[str], flags: Sequence[str]
    ) -> tuple[Sequence[str], Sequence[str]]:
        if found.organizations and not countries:
            organization = found.organizations[0]
            return [self._roster.body(f"{organization.name} {phrase.term.base}", organization.country, phrase.term.sector)], ()
        if not countries and found.outside is not None:
            base = phrase.term.base
            return [self._roster.body(f"{found.outside.text} {base}", None, phrase.term.sector)], ()
        if not countries and (met := self._met_body(phrase)):
            return [met], ()
        if not countries and (code := self._owners.inferred(phrase, found)):
            countries, flags = [code], _INFERRED
        base = phrase.term.base
        if not countries:
            return [self._roster.body(base, None, phrase.term.sector, base=base)], ()
        return [self._own_body(phrase, code) for code in countries], flags

    def _own_body(self, phrase: Phrase, country: str) -> str:
        """A country's body: the knowledge's, where it has it under one of the plain names ("Norlandic Senate", "Norland Senate")."""
        state = self._roster.knowledge.states.get(country)
        words = " ".join(token.capitalize() for token in phrase.term.words)
        base = phrase.term.base
        for owner in (*state.adjectives, state.name, *state.aliases) if state else ():
            for name in self._roster.knowledge.named(f"{owner} {words}"):
                if name.kind == "name" and isinstance(name.entry, Organization):
                    return self._roster.organization(name.entry)
        return self._roster.body(self._roster.called(base, country), country, phrase.term.sector, base=base)

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

    def _met_body(self, phrase: Phrase) -> str | None:
        """The last body of that name, or for "the ministry" the last of any ministry."""
        words = phrase.term.words[-1]
        own = [
            id
            for id in self._roster.members
            if id.startswith(f"organization:{slug(phrase.term.base)}-") and len(id) == len(slug(phrase.term.base)) + 17
        ]
        if len(own) == 1:
            return own[0]
        for reference in reversed(self._roster.references):
            if reference.head.sentence.index < phrase.head.sentence.index - 8:
                return None
            for actor in reference.actors:
                member = self._roster.members[actor]
                if member.kind == "organization" and (
                    phrase.term.base.casefold() in member.name.casefold() or words in member.name.casefold().split()
                ):
                    return actor
        return None

    def _role(
        self, view: View, phrase: Phrase, found: Details, countries: list[str], flags: Sequence[str]
    ) -> tuple[Sequence[str], Sequence[str]]:
        noun = phrase.term.base
        if noun == "counterpart" and found.owners and not phrase.term.plural:
            return self._counterpart(found, countries)
        if phrase.term.plural and not countries and not found.organizations:
            return self._group(view, phrase, found, countries, flags)
        if found.former or (found.sector not in (None, "GOV") and noun in ("leader", "ruler", "chief", "head")):
            return self._group(view, phrase, found, countries, flags)
        if not found.indefinite and self._is_office(noun, countries):
            if countries and not (phrase.term.plural and len(countries) == 1):
                return self._holders(phrase, found, countries, flags)
            if found.organizations and (holder := self._head_of(found)):
                return [holder], ()
        if not countries and not found.organizations:
            return self._unowned_role(view, phrase, found)
        return self._group(view, phrase, found, countries, flags)

    def _is_office(self, noun: str, countries: list[str]) -> bool:
        if any((code, noun) in offices.called(self._roster.knowledge) for code in countries):
            return True
        return noun in self._lexicon.offices and noun not in ("head", "chief", "chairman")

    def _head_of(self, found: Details) -> str | None:
        if self._roster.day is None:
            return None
        people = self._roster.knowledge.holders(found.organizations[0].id, "head", self._roster.day)
        return self._roster.person(people[0]) if len(people) == 1 else None

    def _holders(
        self, phrase: Phrase, found: Details, countries: list[str], flags: Sequence[str]
    ) -> tuple[Sequence[str], Sequence[str]]:
        actors: list[str] = []
        for code in countries:
            people = offices.holders(self._roster, self._lexicon, code, phrase.term.base)
            if len(people) == 1:
                actors.append(self._roster.person(people[0]))
            elif (met := self._met_role(phrase, code)) is not None:
                actors.append(met)
            elif len(people) > 1:
                return (), _AMBIGUOUS
            else:
                actors.append(self._roster.group(phrase.term.base, code, self.sector(phrase, found), plural=False))
        return actors, flags

    def _met_role(self, phrase: Phrase, country: str) -> str | None:
        """A person of that country whom the article has already called so."""
        for reference in reversed(self._roster.references):
            for actor in reference.actors:
                member = self._roster.members[actor]
                if member.kind == "person" and member.country == country and _plays(member, phrase.term.base):
                    return actor
        return None

    def _counterpart(self, found: Details, countries: list[str]) -> tuple[Sequence[str], Sequence[str]]:
        reference = self._roster.at(found.owners[0])
        person: Person | None = None
        if reference is None or len(reference.actors) != 1 or len(countries) != 1 or not found.states:
            return (), ()
        people = offices.counterparts(self._roster, self._lexicon, reference.actors[0], countries[0])
        person = people[0] if len(people) == 1 else None
        if person is not None:
            return [self._roster.person(person)], ()
        return [self._roster.group("counterpart", countries[0], "GOV", plural=False)], ()

    def _unowned_role(self, view: View, phrase: Phrase, found: Details) -> tuple[Sequence[str], Sequence[str]]:
        """ "The president", "a minister": somebody of whom the text spoke before, else an unnamed one."""
        noun = phrase.term.base
        if found.definite:
            actors, doubt = coreference.last_of(phrase.head, self._roster, lambda member: 0.0 if _plays(member, noun) else None)
            if actors or doubt:
                return actors, _AMBIGUOUS if doubt else ()
            code = self._owners.inferred(phrase, found)
            if (
                code
                and noun in self._lexicon.offices
                and len(people := offices.holders(self._roster, self._lexicon, code, noun)) == 1
            ):
                return [self._roster.person(people[0])], _INFERRED
        return self._group(view, phrase, found, [], ())

    def _group(
        self, view: View, phrase: Phrase, found: Details, countries: list[str], flags: Sequence[str]
    ) -> tuple[Sequence[str], Sequence[str]]:
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
            if base not in _VAGUE and (code := self._owners.inferred(phrase, found)):
                countries, flags = [code], _INFERRED
        ids = [self._roster.group(base, code, sector, plural=many) for code in (countries or (None,))]
        if not found.indefinite:
            self._groups[base] = ids
        for id in ids:
            self._roster.members[id].collective = phrase.term.words[-1] in self._lexicon.collectives
        return ids, flags


def _is_organization(member: Member) -> float | None:
    if member.kind == "organization" and member.sector not in ("GOV", "LEG", "JUD", "COP"):
        return 0.0
    return None


def _base(phrase: Phrase, view: View, found: Details) -> str:
    base = phrase.term.base
    if phrase.term.kind == "role" and (
        phrase.term.plural or (base not in view.lexicon.offices and plural(base) in view.lexicon.groups)
    ):
        base = plural(base)
    return f"former {base}" if found.former else base


def _names_organization(view: View, at: int, phrase: Phrase) -> bool:
    """Whether an organization's name follows to which the phrase is a title: "state broadcaster NTV"."""
    if at >= len(view.tokens) or phrase.head.tag != "NN" or view.tokens[at].pos != "PROPN":
        return False
    joined = any(view.tokens[at] is word or view.tokens[at].head is word for word in (phrase.head.head, *phrase.head.children))
    named = view.named.get(at)
    return joined and (named.organization is not None if named else view.tokens[at].entity in ("ORG", "PERSON", "PRODUCT"))


def _plays(member: Member, noun: str) -> bool:
    """Whether somebody may be called by this noun: "minister" fits a foreign minister, "leader" a president."""
    if member.kind != "person":
        return False
    if noun in ("leader", "ruler"):
        return bool(
            member.roles
            & {
                "president",
                "prime minister",
                "leader",
                "premier",
                "chancellor",
                "king",
                "head of state",
                "head of government",
                "ruler",
            }
        )
    return any(role == noun or role.split()[-1] == noun for role in member.roles)


def _modifies(phrase: Phrase) -> bool:
    return phrase.head.dep in ("compound", "amod", "nmod") and phrase.head.head.i > phrase.head.i


def details_of(view: View) -> dict[int, Details]:
    """What stands around each phrase of the sentence, by position of its head; words that belong to a phrase are claimed."""
    found: dict[int, Details] = {}
    for position in sorted(view.phrases, reverse=True):
        if position in view.claimed:
            continue
        found[position] = details(view, view.phrases[position])
        view.claimed |= found[position].claimed
        following = phrase_end + 1 if (phrase_end := view.phrases[position].last) >= 0 else 0
        if view.phrases[position].term.kind in ("group", "body") and _names_organization(view, following, view.phrases[position]):
            view.prefixes[following] = (view.phrases[position], found[position])
            view.claimed.add(position)
    return {position: found[position] for position in found if position not in view.claimed}
