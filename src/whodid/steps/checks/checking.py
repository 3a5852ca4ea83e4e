"""All checks of a finished record, in text order."""

from __future__ import annotations

from datetime import date as Date

from whodid.cast import Cast
from whodid.knowledge import Knowledge
from whodid.record import Record, TextWarning
from whodid.steps.checks.calendar import calendar_conflicts, near_weekday_conflicts, told_before_happening
from whodid.steps.checks.events import count_conflicts, day_conflicts, event_conflicts
from whodid.steps.checks.marks import unbalanced_quotations
from whodid.steps.checks.names import joined_names, name_conflicts, relation_conflicts
from whodid.steps.checks.places import dateline_conflicts, place_conflicts


def check(record: Record, cast: Cast, knowledge: Knowledge, anchor: Date | None) -> tuple[TextWarning, ...]:
    """Where the record's text contradicts itself, the calendar, or what is known of its actors on the anchor day."""
    found = {
        *name_conflicts(record, cast),
        *joined_names(record),
        *relation_conflicts(record, knowledge, anchor),
        *event_conflicts(record),
        *count_conflicts(record),
        *day_conflicts(record),
        *calendar_conflicts(record),
        *near_weekday_conflicts(record, anchor),
        *place_conflicts(record),
        *dateline_conflicts(record),
        *told_before_happening(record, anchor),
        *unbalanced_quotations(record),
    }
    return tuple(sorted(found, key=lambda warning: (warning.start, warning.end, warning.code, warning.message)))
