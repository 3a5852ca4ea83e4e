"""Who stands on which side: actors and recipients of a trigger, and where there are too few of them for an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from whodid.cast import Cast
from whodid.lexicon.patterns import load_classes
from whodid.record import Quote
from whodid.steps.events.asides import antecedent
from whodid.steps.events.clauses import frame_of
from whodid.steps.events.employers import employers
from whodid.steps.events.goods import is_arm, is_goods
from whodid.steps.events.matching import GIVEN
from whodid.steps.events.participants import Side
from whodid.steps.events.prepositions import prepositions, unwrap
from whodid.steps.events.references import is_own, serving_in
from whodid.steps.events.sifting import is_accident
from whodid.steps.events.talks import between, country_of, tells_of_talks
from whodid.steps.events.territory import Ground, is_journey
from whodid.steps.events.trigger import Trigger, is_told
from whodid.steps.events.where import LOCATIVE
from whodid.text import Span, Token

# Types that say nothing without the other side. (PLOVER wants a recipient for COOPERATE, AID, SANCTION and ASSAULT; an assault on
# people whom the text does not name is still one, and praise of nobody is none.)
NEEDS_RECIPIENT = frozenset(("SUPPORT", "AID", "COOPERATE", "SANCTION"))
# Acts that are about somebody, even where the words name him only in passing.
ABOUT_ANOTHER = frozenset(("AGREE", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "RETREAT", "ACCUSE", "SANCTION"))
# Acts that a government does to its own country as to another, often without naming it beside the act.
STATES_OWN = frozenset(("COERCE", "RETREAT", "CONCEDE", "MOBILIZE"))
_INSIDE = frozenset(("dobj", "xcomp", "prep", "acomp", "nsubjpass"))
_FOR = frozenset(("to", "for", "with", "of", "behind"))
_OF_OTHERS = frozenset("release freeing return arrest extradition trial prosecution punishment protection removal resignation".split())
_BREAKS = frozenset(("violate", "breach", "flout", "contravene"))
# How sure it is that who is named deep in the object is the other side.
DEEP = 0.65
_OF_STATE = frozenset(("GOV", "MIL", "COP", "JUD"))
_SPEAKING_UP = frozenset(("defend", "justify"))
# What a noun may tell as done to somebody without telling who did it.
_DONE_TO = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))
_EXPLOSIVE = frozenset("bomb blast explosion mine grenade bullet gunfire fire strike bomber gunman clash violence fighting".split())


def sides_of(trigger: Trigger, ground: Ground, carriers: Sequence[Quote]) -> tuple[Side, Side] | None:
    """Actors and recipients; None where the event has no party, or too few for its kind of telling."""
    cast, parties = ground.cast, ground.parties
    actors = parties.side(trigger.doers, whole=False)
    if trigger.doers and trigger.pattern.type in NEEDS_RECIPIENT and all(is_arm(doer) for doer in trigger.doers):
        return None  # "the guns would help Estia"
    if "speaker" in trigger.pattern.options:
        if any("by" in slot.preps for slot in trigger.pattern.slots):  # "the deal with Estia was a mistake by Sudria"
            actors = parties.side(trigger.done_to) or actors
        return _blamed(actors, carriers, cast) if actors or _blames_nobody(trigger) else None
    done_to = [thing for thing in trigger.done_to if not is_goods(thing, trigger.pattern.type)]
    recipients = parties.side(done_to, whole=False)
    mutual = len(actors.actors) > 1 and bool(recipients) and set(recipients.actors) <= set(actors.actors)
    others = recipients.without((*actors.actors, *_own_states(actors, cast)))
    recipients = others if others or trigger.pattern.type not in ("SUPPORT", "ACCUSE") else recipients.without(actors.actors)
    if trigger.pattern.type == "MOBILIZE" and recipients and not actors:
        actors = parties.side(_moved(trigger), whole=False)  # "the army could be deployed": who is moved, moves
        recipients = recipients.without(actors.actors)
    if trigger.pattern.type in ("AID", "AGREE") and recipients and all(actor.startswith("organization:") for actor in recipients.actors):
        recipients = recipients.joined(parties.side(serving_in(trigger.done_to)))
    if not actors and tells_of_talks(trigger):
        actors, recipients = between(recipients, cast)
    if actors and not recipients and "symmetric" not in trigger.pattern.options:
        recipients = _only_other(trigger, actors, ground) or employers(trigger, actors, cast)
    if actors and not (recipients or mutual):
        recipients = _land(trigger, actors, ground)
    if trigger.nominal and trigger.pattern.type == "CONSULT" and recipients and all(_is_press(actor, cast) for actor in recipients.actors):
        return None  # an interview
    if not actors and trigger.head.lemma == "operation" and trigger.pattern.type == "ASSAULT":
        actors = _of_speaker(carriers, cast)
    if not actors and not recipients:
        return (actors, recipients) if _tells_itself(trigger) else None
    if not actors and (_done_by_a_thing(trigger) or trigger.pattern.mode == "visit"):
        return None
    if not (recipients or mutual) and _needs_recipient(trigger):
        return None
    if trigger.pattern.type == "PROTEST" and actors and not any(_may_protest(actor, trigger.pattern.mode, cast) for actor in actors.actors):
        return None
    if trigger.nominal and not (_tells_itself(trigger) or _tells_sides(trigger, actors, recipients, cast)):
        return None
    return actors, recipients


def _land(trigger: Trigger, actors: Side, ground: Ground) -> Side:
    """The state whose ground is gone to, fought on or held, where no party is named."""
    if is_journey(trigger):
        return ground.visited(trigger, actors)
    return ground.under(trigger) or (ground.after(trigger) if trigger.pattern.type in STATES_OWN else Side())


def _moved(trigger: Trigger) -> tuple[Token, ...]:
    """Who or whose weapons are moved, where nobody is said to move them."""
    moved = frame_of(trigger.predicate).objects if trigger.predicate.is_verb else ()
    return moved or trigger.done_to


def _tells_sides(trigger: Trigger, actors: Side, recipients: Side, cast: Cast) -> bool:
    """Whether a bare noun names both sides, or whom it was done to."""
    if "symmetric" in trigger.pattern.options and len(actors.actors) > 1:
        return True
    if actors and recipients and actors.actors != recipients.actors:
        return True
    if trigger.pattern.mode == "resign" and actors and is_told(trigger.head):
        return trigger.head.head.lower != "for"  # "calls for the resignation of Kor"
    return _names_victim(trigger, recipients, cast) or (bool(actors) and _names_target(trigger))


def _names_victim(trigger: Trigger, recipients: Side, cast: Cast) -> bool:
    """Whether a bare noun tells what was done to whom, by whomever: "the poisoning of Kor", "last Friday's bombing of the embassy"."""
    noun = trigger.head
    if trigger.pattern.type not in _DONE_TO or not is_told(noun):
        return False
    if trigger.pattern.type == "RETREAT" and (trigger.pattern.mode != "release" or noun.head.lower in ("for", "against")):
        return False
    if not any(child.dep == "prep" and child.lower == "of" for child in noun.children):
        return False
    people = [cast.actors[actor] for actor in recipients.actors if actor in cast.actors]
    return any(actor.kind == "person" or (actor.kind == "group" and actor.country) for actor in people)


def _names_target(trigger: Trigger) -> bool:
    """Whether a bare noun names who attacked, and what: "an attack by Estian rebels on a train"."""
    told = prepositions(trigger.head)
    by = [thing for prep, thing in told if prep == "by" and thing in trigger.doers]
    below = [*told, *(pair for thing in by for pair in prepositions(thing))]
    return trigger.pattern.type == "ASSAULT" and bool(by) and any(p in ("on", "against") and thing.pos == "NOUN" for p, thing in below)


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
        if child.dep not in ("relcl", "advcl", "appos", "conj"):
            yield from _words(child)


def _of_speaker(carriers: Sequence[Quote], cast: Cast) -> Side:
    """The army that speaks of operations without saying whose they are."""
    speaker = carriers[0].speaker if carriers else None
    known = cast.actors.get(speaker.actor) if speaker is not None and speaker.actor is not None else None
    if speaker is None or known is None or known.sector != "MIL":
        return Side()
    return Side((known.id,), (Span(speaker.start, speaker.end, speaker.text),), 0.85)


def _blames_nobody(trigger: Trigger) -> bool:
    """Whether the words ask or blame though nobody is named: "the raids must stop", "the ship breached the embargo"."""
    named = any(doer.pos in ("NOUN", "PROPN") for doer in trigger.doers)
    return trigger.pattern.kind == "modal" or (named and trigger.head.lemma in _BREAKS)


def _blamed(actors: Side, carriers: Sequence[Quote], cast: Cast) -> tuple[Side, Side] | None:
    """What a speaker says against the clause's subject, or wants of it: the speaker does it to the subject."""
    speaker = next((quote.speaker for quote in carriers if quote.speaker is not None and quote.speaker.actor is not None), None)
    if speaker is None or speaker.actor is None:
        return None
    if any(_speaks_for(speaker.actor, actor, cast) for actor in actors.actors):
        return None  # "both sides should" asks nothing of another
    return Side((speaker.actor,), (Span(speaker.start, speaker.end, speaker.text),), 0.9), actors


def _speaks_for(speaker: str, actor: str, cast: Cast) -> bool:
    """Whether what the speaker says of the actor is said of his own: an official of his state, but not of its rebels."""
    if speaker == actor:
        return True
    if country_of(speaker, cast) != country_of(actor, cast) or not _of_state(actor, cast):
        return False
    known = cast.actors.get(speaker)
    if actor.startswith("state:"):
        return True  # whoever speaks of his own nation is one of it
    return _of_state(speaker, cast) or (known is not None and known.sector in _OF_STATE)


def _of_state(actor: str, cast: Cast) -> bool:
    known = cast.actors.get(actor)
    return known is not None and (known.kind == "state" or (known.kind != "person" and known.sector in _OF_STATE))


def _may_protest(actor: str, mode: str | None, cast: Cast) -> bool:
    """The state and its forces do not protest; lawyers and judges do, and policemen and soldiers strike. Those who govern do not strike."""
    known = cast.actors.get(actor)
    if known is not None and known.kind == "group" and (known.sector == "JUD" or (mode == "strike" and known.sector in ("COP", "MIL"))):
        return True
    return not _of_state(actor, cast) and not (mode == "strike" and known is not None and known.sector == "GOV" and known.kind == "person")


def _is_press(actor: str, cast: Cast) -> bool:
    known = cast.actors.get(actor)
    return known is not None and known.sector == "JRN"


def _own_states(actors: Side, cast: Cast) -> list[str]:
    """The states for which the actors speak: an official does nothing to his own."""
    known = [cast.actors[actor] for actor in actors.actors if actor in cast.actors]
    return [f"state:{actor.country}" for actor in known if actor.kind in ("person", "organization") and actor.sector == "GOV"]


def _tells_itself(trigger: Trigger) -> bool:
    """Protests may be told without saying whose they are, if they are told to take place, or where they did."""
    if trigger.pattern.type != "PROTEST":
        return False
    noun = trigger.head
    below = (*noun.children, *(noun.head.children if noun.dep == "dobj" else ()))  # "crushed the protests in the capital"
    return not trigger.nominal or any(child.dep == "prep" and child.lower in LOCATIVE - {"at"} and child.i > noun.i for child in below)


def _needs_recipient(trigger: Trigger) -> bool:
    pattern = trigger.pattern
    if "symmetric" in pattern.options:
        return False
    named = any(slot.words and not slot.preps for slot in pattern.slots)
    if named and pattern.type == "SUPPORT" and pattern.kind == "verb" and trigger.head.dep != "amod":  # "Norland-backed sanctions"
        # "Welcomed the decision": what is praised stands for whom; "defended its record" speaks for oneself.
        return trigger.head.lemma in _SPEAKING_UP and any(is_own(word) for word in trigger.words)
    return pattern.type in NEEDS_RECIPIENT or (pattern.type, pattern.mode) == ("CONSULT", "visit")


def _done_by_a_thing(trigger: Trigger) -> bool:
    """Whether the telling names a doer that is no actor ("the law grants", "the flood killed"); weapons do what their owners do."""
    doers = [antecedent(doer) for doer in trigger.doers]
    doers += [thing for prep, thing in prepositions(trigger.predicate) if prep in ("in", "by") and is_accident(thing)]
    if any(is_accident(doer) for doer in doers):
        return True
    things = [doer for doer in doers if doer.pos in ("NOUN", "PROPN") or doer.lower in ("this", "that", "it", "which")]
    if trigger.pattern.type == "ASSAULT":
        classes = load_classes()
        things = [thing for thing in things if unwrap(thing).lemma.lower() not in classes["@attack"] | classes["@arms"] | _EXPLOSIVE]
    return bool(things)


def meetings(trigger: Trigger, actors: Side, recipients: Side, cast: Cast) -> Iterator[tuple[Side, Side]]:
    """One meeting for each country met: who "met the leaders of Norland and of Estia" held two."""
    countries = list(dict.fromkeys(country_of(actor, cast) for actor in recipients.actors))
    apart = any(child.lower in ("separately", "respectively") for child in trigger.predicate.children)
    if apart and trigger.pattern.type == "CONSULT" and recipients and len(actors.actors) > 1:
        for actor in actors.actors:
            yield Side((actor,), _spans_of(actor, actors, cast), actors.sureness, actors.doubtful), recipients
        return
    if trigger.pattern.type != "CONSULT" or "symmetric" not in trigger.pattern.options or len(countries) < 2 or not actors:
        yield actors, recipients
        return
    for country in countries:
        ids = tuple(actor for actor in recipients.actors if country_of(actor, cast) == country)
        spans = tuple(r.span for r in cast.references if r.span in recipients.spans and set(r.actors) & set(ids))
        yield actors, Side(ids, spans or recipients.spans, recipients.sureness, recipients.doubtful)


def _spans_of(actor: str, side: Side, cast: Cast) -> tuple[Span, ...]:
    """The side's words for one of its actors; all of them where none is his alone."""
    return tuple(r.span for r in cast.references if r.span in side.spans and actor in r.actors) or side.spans


def countries(sides: Iterable[Side], cast: Cast) -> set[str]:
    """The countries that take part; an actor without a country counts for itself."""
    return {country_of(actor, cast) for side in sides for actor in side.actors}
