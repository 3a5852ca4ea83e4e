"""Articles as TimeML: the text with its times tagged."""

from __future__ import annotations

from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from whodid.cli.writers import Writer
from whodid.export.cells import for_xml
from whodid.record import Record, Time


class TimeMl(Writer):
    """One `<TimeML>` document; several stand in one `<documents>`. What XML cannot hold is replaced by U+FFFD."""

    def __init__(self, out: BinaryIO, many: bool) -> None:
        super().__init__(out)
        self._many = many
        self._write('<?xml version="1.0" encoding="UTF-8"?>\n')
        if many:
            self._write("<documents>\n")

    def record(self, record: Record) -> None:
        """The article as a document."""
        self._write(document(record))

    def end(self) -> None:
        """Close the frame."""
        if self._many:
            self._write("</documents>\n")

    def _write(self, text: str) -> None:
        self.out.write(text.encode("utf-8"))


def document(record: Record) -> str:
    """The article as a `<TimeML>` element; the anchor day is `t0`."""
    day = f'<TIMEX3 tid="t0" type="DATE" value="{record.date}" functionInDocument="CREATION_TIME">{record.date}</TIMEX3>'
    lines = [
        "<TimeML>",
        f"<DOCID>{_escaped(record.id)}</DOCID>",
        *([f"<DCT>{day}</DCT>"] if record.date else []),
        *([f"<TITLE>{_escaped(record.title)}</TITLE>"] if record.title else []),
        f"<TEXT>{tagged(record)}</TEXT>",
        "</TimeML>",
    ]
    return "\n".join(lines) + "\n"


def tagged(record: Record) -> str:
    """The text with `<TIMEX3>` tags, escaped."""
    parts, at = [], 0
    for number, time in enumerate(record.times, 1):
        parts += [_escaped(record.text[at : time.start]), _tag(number, time)]
        at = time.end
    return "".join([*parts, _escaped(record.text[at:])])


def _tag(number: int, time: Time) -> str:
    given = (("tid", f"t{number}"), ("type", time.type), ("value", time.value), ("mod", time.mod))
    attributes = " ".join(f"{name}={quoteattr(value)}" for name, value in given if value)
    return f"<TIMEX3 {attributes}>{_escaped(time.text)}</TIMEX3>"


def _escaped(text: str) -> str:
    # A bare carriage return would be read back as a line feed.
    return escape(for_xml(text), {"\r": "&#13;"})
