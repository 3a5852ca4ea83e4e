"""Puts the real table of the sample article into README.md: python tools/build_readme.py [--check]."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "README.md"
CALL = ("code", "samples/summit.txt", "--date", "2023-07-11")
TABLE = re.compile(rf"(`whodid {re.escape(' '.join(CALL))}`.*?\n```text\n).*?(\n```\n)", re.DOTALL)


def page() -> str:
    """The README with the table as whodid prints it now, 100 columns wide."""
    command = [sys.executable, "-m", "whodid", *CALL]
    environment = {**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    printed = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout.decode()
    table = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    return TABLE.sub(lambda match: match[1] + table + match[2], PAGE.read_text(encoding="utf-8"))


def main(arguments: Sequence[str]) -> int:
    """Write the README, or with --check only say whether its table is out of date (exit status 1)."""
    new = page()
    if new == PAGE.read_text(encoding="utf-8"):
        return 0
    if "--check" in arguments:
        print("the table in README.md is out of date; run: python tools/build_readme.py", file=sys.stderr)
        return 1
    PAGE.write_text(new, encoding="utf-8")
    print("wrote README.md")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
