"""The command line: one file for each command. Turns arguments into calls, and errors into messages and exit status.

Exit status: 0 all was coded; 1 some record failed, or whodid itself; 2 the call was wrong; 130 interrupted, 143 asked to end;
141 the reader closed the pipe.
"""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """The command `whodid`."""
    try:
        from whodid.cli.main import run
    except KeyboardInterrupt:  # before there is anything to interrupt
        sys.exit(130)
    run()
