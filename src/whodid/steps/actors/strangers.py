"""Organizations that the knowledge does not have: what the parser took for one, or a capitalised name of a kind that we know."""

from __future__ import annotations

from whodid.knowledge import State
from whodid.steps.actors.acronyms import initials
from whodid.steps.actors.descriptions import Describer
from whodid.steps.actors.districts import Districts
from whodid.steps.actors.metonyms import acts
from whodid.steps.actors.roster import Roster
from whodid.steps.actors.tags import is_tag
from whodid.steps.actors.view import View
from whodid.text import Entity, Token

# A lone word that the parser calls an organization is believed only where a party may stand.
_PARTY = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "poss", "agent", "compound", "nmod"})
_SIDES = frozenset({"by", "with", "against", "to", "from", "of"})
_PLACES = frozenset({"in", "of", "for"})


class Strangers:
    """Adds references for organizations by the parser's labels, once names and descriptions have had their turn.

    Args:
        roster: Who has been met so far.
        describer: Reads what stands before a name ("state broadcaster").
        districts: Knows towns, which are no actors.
    """

    def __init__(self, roster: Roster, describer: Describer, districts: Districts) -> None:
        self._roster = roster
        self._describer = describer
        self._districts = districts
        self._aliases: dict[str, str] = {}

    def refer(self, view: View) -> None:
        """Add a reference for each organization of the parser's in a sentence that nothing else has claimed."""
        for entity in view.sentence.entities:
            if entity.label == "ORG":
                self._organization(view, entity)
            elif entity.label == "GPE":
                self._land(view, entity)

    def _land(self, view: View, entity: Entity) -> None:
        """A land that the knowledge does not have, or a state's division, where it acts as a party ("Kestria said")."""
        tokens = _trimmed(view, entity)
        if not tokens or not _is_name(tokens):
            return
        head, positions = _head(tokens), [view.position(token) for token in tokens]
        if any(position in view.named or position in view.claimed for position in positions) or self._roster.at(head) is not None:
            return
        name = view.span(positions[0], positions[-1]).text
        if self._districts.is_town(name) or not acts(head, view.lexicon, seat=False):
            return
        country = self._districts.country(view, head)
        self._roster.refer(head, view.span(positions[0], positions[-1]), [self._roster.land(name, country)], "name")

    def _organization(self, view: View, entity: Entity) -> None:
        tokens = _trimmed(view, entity)
        if not tokens or not _is_name(tokens) or tokens[-1].lower in view.lexicon.never:
            return
        positions = [view.position(token) for token in tokens]
        head = _head(tokens)
        if is_tag(view.span(positions[0], positions[-1]).text):
            return
        if self._roster.at(head) is not None or any(position in view.person_at for position in positions):
            return
        if positions[-1] in view.claimed or any(
            self._roster.at(token) for token in tokens if token.pos == "PROPN" and not self._is_state(view, token)
        ):
            return
        if positions[0] - 2 >= 0 and view.tokens[positions[0] - 1].text == "(" and (id := self._before_bracket(view, positions[0] - 2)):
            self._aliases[view.span(positions[0], positions[-1]).text] = id
        name = view.span(positions[0], positions[-1]).text
        kinds = view.lexicon.organizations
        sector = next((kinds[token.lower] for token in reversed(tokens) if token.lower in kinds), None)
        country = self._country(view, tokens, head)
        covering = view.span(positions[0], positions[-1])
        if any(r.kind == "role" and r.head.sentence is view.sentence and r.span.overlaps(covering) for r in self._roster.references[-30:]):
            return
        id = self._aliases.get(name) or self._shortened(name) or self._roster.body(name.replace("\u2019", "'"), country, sector)
        if letters := initials(name):
            self._aliases.setdefault(letters, id)
        first = positions[0]
        if first in view.prefixes:
            phrase, found = view.prefixes[first]
            self._describer.teach(view, self._roster.members[id], phrase, found)
            first = found.first
        self._roster.refer(head, view.span(first, positions[-1]), [id], "name")

    def _shortened(self, name: str) -> str | None:
        """The one organization met before whose name begins with this word ("Amnesty")."""
        if " " in name:
            return None
        ids = [m.id for m in self._roster.members.values() if m.kind == "organization" and m.name.startswith(f"{name} ")]
        return ids[0] if len(ids) == 1 else None

    def _before_bracket(self, view: View, position: int) -> str | None:
        """The organization whose name stands before its short form in brackets."""
        member = self._roster.one_at(view.tokens[position])
        return member.id if member is not None and member.kind == "organization" else None

    def _is_state(self, view: View, token: Token) -> bool:
        named = view.named.get(view.position(token))
        return named is not None and named.state() is not None

    def _country(self, view: View, tokens: list[Token], head: Token) -> str | None:
        """The country that the name or the words around it tell."""
        around = [*tokens, *(child for child in head.children if child.dep in ("amod", "compound", "nmod", "poss"))]
        for child in head.children:
            if child.dep == "prep" and child.lower in _PLACES:
                around.extend(grandchild for grandchild in child.children if grandchild.dep == "pobj")
        states = [state for token in around if (state := self._state(view, token))]
        codes = {state.code for state in states}
        return codes.pop() if len(codes) == 1 else None

    def _state(self, view: View, token: Token) -> State | None:
        named = view.named.get(view.position(token))
        return named.state() if named is not None else None


def _trimmed(view: View, entity: Entity) -> list[Token]:
    tokens = view.tokens[view.position(entity.first) : view.position(entity.last) + 1]
    while tokens and (tokens[0].pos in ("DET", "PUNCT", "PRON") or tokens[0].tag == "POS"):
        tokens = tokens[1:]
    while tokens and (tokens[-1].pos == "PUNCT" or tokens[-1].tag == "POS"):
        tokens = tokens[:-1]
    return tokens


def _is_name(tokens: list[Token]) -> bool:
    proper = [token for token in tokens if token.pos == "PROPN" and token.text[0].isupper()]
    if len(tokens) == 1 and not (tokens[0].dep in _PARTY or tokens[0].head.lower in _SIDES):
        return False
    return bool(proper) and not any(token.is_verb for token in tokens) and (len(tokens) > 1 or len(tokens[0].text) > 1)


def _head(tokens: list[Token]) -> Token:
    inside = {token.i for token in tokens}
    for token in reversed(tokens):
        if (token.head is token or token.head.i not in inside) and token.pos in ("PROPN", "NOUN", "ADJ"):
            return token
    return tokens[-1]
