"""Found triggers seen beside each other: what only tells another's clause, demands of a protest, what is alleged, what nobody did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from whodid.lexicon.lists import word_list
from whodid.steps.events.clauses import is_passive
from whodid.steps.events.prepositions import OBJECT_PREPS
from whodid.steps.events.references import References
from whodid.steps.events.subjects import FINITE, is_infinitive
from whodid.steps.events.trigger import SPOKEN, Trigger
from whodid.text import Token

# In an accident: "killed when their helicopter crashed".
_MISHAPS = frozenset("crash collide capsize sink derail overturn collapse skid plunge veer slip".split())
# Beside the verb or noun of a deed: somebody says so, and the writer does not vouch for it.
_HEARSAY = frozenset("allegedly reportedly purportedly supposedly alleged reported purported supposed".split())
_SAID = frozenset("allege believe report rumor rumour say suppose suspect think".split())
# What they say was done, whoever or whatever made them: "the shelling forced them to surrender".
_IMPLYING = frozenset("force compel drive oblige prompt lead".split())


def is_accident(noun: Token) -> bool:
    """Whether a noun names what nobody wills, alone or with the word before it: "the quake", "a gas explosion"."""
    lemma, before = noun.lemma.lower(), noun.neighbour(-1)
    return lemma in word_list("unwilled") or (before is not None and f"{before.lower}_{lemma}" in word_list("unwilled"))


def is_within(trigger: Trigger, governed: set[int]) -> bool:
    """Whether the trigger stands in a clause that another trigger is about."""
    return trigger.predicate.i in governed or trigger.head.i in governed


def is_unwilled(trigger: Trigger) -> bool:
    """Whether nature, a disease or the market does it, or it happened in an accident, which makes no event."""
    if any(is_accident(doer) for doer in trigger.doers):
        return True
    mishaps = (child for child in trigger.predicate.children if child.dep == "advcl" and child.lemma in _MISHAPS)
    return trigger.pattern.type == "ASSAULT" and not trigger.doers and any(clause.child("dobj") is None for clause in mishaps)


def made_by_thing(trigger: Trigger, references: References) -> bool:
    """Whether no actor but a happening makes somebody do it, or nobody is said to, so that only what he does is told."""
    implied = trigger.pattern.clause == "to-inf" and trigger.pattern.type == "COERCE" and trigger.head.lemma in _IMPLYING
    return implied and not any(doer in references or doer.lemma in word_list("unwilled") for doer in trigger.doers)


def with_demands(found: list[Trigger]) -> list[Trigger]:
    """Protests with those whom their demands name; the demands are part of them: "marched to demand that the minister resign"."""
    below = {id(trigger): above for trigger in found if (above := _protest_above(trigger, found)) is not None}
    named = {id(above): trigger.done_to for trigger in found if (above := below.get(id(trigger))) is not None}
    return [
        replace(trigger, done_to=trigger.done_to or named[id(trigger)]) if id(trigger) in named else trigger
        for trigger in found
        if id(trigger) not in below
    ]


def with_targets(found: list[Trigger]) -> list[Trigger]:
    """Killings with what the attack hit that did it, told as one blow: "the raid on Kell killed twelve"."""
    attacks = [trigger for trigger in found if trigger.pattern.kind == "noun" and trigger.pattern.type == "ASSAULT"]
    blows = {id(attack): blow for attack in attacks if (blow := _blow_by(attack, found)) is not None}
    by = {id(blow): attack for attack in attacks if (blow := blows.get(id(attack))) is not None}
    return [
        replace(trigger, doers=attack.doers or trigger.doers, done_to=trigger.done_to + attack.done_to)
        if (attack := by.get(id(trigger))) is not None
        else trigger
        for trigger in found
        if id(trigger) not in blows
    ]


def _blow_by(attack: Trigger, others: Iterable[Trigger]) -> Trigger | None:
    """The verb that tells what came of the attack, its subject."""
    verbs = (other for other in others if other.pattern.kind == "verb" and other.pattern.type == "ASSAULT")
    return next((verb for verb in verbs if attack.head.dep == "nsubj" and attack.head.head is verb.head), None)


def as_above(trigger: Trigger, others: Iterable[Trigger], references: References) -> Trigger:
    """The trigger; a participle that names nobody is about whom the clause above is about: "criticized Estia, threatening to leave"."""
    verb = trigger.predicate
    if trigger.pattern.type not in SPOKEN or verb.dep != "advcl" or verb.tag != "VBG" or trigger.nominal:
        return trigger
    if any(word in references for word in verb.subtree() if word.i > verb.i):
        return trigger
    above = next((other for other in others if other.predicate is verb.head and other.pattern.type in SPOKEN), None)
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


def marked_alleged(trigger: Trigger, others: Iterable[Trigger]) -> Trigger:
    """The trigger, marked where it tells only what somebody is accused of, or is said to have done: "allegedly shelled the port"."""
    return replace(trigger, alleged=True) if _is_charged(trigger, others) or _is_hearsay(trigger) else trigger


def _is_charged(trigger: Trigger, others: Iterable[Trigger]) -> bool:
    """Whether an accusation tells it: "accused Estia of shelling the port"."""
    word = trigger.predicate
    while word.dep in ("conj", "xcomp") and word.head.is_verb:
        word = word.head
    if word.dep != "pcomp" or word.head.lower not in OBJECT_PREPS:
        return False
    return any(other.pattern.type == "ACCUSE" and other.head is word.head.head for other in others)


def _is_hearsay(trigger: Trigger) -> bool:
    """Whether the writer passes on what nobody named says: "reportedly shelled it and left", "is said to have shelled it"."""
    told = [trigger.head, trigger.predicate]
    while told[-1].dep in ("conj", "xcomp") and told[-1].head is not told[-1]:
        told.append(told[-1].head)
    if any(verb.lemma in _SAID and below.dep == "xcomp" and is_passive(verb) for below, verb in pairwise(told)):
        return True
    return any(child.lower in _HEARSAY and child.dep in ("advmod", "amod") for word in told for child in word.children)


def governed_by(trigger: Trigger) -> Iterator[int]:
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
