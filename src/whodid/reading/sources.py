"""What a reader is handed: a stream of bytes, the words for where it stands, and a place to count what is passed over."""

from __future__ import annotations

import io
import lzma
import re
import tarfile
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from whodid.errors import InputError
from whodid.reading.plain import spelled

# One page, feed or line, unpacked: more is no news article, and is not taken into memory.
MOST_BYTES = 50_000_000
# The text of one article: three books long; docs/formats.md says what coding so much takes.
MOST_CHARACTERS = 1_000_000
# What must lie on disk to be read (Parquet and zip inside an archive).
MOST_ON_DISK = 2_000_000_000
# Text packs ten- to fiftyfold; what unpacks to more than this is made to fill a disk.
MOST_RATIO, RATIO_COUNTS_FROM = 250, 20_000_000
_PACKED_ENDINGS = (".gz", ".gzip", ".bz2", ".xz", ".zst", ".lz4")
_ENDING = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,8}$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stream stands.

    Attributes:
        name: What messages call it ("news.zip, member a/b.html").
        stem: The id of the one article in it; several are numbered.
        path: Where it lies on disk, unpacked; None inside archives and for standard input.
        depth: How many archives are around it.
        packed: Whether it is the one content of a packed file.
    """

    name: str
    stem: str
    path: Path | None = None
    depth: int = 0
    packed: bool = False

    def member(self, name: str) -> Place:
        """A file inside this archive."""
        return Place(f"{self.name}, member {name}", f"{self.stem}/{_ENDING.sub('', name)}", depth=self.depth + 1)

    def unpacked(self) -> Place:
        """The one content of this packed file."""
        return replace(self, stem=_ENDING.sub("", self.stem) or self.stem, path=None, depth=self.depth + 1, packed=True)

    @property
    def ending_name(self) -> str:
        """Its name without what only says that it is packed."""
        lowered = self.name.lower()
        return next((self.name[: -len(ending)] for ending in _PACKED_ENDINGS if lowered.endswith(ending)), self.name)

    def numbered(self, number: int) -> str:
        """The id of one of several articles in it."""
        return f"{self.stem}#{number}"


def place_of(path: str) -> Place:
    """The place of a file on disk, named as the user named it."""
    return Place(spelled(path), spelled(Path(path).stem or path), Path(path))


@dataclass(frozen=True, slots=True)
class Source:
    """A stream with its place.

    Attributes:
        skipped: How many things were passed over, by reason; shared by all sources of a call.
    """

    stream: io.BufferedReader[Any]
    place: Place
    skipped: Counter[str] = field(default_factory=Counter)

    def whole(self) -> bytes:
        """All bytes. Raises InputError where there are more than one article may have."""
        return read_at_most(self.stream, self.place.name)

    def lines(self) -> Iterator[bytes]:
        """The lines, one at a time. Raises InputError where one is longer than an article may be."""
        number = 0
        while line := self.stream.readline(MOST_BYTES + 1):
            number += 1
            if len(line) > MOST_BYTES:
                raise too_large(f"{self.place.name}, line {number}")
            yield line

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """A file with its content: its own, or a temporary copy. Raises InputError where that would be too large."""
        if self.place.path is not None and self.place.path.is_file():
            yield self.place.path
            return
        with tempfile.TemporaryDirectory(prefix="whodid-") as folder:
            copy = Path(folder) / "content"
            with copy.open("wb") as out:
                copied = 0
                while chunk := self.stream.read(1 << 20):
                    copied += out.write(chunk)
                    if copied > MOST_ON_DISK:
                        message = f"{self.place.name}: unpacks to more than {MOST_ON_DISK:,} bytes; unpack it yourself"
                        raise InputError(message, code="too-large")
            yield copy


def read_at_most(stream: IO[bytes], name: str) -> bytes:
    """The rest of the stream. Raises InputError where that is more than one article may have."""
    parts, size = [], 0
    while chunk := stream.read(1 << 20):
        parts.append(chunk)
        size += len(chunk)
        if size > MOST_BYTES:
            raise too_large(name)
    return b"".join(parts)


def too_large(name: str) -> InputError:
    """What is said of a thing that is no article by its size."""
    mend = "expected one article; many go into JSON lines, CSV, Parquet or WARC"
    return InputError(f"{name}: has more than {MOST_BYTES:,} bytes; {mend}", code="too-large")


def refuse_length(text: str, where: str, most: int = MOST_CHARACTERS) -> None:
    """Raises InputError where a text is longer than one article may be: more than likely it is several."""
    if len(text) > most:
        message = f"{where}: the text has {len(text):,} characters, and an article has at most {most:,} here"
        mend = "if it holds several articles, make each a file or a JSON line of its own; if it is one, allow it: --longest"
        raise InputError(f"{message}; {mend} {len(text)}", code="too-large")


class Filled(io.RawIOBase):
    """A stream that gives as many bytes as are asked for until it ends: what comes in pieces through a pipe looks as it does in a file."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream, self.count = stream, 0

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class Inflated(io.RawIOBase):
    """The unpacked bytes of a packed stream: faults of the packing become InputError, and so does what unpacks beyond measure.

    Args:
        stream: Gives unpacked bytes.
        packed: How many packed bytes these came from so far.
    """

    def __init__(self, stream: Any, packed: Callable[[], int], name: str) -> None:
        self._stream, self._packed, self._name, self.count = stream, packed, name, 0
        self._fault: InputError | None = None

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as there is something. Raises InputError where the packing is broken, cut off or a bomb."""
        filled = 0
        while filled < len(buffer) and self._fault is None:
            try:
                data = self._read(len(buffer) - filled)
            except InputError as fault:  # what came before it is handed out first
                self._fault = fault
                break
            if not data:
                break
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        if self._fault is not None and not filled:
            raise self._fault
        return filled

    def _read(self, size: int) -> bytes:
        try:
            data: bytes = self._stream.read1(size)
        except EOFError:
            raise InputError(f"{self._name}: is cut off: the packed data end too early; fetch or pack it again", code="truncated") from None
        except RuntimeError:
            raise InputError(f"{self._name}: is encrypted; unpack it with its password first", code="encrypted") from None
        except NotImplementedError:
            message = f"{self._name}: is packed by a method that is not known; pack it again as zip or gzip"
            raise InputError(message, code="packing") from None
        except (OSError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile, ValueError) as error:
            raise InputError(f"{self._name}: cannot be unpacked ({error}); fetch or pack it again", code="packing") from None
        self.count += len(data)
        if self.count > RATIO_COUNTS_FROM and self.count > MOST_RATIO * max(1, self._packed()):
            message = f"{self._name}: unpacks to more than {MOST_RATIO} times its size; if it is no mistake, unpack it yourself"
            raise InputError(message, code="too-large")
        return data
