"""Where a word stands in its clause: on which verb it hangs, who is that verb's subject, who is to do what it tells."""

from __future__ import annotations

from whodid.steps.actors.lexicon import load_lexicon
from whodid.text import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def verb_of(token: Token) -> Token:
    """The verb on which a word hangs; where there is none, the root of its sentence."""
    word = token
    while word.head is not word and not word.is_verb:
        word = word.head
    return word


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the one that governs its infinitive ("has the right to defend itself")."""
    for above in (verb, *verb.ancestors()):
        if (subject := above.child("nsubj", "nsubjpass")) is not None:
            return subject
        if above.is_verb and not any(child.lower == "to" and child.dep == "aux" for child in above.children):
            return None
    return None


def governor(token: Token) -> Token | None:
    """Who is to do what a pronoun's clause tells: "pressed Norland to open its ports", "Norland's claim that its ports are open"."""
    verb = verb_of(token)
    above = verb.head
    if above is verb or not verb.is_verb:
        return None
    if above.pos == "NOUN" and verb.dep in ("acl", "ccomp"):
        return next((child for child in above.children if child.dep == "poss"), None) or _aimed(above)
    if verb.dep in ("xcomp", "ccomp", "advcl") and any(child.lower == "to" and child.dep == "aux" for child in verb.children):
        given = next((child for child in verb.children if child.dep in SUBJECTS), None) or above.child("dobj")
        if given is not None and (aimed := _aimed(given)) is not None:
            return aimed
        return (given or _aimed(above)) if above.lemma.lower() in load_lexicon().ruling_verbs else None
    return None


def _aimed(word: Token) -> Token | None:
    """The party at whom a word is aimed: "pressure on Norland", "called on Norland", "appealed to Norland"."""
    for child in word.children:
        if child.dep == "prep" and child.lower in ("on", "to", "upon"):
            return child.child("pobj")
    return None


def role_of(head: Token) -> str:
    """What a word is in its clause; of those joined by "and" and set beside another, what the first is."""
    while head.dep in ("conj", "appos") and head.head is not head:
        head = head.head
    return head.dep


def first_conjunct(token: Token) -> Token:
    """The first of the words joined by "and"."""
    while token.dep == "conj" and token.head is not token:
        token = token.head
    return token


def is_bound(token: Token, head: Token) -> bool:
    """Whether the pronoun is an argument of the same verb as the candidate, and so somebody else."""
    if token.sentence is not head.sentence:
        return False
    if token.tag == "PRP$" or token.dep == "poss":
        return token.head is head or any(word is head for word in token.ancestors() if word.dep in ("appos",))
    if token.lower.endswith(("self", "selves")):
        return False
    return verb_of(token) is verb_of(head)
