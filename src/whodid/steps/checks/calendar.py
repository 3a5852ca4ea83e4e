"""Times that the calendar does not have, and events told before they can have been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date

from whodid.record import Record, TextWarning

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def calendar_conflicts(record: Record) -> Iterator[TextWarning]:
    """A weekday that does not fall on the date beside it ("Monday, 16 September 2022")."""
    for time in record.times:
        named = next((n for n, day in enumerate(WEEKDAYS) if day in time.text.lower()), None)
        if named is None or time.value is None or not any(char.isdecimal() for char in time.text):
            continue
        try:
            day = Date.fromisoformat(time.value[:10])
        except ValueError:
            continue
        if len(time.value) >= 10 and day.weekday() != named:
            message = f'"{time.text}": {day.isoformat()} is a {WEEKDAYS[day.weekday()].capitalize()}'
            yield TextWarning("calendar-conflict", message, time.start, time.end)


def told_before_happening(record: Record, anchor: Date | None) -> Iterator[TextWarning]:
    """An event told as past whose own date lies after the article's day."""
    if anchor is None:
        return
    for event in record.events:
        if event.status == "occurred" and event.date is not None and event.date.text and (event.date.start or "") > anchor.isoformat():
            message = f'told as past, but "{event.date.text}" ({event.date.start}) is after the article\'s day, {anchor.isoformat()}'
            yield TextWarning("date-conflict", message, event.trigger.start, event.trigger.end)
