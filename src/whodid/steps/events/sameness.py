"""Which events of an article are tellings of one happening."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from whodid.record import Event

# Words can be said twice, and saying it again is another act; a meeting told twice is one meeting.
_SAID = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"))

# Who is left alive of those it was done to: "killed three soldiers and wounded six others".
_HURT = frozenset("wounded wounding wound injured injuring injure hurt hurting maimed".split())


def one_blow(told: Sequence[Event], country: Callable[[str], str | None]) -> list[Event]:
    """The events of a sentence, blows told in several words as one: "shot and killed", "killed three and wounded six"."""
    left: list[Event] = []
    for event in told:
        n = next((n for n, other in enumerate(left) if _only_hurts_more(event, other, country)), None)
        same = next((n for n, other in enumerate(left) if _is_shared(event, other)), None)
        if same is not None:
            left[same] = _joined(left[same], event)
        elif n is not None:
            left[n] = replace(left[n], counts=(*left[n].counts, *event.counts))
        else:
            left.append(event)
    return left


def _is_shared(event: Event, other: Event) -> bool:
    """Whether two verbs of one phrase tell one blow: "was shot and killed by rebels"."""
    if not event.type == other.type == "ASSAULT" or event.status != other.status:
        return False
    if not (_agree(event.actors, other.actors) and _agree(event.recipients, other.recipients)):
        return False
    gap = max(event.trigger.start, other.trigger.start) - min(event.trigger.end, other.trigger.end)
    return gap < 0 or (gap <= len(" and ") and bool(event.actors) and event.actors == other.actors)


def _said(event: Event) -> tuple[int, float]:
    return bool(event.actors) + bool(event.recipients), event.confidence


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or one == other


def _joined(one: Event, other: Event) -> Event:
    """The telling that says more, with what only the other says."""
    fuller, less = (one, other) if _said(one) >= _said(other) else (other, one)
    counts = tuple(dict.fromkeys((*fuller.counts, *less.counts)))
    return replace(fuller, mode=fuller.mode or less.mode, counts=counts)


def _only_hurts_more(event: Event, blow: Event, country: Callable[[str], str | None]) -> bool:
    """Whether an event only tells whom else a blow hit, or what came of it: "shelled the port, killing six"."""
    words = event.trigger.text.lower().split()
    if event.type != "ASSAULT" or blow.type != "ASSAULT" or event.status != blow.status:
        return False
    unnamed = all(actor.startswith("group:people") for actor in event.recipients)
    if "killing" in words or "leaving" in words:
        theirs, others = ({country(actor) for actor in side.recipients} for side in (event, blow))
        nobody = unnamed or (theirs - {None} <= others and _is_nameless(event))
        return nobody and bool(event.actors) and set(event.actors) <= set(blow.actors)
    return unnamed and event.actors in ((), blow.actors) and not _HURT.isdisjoint(words) and not _hurts(blow)


def _is_nameless(event: Event) -> bool:
    """Whether nobody is named whom it was done to: "killing six soldiers"."""
    return all(actor.startswith("group:") for actor in event.recipients)


def _hurts(event: Event) -> bool:
    return not _HURT.isdisjoint(event.trigger.text.lower().split())


def whole_meetings(told: Sequence[Event]) -> list[Event]:
    """Leave out half a meeting where the sentence tells the whole, which takes over the day and place that only the half tells.

    "Kor met his colleague, who held talks in Oslo on Friday" is one meeting.
    """
    wholes = dict(enumerate(told))
    for n, half in enumerate(told):
        if not half.symmetric or len(half.actors) > 1:
            continue
        other = next((m for m, event in wholes.items() if m != n and _is_half(half, event)), None)
        if other is not None:
            del wholes[n]
            wholes[other] = _completed(wholes[other], half)
    return list(wholes.values())


def _is_half(half: Event, whole: Event) -> bool:
    return whole.type == half.type and len(whole.actors) > 1 and set(half.actors) < set(whole.actors)


def _completed(whole: Event, half: Event) -> Event:
    told_day = half.date is not None and half.date.text is not None
    if told_day and (whole.date is None or whole.date.text is None):
        flags = tuple(flag for flag in whole.flags if flag != "date-inferred")
        whole = replace(whole, date=half.date, flags=flags)
    return whole if whole.place is not None else replace(whole, place=half.place)


def join_tellings(events: Sequence[Event], country: Callable[[str], str | None]) -> tuple[Event, ...]:
    """Give later tellings of one happening the id of its main telling in `same_as`.

    The main telling is the first outside the headline that names both sides. Two events are one happening where type and sides
    agree (a person counts for the country he acts for), the dates do not contradict, and both have happened or both are to come.
    """
    joined: list[Event] = []
    mains: list[Event] = []
    for event in sorted(events, key=lambda e: "headline" in e.flags):
        main = next((other for other in mains if _one_happening(other, event, country)), None)
        if main is None:
            mains.append(event)
        joined.append(event if main is None else replace(event, same_as=main.id))
    return tuple(sorted(joined, key=lambda e: int(e.id[1:])))


def _one_happening(main: Event, other: Event, country: Callable[[str], str | None]) -> bool:
    if main.type != other.type or (main.type in _SAID and "headline" not in other.flags and main.trigger.text != other.trigger.text):
        return False
    if main.type in _SAID and main.attribution != other.attribution and "headline" not in other.flags:
        return False
    if _to_come(main) != _to_come(other) or (main.mode and other.mode and main.mode != other.mode):
        return False
    return _same_sides(main, other, country) and _dates_agree(main, other)


def _to_come(event: Event) -> bool:
    return event.status in ("planned", "proposed")


def _same_sides(main: Event, other: Event, country: Callable[[str], str | None]) -> bool:
    if main.symmetric:
        return _sides(main.actors + main.recipients, country) == _sides(other.actors + other.recipients, country)
    return _sides(main.actors, country) == _sides(other.actors, country) and _sides(main.recipients, country) == _sides(
        other.recipients, country
    )


def _sides(actors: tuple[str, ...], country: Callable[[str], str | None]) -> frozenset[str]:
    return frozenset(country(actor) or actor for actor in actors)


def _dates_agree(main: Event, other: Event) -> bool:
    if main.date is None or other.date is None:
        return True
    if main.date.start is None or other.date.start is None or main.date.end is None or other.date.end is None:
        return True
    return main.date.start <= other.date.end and other.date.start <= main.date.end
