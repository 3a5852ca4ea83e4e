"""JSON lines with a text and two marked parties, for `whodid classify`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from whodid.cli.inputs import open_input, spoken
from whodid.errors import InputError
from whodid.reading import Failure

Offsets = tuple[int, int] | None


class LinesFormat(StrEnum):
    """What the file is: one object a line."""

    jsonl = "jsonl"


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A text with the offsets of who does and to whom; None for a party that is not in it."""

    id: str
    marked: tuple[str, Offsets, Offsets]


def read_marked(file: str) -> Iterator[MarkedSentence | Failure]:
    """One marked sentence or failure for each line of the file, in order.

    Raises:
        InputError: Where the file is missing, a folder or empty.
    """
    number = 0
    with open_input(file) as stream:
        for number, line in enumerate(stream, 1):
            yield _read(line, number, f"{spoken(file)}, line {number}")
    if number == 0:
        raise InputError(f"{spoken(file)}: is empty; expected one JSON object a line", code="empty")


def _read(line: bytes, number: int, where: str) -> MarkedSentence | Failure:
    id = None
    try:
        fields = _fields(line, where)
        id = fields.get("id")
        if not isinstance(id, str) or not id.strip():
            id = None
            raise InputError(f'{where}: has no "id" that is a text; expected one', code="no-id")
        text = fields.get("text")
        if not isinstance(text, str) or not text.strip():
            raise InputError(f'{where}: has no "text"; expected the words to classify', code="no-text")
        return MarkedSentence(id, (text, _offsets(fields, "source", text, where), _offsets(fields, "target", text, where)))
    except InputError as error:
        return Failure(id, number, error)


def _fields(line: bytes, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: byte {error.start} of the line is not UTF-8; expected UTF-8", code="encoding") from None
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep, or a number too long"
        raise InputError(f"{where}: not JSON ({reason}); expected one object on the line", code="not-json") from None
    if not isinstance(fields, dict):
        raise InputError(f'{where}: is no object; expected one with "id", "text", "source" and "target"', code="not-an-object")
    return fields


def _offsets(fields: dict[str, Any], key: str, text: str, where: str) -> Offsets:
    value = fields.get(key)
    if value is None:
        return None
    if isinstance(value, list) and len(value) == 2 and all(type(offset) is int for offset in value):
        start, end = value
        if 0 <= start < end <= len(text):
            return start, end
    message = f'{where}: "{key}" is {json.dumps(value)[:60]}; expected [start, end] within the text\'s {len(text)} characters, or null'
    raise InputError(message, code="offsets")
