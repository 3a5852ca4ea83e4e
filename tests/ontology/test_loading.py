"""The loader refuses data that cannot be right, and names file and entry."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from whodid.errors import OntologyError
from whodid.ontology import load_ontology
from whodid.ontology.loading import HERE, read_cameo, read_types, read_yaml
from whodid.ontology.ontology import check


@pytest.fixture
def types(tmp_path: Path) -> Path:
    folder = tmp_path / "types"
    shutil.copytree(HERE / "types", folder)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_type_that_plover_lacks(types: Path) -> None:
    shutil.copy(types / "AID.yaml", types / "BRIBE.yaml")
    with pytest.raises(OntologyError, match=r"^BRIBE.yaml: BRIBE is not one of PLOVER's sixteen event types"):
        read_types(types)


def test_a_type_that_is_missing(types: Path) -> None:
    (types / "AID.yaml").unlink()
    with pytest.raises(OntologyError, match=r"^AID.yaml: AID is missing"):
        read_types(types)


def test_a_type_under_another_name(types: Path) -> None:
    edit(types / "AID.yaml", "name: AID", "name: HELP")
    with pytest.raises(OntologyError, match=r'^AID.yaml: AID has the name "HELP"'):
        read_types(types)


def test_a_key_that_is_missing(types: Path) -> None:
    edit(types / "AID.yaml", "quad: ", "squad: ")
    with pytest.raises(OntologyError, match=r'^AID.yaml: AID has no "quad"'):
        read_types(types)


@pytest.mark.parametrize("score", ["11", "-10.5", "high", "true"])
def test_a_score_out_of_bounds(types: Path, score: str) -> None:
    edit(types / "ASSAULT.yaml", "score: -7.5", f"score: {score}")
    with pytest.raises(OntologyError, match=r"^ASSAULT.yaml: mode beat has the score .*; expected a number from -10 to 10"):
        read_types(types)


def test_a_mode_that_stands_twice(types: Path) -> None:
    edit(types / "ASSAULT.yaml", "  torture:", "  beat:")
    with pytest.raises(OntologyError, match=r'^ASSAULT.yaml, line \d+: "beat" stands twice'):
        read_types(types)


def test_broken_yaml(tmp_path: Path) -> None:
    (tmp_path / "contexts.yaml").write_text("contexts: {military: [", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"^contexts.yaml: not valid YAML"):
        read_yaml(tmp_path / "contexts.yaml")


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "contexts.yaml").write_text("", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"^contexts.yaml: holds no entries"):
        read_yaml(tmp_path / "contexts.yaml")


def test_a_cameo_code_that_stands_twice(tmp_path: Path) -> None:
    text = (HERE / "cameo.csv").read_text("utf-8")
    (tmp_path / "cameo.csv").write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"^cameo.csv: 2042 stands twice"):
        read_cameo(tmp_path / "cameo.csv")


def test_names_that_no_list_has() -> None:
    ontology = load_ontology()
    code = replace(ontology.cameo_codes["042"], mode="visits")
    with pytest.raises(OntologyError, match=r'^cameo.csv: 042 CONSULT: "visits" is unknown. Nearest: visit.'):
        check(replace(ontology, cameo_codes={**ontology.cameo_codes, "042": code}))
    code = replace(ontology.cameo_codes["042"], contexts=("diplomacy",))
    with pytest.raises(OntologyError, match=r'^cameo.csv: 042: "diplomacy" is unknown.'):
        check(replace(ontology, cameo_codes={**ontology.cameo_codes, "042": code}))
    aid = replace(ontology.types["AID"], quad="kindness")
    with pytest.raises(OntologyError, match=r'^AID.yaml: quad: "kindness" is unknown'):
        check(replace(ontology, types={**ontology.types, "AID": aid}))


def test_a_cameo_code_of_another_type() -> None:
    ontology = load_ontology()
    aid = replace(ontology.types["AID"], cameo=ontology.types["ASSAULT"].modes["beat"].cameo)
    with pytest.raises(OntologyError, match=r"^AID.yaml: cameo: 182 is ASSAULT in cameo.csv"):
        check(replace(ontology, types={**ontology.types, "AID": aid}))
