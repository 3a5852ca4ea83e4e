"""Speakers: who says it, to whom, and who relays it."""

from __future__ import annotations

from whodid.text import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_LEFT_OUT = frozenset({"relcl", "appos", "acl", "advcl", "punct"})
_QUOTING = frozenset({"quote", "cite"})


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    if verb.tag != "VBN":
        return False
    return any(child.dep in ("auxpass", "nsubjpass", "agent") for child in verb.children) or verb.dep == "acl"


def agent_of(verb: Token) -> Token | None:
    """Who did it, in a passive: "by Belta"."""
    for child in verb.children:
        if child.dep in ("agent", "prep") and child.lower == "by":
            return child.child("pobj")
    return None


def find_speaker(verb: Token) -> Token | None:
    """The head word of the phrase that names who says it, or None where nobody is named.

    In a passive it is the agent; a relative pronoun gives way to the noun before it; a participle or a second verb
    shares the subject of the verb it hangs on.
    """
    if is_passive(verb):
        return agent_of(verb)
    subject = verb.child("nsubj", "csubj")
    if subject is not None:
        return _antecedent(subject, verb)
    return _shared_subject(verb)


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.lower in _RELATIVES and verb.dep == "relcl" and verb.head.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        return verb.head
    return subject


def _shared_subject(verb: Token) -> Token | None:
    head = verb.head
    if head is verb:
        return None
    if verb.dep in ("conj", "xcomp", "advcl", "dep", "parataxis", "ccomp"):
        if verb.dep == "ccomp" and verb.tag not in ("VBG", "VB"):
            return None
        if head.pos not in ("VERB", "AUX"):
            return head if verb.tag == "VBG" and head.pos in ("NOUN", "PROPN") else None
        subject = head.child("nsubj", "nsubjpass", "csubj")
        if subject is None:
            return _shared_subject(head)
        if verb.dep == "xcomp" and is_passive(head):
            return subject
        return _antecedent(subject, head)
    if verb.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
        return head
    if verb.dep == "pcomp":
        return _speaker_of_preposition(head)
    return None


def _speaker_of_preposition(preposition: Token) -> Token | None:
    """The subject behind "by saying", "in telling"; with "quoted X as saying" it is X."""
    verb = preposition.head
    if not verb.is_verb:
        return None
    if preposition.lower == "as" and verb.lemma in _QUOTING:
        return verb.child("nsubjpass") or verb.child("dobj") or (verb.head if verb.dep == "acl" else None)
    return verb.child("nsubj", "nsubjpass") or _shared_subject(verb)


def find_medium(verb: Token) -> Token | None:
    """Who relays it: the agent of "was quoted by", the subject of "quoted X as saying"."""
    preposition = verb.head
    if verb.dep != "pcomp" or preposition.lower != "as" or preposition.head.lemma not in _QUOTING:
        return None
    quoting = preposition.head
    return agent_of(quoting) if is_passive(quoting) else quoting.child("nsubj")


def find_addressee(verb: Token, content: tuple[int, int] | None) -> Token | None:
    """To whom it is said: "told Xi", "said to reporters", "urged Norland to"."""
    if is_passive(verb):
        return verb.child("nsubjpass")
    for child in verb.children:
        if content is not None and content[0] <= child.start < content[1]:
            continue
        if child.dep in ("dobj", "dative") and child.pos in ("NOUN", "PROPN", "PRON") and child.i > verb.i:
            return child
        if child.dep in ("prep", "dative") and child.lower == "to":
            return child.child("pobj")
    return None


def party_tokens(head: Token) -> list[Token]:
    """The noun phrase around a head word: with its titles, "of" phrases and those joined to it, without what explains it."""
    found, stack = [], [head]
    while stack:
        word = stack.pop()
        found.append(word)
        stack.extend(child for child in word.children if child.dep not in _LEFT_OUT or (child.dep == "punct" and child.lower == "-"))
    found.sort(key=lambda token: token.i)
    # What lies apart (a comma before a conjunct) keeps the phrase whole only while words follow.
    while len(found) > 1 and found[-1].pos in ("PUNCT", "CCONJ"):
        found.pop()
    return found
