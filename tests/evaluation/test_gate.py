"""The gate: a figure below its floor fails; floors rise when asked to, and fall only with a reason."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "evaluation"
NAME = "events / mine / precision"
Gate = Callable[..., int]


@pytest.fixture(scope="module")
def module() -> Iterator[ModuleType]:
    path = list(sys.path)
    spec = importlib.util.spec_from_file_location("gate", FOLDER / "gate.py")
    assert spec and spec.loader
    gate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(gate)
    yield gate
    sys.path[:] = path


@pytest.fixture
def gate(module: ModuleType, tmp_path: Path) -> Gate:
    """Run the gate on a floor of 0.8 (or what is given) and a figure."""

    def run(figure: float | None, *arguments: str, floors: dict[str, Any] | None = None, n: int = 100) -> int:
        known = {"watched": [NAME], "floors": {NAME: {"floor": 0.8, "highest": 0.8}}, "lowered": []}
        (tmp_path / "floors.yaml").write_text(yaml.safe_dump(floors or known), encoding="utf-8")
        figures = [] if figure is None else [{"name": "precision", "value": figure, "n": n}]
        sets = [{"measure": "events", "name": "mine", "figures": figures}]
        (tmp_path / "scores.json").write_text(json.dumps({"sets": sets}), encoding="utf-8")
        given = ["--floors", str(tmp_path / "floors.yaml"), "--scores", str(tmp_path / "scores.json"), *arguments]
        status: int = module.main(given)
        return status

    return run


def written(tmp_path: Path) -> Any:
    return yaml.safe_load((tmp_path / "floors.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("figure", "status"), [(0.85, 0), (0.8, 0), (0.799, 1), (None, 1)])
def test_a_figure_below_its_floor_fails_and_so_does_one_that_is_gone(gate: Gate, figure: float | None, status: int) -> None:
    assert gate(figure) == status


def test_what_fails_is_named(gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    gate(0.7)
    assert capsys.readouterr().out.splitlines() == [f"BELOW  {NAME}: 0.7000 on 100, floor 0.8", "0 of 1 floors hold"]


def test_comparing_changes_nothing(gate: Gate, tmp_path: Path) -> None:
    gate(0.95)
    assert written(tmp_path)["floors"][NAME]["floor"] == 0.8


def test_raising_leaves_a_margin_of_one_item(gate: Gate, tmp_path: Path) -> None:
    assert gate(0.9, "--raise", n=50) == 0
    assert written(tmp_path)["floors"][NAME] == {"floor": 0.88, "highest": 0.88}


def test_raising_lowers_nothing_and_still_fails(gate: Gate, tmp_path: Path) -> None:
    assert gate(0.7, "--raise") == 1
    assert written(tmp_path)["floors"][NAME]["floor"] == 0.8


def test_a_watched_figure_gets_its_first_floor_by_raising(gate: Gate, tmp_path: Path) -> None:
    assert gate(0.9, "--raise", floors={"watched": [NAME], "floors": {}, "lowered": []}, n=1000) == 0
    assert written(tmp_path)["floors"][NAME]["floor"] == 0.895


def test_lowering_wants_a_reason(gate: Gate, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate(0.7, "--lower", NAME) == 2
    assert gate(0.7, "--lower", NAME, "--because", "  ") == 2
    assert '--because "…"' in capsys.readouterr().err
    assert written(tmp_path)["floors"][NAME]["floor"] == 0.8


def test_a_lowered_floor_keeps_its_reason(gate: Gate, tmp_path: Path) -> None:
    assert gate(0.7, "--lower", NAME, "--because", "the gold was mended") == 0
    kept = written(tmp_path)
    assert kept["floors"][NAME] == {"floor": 0.69, "highest": 0.8}
    assert kept["lowered"] == [{"name": NAME, "from": 0.8, "to": 0.69, "because": "the gold was mended"}]
    assert gate(0.7, floors=kept) == 0


@pytest.mark.parametrize(("figure", "name"), [(0.9, NAME), (0.7, "events / mine / recall"), (None, NAME)])
def test_a_floor_that_holds_or_is_none_is_not_lowered(gate: Gate, figure: float | None, name: str) -> None:
    assert gate(figure, "--lower", name, "--because", "so") == 2


def test_a_floor_lowered_by_hand_is_refused(gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    quiet = {"watched": [NAME], "floors": {NAME: {"floor": 0.6, "highest": 0.8}}, "lowered": []}
    assert gate(0.7, floors=quiet) == 2
    assert "without a reason" in capsys.readouterr().err


def test_a_reason_without_a_name_is_refused(gate: Gate) -> None:
    assert gate(0.9, "--because", "so") == 2


def test_without_the_data_nothing_is_measured_and_nothing_fails(
    module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module.run, "SHARED", tmp_path / "nowhere")
    assert module.main([]) == 0
    assert "not measured" in capsys.readouterr().out


def test_the_floors_of_the_project_are_whole(module: ModuleType) -> None:
    floors = yaml.safe_load((FOLDER / "floors.yaml").read_text(encoding="utf-8"))
    module.check_whole(floors)
    assert set(floors["floors"]) <= set(floors["watched"])
