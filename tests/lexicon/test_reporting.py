"""The reporting verbs: what they do and what they take."""

from __future__ import annotations

import pytest

from whodid.lexicon import reporting
from whodid.lexicon.reporting import load_reporting_verbs


@pytest.mark.parametrize(
    ("lemma", "act"),
    [("say", "asserts"), ("deny", "denies"), ("ask", "asks"), ("threaten", "threatens"), ("praise", "praises"), ("believe", "believes")],
)
def test_a_verb_tells_what_saying_it_does(lemma: str, act: str) -> None:
    assert load_reporting_verbs().act(lemma) == act


def test_other_verbs_do_nothing() -> None:
    assert load_reporting_verbs().act("walk") is None


def test_beliefs_are_not_speech() -> None:
    verbs = load_reporting_verbs().verbs

    assert verbs["say"].is_speech
    assert not verbs["think"].is_speech


def test_particles_make_a_verb_of_their_own() -> None:
    assert "order" in load_reporting_verbs().particles["call", "on"].takes


def test_a_wrong_word_is_named_with_its_place() -> None:
    with pytest.raises(ValueError, match='line 7: "shouts"; expected one of'):
        reporting._known("shouts", reporting.ACTS, "lexicon/en/reporting_verbs.txt, line 7")
