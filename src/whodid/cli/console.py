"""The rich console for people: as wide as the terminal, plain in a file."""

from __future__ import annotations

import os
import re
import shutil
import sys
from typing import TYPE_CHECKING, Any, TextIO, cast

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
    seen = stream if stream.isatty() else cast("TextIO", _Trimmed(stream))
    return Console(file=seen, width=_width(stream), highlight=False, emoji=False, markup=False)


class _Trimmed:
    """A file whose lines do not end in the blanks with which tables are filled up."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        return self._file.write(re.sub(r" +$", "", text, flags=re.MULTILINE))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _width(stream: TextIO) -> int:
    told = stream.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return max(LEAST_WIDTH, shutil.get_terminal_size((PLAIN_WIDTH, 0)).columns) if told else PLAIN_WIDTH
