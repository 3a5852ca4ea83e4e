"""Which person a name means: the knowledge's, one whom the article names in full, or a stranger; and when two names collide."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.knowledge import Person, State, normalise
from whodid.steps.actors.descriptions import Describer
from whodid.steps.actors.focus import Focus
from whodid.steps.actors.names import Named
from whodid.steps.actors.people import PARTICLES, PersonName
from whodid.steps.actors.roster import Member, Roster
from whodid.steps.actors.view import Details, View, details
from whodid.steps.actors.words import Lexicon
from whodid.text import Token

# A known person, or the full name of one whom the knowledge does not have.
Identity = Person | str
_TIMES = frozenset({"DATE", "TIME"})
_PROMINENT = ("head_of_state", "head_of_government")


class People:
    """Resolves names of persons against the whole article: who is named in full anywhere may be called by the family name alone.

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
        self._families: dict[str, list[Identity]] = {}
        self._firsts: dict[str, list[Identity]] = {}
        self._full: dict[frozenset[str], Identity] = {}
        for view in views:
            for person in view.people:
                self._learn(person)

    def _learn(self, person: PersonName) -> None:
        words = _parts(person.words)
        if len(words) < 2 and person.known is None:
            return
        if person.known is None and (self._collision(person) is not None or self._longer(words) is not None):
            return
        identity: Identity = person.known or person.words
        family = normalise(person.known.family) if person.known and person.known.family else words[-1]
        for table, key in ((self._families, family), (self._families, words[-1]), (self._firsts, words[0])):
            if identity not in table.setdefault(key, []):
                table[key].append(identity)
        self._full.setdefault(frozenset(words), identity)

    def _longer(self, words: list[str]) -> Identity | None:
        """One already named whose full name holds all these words ("Mohammad Kor" for "Mohammad Jawad Kor")."""
        few = frozenset(words)
        return next((identity for full, identity in self._full.items() if few <= full), None) if len(words) > 1 else None

    def refer(self, view: View, person: PersonName) -> None:
        """Add the reference for a person's name with its title."""
        span = view.span(person.start, person.last)
        collision = self._collision(person) if person.known is None else None
        if collision is not None:
            names = " and ".join(_name(each) for each in collision)
            self._roster.refer(
                person.head, span, (), "name", ("name-conflict",), f'"{person.words}" joins the names of two persons: {names}'
            )
            return
        identity, doubt = self._identity(person)
        if identity is None:
            if doubt:
                self._roster.refer(person.head, span, (), "name", ("ambiguous",))
            return
        titles = [details(view, role) for role in person.roles]
        if isinstance(identity, Person) and (other := self._foreign_title(view, person, identity)) is not None:
            self._office_conflict(view, person, identity, other)
            return
        member = self._member(identity, person.gender)
        for role, found in zip(person.roles, titles, strict=True):
            found.first = max(found.first, person.start)
            found.former = found.former or person.former
            self._describer.teach(view, member, role, found)
        if not person.roles:
            self._teach_owner(view, person, member)
        flags = self._infer_home(view, member, person, titles) if person.roles and member.country is None else ()
        head = person.head
        modifies = head.dep == "compound" and head.head.pos == "NOUN" and head.head.i > head.i and not person.roles
        self._roster.refer(head, span, [member.id], "adjective" if modifies else "name", flags)

    def _infer_home(self, view: View, member: Member, person: PersonName, titles: Sequence[Details]) -> Sequence[str]:
        """The country of "Defence Minister Jan Kor", which nothing tells: the one that the article is about, or is from."""
        # In small letters "president Jan Kor" may be a firm's.
        written = any(view.tokens[role.first].text[0].isupper() for role in person.roles if role.term.base in self._lexicon.homely)
        if not written or any(found.is_others or found.organizations or found.bloc for found in titles):
            return ()
        member.country = self._focus.home(view.sentence.index)
        return ("country-inferred",) if member.country else ()

    def _teach_owner(self, view: View, person: PersonName, member: Member) -> None:
        """ "Norland's Jan Kor", "Norlandic Jan Kor": the country, where nothing else tells it."""
        named = view.named.get(person.start)
        if named is not None and person.start < person.first and member.country is None:
            state, organization = named.state(), named.organization
            member.country = state.code if state else organization.country if organization else None

    def refer_bare(self, view: View, position: int) -> None:
        """Add a reference for a lone capitalised word that is the family name of one named in full."""
        token = view.tokens[position]
        if _in_date(view, position) or self._neighbour(view, position) or normalise(token.text) not in self._families:
            return
        identity, doubt = self._known_family(token, ())
        self._bare(view, token, identity, doubt)

    def refer_family(self, view: View, named: Named) -> None:
        """Add a reference for a family name that the knowledge has, if exactly one who is spoken of or in office bears it."""
        head = named.head
        if (
            (head.pos != "PROPN" and not head.text.isupper())
            or _in_date(view, named.first)
            or self._neighbour(view, named.first)
            or self._neighbour(view, named.last)
        ):
            return
        identity, doubt = self._known_family(head, named.families, words=named.span().text)
        self._bare(view, head, identity, doubt)

    def _bare(self, view: View, token: Token, identity: Identity | None, doubt: bool) -> None:
        position = view.position(token)
        span = view.span(position, position)
        if identity is not None:
            modifies = token.dep == "compound" and token.head.pos == "NOUN" and token.head.i > token.i
            self._roster.refer(token, span, [self._member(identity, None).id], "adjective" if modifies else "name")
        elif doubt:
            self._roster.refer(token, span, (), "name", ("ambiguous",))

    def _neighbour(self, view: View, position: int) -> bool:
        """Whether the word is part of a longer name ("Kor Street", "the Jan Kor Prize")."""
        token = view.tokens[position]
        if position and view.tokens[position - 1].lower in PARTICLES:
            return True
        for other in (position - 1, position + 1):
            if 0 <= other < len(view.tokens):
                word = view.tokens[other]
                joined = word.head is token or token.head is word
                if (
                    joined
                    and word.pos == "PROPN"
                    and word.text[0].isupper()
                    and other not in view.person_at
                    and word.lower not in self._lexicon.titles
                    and other not in view.phrases
                ):
                    return True
        return False

    def _identity(self, person: PersonName) -> tuple[Identity | None, bool]:
        if person.known is not None:
            return person.known, False
        words = _parts(person.words)
        if len(words) > 1:
            return self._longer(words) or person.words, False
        if person.head.pos != "PROPN":
            return None, False
        if any(role.term.base in self._lexicon.royal for role in person.roles) and len(self._firsts.get(words[0], ())) == 1:
            return self._firsts[words[0]][0], False
        families = tuple(n.entry for n in self._roster.knowledge.named(person.words) if n.kind == "family" and isinstance(n.entry, Person))
        if (titled := self._titled(person, families)) is not None:
            return titled, False
        identity, doubt = self._known_family(person.head, families, words=person.words)
        if identity is None and not doubt:
            return person.words, False
        return identity, doubt

    def _titled(self, person: PersonName, families: Sequence[Person]) -> Person | None:
        """The one of a family who bears the title, where those named in full never did: "President Kor" is not Eva Kor, his wife."""
        noun = person.roles[0].term.base if person.roles else ""
        here = self._families.get(normalise(person.words), [])
        if noun not in self._lexicon.offices or not here or any(isinstance(each, str) or self._held(each, noun) for each in here):
            return None
        found = [each for each in families if self._held(each, noun)]
        return found[0] if len(found) == 1 else None

    def _held(self, person: Person, noun: str) -> bool:
        """Whether somebody ever held an office by that name."""
        offices = (self._roster.knowledge.offices[t.office] for t in self._roster.knowledge.tenures(person.id, None))
        return any(noun in office.names for office in offices)

    def _known_family(self, token: Token, families: Sequence[Person], *, words: str | None = None) -> tuple[Identity | None, bool]:
        """Who is meant by a bare family name: one named in full here, else the one in high office that day."""
        key = normalise(words or token.text)
        here = self._families.get(key) or self._first_named(key)
        if len(here) > 1:
            here = self._met_lately(here)
        if here:
            return (here[0], False) if len(here) == 1 else (None, True)
        return self._in_office(families, sure=token.entity == "PERSON" and key not in self._lexicon.first_names)

    def _first_named(self, key: str) -> list[Identity]:
        """Who is called by the first name alone: of common first names only the one known person of the article who bears it."""
        here = self._firsts.get(key, [])
        common = key in self._lexicon.first_names
        return here if not common or (len(here) == 1 and isinstance(here[0], Person)) else []

    def _met_lately(self, identities: Sequence[Identity]) -> list[Identity]:
        ids = {_id(identity): identity for identity in identities}
        for reference in reversed(self._roster.references):
            if reference.kind == "name" and len(reference.actors) == 1 and reference.actors[0] in ids:
                return [ids[reference.actors[0]]]
        return list(identities)

    def _in_office(self, families: Sequence[Person], *, sure: bool) -> tuple[Identity | None, bool]:
        """Who of a family is meant where the article names none in full: a leader, or one in office whose state the article tells.

        `sure` says that the word is a person's name: then a leader need not be of a state that is told, if nobody abroad is known by
        his name ("Brown" may be anybody).
        """
        told = [person for person in families if person.country and self._focus.tells(person.country)]
        if self._roster.day is None:
            # Without a day, one who led a state and shares the name with nobody else who ever held an office.
            held = [person for person in families if self._roster.knowledge.tenures(person.id, None)] if sure else []
            known = told or [person for person in held if len(held) == 1 and self._roster.led(person)]
            return (known[0], False) if len(known) == 1 else (None, len(known) > 1 or len(held) > 1)
        leading = [person for person in families if self._leads(person)]
        alone = len({person.country for person in families}) == 1
        if len(leading) == 1 and (leading[0] in told or (sure and alone)):
            return leading[0], False
        holding = [person for person in told if self._roster.office(person) is not None]
        return (holding[0], False) if len(holding) == 1 else (None, len(holding) > 1)

    def _leads(self, person: Person) -> bool:
        office = self._roster.office(person)
        return office is not None and office.role in _PROMINENT

    def _member(self, identity: Identity, gender: str | None) -> Member:
        if isinstance(identity, Person):
            id = self._roster.person(identity)
        else:
            first = _parts(identity)[0]
            id = self._roster.stranger(identity, gender or (self._lexicon.first_names.get(first) if " " in identity else None))
        member = self._roster.members[id]
        member.gender = member.gender or gender
        return member

    def _collision(self, person: PersonName) -> tuple[Identity, Identity] | None:
        """Two different persons whose family names are run together ("Kor Lund" for Jan Kor and Eva Lund), at least one named here."""
        words = [token.text for token in person.tokens if token.text[0].isalpha()]
        if len(words) != 2 or normalise(words[0]) in self._lexicon.first_names:
            return None
        first, second = (self._bearer(word) for word in words)
        if first is None or second is None or not (first[1] or second[1]):
            return None
        # Who bears both words is no two persons; nor are kin, or namesakes of whom one is spoken of here for the first time.
        shared = set(_parts(_name(first[0]))) & set(_parts(_name(second[0])))
        return None if shared else (first[0], second[0])

    def _bearer(self, family: str) -> tuple[Identity, bool] | None:
        """The one whose family name this is: named in full in the article (True), else in highest office on the day."""
        key = normalise(family)
        here = [identity for identity in self._families.get(key, ()) if _family(identity) == key]
        if len(here) == 1:
            return here[0], True
        leaders = tuple(n.entry for n in self._roster.knowledge.named(family) if n.kind == "family" and isinstance(n.entry, Person))
        identity, _ = self._in_office(leaders, sure=True)
        return (identity, False) if isinstance(identity, Person) and self._leads(identity) else None

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
        codes = {known.country} if known.country else set()
        for tenure in self._roster.knowledge.tenures(known.id, None):
            office = self._roster.knowledge.offices[tenure.office]
            if office.country:
                codes.add(office.country)
        return codes

    def _office_conflict(self, view: View, person: PersonName, known: Person, other: State) -> None:
        role = person.roles[0].term.base
        note = f'"{view.span(person.start, person.last).text}": {known.name} is not {role} of {other.name}'
        holder = self._describer.holder(other.code, role)
        if holder is not None:
            note += f"; {holder} is"
        self._roster.refer(person.head, view.span(person.start, person.last), (), "name", ("office-conflict",), note)


def _in_date(view: View, position: int) -> bool:
    """Whether a word stands in a date ("May 6"); a lone one may be a name that the parser took for a time ("Weeks")."""
    if view.tokens[position].entity not in _TIMES:
        return False
    if view.tokens[position].lower in view.lexicon.months:
        return True
    return any(token.entity in _TIMES for token in view.tokens[max(position - 1, 0) : position + 2] if token is not view.tokens[position])


def _id(identity: Identity) -> str:
    from whodid.steps.actors.roster import slug

    return f"person:{identity.id}" if isinstance(identity, Person) else f"person:{slug(identity)}"


def _family(identity: Identity) -> str:
    """The family name: of a stranger the last word."""
    return normalise(identity.family) if isinstance(identity, Person) else _parts(identity)[-1]


def _name(identity: Identity) -> str:
    return identity.name if isinstance(identity, Person) else identity


def _parts(name: str) -> list[str]:
    return [part for part in normalise(name).replace("-", " ").split() if part.strip(".'")]


__all__ = ["Details", "People"]
