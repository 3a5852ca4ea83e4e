"""Who stands on which side: actors and recipients of a trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whodid.cast import Cast
from whodid.lexicon.patterns import load_classes
from whodid.record import Quote
from whodid.steps.events.blame import blamed
from whodid.steps.events.clauses import frame_of
from whodid.steps.events.completeness import NEEDS_RECIPIENT, is_complete
from whodid.steps.events.employers import employers
from whodid.steps.events.goods import is_arm, is_goods
from whodid.steps.events.matching import GIVEN
from whodid.steps.events.participants import Side
from whodid.steps.events.references import serving_in
from whodid.steps.events.subjects import is_hindered
from whodid.steps.events.talks import between, countries, country_of, tells_of_talks
from whodid.steps.events.territory import Ground, is_journey
from whodid.steps.events.trigger import Trigger
from whodid.text import Span, Token

# Acts that are about somebody, even where the words name him only in passing.
ABOUT_ANOTHER = frozenset(("AGREE", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "RETREAT", "ACCUSE", "SANCTION"))
# Acts that a government does to its own country as to another, often without naming it beside the act.
STATES_OWN = frozenset(("COERCE", "RETREAT", "CONCEDE", "MOBILIZE"))
_INSIDE = frozenset(("dobj", "xcomp", "prep", "acomp", "nsubjpass"))
_FOR = frozenset(("to", "for", "with", "of", "behind"))
_OF_OTHERS = frozenset("release freeing return arrest extradition trial prosecution punishment protection removal resignation".split())
# How sure it is that who is named deep in the object is the other side.
DEEP = 0.65


def sides_of(trigger: Trigger, ground: Ground, carriers: Sequence[Quote]) -> tuple[Side, Side] | None:
    """Actors and recipients; None where the event has no party, or too few for its kind of telling."""
    cast, parties, pattern = ground.cast, ground.parties, trigger.pattern
    if trigger.doers and pattern.type in NEEDS_RECIPIENT and all(is_arm(doer) for doer in trigger.doers):
        return None  # "the guns would help Estia"
    if "speaker" in pattern.options:
        return blamed(trigger, parties, carriers, cast)
    doers = parties.side(trigger.doers, whole=False)
    done_to = parties.side([thing for thing in trigger.done_to if not is_goods(thing, pattern.type)], whole=False)
    mutual = len(doers.actors) > 1 and bool(done_to) and set(done_to.actors) <= set(doers.actors)
    actors, recipients = _apart(trigger, doers, done_to, ground)
    if actors and not recipients and "symmetric" not in pattern.options:
        recipients = _only_other(trigger, actors, ground) or employers(trigger, actors, cast)
    if actors and not (recipients or mutual):
        recipients = _land(trigger, actors, ground)
    if not actors and trigger.head.lemma == "operation" and pattern.type == "ASSAULT":
        actors = _of_speaker(carriers, cast)
    return (actors, recipients) if is_complete(trigger, actors, recipients, mutual, cast) else None


def _apart(trigger: Trigger, doers: Side, done_to: Side, ground: Ground) -> tuple[Side, Side]:
    """The two sides, nobody on both; where nobody is named as doing it, those done to who do it themselves are the actors."""
    cast, parties, type_ = ground.cast, ground.parties, trigger.pattern.type
    others = done_to.without((*doers.actors, *_own_states(doers, cast)))
    recipients = others if others or type_ not in ("SUPPORT", "ACCUSE") else done_to.without(doers.actors)
    if type_ == "MOBILIZE" and recipients and not doers:
        doers = parties.side(_moved(trigger), whole=False)  # "the army could be deployed": who is moved, moves
        recipients = recipients.without(doers.actors)
    if type_ in ("AID", "AGREE") and recipients and all(actor.startswith("organization:") for actor in recipients.actors):
        recipients = recipients.joined(parties.side(serving_in(trigger.done_to)))
    return between(recipients, cast) if not doers and tells_of_talks(trigger) else (doers, recipients)


def _land(trigger: Trigger, actors: Side, ground: Ground) -> Side:
    """The state whose ground is gone to, fought on or held, where no party is named."""
    if is_journey(trigger):
        return ground.visited(trigger, actors)
    return ground.under(trigger) or (ground.after(trigger) if trigger.pattern.type in STATES_OWN else Side())


def _moved(trigger: Trigger) -> tuple[Token, ...]:
    """Who or whose weapons are moved, where nobody is said to move them."""
    moved = frame_of(trigger.predicate).objects if trigger.predicate.is_verb else ()
    return moved or trigger.done_to


def _inside(trigger: Trigger) -> list[Token]:
    """The words of the object or the clause, where the other side may be named deep in them: "voiced support for reforms in Estia"."""
    if trigger.pattern.type == "SUPPORT":
        given = [word for word in trigger.words if word.pos == "NOUN" and word.lemma.lower() in GIVEN]
        hosts = [*given, trigger.predicate] if given else []
        tops = [child for host in hosts for child in host.children if child.dep == "prep" and child.lower in _FOR]
    elif trigger.pattern.type in ABOUT_ANOTHER | {"AID"}:
        inside = _INSIDE | {"advcl"} if trigger.pattern.type == "AID" else _INSIDE  # "gave planes to help the Estians"
        tops = [
            child
            for child in trigger.predicate.children
            if child.dep in inside and child.i > trigger.predicate.i and child.lower != "according"
        ]
    else:
        tops = []
    own = load_classes()["@troops"] if trigger.pattern.type == "AGREE" else ()  # "willing to withdraw troops"
    return [word for top in tops for word in _words(top) if not _is_asked_for(word, trigger) and word.lemma.lower() not in own]


def _only_other(trigger: Trigger, actors: Side, ground: Ground) -> Side:
    """The one country, or the list of them, of which the object speaks: "agreed to lift the ban on imports of Estian beef"."""
    cast, parties = ground.cast, ground.parties
    own = {country_of(actor, cast) for actor in actors.actors}
    named = [(word, side) for word in _inside(trigger) if (side := parties.side([word])) and countries((side,), cast).isdisjoint(own)]
    if trigger.pattern.type != "REQUEST" and len(countries((side for _, side in named), cast)) > 1:
        # "troops for the Baltic Union's force in Estia"
        named = [(word, side) for word, side in named if all(actor.startswith("state:") for actor in side.actors)]
    if len(countries((side for _, side in named), cast)) != 1:
        return Side()
    found = parties.side(named[0][0].conjuncts())
    return Side(found.actors, found.spans, DEEP, found.doubtful)


def _is_asked_for(word: Token, trigger: Trigger) -> bool:
    """Whether it is what a request is for, not of whom it is asked: "called for a tribunal", "demanded the release of the prisoners"."""
    if trigger.pattern.type != "REQUEST" or word.head.dep != "prep":
        return False
    return word.head.lower == "for" or word.head.head.lemma.lower() in _OF_OTHERS


def _words(token: Token) -> Iterator[Token]:
    """The phrase without its relative clauses and adverbial clauses: what they tell is another matter."""
    yield token
    for child in token.children:
        another = child.dep in ("relcl", "advcl", "appos", "conj") or (child.dep == "acl" and is_hindered(token))
        if not another:
            yield from _words(child)


def _of_speaker(carriers: Sequence[Quote], cast: Cast) -> Side:
    """The army that speaks of operations without saying whose they are."""
    speaker = carriers[0].speaker if carriers else None
    known = cast.actors.get(speaker.actor) if speaker is not None and speaker.actor is not None else None
    if speaker is None or known is None or known.sector != "MIL":
        return Side()
    return Side((known.id,), (Span(speaker.start, speaker.end, speaker.text),), 0.85)


def _own_states(actors: Side, cast: Cast) -> list[str]:
    """The states for which the actors speak: an official does nothing to his own."""
    known = [cast.actors[actor] for actor in actors.actors if actor in cast.actors]
    return [f"state:{actor.country}" for actor in known if actor.kind in ("person", "organization") and actor.sector == "GOV"]
