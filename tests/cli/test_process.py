"""The command as a process of its own: pipes, terminals, signals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "whodid"]


def test_a_closed_pipe_ends_it_quietly() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run([*COMMAND, "schema"], stdout=closed, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 141
    assert done.stderr == b""


def test_a_table_into_a_closed_pipe_ends_it_quietly() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run([*COMMAND, "explain", "cameo"], stdout=closed, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 141
    assert done.stderr == b""


@pytest.mark.parametrize("arguments", [["--help"], ["code", "--help"]])
def test_help_into_a_closed_pipe_ends_it_quietly(arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run([*COMMAND, *arguments], stdout=closed, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 141
    assert done.stderr == b""


def test_a_terminal_without_unicode_is_no_error() -> None:
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([*COMMAND, "explain", "CONSULT"], env=ascii_only, capture_output=True, check=False)
    assert done.returncode == 0 and done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_a_message() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr and b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(("closing", "status"), [("schema >&-", 0), ("explain CONSULT >&-", 0), ("times - <&-", 1), ("--help >&- 2>&-", 0)])
def test_closed_streams_are_no_fault(closing: str, status: int) -> None:
    done = subprocess.run(["sh", "-c", f'"$0" -m whodid {closing}', sys.executable], stderr=subprocess.PIPE, check=False)
    assert b"fault" not in done.stderr and b"Traceback" not in done.stderr
    assert done.returncode == status
