"""Seeing through what stands between: relative pronouns to their nouns, asides in dashes to the subject before them."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.text import Token

RELATIVE = frozenset(("which", "that", "who"))
_NUMBERS = {"were": "plural", "are": "plural", "have": "plural", "was": "singular", "is": "singular", "has": "singular"}
_DASHES = frozenset(("-", "--", "\u2013", "\u2014", "_"))
_PHRASE = frozenset(("pobj", "prep", "conj", "compound", "poss", "appos", "nmod", "amod", "cc", "case", "punct", "relcl", "acl"))
# In words; who says more between two dashes has lost the thread.
_LONGEST_ASIDE = 30


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun takes up ("talks, which were broken off"); any other token itself."""
    above = token.head
    if token.lower not in RELATIVE or above.dep != "relcl" or above.head.pos not in ("NOUN", "PROPN"):
        return token
    return _agreeing(above, above.head)


def _agreeing(verb: Token, noun: Token) -> Token:
    """The noun of which a relative clause tells by its number: "contacts with Estia, which were broken off"; else the one it hangs on."""
    number = next((_NUMBERS[child.lower] for child in verb.children if child.dep in ("aux", "auxpass") and child.lower in _NUMBERS), None)
    above = noun.head.head
    if number is None or noun.dep != "pobj" or noun.child("cc") is not None or _number(noun) == number or above.pos != "NOUN":
        return noun
    return above if _number(above) == number else noun


def _number(noun: Token) -> str:
    return "plural" if noun.tag in ("NNS", "NNPS") else "singular"


def is_restricted(token: Token) -> bool:
    """Whether it is the relative pronoun of a clause that tells which people are meant: "leaders who lie", not "Kor, who lied"."""
    above = token.head
    if token.lower not in RELATIVE or above.dep != "relcl" or above.head.pos != "NOUN":
        return False
    before = token.neighbour(-1)
    return before is None or before.text != ","


def subject_before_aside(verb: Token, own: Token | None) -> Token | None:
    """The subject in "the premiers - both of states that border Estia - backed it", which the parser looks for in the aside.

    None where there is no aside before the verb, or its subject stands elsewhere.
    """
    tokens = verb.sentence.tokens
    start = min([verb, *(child for child in verb.children if child.dep in ("aux", "auxpass", "neg"))], key=lambda token: token.i)
    end = start.i - tokens[0].i - 1
    if end < 2 or tokens[end].text not in _DASHES:
        return None
    opening = next(
        (n for n in range(end - 1, max(0, end - _LONGEST_ASIDE), -1) if tokens[n].text in _DASHES and not _joins(tokens, n)), None
    )
    if opening is None or (own is not None and own.i < tokens[opening].i):
        return None
    word = tokens[opening - 1]
    while word.dep in _PHRASE and word.head.i < tokens[opening].i and word.head is not word:
        word = word.head
    outside = word.head is word or word.head.i > tokens[opening].i
    return word if outside and word.pos in ("NOUN", "PROPN") else None


def _joins(tokens: Sequence[Token], n: int) -> bool:
    """Whether it is a hyphen within a word ("long-range")."""
    return tokens[n].end == tokens[n + 1].start and tokens[n - 1].end == tokens[n].start
