"""Write the golden exports anew. Read the difference (git diff tests/export/golden) before you commit it.

python tests/export/accept.py
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import builders  # noqa: E402
from stores import records_of, second  # noqa: E402
from whodid.export.formats import FORMATS, Export  # noqa: E402

GOLDEN = HERE / "golden"
# CAMEO codes for the events that have none in the record made by hand.
CODES = {"e2": "080", "e3": "190", "e5": "141", "e6": "173", "e7": "057"}


def exported() -> dict[str, bytes]:
    """The export of two articles in each text format, by file name."""
    from dataclasses import replace

    articles = [builders.record(), second()]
    coded = [
        replace(record, events=tuple(replace(event, cameo=event.cameo or CODES.get(event.id)) for event in record.events))
        for record in articles
    ]
    files: dict[str, bytes] = {}
    for name in FORMATS:
        if name != "parquet":
            out, beside = io.BytesIO(), io.BytesIO()
            Export(FORMATS[name], records_of(*coded)).write(out, beside=beside if name == "gdelt" else None)
            files[name] = out.getvalue()
            if name == "gdelt":
                files["gdelt-mentions"] = beside.getvalue()
    return files


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for name, content in exported().items():
        (GOLDEN / f"{name}.txt").write_bytes(content)


if __name__ == "__main__":
    main()
