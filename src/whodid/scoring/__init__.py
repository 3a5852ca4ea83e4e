"""Measuring whodid against gold: files found by their content, scored by one module for each measure, every miss kept."""

from whodid.scoring.figures import Figure, Judged, Miss, Scores
from whodid.scoring.gold import Found, GoldSet, find_gold
from whodid.scoring.measures import MEASURES
from whodid.scoring.reliability import Bin, reliability
from whodid.scoring.running import Measured, measure

__all__ = [
    "MEASURES",
    "Bin",
    "Figure",
    "Found",
    "GoldSet",
    "Judged",
    "Measured",
    "Miss",
    "Scores",
    "find_gold",
    "measure",
    "reliability",
]
