"""When: time expressions and their TIMEX3 values."""

from whodid.steps.times.finding import find_times

__all__ = ["find_times"]
