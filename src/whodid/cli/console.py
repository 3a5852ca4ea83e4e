"""The rich console for people: as wide as the terminal, plain in a file."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

# Where there is no terminal to ask.
PLAIN_WIDTH = 120
# Below this nothing would be shown at all.
LEAST_WIDTH = 20


def console_for(file: TextIO | None) -> Console:
    """A console on this file, or on the standard output; characters that its encoding lacks are replaced."""
    from rich import console

    class Console(console.Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would end the process here; `standard_output` does so with the right status

    stream = file or sys.stdout
    if file is None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    return Console(file=stream, width=_width(stream), highlight=False, emoji=False, markup=False)


def _width(stream: TextIO) -> int:
    told = stream.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return max(LEAST_WIDTH, shutil.get_terminal_size((PLAIN_WIDTH, 0)).columns) if told else PLAIN_WIDTH
