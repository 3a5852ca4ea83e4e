"""At whom it is aimed where a pattern has no place for him: what prepositions say of the other side."""

from __future__ import annotations

from collections.abc import Iterable

from whodid.lexicon.patterns import Pattern, load_classes
from whodid.steps.events.clauses import Frame, frame_of
from whodid.steps.events.prepositions import prepositions, unwrap
from whodid.steps.events.references import References, is_own, owners
from whodid.steps.events.subjects import is_infinitive
from whodid.text import Token

# Prepositions under which the clause of a promise or refusal names whom it concerns.
AIMED = frozenset(("with", "to", "on", "upon", "against", "for", "from", "toward", "towards"))
# Where force stands or falls: "guards the bridges into Estia", "massed tanks outside Kell".
AROUND = frozenset(("of", "into", "near", "outside", "around", "opposite", "over", "at"))
# ... and where a blow falls.
_UPON = frozenset(("on", "upon", "against", "of"))
_DRIVING = frozenset("disperse scatter clear repel dislodge drive evict subdue stop kill deter punish".split())
# What is looked into and what is blamed, where a clause tells who did it.
_CLAIMS = frozenset("claim allegation report accusation suspicion complaint evidence".split())
_AMONG = frozenset(("between", "among"))
FORCEFUL = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST"))


def unnamed(frame: Frame, pattern: Pattern, references: References) -> tuple[Token, ...]:
    """Parties that the pattern has no place for.

    The object of "met Kor for talks", the subject of "demanded that Estia leave", whom "imposed martial law on Estia" names.
    """
    if pattern.mode == "convict" and "reverse" in pattern.options:
        return ()  # "serves a sentence for killing Kor": who judged him is not told
    slots = [slot for slot in pattern.slots if not slot.preps]
    if not slots and any(thing in references for thing in frame.objects):
        return frame.objects
    if any(thing in references for thing in frame.datives):
        return frame.datives
    if pattern.type in ("REQUEST", "ACCUSE") or (pattern.type == "COERCE" and pattern.clause == "that"):
        claims = (thing for _, thing in frame.preps if thing.lemma.lower() in _CLAIMS)
        clauses = (child for above in (frame.verb, *claims) for child in above.children if child.dep == "ccomp" or _is_told(child))
        named = tuple(
            found for clause in clauses if (found := clause.child("nsubj")) is not None and found in references and not is_own(found)
        )
        if named:
            return named
    if frame.verb.dep == "amod":
        return ()  # "Norland-backed sanctions on Estia"
    aimed, measured = aimed_at(pattern), [unwrap(thing) for thing in frame.objects] + _topics(frame) + _before(frame.verb)
    named = tuple(
        thing for prep, thing in frame.preps if (prep in aimed or _is_bidden(prep, thing)) and thing in references and thing not in measured
    )
    if named:
        return named
    if pattern.type in ("RETREAT", "MOBILIZE"):  # "pulled back from the Estian border"
        grounds = [thing for prep, thing in frame.preps if prep in aimed and thing.lemma.lower() in load_classes()["@territory"]]
        named = tuple(thing for thing in grounds if any(owner in references for owner in owners(thing)))
    if pattern.type == "PROTEST":
        against = (thing for prep, thing in frame.preps if prep in ("over", "against", "about"))
        named = tuple(owner for thing in against for owner in owners(thing) if owner in references)
    if pattern.type == "COERCE":
        named = tuple(thing for prep, thing in frame.preps if prep in ("in", "across") and thing in references)
    named = named or holders(pattern, frame.preps, references) or _driven(frame.verb, pattern, references)
    if named:
        return named
    # "pulled out of the talks with Estia"; but "condemned the raid in talks with Estia"
    entered = pattern.type in ("ACCUSE", "SUPPORT", "THREATEN")
    things = [thing for _, thing in frame.preps if not (entered and thing.lemma.lower() in load_classes()["@talks"] | {"call"})]
    deeper = [pair for thing in things for pair in prepositions(thing)]
    deep = frozenset(("with", "to")) if pattern.type == "SUPPORT" else frozenset(("with", "on", "against", "to"))
    deep |= aimed & _AMONG
    return tuple(thing for prep, thing in deeper if prep in deep and thing in references and not (is_own(thing) or _is_topic(prep, thing)))


def _is_topic(prep: str, thing: Token) -> bool:
    """Whether it is what a law or talks are about: "rallied against a bill on foreign agents"."""
    about = load_classes()["@bill"] | load_classes()["@talks"]
    return prep == "on" and thing.dep == "pobj" and thing.head.head.lemma.lower() in about


def holders(pattern: Pattern, preps: Iterable[tuple[str, Token]], references: References) -> tuple[Token, ...]:
    """Whose the things are that are attacked: "strikes in May against Estian targets", "its shelling of rebel-held towns"."""
    if pattern.type != "ASSAULT":
        return ()
    hit = (unwrap(thing) for prep, thing in preps if prep in _UPON and not is_own(thing))
    return tuple(owner for thing in hit for owner in owners(thing) if owner in references)


def _is_bidden(prep: str, thing: Token) -> bool:
    """Whether it is who is to do it: "repeated his call for Estia to leave"."""
    return prep == "for" and thing.dep == "nsubj" and thing.head.head.pos == "NOUN"


def _driven(verb: Token, pattern: Pattern, references: References) -> tuple[Token, ...]:
    """Against whom force is used by what it is used for: "fired shots to scatter the villagers"."""
    if pattern.type != "ASSAULT":
        return ()
    aims = [child for child in verb.children if child.dep in ("advcl", "xcomp") and child.lemma in _DRIVING and is_infinitive(child)]
    return tuple(thing for aim in aims for thing in frame_of(aim).objects if thing in references and not is_own(thing))


def _is_told(clause: Token) -> bool:
    """Whether it is the clause of "claims that Estian soldiers had looted"."""
    return clause.dep in ("acl", "relcl") and clause.child("mark") is not None


def _before(verb: Token) -> list[Token]:
    """What stands under a preposition at the head of the clause, where it says when or where: "On the island, Kor said"."""
    fronted = (child for child in verb.children if child.dep == "prep" and child.i < verb.i)
    return [thing for prep in fronted for thing in prep.children]


def _topics(frame: Frame) -> list[Token]:
    """What talks are about: "suspended the talks on Estia" does nothing to Estia."""
    talks = (thing for thing in frame.objects if thing.lemma.lower() in load_classes()["@talks"])
    return [topic for thing in talks for prep, topic in prepositions(thing) if prep in ("on", "upon", "for")]


def aimed_at(pattern: Pattern) -> frozenset[str]:
    """Prepositions that name the other side of such an event."""
    if pattern.type == "REQUEST":
        return AIMED - {"for"}  # "called for a tribunal"
    if pattern.type == "SUPPORT":
        return AIMED - {"on", "upon", "against"}  # "backed the raid on Estia"
    if pattern.mode == "visit":
        return frozenset(("to",))
    if pattern.type == "CONSULT" and "symmetric" not in pattern.options:
        return AIMED | _AMONG  # "mediated in the dispute between Norland and Estia"
    if moves_its_own(pattern) or pattern.type == "AID":
        return (AIMED | AROUND if pattern.type in FORCEFUL else AIMED) - {"with"}  # "sent four planes with rescuers"
    return AIMED | AROUND if pattern.type in FORCEFUL else AIMED


def moves_its_own(pattern: Pattern) -> bool:
    """Whether the object is the doer's own means ("sent troops", "withdrew its forces"), not somebody it is done to."""
    return pattern.type == "MOBILIZE" or (pattern.type == "RETREAT" and pattern.mode in ("withdraw", "disarm", "resign", "ceasefire"))
