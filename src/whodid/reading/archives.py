"""Zip and tar archives: what is inside, as sources of their own."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from whodid.errors import InputError
from whodid.reading.failures import Failure
from whodid.reading.packings import refuse_depth
from whodid.reading.signatures import Kind
from whodid.reading.sources import Inflated, Source

_ENCRYPTED = 0x1
Members = Iterator[Source | Failure]


def members_of(source: Source, kind: Kind) -> Members:
    """The files of an archive: of zip by name, of tar as they stand. One that cannot be opened is a failure in its place.

    Nothing is written to disk under a member's name, and links are not followed.

    Raises:
        InputError: Where the archive cannot be read, or not be read on, or stands too deep.
    """
    return _zip_members(source) if kind is Kind.zip else _tar_members(source)


def _zip_members(source: Source) -> Members:
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
                    yield _zip_member(archive, info, source)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source) -> Source | Failure:
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


class _Header(tarfile.TarInfo):
    """A member's header. Where it is broken or cut off, reading ends with an error; `tarfile` would take it for the end of the archive."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> _Header:
        """The next header. Raises ReadError where it is none."""
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            raise
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error)) from None


def _tar_members(source: Source) -> Members:
    # "news.tar.gz" is one archive to whoever made it.
    place = replace(source.place, depth=source.place.depth - 1) if source.place.packed else source.place
    refuse_depth(place)
    try:
        with tarfile.open(fileobj=source.stream, mode="r|", tarinfo=_Header) as archive:
            while info := archive.next():
                archive.members.clear()  # type: ignore[attr-defined]  # or all headers would be kept
                yield from _tar_member(archive, info, replace(source, place=place))
    except (tarfile.TarError, EOFError, ValueError) as error:
        message = f"{place.name}: is cut off or broken ({error}); fetch or pack it again"
        raise InputError(message, code="truncated") from None


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, source: Source) -> Members:
    place = source.place.member(info.name.removeprefix("./"))
    if info.isdir() or is_hidden(info.name):
        return
    if not info.isreg():
        source.skipped["link or device in an archive"] += 1
        return
    if info.issparse():  # a few bytes may stand for any number of zeros
        yield Failure(place.stem, 0, InputError(f"{place.name}: is a sparse file; unpack it first: tar -xf", code="packing"))
        return
    stream = archive.extractfile(info)
    assert stream is not None  # it is a file
    yield Source(io.BufferedReader(Inflated(stream, lambda: info.size, place.name), 1 << 16), place, source.skipped)


def is_hidden(name: str) -> bool:
    """Whether a name is of those that systems leave behind: ".DS_Store", "__MACOSX/…", ".git/…"."""
    return any(part.startswith(".") and part not in (".", "..") or part == "__MACOSX" for part in name.split("/"))
