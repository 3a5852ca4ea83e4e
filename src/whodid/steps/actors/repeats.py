"""Words that speak of actors again: pronouns, "the country", "both sides"."""

from __future__ import annotations

from whodid.steps.actors import coreference
from whodid.steps.actors.again import Again
from whodid.steps.actors.focus import Focus
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.pairs import Pairs
from whodid.steps.actors.relatives import resolve_relative
from whodid.steps.actors.roster import AMBIGUOUS, Roster
from whodid.text import Token, span_of
from whodid.text import phrase as noun_phrase

_TELLING = frozenset({"of", "with", "that", "where"})
_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_SIDED = frozenset({"aisle", "border", "frontier", "line", "road", "river", "street", "strait", "divide", "channel", "ocean"})
# Without a number these may be anybody.
_LOOSE = frozenset({"officials", "diplomats", "politicians", "heads", "counterparts", "rivals", "candidates", "commanders", "generals"})
_NUMBERS = {"two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}


class Repeats:
    """Adds references for pronouns, pairs and repeated nouns.

    Args:
        roster: Who has been met so far.
        lexicon: The words.
        focus: Which country the article is about.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon, focus: Focus) -> None:
        self._roster = roster
        self._focus = focus
        self._lexicon = lexicon
        self._again = Again(roster, lexicon)
        self._pairs = Pairs(roster, lexicon)

    def pronoun(self, token: Token) -> None:
        """Add a reference for a personal or relative pronoun, if it stands for somebody."""
        if token.tag in ("WP", "WDT", "WP$"):
            if relative := resolve_relative(token, self._roster):
                self._roster.refer(token, span_of([token]), relative, "pronoun")
            return
        if token.lower not in coreference.PRONOUNS or _expletive(token):
            return
        actors, doubt = coreference.resolve_pronoun(token, self._roster)
        if actors or doubt:
            self._roster.refer(token, span_of([token]), actors, "pronoun", AMBIGUOUS if doubt else ())

    def noun(self, token: Token) -> None:
        """Add a reference for a noun that is a pair or names its actor by kind alone."""
        if self.pair(token) or self._state_party(token):
            return
        if not any(child.lower in ("the", "this", "that", "his", "her", "their", "its") for child in token.children):
            return
        lemma = token.lower
        if lemma in self._lexicon.same_state:
            self._same_state(token)
        elif (again := self._again.organization(token, lemma)) is not None and not any(c.tag == "PRP$" for c in token.children):
            self._roster.refer(token, span_of(noun_phrase(token)), [again], "role")

    def _state_party(self, token: Token) -> bool:
        """ "The Norlandic side": the state."""
        if token.lower not in self._lexicon.state_parties:
            return False
        state = self._roster.one_at(token.child("amod", "compound", "poss"))
        if state is None or state.kind != "state":
            return False
        self._roster.refer(token, span_of(noun_phrase(token)), [state.id], "role")
        return True

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
            states = self._last_state(token)
        if states:
            self._roster.refer(token, span_of(noun_phrase(token)), states, "role")

    def pair(self, token: Token) -> bool:
        """Add a reference for "the two leaders", "both sides", "the three"; whether it is such a phrase."""
        count = _counts(token)
        kind = "person" if count == 2 else self._pair_kind(token)
        if kind is None and count == 0:
            return self._several(token)
        actors, doubt = self._pairs.two(token, kind) if kind is not None else self._pairs.several(token, count)
        if count == 2 and not actors:
            actors, doubt = self._pairs.two(token, "any")
        self._roster.refer(token, span_of(noun_phrase(token)), actors, "pair", AMBIGUOUS if doubt or not actors else ())
        return True

    def _several(self, token: Token) -> bool:
        """Add a reference for "the three countries", "all four leaders", "the men": so many, or all just joined by "and"."""
        before = [child for child in token.children if child.i < token.i]
        kind = self._kind(token.lower)
        if kind is None or not any(child.lower in ("the", "all", "these", "those") for child in before) or len(before) > 2:
            return False
        if any(child.dep in ("prep", "relcl", "acl", "appos") or child.tag == "PRP$" for child in token.children):
            return False
        count = next((_NUMBERS.get(child.lower, 0) for child in before if child.dep == "nummod"), 0)
        if len(before) != 1 + (count > 2) or (not count and (kind != "person" or token.lower in _LOOSE)):
            return False
        actors, _ = self._pairs.several(token, count, kind) if count else (self._pairs.joined(token), False)
        if actors:
            self._roster.refer(token, span_of(noun_phrase(token)), actors, "pair")
        return bool(actors)

    def _kind(self, noun: str) -> str | None:
        lexicon = self._lexicon
        kinds = (("person", lexicon.pair_persons), ("state", lexicon.pair_states), ("any", lexicon.pair_any))
        return next((kind for kind, words in kinds if noun in words), None)

    def _last_state(self, token: Token) -> tuple[str, ...]:
        """Of the states told just before, the only one, else the one that the article is most about, else the nearest."""
        among = self._lexicon.lands.get(token.lower)
        told = [id for id in coreference.told_states(token, self._roster) if among is None or self._country(id) in among]
        if len(told) > 1:
            told = [id for id in told if self._focus.is_theme(self._country(id))] or told[:1]
        return tuple(told)

    def _country(self, id: str) -> str | None:
        return self._roster.members[id].country

    def _pair_kind(self, token: Token) -> str | None:
        """Of what kind "the two leaders", "both sides", "both" is a pair; None where it is none."""
        if token.lower == "both":
            alone = token.dep in _ALONE and not any(child.dep == "prep" for child in token.children)
            return "any" if alone else None
        before = {child.lower for child in token.children if child.i < token.i}
        if not before & {"two", "both"} or not before & {"the", "both", "these", "those"}:
            return None
        if any(child.tag == "PRP$" for child in token.children) or _of_place(token):
            return None
        return self._kind(token.lower)


def _of_place(token: Token) -> bool:
    """Whether sides are those of a thing or a place: "both sides of the Atlantic", but not "of the conflict"."""
    of = next((child for child in token.children if child.lower == "of"), None)
    whose = of.child("pobj") if of is not None else None
    return token.lower == "sides" and whose is not None and (whose.pos == "PROPN" or whose.lemma.lower() in _SIDED)


def _counts(token: Token) -> int:
    """How many "the two", "the three", "the pair" stand for; 0 for other words, and where it is told of whom ("the two of them")."""
    count = _NUMBERS.get(token.lower, 0)
    if count == 0 or not _stands_alone(token):
        return 0
    of = (child for child in token.children if child.lower == "of")
    whose = [named for child in of if (named := child.child("pobj")) is not None and named.tag in ("PRP", "NNS", "NNP", "NNPS")]
    return 0 if whose or any(child.dep in ("relcl", "acl") for child in token.children) else count


def _stands_alone(token: Token) -> bool:
    """Whether a number is no noun's: "the three of …", and "the three held talks", whose verb the parser may miss."""
    if token.dep in _ALONE:
        return any(child.lower == "the" for child in token.children)
    following = token.neighbour(1) or token
    article = any(child.lower == "the" and child.i == token.i - 1 for child in token.head.children)
    return token.dep == "nummod" and article and following.tag in ("VBD", "VBN") and following is not token.head


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
