"""Values as they stand in a line of a tab-separated file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

_BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
# What XML 1.0 cannot hold, even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The largest whole number that a double holds exactly: R, JavaScript and spreadsheets read ids as doubles.
LARGEST_ID = 2**53 - 1
Value = str | int | float | None


def one_line(words: str | None) -> str:
    """The words without tabs, line breaks and control characters; double quotes become single ones.

    These files have no quoting, and many readers take a cell that begins with a quotation mark for a quoted one.
    """
    return _BREAKS.sub(" ", words or "").strip().replace('"', "'")


def for_xml(words: str) -> str:
    """The words with U+FFFD for each character that XML cannot hold; markup is still to be escaped."""
    return _NOT_XML.sub("\ufffd", words)


def joined(words: Iterable[str], separator: str) -> str:
    """Several values in one cell, each once; the separator is taken out of the values."""
    plain = (one_line(word).replace(separator.strip(), " ") for word in words)
    return separator.join(dict.fromkeys(word for word in plain if word))


def number(name: str) -> int:
    """A whole number that stands for a name, the same on every machine and in every run."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest()) % LARGEST_ID + 1


def cell(value: Value) -> str:
    """The value as it is written: nothing for None, numbers without needless digits, words on one line."""
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(round(value, 6)) if value % 1 else f"{value:.1f}"
    return one_line(value) if isinstance(value, str) else str(value)


def line(row: Mapping[str, Value], columns: Iterable[str]) -> str:
    """A row as a line without its end; raises KeyError where a column is missing."""
    return "\t".join(cell(row[column]) for column in columns)
