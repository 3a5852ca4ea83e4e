"""Who is meant where the words name him in passing: who was at the talks, and of whom a quoted speaker wants something."""

from __future__ import annotations

from whodid.lexicon.patterns import load_classes
from whodid.steps.events.clauses import frame_of, is_passive
from whodid.steps.events.references import References, owners
from whodid.steps.events.subjects import understood_subject
from whodid.text import Token

# What is said or done at talks, during or after them, the one who does it has been there.
_AT_TALKS = frozenset(("in", "at", "during", "after", "following", "of", "over"))
_FACE_TO_FACE = frozenset(("call", "conversation", "meeting", "talk", "summit"))
_TELLING = frozenset("tell assure urge inform warn remind brief thank congratulate press".split())
_SAYING = frozenset("say tell announce declare state add promise pledge vow urge warn insist stress reiterate express".split())
_ONE = frozenset(("he", "she", "you"))
_HIMSELF = frozenset(("he", "she", "it", "they", "you"))
_TO_BE_DONE = frozenset("resolve avoid prevent protect uphold settle solve address punish investigate arrest".split())
# Of those to whom this is to be done nothing is asked.
_FREED = frozenset(("free", "release", "return", "protect"))
_ENDS = frozenset(("end", "stop", "cease", "halt"))


def asked_of(verb: Token, references: References) -> tuple[Token, ...] | None:
    """Of whom "must leave" asks it; nobody where only a thing must be done; None where nothing is asked."""
    subject = _told_himself(verb, references) or understood_subject(verb)
    if verb.dep in ("acl", "relcl") and any(child.lower == "that" for child in verb.children):
        return None  # "appealed the ruling that Estia must pay"
    if subject is None or (subject.pos == "PRON" and subject.lower not in _ONE) or not (subject in references or _to_be_done(verb)):
        return None
    if verb.lemma in _FREED and is_passive(verb):
        return tuple(owner for owner in owners(subject) if owner in references)
    return tuple(subject.conjuncts())


def _to_be_done(verb: Token) -> bool:
    """Whether a thing is what must be done or must end: "the hostages must be freed", "the raids must stop"."""
    classes = load_classes()
    wanted = classes["@do_yield"] | classes["@do_change"] | _TO_BE_DONE
    return verb.lemma in wanted and (is_passive(verb) or verb.lemma in _ENDS) and verb.child("dobj") is None


def _told_himself(verb: Token, references: References) -> Token | None:
    """Who is told what he must do: "told Estia that it must stop"; None where the clause is about another."""
    subject, above = verb.child("nsubj"), verb.head
    if subject is None or subject.lower not in _HIMSELF or verb.dep != "ccomp" or above.lemma not in _TELLING:
        return None
    told = above.child("dobj", "dative")
    return told if told is not None and told in references else None


def visitor(noun: Token, references: References) -> tuple[Token, ...]:
    """Who is on a visit: "on a visit to Oslo, Kor said", "told Lund during a visit"; nobody where the subject may be of the place."""
    prep = noun.head
    verb = prep.head
    if noun.dep != "pobj" or prep.lower not in ("on", "during") or not verb.is_verb or is_passive(verb):
        return ()
    subject = understood_subject(verb)
    if subject is None or subject not in references or (prep.lower == "during" and verb.lemma not in _SAYING):
        return ()
    return (subject,)


def gesture_by(noun: Token, references: References) -> tuple[Token, ...]:
    """Who makes it where the clause is the act: "in a warning to Estia, Norland closed the border"."""
    prep = noun.head
    verb = prep.head
    if noun.dep != "pobj" or prep.lower != "in" or not verb.is_verb or is_passive(verb):
        return ()
    if not any(child.dep == "det" and child.lower in ("a", "an", "another") for child in noun.children):
        return ()
    subject = understood_subject(verb)
    return (subject,) if subject is not None and subject in references else ()


def present_at(noun: Token, references: References) -> tuple[Token, ...]:
    """Who took part in talks under whose preposition something is told of him: "said at a meeting with Kor", "after talks, Kor left".

    The subject; after it the one to whom it is told ("told Lund in a telephone call").
    """
    prep = noun.head
    verb = prep.head
    while noun.dep == "pobj" and verb.dep == "pobj" and verb.lemma in ("sideline", "end", "margin", "close", "conclusion"):
        verb = verb.head.head  # "on the sidelines of a meeting with Kor"
    if noun.dep != "pobj" or prep.lower not in _AT_TALKS or not verb.is_verb or is_passive(verb):
        return ()
    subject = understood_subject(verb)
    if subject is None or subject not in references or any(child.dep == "neg" for child in verb.children):
        return ()
    told = (
        tuple(thing for thing in frame_of(verb).objects if thing in references)
        if verb.lemma in _TELLING and noun.lemma in _FACE_TO_FACE
        else ()
    )
    return (subject, *told)
