"""Each line of JSON gives one article or one failure that says what is wrong and what would be right."""

from __future__ import annotations

import codecs
import io
import json
from datetime import date
from pathlib import Path

import pytest

from whodid.article import Article
from whodid.errors import InputError
from whodid.reading import Failure, read_jsonl


def lines(*rows: object) -> io.BytesIO:
    data = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    return io.BytesIO(b"".join(line + b"\n" for line in data))


def read(*rows: object) -> list[Article | Failure]:
    return list(read_jsonl(lines(*rows), name="articles.jsonl"))


def failure(*rows: object) -> Failure:
    found = read(*rows)[-1]
    assert isinstance(found, Failure)
    return found


def row(**fields: object) -> dict[str, object]:
    return {"id": "a", "text": "Estia signed.", **fields}


def test_a_line_becomes_an_article() -> None:
    whole = row(date="2031-03-03", title="T", url="https://example.org", source="NPA", language="en", extra=[1], headline="ignored")
    assert read(whole) == [
        Article("Estia signed.", "a", date(2031, 3, 3), "T", "https://example.org", "NPA", "en"),
    ]


def test_absent_and_null_are_the_same() -> None:
    assert read(row(date=None, title=None, language=None)) == [Article("Estia signed.", "a")]


def test_text_is_kept_to_the_letter() -> None:
    text = "  Estia’s \u202fpremier 🙂\r\n\r\nsigned. "
    (article,) = read(row(text=text))
    assert isinstance(article, Article) and article.text == text


def test_every_line_gives_one_result_in_order() -> None:
    found = read(row(id="1"), b"", b"{", row(id="2"), [], row(id="1"), row(id="3"))
    assert [item.id for item in found] == ["1", None, None, "2", None, "1", "3"]
    assert [item.line for item in found if isinstance(item, Failure)] == [2, 3, 5, 6]


def test_byte_order_mark_carriage_returns_and_a_missing_last_newline() -> None:
    data = codecs.BOM_UTF8 + b'{"id": "a", "text": "x"}\r\n{"id": "b", "text": "y"}'
    assert [item.id for item in read_jsonl(io.BytesIO(data))] == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        (b"", "blank-line", "line 1: is blank; expected a JSON object, or no line at all"),
        (b"  \t", "blank-line", "line 1: is blank; expected a JSON object, or no line at all"),
        (b'{"id": "a", "text": "x"', "not-json", "line 1, column 24: not JSON: the line ends before the object does"),
        (
            b"{'id': 'a'}",
            "not-json",
            "line 1, column 2: not JSON: expecting property name enclosed in double quotes (found \"'id'",
        ),
        (b'{"id": "a" "text": "x"}', "not-json", "line 1, column 12: not JSON: expecting ',' delimiter"),
        (b"[" * 100_000, "not-json", "line 1: not JSON that can be read: nested too deep"),
        (b'{"id": ' + b"1" * 5000 + b"}", "not-json", "line 1: not JSON that can be read: nested too deep, or a number too long"),
        (b'{"id": "a", "text": "caf\xe9"}', "encoding", "line 1: byte 24 of the line (0xE9) is not UTF-8; convert it"),
        ([1], "not-an-object", 'line 1: is a list; expected an object with "id" and "text"'),
        ("x", "not-an-object", "line 1: is a text; expected an object"),
        (None, "not-an-object", "line 1: is null; expected an object"),
        ({"text": "x"}, "no-id", 'line 1: has no "id"; expected a text that no other line has'),
        (row(id=17), "no-id", 'line 1: "id" is the number 17; expected a text ("17")'),
        (row(id=" "), "no-id", 'line 1: "id" is empty; expected a text'),
        (row(id=True), "no-id", 'line 1: "id" is true; expected a text'),
        ({"id": "a"}, "no-text", 'line 1: has no "text"; expected the text of the article'),
        (row(text=""), "no-text", 'line 1: "text" is empty; expected the text of the article'),
        (row(text=" \n"), "no-text", 'line 1: "text" is empty; expected the text of the article'),
        (row(text=["x"]), "no-text", 'line 1: "text" is a list; expected the text of the article'),
        (row(text="a\0b"), "binary", 'line 1: "text" has NUL at character 1; expected plain text'),
        (b'{"id": "a", "text": "ab\\ud83d"}', "encoding", 'line 1: "text" has half of a surrogate pair (\\ud83d) at character 2'),
        (b'{"id": "\\udc00", "text": "ab"}', "encoding", 'line 1: "id" has half of a surrogate pair (\\udc00) at character 0'),
        (row(title=5), "wrong-type", 'line 1: "title" is the number 5; expected a text, or no title at all'),
    ],
)
def test_a_bad_line_says_what_is_wrong_and_what_would_be_right(line: object, code: str, message: str) -> None:
    found = failure(line)
    assert str(found.error).startswith(f"articles.jsonl, {message}")
    assert found.error.code == code


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("15/09/2022", '"date" is "15/09/2022"; expected YYYY-MM-DD (2022-09-15?), or no date at all'),
        ("05/09/2022", '"date" is "05/09/2022"; expected YYYY-MM-DD (2022-09-05 or 2022-05-09?), or no date at all'),
        ("2022-9-5", '"date" is "2022-9-5"; expected YYYY-MM-DD (2022-09-05?), or no date at all'),
        ("20220915", '"date" is "20220915"; expected YYYY-MM-DD (2022-09-15?), or no date at all'),
        ("2022-09-15T10:00:00Z", '"date" is "2022-09-15T10:00:00Z"; expected YYYY-MM-DD (2022-09-15?), or no date at all'),
        ("September 15, 2022", '"date" is "September 15, 2022"; expected YYYY-MM-DD (2022-09-15?), or no date at all'),
        ("2022-W37-4", '"date" is "2022-W37-4"; expected YYYY-MM-DD, or no date at all'),
        ("yesterday", '"date" is "yesterday"; expected YYYY-MM-DD, or no date at all'),
        ("", '"date" is ""; expected YYYY-MM-DD, or no date at all'),
        ("2022-02-30", '"date" is "2022-02-30", which is no day; expected a day of the calendar, or no date at all'),
        (20220915, '"date" is the number 20220915; expected YYYY-MM-DD, or no date at all'),
    ],
)
def test_a_date_that_is_none_says_what_may_have_been_meant(value: object, message: str) -> None:
    found = failure(row(date=value))
    assert str(found.error) == f"articles.jsonl, line 1: {message}"
    assert (found.error.code, found.id) == ("bad-date", "a")


def test_a_duplicate_id_names_the_line_that_had_it() -> None:
    found = failure(row(), row(id="b"), row(text="Another."))
    assert str(found.error) == 'articles.jsonl, line 3: "id" is "a" as in line 1; expected each id once'
    assert (found.id, found.line, found.error.code) == ("a", 3, "duplicate-id")


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en_US", "eng"])
def test_english_has_several_names(language: str) -> None:
    assert isinstance(read(row(language=language))[0], Article)


def test_an_empty_file_and_utf16_are_errors_of_the_whole() -> None:
    with pytest.raises(InputError, match="^articles.jsonl: is empty; expected one JSON object a line"):
        read()
    with pytest.raises(InputError, match="^x: is UTF-16; JSON lines are UTF-8; convert it: iconv"):
        list(read_jsonl(io.BytesIO('{"id": "a"}'.encode("utf-16")), name="x"))


def test_a_missing_file_is_refused_before_the_first_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        read_jsonl(tmp_path / "none.jsonl")
    with pytest.raises(InputError, match="is a folder"):
        read_jsonl(tmp_path)


def test_lines_are_read_one_at_a_time(tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        count = 0

        def readable(self) -> bool:
            return True

        def __iter__(self) -> Endless:
            return self

        def __next__(self) -> bytes:
            self.count += 1
            return json.dumps(row(id=str(self.count))).encode() + b"\n"

    stream = Endless()
    articles = read_jsonl(stream)  # type: ignore[arg-type]
    assert [next(articles).id for _ in range(3)] == ["1", "2", "3"]
    assert stream.count == 3
