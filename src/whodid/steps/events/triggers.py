"""Words that tell an event: verbs, light verbs with an event noun, event nouns, adjectives; matched against the lexicon's patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whodid.lexicon.patterns import Pattern, Slot
from whodid.steps.events.clauses import RELATIVE, Frame, frame_of, prepositions, understood_subject, unwrap
from whodid.text import Sentence, Span, Token

Patterns = dict[str, dict[str, tuple[Pattern, ...]]]

# Verbs under which an event noun as subject tells that it takes place.
HAPPENING = {
    "take": None, "begin": "ongoing", "start": "ongoing", "continue": "ongoing", "resume": "ongoing", "follow": None, "occur": None,
    "happen": None, "end": "occurred", "erupt": "ongoing", "break": "ongoing", "kill": None, "leave": None, "wound": None, "hit": None,
    "strike": None, "last": None, "come": None, "conclude": "occurred", "collapse": "occurred", "fail": "occurred", "intensify": "ongoing",
}  # fmt: skip
# Prepositions under which the clause of a promise or refusal names whom it concerns.
AIMED = frozenset(("with", "to", "on", "upon", "against", "for", "from", "toward", "towards"))
# Particles that leave a verb's meaning as it is.
HARMLESS = frozenset(("together", "away", "back"))
# Verbs whose object changes hands: the other party stands under the preposition.
GIVING = frozenset("send give provide deliver supply deploy dispatch extend grant lend sell hand transfer return lift ease".split())
_NOT_A_TRIGGER = frozenset(("aux", "auxpass"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell an event, with the heads of the phrases that fill its places.

    Attributes:
        pattern: The line of the lexicon that fits.
        head: The word the event hangs on: a verb, an event noun, an adjective.
        predicate: The verb that carries tense and negation (the light verb of "held talks"); the head itself where there is none.
        words: Head, particle, object words that belong to the trigger, in text order.
        doers, done_to: Heads of noun phrases.
        aspect: A status that a light verb gives ("resume": ongoing).
        nominal: Whether an event noun tells it without a light verb.
    """

    pattern: Pattern
    head: Token
    predicate: Token
    words: tuple[Token, ...]
    doers: tuple[Token, ...]
    done_to: tuple[Token, ...]
    aspect: str | None = None
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the finder looks up: patterns by kind and lemma, and the light verbs with the aspect they give."""

    patterns: Patterns
    light_verbs: dict[str, str]


class References:
    """What the finder must know of an article: which words stand for an actor, and which are somebody's words.

    Args:
        known: Numbers of the tokens that head a reference to some actor.
        quoted: Spans of quotes whose speaker is known.
    """

    def __init__(self, known: frozenset[int], quoted: Iterable[Span] = ()) -> None:
        self._known = known
        self._quoted = tuple(quoted)

    def __contains__(self, token: Token) -> bool:
        if token.i in self._known or unwrap(token).i in self._known:
            return True
        return token.lower in RELATIVE and token.head.dep == "relcl" and token.head.head in self

    def quoted(self, token: Token) -> bool:
        """Whether the word stands in a quote whose speaker is known."""
        return any(span.start <= token.start < span.end for span in self._quoted)


def find_triggers(sentence: Sentence, lexicon: Lexicon, references: References) -> list[Trigger]:
    """All triggers of a sentence in text order; words used by one are not used by another."""
    verbs, used = [], set[int]()
    for token in sentence.tokens:
        trigger = _trigger_at(token, lexicon, references)
        if trigger is not None:
            verbs.append(trigger)
            used.update(word.i for word in trigger.words if word is not trigger.head)
    nouns = [
        trigger
        for token in sentence.tokens
        if token.i not in used and token.pos in ("NOUN", "PROPN") and (trigger := _match_noun(token, lexicon, references)) is not None
    ]
    governed = {i for trigger in verbs for i in _governed(trigger)}
    asked = {trigger.head.i for trigger in verbs if trigger.pattern.kind == "modal"}
    nouns = [trigger for trigger in nouns if trigger.predicate.i not in asked]
    found = [trigger for trigger in [*verbs, *nouns] if trigger.predicate.i not in governed and trigger.head.i not in governed]
    taken = {trigger.predicate.i for trigger in found if trigger.head is not trigger.predicate and not trigger.nominal}
    taken |= {thing.head.i for trigger in found for thing in trigger.done_to if thing.head.dep == "pcomp"}
    return sorted((t for t in found if t.head.i not in taken), key=lambda t: t.head.i)


def _trigger_at(token: Token, lexicon: Lexicon, references: References) -> Trigger | None:
    if token.dep in _NOT_A_TRIGGER:
        return None
    asked = _asked_of_subject(token, lexicon, references)
    if asked is not None:
        return asked
    if token.pos == "VERB" or (token.pos == "AUX" and token.lemma in lexicon.patterns["verb"]):
        patterns = lexicon.patterns["verb"].get(token.lemma)
        return _first_fit(token, patterns, references) if patterns else None
    if token.pos == "ADJ" and token.dep in ("acomp", "amod", "conj", "ROOT", "advcl", "oprd"):
        patterns = lexicon.patterns["adjective"].get(token.lower)
        return _match_adjective(token, patterns, references) if patterns else None
    return None


def _asked_of_subject(verb: Token, lexicon: Lexicon, references: References) -> Trigger | None:
    """What a quoted speaker wants of another: "Estia should withdraw its troops"."""
    modal = next((child for child in verb.children if child.dep == "aux" and child.lower in lexicon.patterns["modal"]), None)
    if modal is None or not references.quoted(modal):
        return None
    subject = understood_subject(verb)
    if subject is None or subject not in references or subject.pos == "PRON":
        return None
    (pattern, *_) = lexicon.patterns["modal"][modal.lower]
    return Trigger(pattern, verb, verb, _spread(verb, [modal]), tuple(subject.conjuncts()), ())


def _first_fit(verb: Token, patterns: Iterable[Pattern], references: References) -> Trigger | None:
    frame = frame_of(verb)
    for pattern in patterns:
        trigger = _match_verb(frame, pattern, references)
        if trigger is not None:
            return trigger
    return None


def _match_verb(frame: Frame, pattern: Pattern, references: References) -> Trigger | None:
    words = [frame.verb]
    if pattern.particle is None and any(child.dep == "prt" and child.lower not in HARMLESS for child in frame.verb.children):
        return None  # "kick off" is not "kick"
    if pattern.particle is not None:
        particle = next((child for child in frame.verb.children if child.lower == pattern.particle), None)
        if particle is None:
            return None
        words.append(particle)
    filled = _fill(frame, pattern, references)
    if filled is None or not _has_clause(frame.verb, pattern):
        return None
    doers, done_to, more = filled
    if not any(thing in references for thing in done_to):
        done_to += _unnamed(frame, pattern, references) or _within_clause(frame.verb, pattern, references)
    if "reverse" in pattern.options:
        doers, done_to = done_to, doers
    words = sorted({word.i: word for word in [*words, *more]}.values(), key=lambda word: word.i)
    return Trigger(pattern, frame.verb, frame.verb, tuple(words), doers, done_to)


def _unnamed(frame: Frame, pattern: Pattern, references: References) -> tuple[Token, ...]:
    """Parties that the pattern has no place for: the object of "met Kor for talks", the subject of "demanded that Estia leave"."""
    slots = [slot for slot in pattern.slots if not slot.preps]
    if not slots and any(thing in references for thing in frame.objects):
        return frame.objects
    if pattern.type == "REQUEST":
        clauses = (child for child in frame.verb.children if child.dep == "ccomp")
        return tuple(found for clause in clauses if (found := clause.child("nsubj")) is not None and found in references)
    return ()


def _fill(frame: Frame, pattern: Pattern, references: References) -> tuple[tuple[Token, ...], tuple[Token, ...], list[Token]] | None:
    """Doers, those it is done to, and words that belong to the trigger; None where the pattern does not fit."""
    if "speaker" in pattern.options and not references.quoted(frame.verb):
        return None
    doers, done_to, words = frame.doers, tuple[Token, ...](), list[Token]()
    things: list[Token] = []
    names_object = any(slot.words and not slot.preps and not slot.barred and slot.role is None for slot in pattern.slots)
    for slot in pattern.slots:
        if slot.role == "A" and slot.words:
            if not any(_word_of(doer, slot.words) for doer in frame.doers):
                return None
            continue
        candidates = _candidates(frame, slot, names_object)
        if slot.role is None:
            hits = [hit for thing in candidates if (hit := _word_of(thing, slot.words)) is not None]
            if bool(hits) == slot.barred:
                return None
            words += hits[:1]
            if not slot.preps:
                things += [thing for thing in candidates if _word_of(thing, slot.words) is not None]
            continue
        if slot.required and not any(thing in references for thing in candidates):
            return None
        if not candidates and slot.preps and not slot.optional and pattern.kind == "verb" and not names_object:
            return None
        if slot.role == "R":
            done_to += candidates
        else:
            doers = candidates or doers
    if pattern.kind == "verb" and not any(thing in references for thing in done_to) and not _moves_its_own(pattern):
        done_to += _through(things, references)
    return doers, done_to, words


def _moves_its_own(pattern: Pattern) -> bool:
    """Whether the object is the doer's own means ("sent troops", "withdrew its forces"), not somebody it is done to."""
    return pattern.type == "MOBILIZE" or (pattern.type == "RETREAT" and pattern.mode != "release")


def _through(things: Iterable[Token], references: References) -> tuple[Token, ...]:
    """To whom, where the object itself tells it: "freed the hostages", "opposed Estia's bid"."""
    found: list[Token] = []
    for thing in things:
        found += [thing] if thing in references else [owner for owner in _owners(unwrap(thing)) if owner in references]
    return tuple(found)


def _candidates(frame: Frame, slot: Slot, names_object: bool) -> tuple[Token, ...]:
    if slot.preps:
        return tuple(thing for prep, thing in frame.preps if prep in slot.preps) + (frame.datives if "to" in slot.preps else ())
    if slot.role is not None and names_object:
        return frame.datives
    return frame.objects or (frame.datives if slot.role else ())


def _word_of(thing: Token, words: frozenset[str]) -> Token | None:
    """The word of the phrase that is one of these: its head, seen through "a series of", or a noun compounded with it."""
    head = unwrap(thing)
    if "*" in words:
        return thing
    for token in (head, thing):
        if token.lemma.lower() in words or token.lower in words:
            return token
    return next((child for child in head.children if child.dep in ("compound", "amod") and child.lemma.lower() in words), None)


def _has_clause(verb: Token, pattern: Pattern) -> bool:
    if pattern.clause is None:
        return True
    for child in verb.children:
        infinitive = any(below.dep == "aux" and below.lower == "to" for below in child.children)
        fits = (
            (child.dep in ("xcomp", "ccomp", "advcl", "acl", "relcl") and infinitive)
            if pattern.clause == "to-inf"
            else child.dep == "ccomp" and not infinitive
        )
        if fits and (not pattern.clause_words or child.lemma in pattern.clause_words):
            return True
        if pattern.clause == "to-inf" and child.dep in ("dobj", "prep") and _infinitive_below(child, pattern):
            return True
    return False


def _within_clause(verb: Token, pattern: Pattern, references: References) -> tuple[Token, ...]:
    """To whom, where only the clause tells it: "agreed to lift sanctions on Estia", "is willing to work with Estia"."""
    if pattern.clause != "to-inf":
        return ()
    below = next((child for child in verb.children if child.dep in ("xcomp", "ccomp", "advcl") and is_infinitive(child)), None)
    if below is None:
        return ()
    frame = frame_of(below)
    objects = tuple(thing for thing in frame.objects + frame.datives if thing in references)
    aimed = tuple(thing for prep, thing in frame.preps if prep in AIMED)
    named = tuple(thing for thing in aimed if thing in references)
    return (named or objects if below.lemma in GIVING else objects or named) or frame.objects + aimed


def _infinitive_below(thing: Token, pattern: Pattern) -> bool:
    """The parser often hangs the infinitive of "urged Estia to leave" on the object."""
    for below in thing.subtree():
        if below.tag == "VB" and below.dep in ("relcl", "acl", "xcomp") and any(c.lower == "to" and c.dep == "aux" for c in below.children):
            return not pattern.clause_words or below.lemma in pattern.clause_words
    return False


def _match_adjective(token: Token, patterns: Iterable[Pattern], references: References) -> Trigger | None:
    predicate = token.head if token.dep in ("acomp", "oprd") else token
    subject = understood_subject(predicate) if predicate.is_verb else (token.head if token.dep == "amod" else None)
    doers = tuple(subject.conjuncts()) if subject is not None else ()
    preps = prepositions(token) + (prepositions(predicate) if predicate is not token else ())
    frame = Frame(token, False, doers, (), (), preps)
    for pattern in patterns:
        if pattern.clause and not (_has_clause(token, pattern) or _has_clause(predicate, pattern)):
            continue
        filled = _fill(frame, pattern, references)
        if filled is not None:
            done_to = filled[1] or _within_clause(token, pattern, references) or _within_clause(predicate, pattern, references)
            return Trigger(pattern, token, predicate, (token,), filled[0], done_to)
    return None


def _match_noun(noun: Token, lexicon: Lexicon, references: References) -> Trigger | None:
    if noun.dep in ("compound", "nmod", "npadvmod") and noun.head.pos in ("NOUN", "PROPN"):
        return None
    for pattern in lexicon.patterns["noun"].get(noun.lemma.lower(), ()):
        trigger = _noun_trigger(noun, pattern, lexicon, references)
        if trigger is not None:
            return trigger
    return None


def _noun_trigger(noun: Token, pattern: Pattern, lexicon: Lexicon, references: References) -> Trigger | None:
    preps = prepositions(noun)
    owners = tuple(owner for owner in _owners(noun) if owner in references)
    modifiers = tuple(child for child in noun.children if child.dep in ("amod", "compound", "nmod"))
    filled = _fill(Frame(noun, False, (), modifiers, (), preps), pattern, references)
    if filled is None:
        return None
    doers, done_to, words = filled
    if "poss=R" in pattern.options:
        done_to += owners
    else:
        doers += owners
    doers += tuple(thing for prep, thing in preps if prep == "by")
    if "symmetric" in pattern.options:
        doers += tuple(thing for prep, thing in preps if prep in ("between", "among"))
    light = _light_verb(noun, lexicon)
    if light is None:
        happening = _happening(noun)
        return Trigger(pattern, noun, happening or noun, _spread(noun, words), doers, done_to, nominal=happening is None)
    verb, aspect = light
    doing = frame_of(verb)
    if not doers:
        doers = doing.doers
    done_to += _from_verb(pattern, doing)
    if "symmetric" in pattern.options and not done_to:
        done_to = tuple(thing for prep, thing in doing.preps if prep == "with")
    return Trigger(pattern, noun, verb, _spread(noun, [verb, *words]), doers, done_to, aspect)


def _spread(noun: Token, words: list[Token]) -> tuple[Token, ...]:
    return tuple(sorted({word.i: word for word in [noun, *words]}.values(), key=lambda word: word.i))


def _from_verb(pattern: Pattern, doing: Frame) -> tuple[Token, ...]:
    """Recipients under the light verb's own prepositions: "imposed sanctions in May on Estia"."""
    preps = {prep for slot in pattern.slots if slot.role == "R" for prep in slot.preps}
    return tuple(thing for prep, thing in doing.preps if prep in preps) + doing.datives


def _owners(noun: Token) -> Iterator[Token]:
    """Whose it is: possessors, and adjectives or names before it ("the Norlandian offensive", "the Norland-Estia talks")."""
    for child in noun.children:
        if child.dep == "poss" or child.dep in ("amod", "compound", "nmod") and child.i < noun.i:
            yield from child.conjuncts()


def _light_verb(noun: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """The light verb whose object the noun is, with its aspect; "take part in talks" and "be on patrol" count."""
    above = noun.head
    if noun.dep == "conj" and above.pos in ("NOUN", "PROPN"):
        return _light_verb(above, lexicon)
    if noun.dep in ("dobj", "nsubjpass", "attr") and above.lemma in lexicon.light_verbs:
        return above, lexicon.light_verbs[above.lemma]
    if noun.dep == "pobj":
        prep = noun.head
        verb = prep.head
        if verb.pos == "NOUN" and verb.lemma in ("part", "step", "place") and verb.head.is_verb:
            verb = verb.head
        if prep.lower in ("in", "on", "to", "for") and verb.lemma in (
            "take",
            "engage",
            "be",
            "participate",
            "return",
            "agree",
            "resort",
        ):
            key = f"{verb.lemma} {prep.lower}"
            if key in lexicon.light_verbs:
                return verb, lexicon.light_verbs[key]
            if verb.lemma == "take" and any(child.lemma == "part" for child in verb.children):
                return verb, "occurred"
    return None


def _happening(noun: Token) -> Token | None:
    if noun.dep in ("nsubj", "nsubjpass") and noun.head.lemma in HAPPENING:
        return noun.head
    return None


def _governed(trigger: Trigger) -> Iterator[int]:
    """Verbs in the clause that a request, refusal, promise or threat is about: what is asked for is told by the asking."""
    if trigger.pattern.clause is None:
        return
    for child in trigger.predicate.children if trigger.predicate is trigger.head else (*trigger.predicate.children, *trigger.head.children):
        if child.dep in ("xcomp", "ccomp") or (child.dep in ("advcl", "acl", "relcl") and is_infinitive(child)):
            yield from (verb.i for verb in child.conjuncts())
        elif child.dep in ("dobj", "prep"):
            yield from (
                below.i
                for below in child.subtree()
                if below.tag == "VB" and below.dep in ("acl", "relcl", "xcomp", "conj") and is_infinitive(below)
            )


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(child.dep == "aux" and child.lower == "to" for child in verb.children)
