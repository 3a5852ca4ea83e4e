"""Packed files with one content (gzip, bzip2, xz, zstd, LZ4): the content, as a source of its own."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Mapping
from typing import Any

from whodid.errors import InputError
from whodid.reading.signatures import Kind
from whodid.reading.sources import MOST_ON_DISK, Filled, Inflated, Place, Source

# An archive may hold archives, and those no more.
DEEPEST = 2
# What xz may take; its largest usual dictionary is 64 MB.
_XZ_MEMORY = 256 << 20
_CHUNK = 1 << 16


def refuse_depth(place: Place) -> None:
    """Raises InputError for an archive inside an archive inside an archive."""
    if place.depth >= DEEPEST:
        raise InputError(f"{place.name}: is an archive inside two others; unpack the outer one first", code="nested")


def unpack(source: Source, kind: Kind) -> Source:
    """The content of a packed file. Raises InputError while it is read, where it is cut off, broken or a bomb."""
    refuse_depth(source.place)
    stream = Inflated(_OPENED[kind](source.stream), _packed(source), source.place.name)
    return Source(io.BufferedReader(stream, _CHUNK), source.place.unpacked(), source.skipped)


def _packed(source: Source) -> Callable[[], int]:
    """Tells how many packed bytes have been taken so far; where that is not known, as many as there may be."""
    if source.stream.seekable():
        return source.stream.tell
    raw = source.stream.raw
    return (lambda: raw.count) if isinstance(raw, (Inflated, Filled)) else (lambda: MOST_ON_DISK)


class _Joined:
    """Streams of one packing that stand one after another, as one. Zeros between and after them are padding."""

    def __init__(self, stream: io.BufferedReader[Any], begin: Callable[[], Any]) -> None:
        self._stream, self._begin = stream, begin
        self._decoder, self._rest = begin(), b""

    def read1(self, size: int) -> bytes:
        """Up to so many unpacked bytes; none at the end. Raises EOFError where the packed ones end too early."""
        while not self._decoder.eof or self._next():
            data = b""
            if self._decoder.needs_input:
                data, self._rest = self._rest or self._stream.read1(_CHUNK), b""
                if not data:
                    raise EOFError
            if unpacked := self._decoder.decompress(data, size):
                return bytes(unpacked)
        return b""

    def _next(self) -> bool:
        rest = self._decoder.unused_data.lstrip(b"\0")
        while not rest:
            if not (more := self._stream.read1(_CHUNK)):
                return False
            rest = more.lstrip(b"\0")
        self._decoder, self._rest = self._begin(), rest
        return True


class _Native:
    """What a reader in native code unpacks. Its panics, which are no Exception, become OSError."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    def read1(self, size: int) -> bytes:
        """Up to so many unpacked bytes; none at the end. Raises EOFError where the packed ones end too early."""
        try:
            return bytes(self._reader.read(size))
        except (InputError, KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as error:
            if "incomplete" in str(error):
                raise EOFError from None
            raise OSError(str(error).split("\n")[0][:120] or type(error).__name__) from None


def _zstd(stream: io.BufferedReader[Any]) -> _Native:
    from fastwarc.stream_io import ZstdReader

    return _Native(ZstdReader(stream))


def _lz4(stream: io.BufferedReader[Any]) -> _Native:
    from fastwarc.stream_io import Lz4Reader

    return _Native(Lz4Reader(stream))


_OPENED: Mapping[Kind, Callable[[io.BufferedReader[Any]], Any]] = {
    Kind.gzip: lambda stream: gzip.GzipFile(fileobj=stream),
    Kind.bzip2: lambda stream: _Joined(stream, bz2.BZ2Decompressor),
    Kind.xz: lambda stream: _Joined(stream, lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, _XZ_MEMORY)),
    Kind.zstd: _zstd,
    Kind.lz4: _lz4,
}
