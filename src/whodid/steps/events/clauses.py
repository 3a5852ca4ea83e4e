"""A verb with its parties: subject, object and prepositions, in the order of meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whodid.lexicon.patterns import load_patterns
from whodid.steps.events.asides import RELATIVE, antecedent
from whodid.steps.events.prepositions import OBJECT_CONTROL, prepositions
from whodid.steps.events.subjects import between, understood_subject
from whodid.text import Token

VERDICTS = frozenset("guilty liable responsible accountable innocent undesirable unwelcome ineligible".split())
# "Was tried and fined 100 euros": of these the person may be the subject though a thing follows.
_GIVING_TO = frozenset("deny give grant award hand offer allow pay charge refuse".split())
_CHARGING = frozenset("accuse charge convict suspect indict".split())
_UNDER = frozenset(("with", "of", "to", "from", "on", "for"))
_OBJECT = frozenset(("dobj", "obj"))
_PASSIVE = frozenset(("nsubjpass", "auxpass", "csubjpass"))
# Of land that somebody has they tell no deed: "the Norland-held town".
_HOLDING = frozenset(("held", "controlled", "occupied", "administered", "ruled", "run"))


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with its parties in the order of meaning: passives are turned round.

    Attributes:
        doers: Heads of the noun phrases that do it: the subject, of a passive the agent.
        objects: To which it is done: the object, of a passive the subject.
        datives: The indirect object ("gave Estia aid").
        preps: (preposition, head of what it governs) for all prepositions on the verb and on its object.
    """

    verb: Token
    passive: bool
    doers: tuple[Token, ...]
    objects: tuple[Token, ...]
    datives: tuple[Token, ...]
    preps: tuple[tuple[str, Token], ...]


def frame_of(verb: Token) -> Frame:
    """The verb's frame, with subjects that the grammar leaves out put in from the governing clause."""
    passive = is_passive(verb)
    subject = understood_subject(verb)
    subjects = (*_joined_before(verb, subject), *subject.conjuncts()) if subject is not None else ()
    objects = tuple(word for child in _objects(verb) for word in child.conjuncts())
    if not objects and verb.tag == "VBG" and verb.dep in ("xcomp", "ccomp", "pcomp", "dobj"):
        objects = tuple(thing for prep, thing in prepositions(verb) if prep == "of")  # "resumed shelling of the port"
    datives = tuple(word for child in verb.children if child.dep == "dative" and child.pos != "ADP" for word in child.conjuncts())
    preps = prepositions(verb) + _wished_for(verb)
    for thing in objects:
        preps += prepositions(thing)
    preps += tuple(_called(verb))
    if not passive:
        return Frame(verb, False, subjects, objects or _gap(verb, subject) or _shared(verb), datives, preps)
    preps += tuple((prep, thing) for prep in _stranded(verb) for thing in subjects)
    for thing in subjects:
        preps += tuple((word, head) for word, head in prepositions(antecedent(thing)) if word != "of")
    own = _hyphened_to(verb) or tuple(word for prep, word in prepositions(verb) if prep == "by")
    # "the raid by Estia was condemned by Sudria": the verb's own first
    agents = own or tuple(word for prep, word in preps if prep == "by") or _agents_below(verb)
    if objects:  # "Estia was given aid": the subject is the indirect object
        return Frame(verb, True, agents, objects, subjects, preps)
    return Frame(verb, True, agents, subjects, datives, preps)


def _joined_before(verb: Token, last: Token) -> tuple[Token, ...]:
    """Subjects that the parser does not join to the last of them: "Norland as well as Estia opposed it"."""
    first = [child for child in verb.children if child.dep == "nsubj"]
    if verb.dep == "conj" and last.head is verb and verb.head.dep == "ROOT" and verb.head.pos in ("NOUN", "PROPN"):
        first.append(verb.head)
    return tuple(word for word in first if word.i < last.i and _is_joined(word, last))


def _is_joined(first: Token, last: Token) -> bool:
    """Whether an "and" of the first stands between the two, and neither a verb nor a comma, which ends a clause."""
    words = between(first, last)
    joined = any(word.dep == "cc" and word.head is first for word in words)
    return joined and not any(word.is_verb or word.text == "," for word in words)


def _hyphened_to(participle: Token) -> tuple[Token, ...]:
    """Who does what stands before a noun: "Norland-imposed sanctions", "an Estian-brokered truce"."""
    if participle.dep != "amod" or participle.lower in _HOLDING or not any(child.text == "-" for child in participle.children):
        return ()
    return tuple(child for child in participle.children if child.pos in ("PROPN", "ADJ") and child.i < participle.i)


def _agents_below(verb: Token) -> tuple[Token, ...]:
    """Who does it where the parser hangs him on a word before him: "was charged with treason by Estian prosecutors"."""
    things = [thing for prep, thing in prepositions(verb) if prep in _UNDER and thing.i > verb.i]
    if verb.lemma not in _CHARGING:  # "was arrested for a killing by soldiers"
        things = [thing for thing in things if thing.lemma.lower() not in load_patterns()["noun"]]
    return tuple(word for thing in things for prep, word in prepositions(thing) if prep == "by")


def _called(verb: Token) -> Iterator[tuple[str, Token]]:
    """Whose or by whom it is what the verb says its subject is: "became a member of the pact", "was a mistake by Estia"."""
    for child in verb.children:
        if child.dep == "attr" and child.pos == "NOUN":
            yield from ((prep, thing) for prep, thing in prepositions(child) if prep in ("of", "by"))


def _wished_for(verb: Token) -> tuple[tuple[str, Token], ...]:
    """Who is to do it, or what is to be done, in "called for Estia to leave", "called for the envoy to be freed"."""
    wishes = [child for child in verb.children if child.dep in ("advcl", "ccomp", "xcomp") and child.i > verb.i]
    wishes = [wish for wish in wishes if any(child.dep == "mark" and child.lower == "for" for child in wish.children)]
    return tuple(("for", wish.child("nsubj") or wish) for wish in wishes if wish.child("nsubj", "nsubjpass") is not None)


def _stranded(verb: Token) -> tuple[str, ...]:
    """Prepositions of a passive whose object is its subject: "was called upon", "was fired at"."""
    return tuple(
        child.lower for child in verb.children if child.dep in ("prep", "prt") and child.tag in ("IN", "RP") and not child.children
    )


def _objects(verb: Token) -> Iterator[Token]:
    """The verb's objects; the parser hangs that of "switched off the lights" on the particle."""
    for child in verb.children:
        if child.dep in _OBJECT:
            yield child
            yield from (word for word in child.children if word.dep == "appos" and word.lower == "grata")
        elif child.dep == "ccomp" and any(word.lower == "what" for word in child.children):
            yield from (word for word in child.children if word.dep == "oprd" and word.pos == "NOUN")  # "launched what it called a raid"
        elif child.dep == "prep" and child.tag == "RP":
            yield from (below for below in child.children if below.dep == "pobj")


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, with or without "be"."""
    if any(child.dep in _PASSIVE for child in verb.children):
        return not _has_done(verb)
    if _shares_agent(verb) or is_ordered(verb):
        return True
    if verb.dep in ("acl", "advcl") and verb.child("agent") is not None and verb.child("nsubj") is None:
        return True  # "workers held hostage by Estia": the parser may take the participle for a past tense
    if verb.tag not in ("VBN", "VBD") or any(child.dep == "aux" and child.lemma == "have" for child in verb.children):
        return False
    if verb.dep in ("acl", "advcl", "amod"):
        return verb.tag == "VBN" and (verb.child("nsubj") is None or _is_attendant(verb))
    # "was accused and urged to leave": the parser often takes the second participle for a past tense.
    # "Ten were killed and dozens more wounded": the second "were" is left out, the subject is not.
    return (
        verb.dep == "conj"
        and (verb.child("dobj") is None or verb.lemma == "fine" or (verb.lemma in _GIVING_TO and verb.tag == "VBN"))
        and (verb.child("nsubj") is None or verb.tag == "VBN")
        and is_passive(verb.head)
    )


def _has_done(verb: Token) -> bool:
    """Whether "'s" is "has" though the parser takes it for "is": "he's also instructed his aides"."""
    helper = verb.child("auxpass")
    return helper is not None and helper.lower == "'s" and verb.child("dobj") is not None and verb.lemma not in _GIVING_TO


def _is_attendant(verb: Token) -> bool:
    """Whether it tells in what state somebody was: "with the king toppled by the army"."""
    by_whom = verb.child("agent") is not None
    return by_whom or (verb.child("dobj") is None and any(child.lower == "with" and child.dep == "mark" for child in verb.children))


def is_ordered(verb: Token) -> bool:
    """Whether it is what somebody orders done: "ordered three men detained"; the parser takes the participle for a past tense."""
    if verb.dep not in ("ccomp", "xcomp") or verb.tag not in ("VBD", "VBN") or verb.head.lemma != "order" or verb.head.i > verb.i:
        return False
    return verb.child("dobj", "mark", "aux", "auxpass") is None


def _shares_agent(verb: Token) -> bool:
    """Whether "by" behind the next verb tells who did this one too: "shot and killed by Estia", whatever the parser makes of "shot"."""
    following = next((child for child in verb.children if child.dep == "conj" and child.tag == "VBN"), None)
    if following is None or verb.tag not in ("VBN", "VBD") or following.child("agent") is None:
        return False
    return not any(
        child.dep in ("dobj", "aux", "auxpass", "nsubj", "prep") for child in (*following.children, *verb.children) if child.i > verb.i
    )


def _gap(verb: Token, subject: Token | None) -> tuple[Token, ...]:
    """The object left out of a relative clause: "the sanctions that Norland imposed"."""
    if verb.dep == "relcl" and subject is not None and verb.head is not subject and subject.lower not in RELATIVE:
        return (verb.head,)
    judged = next((child for child in verb.children if child.dep == "ccomp" and child.lower in VERDICTS), None)
    if judged is not None and (found := judged.child("nsubj")) is not None:
        return (found,)  # "declared the men guilty"
    if verb.lemma in OBJECT_CONTROL:  # "helped Estia build a port": the parser makes Estia the subject of "build"
        return tuple(found for child in verb.children if child.dep == "ccomp" and (found := child.child("nsubj")) is not None)
    return ()


def _shared(verb: Token) -> tuple[Token, ...]:
    """The object that stands behind the second of two joined verbs alone: "trained and armed Estian rebels"."""
    second = next((child for child in verb.children if child.dep == "conj" and child.is_verb), None)
    if second is None or second.tag != verb.tag or second.i - verb.i != 2:
        return ()
    return tuple(word for child in _objects(second) for word in child.conjuncts())
