"""What a quoted speaker says against the subject of his clause, or wants of it: he does it to the subject."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.cast import Cast
from whodid.record import Quote
from whodid.steps.events.participants import Parties, Side
from whodid.steps.events.standing import OF_STATE, is_of_state
from whodid.steps.events.talks import country_of
from whodid.steps.events.trigger import Trigger
from whodid.text import Span

_BREAKS = frozenset(("violate", "breach", "flout", "contravene"))


def blamed(trigger: Trigger, parties: Parties, carriers: Sequence[Quote], cast: Cast) -> tuple[Side, Side] | None:
    """The speaker, and whom he blames or asks; None where nobody is, or it is his own side."""
    recipients = parties.side(trigger.doers, whole=False)
    if any("by" in slot.preps for slot in trigger.pattern.slots):  # "the deal with Estia was a mistake by Sudria"
        recipients = parties.side(trigger.done_to) or recipients
    if not (recipients or _blames_nobody(trigger)):
        return None
    speaker = next((quote.speaker for quote in carriers if quote.speaker is not None and quote.speaker.actor is not None), None)
    if speaker is None or speaker.actor is None:
        return None
    if any(_speaks_for(speaker.actor, actor, cast) for actor in recipients.actors):
        return None  # "both sides should" asks nothing of another
    return Side((speaker.actor,), (Span(speaker.start, speaker.end, speaker.text),), 0.9), recipients


def _blames_nobody(trigger: Trigger) -> bool:
    """Whether the words ask or blame though nobody is named: "the raids must stop", "the ship breached the embargo"."""
    named = any(doer.pos in ("NOUN", "PROPN") for doer in trigger.doers)
    return trigger.pattern.kind == "modal" or (named and trigger.head.lemma in _BREAKS)


def _speaks_for(speaker: str, actor: str, cast: Cast) -> bool:
    """Whether what the speaker says of the actor is said of his own: an official of his state, but not of its rebels."""
    if speaker == actor:
        return True
    if country_of(speaker, cast) != country_of(actor, cast) or not is_of_state(actor, cast):
        return False
    if actor.startswith("state:"):
        return True  # whoever speaks of his own nation is one of it
    known = cast.actors.get(speaker)
    return known is not None and (known.kind == "state" or known.sector in OF_STATE)
