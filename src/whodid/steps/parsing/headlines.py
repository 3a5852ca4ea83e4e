"""Headlines as the parser reads them best: capitals as in running text, and "Envoy killed in Oslo" as the passive it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whodid.lexicon.lists import word_list
from whodid.text import Sentence, Token

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# A headline is Written With Capitals where at least this share of its longer words begins with one.
CAPITALS = 0.7
LONGER = 4
FEWEST = 4
_SENTENCE_END = frozenset(".!?:\"“”‘’'-–—(\n")


def in_running_case(headline: str, body: str) -> str:
    """The headline, same length, with the capitals that its words have in the article below.

    Only a headline With Capitals or IN CAPITALS is altered. A word that the body writes small within a sentence is written small; in
    capitals, all others but the first letter are written small too ("BRANDT MEETS TAMM"). A word the body lacks keeps its capital.
    """
    words = list(_WORD.finditer(headline))
    longer = [match[0] for match in words if len(match[0]) >= LONGER]
    if len(words) < FEWEST or not longer or sum(word[0].isupper() for word in longer) < CAPITALS * len(longer):
        return headline
    small, named = _cases(body)
    shouted = headline.isupper()
    return _WORD.sub(lambda match: _cased(match, small, named, shouted), headline)


def _cased(match: re.Match[str], small: frozenset[str], named: frozenset[str], shouted: bool) -> str:
    word = match[0]
    if len(word.lower()) != len(word) or (not shouted and word.isupper() and len(word) > 1):
        return word
    if match.start() and word.lower() in small and word.capitalize() not in named:
        return word.lower()
    if shouted and word not in named:
        return word.capitalize() if len(word.capitalize()) == len(word) else word
    return word


def _cases(body: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that the body writes small, and those it writes with a capital within a sentence."""
    small, named = set[str](), set[str]()
    for match in _WORD.finditer(body):
        word = match[0]
        if word[0].islower():
            small.add(word)
        elif _before(body, match.start()) not in _SENTENCE_END:
            named.add(word)
    return frozenset(small), frozenset(named)


def _before(body: str, position: int) -> str:
    """The last character before the position that is no blank; a line break where there is none."""
    position -= 1
    while position >= 0 and body[position] in " \t":
        position -= 1
    return body[position] if position >= 0 else "\n"


def read_passives(sentences: Sequence[Sentence]) -> None:
    """Mark "Envoy killed in Oslo" in a headline as passive: a verb that always has an object, and there has none."""
    for sentence in sentences:
        if sentence.headline:
            for token in sentence.tokens:
                if _lacks_object(token):
                    _make_passive(token)


def _lacks_object(verb: Token) -> bool:
    if verb.tag not in ("VBD", "VBN") or verb.lemma not in word_list("headline_passives") or verb.child("nsubj") is None:
        return False
    verbs = [verb, *(child for child in verb.children if child.dep == "conj" and child.is_verb)]
    return not any(child.dep in ("dobj", "aux", "auxpass", "ccomp", "xcomp") for each in verbs for child in each.children)


def _make_passive(verb: Token) -> None:
    verb.tag = "VBN"
    for child in verb.children:
        if child.dep == "nsubj":
            child.dep = "nsubjpass"
        elif child.dep == "conj" and child.is_verb and child.tag == "VBD":
            child.tag = "VBN"
