"""Exit status, and messages on standard error."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from whodid.errors import WhodidError
from whodid.reading import Failure
from whodid.record import SCHEMA

SOME_FAILED = 1
WRONG_CALL = 2
INTERRUPTED = 130
CLOSED_PIPE = 141

# Controls that would steer the terminal, and marks that would turn the order of what is read.
_UNSEEN = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)) if code != 0x0A}


class WrongCall(Exception):
    """A call that cannot be carried out as it was given: exit status 2."""


def visible(text: str) -> str:
    """The text with tabs as spaces and control characters made harmless, for a terminal."""
    return text.replace("\t", " ").translate(_UNSEEN)


def say(message: str) -> None:
    """One line on standard error; what the terminal cannot show is replaced, and a closed one is no error."""
    try:
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(visible(message).encode(encoding, "replace").decode(encoding) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        pass


def error_line(id: str | None, error: WhodidError) -> dict[str, Any]:
    """What stands in place of a record that could not be made."""
    return {"schema": SCHEMA, "id": id, "error": {"code": error.code, "message": str(error)}}


def say_skipped(skipped: Mapping[str, int]) -> None:
    """What was passed over, by reason, as one line on standard error; nothing where nothing was."""
    if skipped:
        reasons = sorted(skipped.items(), key=lambda pair: (-pair[1], pair[0]))
        say(f"whodid: passed over {sum(skipped.values()):,}: " + ", ".join(f"{count:,} {reason}" for reason, count in reasons))


def say_failure(failure: Failure) -> None:
    """A failure on standard error."""
    say(f"whodid: {failure.error}")


def several(number: int, name: str) -> str:
    """The number with its noun: "1 row", "1,200 rows"."""
    if number == 1:
        return f"1 {name}"
    return f"{number:,} {name[:-1] + 'ies' if name.endswith('y') else name + 's'}"
