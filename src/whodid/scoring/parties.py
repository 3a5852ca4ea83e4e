"""Whether a coded party is the gold's: by country where the gold gives one, else by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whodid.record import Actor
from whodid.scoring.coded_articles import GoldEvent, GoldParty
from whodid.scoring.spans import words


def party_of(id: str, actors: Mapping[str, Actor]) -> GoldParty:
    """The coded actor's name and country, as the gold has them; an id that no actor has stands for itself."""
    if actor := actors.get(id):
        return GoldParty(actor.name, actor.country)
    return GoldParty(id, id.split(":")[-1] if id.startswith("state:") else None)


def right_party(gold: GoldParty, coded: GoldParty) -> bool:
    """The right country, or where the gold gives none, a shared word of the name."""
    return coded.country == gold.country if gold.country else bool(words(gold.name) & words(coded.name))


def named(gold: GoldParty, coded: GoldParty) -> bool:
    """The same name: two shared words, or the only one; where the gold gives no country, any shared word."""
    known, found = words(gold.name), words(coded.name)
    return bool(known & found) if gold.country is None else len(known & found) >= min(len(known), 2)


def sides_fit(gold: GoldEvent, done_by: Sequence[GoldParty], done_to: Sequence[GoldParty]) -> bool:
    """Whether one right party stands on each side; a symmetric event's may all stand on one."""
    if _side_fits(gold.actors, done_by) and _side_fits(gold.recipients, done_to):
        return True
    everyone = [*done_by, *done_to]
    return gold.symmetric and _side_fits(gold.actors, everyone) and _side_fits(gold.recipients, everyone)


def _side_fits(gold: Sequence[GoldParty], coded: Sequence[GoldParty]) -> bool:
    return not gold or any(right_party(one, other) for one in gold for other in coded)
