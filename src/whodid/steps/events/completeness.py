"""Whether the sides of an event are enough for what its words tell."""

from __future__ import annotations

from whodid.cast import Cast
from whodid.lexicon.patterns import load_classes
from whodid.steps.events.asides import antecedent
from whodid.steps.events.participants import Side
from whodid.steps.events.prepositions import prepositions, unwrap
from whodid.steps.events.references import is_own
from whodid.steps.events.sifting import is_accident
from whodid.steps.events.standing import is_of_state
from whodid.steps.events.trigger import Trigger, is_told
from whodid.steps.events.where import LOCATIVE

# Types that say nothing without the other side. (PLOVER wants a recipient for COOPERATE, AID, SANCTION and ASSAULT; an assault on
# people whom the text does not name is still one, and praise of nobody is none.)
NEEDS_RECIPIENT = frozenset(("SUPPORT", "AID", "COOPERATE", "SANCTION"))
_SPEAKING_UP = frozenset(("defend", "justify"))
# What a noun may tell as done to somebody without telling who did it.
_DONE_TO = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))
_EXPLOSIVE = frozenset("bomb blast explosion mine grenade bullet gunfire fire strike bomber gunman clash violence fighting".split())


def is_complete(trigger: Trigger, actors: Side, recipients: Side, mutual: bool, cast: Cast) -> bool:
    """Whether the event has the parties that its kind of telling asks for; `mutual`: those who did it had it done to them."""
    type_ = trigger.pattern.type
    if not actors and not recipients:
        return _tells_itself(trigger)
    if not actors and (_done_by_a_thing(trigger) or trigger.pattern.mode == "visit"):
        return False
    if not (recipients or mutual) and _needs_recipient(trigger):
        return False
    if type_ == "PROTEST" and actors and not any(_may_protest(actor, trigger.pattern.mode, cast) for actor in actors.actors):
        return False
    if not trigger.nominal:
        return True
    if type_ == "CONSULT" and recipients and all(_is_press(actor, cast) for actor in recipients.actors):
        return False  # an interview
    return _tells_itself(trigger) or _tells_sides(trigger, actors, recipients, cast)


def _tells_itself(trigger: Trigger) -> bool:
    """Protests may be told without saying whose they are, if they are told to take place, or where they did."""
    if trigger.pattern.type != "PROTEST":
        return False
    noun = trigger.head
    below = (*noun.children, *(noun.head.children if noun.dep == "dobj" else ()))  # "crushed the protests in the capital"
    return not trigger.nominal or any(child.dep == "prep" and child.lower in LOCATIVE - {"at"} and child.i > noun.i for child in below)


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


def _needs_recipient(trigger: Trigger) -> bool:
    pattern = trigger.pattern
    if "symmetric" in pattern.options:
        return False
    named = any(slot.words and not slot.preps for slot in pattern.slots)
    if named and pattern.type == "SUPPORT" and pattern.kind == "verb" and trigger.head.dep != "amod":  # "Norland-backed sanctions"
        # "Welcomed the decision": what is praised stands for whom; "defended its record" speaks for oneself.
        return trigger.head.lemma in _SPEAKING_UP and any(is_own(word) for word in trigger.words)
    return pattern.type in NEEDS_RECIPIENT or (pattern.type, pattern.mode) == ("CONSULT", "visit")


def _may_protest(actor: str, mode: str | None, cast: Cast) -> bool:
    """The state and its forces do not protest; lawyers and judges do, and policemen and soldiers strike. Those who govern do not strike."""
    known = cast.actors.get(actor)
    if known is None:
        return True
    if known.kind == "group" and (known.sector == "JUD" or (mode == "strike" and known.sector in ("COP", "MIL"))):
        return True
    governs = known.kind == "person" and known.sector == "GOV"
    return not is_of_state(actor, cast) and not (mode == "strike" and governs)


def _is_press(actor: str, cast: Cast) -> bool:
    known = cast.actors.get(actor)
    return known is not None and known.sector == "JRN"


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
