"""What lies ahead, by PLOVER's rule for types and CAMEO's codes for intents and threats."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders
from stores import told
from whodid.export.coding import cameo_code, day_said_or_done, is_folded, mark, plover_type
from whodid.export.tables import intents
from whodid.ontology import load_ontology


def event(type: str, status: str, cameo: str | None = None):
    return replace(builders.record().events[0], type=type, status=status, cameo=cameo)


@pytest.mark.parametrize(
    ("type", "folded"), [("CONSULT", "AGREE"), ("SUPPORT", "AGREE"), ("COOPERATE", "AGREE"), ("AID", "AGREE"), ("RETREAT", "CONCEDE")]
)
def test_planned_cooperation_is_agree_and_a_planned_retreat_concede(type, folded):
    assert plover_type(event(type, "planned")) == folded
    assert is_folded(event(type, "planned"))
    assert mark(event(type, "planned")) is None
    assert plover_type(event(type, "occurred")) == type


@pytest.mark.parametrize("type", ["AGREE", "CONCEDE"])
def test_a_planned_promise_or_concession_is_one(type):
    assert plover_type(event(type, "planned")) == type
    assert is_folded(event(type, "planned"))


@pytest.mark.parametrize(
    ("type", "status", "expected"),
    [("ASSAULT", "planned", "future"), ("AID", "proposed", "hypothetical"), ("ASSAULT", "denied", "negation"), ("AID", "occurred", None)],
)
def test_what_plover_does_not_fold_has_its_mark(type, status, expected):
    assert not is_folded(event(type, status))
    assert mark(event(type, status)) == expected


@pytest.mark.parametrize(
    ("code", "status", "expected"),
    [
        ("042", "occurred", "042"), ("190", "ongoing", "190"), ("042", "planned", "036"), ("0711", "planned", "0331"),
        ("0874", "planned", "0356"), ("163", "planned", "1312"), ("145", "planned", "133"), ("195", "planned", "1384"),
        ("036", "planned", "036"), ("138", "planned", None), ("112", "planned", None), ("190", "proposed", None), ("190", "denied", None),
        (None, "occurred", None),
    ],
)  # fmt: skip
def test_the_cameo_code_of_what_is_planned_is_that_of_meaning_or_threatening_it(code, status, expected):
    assert cameo_code(event("CONSULT", status, code)) == expected


def test_the_day_of_a_promise_is_that_on_which_it_was_made():
    assert day_said_or_done(told(builders.record(), "e7")) == "2026-03-04"
    assert day_said_or_done(told(builders.record(), "e3")) == "2026-03-02"


def test_every_intent_is_a_code_and_keeps_to_its_side():
    codes = load_ontology().cameo_codes
    for deed, intent in intents().items():
        assert intent in codes and any(code.startswith(deed) for code in codes)
        assert intent[:2] == ("03" if int(deed[:2]) < 9 else "13")
