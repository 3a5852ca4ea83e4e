"""Words that tell an event: verbs and adjectives here, nouns in `nouns`; matched against the lexicon's patterns."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from whodid.lexicon.patterns import NONE, Pattern, load_patterns
from whodid.steps.events.agents import understood_doers
from whodid.steps.events.aims import unnamed
from whodid.steps.events.bystanders import asked_of
from whodid.steps.events.clauses import Frame, frame_of, is_passive
from whodid.steps.events.complements import conditioned, has_clause, helped, within_clause
from whodid.steps.events.matching import fill
from whodid.steps.events.moods import is_refused
from whodid.steps.events.nouns import is_noun, match_noun
from whodid.steps.events.prepositions import prepositions
from whodid.steps.events.references import References, owners
from whodid.steps.events.sifting import (
    as_above,
    governed_by,
    is_unwilled,
    is_within,
    made_by_thing,
    marked_alleged,
    with_demands,
    with_targets,
)
from whodid.steps.events.subjects import understood_subject
from whodid.steps.events.trigger import DEEDS, Lexicon, Trigger, spread
from whodid.text import Sentence, Token

HARMFUL = frozenset(("ASSAULT", "COERCE", "SANCTION", "ACCUSE"))
# Particles that leave a verb's meaning as it is.
HARMLESS = frozenset(("together", "away", "back"))
# Who praises or blames a deed tells that it was done.
_JUDGING = frozenset(("ACCUSE", "SUPPORT"))
# "Should be able to", "must have known".
_NOT_ASKED = frozenset(("able", "whether", "have"))
# "A body called the Committee on Trade" calls on nobody.
_NAMING = frozenset(("call", "name", "dub", "title", "label"))
_NOT_A_TRIGGER = frozenset(("aux", "auxpass"))


def find_triggers(sentence: Sentence, lexicon: Lexicon, references: References) -> list[Trigger]:
    """All triggers of a sentence in text order; words used by one are not used by another."""
    verbs = [trigger for token in sentence.tokens if (trigger := _trigger_at(token, lexicon, references)) is not None]
    verbs = [trigger for trigger in verbs if not made_by_thing(trigger, references)]
    governed = {i for trigger in verbs for i in governed_by(trigger)}
    verbs = [trigger for trigger in verbs if not is_within(trigger, governed)]
    used = {word.i for trigger in verbs for word in trigger.words if word is not trigger.head}
    verbs = [trigger for trigger in verbs if trigger.pattern.type != NONE and not _repeats(trigger, used)]
    judged = {i for trigger in verbs for i in _judged(trigger, lexicon)}
    asked = {trigger.head.i for trigger in verbs if trigger.pattern.kind == "modal"}
    verbs = [trigger for trigger in verbs if trigger.pattern.kind != "adjective" or trigger.predicate.i not in asked]
    nouns = [
        trigger
        for token in sentence.tokens
        if is_noun(token) and (trigger := match_noun(token, lexicon, references)) is not None
        if token.i not in used or (token.i in judged and trigger.pattern.type in DEEDS)
    ]
    governed |= {i for trigger in nouns for i in governed_by(trigger)}
    nouns = [trigger for trigger in nouns if trigger.predicate.i not in asked]
    found = [trigger for trigger in [*verbs, *nouns] if not (is_within(trigger, governed) or is_unwilled(trigger))]
    found = [as_above(trigger, found, references) for trigger in with_targets(with_demands(found))]
    taken = {trigger.predicate.i for trigger in found if trigger.head is not trigger.predicate and not trigger.nominal}
    taken |= {
        thing.head.i
        for trigger in found
        for thing in trigger.done_to
        if thing.dep == "dobj" and thing.head.dep == "pcomp" and thing.head is not trigger.head
    }
    taken -= {trigger.head.i for trigger in found if trigger.head.child("nsubj", "nsubjpass") is not None}
    return [marked_alleged(t, found) for t in sorted(found, key=lambda t: t.head.i) if t.head.i not in taken]


def _judged(trigger: Trigger, lexicon: Lexicon) -> Iterator[int]:
    """The deed that is praised or blamed, which is told too: "welcomed the release of Kor by Estia"; not in "launched an attack on him"."""
    verb = trigger.predicate
    if trigger.pattern.type in _JUDGING and verb.is_verb and verb.lemma not in lexicon.light_verbs:
        yield from (word.i for word in trigger.words if word.dep in ("dobj", "nsubjpass") and word.head is verb)


def _trigger_at(token: Token, lexicon: Lexicon, references: References) -> Trigger | None:
    if token.dep in _NOT_A_TRIGGER:
        return None
    asked = _asked_of_subject(token, lexicon, references)
    if asked is not None:
        return asked
    if token.dep == "amod" and token.pos == "VERB" and not any(child in references for child in token.children):
        return None  # "war-ravaged", but "US-backed"
    if token.lemma in _NAMING and token.dep == "acl" and any(child.dep == "oprd" and child.pos == "PROPN" for child in token.children):
        return None
    if token.pos == "VERB" or (token.pos == "AUX" and token.lemma in lexicon.patterns["verb"]):
        patterns = lexicon.patterns["verb"].get(token.lemma)
        return _first_fit(token, patterns, references) if patterns else None
    if token.pos == "ADJ" and token.dep in ("acomp", "amod", "conj", "ROOT", "advcl", "oprd"):
        patterns = lexicon.patterns["adjective"].get(token.lower, ())
        if token.dep == "amod":  # "angry crowds" tells no anger at anybody
            named = token.head in references  # "illegal immigrants" are so called; "Estia's illegal ban" is blamed
            patterns = () if named else tuple(pattern for pattern in patterns if "speaker" in pattern.options)
        return _match_adjective(token, patterns, references) if patterns else None
    return None


def _asked_of_subject(verb: Token, lexicon: Lexicon, references: References) -> Trigger | None:
    """What a quoted speaker wants of another: "Estia should withdraw its troops"."""
    modal = next((child for child in verb.children if child.dep == "aux" and child.lower in lexicon.patterns["modal"]), None)
    if modal is None or not references.quoted(modal) or any(child.lower in _NOT_ASKED for child in verb.children):
        return None
    if any(child.dep == "nsubj" and child.i > modal.i for child in verb.children):
        return None  # "should Estia fail"
    asked = asked_of(verb, references)
    if asked is None:
        return None
    (pattern, *_) = lexicon.patterns["modal"][modal.lower]
    return Trigger(pattern, verb, verb, spread(verb, [modal]), asked, ())


def _first_fit(verb: Token, patterns: Iterable[Pattern], references: References) -> Trigger | None:
    frame = frame_of(verb)
    for pattern in patterns:
        trigger = _match_verb(frame, pattern, references)
        if trigger is not None:
            return trigger
    return None


def _match_verb(frame: Frame, pattern: Pattern, references: References) -> Trigger | None:
    words = [frame.verb]
    if pattern.particle is None and any(child.dep == "prt" and _alters(child.lower, pattern) for child in frame.verb.children):
        return None  # "kick off" is not "kick"
    if pattern.particle is not None:
        particle = _particle(frame.verb, pattern.particle.split("|"))
        if particle is None:
            return None
        words.append(particle)
    if pattern.type in HARMFUL and frame.verb.lemma != "blow" and any(thing.lower.endswith(("self", "selves")) for thing in frame.objects):
        return None  # "shot himself"
    filled = fill(frame, pattern, references)
    if filled is None or not has_clause(frame.verb, pattern):
        return None
    doers, done_to = filled.doers, filled.done_to
    if not any(thing in references for thing in done_to):
        done_to += unnamed(frame, pattern, references) or within_clause(frame.verb, pattern, references)
    if not any(thing in references for thing in done_to) and pattern.type == "AID":
        done_to += helped(frame.verb, references)
    if not any(thing in references for thing in done_to) and (pattern.type in ("THREATEN", "REJECT") or is_refused(frame.verb)):
        done_to = conditioned(frame.verb, references) or done_to
    if "reverse" in pattern.options:
        doers, done_to = done_to, doers
    if not any(doer in references for doer in doers) and (understood := understood_doers(frame, pattern, references)):
        doers, done_to = understood, tuple(thing for thing in done_to if thing not in understood) or frame.objects
    return Trigger(pattern, frame.verb, frame.verb, spread(frame.verb, [*words, *filled.words]), doers, done_to)


def _particle(verb: Token, wanted: list[str]) -> Token | None:
    """The verb's particle, if it is one of these; in "took Estia's side in the row" and "was taken in May" there is none."""
    has_object = verb.child("dobj", "nsubjpass", "auxpass") is not None
    named = (child for child in verb.children if child.lower in wanted)
    beside = verb.neighbour(1)
    if beside is not None and beside.tag == "RP" and beside.dep == "quantmod" and beside.lower in wanted:
        return beside  # "handed over three men": the parser hangs it on the number
    return next((child for child in named if not (has_object and child.tag == "IN" and child.child("pobj"))), None)


def _alters(particle: str, pattern: Pattern) -> bool:
    """Whether a particle makes another verb of the pattern's; the parser takes "upon" in "was called upon" for one."""
    return particle not in HARMLESS and not any(particle in slot.preps for slot in pattern.slots)


def _match_adjective(token: Token, patterns: Iterable[Pattern], references: References) -> Trigger | None:
    predicate = token.head if token.dep in ("acomp", "oprd") else token
    if token.dep == "oprd" and is_passive(predicate):
        return None  # "is held accountable", "are considered dangerous"
    doers = _blamed_for(token.head) if token.dep == "amod" else _subjects(predicate)
    preps = prepositions(token) + (prepositions(predicate) if predicate is not token else ())
    frame = Frame(token, False, doers, (), (), preps)
    manner = {child.lower for child in (*token.children, *predicate.children) if child.dep == "advmod"}
    for pattern in patterns:
        if pattern.clause and not (has_clause(token, pattern) or has_clause(predicate, pattern)):
            continue
        if pattern.particle is not None and manner.isdisjoint(pattern.particle.split("|")):
            continue
        filled = fill(frame, pattern, references)
        if filled is not None:
            done_to = filled.done_to or within_clause(token, pattern, references) or within_clause(predicate, pattern, references)
            return Trigger(pattern, token, predicate, (token,), filled.doers, done_to)
    return None


def _subjects(predicate: Token) -> tuple[Token, ...]:
    subject = understood_subject(predicate) if predicate.is_verb else None
    return tuple(subject.conjuncts()) if subject is not None else ()


def _blamed_for(thing: Token) -> tuple[Token, ...]:
    """Who is blamed where a thing is called bad: of an act those who do it, not those it is done to ("the illegal arrest of Kor")."""
    if thing.lemma.lower() not in load_patterns()["noun"]:
        return tuple(thing.conjuncts())
    return (*owners(thing), *(doer for prep, doer in prepositions(thing) if prep in ("by", "from")))


def _repeats(trigger: Trigger, used: Container[int]) -> bool:
    """Whether it is an adjective that another trigger has, or one before its noun: "is dangerous", "is a dangerous mistake"."""
    word = trigger.head
    return trigger.pattern.kind == "adjective" and (word.i in used or (word.dep == "amod" and word.head.i in used))
