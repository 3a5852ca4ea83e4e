"""Actors told by what they are: "the Norlandic president", "Estia's foreign ministry", "riot police", "senior officials"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whodid.cast import ReferenceKind
from whodid.knowledge import INTERNATIONAL, Organization
from whodid.steps.actors import offices
from whodid.steps.actors.around import details
from whodid.steps.actors.candidates import coordinated, said_of
from whodid.steps.actors.details import Details
from whodid.steps.actors.epithets import Epithets
from whodid.steps.actors.governments import Governments
from whodid.steps.actors.groups import POWERS, Groups
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.owners import Owners
from whodid.steps.actors.roles import Roles
from whodid.steps.actors.roster import INFERRED, Meant, Member, Roster, slug
from whodid.steps.actors.terms import Phrase
from whodid.steps.actors.view import View
from whodid.text import Token, span_of

# What counts as an actor even where it only modifies a noun: "police raid", "rebel attack", "student protest".
_ACTING = frozenset({"MIL", "COP", "REB", "UAF", "PRM", "OPP", "CRM", "REF", "LEG", "JUD", "SPY"})
_ACTING_BASES = frozenset({"protesters", "hostages", "prisoners", "students", "workers", "farmers"})
# Who is said to stand against a government does not belong to it, whatever office he is known to hold.
_AGAINST = frozenset({"OPP", "REB", "UAF"})
# Who sits in an international body for a state: it is the state's word that he brings.
_ACCREDITED = frozenset({"ambassador", "permanent representative", "representative", "delegate", "member", "lawmaker"})
# Bodies that act at home.
_KEEPERS = frozenset({"COP", "JUD"})
# Letters of a country's code.
_CODE = 3


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
        self._epithets = Epithets(roster, lexicon)
        self._governments = Governments(roster, owners)
        self._groups = Groups(roster, lexicon, owners)
        self._roles = Roles(roster, lexicon, owners, self._groups)

    def refer(self, view: View, phrase: Phrase, found: Details) -> None:
        """Add the reference for a phrase, or none where it stands for nobody in particular."""
        modifies = _modifies(phrase)
        if modifies and not self._may_modify(phrase):
            return
        actors, flags = self._of_each_people(view, phrase, found)
        if phrase.term.base in self._lexicon.equipment and not _may_act(phrase.head) and not self._is_owned(actors, flags):
            return
        kind: ReferenceKind = "adjective" if modifies else "role"
        span = view.span(found.first, found.last)
        self._roster.refer(phrase.head, span, actors, kind, flags)

    def _of_each_people(self, view: View, phrase: Phrase, found: Details) -> Meant:
        """The actors of a phrase; of "Norlandic and Kurdish leaders" those of each state and people."""
        told = [replace(found, peoples=[people], states=[people.of] if people.of else []) for people in found.peoples]
        if found.states or not told:
            told.insert(0, replace(found, peoples=[]))
        if len(told) == 1:
            return self._resolve(view, phrase, told[0])
        each = [self._resolve(view, phrase, one) for one in told]
        return [actor for actors, _ in each for actor in actors], [flag for _, flags in each for flag in flags]

    def _is_owned(self, actors: Sequence[str], flags: Sequence[str]) -> bool:
        return not flags and any(self._roster.members[actor].country for actor in actors)

    def _resolve(self, view: View, phrase: Phrase, found: Details) -> Meant:
        if (same := self._apposed(view, phrase, found)) is not None:
            return same, ()
        countries = self._owners.countries(view, phrase, found)
        if again := self._epithets.person(phrase, found, countries):
            return again, ()
        kind = phrase.term.kind
        if kind == "state":
            return self._governments.resolve(view, phrase, found, countries)
        if kind == "body":
            return self._body(view, phrase, found, countries)
        if kind == "role":
            return self._roles.resolve(view, phrase, found, countries)
        return self._groups.resolve(view, phrase, found, countries)

    def _apposed(self, view: View, phrase: Phrase, found: Details) -> tuple[str, ...] | None:
        """The named actor beside whom the phrase stands: "Jan Kor, the president of Norland", "the president, Jan Kor"."""
        head = phrase.head
        beside = self._roster.at(head.head) if head.dep == "appos" and head.head is not head else None
        if beside is not None and beside.kind == "name" and phrase.term.plural:
            joined = coordinated(beside, self._roster)
            return joined if len(joined) > 1 else None
        if beside is not None and beside.kind == "name" and len(beside.actors) == 1:
            member = self._roster.members[beside.actors[0]]
            one = phrase.term.kind == "role" or (phrase.term.kind == "group" and phrase.head.tag in ("NN", "NNP"))
            if member.kind == "person" and one or member.kind == "organization" and phrase.term.kind != "role":
                self.teach(view, member, phrase, found)
                return beside.actors
        if (named := self._named_after(view, phrase, found) or self._subject(view, phrase, found)) is not None:
            return named
        for child in head.children:
            if child.dep == "appos" and child.i > head.i and phrase.term.kind == "role" and not phrase.term.plural:
                person = view.person_at.get(view.position(child))
                known = self._roster.at(person.head) if person else None
                if known is not None and known.actors:
                    self.teach(view, self._roster.members[known.actors[0]], phrase, found)
                    return known.actors
        return None

    def _named_after(self, view: View, phrase: Phrase, found: Details) -> tuple[str, ...] | None:
        """The person between commas right after a post, where the parser hangs him elsewhere: "the envoy to Estia, Jan Kor, said"."""
        person = view.person_at.get(found.last + 2)
        if person is None or phrase.term.kind != "role" or phrase.term.plural or person.start != found.last + 2:
            return None
        after = view.tokens[person.last + 1].text if person.last + 1 < len(view.tokens) else ""
        member = self._roster.one_at(person.head)
        if view.tokens[found.last + 1].text != "," or after != "," or member is None:
            return None
        self.teach(view, member, phrase, found)
        return (member.id,)

    def _subject(self, view: View, phrase: Phrase, found: Details) -> tuple[str, ...] | None:
        """The person of whom it is said that he is so: "Jan Kor is a Norlandic diplomat"."""
        person = said_of(phrase.head, self._roster)
        if person is None or phrase.head.dep != "attr" or phrase.term.plural or phrase.term.kind == "body":
            return None
        self.teach(view, person, phrase, found)
        return (person.id,)

    def _may_modify(self, phrase: Phrase) -> bool:
        term = phrase.term
        if term.base in self._lexicon.equipment:
            return False
        return term.kind in ("state", "body") or term.sector in _ACTING or term.base in _ACTING_BASES

    def teach(self, view: View, member: Member, phrase: Phrase, found: Details) -> None:
        """Note for a named person what a title or apposition tells of country, sector and role."""
        countries = self._owners.countries(view, phrase, found)
        if found.former:
            member.past.add(phrase.term.base)
        if found.former and member.office is None:
            member.sector = "ELI" if phrase.term.sector in POWERS and (self._roster.day is None or not member.sector) else member.sector
        else:
            member.roles.add(phrase.term.base)
            if phrase.term.sector is not None:
                told = self._groups.sector(phrase, found)
                member.sector = told if told in _AGAINST else member.sector or told
        if member.country is None or (not countries and self._serves_abroad(member, phrase, found)):
            member.country = countries[0] if countries else next((o.country for o in found.organizations if o.country), None)
        if (
            member.office is None
            and not found.former
            and member.kind == "person"
            and phrase.term.kind == "role"
            and (countries or found.organizations)
        ):
            tokens = view.tokens[found.first : max(found.last, phrase.last) + 1]
            while tokens and tokens[0].pos in ("DET", "PUNCT", "PART"):  # "Kor's [adviser] Anna Lund"
                tokens = tokens[1:]
            member.office = span_of(tokens).text if tokens else None

    def _serves_abroad(self, member: Member, phrase: Phrase, found: Details) -> bool:
        """Whether a known person who holds no known office acts for an international body, not for his state: "UN envoy Jan Kor"."""
        if member.person is None or found.former or phrase.term.kind != "role" or phrase.term.base in _ACCREDITED:
            return False
        body = next((organization.country for organization in found.organizations if organization.country), None)
        return body in INTERNATIONAL and self._roster.office(member.person) is None

    def holder(self, country: str, noun: str) -> str | None:
        """Name of the one who holds that office in that country on the day, if it is one."""
        people = offices.holders(self._roster, self._lexicon, country, noun)
        return people[0].name if len(people) == 1 else None

    def _body(self, view: View, phrase: Phrase, found: Details, countries: list[str]) -> Meant:
        if found.organizations and not countries:
            organization = found.organizations[0]
            return [self._roster.body(f"{organization.name} {phrase.term.base}", organization.country, phrase.term.sector)], ()
        if not countries and found.outside is not None:
            base = phrase.term.base
            return [self._roster.body(f"{found.outside_name} {base}", None, phrase.term.sector)], ()
        if not countries and not found.is_others and not found.peoples and (met := self._met_body(phrase)):
            return [met], ()
        flags: Sequence[str] = ()
        if not countries and (code := self._scene(view, phrase) or self._owners.inferred(phrase, found)):
            countries, flags = [code], INFERRED
        base = phrase.term.base
        if found.peoples:
            name = f"{found.peoples[0].shown} {base}"
            return [self._roster.body(name, code, phrase.term.sector, base=name) for code in (countries or (None,))], flags
        if not countries:
            return [self._roster.body(base, None, phrase.term.sector, base=base)], ()
        if len(countries) == 1 and (town := self._owners.town(view, phrase, found)):
            name = f"{town} {base}"
            return [self._roster.body(name, countries[0], phrase.term.sector, base=name)], flags
        return [self._own_body(phrase, code) for code in countries], flags

    def _scene(self, view: View, phrase: Phrase) -> str | None:
        """The country where the police or a court does what the clause tells."""
        countries = self._owners.scenes(view, phrase.head) if phrase.term.sector in _KEEPERS else []
        return countries[0] if len(countries) == 1 else None

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

    def _met_body(self, phrase: Phrase) -> str | None:
        """The last body of that name, or for "the ministry" the last of any ministry."""
        words = phrase.term.words[-1]
        plain, towns = f"organization:{slug(phrase.term.base)}-", f"-{slug(phrase.term.base)}-"
        own = [id for id in self._roster.members if id.startswith(plain) and len(id) == len(plain) + _CODE]
        own = own or [id for id in self._roster.members if id.startswith("organization:") and id[:-_CODE].endswith(towns)]
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


def _names_organization(view: View, at: int, phrase: Phrase) -> bool:
    """Whether an organization's name follows to which the phrase is a title: "state broadcaster NTV"."""
    if at >= len(view.tokens) or phrase.head.tag != "NN" or view.tokens[at].pos != "PROPN":
        return False
    joined = any(view.tokens[at] is word or view.tokens[at].head is word for word in (phrase.head.head, *phrase.head.children))
    named = view.named.get(at)
    return joined and (named.organization is not None if named else view.tokens[at].entity in ("ORG", "PERSON", "PRODUCT"))


def _may_act(head: Token) -> bool:
    """Whether a thing does something: a subject in the active, or the doer of a passive."""
    if head.dep == "conj" and head.head is not head:
        return _may_act(head.head)
    return head.dep == "nsubj" or (head.dep == "pobj" and head.head.dep == "agent")


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
        phrase = view.phrases[position]
        if phrase.term.kind in ("group", "body") and _names_organization(view, phrase.last + 1, phrase):
            view.prefixes[phrase.last + 1] = (phrase, found[position])
            view.claimed.add(position)
    return {position: found[position] for position in found if position not in view.claimed}
