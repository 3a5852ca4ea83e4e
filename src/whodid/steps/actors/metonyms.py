"""When a capital or a seat of government acts, and when it is a place."""

from __future__ import annotations

from whodid.steps.actors.lexicon import Lexicon
from whodid.text import Token

_SIDES = frozenset({"with", "between", "against", "by", "on", "to", "for", "toward", "towards", "from", "of"})
# With these a dealing is nearly certain, whatever the word before them.
_SURE = frozenset({"against", "between"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})


def acts(token: Token, lexicon: Lexicon, *, seat: bool) -> bool:
    """Whether the name of a capital stands for its government here; of a `seat` ("the Kremlin") the same, where doubt means yes.

    Subjects act ("Moscow said"), so do objects of dealing verbs ("told Moscow"), who gets something ("lent Moscow a plane"), sides
    of dealings ("ties with Moscow", "sanctions on Moscow") and owners of what is no part of a town ("Moscow's support").
    All else is a place.
    """
    dep = token.dep
    if dep == "conj" and token.head is not token:
        return acts(token.head, lexicon, seat=seat)
    if dep in _SUBJECTS:
        return seat or _acting_verb(token.head, lexicon)
    if dep == "poss":
        return (
            token.head.lower not in lexicon.place_nouns
            and token.head.lemma.lower() not in lexicon.place_nouns
            and token.head.pos != "PROPN"
        )
    if dep in _OBJECTS:
        return token.head.lemma.lower() in lexicon.dealing_verbs or (
            seat and dep != "nsubjpass" and token.head.lemma.lower() not in _MOTION
        )
    if dep in ("agent", "dative") or (dep == "pobj" and token.head.dep == "agent"):
        return True
    if dep == "pobj":
        return _side(token, lexicon)
    if dep in ("compound", "nmod", "amod"):
        return seat or token.head.lemma.lower() in lexicon.relational_nouns
    return False


_MOTION = frozenset({"leave", "enter", "reach", "tour", "storm", "occupy", "attack", "shell", "bomb", "surround", "approach"})


def _acting_verb(verb: Token, lexicon: Lexicon) -> bool:
    if not verb.is_verb:
        return True
    if verb.lemma.lower() == "be":
        # "Moscow is ready to talk" acts, "Moscow is a large city" does not.
        return any(child.dep in ("acomp", "oprd") for child in verb.children)
    return verb.lemma.lower() not in lexicon.place_verbs


def _side(token: Token, lexicon: Lexicon) -> bool:
    preposition = token.head
    word = preposition.lower
    if word not in _SIDES:
        return False
    if any(child.tag == "VBG" and child.i == token.i + 1 for child in token.children):
        return True
    above = preposition.head
    lemma = above.lemma.lower()
    if word in _SURE:
        return True
    if word == "from":
        return above.pos == "NOUN" and lemma in lexicon.relational_nouns
    if above.is_verb:
        if word in ("of", "for"):
            return False
        if lemma in lexicon.relational_verbs:
            return True
        # "imposed sanctions on Moscow" with the preposition hung on the verb.
        return any(child.dep == "dobj" and child.lemma.lower() in lexicon.relational_nouns for child in above.children)
    return lemma in lexicon.relational_nouns
