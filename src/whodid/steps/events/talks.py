"""Talks and ties told of as a thing that others do something to: who takes part in them, where the words name no doer."""

from __future__ import annotations

from whodid.cast import Cast
from whodid.lexicon.patterns import load_classes
from whodid.record import Event
from whodid.steps.events.participants import Side
from whodid.steps.events.trigger import Trigger


def tells_of_talks(trigger: Trigger) -> bool:
    """Whether talks or ties end or are refused: "the talks between Norland and Estia were cut off"."""
    classes = load_classes()
    named = any(word.lemma.lower() in classes["@talks"] | classes["@tie"] | {"meeting"} for word in trigger.words)
    return named and trigger.pattern.type in ("REJECT", "SANCTION")


def between(parties: Side, cast: Cast) -> tuple[Side, Side]:
    """Those of the first country as actors, the others as recipients; nobody as actor where all are of one country."""
    first = country_of(parties.actors[0], cast) if parties.actors else None
    own = tuple(actor for actor in parties.actors if country_of(actor, cast) == first)
    if len(own) == len(parties.actors):
        return Side(), parties
    return parties.without([actor for actor in parties.actors if actor not in own]), parties.without(own)


def takes_up_talks(trigger: Trigger) -> bool:
    """Whether the trigger speaks of talks told of before: "called off the talks"."""
    talks = load_classes()["@talks"]
    return trigger.pattern.type != "CONSULT" and any(
        word.lemma.lower() in talks and any(child.lower in ("the", "these", "those") for child in word.children) for word in trigger.words
    )


def others_at(talks: Event, actors: Side, cast: Cast) -> Side:
    """Those at the talks who are not of the actors' country."""
    own = {country_of(actor, cast) for actor in actors.actors}
    others = tuple(actor for actor in talks.actors if country_of(actor, cast) not in own)
    return Side(others, talks.actor_spans, 0.8) if others else Side()


def country_of(actor: str, cast: Cast) -> str:
    """The actor's country; one without a country stands for itself."""
    known = cast.actors.get(actor)
    return (known.country if known else None) or actor
