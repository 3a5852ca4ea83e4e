"""Times that the calendar does not have, and events told before they can have been."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date

from whodid.record import Event, Record, TextWarning, Time

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DEADLINES = frozenset(("until", "till", "by", "before"))
_YEAR = re.compile(r"\d{4}")
# A date so many days from the article's is most likely meant in its year.
NEAR = 31


def calendar_conflicts(record: Record) -> Iterator[TextWarning]:
    """A weekday that does not fall on the date beside it ("Monday, 16 September 2022")."""
    for time in record.times:
        named = _weekday_of(time)
        if named is None or time.value is None or not any(char.isdecimal() for char in time.text):
            continue
        try:
            day = Date.fromisoformat(time.value[:10])
        except ValueError:
            continue
        if len(time.value) >= 10 and day.weekday() != named:
            message = f'"{time.text}": {day.isoformat()} is a {WEEKDAYS[day.weekday()].capitalize()}'
            yield TextWarning("calendar-conflict", message, time.start, time.end)


def near_weekday_conflicts(record: Record, anchor: Date | None) -> Iterator[TextWarning]:
    """A weekday and date without a year that do not fit in the days around the article's, though they did in another year."""
    if anchor is None:
        return
    for time in record.times:
        told = _weekday_of(time)
        if told is None or time.value is None or _YEAR.search(time.text) or len(time.value) != len("2022-09-16"):
            continue
        try:
            value = Date.fromisoformat(time.value)
            near = value.replace(year=anchor.year)
        except ValueError:
            continue
        if value.year != near.year and abs((near - anchor).days) <= NEAR and near.weekday() != told:
            message = f'"{time.text}": {near.isoformat()} is a {WEEKDAYS[near.weekday()].capitalize()}'
            yield TextWarning("calendar-conflict", message, time.start, time.end)


def _weekday_of(time: Time) -> int | None:
    return next((number for number, day in enumerate(WEEKDAYS) if day in time.text.lower()), None)


def told_before_happening(record: Record, anchor: Date | None) -> Iterator[TextWarning]:
    """An event told as past whose own date lies after the article's day."""
    if anchor is None:
        return
    for event in record.events:
        if event.status != "occurred" or event.date is None or not event.date.text or _is_deadline(event, record.text):
            continue
        if (event.date.start or "") > anchor.isoformat():
            message = f'told as past, but "{event.date.text}" ({event.date.start}) is after the article\'s day, {anchor.isoformat()}'
            yield TextWarning("date-conflict", message, event.trigger.start, event.trigger.end)


def _is_deadline(event: Event, text: str) -> bool:
    """Whether the day told is only by when something must be: "gave them until Tuesday"."""
    told = event.date.text if event.date is not None else None
    at = text.find(told, event.evidence.start, event.evidence.end) if told else -1
    return at > 0 and text[:at].rstrip().rpartition(" ")[2].lower() in _DEADLINES
