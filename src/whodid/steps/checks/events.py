"""Events that contradict each other: one meeting told as past and as to come, one raid with two numbers of dead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from whodid.record import Event, EventDate, Record, TextWarning

# Types of which one telling with an object is one deed.
_ONCE = frozenset(("AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "SANCTION"))
_DONE = frozenset(("occurred", "ongoing"))


def event_conflicts(record: Record) -> Iterator[TextWarning]:
    """One happening told as past in one sentence and as to come in another; the warning stands at the past one."""
    countries = {actor.id: actor.country or actor.id for actor in record.actors}
    for one, other in combinations([event for event in record.events if "headline" not in event.flags], 2):
        if {one.status in _DONE, other.status in _DONE} != {True, False} or "denied" in (one.status, other.status):
            continue
        done, coming = (one, other) if one.status in _DONE else (other, one)
        if coming.status != "planned" or one.type != other.type or not _same_sides(one, other, countries):
            continue
        if len(_sides(one, countries)) > 1 and _told_for_one_time(done, coming):
            start, end = _clause(done, record.text)
            words = record.text[coming.trigger.start : coming.trigger.end]
            message = f'told here as past, and as still to come in "{_sentence(coming, record.text)}" ({words})'
            yield TextWarning("event-conflict", message, start, end)


def day_conflicts(record: Record) -> Iterator[TextWarning]:
    """One thing done once, told in the same words of the same sides for two days; the warning stands at the second telling."""
    countries = {actor.id: actor.country or actor.id for actor in record.actors}
    told = [event for event in record.events if event.status == "occurred" and "headline" not in event.flags and _is_dated_deed(event)]
    for one, other in combinations(told, 2):
        if one.type != other.type or not _same_sides(one, other, countries) or len(_sides(one, countries)) < 2:
            continue
        if one.trigger.text.lower() != other.trigger.text.lower() or one.date is None or other.date is None or _meet(one.date, other.date):
            continue
        start, end = _clause(other, record.text)
        message = f'"{other.date.text}" here, "{one.date.text}" in "{_sentence(one, record.text)}"'
        yield TextWarning("date-conflict", message, start, end)


def _is_dated_deed(event: Event) -> bool:
    """Whether it is told with its object ("signed the treaty") and on a day of its own; talks and words are had again and again."""
    dated = event.date is not None and event.date.text is not None and event.date.granularity == "day"
    return dated and event.type in _ONCE and len(event.trigger.text.split()) > 1


def count_conflicts(record: Record) -> Iterator[TextWarning]:
    """Two tellings of one event with different numbers of the same thing."""
    by_id = {event.id: event for event in record.events}
    for event in record.events:
        if (main := by_id.get(event.same_as or "")) is None:
            continue
        for count, first in product(event.counts, main.counts):
            if first.of == count.of and first.value != count.value:
                message = f'{count.value} {count.of} here ("{count.text}"), {first.value} ("{first.text}") in the first telling'
                yield TextWarning("count-conflict", message, event.trigger.start, event.trigger.end)


def _same_sides(one: Event, other: Event, countries: dict[str, str]) -> bool:
    """Whether the parties are the same, and where one does it to the other, the same ones do it."""
    doers, others = ({countries.get(actor, actor) for actor in event.actors} for event in (one, other))
    return _sides(one, countries) == _sides(other, countries) and (doers == others or (one.symmetric and other.symmetric))


def _sides(event: Event, countries: dict[str, str]) -> frozenset[str]:
    return frozenset(countries.get(actor, actor) for actor in event.actors + event.recipients)


def _told_for_one_time(done: Event, coming: Event) -> bool:
    """Whether both can be the same day: their dates meet, or the past one carries no day of its own but the article's."""
    if done.date is None or coming.date is None:
        return False
    if _meet(done.date, coming.date):
        return True
    # "met on Friday" read back a week, "will meet on Friday" read ahead: the same word, one of the two is wrong.
    return done.date.text is not None and done.date.text == coming.date.text


def _meet(one: EventDate, other: EventDate) -> bool:
    return bool(one.start and other.end and other.start and one.end) and one.start <= other.end and other.start <= one.end  # type: ignore[operator]


def _clause(event: Event, text: str) -> tuple[int, int]:
    """From the trigger to the words of its date, where they follow it in the sentence; else the trigger."""
    if event.date is not None and event.date.text:
        at = text.find(event.date.text, event.trigger.end, event.evidence.end)
        if at >= 0:
            return event.trigger.start, at + len(event.date.text)
    return event.trigger.start, event.trigger.end


def _sentence(event: Event, text: str) -> str:
    words = " ".join(text[event.evidence.start : event.evidence.end].split())
    return words if len(words) <= 100 else words[:99] + "…"
