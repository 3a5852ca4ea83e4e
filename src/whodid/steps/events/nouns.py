"""Nouns that tell an event, alone or under a light verb: "held talks", "the shelling of the port"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whodid.lexicon.patterns import NONE, Pattern, load_classes
from whodid.steps.events.actions import match_action, verb_of
from whodid.steps.events.aims import AIMED, holders, moves_its_own
from whodid.steps.events.bystanders import gesture_by, present_at, visitor
from whodid.steps.events.clauses import Frame, frame_of
from whodid.steps.events.complements import has_clause, within_nouns_clause
from whodid.steps.events.light_verbs import light_verb
from whodid.steps.events.matching import Filled, fill
from whodid.steps.events.prepositions import prepositions, unwrap
from whodid.steps.events.references import References, only_hit, owners
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

Heads = tuple[Token, ...]


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


@dataclass(frozen=True, slots=True)
class _Told:
    """A noun that a pattern fits, with what hangs on it and the verb, if any, of which it is the subject ("clashes erupted")."""

    noun: Token
    pattern: Pattern
    preps: tuple[tuple[str, Token], ...]
    happening: Token | None
    references: References

    def names(self, things: Iterable[Token]) -> bool:
        """Whether one of them is a known party."""
        return any(thing in self.references for thing in things)


def _noun_trigger(noun: Token, pattern: Pattern, lexicon: Lexicon, references: References) -> Trigger | None:
    happening = _happening(noun)
    preps = prepositions(noun) + _prepositions_around(noun)
    if happening is not None and "symmetric" in pattern.options:  # "clashes erupted between them"
        preps += tuple((prep, thing) for prep, thing in prepositions(happening) if prep in ("between", "among"))
    modifiers = tuple(child for child in noun.children if child.dep in ("amod", "compound", "nmod"))
    filled = fill(Frame(noun, False, (), modifiers, (), preps), pattern, references)
    if filled is None or not has_clause(noun, pattern):
        return None
    told = _Told(noun, pattern, preps, happening, references)
    doers, done_to = _sides(told, filled)
    light = light_verb(noun, lexicon)
    if light is None:
        doers, done_to = _alone(told, doers, done_to)
        return Trigger(pattern, noun, happening or noun, spread(noun, list(filled.words)), doers, done_to, nominal=happening is None)
    verb, aspect = light
    doers, done_to = _under_light_verb(told, verb, doers, done_to)
    return Trigger(pattern, noun, verb, spread(noun, [verb, *filled.words]), doers, done_to, aspect)


def _sides(told: _Told, filled: Filled) -> tuple[Heads, Heads]:
    """Who did it and to whom by what stands before the noun and hangs on it."""
    pattern, references = told.pattern, told.references
    whose = tuple(owner for owner in owners(told.noun) if owner in references)
    hit = tuple(owner for owner in whose if pattern.type == "ASSAULT" and only_hit(owner, told.noun))
    whose = tuple(owner for owner in whose if owner not in hit)
    if "poss=R" in pattern.options and not told.names(filled.done_to):
        doers, done_to = filled.doers, filled.done_to + whose + hit
    else:
        doers, done_to = filled.doers + whose, filled.done_to + hit
    if told.happening is not None and told.happening.lemma in _HITTING and pattern.type == "ASSAULT":
        done_to += frame_of(told.happening).objects
    doers += tuple(thing for prep, thing in told.preps if prep == "by")
    if "symmetric" in pattern.options:
        doers += tuple(thing for prep, thing in told.preps if prep in ("between", "among"))
    if told.names(done_to):
        return doers, done_to
    if struck := _struck(pattern, told.preps, references):
        return doers, done_to + struck
    aimed = AIMED - {"from"} if pattern.type in SPOKEN else AIMED  # "warnings from Norland"
    within = (thing for thing in within_nouns_clause(told.noun, pattern, references) if thing not in doers)
    return doers, done_to + (_aimed(told, told.preps, aimed, doers) or tuple(within))


def _alone(told: _Told, doers: Heads, done_to: Heads) -> tuple[Heads, Heads]:
    """The sides where no light verb says who does it."""
    noun, pattern, references = told.noun, told.pattern, told.references
    if told.names(doers):
        return doers, done_to
    if moves_its_own(pattern):
        doers += _moved(told.preps, references)
        return doers, tuple(thing for thing in done_to if thing not in doers)
    if pattern.type == "CONSULT" and "symmetric" in pattern.options:
        present = present_at(noun, references)
        others = tuple(thing for prep, thing in told.preps if prep == "with" and thing in references) or present[1:]
        return (doers + present[:1], others) if others else (doers, done_to)
    if pattern.mode == "visit":
        return doers + visitor(noun, references), done_to
    return (doers + gesture_by(noun, references) if pattern.type in SPOKEN else doers), done_to


def _under_light_verb(told: _Told, verb: Token, doers: Heads, done_to: Heads) -> tuple[Heads, Heads]:
    """The sides with those whom the light verb's clause names: "imposed sanctions in May on Estia"."""
    doing = frame_of(verb)
    if not told.names(doers):
        doers = doing.doers or doers  # "held talks by telephone"
    preps = {prep for slot in told.pattern.slots if slot.role == "R" for prep in slot.preps}
    done_to += tuple(thing for prep, thing in doing.preps if prep in preps) + doing.datives
    if "symmetric" in told.pattern.options and not done_to:
        done_to = tuple(thing for prep, thing in doing.preps if prep == "with")
    return doers, done_to if told.names(done_to) else done_to + _aimed(told, doing.preps, AIMED, doers)


def _aimed(told: _Told, preps: tuple[tuple[str, Token], ...], aimed: frozenset[str], doers: Heads) -> Heads:
    """At whom it is aimed by these prepositions, else whose the things are that it hits."""
    named = tuple(thing for prep, thing in preps if prep in aimed and thing in told.references and thing not in doers)
    return named or tuple(thing for thing in holders(told.pattern, preps, told.references) if thing not in doers)


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


def _happening(noun: Token) -> Token | None:
    if noun.dep not in ("nsubj", "nsubjpass"):
        return None
    if noun.head.lemma in HAPPENING:
        return noun.head
    told = (child for child in noun.head.children if child.dep == "xcomp" and noun.head.lemma in _RAISING)
    return next((child for child in told if child.lemma in HAPPENING), None)  # "the strikes are to continue"
