"""One thing put in two places: "the army will go to Tamsk … They are already there in the Holmstad garrison"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from whodid.record import Place, Record, TextWarning

# "There" speaks of the place told last; what follows it in so many words must be that place, or lie in its country.
_THERE = re.compile(r"\bthere,? (?:in|at)(?: the)? ?$")
_LONGEST = len("there, in the ")
# What follows the place in a dateline: the day, the agency or a dash.
_DATELINE_END = re.compile(r"\s*(?:,\s*[A-Z][a-z]{2,8}\.?\s+\d|\(|[-–—_:])")
# How far back, in characters, "there" may look.
_REACH = 300


def place_conflicts(record: Record) -> Iterator[TextWarning]:
    """A place taken up by "there in", which then names a place of another country; the warning stands at the first one."""
    for before, place in pairwise(record.places):
        if before.country is None or place.country is None or before.country == place.country:
            continue
        if place.start - before.end <= _REACH and _THERE.search(record.text[max(place.start - _LONGEST, 0) : place.start]):
            start, end = _told(before, record)
            words = record.text[place.start : place.end]
            yield TextWarning("place-conflict", f'{before.name} here, but "there in" {words} in what follows', start, end)


def dateline_conflicts(record: Record) -> Iterator[TextWarning]:
    """A dateline's town put in a country where it is not ("ANKARA, Germany -")."""
    for town, land in pairwise(record.places[:4]):
        at_head = not record.text[record.text.rfind("\n", 0, town.start) + 1 : town.start].strip()
        if not at_head or not town.geonames or town.country is None or land.country in (None, town.country):
            continue
        if record.text[town.end : land.start].strip() == "," and _DATELINE_END.match(record.text, land.end):
            message = f"{town.name} is in {town.country}, not in {record.text[land.start : land.end]}"
            yield TextWarning("place-conflict", message, town.start, land.end)


def _told(place: Place, record: Record) -> tuple[int, int]:
    """From the trigger of the event that is put there to the place; the place alone where no event is."""
    for event in record.events:
        if event.evidence.start <= place.start < event.evidence.end and event.trigger.end <= place.start:
            between = record.text[event.trigger.end : place.start]
            if len(between.split()) <= 2:
                return event.trigger.start, place.end
    return place.start, place.end
