"""Imports go one way, and the public names are exactly these."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import whodid

SOURCE = Path(whodid.__file__).parent
# A room may import from rooms of a lower layer, and from itself.
LAYERS = {
    "errors": 0, "version": 0, "calibration": 0, "text": 1, "article": 2, "record": 2, "cast": 3,
    "lexicon": 4, "ontology": 4, "knowledge": 4, "models": 4,
    "steps.parsing": 5, "steps.actors": 5, "steps.times": 5, "steps.places": 5, "steps.quotes": 5, "steps.events": 5, "steps.relations": 5,
    "steps.checks": 5, "reading": 5, "report": 5,
    "incidents": 5, "coder": 6, "store": 6, "batch": 7, "export": 7, "scoring": 8, "cli": 9, "__main__": 10,
}  # fmt: skip
PUBLIC = {
    "Article", "Coder", "InputError", "KnowledgeError", "ModelError", "OntologyError", "Record", "WhodidError", "__version__", "classify",
    "code",
}  # fmt: skip


def room(module: str) -> str:
    """The room of `whodid.steps.times.values` is `steps.times`, that of `whodid.coder` is `coder`; that of `whodid` is empty."""
    parts = module.split(".")[1:]
    return ".".join(parts[:2] if parts[:1] == ["steps"] else parts[:1])


def imports() -> Iterator[tuple[str, str]]:
    """All pairs of rooms of which the first imports from the second, those inside functions too."""
    for file in sorted(SOURCE.rglob("*.py")):
        own = ".".join(("whodid", *file.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "whodid":
                outer = node.module in ("whodid", "whodid.steps")
                targets = [f"{node.module}.{alias.name}" for alias in node.names] if outer else [node.module]
                yield from ((room(own), room(target)) for target in targets)
            elif isinstance(node, ast.Import):
                yield from ((room(own), room(alias.name)) for alias in node.names if alias.name.split(".")[0] == "whodid")


def test_imports_go_one_way() -> None:
    wrong = {
        f"{importer} imports {imported}"
        for importer, imported in imports()
        if importer not in ("", imported, "steps") and LAYERS[imported] >= LAYERS[importer]
    }
    assert not wrong


def test_no_step_imports_another() -> None:
    assert not {pair for pair in imports() if pair[0].startswith("steps.") and pair[1].startswith("steps") and pair[0] != pair[1]}


def test_only_parsing_knows_the_parser() -> None:
    users = {
        str(file.relative_to(SOURCE))
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("spacy", "thinc"))
        or (isinstance(node, ast.Import) and node.names[0].name.split(".")[0] in ("spacy", "thinc"))
    }
    assert users == {"steps/parsing/parser.py"}


def test_public_names() -> None:
    assert set(whodid.__all__) == PUBLIC
    assert all(hasattr(whodid, name) for name in PUBLIC)


@pytest.mark.parametrize("module", ["whodid", "whodid.cli"])
def test_importing_loads_no_model(module: str) -> None:
    heavy = "{'spacy', 'numpy', 'pydantic', 'thinc', 'duckdb'}"
    code = f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
