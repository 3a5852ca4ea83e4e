"""Who takes part in talks: in each of several meetings, and in talks and ties to which something is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whodid.cast import Cast
from whodid.lexicon.patterns import load_classes
from whodid.record import Event
from whodid.steps.events.participants import Side
from whodid.steps.events.trigger import Trigger
from whodid.text import Span


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


def meetings(trigger: Trigger, actors: Side, recipients: Side, cast: Cast) -> Iterator[tuple[Side, Side]]:
    """One meeting for each country met: who "met the leaders of Norland and of Estia" held two."""
    own = list(dict.fromkeys(country_of(actor, cast) for actor in recipients.actors))
    apart = any(child.lower in ("separately", "respectively") for child in trigger.predicate.children)
    if apart and trigger.pattern.type == "CONSULT" and recipients and len(actors.actors) > 1:
        for actor in actors.actors:
            yield Side((actor,), _spans_of(actor, actors, cast), actors.sureness, actors.doubtful), recipients
        return
    if trigger.pattern.type != "CONSULT" or "symmetric" not in trigger.pattern.options or len(own) < 2 or not actors:
        yield actors, recipients
        return
    for country in own:
        ids = tuple(actor for actor in recipients.actors if country_of(actor, cast) == country)
        spans = tuple(r.span for r in cast.references if r.span in recipients.spans and set(r.actors) & set(ids))
        yield actors, Side(ids, spans or recipients.spans, recipients.sureness, recipients.doubtful)


def _spans_of(actor: str, side: Side, cast: Cast) -> tuple[Span, ...]:
    """The side's words for one of its actors; all of them where none is his alone."""
    return tuple(r.span for r in cast.references if r.span in side.spans and actor in r.actors) or side.spans


def countries(sides: Iterable[Side], cast: Cast) -> set[str]:
    """The countries that take part; an actor without a country counts for itself."""
    return {country_of(actor, cast) for side in sides for actor in side.actors}
