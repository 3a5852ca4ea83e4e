"""Bytes to text: by what is declared (byte order mark, HTTP header, meta), then by what the bytes look like."""

from __future__ import annotations

import codecs
import re

from whodid.errors import InputError
from whodid.reading.plain import decode

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Of text in a one-byte encoding these stay unused; bytes that give many of them are no text.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_SHORTEST_GUESS = 32


def decode_markup(data: bytes, declared: str | None = None) -> str:
    """A page or feed as text, in the encoding of its byte order mark, else as declared, else as detected; never fails.

    Bytes that do not fit become U+FFFD: one broken character does not lose the page.

    Args:
        declared: What the HTTP header says, which goes before what the page says of itself.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")  # Text that is UTF-8 to the last byte is UTF-8, whatever it declares.
    except UnicodeDecodeError:
        pass
    for said in (declared, _named(_META, data), _named(_XML, data), detected(data)):
        if said and (known := _known(said)) and known not in ("utf-16-le", "utf-16-be", "utf-16"):
            return data.decode(known, "replace")
    return data.decode("utf-8", "replace")


def decode_plain(data: bytes, name: str) -> str:
    """A plain text as text: UTF-8, marked UTF-16, else the encoding that its bytes look like.

    Raises:
        InputError: Where it is empty or binary, or too short to tell in which encoding it is.
    """
    try:
        return decode(data, name)
    except InputError as error:
        if error.code != "encoding" or (text := _detected_text(data)) is None:
            raise
        return text


def detected(data: bytes) -> str | None:
    """The encoding that the bytes look like, as Python names it; None where they look like none."""
    from resiliparse.parse.encoding import detect_encoding

    found = detect_encoding(data[:_SAMPLE])
    return _known(found) if found else None


def _detected_text(data: bytes) -> str | None:
    if len(data) < _SHORTEST_GUESS or not (encoding := detected(data)):
        return None
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS.search(text) or not text.strip() else text


def _named(pattern: re.Pattern[bytes], data: bytes) -> str | None:
    match = pattern.search(data[:_HEAD])
    return match[1].decode("ascii") if match else None


def _known(encoding: str) -> str | None:
    """The encoding as browsers read its name ("iso-8859-1" is Windows-1252), if Python has it."""
    from resiliparse.parse.encoding import map_encoding_to_html5

    try:
        return codecs.lookup(map_encoding_to_html5(encoding, False) or encoding).name
    except (LookupError, ValueError, TypeError):
        return None
