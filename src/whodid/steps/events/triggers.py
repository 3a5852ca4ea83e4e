"""Words that tell an event: verbs, light verbs with an event noun, event nouns, adjectives; matched against the lexicon's patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from whodid.lexicon.patterns import NONE, Pattern, load_classes
from whodid.steps.events.agents import understood_doers
from whodid.steps.events.asides import RELATIVE
from whodid.steps.events.bystanders import asked_of, present_at
from whodid.steps.events.clauses import MONEY, Frame, frame_of, prepositions, understood_subject
from whodid.steps.events.complements import conditioned, has_clause, within_clause
from whodid.steps.events.matching import AIMED, fill, load_unwilled, unnamed
from whodid.steps.events.moods import is_infinitive
from whodid.steps.events.references import References, owners
from whodid.text import Sentence, Token

Patterns = dict[str, dict[str, tuple[Pattern, ...]]]

FINITE = frozenset(("VBD", "VBZ", "VBP"))
# Verbs under which an event noun as subject tells that it takes place.
HAPPENING = frozenset(
    "take begin start continue resume follow occur happen end erupt break kill leave wound hit strike last come grow rise expand "
    "escalate spread conclude collapse fail intensify".split()
)
HARMFUL = frozenset(("ASSAULT", "COERCE", "SANCTION", "ACCUSE"))
# Particles that leave a verb's meaning as it is.
HARMLESS = frozenset(("together", "away", "back"))
# Times and numbers in which acts are told.
_PARTS = frozenset("hour day night week month year round wave series spate string start beginning end phase".split())
# In an accident: "killed when their helicopter crashed".
_MISHAPS = frozenset("crash collide capsize sink derail overturn collapse skid plunge veer slip".split())
# What they say was done, whoever or whatever made them: "the shelling forced them to surrender".
_IMPLYING = frozenset("force compel drive oblige prompt lead".split())
_LIGHT_WITH_PREPOSITION = frozenset(("take", "engage", "be", "participate", "return", "agree", "resort"))
_SPOKEN = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"))
_PURPOSE = frozenset(("advcl", "xcomp", "acl", "relcl"))
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
        alleged: Whether somebody is only accused of it.
    """

    pattern: Pattern
    head: Token
    predicate: Token
    words: tuple[Token, ...]
    doers: tuple[Token, ...]
    done_to: tuple[Token, ...]
    aspect: str | None = None
    nominal: bool = False
    alleged: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the finder looks up: patterns by kind and lemma, and the light verbs with the aspect they give."""

    patterns: Patterns
    light_verbs: dict[str, str]


def find_triggers(sentence: Sentence, lexicon: Lexicon, references: References) -> list[Trigger]:
    """All triggers of a sentence in text order; words used by one are not used by another."""
    verbs = [trigger for token in sentence.tokens if (trigger := _trigger_at(token, lexicon, references)) is not None]
    verbs = [trigger for trigger in verbs if not _made_by_thing(trigger, references)]
    governed = {i for trigger in verbs for i in _governed(trigger)}
    verbs = [trigger for trigger in verbs if not _within(trigger, governed)]
    used = {word.i for trigger in verbs for word in trigger.words if word is not trigger.head}
    verbs = [trigger for trigger in verbs if trigger.pattern.type != NONE]
    asked = {trigger.head.i for trigger in verbs if trigger.pattern.kind == "modal"}
    verbs = [trigger for trigger in verbs if trigger.pattern.kind != "adjective" or trigger.predicate.i not in asked]
    nouns = [
        trigger
        for token in sentence.tokens
        if token.i not in used and token.pos in ("NOUN", "PROPN") and (trigger := _match_noun(token, lexicon, references)) is not None
    ]
    governed |= {i for trigger in nouns for i in _governed(trigger)}
    nouns = [trigger for trigger in nouns if trigger.predicate.i not in asked]
    found = [trigger for trigger in [*verbs, *nouns] if not (_within(trigger, governed) or _unwilled(trigger))]
    found = [_as_above(trigger, found, references) for trigger in _with_demands(found)]
    taken = {trigger.predicate.i for trigger in found if trigger.head is not trigger.predicate and not trigger.nominal}
    taken |= {
        thing.head.i
        for trigger in found
        for thing in trigger.done_to
        if thing.dep == "dobj" and thing.head.dep == "pcomp" and thing.head is not trigger.head
    }
    taken -= {trigger.head.i for trigger in found if trigger.head.child("nsubj", "nsubjpass") is not None}
    return [_marked_alleged(t, found) for t in sorted(found, key=lambda t: t.head.i) if t.head.i not in taken]


def _within(trigger: Trigger, governed: set[int]) -> bool:
    return trigger.predicate.i in governed or trigger.head.i in governed


def _unwilled(trigger: Trigger) -> bool:
    """Whether nature, a disease or the market does it, or it happened in an accident, which makes no event."""
    if any(doer.lemma.lower() in load_unwilled() for doer in trigger.doers):
        return True
    mishaps = (child for child in trigger.predicate.children if child.dep == "advcl" and child.lemma in _MISHAPS)
    return trigger.pattern.type == "ASSAULT" and not trigger.doers and any(clause.child("dobj") is None for clause in mishaps)


def _made_by_thing(trigger: Trigger, references: References) -> bool:
    """Whether no actor but a happening makes somebody do it, so that only what he does is told."""
    implied = trigger.pattern.clause == "to-inf" and trigger.pattern.type == "COERCE" and trigger.head.lemma in _IMPLYING
    return implied and bool(trigger.doers) and not any(doer in references or doer.lemma in load_unwilled() for doer in trigger.doers)


def _with_demands(found: list[Trigger]) -> list[Trigger]:
    """Protests with those whom their demands name; the demands are part of them: "marched to demand that the minister resign"."""
    below = {id(trigger): above for trigger in found if (above := _protest_above(trigger, found)) is not None}
    named = {id(above): trigger.done_to for trigger in found if (above := below.get(id(trigger))) is not None}
    return [
        replace(trigger, done_to=trigger.done_to or named[id(trigger)]) if id(trigger) in named else trigger
        for trigger in found
        if id(trigger) not in below
    ]


def _as_above(trigger: Trigger, others: Iterable[Trigger], references: References) -> Trigger:
    """The trigger; a participle that names nobody is about whom the clause above is about: "criticized Estia, threatening to leave"."""
    verb = trigger.predicate
    if trigger.pattern.type not in _SPOKEN or verb.dep != "advcl" or verb.tag != "VBG" or trigger.nominal:
        return trigger
    if any(word in references for word in verb.subtree() if word.i > verb.i):
        return trigger
    above = next((other for other in others if other.predicate is verb.head and other.pattern.type in _SPOKEN), None)
    return replace(trigger, done_to=above.done_to) if above is not None else trigger


def _protest_above(trigger: Trigger, others: Iterable[Trigger]) -> Trigger | None:
    """The protest whose purpose the trigger tells, or None."""
    verb = trigger.predicate
    if (
        trigger.pattern.type not in ("REQUEST", "PROTEST", "ACCUSE", "REJECT")
        or verb.dep not in ("advcl", "xcomp", "acl", "relcl")
        or verb.tag not in ("VB", "VBG")
    ):
        return None
    protests = (other for other in others if other.pattern.type == "PROTEST" and other is not trigger)
    return next((other for other in protests if verb.head in (other.predicate, other.head, *other.words)), None)


def _marked_alleged(trigger: Trigger, others: Iterable[Trigger]) -> Trigger:
    """The trigger, marked where it only tells what somebody is accused of: "accused Estia of shelling the port"."""
    word = trigger.predicate
    while word.dep in ("conj", "xcomp") and word.head.is_verb:
        word = word.head
    if word.dep == "pcomp":
        verb = word.head.head
        if any(other.pattern.type == "ACCUSE" and other.head is verb for other in others):
            return replace(trigger, alleged=True)
    return trigger


def _trigger_at(token: Token, lexicon: Lexicon, references: References) -> Trigger | None:
    if token.dep in _NOT_A_TRIGGER:
        return None
    asked = _asked_of_subject(token, lexicon, references)
    if asked is not None:
        return asked
    if token.dep == "amod" and token.pos == "VERB" and not any(child in references for child in token.children):
        return None  # "war-ravaged", but "US-backed"
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
    if modal is None or not references.quoted(modal) or any(child.lower in ("able", "whether") for child in verb.children):
        return None
    asked = asked_of(verb, references)
    if asked is None:
        return None
    (pattern, *_) = lexicon.patterns["modal"][modal.lower]
    return Trigger(pattern, verb, verb, _spread(verb, [modal]), asked, ())


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
        particles = pattern.particle.split("|")
        particle = next((child for child in frame.verb.children if child.lower in particles), None)
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
    if not any(thing in references for thing in done_to) and pattern.type in ("THREATEN", "REJECT"):
        done_to = conditioned(frame.verb, references) or done_to
    if "reverse" in pattern.options:
        doers, done_to = done_to, doers
    if not any(doer in references for doer in doers) and (understood := understood_doers(frame, pattern, references)):
        doers, done_to = understood, tuple(thing for thing in done_to if thing not in understood) or frame.objects
    return Trigger(pattern, frame.verb, frame.verb, _spread(frame.verb, [*words, *filled.words]), doers, done_to)


def _alters(particle: str, pattern: Pattern) -> bool:
    """Whether a particle makes another verb of the pattern's; the parser takes "upon" in "was called upon" for one."""
    return particle not in HARMLESS and not any(particle in slot.preps for slot in pattern.slots)


def _match_adjective(token: Token, patterns: Iterable[Pattern], references: References) -> Trigger | None:
    predicate = token.head if token.dep in ("acomp", "oprd") else token
    subject = understood_subject(predicate) if predicate.is_verb else (token.head if token.dep == "amod" else None)
    doers = tuple(subject.conjuncts()) if subject is not None else ()
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


def _match_noun(noun: Token, lexicon: Lexicon, references: References) -> Trigger | None:
    if noun.dep in ("compound", "nmod", "npadvmod") and noun.head.pos in ("NOUN", "PROPN"):
        return None
    if noun.pos == "PROPN" and not noun.sentence.headline:
        return None  # "March", "the Cooperation Council"
    for pattern in lexicon.patterns["noun"].get(noun.lemma.lower(), ()):
        trigger = _noun_trigger(noun, pattern, lexicon, references)
        if trigger is not None:
            return trigger if pattern.type != NONE else None
    return None


def _noun_trigger(noun: Token, pattern: Pattern, lexicon: Lexicon, references: References) -> Trigger | None:
    happening = _happening(noun)
    preps = prepositions(noun) + _prepositions_around(noun)
    if happening is not None and "symmetric" in pattern.options:  # "clashes erupted between them"
        preps += tuple((prep, thing) for prep, thing in prepositions(happening) if prep in ("between", "among"))
    whose = tuple(owner for owner in owners(noun) if owner in references)
    hit = tuple(owner for owner in whose if pattern.type == "ASSAULT" and _is_hit(owner))
    whose = tuple(owner for owner in whose if owner not in hit)
    modifiers = tuple(child for child in noun.children if child.dep in ("amod", "compound", "nmod"))
    filled = fill(Frame(noun, False, (), modifiers, (), preps), pattern, references)
    if filled is None or not has_clause(noun, pattern):
        return None
    doers, done_to, words = filled.doers, filled.done_to, list(filled.words)
    if "poss=R" in pattern.options:
        done_to += whose
    else:
        doers += whose
    done_to += hit
    doers += tuple(thing for prep, thing in preps if prep == "by")
    if "symmetric" in pattern.options:
        doers += tuple(thing for prep, thing in preps if prep in ("between", "among"))
    if not any(thing in references for thing in done_to):
        aimed = AIMED - {"from"} if pattern.type in _SPOKEN else AIMED  # "warnings from Norland"
        done_to += tuple(thing for prep, thing in preps if prep in aimed and thing in references and thing not in doers)
    light = _light_verb(noun, lexicon)
    if light is None:
        if pattern.type == "CONSULT" and "symmetric" in pattern.options and not any(doer in references for doer in doers):
            others = tuple(thing for prep, thing in preps if prep == "with" and thing in references)
            present = present_at(noun, references)
            if others or present[1:]:
                doers, done_to = doers + present[:1], others or present[1:]
        return Trigger(pattern, noun, happening or noun, _spread(noun, words), doers, done_to, nominal=happening is None)
    verb, aspect = light
    doing = frame_of(verb)
    if not doers:
        doers = doing.doers
    done_to += _from_verb(pattern, doing)
    if "symmetric" in pattern.options and not done_to:
        done_to = tuple(thing for prep, thing in doing.preps if prep == "with")
    if not any(thing in references for thing in done_to):
        done_to += tuple(thing for prep, thing in doing.preps if prep in AIMED and thing in references and thing not in doers)
    return Trigger(pattern, noun, verb, _spread(noun, [verb, *words]), doers, done_to, aspect)


def _prepositions_around(noun: Token) -> tuple[tuple[str, Token], ...]:
    """What hangs on the time it is told with, or on the measure of it: "the second day of an offensive by the army against
    the rebels", "a gift of 500 tons of wheat to Estia"."""
    whole = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    found = prepositions(whole) if whole.lemma.lower() in _PARTS else ()
    measures = (thing for prep, thing in prepositions(noun) if prep == "of" and thing.child("nummod") is not None)
    found += tuple(pair for thing in measures for pair in prepositions(thing) if pair[0] in ("to", "for", "from"))
    return tuple(pair for pair in found if pair[1] is not noun)


def _is_hit(owner: Token) -> bool:
    """Whether what stands before an attack is what it hit: "the embassy bombings", "student killings"."""
    classes = load_classes()
    return owner.dep == "compound" and owner.pos == "NOUN" and owner.lemma.lower() in classes["@building"] | classes["@harmless"]


def _spread(noun: Token, words: list[Token]) -> tuple[Token, ...]:
    return tuple(sorted({word.i: word for word in [noun, *words]}.values(), key=lambda word: word.i))


def _from_verb(pattern: Pattern, doing: Frame) -> tuple[Token, ...]:
    """Recipients under the light verb's own prepositions: "imposed sanctions in May on Estia"."""
    preps = {prep for slot in pattern.slots if slot.role == "R" for prep in slot.preps}
    return tuple(thing for prep, thing in doing.preps if prep in preps) + doing.datives


def _light_verb(noun: Token, lexicon: Lexicon) -> tuple[Token, str] | None:
    """The light verb whose object the noun is, with its aspect; "take part in talks" and "be on patrol" count."""
    above = noun.head
    if noun.dep == "conj" and above.pos in ("NOUN", "PROPN"):
        return _light_verb(above, lexicon)
    if any(child.dep == "prt" and child.lower in ("down", "off") for child in above.children):
        return None  # "put down the unrest", "call off the talks"
    if noun.dep in ("dobj", "nsubjpass", "attr") and above.lemma in lexicon.light_verbs:
        return above, lexicon.light_verbs[above.lemma]
    if (verb := _told_of(noun)) is not None and verb.lemma in lexicon.light_verbs:
        return verb, lexicon.light_verbs[verb.lemma]
    if noun.dep == "pobj":
        prep = noun.head
        verb = prep.head
        if prep.lower == "in" and verb.lemma.lower() in MONEY:
            return _light_verb(verb, lexicon)  # "approved $1 billion in arms sales"
        if verb.pos == "NOUN" and verb.lemma in ("part", "step", "place") and verb.head.is_verb:
            verb = verb.head
        if prep.lower in ("in", "on", "to", "for") and verb.lemma in _LIGHT_WITH_PREPOSITION:
            key = f"{verb.lemma} {prep.lower}"
            if key in lexicon.light_verbs:
                return verb, lexicon.light_verbs[key]
            if verb.lemma == "take" and any(child.lemma == "part" for child in verb.children):
                return verb, "occurred"
    return None


def _told_of(noun: Token) -> Token | None:
    """The verb of a relative clause whose object the noun is: "the talks that Norland held"; None where there is none."""
    for verb in noun.children:
        if verb.dep == "relcl" and verb.i > noun.i and verb.child("dobj") in (None, *(w for w in verb.children if w.lower in RELATIVE)):
            subject = verb.child("nsubj")
            if subject is not None and subject.lower not in RELATIVE and verb.child("xcomp", "ccomp") is None:
                return verb
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
            yield from (verb.i for verb in child.conjuncts() if verb is child or verb.tag not in FINITE)
        elif child.dep in ("dobj", "prep"):
            if trigger.pattern.clause == "ing":  # "has no intention of leaving"
                yield from (below.i for prep in child.children for below in prep.children if below.dep == "pcomp")
            yield from (
                below.i
                for below in child.subtree()
                if below.tag == "VB" and below.dep in ("acl", "relcl", "xcomp", "conj") and is_infinitive(below)
            )
