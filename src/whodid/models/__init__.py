"""Trained weights: where they lie, loading them once, judging all marked sentences of an article at a time."""

from whodid.models.judging import Judgement, judge
from whodid.models.marking import Marked
from whodid.models.trust import Trust, load_trust
from whodid.models.weights import load_weights, weights_hash

__all__ = ["Judgement", "Marked", "Trust", "judge", "load_trust", "load_weights", "weights_hash"]
