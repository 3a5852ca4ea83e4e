"""Speakers: who says it."""

from __future__ import annotations

from whodid.steps.quotes.page import Page
from whodid.text import Token, phrase

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_LEFT_OUT = frozenset({"relcl", "appos", "acl", "advcl", "punct"})
# Verbs whose object is whom they speak to.
ADDRESSING = frozenset({"tell", "inform", "remind", "assure", "warn", "notify", "advise", "reassure"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_STOPS = frozenset({".", "!", "?", ";", ":"})
TIMES = frozenset({"DATE", "TIME"})
_NOBODY = frozenset({"what", "there"})
_NO_ONE = frozenset({"no", "nobody", "none", "neither", "noone", "no-one"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "dep", "parataxis", "ccomp", "prep"})
# What one does with a statement.
ISSUING = frozenset({"issue", "release", "publish", "post", "send", "write", "deliver", "give", "sign", "put", "make", "tweet"})
QUOTING = frozenset({"quote", "cite"})


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    if verb.tag != "VBN":
        return False
    if any(child.dep in ("auxpass", "nsubjpass", "agent") for child in verb.children) or verb.dep == "acl":
        return True
    return verb.dep == "advcl" and not any(child.dep == "aux" for child in verb.children)  # "Asked whether he would run, …"


def is_agentless(verb: Token) -> bool:
    """Whether nobody says it: "it was announced that", "asked whether he would run", "no group has said that"."""
    if is_passive(verb):
        return agent_of(verb) is None
    subject = verb.child("nsubj")
    return subject is not None and (subject.lower in _NO_ONE or any(c.lower in _NO_ONE for c in subject.children if c.dep == "det"))


def agent_of(verb: Token) -> Token | None:
    """Who did it, in a passive: "by Belta"."""
    for child in verb.children:
        if child.dep in ("agent", "prep") and child.lower == "by":
            return child.child("pobj")
    return None


def find_speaker(verb: Token, page: Page) -> Token | None:
    """The head word of the phrase that names who says it, or None where nobody is named.

    In a passive it is the agent; a relative pronoun gives way to the noun before it; a participle or a second verb
    shares the subject of the verb it hangs on. Where the syntax gives nothing, or words of the quotation itself,
    the nearest noun phrase between the stop before and the verb, or right after the verb, is taken.
    """
    if is_passive(verb):
        return agent_of(verb)
    subject = _nearest_subject(verb)
    if (inverted := _inverted(verb, subject, page)) is not None:
        speaker: Token | None = inverted
    elif verb.dep == "pcomp" and verb.head.lower == "to" and verb.head.head.lemma in ISSUING:  # "sent notes to X making it clear that"
        speaker = _speaker_of_preposition(verb.head)
    elif subject is not None:
        speaker = _antecedent(subject, verb)
    else:
        speaker = _shared_subject(verb) or (_subject_above(verb) if verb.tag == "VBG" else None)
    if speaker is None or page.quoted(speaker) or _names_nobody(speaker):
        speaker = _beside(verb, page)
    return _issuer(speaker, verb)


def _names_nobody(word: Token) -> bool:
    return word.lower in _NOBODY or word.tag == "RB" or (word.entity in TIMES and word.pos != "PRON")


def _nearest_subject(verb: Token) -> Token | None:
    """The verb's subject; of two before it the second ("After the visit - the first since May - [the two ministers] announced")."""
    before = [child for child in verb.children if child.dep == "nsubj" and child.i < verb.i]
    return before[-1] if before else verb.child("nsubj", "csubj")


def _inverted(verb: Token, subject: Token | None, page: Page) -> Token | None:
    """The name right after a cue that follows a quotation ("‘We will not pay’, says Kor"), where the parser's subject stands before it."""
    words = verb.sentence.tokens
    at = verb.i - words[0].i
    if (
        at + 1 >= len(words)
        or words[at + 1].pos != "PROPN"
        or words[at + 1].entity in TIMES
        or not any(page.quoted(word) for word in words[max(0, at - 2) : at])
    ):
        return None
    if subject is None or subject.i > verb.i or verb.child("ccomp") is not None:
        return None
    if not any(page.quoted(word) for word in words[subject.i - words[0].i : at]):
        return None
    name = words[at + 1]
    while name.dep in ("compound", "nmod") and name.head.i > name.i and name.head.pos == "PROPN":
        name = name.head
    return name


def _issuer(speaker: Token | None, verb: Token) -> Token | None:
    """Who stands behind a document ("Norland issued a statement saying …"); else the document itself."""
    if speaker is None or verb.dep not in ("acl", "relcl", "advcl") or speaker.dep != "dobj" or verb.i < speaker.i:
        return speaker
    issuing = speaker.head
    if issuing.lemma not in ISSUING:
        return speaker
    return issuing.child("nsubj") or _shared_subject(issuing) or speaker


def _beside(verb: Token, page: Page) -> Token | None:
    """The noun phrase after an inverted verb (“…,” said X), else the first one between the stop or quotation before and the verb."""
    tokens = page.tokens
    after = _noun_from(verb.i + 1, len(tokens), page)
    first = verb.i
    while first > 0 and not page.quoted(tokens[first - 1]) and tokens[first - 1].lower not in _STOPS:
        first -= 1
    first = max(first, verb.sentence.tokens[0].i)
    for i in range(first, verb.i):
        if tokens[i].pos in NOMINAL and tokens[i].entity not in TIMES and tokens[i].dep not in ("pobj", "npadvmod"):
            return _noun_from(i, verb.i, page)
    return after if first > 0 and verb.i - first <= 1 and page.quoted(tokens[first - 1]) else None


def _noun_from(start: int, end: int, page: Page) -> Token | None:
    """The last noun of the run of nouns and their modifiers that starts here."""
    found = None
    for i in range(start, min(end, start + 10)):
        token = page.tokens[i]
        if page.quoted(token):
            break
        if token.pos in NOMINAL:
            found = token
        elif token.pos not in ("DET", "ADJ", "NUM", "PART", "ADV") or found is not None:
            break
        if token.pos == "PRON":
            break
    return found


def _subject_above(verb: Token) -> Token | None:
    """The subject that a participle shares with the nearest verb above it that has one."""
    for above in verb.ancestors():
        subject = above.child("nsubj", "nsubjpass")
        if subject is not None:
            return _antecedent(subject, above)
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for; dates between them are passed over."""
    if subject.lower not in _RELATIVES:
        return subject
    head = verb.head
    if verb.dep == "relcl" and head.pos in ("NOUN", "PROPN", "PRON", "NUM") and head.entity not in TIMES:
        return _adjacent_apposition(head) or head
    for token in reversed(subject.sentence.tokens[: subject.i - subject.sentence.tokens[0].i]):
        if token.pos in ("NOUN", "PROPN") and token.entity not in TIMES:
            return token
        if token.pos == "VERB":
            break
    return subject


def _adjacent_apposition(head: Token) -> Token | None:
    """The name right after a role ("the news agency Belta")."""
    return next((child for child in head.children if child.dep == "appos" and child.subtree()[0].i == head.i + 1), None)


def _shared_subject(verb: Token) -> Token | None:
    head = verb.head
    if head is verb:
        return None
    if verb.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
        return head
    if verb.dep == "pcomp":
        return _speaker_of_preposition(head)
    if verb.dep not in _SHARING or (verb.dep == "ccomp" and verb.tag not in ("VBG", "VB")):
        return None
    if not head.is_verb:
        return head if verb.tag == "VBG" and head.pos in ("NOUN", "PROPN") else None
    before = verb.neighbour(-1)
    if verb.tag == "VBG" and before is not None:
        if before.lower == ",":
            return _subject_of_sentence(verb)
        if before.entity in ("PERSON", "ORG") and (before.dep == "dobj" or (before.dep == "pobj" and before.head.lower != "to")):
            return before
    if verb.dep == "xcomp" and (forced := head.child("dobj")) is not None and forced.i < verb.i:
        return forced
    return _subject_of(head)


def _subject_of(verb: Token) -> Token | None:
    subject = verb.child("nsubj", "nsubjpass", "csubj")
    return _antecedent(subject, verb) if subject is not None else _shared_subject(verb)


def _subject_of_sentence(verb: Token) -> Token | None:
    """A participle after a comma speaks of the subject of the outermost clause, whatever the parser hangs it on."""
    found = None
    for above in verb.ancestors():
        if above.dep in ("relcl", "acl") and found is not None:
            break
        subject = above.child("nsubj", "nsubjpass")
        if subject is not None and subject.i < verb.i:
            found = _antecedent(subject, above)
    return found


def _speaker_of_preposition(preposition: Token) -> Token | None:
    """The subject behind "by saying", "in telling"; with "quoted X as saying" it is X."""
    verb = preposition.head
    if not verb.is_verb:
        return None
    if preposition.lower == "as" and verb.lemma in QUOTING:
        subject = verb.child("nsubjpass")
        if subject is not None:
            return _antecedent(subject, verb)
        return verb.child("dobj") or (verb.head if verb.dep == "acl" else None)
    return verb.child("nsubj", "nsubjpass") or _shared_subject(verb)


def as_saying(verb: Token) -> Token | None:
    """The "saying" of "quoted X as saying", or None."""
    if verb.lemma not in QUOTING:
        return None
    preposition = next((child for child in verb.children if child.lower == "as"), None)
    return preposition.child("pcomp") if preposition is not None else None


def party_tokens(head: Token) -> list[Token]:
    """The noun phrase around a head word: with its titles, "of" phrases and those joined to it, without what explains it."""
    found, stack = [], [head]
    while stack:
        word = stack.pop()
        found.append(word)
        stack.extend(child for child in word.children if child.dep not in _LEFT_OUT or child.lower == "-")
        if (name := _adjacent_apposition(word)) is not None:
            stack.append(name)
    if any(word.tag in _FINITE for word in found):  # the parser took a clause for a phrase
        found = phrase(head)
    found.sort(key=lambda token: token.i)
    # What lies apart (a comma before a conjunct) keeps the phrase whole only while words follow.
    while len(found) > 1 and found[-1].pos in ("PUNCT", "CCONJ"):
        found.pop()
    return found
