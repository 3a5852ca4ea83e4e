"""Files, folders and patterns as named on the command line: the files they stand for, in order."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from whodid.errors import InputError
from whodid.reading.archives import is_hidden
from whodid.reading.failures import Failure
from whodid.reading.plain import cannot_open

_PATTERN = "*?["


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, by the name under which it was reached; `walked` where a folder was named and not the file."""

    path: str
    walked: bool = False


def walk(name: str, skipped: Counter[str]) -> Iterator[Found | Failure]:
    """The file, the files of the folder and of those in it, or those that fit the pattern; by name.

    Hidden files are left out, and so are links back to a folder that is being walked. What is no file (a socket, a pipe) inside a
    folder is counted.
    """
    path = Path(name)
    if "\0" in name or not name:
        error = InputError(f"{name!r}: is no name that a file can have; expected a file, folder or pattern", code="missing")
        yield Failure(None, 0, error)
        return
    try:
        if path.is_dir():
            yield from _folder(name, (), skipped)
        elif any(mark in name for mark in _PATTERN) and not os.path.lexists(name):
            yield from _pattern(name, skipped)
        else:
            yield Found(name)
    except OSError as error:
        yield Failure(path.stem, 0, cannot_open(path, error))


def _pattern(name: str, skipped: Counter[str]) -> Iterator[Found | Failure]:
    found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - names stay as the user wrote them
    if not found:
        yield Failure(name, 0, InputError(f"{name}: no file fits this pattern", code="missing"))
    for each in found:
        if Path(each).is_dir():
            if "**" not in name:
                yield from _folder(each, (), skipped)
        else:
            yield Found(each, walked=True)


def _folder(name: str, above: tuple[tuple[int, int], ...], skipped: Counter[str]) -> Iterator[Found | Failure]:
    try:
        status = os.stat(name)  # noqa: PTH116
        entries = sorted(os.scandir(name), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(Path(name).stem, 0, cannot_open(Path(name), error))
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        message = f"{name}: is a link back to a folder above it; what is in that folder is read once"
        yield Failure(Path(name).stem, 0, InputError(message, code="loop"))
        return
    for entry in entries:
        if not is_hidden(entry.name):
            yield from _entry(entry, (*above, here), skipped)


def _entry(entry: os.DirEntry[str], above: tuple[tuple[int, int], ...], skipped: Counter[str]) -> Iterator[Found | Failure]:
    try:
        if entry.is_dir():
            yield from _folder(entry.path, above, skipped)
        elif entry.is_file():
            yield Found(entry.path, walked=True)
        elif entry.is_symlink():
            raise InputError(f"{entry.path}: is a link to a file that is not there", code="missing")
        else:
            skipped["no file"] += 1
    except OSError as error:
        yield Failure(Path(entry.path).stem, 0, cannot_open(Path(entry.path), error))
    except InputError as error:
        yield Failure(Path(entry.path).stem, 0, error)
