"""Plain text files become text, or errors that name byte and mend."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from whodid.errors import InputError
from whodid.reading.plain import decode, read_file

TEXT = "Estia’s premier flew to Holmstad.\r\n\r\nShe met the president."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "story.txt"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_utf8_and_marked_utf16_give_the_same_unaltered_text(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert decode(read_file(file), "story.txt") == TEXT


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "empty", "is empty; expected the text of an article"),
        (b" \n\t\r\n", "empty", "is empty; expected the text of an article"),
        (codecs.BOM_UTF8, "empty", "is empty; expected the text of an article"),
        (
            b"The caf\xe9 closed.",
            "encoding",
            "byte 7 (0xE9) is not UTF-8; convert it from the encoding it is in, perhaps: iconv -f WINDOWS",
        ),
        (codecs.BOM_UTF8 + b"caf\xe9 closed", "encoding", "byte 6 (0xE9) is not UTF-8"),
        ("Holmstad".encode("utf-16-le"), "encoding", "looks like UTF-16LE without a byte order mark; convert it"),
        ("Holmstad".encode("utf-16-be"), "encoding", "looks like UTF-16BE without a byte order mark; convert it"),
        (codecs.BOM_UTF16_LE + b"H\0o\0l", "encoding", "byte 6 is not UTF-16, though the file begins as such"),
        (codecs.BOM_UTF16_LE + b"H\0\0\0", "binary", "character 1 is NUL; expected plain text"),
        (b"Estia\0\x01\x02 said nothing at all", "binary", "byte 5 is NUL, so this is a binary file; expected plain text"),
        (b"%PDF-1.7 ...", "binary", "is a PDF file; extract its text first: pdftotext"),
        (b"PK\x03\x04....", "binary", "is a file of kind zip; expected plain text"),
        (b"\x1f\x8b\x08...", "binary", "is a file of kind gzip; expected plain text; unpack it"),
    ],
)
def test_what_is_no_text_says_where_and_how_to_mend_it(file: Path, data: bytes, code: str, message: str) -> None:
    file.write_bytes(data)
    with pytest.raises(InputError) as error:
        decode(read_file(file), str(file))
    assert str(error.value).startswith(f"{file}: {message}")
    assert error.value.code == code


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none.txt: there is no such file$"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder; expected a file$"):
        read_file(tmp_path)
