"""Names of persons as actors: what their titles tell of them, and when two names or a name and a title collide."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.cast import ReferenceKind
from whodid.knowledge import Person, State
from whodid.steps.actors.around import details
from whodid.steps.actors.descriptions import Describer
from whodid.steps.actors.details import Details
from whodid.steps.actors.focus import Focus
from whodid.steps.actors.identities import Identities, Identity, name_of, parts
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.names import Named
from whodid.steps.actors.people import PARTICLES, PersonName
from whodid.steps.actors.roster import AMBIGUOUS, Member, Roster
from whodid.steps.actors.tags import is_american
from whodid.steps.actors.view import View
from whodid.text import Token

_TIMES = frozenset({"DATE", "TIME"})
_AMERICAN = "USA"
_LANDS = frozenset({"GPE", "LOC", ""})


class People:
    """Adds references for names of persons, in full or by the family name alone.

    Args:
        roster: Who has been met so far.
        lexicon: The words.
        describer: Reads what titles tell.
        focus: Which countries the article tells.
        views: The article's sentences.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon, describer: Describer, focus: Focus, views: Sequence[View]) -> None:
        self._roster = roster
        self._lexicon = lexicon
        self._describer = describer
        self._focus = focus
        self._identities = Identities(roster, lexicon, focus, views)

    def refer(self, view: View, person: PersonName) -> None:
        """Add the reference for a person's name with its title."""
        collision = self._identities.collision(person) if person.known is None else None
        if collision is not None:
            self._name_conflict(view, person, collision)
            return
        identity, doubt = self._identities.of(person)
        if identity is None:
            if doubt:
                self._roster.refer(person.head, view.span(person.start, person.last), (), "name", AMBIGUOUS)
            return
        titles = [details(view, role) for role in person.roles]
        if isinstance(identity, Person) and (other := self._foreign_title(view, person, identity)) is not None:
            self._office_conflict(view, person, identity, other)
            return
        member = self._member(identity, person.gender)
        if member.person is not None:
            member.told.add(person.words)
        self._teach(view, member, person, titles)
        if member.country is None and is_american(view, person):
            member.country, member.sector = _AMERICAN, member.sector or "ELI"
        if member.country is None:
            member.country = self._congress(view, person)
        kind: ReferenceKind = "adjective" if _modifies(person.head) and not person.roles else "name"
        self._roster.refer(person.head, view.span(person.start, person.last), [member.id], kind)

    def refer_bare(self, view: View, position: int) -> None:
        """Add a reference for a lone capitalised word that is the family name of one named in full."""
        token = view.tokens[position]
        if _in_date(view, position) or self._neighbour(view, position) or not self._identities.has_family(token.text):
            return
        identity, doubt = self._identities.by_family(token, ())
        self._bare(view, token, identity, doubt)

    def refer_family(self, view: View, named: Named) -> None:
        """Add a reference for a family name that the knowledge has, if exactly one who is spoken of or in office bears it."""
        head = named.head
        if (
            not (head.pos == "PROPN" or head.text.isupper() or self._is_met(head))
            or _in_date(view, named.first)
            or self._neighbour(view, named.first)
            or self._neighbour(view, named.last)
        ):
            return
        identity, doubt = self._identities.by_family(head, named.families, words=named.span().text)
        self._bare(view, head, identity, doubt)

    def _is_met(self, token: Token) -> bool:
        """Whether a subject that the parser takes for a common noun is the name of one named in full here: "Kor, in a letter, said"."""
        subject = token.tag == "NN" and token.dep in ("nsubj", "nsubjpass") and token.text[0].isupper()
        return subject and self._identities.has_family(token.text)

    def _bare(self, view: View, token: Token, identity: Identity | None, doubt: bool) -> None:
        """Add the reference for a lone family name, where it is one's or in doubt between two."""
        position = view.position(token)
        span = view.span(position, position)
        if identity is not None:
            kind: ReferenceKind = "adjective" if _modifies(token) else "name"
            member = self._member(identity, None)
            member.told.add(span.text)
            self._roster.refer(token, span, [member.id], kind)
        elif doubt:
            self._roster.refer(token, span, (), "name", AMBIGUOUS)

    def _neighbour(self, view: View, position: int) -> bool:
        """Whether the word is part of a longer name ("Kor Street", "the Jan Kor Prize")."""
        if position and view.tokens[position - 1].lower in PARTICLES:
            return True
        beside = (other for other in (position - 1, position + 1) if 0 <= other < len(view.tokens))
        return any(self._is_of_name(view, other, view.tokens[position]) for other in beside)

    def _is_of_name(self, view: View, position: int, beside: Token) -> bool:
        """Whether a word makes one name with the word beside it, being no person, title or phrase of its own."""
        word = view.tokens[position]
        return (
            (word.head is beside or beside.head is word)
            and word.pos == "PROPN"
            and word.text[0].isupper()
            and position not in view.person_at
            and word.lower not in self._lexicon.titles
            and position not in view.phrases
        )

    def _member(self, identity: Identity, gender: str | None) -> Member:
        """The member of the roster whom a name means."""
        if isinstance(identity, Person):
            id = self._roster.person(identity)
        else:
            first = parts(identity)[0]
            id = self._roster.stranger(identity, gender or (self._lexicon.first_names.get(first) if " " in identity else None))
        member = self._roster.members[id]
        member.gender = member.gender or gender
        return member

    def _teach(self, view: View, member: Member, person: PersonName, titles: Sequence[Details]) -> None:
        """Note of somebody what the titles before his name tell, or whose he is said to be."""
        for role, found in zip(person.roles, titles, strict=True):
            _read_home(view, person, found)
            found.first = max(found.first, person.start)
            found.former = found.former or person.former
            self._describer.teach(view, member, role, found)
        if person.shared is not None:
            self._describer.teach(view, member, person.shared, details(view, person.shared))
        if not person.roles:
            self._teach_owner(view, person, member)

    def _teach_owner(self, view: View, person: PersonName, member: Member) -> None:
        """ "Norland's Jan Kor", "Norlandic Jan Kor": the country, where nothing else tells it."""
        named = view.named.get(person.start)
        if named is not None and person.start < person.first and member.country is None:
            state, organization = named.state(), named.organization
            member.country = state.code if state else organization.country if organization else None

    def _congress(self, view: View, person: PersonName) -> str | None:
        """The United States for "Rep. Jan Kor", where no other state is told that has such titles."""
        short = any(view.tokens[role.first].lower in self._lexicon.congress_titles for role in person.titles)
        return _AMERICAN if short and not any(self._focus.tells(code) for code in self._lexicon.congresses) else None

    def _name_conflict(self, view: View, person: PersonName, both: tuple[Identity, Identity]) -> None:
        """Two persons run together are nobody; the note says who they are."""
        names = " and ".join(name_of(each) for each in both)
        note = f'"{person.words}" joins the names of two persons: {names}'
        self._roster.refer(person.head, view.span(person.start, person.last), (), "name", ("name-conflict",), note)

    def _foreign_title(self, view: View, person: PersonName, known: Person) -> State | None:
        """The state of a title that is not the state of the one who is named ("the Norlandic leader" before an Estian's name)."""
        if not any(role.term.sector in ("GOV", "MIL") and role.term.base in self._lexicon.offices for role in person.roles):
            return None
        home = self._home(known)
        states = [
            state
            for position in range(person.start, person.first)
            if (named := view.named.get(position)) and (state := named.state()) and named.first == position
        ]
        if not home or not states or any(state.code in home for state in states):
            return None
        return states[0]

    def _home(self, known: Person) -> set[str]:
        """The countries of somebody: his own and those of the offices he held."""
        countries = (known.country, *(office.country for office in self._roster.knowledge.offices_of(known.id, None)))
        return {country for country in countries if country}

    def _office_conflict(self, view: View, person: PersonName, known: Person, other: State) -> None:
        """A name after the title of another state is nobody; the note says whose title it is."""
        role = person.roles[0].term.base
        note = f'"{view.span(person.start, person.last).text}": {known.name} is not {role} of {other.name}'
        holder = self._describer.holder(other.code, role)
        if holder is not None:
            note += f"; {holder} is"
        self._roster.refer(person.head, view.span(person.start, person.last), (), "name", ("office-conflict",), note)


def _read_home(view: View, person: PersonName, found: Details) -> None:
    """Note whose somebody is by "of" behind the name: "Defence Minister Jan Kor of Norland", "Senator Jan Kor of Kestria"."""
    at = person.last + 1
    if at + 1 >= len(view.tokens) or view.tokens[at].lower != "of" or found.states or found.organizations:
        return
    named, word = view.named.get(at + 1), view.tokens[at + 1]
    state = named.state("name") if named is not None else None
    while state is None and word.dep == "compound" and word.head.i == word.i + 1:
        word = word.head
    if state is not None:
        found.states.append(state)
    elif (named is None or not named.organization) and found.outside is None and word.pos == "PROPN" and word.entity in _LANDS:
        found.outside = word


def _in_date(view: View, position: int) -> bool:
    """Whether a word stands in a date ("May 6"); a lone one may be a name that the parser took for a time ("Weeks")."""
    if view.tokens[position].entity not in _TIMES:
        return False
    if view.tokens[position].lower in view.lexicon.months:
        return True
    return any(token.entity in _TIMES for token in view.tokens[max(position - 1, 0) : position + 2] if token is not view.tokens[position])


def _modifies(token: Token) -> bool:
    """Whether a name only tells of the noun behind it: "the Kor proposal"."""
    return token.dep == "compound" and token.head.pos == "NOUN" and token.head.i > token.i
