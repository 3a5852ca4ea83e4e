"""Whether an event is of public matter: who takes part in it, for whom he stands, and whether its blows are words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whodid.cast import Cast
from whodid.record import Actor
from whodid.steps.events.trigger import Trigger

# Sectors whose members take part in private affairs as anybody does.
_PRIVATE = frozenset(("CVL", "LAB", "BUS", "EDU", "MED", "SOC", "REL", "CRM", "AGR", "JRN", "UNK"))
# Sectors of those who act for their state.
OF_STATE = frozenset(("GOV", "MIL", "COP", "JUD"))
# Of persons these are said of words as often as of deeds.
_VERBAL = frozenset("attack assault clash battle fight war strike slam blast hit hammer pound savage spar feud spat".split())


def is_private(actors: Iterable[str], cast: Cast) -> bool:
    """Whether nobody who takes part has a country, an office or a public role: the court news of a town, a company's affairs."""
    return not any(_is_public(cast.actors[actor]) for actor in actors if actor in cast.actors)


def _is_public(actor: Actor) -> bool:
    if actor.country or actor.office or actor.wikidata:
        return True
    return actor.sector is not None and actor.sector not in _PRIVATE


def is_of_state(actor: str, cast: Cast) -> bool:
    """Whether it is a state or a body of one: the army, a court, but no person."""
    known = cast.actors.get(actor)
    return known is not None and (known.kind == "state" or (known.kind != "person" and known.sector in OF_STATE))


def is_verbal(trigger: Trigger, actors: Sequence[str], recipients: Sequence[str], cast: Cast) -> bool:
    """Whether the blows are words: "Kor attacked Lund over his plan". One named person seldom attacks another by force."""
    if trigger.head.lemma.lower() not in _VERBAL:
        return False
    people = [actor in cast.actors and cast.actors[actor].kind == "person" for actor in (*actors, *recipients)]
    return len(people) > 1 and all(people)


def keeps_peace(trigger: Trigger) -> bool:
    """Whether the troops that are sent are to keep a peace, which is help (CAMEO 074): "sent 200 troops on a peacekeeping mission"."""
    hit = {word.i for thing in trigger.done_to for word in (thing, *thing.children)}
    words = (word for word in (*trigger.predicate.subtree(), *trigger.words) if word.i not in hit)
    return any(word.lower.startswith(("peacekeep", "peace-keep")) for word in words)
