"""Words that speak of actors again: pronouns, "the country", "both sides"."""

from __future__ import annotations

from whodid.steps.actors import coreference
from whodid.steps.actors.again import Again
from whodid.steps.actors.roster import Roster
from whodid.steps.actors.words import Lexicon
from whodid.text import Token, span_of
from whodid.text import phrase as noun_phrase

_TELLING = frozenset({"of", "with", "that", "where"})


class Repeats:
    """Adds references for pronouns, pairs and repeated nouns.

    Args:
        roster: Who has been met so far.
        lexicon: The words.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon) -> None:
        self._roster = roster
        self._lexicon = lexicon
        self._again = Again(roster, lexicon)

    def pronoun(self, token: Token) -> None:
        """Add a reference for a personal or relative pronoun, if it stands for somebody."""
        if token.tag in ("WP", "WDT", "WP$"):
            if relative := coreference.resolve_relative(token, self._roster):
                self._roster.refer(token, span_of([token]), relative, "pronoun")
            return
        if token.lower not in coreference.PRONOUNS or _expletive(token):
            return
        actors, doubt = coreference.resolve_pronoun(token, self._roster)
        if actors or doubt:
            self._roster.refer(token, span_of([token]), actors, "pronoun", ("ambiguous",) if doubt else ())

    def noun(self, token: Token) -> None:
        """Add a reference for a noun that is a pair or names its actor by kind alone."""
        if self.pair(token):
            return
        if not any(child.lower in ("the", "this", "that", "his", "her", "their", "its") for child in token.children):
            return
        lemma = token.lower
        if lemma in self._lexicon.same_state:
            self._same_state(token)
        elif (again := self._again.organization(token, lemma)) is not None and not any(c.tag == "PRP$" for c in token.children):
            self._roster.refer(token, span_of(noun_phrase(token)), [again], "role")

    def _same_state(self, token: Token) -> None:
        """ "The country", "his country": the last state, or the owner's."""
        owner = next((child for child in token.children if child.tag == "PRP$"), None)
        if owner is not None:
            reference = self._roster.at(owner)
            codes = [self._roster.members[actor].country for actor in reference.actors] if reference else []
            states: tuple[str, ...] = tuple(id for code in codes if code and (id := self._roster.state_of(code)))
        elif any(child.dep in ("prep", "relcl", "acl") and child.lower in _TELLING for child in token.children):
            return
        else:
            states = coreference.nearest(token, self._roster, "state")
        if states:
            self._roster.refer(token, span_of(noun_phrase(token)), states, "role")

    def _pair_kind(self, token: Token) -> str | None:
        """Of what kind "the two leaders", "both sides", "both" is a pair; None where it is none."""
        if token.lower == "both":
            alone = token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and not any(
                child.dep == "prep" for child in token.children
            )
            return "any" if alone else None
        if not any(child.lower in ("two", "both") and child.i < token.i for child in token.children):
            return None
        if not any(child.lower in ("the", "both", "these", "those") for child in token.children) or any(
            child.tag == "PRP$" for child in token.children
        ):
            return None
        for kind, words in (
            ("person", self._lexicon.pair_persons),
            ("state", self._lexicon.pair_states),
            ("any", self._lexicon.pair_any),
        ):
            if token.lower in words:
                return kind
        return None

    def pair(self, token: Token) -> bool:
        """Add a reference for "the two leaders", "both sides"; whether it is such a pair."""
        kind = self._pair_kind(token)
        if kind is None:
            return False
        actors, doubt = coreference.resolve_pair(token, self._roster, kind)
        self._roster.refer(token, span_of(noun_phrase(token)), actors, "pair", ("ambiguous",) if doubt or not actors else ())
        return True


def _expletive(token: Token) -> bool:
    """ "It" that stands for nothing or for a clause: "it was a chance to …", "it is impossible to …"."""
    if token.lower != "it" or token.dep not in ("nsubj", "nsubjpass", "expl"):
        return False
    verb = token.head
    return (
        token.dep == "expl"
        or verb.lemma.lower() in ("be", "seem", "appear", "remain", "take", "mean", "happen", "rain", "snow", "become")
        or not verb.is_verb
    )
