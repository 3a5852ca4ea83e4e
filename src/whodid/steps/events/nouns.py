"""Nouns that tell an event, alone or under a light verb: "held talks", "the shelling of the port"."""

from __future__ import annotations

from whodid.lexicon.patterns import NONE, Pattern, load_classes
from whodid.steps.events.actions import match_action, verb_of
from whodid.steps.events.aims import AIMED, holders, moves_its_own
from whodid.steps.events.asides import RELATIVE
from whodid.steps.events.bystanders import gesture_by, present_at, visitor
from whodid.steps.events.clauses import Frame, frame_of
from whodid.steps.events.complements import has_clause, within_nouns_clause
from whodid.steps.events.matching import fill
from whodid.steps.events.prepositions import MONEY, prepositions, unwrap
from whodid.steps.events.references import References, owners
from whodid.steps.events.subjects import is_infinitive
from whodid.steps.events.trigger import SPOKEN, Lexicon, Trigger, spread
from whodid.text import Token

# Verbs under which an event noun as subject tells that it takes place.
HAPPENING = frozenset(
    "take begin start continue resume follow occur happen end erupt break kill leave wound hit strike last come grow rise expand "
    "escalate spread conclude collapse fail intensify rage flare persist halt subside drag proceed".split()
)
# Times and numbers in which acts are told.
_PARTS = frozenset("hour day night week month year round wave series spate string start beginning end phase".split())
_HITTING = frozenset(("hit", "strike", "target"))
_RAISING = frozenset("be expect set schedule appear seem threaten look slate".split())
_DONE_TO_THINGS = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT"))
_LIGHT_WITH_PREPOSITION = frozenset(("take", "engage", "be", "participate", "return", "agree", "resort"))


def is_noun(token: Token) -> bool:
    """Whether it can tell an act as a noun; "fighting" the parser takes for a verb even as a subject."""
    return token.pos in ("NOUN", "PROPN") or (token.tag == "VBG" and token.dep in ("nsubj", "pobj") and token.lower == "fighting")


def match_noun(noun: Token, lexicon: Lexicon, references: References) -> Trigger | None:
    """The trigger that the noun is by the first pattern of the lexicon that fits, or None."""
    if noun.dep in ("compound", "nmod", "npadvmod") and noun.head.pos in ("NOUN", "PROPN"):
        return None
    if noun.pos == "PROPN" and not noun.sentence.headline:
        return None  # "March", "the Cooperation Council"
    for pattern in lexicon.patterns["noun"].get(noun.lower if noun.tag == "VBG" else noun.lemma.lower(), ()):
        trigger = _noun_trigger(noun, pattern, lexicon, references)
        if trigger is not None:
            return trigger if pattern.type != NONE else None
    verb = verb_of(noun, lexicon)
    if verb is None:
        return None
    return match_action(noun, lexicon.patterns["verb"][verb], prepositions(noun) + _prepositions_around(noun), references)


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
    if "poss=R" in pattern.options and not any(thing in references for thing in done_to):
        done_to += whose
    else:
        doers += whose
    done_to += hit
    if happening is not None and happening.lemma in _HITTING and pattern.type == "ASSAULT":
        done_to += frame_of(happening).objects
    doers += tuple(thing for prep, thing in preps if prep == "by")
    if "symmetric" in pattern.options:
        doers += tuple(thing for prep, thing in preps if prep in ("between", "among"))
    if not any(thing in references for thing in done_to):
        done_to += _struck(pattern, preps, references)
    if not any(thing in references for thing in done_to):
        aimed = AIMED - {"from"} if pattern.type in SPOKEN else AIMED  # "warnings from Norland"
        done_to += tuple(thing for prep, thing in preps if prep in aimed and thing in references and thing not in doers)
    if not any(thing in references for thing in done_to):
        done_to += tuple(thing for thing in holders(pattern, preps, references) if thing not in doers)
    if not any(thing in references for thing in done_to):
        done_to += tuple(thing for thing in within_nouns_clause(noun, pattern, references) if thing not in doers)
    light = _light_verb(noun, lexicon)
    if light is None and moves_its_own(pattern) and not any(doer in references for doer in doers):
        doers += _moved(preps, references)
        done_to = tuple(thing for thing in done_to if thing not in doers)
    if light is None:
        if pattern.type == "CONSULT" and "symmetric" in pattern.options and not any(doer in references for doer in doers):
            others = tuple(thing for prep, thing in preps if prep == "with" and thing in references)
            present = present_at(noun, references)
            if others or present[1:]:
                doers, done_to = doers + present[:1], others or present[1:]
        elif not any(doer in references for doer in doers):
            if pattern.mode == "visit":
                doers += visitor(noun, references)
            elif pattern.type in SPOKEN:
                doers += gesture_by(noun, references)
        return Trigger(pattern, noun, happening or noun, spread(noun, words), doers, done_to, nominal=happening is None)
    verb, aspect = light
    doing = frame_of(verb)
    if not any(doer in references for doer in doers):
        doers = doing.doers or doers  # "held talks by telephone"
    done_to += _from_verb(pattern, doing)
    if "symmetric" in pattern.options and not done_to:
        done_to = tuple(thing for prep, thing in doing.preps if prep == "with")
    if not any(thing in references for thing in done_to):
        done_to += tuple(thing for prep, thing in doing.preps if prep in AIMED and thing in references and thing not in doers)
    if not any(thing in references for thing in done_to):
        done_to += tuple(thing for thing in holders(pattern, doing.preps, references) if thing not in doers)
    return Trigger(pattern, noun, verb, spread(noun, [verb, *words]), doers, done_to, aspect)


def _prepositions_around(noun: Token) -> tuple[tuple[str, Token], ...]:
    """What hangs on the time it is told with, or on the measure of it: "the second day of an offensive by the army against
    the rebels", "a gift of 500 tons of wheat to Estia"."""
    whole = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    found = prepositions(whole) if whole.lemma.lower() in _PARTS else ()
    measures = (thing for prep, thing in prepositions(noun) if prep == "of" and thing.child("nummod") is not None)
    found += tuple(pair for thing in measures for pair in prepositions(thing) if pair[0] in ("to", "for", "from"))
    # "the arrest of a reporter by the police": the parser hangs the police on the reporter
    # and the government in "a protest by students against the government" on the students
    below = ((prep, pair) for prep, thing in prepositions(noun) if prep in ("of", "by") for pair in prepositions(thing))
    found += tuple(pair for prep, pair in below if pair[0] in (("by",) if prep == "of" else ("against", "on", "upon")))
    if noun.lemma == "effort":  # "a mediation effort to end the war between Norland and Estia"
        aims = (child for child in noun.children if child.dep in ("acl", "relcl") and is_infinitive(child))
        found += tuple(pair for aim in aims for pair in frame_of(aim).preps if pair[0] == "between")
    return tuple(pair for pair in found if pair[1] is not noun)


def _struck(pattern: Pattern, preps: tuple[tuple[str, Token], ...], references: References) -> tuple[Token, ...]:
    """To whom it is done where the pattern asks for a word there: "the expulsion of the envoy", "the burning of Estian villages"."""
    if pattern.type not in _DONE_TO_THINGS or not any(slot.words and "of" in slot.preps for slot in pattern.slots):
        return ()
    things = [thing for prep, thing in preps if prep == "of"]
    return tuple(party for thing in things for party in ((thing,) if thing in references else owners(thing)) if party in references)


def _moved(preps: tuple[tuple[str, Token], ...], references: References) -> tuple[Token, ...]:
    """Who goes, where he is not said to be sent: "the withdrawal of Estian troops"."""
    troops = load_classes()["@troops"]
    return tuple(thing for prep, thing in preps if prep == "of" and thing in references and unwrap(thing).lemma.lower() in troops)


def _is_hit(owner: Token) -> bool:
    """Whether what stands before an attack is what it hit: "the embassy bombings", "student killings"."""
    classes = load_classes()
    return owner.dep == "compound" and owner.pos == "NOUN" and owner.lemma.lower() in classes["@building"] | classes["@harmless"]


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
    if noun.dep not in ("nsubj", "nsubjpass"):
        return None
    if noun.head.lemma in HAPPENING:
        return noun.head
    told = (child for child in noun.head.children if child.dep == "xcomp" and noun.head.lemma in _RAISING)
    return next((child for child in told if child.lemma in HAPPENING), None)  # "the strikes are to continue"
