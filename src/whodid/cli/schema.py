"""`whodid schema`: what a record may hold, for programs."""

from __future__ import annotations

import json

from whodid.cli.outputs import opened
from whodid.record import json_schema


def schema() -> None:
    """Print the JSON Schema of the record."""
    with opened(None) as out:
        out.write(json.dumps(json_schema(), indent=2, ensure_ascii=False).encode() + b"\n")
