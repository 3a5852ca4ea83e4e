"""What the ontology says, and that its lists fit each other."""

from __future__ import annotations

from typing import get_args

import pytest

from whodid import record
from whodid.errors import OntologyError
from whodid.ontology import load_ontology

ONTOLOGY = load_ontology()


def test_the_lists_are_those_of_the_record() -> None:
    assert set(ONTOLOGY.types) == set(get_args(record.EventType))
    assert tuple(ONTOLOGY.statuses) == get_args(record.Status)
    assert tuple(ONTOLOGY.quads) == get_args(record.Quad)


def test_the_lists_are_complete() -> None:
    modes = [mode for type in ONTOLOGY.types.values() for mode in type.modes.values()]
    assert (len(ONTOLOGY.types), len(modes), len(ONTOLOGY.contexts), len(ONTOLOGY.cameo_codes)) == (16, 67, 37, 318)


def test_consult_has_four_modes_and_can_be_symmetric() -> None:
    consult = ONTOLOGY.types["CONSULT"]
    assert list(consult.modes) == ["visit", "third-party", "multilateral", "phone"]
    assert consult.symmetric and not consult.requires_recipient
    assert ONTOLOGY.quad("CONSULT") == "verbal cooperation"


@pytest.mark.parametrize(
    ("type", "mode", "score"),
    [
        ("ASSAULT", "beat", -7.5),
        ("ASSAULT", None, -9),
        ("CONSULT", "third-party", 1),
        ("PROTEST", "vandalize", -5),
        ("ACCUSE", None, -3),
    ],
)
def test_intensity_is_the_modes_score_else_the_types(type: str, mode: str | None, score: float) -> None:
    assert ONTOLOGY.intensity(type, mode) == score


@pytest.mark.parametrize(
    ("type", "mode", "contexts", "code"),
    [
        ("CONSULT", None, [], "040"),
        ("CONSULT", None, ["diplomatic"], "040"),
        ("CONSULT", "visit", ["diplomatic"], "042"),
        ("CONSULT", "third-party", ["diplomatic"], "044"),
        ("CONSULT", "phone", [], "041"),
        ("SUPPORT", None, ["diplomatic"], "050"),
        ("AID", None, ["military", "economic"], "072"),
        ("AID", None, ["health"], "070"),
        ("SANCTION", "discontinue", ["economic"], "163"),
        ("ASSAULT", None, ["military"], "190"),
        ("ASSAULT", "suicide-attack", ["terrorism"], "1831"),
        ("PROTEST", "demo", ["rights_freedoms"], "1413"),
        ("RETREAT", None, [], "08"),
        ("REQUEST", "assist", ["economic"], "1011"),
    ],
)
def test_the_cameo_code_says_no_more_than_is_known(type: str, mode: str | None, contexts: list[str], code: str) -> None:
    assert ONTOLOGY.cameo_for(type, mode, contexts) == code


def test_every_choice_is_a_code_of_its_type() -> None:
    for type in ONTOLOGY.types.values():
        for mode in (None, *type.modes):
            for context in (None, *ONTOLOGY.contexts):
                code = ONTOLOGY.cameo(ONTOLOGY.cameo_for(type.name, mode, [context] if context else []))
                assert code.type == type.name or code.code in type.roots
                assert ONTOLOGY.goldstein(code.code) is not None


def test_goldstein_falls_back_to_icews_and_then_to_the_parent() -> None:
    assert ONTOLOGY.goldstein("016") == -2
    assert ONTOLOGY.goldstein("1213") == -4
    assert ONTOLOGY.goldstein("1952") == ONTOLOGY.goldstein("195") == -10


def test_a_retired_mode_gives_its_successor() -> None:
    assert ONTOLOGY.mode("COERCE", "ban").name == "restrict"
    with pytest.raises(OntologyError, match='No mode "cleansing" under ASSAULT'):
        ONTOLOGY.mode("ASSAULT", "cleansing")


@pytest.mark.parametrize(
    ("type", "status", "plover"),
    [
        ("CONSULT", "planned", "AGREE"),
        ("RETREAT", "planned", "CONCEDE"),
        ("ASSAULT", "planned", "ASSAULT"),
        ("CONSULT", "proposed", "CONSULT"),
    ],
)
def test_plover_folds_the_future(type: str, status: str, plover: str) -> None:
    assert ONTOLOGY.as_plover(type, status) == plover


def test_an_unknown_type_offers_the_nearest() -> None:
    with pytest.raises(OntologyError) as error:
        ONTOLOGY.quad("ATTACK")
    assert str(error.value) == 'No event type "ATTACK" in PLOVER. Nearest: ASSAULT. All sixteen: whodid explain types'


def test_an_unknown_cameo_code_is_an_error() -> None:
    with pytest.raises(OntologyError, match='No CAMEO code "9999"'):
        ONTOLOGY.goldstein("9999")
