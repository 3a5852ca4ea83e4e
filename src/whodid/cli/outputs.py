"""Where the output goes: the standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from whodid.cli.exits import CLOSED_PIPE, WrongCall
from whodid.reading.kinds import PEEKED
from whodid.reading.signatures import is_duckdb


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """A stream for UTF-8 bytes. A file is written beside its place and moved there at the end; after an error the old one stays.

    Raises:
        WrongCall: Where the file cannot be written, or is a store.
    """
    if path is None:
        with standard_output():
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    _refuse_store(path)
    try:
        with _beside(path) as stream:
            yield stream
    except OSError as error:
        raise WrongCall(f"{path}: cannot be written ({error.strerror or error}); name another file with -o") from None


def _refuse_store(path: Path) -> None:
    """Raises WrongCall where the output is a store, this call's or another: hours of coding are not to be lost by a slip of the hand."""
    with suppress(OSError):
        if path.is_file():
            with path.open("rb") as stream:
                if is_duckdb(stream.read(PEEKED)):
                    raise WrongCall(f"{path}: is a store, and would be lost; name another file for the output")


@contextmanager
def standard_output() -> Iterator[None]:
    """Writing to the standard output: a reader that closed the pipe (`| head`) ends the command without a word."""
    try:
        yield
    except BrokenPipeError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CLOSED_PIPE)
    except OSError as error:
        if error.filename is not None or isinstance(error, FileNotFoundError):  # of another file; the standard output has no name
            raise
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise WrongCall(f"standard output: cannot be written ({error.strerror or error})") from None


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    target = path.resolve()
    if target.exists() and not target.is_file():  # /dev/null, a named pipe; a folder gives the error it should
        with target.open("wb") as stream:
            yield stream
        return
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "the file may not be changed")
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with cast(BinaryIO, os.fdopen(handle, "wb")) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
