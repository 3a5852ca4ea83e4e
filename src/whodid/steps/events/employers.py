"""Whom a strike is against where nobody says so: the company whose workers strike."""

from __future__ import annotations

from whodid.cast import Cast
from whodid.steps.events.participants import Side
from whodid.steps.events.trigger import Trigger

# How sure it is that the strike is against their own company.
OWN_COMPANY = 0.8
_STOPPAGES = frozenset(("strike", "walkout", "stoppage"))


def employers(trigger: Trigger, actors: Side, cast: Cast) -> Side:
    """The companies whose workers strike, or will not end a strike: "Norland Steel workers walked out"; nobody for other acts."""
    if trigger.pattern.mode != "strike" and not any(word.lemma.lower() in _STOPPAGES for word in trigger.words):
        return Side()
    owners = (cast.owners.get(actor) for actor in actors.actors)
    companies = tuple(dict.fromkeys(owner.id for owner in owners if owner is not None and owner.sector == "BUS"))
    return Side(companies, actors.spans, OWN_COMPANY) if companies else Side()
