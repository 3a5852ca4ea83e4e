"""docs/ontology.md and docs/record.md say what the data say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_pages_are_current() -> None:
    done = subprocess.run([sys.executable, ROOT / "tools/build_docs.py", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
