"""Where it was: the place that the event's clause names as a place, not as a party."""

from __future__ import annotations

from whodid.record import EventPlace, Place
from whodid.steps.events.subjects import clause_verb, hanging_word
from whodid.steps.events.trigger import Trigger
from whodid.text import Sentence

LOCATIVE = frozenset("in at on near outside inside off across around along over throughout within from above".split())


def place_of(trigger: Trigger, sentence: Sentence, places: dict[int, Place]) -> EventPlace | None:
    """The place nearest to the trigger that a locative preposition ties to its clause; None where the clause names none.

    The most precise of several wins: in "in Samarkand, Uzbekistan" the town.
    """
    own = clause_verb(trigger.predicate) if trigger.predicate.is_verb else clause_verb(trigger.head)
    best: tuple[int, Place] | None = None
    for token in sentence.tokens:
        place = places.get(token.start)
        if place is None or place.metonym:
            continue
        head = hanging_word(token, place.start, place.end)
        prep = head.head
        if head.dep != "pobj" or prep.lower not in LOCATIVE:
            continue
        if not (prep.head in trigger.words or clause_verb(prep.head) in (own, trigger.predicate)):
            continue
        distance = abs(head.i - trigger.head.i)
        if best is None or distance < best[0]:
            best = (distance, place)
    if best is None:
        return None
    place = best[1]
    return EventPlace(place.name, place.country, place.lat, place.lon, place.geonames, place.kind, place.precision)
