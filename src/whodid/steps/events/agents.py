"""Who is meant as the doer where the clause itself names none: whose attack killed, who announced what would be done."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.lexicon.patterns import Pattern, load_classes
from whodid.steps.events.clauses import Frame, is_ordered
from whodid.steps.events.prepositions import prepositions, unwrap
from whodid.steps.events.references import References, only_hit, owners
from whodid.steps.events.subjects import understood_subject
from whodid.text import Token

# Fights that two sides have with each other: whoever the others are, they killed.
_FIGHTS = frozenset("clash battle fighting shootout gunfight gunbattle firefight skirmish confrontation crossfire".split())
_FIGHTING = frozenset(("fight", "battle", "combat"))
_STRIKES = frozenset("strike fire gunfire rocket mortar missile explosion blast coup violence operation siege".split())
# Whoever says this of what "will be" done has decided it.
_DECIDING = frozenset("announce decide order decree declare promise pledge vow".split())
_DECIDED = frozenset(("MOBILIZE", "AID", "SANCTION", "RETREAT", "CONCEDE", "COERCE"))
_RECALLING = frozenset(("recall", "withdraw"))
_PUTTING_OUT = frozenset(("expel", "deport"))
_FUTURE = frozenset(("will", "would", "'ll", "'d", "shall"))


def understood_doers(frame: Frame, pattern: Pattern, references: References) -> tuple[Token, ...]:
    """Heads of the phrases that name the doer elsewhere in the sentence; empty where nothing does."""
    if pattern.type == "ASSAULT":
        return tuple(doer for doer in _attackers(frame) if doer in references)
    if pattern.mode in _PUTTING_OUT and frame.passive and not is_ordered(frame.verb):  # "was expelled from Estia"
        return tuple(thing for prep, thing in frame.preps if prep == "from" and thing in references)
    if frame.passive and (senders := tuple(doer for doer in _of_envoys(frame) if doer in references)):
        return senders
    if pattern.type in _DECIDED and frame.passive:
        announcer = _announcer(frame.verb)
        return (announcer,) if announcer is not None and announcer in references else ()
    return ()


def _attackers(frame: Frame) -> Iterator[Token]:
    """Whose attack it is in which somebody was hurt: "killed in an Estian raid", "wounded in clashes with rebels", "fighting rebels"."""
    for clause in frame.verb.children:
        if clause.dep in ("advcl", "xcomp") and clause.tag == "VBG" and clause.lemma in _FIGHTING and frame.passive:
            yield from (foe for child in clause.children if child.dep == "dobj" for foe in child.conjuncts())
    for prep, thing in frame.preps:
        if prep not in ("in", "during"):
            continue
        attack = unwrap(thing)
        if attack.lemma.lower() in load_classes()["@attack"] | _STRIKES:
            named = [doer for word, doer in prepositions(attack) if word == "by"]
            yield from named or _own(attack)
        elif attack.lemma.lower() in _FIGHTS:
            yield from (doer for word, doer in prepositions(attack) if word == "with")


def _own(attack: Token) -> Iterator[Token]:
    """Whose it is by what stands before it, unless that was hit: "the embassy bombing"."""
    return (owner for owner in owners(attack) if not only_hit(owner, attack))


def _of_envoys(frame: Frame) -> Iterator[Token]:
    """Whose envoy is recalled, or to whose ministry one is summoned."""
    envoys = [thing for thing in frame.objects if thing.lemma.lower() in load_classes()["@ambassador"]]
    if envoys and frame.verb.lemma in _RECALLING:
        yield from envoys
    if envoys and frame.verb.lemma == "summon":
        yield from (thing for prep, thing in frame.preps if prep in ("to", "at"))


def _announcer(verb: Token) -> Token | None:
    """Who announced that it would be done: "Norland announced that two battalions would be sent"."""
    if is_ordered(verb):
        return understood_subject(verb.head)
    helpers = {child.lower for child in verb.children if child.dep == "aux"}
    above = verb.head
    if verb.dep != "ccomp" or above.lemma not in _DECIDING or not (helpers & _FUTURE or (verb.tag == "VBN" and _is_bare(verb))):
        return None
    return understood_subject(above)


def _is_bare(verb: Token) -> bool:
    """Whether it is ordered: "ordered that it be closed"."""
    return any(child.dep == "auxpass" and child.lower == "be" for child in verb.children)
