"""What made a record, so that it can be told from what another version makes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whodid.store import CoderId
from whodid.version import __version__

ROOT = Path(__file__).parent.parent
# What an expert may correct without touching code, and the numbers that steps have learnt.
DATA = ("knowledge", "ontology", "lexicon", "steps")
WEIGHTS = "models"
# What makes records; rooms that only read, keep or show them may change without a record changing.
PROGRAM = ("*.py", "steps/**/*.py", "reading/**/*.py", "knowledge/**/*.py", "ontology/**/*.py", "lexicon/**/*.py", "models/**/*.py")
_NO_DATA = (".py", ".pyc", ".pyi")


def identity_of(coder: Any, own: Path | None) -> CoderId:
    """The versions behind a coder; `own` is the file of the user's own entries."""
    program = _hash(sorted({path for pattern in PROGRAM for path in ROOT.glob(pattern)}))
    parser = str(getattr(getattr(coder, "parser", None), "name", ""))
    knowledge = [path for name in DATA for path in _data(ROOT / name)]
    # Weights that do not weigh events change nothing in a record.
    weights = list(_data(ROOT / WEIGHTS)) if getattr(coder, "weights", None) else []
    version = f"{__version__}+{program[:8]}"
    return CoderId(version, _hash([*knowledge, *([own] if own else [])]), parser, _hash(weights) if weights else None)


def _data(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in _NO_DATA)


def _hash(files: Iterable[Path]) -> str:
    """One hash for the names and contents of these files."""
    digest = hashlib.sha256()
    for file in files:
        name = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else "own"
        data = file.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:16]
