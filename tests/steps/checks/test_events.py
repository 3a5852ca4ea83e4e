"""Events that contradict each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from whodid.record import Actor, Count, Event, EventDate, Extent, Record, Time
from whodid.steps.checks.calendar import calendar_conflicts, told_before_happening
from whodid.steps.checks.events import count_conflicts, event_conflicts
from whodid.text import Span

TEXT = "Kor met Lund on Friday. Kor will meet Lund on Friday."
ACTORS = (Actor("person:kor", "Kor", "person", "NOR"), Actor("person:lund", "Lund", "person", "SWE"))
FRIDAY = EventDate("2024-05-10", "2024-05-10", "day", "Friday")


def _event(**changes: Any) -> Event:
    event = Event(
        id="e1", type="CONSULT", quad="verbal cooperation", status="occurred", actors=("person:kor", "person:lund"), recipients=(),
        trigger=Span(4, 7, "met"), evidence=Extent(0, 23), confidence=0.9, symmetric=True, date=FRIDAY,
    )  # fmt: skip
    return replace(event, **changes)


COMING = {"id": "e2", "status": "planned", "trigger": Span(33, 37, "meet"), "evidence": Extent(24, 53)}


def test_one_meeting_told_as_past_and_as_to_come_is_warned_of_at_the_past_one() -> None:
    record = Record(TEXT, actors=ACTORS, events=(_event(), _event(**COMING)))
    (warning,) = event_conflicts(record)
    assert warning.code == "event-conflict"
    assert TEXT[warning.start : warning.end] == "met Lund on Friday"


def test_two_meetings_on_two_days_are_no_conflict() -> None:
    monday = EventDate("2024-05-13", "2024-05-13", "day", "Monday")
    assert not list(event_conflicts(Record(TEXT, actors=ACTORS, events=(_event(), _event(**COMING, date=monday)))))


def test_meetings_of_different_parties_are_no_conflict() -> None:
    other = _event(**COMING, actors=("person:kor", "person:berg"))
    assert not list(event_conflicts(Record(TEXT, actors=ACTORS, events=(_event(), other))))


def test_what_each_does_to_the_other_is_no_conflict() -> None:
    sanctions = {"type": "SANCTION", "symmetric": False, "actors": ("person:kor",), "recipients": ("person:lund",)}
    answer = sanctions | {"actors": ("person:lund",), "recipients": ("person:kor",)}
    assert list(event_conflicts(Record(TEXT, actors=ACTORS, events=(_event(**sanctions), _event(**COMING | sanctions)))))
    assert not list(event_conflicts(Record(TEXT, actors=ACTORS, events=(_event(**sanctions), _event(**COMING | answer)))))


def test_two_numbers_of_one_thing_are_warned_of() -> None:
    first = _event(counts=(Count("killed", 12, "a dozen"),))
    second = _event(id="e2", same_as="e1", counts=(Count("killed", 15, "15"),))
    (warning,) = count_conflicts(Record(TEXT, actors=ACTORS, events=(first, second)))
    assert "15" in warning.message and "a dozen" in warning.message


def test_weekday_that_does_not_fall_on_the_date_is_warned_of() -> None:
    right = Time(0, 20, "Friday, May 10, 2024", "DATE", "2024-05-10")
    wrong = Time(0, 20, "Monday, May 10, 2024", "DATE", "2024-05-10")
    assert not list(calendar_conflicts(Record("x" * 20, times=(right,))))
    (warning,) = calendar_conflicts(Record("x" * 20, times=(wrong,)))
    assert "is a Friday" in warning.message


def test_past_event_after_the_articles_day_is_warned_of() -> None:
    record = Record(TEXT, actors=ACTORS, events=(_event(),))
    assert not list(told_before_happening(record, date(2024, 5, 11)))
    assert [warning.code for warning in told_before_happening(record, date(2024, 5, 9))] == ["date-conflict"]
