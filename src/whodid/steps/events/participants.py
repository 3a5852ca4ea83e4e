"""Whose act it is: from heads of phrases to actors, with the words that name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from whodid.cast import Cast, Reference
from whodid.lexicon.patterns import load_classes
from whodid.record import Quote
from whodid.steps.events.asides import antecedent
from whodid.steps.events.prepositions import MAKING, makers, participle_prepositions, prepositions, unwrap
from whodid.steps.events.references import only_hit, only_where, takes_object
from whodid.steps.events.sayers import sayer_of
from whodid.text import Span, Token

# "I", "we", "our": whoever speaks.
FIRST_PERSON = frozenset(("i", "we", "us", "me", "our", "my", "ours", "ourselves"))
SECOND_PERSON = frozenset(("you", "your"))
# In parties; nobody lists more of them after one verb.
LONGEST_LIST = 40
# How sure it is whose the police are, where only the passage tells it.
INFERRED = 0.9
# Between two names of one list.
LINKS = frozenset((",", "and", "or", "as", "well", "along", "together", "with", "both", "&"))
STRONG_LINKS = frozenset(("and", "well", "along", "together", "&"))
_LEADING = frozenset(("lead", "head", "chair", "command"))
# Papers that one side alone may have issued: "rejected the Baltic Union declaration".
_ISSUED = frozenset({"communique", "declaration", "document"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: actors in order of mention, the words that name them, and how sure the link is (0..1).

    Words without an actor are a name of which it stays open who bears it; then the side is doubtful.
    """

    actors: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    sureness: float = 1.0
    doubtful: bool = False

    def __bool__(self) -> bool:
        return bool(self.actors) or (self.doubtful and bool(self.spans))

    def without(self, others: Iterable[str]) -> Side:
        """The side less some actors; the words stay where somebody is left."""
        left = tuple(actor for actor in self.actors if actor not in set(others))
        return Side(left, self.spans if left or not self.actors else (), self.sureness, self.doubtful)

    def joined(self, other: Side) -> Side:
        """Both sides as one."""
        actors = self.actors + tuple(actor for actor in other.actors if actor not in self.actors)
        spans = self.spans + tuple(span for span in other.spans if span not in self.spans)
        return Side(actors, spans, min(self.sureness, other.sureness), self.doubtful or other.doubtful)


class Parties:
    """Finds the actors that a phrase stands for.

    Args:
        cast: The article's actors and references.
        quotes: For "we" and "you" inside them.
    """

    def __init__(self, cast: Cast, quotes: Iterable[Quote]) -> None:
        self._cast = cast
        self._quotes = [quote for quote in quotes if quote.kind != "indirect"]
        self._starting = {reference.span.start: reference for reference in reversed(cast.references)}
        self._hanging = {i: reference for reference in reversed(cast.references) for i in _hanging_words(reference)}

    def known(self) -> frozenset[int]:
        """Numbers of all tokens by which a phrase hangs in its sentence that stands for some actor."""
        return frozenset(i for i, reference in self._hanging.items() if reference.actors)

    def side(self, heads: Iterable[Token], *, whole: bool = True) -> Side:
        """The actors of these phrases. With `whole` False, also the owner of a thing ("Estia's bid"), less surely."""
        side = Side()
        for head in islice(heads, LONGEST_LIST):
            found = self._of(head) or (Side() if whole else self._owner(head))
            side = side.joined(found) if side else found if found or found.doubtful else side
        return side

    def _of(self, head: Token) -> Side:
        if (sayer := self._sayer(head)) is not None:
            return self._of(sayer) or self._adjective(sayer)
        for token in (head, unwrap(head)):
            reference = self._cast.at(token) or self._hanging.get(token.i)
            if reference is not None:
                if _names_accord(token, reference):
                    return Side()
                return self._leader(token, reference) or self._listed(reference) or self._named_after(token)
            if token.lower in FIRST_PERSON | SECOND_PERSON:
                return self._in_quote(token)
            if (meant := antecedent(token)) is not token:
                return self._of(meant)
        return self._named_after(head)

    def _sayer(self, token: Token) -> Token | None:
        """Who speaks of himself by a pronoun that the article leaves open; "he" only where it is open who the speaker is."""
        if (reference := self._cast.at(token)) is not None and reference.actors:
            return None
        sayer = sayer_of(token)
        told = self._cast.at(sayer) if sayer is not None and token.lower in ("he", "she") else None
        return sayer if told is None or not told.actors else None

    def _leader(self, token: Token, reference: Reference) -> Side:
        """Who leads a group of which no more is known: "a small group led by Senator Kor"."""
        known = [self._cast.actors.get(actor) for actor in reference.actors]
        if any(actor is None or actor.kind != "group" or actor.country for actor in known):
            return Side()
        leaders = (thing for prep, thing in participle_prepositions(token, _LEADING) if prep == "by")
        sides = (side for thing in leaders if (side := self._of(thing)))
        return next((side for side in sides if all(actor.startswith("person:") for actor in side.actors)), Side())

    def _listed(self, reference: Reference) -> Side:
        """The reference and those listed after it where the parser lost the thread ("…, as well as President Kor and Mr Lund")."""
        spans = (*self._named_in_sentence(reference), reference.span)
        side = Side(reference.actors, spans, INFERRED if "country-inferred" in reference.flags else 1.0, _in_doubt(reference))
        last, length = reference, 1
        while length < LONGEST_LIST and (following := self._next_in_list(last)) is not None:
            side = side.joined(Side(following.actors, (following.span,), 0.95, _in_doubt(following)))
            last, length = following, length + 1
        return side

    def _named_in_sentence(self, reference: Reference) -> tuple[Span, ...]:
        """For a pronoun, the words before it in the sentence that name the same: they tell a reader who "it" is."""
        if reference.kind not in ("pronoun", "pair") or not reference.actors:
            return ()
        start = reference.head.sentence.start
        named = [
            other.span
            for other in self._cast.references
            if start <= other.span.start < reference.span.start
            and other.actors == reference.actors
            and other.kind in ("name", "role", "metonym")
        ]
        return tuple(named[-1:])

    def _next_in_list(self, reference: Reference) -> Reference | None:
        tokens = reference.head.sentence.tokens
        index = reference.head.i - tokens[0].i
        while index < len(tokens) and tokens[index].start < reference.span.end:
            index += 1
        links: set[str] = set()
        while index < len(tokens) and tokens[index].lower in LINKS and len(links) < 5:
            links.add(tokens[index].lower)
            index += 1
        if index == len(tokens) or not links & STRONG_LINKS:
            return None
        following = self._starting.get(tokens[index].start)
        if following is None or following.kind in ("adjective", "pronoun") or following.head.dep in ("nsubj", "nsubjpass", "poss"):
            return None
        return following if self._cast.at(following.head) is following else None

    def _named_after(self, token: Token) -> Side:
        """Who stands beside a word that alone names nobody: "his counterpart, President Kor"."""
        beside = (child for child in token.children if child.dep == "appos" and child.i != token.i)
        references = (reference for child in beside if (reference := self._cast.at(child)) is not None)
        return next((side for reference in references if (side := self._listed(reference))), Side())

    def _in_quote(self, token: Token) -> Side:
        for quote in self._quotes:
            if any(span.start <= token.start < span.end for span in quote.content):
                party = quote.speaker if token.lower in FIRST_PERSON else quote.addressee
                if party is not None and party.actor is not None:
                    return Side((party.actor,), (Span(token.start, token.end, token.text),), 0.9)
        return Side()

    def _owner(self, head: Token) -> Side:
        """Whose thing it is: "Estia's bid", "Estian plans", "the policies of Estia"."""
        head = unwrap(head)
        for child in head.children:
            if child.dep == "poss" and (side := self._of(child) or self._adjective(child)):
                return Side(side.actors, side.spans, 0.8, side.doubtful)
        if side := self._adjective(head):
            return Side(side.actors, side.spans, 0.7, side.doubtful)
        preps = prepositions(head)  # the parser may hang the agent of "the killing of a guard by Estia" on the guard
        told = [thing for prep, thing in (*preps, *(pair for _, thing in preps for pair in prepositions(thing))) if prep == "by"]
        done_to = "of" if takes_object(head) else ""  # "the killing of two soldiers" is not theirs
        told += [thing for prep, thing in preps if prep in ("of", "from", "between", "with") and prep != done_to]
        told += [thing for prep, thing in participle_prepositions(head, MAKING) if prep == "by"]
        told += makers(head)
        for thing in told:
            if side := self._of(thing):
                return Side(side.actors, side.spans, 0.7, side.doubtful)
        return Side()

    def _adjective(self, noun: Token) -> Side:
        """Whose it is by what stands before it: "Estian plans", "the Estian tanker" in "the Estian tanker's release"."""
        names = [child for child in noun.children if child.dep in ("amod", "compound", "nmod")]
        before = [child for child in names if not only_where(child, noun) and not only_hit(child, noun)]
        before += [below for child in before if child.lower == "led" for below in child.children]  # "Estia-led strikes"
        return next((side for child in before if (side := self._of(child))), Side())


def _names_accord(token: Token, reference: Reference) -> bool:
    """Whether an organization only gives a treaty its name: "signed the Baltic Union pact"."""
    if token.dep != "compound" or token.head.lemma.lower() not in load_classes()["@deal"] - _ISSUED:
        return False
    return bool(reference.actors) and all(actor.startswith("organization:") for actor in reference.actors)


def _in_doubt(reference: Reference) -> bool:
    return bool(set(reference.flags) - {"country-inferred"})


def _hanging_words(reference: Reference) -> tuple[int, ...]:
    """The head, and any other word of the phrase by which the parser hangs it ("counterpart" in "his counterpart Jan Kor")."""
    head, span = reference.head, reference.span
    found = [head.i]
    word = head
    while word.head is not word and span.start <= word.head.start < span.end:
        word = word.head
        found.append(word.i)
    return tuple(found)
