"""The page on accuracy takes its figures from a measurement, and leaves the rest of itself alone."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).resolve().parents[1] / "tools" / "build_accuracy.py"


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_accuracy", TOOL)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "page.md").write_text(f"before\n\n{module.START}\nold\n{module.END}\n\nafter\n", encoding="utf-8")
    monkeypatch.setattr(module, "PAGE", tmp_path / "page.md")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def test_figures_replace_figures(tool: ModuleType, tmp_path: Path) -> None:
    figure = {"name": "recall", "value": 0.5, "n": 1200, "of": "events", "detail": False}
    bins = [{"low": 0.8, "high": 1.0, "n": 40, "confidence": 0.85, "right": 0.9}]
    scores = {"sets": [{"measure": "articles", "name": "mine", "figures": [figure, {**figure, "name": "fine", "detail": True}]}],
              "reliability": [{"of": "events", "set": "articles", "bins": bins}]}  # fmt: skip
    (tmp_path / "scores.json").write_text(json.dumps(scores), encoding="utf-8")
    assert tool.main([str(tmp_path / "scores.json")]) == tool.main([str(tmp_path / "scores.json")]) == 0
    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "| articles | mine | recall | 0.500 | 1,200 events |" in page and "fine" not in page
    assert "| 0.8 to 1.0 | events | articles | 40 | 0.85 | 0.90 |" in page
    assert page.startswith("before\n") and page.endswith("\nafter\n") and "old" not in page


def test_without_a_measurement_it_says_how_to_make_one(tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main([str(tmp_path / "none.json")]) == 1
    assert "python evaluation/run.py" in capsys.readouterr().err
