"""Plain text files: bytes become text, or an error that says which byte is wrong and how to mend it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from whodid.errors import InputError
from whodid.reading.signatures import refuse_unread

# How Python holds bytes of file names that are no UTF-8.
_BYTES = re.compile("[\udc80-\udcff]")


def read_file(path: Path) -> bytes:
    """The file's bytes. Raises InputError where it is missing, a folder or not readable."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise cannot_open(path, error) from None


def spelled(name: str) -> str:
    """A file's name as UTF-8 can hold it, for ids and messages: bytes that are no UTF-8 are shown by their number ("\\xff.txt")."""
    return _BYTES.sub(lambda byte: f"\\x{ord(byte[0]) - 0xDC00:02x}", name)


def cannot_open(path: Path, error: OSError) -> InputError:
    """What a failure of the file system means for the user."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"{path}: there is no such file", code="missing")
    if isinstance(error, IsADirectoryError):
        return InputError(f"{path}: is a folder; expected a file", code="missing")
    return InputError(f"{path}: cannot be read ({error.strerror or error}); expected a readable file", code="missing")


def decode(data: bytes, name: str) -> str:
    """Bytes as text: UTF-8, with a byte order mark or without, and UTF-16 with one. The mark is no part of it; nothing else is altered.

    Raises:
        InputError: Where they are empty, binary or in another encoding: names the first bad byte and the mend.
    """
    refuse_unread(data, name)
    text = _decode_utf16(data, name) if _is_utf16(data) else _decode_utf8(data, name)
    if "\0" in text:
        raise InputError(f"{name}: character {text.index(chr(0))} is NUL; expected plain text", code="binary")
    if not text.strip():
        raise InputError(f"{name}: is empty; expected the text of an article", code="empty")
    return text


def _is_utf16(data: bytes) -> bool:
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not data.startswith(codecs.BOM_UTF32_LE)


def _decode_utf16(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        message = f"{name}: byte {error.start} is not UTF-16, though the file begins as such; expected UTF-8"
        raise InputError(message, code="encoding") from None


def _decode_utf8(data: bytes, name: str) -> str:
    _refuse_binary(data, name)
    words = data.removeprefix(codecs.BOM_UTF8)
    try:
        return words.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(words)
        message = f"{name}: byte {at} (0x{data[at]:02X}) is not UTF-8; {iconv(name)}"
        raise InputError(message, code="encoding") from None


def _refuse_binary(data: bytes, name: str) -> None:
    at = data.find(b"\0")
    if at < 0:
        return
    sample = data[:2000]
    for encoding, zeros in (("UTF-16LE", sample[1::2]), ("UTF-16BE", sample[::2])):
        if zeros.count(0) > 0.8 * len(zeros):
            message = f"{name}: looks like {encoding} without a byte order mark; {iconv(name, encoding)}"
            raise InputError(message, code="encoding")
    raise InputError(f"{name}: byte {at} is NUL, so this is a binary file; expected plain text", code="binary")


def iconv(file: str, encoding: str = "WINDOWS-1252") -> str:
    """How to convert a file that is not UTF-8, as the end of a message."""
    return f"convert it from the encoding it is in, perhaps: iconv -f {encoding} -t UTF-8 {file} > {file}.utf8"
