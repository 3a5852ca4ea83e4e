"""JSON lines: one article a line, strictly; a bad line becomes a failure that says what is wrong, and the rest goes on."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date as Date
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from whodid.article import ISO_DAY, Article
from whodid.errors import InputError
from whodid.reading.failures import Failure
from whodid.reading.plain import cannot_open, iconv
from whodid.reading.signatures import refuse_unread

_DAY_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d.%m.%Y")
_SHOWN = 40
T = TypeVar("T")


def read_jsonl(source: Path | str | BinaryIO, *, name: str | None = None) -> Iterator[Article | Failure]:
    """The articles of a file of JSON lines, or of an open binary stream, one at a time and in order.

    Each line gives exactly one article or one failure, blank lines too; the file is never held as a whole.

    Args:
        source: A path, or a stream such as `sys.stdin.buffer`.
        name: What to call the source in errors.

    Raises:
        InputError: At once, where the file is missing or a folder; on reading the first line, where it is empty or UTF-16.
    """
    if not isinstance(source, (str, Path)):
        return read_objects(source, _article, name or str(getattr(source, "name", "") or "standard input").strip("<>"))
    try:
        stream = Path(source).open("rb")  # noqa: SIM115 - closed where the lines are read
    except OSError as error:
        raise cannot_open(Path(source), error) from None
    return _read_and_close(stream, name or str(source))


def _read_and_close(stream: BinaryIO, name: str) -> Iterator[Article | Failure]:
    with stream:
        yield from read_objects(stream, _article, name)


def read_objects_as_articles(lines: Iterable[bytes], name: str) -> Iterator[Article | Failure]:
    """As `read_jsonl`, of lines that are already at hand."""
    return read_objects(lines, _article, name)


def read_objects(stream: Iterable[bytes], build: Callable[[dict[str, Any], str, str], T], name: str) -> Iterator[T | Failure]:
    """What `build` makes of each line's object, or a failure, one for each line and in order.

    Args:
        stream: Lines of JSON objects that each have an id of their own.
        build: Takes the object, its id and the words for where it stands ("articles.jsonl, line 14"); raises InputError.
        name: What to call the source in errors.

    Raises:
        InputError: On reading the first line, where the stream is empty, UTF-16, or of a kind that holds no lines.
    """
    number = 0
    seen: dict[str, int] = {}
    for number, line in enumerate(stream, start=1):
        if number == 1:
            refuse_unread(line, name)
            _refuse_utf16(line, name)
            line = line.removeprefix(codecs.BOM_UTF8)
        yield _read_line(line, build, f"{name}, line {number}", number, seen)
    if number == 0:
        raise InputError(f"{name}: is empty; expected one JSON object a line", code="empty")


def _refuse_utf16(line: bytes, name: str) -> None:
    if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        mend = f"convert it: iconv -f UTF-16 -t UTF-8 {name} > {name}.utf8"
        raise InputError(f"{name}: is UTF-16; JSON lines are UTF-8; {mend}", code="encoding")


def _read_line(line: bytes, build: Callable[[dict[str, Any], str, str], T], where: str, number: int, seen: dict[str, int]) -> T | Failure:
    id = None
    try:
        fields = parse_object(line, where)
        id = _id(fields, where)
        if id in seen:
            raise InputError(f'{where}: "id" is "{id}" as in line {seen[id]}; expected each id once', code="duplicate-id")
        seen[id] = number
        return build(fields, id, where)
    except InputError as error:
        return Failure(id, number, error)


def parse_object(line: bytes, where: str) -> dict[str, Any]:
    """The object that a line holds. Raises InputError where it holds none."""
    try:
        text = line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        byte = line[error.start]
        message = f"{where}: byte {error.start} of the line (0x{byte:02X}) is not UTF-8; {iconv(where.split(', line ')[0])}"
        raise InputError(message, code="encoding") from None
    if not text.strip():
        raise InputError(f"{where}: is blank; expected a JSON object, or no line at all", code="blank-line")
    try:
        fields = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}, column {error.colno}: not JSON: {_reason(error)}", code="not-json") from None
    except (RecursionError, ValueError):
        raise InputError(f"{where}: not JSON that can be read: nested too deep, or a number too long", code="not-json") from None
    if not isinstance(fields, dict):
        raise InputError(f'{where}: is {kind_of_value(fields)}; expected an object with "id" and "text"', code="not-an-object")
    return fields


def _reason(error: json.JSONDecodeError) -> str:
    if error.pos >= len(error.doc.rstrip()):
        return "the line ends before the object does; expected one whole object on the line"
    return f"{error.msg[0].lower()}{error.msg[1:]} (found {shown(error.doc[error.pos : error.pos + _SHOWN].strip())})"


def _id(fields: dict[str, Any], where: str) -> str:
    if "id" not in fields:
        raise InputError(f'{where}: has no "id"; expected a text that no other line has', code="no-id")
    id = fields["id"]
    if isinstance(id, int) and not isinstance(id, bool):
        raise InputError(f'{where}: "id" is the number {id}; expected a text ("{id}")', code="no-id")
    if not isinstance(id, str) or not id.strip():
        raise InputError(f'{where}: "id" is {kind_of_value(id)}; expected a text that no other line has', code="no-id")
    return checked_text(id, "id", where)


def text_of(fields: dict[str, Any], where: str) -> str:
    """What stands under "text". Raises InputError where that is missing, empty or holds what no text can."""
    if "text" not in fields:
        raise InputError(f'{where}: has no "text"; expected the text of the article', code="no-text")
    text = fields["text"]
    if not isinstance(text, str) or not text.strip():
        raise InputError(f'{where}: "text" is {kind_of_value(text)}; expected the text of the article', code="no-text")
    return checked_text(text, "text", where)


def _article(fields: dict[str, Any], id: str, where: str) -> Article:
    text = text_of(fields, where)
    return Article(
        text=text,
        id=id,
        date=_day(fields.get("date"), where),
        title=_optional(fields, "title", where),
        url=_optional(fields, "url", where),
        source=_optional(fields, "source", where),
        language=_optional(fields, "language", where),
        author=authors_in(fields.get("author")),
        origin=where,
    )


def authors_in(value: Any) -> str | None:
    """Names under a key that is no part of the contract: a text, or a list of them; all else is left alone."""
    names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return "; ".join(name.strip() for name in names if isinstance(name, str) and name.strip() and name.isprintable()) or None


def _optional(fields: dict[str, Any], key: str, where: str) -> str | None:
    """What stands under a key that may be missing; null is the same as leaving it out."""
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f'{where}: "{key}" is {kind_of_value(value)}; expected a text, or no {key} at all', code="wrong-type")
    return checked_text(value, key, where)


def checked_text(text: str, key: str, where: str) -> str:
    """The text, unless it holds what no text can: NUL, or half of a surrogate pair."""
    if "\0" in text:
        raise InputError(f'{where}: "{key}" has NUL at character {text.index(chr(0))}; expected plain text', code="binary")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        found = f"\\u{ord(text[error.start]):04x}"
        message = f'{where}: "{key}" has half of a surrogate pair ({found}) at character {error.start}; expected whole characters'
        raise InputError(message, code="encoding") from None
    return text


def _day(value: Any, where: str) -> Date | None:
    if value is None:
        return None
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        try:
            return Date.fromisoformat(value)
        except ValueError:
            message = f'{where}: "date" is {shown(value)}, which is no day; expected a day of the calendar, or no date at all'
            raise InputError(message, code="bad-date") from None
    found = shown(value) if isinstance(value, str) else kind_of_value(value)
    raise InputError(f'{where}: "date" is {found}; expected YYYY-MM-DD{_meant(value)}, or no date at all', code="bad-date")


def _meant(value: Any) -> str:
    """The days that somebody may have meant, as a question: " (2022-09-15?)"; "" where none is plain."""
    if not isinstance(value, str):
        return ""
    text = " ".join(value.split("T")[0].split()) if value[:4].isdigit() else " ".join(value.split())
    days: list[str] = []
    for form in (*_DAY_FORMS, "%d/%m/%Y", "%m/%d/%Y"):
        try:
            day = datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
        if day not in days:
            days.append(day)
    return f" ({' or '.join(days)}?)" if days else ""


def kind_of_value(value: Any) -> str:
    """What messages call a value of the wrong kind."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, str):
        return "empty" if not value.strip() else "a text"
    return "a list" if isinstance(value, list) else "an object"


def shown(text: str) -> str:
    """The text in quotation marks, shortened, for a message."""
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return json.dumps(short, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
