"""What act it is: type, mode and status, where the pattern's own are not what the whole telling means."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whodid.cast import Cast
from whodid.ontology import Ontology
from whodid.record import Status
from whodid.steps.events.means import mode_by_means, mode_by_name
from whodid.steps.events.participants import Side
from whodid.steps.events.standing import is_verbal, keeps_peace
from whodid.steps.events.status import Told
from whodid.steps.events.talks import countries
from whodid.steps.events.trigger import Trigger

COOPERATIVE = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"))


@dataclass(frozen=True, slots=True)
class Act:
    """What is done, and whether it is. `symmetric`: both sides do it; `refusal`: it is the refusal of what the pattern tells."""

    type: str
    mode: str | None
    status: Status
    symmetric: bool = False
    refusal: bool = False


def act_of(trigger: Trigger, told: Told, sides: tuple[Side, Side], cast: Cast, ontology: Ontology) -> Act:
    """The act that the trigger tells of these sides."""
    pattern = trigger.pattern
    if told.refused and pattern.type in COOPERATIVE:
        return Act("REJECT", None, "occurred", refusal=True)
    act = Act(pattern.type, pattern.mode, told.status, "symmetric" in pattern.options)
    if act.symmetric and act.type == "COOPERATE" and "military" in pattern.contexts and len(countries(sides, cast)) < 2:
        act = Act("MOBILIZE", None, told.status)  # PLOVER: one state exercising alone is MOBILIZE
    if act.type == "ASSAULT" and is_verbal(trigger, sides[0].actors, sides[1].actors, cast):
        return Act("ACCUSE", "disapprove", told.status)
    if act.type == "MOBILIZE" and keeps_peace(trigger):
        return replace(act, type="AID", mode=None)
    if act.type == "ASSAULT" and act.mode is None:
        return replace(act, mode=mode_by_means(trigger.predicate) or mode_by_means(trigger.head))
    if act.type == "PROTEST":
        named = mode_by_name(trigger.words)  # "threw stones" names a weapon
        return replace(act, mode=named if named in ontology.type("PROTEST").modes else act.mode)
    return act
