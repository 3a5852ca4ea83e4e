"""What does not fit: the text against itself, the calendar, and what is known of its actors."""

from whodid.steps.checks.checking import check

__all__ = ["check"]
