"""The first bytes of files: of kinds that are read whatever they are called, and of such as are known and not read."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from whodid.errors import InputError

MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Kind(StrEnum):
    """The kinds of input that are read."""

    text = "text"
    jsonl = "jsonl"
    json = "json"
    html = "html"
    feed = "feed"
    csv = "csv"
    parquet = "parquet"
    warc = "warc"
    gzip = "gzip"
    bzip2 = "bzip2"
    xz = "xz"
    zstd = "zstd"
    lz4 = "lz4"
    zip = "zip"
    tar = "tar"


# One content, packed; and many.
PACKINGS = frozenset((Kind.gzip, Kind.bzip2, Kind.xz, Kind.zstd, Kind.lz4))
ARCHIVES = frozenset((Kind.zip, Kind.tar))
_READ = (
    (rb"\x1f\x8b", Kind.gzip), (rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", Kind.bzip2), (rb"\xfd7zXZ\0", Kind.xz),
    (rb"\x28\xb5\x2f\xfd", Kind.zstd),
    (rb"\x04\x22\x4d\x18", Kind.lz4), (rb"PK(?:\x03\x04|\x05\x06)", Kind.zip), (rb"(?s:.{257})ustar", Kind.tar), (rb"PAR1", Kind.parquet),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), kind) for pattern, kind in _READ)
# What is handed over by mistake: what it is, and how to mend it.
_REFUSED = (
    (b"%PDF", "a PDF file; extract its text first: pdftotext"),
    (b"{\\rtf", "an RTF file; save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file; save it as plain text or CSV"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first: 7z x, and name the folder"),
    (b"Rar!", "a rar archive; unpack it first: unrar x, and name the folder"),
    (b"SQLite format 3\0", "an SQLite database; export its table as CSV"),
    (b"ARROW1", "an Arrow file; save it as Parquet"),
)
# What lies in folders and archives beside articles and never is one.
_BESIDE = (
    (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"\0\0\1\0", "an image"),
    (b"RIFF", "an image or sound"), (b"wOF", "a font"), (b"\0\1\0\0\0", "a font"), (b"OTTO", "a font"),
    (b"ID3", "a sound"), (b"OggS", "a sound"), (b"fLaC", "a sound"),
    (b"\x1aE\xdf\xa3", "a video"), (b"\x7fELF", "a program"), (b"MZ\x90\0", "a program"),
)  # fmt: skip


def signed(start: bytes) -> Kind | None:
    """The kind that these first bytes are the signature of; None where they are none."""
    return next((kind for pattern, kind in _PATTERNS if pattern.match(start)), None)


def is_duckdb(start: bytes) -> bool:
    """Whether what begins with these bytes is a DuckDB file: a store of records, most likely."""
    return start[8:12] == b"DUCK"


def refuse(start: bytes, name: str) -> None:
    """Raises InputError where what begins so is of a kind that is known, and not read; its code is "beside" for images and the like."""
    for magic, what in _REFUSED:
        if start.startswith(magic):
            raise InputError(f"{name}: is {what}", code="binary")
    for magic, what in _BESIDE:
        if start.startswith(magic):
            raise InputError(f"{name}: is {what}; expected articles (docs/formats.md lists the kinds that are read)", code="beside")
    if is_duckdb(start):
        raise InputError(f"{name}: is a DuckDB file; of a store, ask for events with --store: whodid export --store {name}", code="binary")


def refuse_unread(start: bytes, name: str) -> None:
    """Raises InputError where what begins with these bytes is no text by its signature, whether it is read elsewhere or not."""
    if kind := signed(start):
        raise InputError(f"{name}: is a file of kind {kind}; expected plain text; unpack it, or save it as text", code="binary")
    refuse(start, name)
