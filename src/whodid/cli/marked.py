"""JSON lines with a text and two marked parties, for `whodid classify`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from whodid.cli.inputs import open_input, spoken
from whodid.errors import InputError
from whodid.reading import Failure, read_objects, text_of
from whodid.reading.sources import MOST_CHARACTERS, Place, Source

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
    """One marked sentence or failure for each line of the file, in order; a failure too where it cannot be read on.

    Raises:
        InputError: Where the file is missing, a folder or empty.
    """
    number = 0
    with open_input(file) as stream:
        lines = Source(stream, Place(spoken(file), file)).lines()
        try:
            for item in read_objects(lines, _marked, spoken(file)):
                number += 1
                yield item
        except InputError as error:
            if not number:
                raise
            yield Failure(None, number + 1, error)


def _marked(fields: dict[str, Any], id: str, where: str) -> MarkedSentence:
    text = text_of(fields, where)
    if len(text) > MOST_CHARACTERS:
        message = f'{where}: "text" has {len(text):,} characters; expected a sentence or a paragraph, and at most {MOST_CHARACTERS:,}'
        raise InputError(message, code="too-large")
    return MarkedSentence(id, (text, _offsets(fields, "source", text, where), _offsets(fields, "target", text, where)))


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
