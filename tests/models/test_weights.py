"""The weights' files: whole and belonging together, or an error that names the file and the mend."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from whodid.errors import ModelError
from whodid.models import load_trust, load_weights, weights_hash
from whodid.models.weights import CARD, FOLDER, NETWORK, TOKENIZER

MEGABYTE = 1_000_000


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The weights' folder with a network of a few bytes."""
    for name in (CARD, TOKENIZER, "trust.json"):
        shutil.copy(FOLDER / name, tmp_path / name)
    (tmp_path / NETWORK).write_bytes(b"not a network")
    return tmp_path


def test_the_name_is_of_the_file_that_ships() -> None:
    assert weights_hash() == hashlib.sha256((FOLDER / NETWORK).read_bytes()).hexdigest()[:12]


def test_the_card_names_the_weights_and_their_origin() -> None:
    card = (FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert weights_hash() in card
    assert "Apache-2.0" in card
    assert "all-MiniLM-L6-v2" in (FOLDER.parents[3] / "NOTICE").read_text(encoding="utf-8")


def test_the_weights_are_small_enough_to_ship() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 30 * MEGABYTE


def test_labels_are_those_of_the_ontology() -> None:
    from whodid.ontology import load_ontology

    labels = load_weights().labels
    ontology = load_ontology()
    assert set(labels["types"]) == {*ontology.types, "NONE"}
    assert set(labels["statuses"]) == {"occurred", "ongoing", "planned", "proposed", "denied"}
    for label in labels["modes"]:
        type_, mode = label.split("/")
        assert mode == "-" or mode in ontology.type(type_).modes


@pytest.mark.parametrize("name", [CARD, NETWORK, TOKENIZER])
def test_a_missing_file_is_named(name: str, copy: Path) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}: not there; install whodid anew"):
        load_weights(copy)


def test_a_changed_file_is_named(copy: Path) -> None:
    with pytest.raises(ModelError, match=rf"{NETWORK}: sha256 \w+, expected \w+; install whodid anew"):
        load_weights(copy)


@pytest.mark.parametrize("text", ["", "[]", "{}", json.dumps({"labels": {}, "sha256": {}})])
def test_a_description_that_is_none_is_named(text: str, copy: Path) -> None:
    (copy / CARD).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=f"{CARD}: not the description of the weights"):
        load_weights(copy)


@pytest.mark.parametrize("text", ["", "{}", '{"chances": 1, "fits": [1], "sureness": [1]}'])
def test_trust_that_is_none_is_named(text: str, copy: Path) -> None:
    (copy / "trust.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="trust.json"):
        load_trust(copy)


def test_trust_weighs_both() -> None:
    trust = load_trust()
    chances = {"AID": 0.6, "REQUEST": 0.4}
    assert max(trust.weigh(chances, None, 0, 0.0).items(), key=lambda pair: pair[1])[0] == "AID"
    weighed = trust.weigh(chances, "REQUEST", 3, 0.9)
    assert weighed["REQUEST"] > weighed["AID"]
    assert sum(weighed.values()) == pytest.approx(1)
    assert trust.weigh(chances, "NONE", 3, 0.9) == trust.weigh(chances, None, 0, 0.0)
