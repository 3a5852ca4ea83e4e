"""Calibration: scores become shares that are right."""

from __future__ import annotations

import json

import pytest

import builders
from whodid.calibration import Calibration, fit_calibration
from whodid.steps.events.confidence import calibrated, doubts_of, load_calibration


def test_a_score_becomes_the_share_that_is_right() -> None:
    scores = [0.9] * 100 + [0.5] * 100
    right = [1.0] * 80 + [0.0] * 20 + [1.0] * 60 + [0.0] * 40
    calibration = fit_calibration(scores, right)
    assert calibration.of(0.9) == pytest.approx(0.8, abs=0.01)
    assert calibration.of(0.5) == pytest.approx(0.6, abs=0.01)
    assert calibration.of(0.5) < calibration.of(0.7) < calibration.of(0.9)


def test_a_doubt_counts_what_it_costs() -> None:
    right = [1.0] * 90 + [0.0] * 10 + [1.0] * 50 + [0.0] * 50
    calibration = fit_calibration([0.8] * 200, right, [()] * 100 + [("lonely",)] * 100)
    assert calibration.of(0.8) == pytest.approx(0.88, abs=0.03)
    assert calibration.of(0.8, ["lonely"]) == pytest.approx(0.52, abs=0.03)
    assert calibration.of(0.8, ["unknown"]) == calibration.of(0.8)


@pytest.mark.parametrize("score", [0.0, 1.0, -1.0, 2.0])
def test_any_score_gives_a_chance(score: float) -> None:
    assert 0 < Calibration(0.5, 2.0, {}).of(score) < 1


def test_none_leaves_scores_as_they_are() -> None:
    assert [Calibration.none().of(score) for score in (0.2, 0.85)] == pytest.approx([0.2, 0.85])


def test_all_right_is_no_fault() -> None:
    assert fit_calibration([0.9, 0.8], [1, 1]).of(0.9) > 0.9


@pytest.mark.parametrize("given", [([], [], []), ([0.5], [], []), ([0.5], [1], [(), ()])])
def test_what_does_not_fit_together_is_refused(given: tuple[list[float], list[float], list[tuple[str, ...]]]) -> None:
    with pytest.raises(ValueError, match="expected as many of each"):
        fit_calibration(*given)


def test_it_is_kept_as_numbers_to_read() -> None:
    calibration = Calibration(0.5, 0.75, {"lonely": -1.5})
    assert Calibration.from_dict(json.loads(json.dumps(calibration.to_dict()))) == calibration
    with pytest.raises(ValueError, match='"base" and "slope"'):
        Calibration.from_dict({"base": "x", "slope": 1, "doubts": {}})


def test_an_event_that_lacks_a_side_is_less_sure() -> None:
    record = builders.record()
    whole, lacking = record.events[2], record.events[5]
    assert (doubts_of(whole), doubts_of(lacking), doubts_of(record.events[0])) == ((), ("no-recipient",), ())
    sure, doubtful = calibrated([whole, lacking], load_calibration())
    assert sure.confidence > doubtful.confidence


def test_the_numbers_of_the_project_mean_something() -> None:
    calibration = load_calibration()
    assert calibration.slope > 0
    assert set(calibration.doubts) <= {"no-actor", "no-recipient", "one-party"}
