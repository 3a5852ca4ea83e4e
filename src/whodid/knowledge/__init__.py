"""The world as dated data: states, persons in office, organizations and who belongs to them, with a loader that checks it."""

from whodid.knowledge.dates import covers
from whodid.knowledge.entries import (
    INTERNATIONAL,
    LEADERS,
    LEADING_ROLES,
    ROLES,
    Entry,
    Membership,
    Name,
    NameKind,
    Office,
    Organization,
    Person,
    State,
    Tenure,
)
from whodid.knowledge.names import normalise, plain
from whodid.knowledge.world import Knowledge, load_knowledge, problems_of, read_knowledge

__all__ = [
    "INTERNATIONAL",
    "LEADERS",
    "LEADING_ROLES",
    "ROLES",
    "Entry",
    "Knowledge",
    "Membership",
    "Name",
    "NameKind",
    "Office",
    "Organization",
    "Person",
    "State",
    "Tenure",
    "covers",
    "load_knowledge",
    "normalise",
    "plain",
    "problems_of",
    "read_knowledge",
]
