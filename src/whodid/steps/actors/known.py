"""Names that the knowledge has, as actors: states, organizations, seats of government, nationalities."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.cast import ReferenceKind
from whodid.knowledge import Organization, State
from whodid.steps.actors.candidates import said_of
from whodid.steps.actors.descriptions import Describer
from whodid.steps.actors.epithets import Epithets
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.metonyms import acts
from whodid.steps.actors.names import Named
from whodid.steps.actors.persons import People
from whodid.steps.actors.roster import Roster
from whodid.steps.actors.view import View, attached
from whodid.text import Entity, Token, span_of
from whodid.text import phrase as noun_phrase

# Endings of nationalities that have no other plural.
_UNCHANGED = ("ese", "ish", "ch", "ss")
# What may stand beside a nationality that is a state's.
_BESIDE = frozenset({"cc", "conj", "case", "punct"})
# The parser's labels for names of what is no actor.
_OF_THINGS = frozenset({"LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_ONE = frozenset({"a", "an", "one", "another"})


class KnownNames:
    """Adds references for names by what they can mean, the surest reading first.

    Args:
        roster: Who has been met so far.
        lexicon: The words.
        describer: Reads what stands before a name.
        people: Resolves family names.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon, describer: Describer, people: People) -> None:
        self._roster = roster
        self._lexicon = lexicon
        self._describer = describer
        self._people = people
        self._epithets = Epithets(roster, lexicon)

    def refer(self, view: View, named: Named) -> None:
        """Add the reference for a name, or none where it is a place or part of a longer name."""
        if (state := named.state("name")) is not None:
            self._state(view, named, self._roster.state(state))
        elif named.organization is not None:
            if not self._of_longer_name(view, named):
                self._organization(view, named, self._owned(view, named, named.organization))
        elif (state := named.state("adjective", "demonym")) is not None:
            self._adjective(view, named, state.code)
        elif (state := named.state("metonym")) is not None:
            if acts(named.head, self._lexicon, seat=True):
                self._government(named, state)
        elif (state := named.state("capital")) is not None:
            if not self._in_longer_name(view, named) and acts(named.head, self._lexicon, seat=False):
                self._government(named, state)
        elif named.families:
            self._people.refer_family(view, named)

    def _government(self, named: Named, state: State) -> None:
        actor = self._roster.state(state)
        self._roster.members[actor].sector = "GOV"
        self._roster.refer(named.head, named.span(), [actor], "metonym")

    def _of_longer_name(self, view: View, named: Named) -> bool:
        """Whether an organization's name only ends another's: "Social Democratic Party" is not the Democratic Party."""
        before = view.tokens[named.first - 1] if named.first > 1 else None
        return (
            before is not None
            and before.text[0].isupper()
            and before.pos in ("ADJ", "PROPN")
            and before.dep in ("amod", "compound", "nmod")
            and before.head in named.tokens
            and before.entity == "ORG" == named.tokens[0].entity
            and not view.titled
            and not {named.first - 1} & (view.named.keys() | view.phrases.keys() | view.person_at.keys() | view.claimed)
        )

    def _owned(self, view: View, named: Named, organization: Organization) -> str:
        """The organization that the name means; after another state's name one of that state: "Israel's Channel One"."""
        at = named.first - 1
        if at > 0 and view.tokens[at].tag == "POS":
            at -= 1
        owner = view.named.get(at)
        state = owner.state("name", "adjective") if owner is not None and not attached(view, owner) else None
        if state is None or organization.country not in self._roster.knowledge.states or state.code == organization.country:
            return self._roster.organization(organization)
        if state.code in self._allied(organization) or view.tokens[at].head not in (*named.tokens, named.head.head):
            return self._roster.organization(organization)
        return self._roster.body(named.span().text, state.code, organization.sector)

    def _allied(self, organization: Organization) -> frozenset[str]:
        """States whose adjective may stand before the name though it is filed under another: none but those it names itself."""
        names = (organization.name, *organization.aliases)
        states = self._roster.knowledge.states.values()
        return frozenset(state.code for state in states if any(word in name for name in names for word in (state.name, *state.adjectives)))

    def _organization(self, view: View, named: Named, actor: str) -> None:
        first = named.first
        self._roster.members[actor].told.add(named.span().text)
        if named.first in view.prefixes:
            phrase, found = view.prefixes[named.first]
            self._describer.teach(view, self._roster.members[actor], phrase, found)
            first = found.first
        self._roster.refer(named.head, view.span(first, named.last), [actor], "name")

    def _state(self, view: View, named: Named, actor: str) -> None:
        head = named.head
        if self._in_longer_name(view, named):
            return
        kind: ReferenceKind = (
            "adjective"
            if attached(view, named) or head.dep in ("compound", "amod", "nmod") and head.head.i > named.tokens[-1].i
            else "name"
        )
        self._roster.refer(head, named.span(), [actor], kind)

    def _in_longer_name(self, view: View, named: Named) -> bool:
        """Whether the name is a part of another: "the Norland Strait", "Norland City", "the Norland Open"."""
        if self._ends_name(view, named):
            return True
        entity = next((entity for entity in view.sentence.entities if entity.label in _OF_THINGS and _lies_in(named, entity)), None)
        if entity is not None:
            words = view.tokens[view.position(entity.first) : view.position(entity.last) + 1]
            return any(token.pos == "PROPN" and view.position(token) not in view.named for token in words)
        return _begins_name(view, named)

    def _ends_name(self, view: View, named: Named) -> bool:
        """Whether a word before the name makes another of it that the parser sees as one: "New Norland"."""
        at = named.first - 1
        before = view.tokens[at] if named.first else None
        return (
            before is not None
            and before.pos == "PROPN"
            and before.dep == "compound"
            and before.head is named.head
            and at not in view.named
            and before.lower not in self._lexicon.directions
            and at not in view.phrases
            and before.text[0].isupper()
            and before.entity in ("PERSON", "ORG", "GPE", "FAC")
            and before.entity == named.head.entity
            and not before.text.isupper()
        )

    def _adjective(self, view: View, named: Named, code: str) -> None:
        """A nationality: of the noun behind it, or standing for people or for the state."""
        head, before = named.head, view.tokens[named.first - 1] if named.first else None
        if before is not None and (before.lower in self._lexicon.former or before.lower in self._lexicon.directions):
            return
        actor = self._roster.state_of(code)
        if actor is None:
            return
        modifies = head.dep in ("amod", "compound", "nmod", "poss", "npadvmod", "advmod") and (head.head.i > head.i)
        if modifies or head.tag == "JJ":
            language = head.dep == "pobj" and head.head.lower == "in"
            if not language and not self._in_longer_name(view, named):
                self._roster.refer(head, named.span(), [actor], "adjective")
        elif (other := self._adjective_before(view, named, code)) is not None:
            words = f"{other.adjectives[0]} {named.span().text}"
            people = self._roster.group(words, other.code, "CVL", name=words, plural=_is_many(named))
            self._roster.refer(head, span_of(noun_phrase(head)), [people], "role")
        else:
            self._roster.refer(head, span_of(noun_phrase(head)), self._nationals(named, code, actor), "role")

    def _adjective_before(self, view: View, named: Named, code: str) -> State | None:
        """The other state whose people of that descent are told of: "Guatemalan Indians", "Lebanese Armenians"."""
        child = next(
            (child for child in named.head.children if child.dep in ("amod", "compound", "nmod") and child.i == named.tokens[0].i - 1), None
        )
        beside = view.named.get(view.position(child)) if child is not None else None
        state = beside.state("adjective") if beside is not None else None
        return state if state is not None and state.code != code and state.adjectives else None

    def _nationals(self, named: Named, code: str, state: str) -> Sequence[str]:
        """Whom a nationality as a noun stands for: one named before, the state, or people of that nation."""
        head, name, many = named.head, named.span().text, _is_many(named)
        if not many and (person := said_of(head, self._roster)) is not None:
            person.country = person.country or code
            return [person.id]
        if not many and (again := self._epithets.national(head, code)):
            return again
        if many and code not in self._lexicon.folk and self._is_state(head):
            return [state]
        base, shown = (name, name) if many else ("citizens", self._roster.called("citizens", code))
        people = self._roster.group(base, code, "CVL", name=shown, plural=many)
        self._roster.members[people].one |= noun_phrase(head)[0].lower in ("a", "an")
        return [people]

    def _is_state(self, head: Token) -> bool:
        """Whether "the Norlanders" are the state: a side of dealings, told with nothing but the article."""
        if [child.lower for child in head.children if child.dep not in _BESIDE] != ["the"]:
            return False
        if head.dep == "nsubj":
            verb = head.head.lemma.lower()
            return verb in self._lexicon.dealing_verbs or verb in self._lexicon.relational_verbs
        return acts(head, self._lexicon, seat=False)


def _lies_in(named: Named, entity: Entity) -> bool:
    return entity.first.i <= named.tokens[0].i and entity.last.i >= named.tokens[-1].i


def _begins_name(view: View, named: Named) -> bool:
    """Whether a capitalised word behind the name makes another of it: "Norland City"."""
    after = view.tokens[named.last + 1] if named.last + 1 < len(view.tokens) else None
    return (
        after is not None
        and after.pos == "PROPN"
        and after.text[:1].isupper()
        and named.head.dep == "compound"
        and named.head.head.pos == "PROPN"
        and not view.titled
        and view.position(after) not in view.named
        and view.position(after) not in view.person_at
    )


def _is_many(named: Named) -> bool:
    """Whether a nationality names several: "Norlanders", "the South Sudanese", but not "a Chinese", "the old Chinese"."""
    head = named.head
    if head.tag.endswith("S"):
        return True
    before = [child for child in head.children if child not in named.tokens]
    return head.lower.endswith(_UNCHANGED) and not any(child.lower in _ONE or child.dep == "amod" for child in before)
