"""Did what to whom: triggers, type and mode, parties, status, date, place, attribution."""

from whodid.steps.events.classify import Classification, classify_sentence
from whodid.steps.events.coding import find_events
from whodid.steps.events.confidence import calibrated, load_calibration
from whodid.steps.events.territory import lands_of, taking_part
from whodid.steps.events.weighing import weighed

__all__ = ["Classification", "calibrated", "classify_sentence", "find_events", "lands_of", "load_calibration", "taking_part", "weighed"]
