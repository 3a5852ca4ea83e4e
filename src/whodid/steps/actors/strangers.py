"""Organizations that the knowledge does not have: what the parser took for one, or a capitalised name of a kind that we know."""

from __future__ import annotations

from whodid.steps.actors.acronyms import initials
from whodid.steps.actors.descriptions import Describer
from whodid.steps.actors.districts import Districts
from whodid.steps.actors.metonyms import acts
from whodid.steps.actors.roster import Roster
from whodid.steps.actors.tags import is_tag
from whodid.steps.actors.view import View
from whodid.text import Entity, Token, span_of

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
        span = span_of(tokens)
        if self._districts.is_town(span.text) or not acts(head, view.lexicon, seat=False):
            return
        self._roster.refer(head, span, [self._roster.land(span.text, self._districts.country(view, head))], "name")

    def _organization(self, view: View, entity: Entity) -> None:
        tokens = _trimmed(view, entity)
        if not tokens or not _is_name(tokens) or tokens[-1].lower in view.lexicon.never:
            return
        span, head = span_of(tokens), _head(tokens)
        if is_tag(span.text) or self._is_taken(view, tokens, head):
            return
        first, last = view.position(tokens[0]), view.position(tokens[-1])
        if first >= 2 and view.tokens[first - 1].text == "(" and (id := self._before_bracket(view, first - 2)):
            self._aliases[span.text] = id
        if _is_body_of(view, tokens, head):
            self._roster.drop(tokens[-1])
        if any(r.kind == "role" and r.head.sentence is view.sentence and r.span.overlaps(span) for r in self._roster.references[-30:]):
            return
        id = self._aliases.get(span.text) or self._shortened(span.text) or self._new(view, span.text, tokens, head)
        if letters := initials(span.text):
            self._aliases.setdefault(letters, id)
        if first in view.prefixes:
            phrase, found = view.prefixes[first]
            self._describer.teach(view, self._roster.members[id], phrase, found)
            first = found.first
        self._roster.refer(head, view.span(first, last), [id], "name")

    def _is_taken(self, view: View, tokens: list[Token], head: Token) -> bool:
        """Whether a word of the name stands for somebody already, or belongs to a person's name or a phrase."""
        if self._roster.at(head) is not None:
            return True
        if _is_body_of(view, tokens, head):
            tokens = tokens[:-1]
        elif view.position(tokens[-1]) in view.claimed:
            return True
        return any(
            view.position(token) in view.person_at or (token.pos == "PROPN" and self._roster.at(token) and view.state_at(token) is None)
            for token in tokens
        )

    def _new(self, view: View, name: str, tokens: list[Token], head: Token) -> str:
        """The organization of this name, its sector told by the last word that names a kind."""
        kinds = view.lexicon.organizations
        sector = next((kinds[token.lower] for token in reversed(tokens) if token.lower in kinds), None)
        return self._roster.body(name.replace("\u2019", "'"), self._country(view, tokens, head), sector)

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

    def _country(self, view: View, tokens: list[Token], head: Token) -> str | None:
        """The country that the name or the words around it tell."""
        around = [*tokens, *(child for child in head.children if child.dep in ("amod", "compound", "nmod", "poss"))]
        for child in head.children:
            if child.dep == "prep" and child.lower in _PLACES:
                around.extend(grandchild for grandchild in child.children if grandchild.dep == "pobj")
        codes = {state.code for token in around if (state := view.state_at(token))}
        return codes.pop() if len(codes) == 1 else None


def _is_body_of(view: View, tokens: list[Token], head: Token) -> bool:
    """Whether they name a body by those who make it up: "the Norland Council of Churches", "the Union of Teachers"."""
    last = tokens[-1]
    of = last.head
    made_up = last is not head and last.tag == "NNPS" and of.lower in ("of", "for") and of.head is head
    return made_up and head.pos == "PROPN" and head.lower in view.lexicon.organizations


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
