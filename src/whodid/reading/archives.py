"""Gzip files and zip archives: what is inside, as sources of their own."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator

from whodid.errors import InputError
from whodid.reading.failures import Failure
from whodid.reading.sources import MOST_ON_DISK, Inflated, Place, Source

# An archive may hold archives, and those no more.
DEEPEST = 2
_ENCRYPTED = 0x1


def refuse_depth(place: Place) -> None:
    """Raises InputError for an archive inside an archive inside an archive."""
    if place.depth >= DEEPEST:
        raise InputError(f"{place.name}: is an archive inside two others; unpack the outer one first", code="nested")


def unpack_gzip(source: Source) -> Source:
    """The content of a gzip file. Raises InputError while it is read, where it is cut off, broken or a bomb."""
    refuse_depth(source.place)
    stream = Inflated(gzip.GzipFile(fileobj=source.stream), _packed(source), source.place.name)
    return Source(io.BufferedReader(stream, 1 << 16), source.place.unpacked(), source.skipped)


def members_of(source: Source) -> Iterator[Source | Failure]:
    """The files of a zip archive, by name; one that cannot be opened is a failure in its place.

    Raises:
        InputError: Where the archive as a whole cannot be read, or stands too deep.
    """
    refuse_depth(source.place)
    with source.on_disk() as path, path.open("rb") as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            message = f"{source.place.name}: is no zip archive that can be read ({error}); fetch or pack it again"
            raise InputError(message, code="packing") from None
        with archive:
            for info in sorted(archive.infolist(), key=lambda info: info.filename):
                if not info.is_dir() and not is_hidden(info.filename):
                    yield _member(archive, info, source)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source) -> Source | Failure:
    place = source.place.member(info.filename)
    try:
        if info.flag_bits & _ENCRYPTED:
            raise InputError(f"{place.name}: is encrypted; unpack it with its password first", code="encrypted")
        try:
            stream = archive.open(info)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            raise InputError(f"{place.name}: cannot be unpacked ({error}); fetch or pack it again", code="packing") from None
    except InputError as error:
        return Failure(place.stem, 0, error)
    inflated = Inflated(stream, lambda: info.compress_size, place.name)
    return Source(io.BufferedReader(inflated, 1 << 16), place, source.skipped)


def is_hidden(name: str) -> bool:
    """Whether a name is of those that systems leave behind: ".DS_Store", "__MACOSX/…", ".git/…"."""
    return any(part.startswith(".") and part not in (".", "..") or part == "__MACOSX" for part in name.split("/"))


def _packed(source: Source) -> Callable[[], int]:
    """Tells how many packed bytes have been taken so far; of a pipe that is not known."""
    if source.stream.seekable():
        return source.stream.tell
    raw = source.stream.raw
    return (lambda: raw.count) if isinstance(raw, Inflated) else (lambda: MOST_ON_DISK)
