"""WARC files, as crawlers write them: the pages among their responses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any, cast

from whodid.article import Article
from whodid.errors import InputError
from whodid.reading.encodings import decode_markup
from whodid.reading.failures import Failure
from whodid.reading.pages import read_page
from whodid.reading.sources import MOST_BYTES, Source

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(source: Source) -> Iterator[Article | Failure]:
    """The articles of a crawl: of its responses those that are HTML with status 200. All others are counted by reason.

    A page without an article in it (a front page, a video) is counted too, and no failure.

    Raises:
        InputError: Where the file is cut off or is no WARC.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = responses = 0
    stream = _Counted(source.stream)
    try:
        for record in ArchiveIterator(cast(Any, stream), record_types=WarcRecordType.any_type, parse_http=True, auto_decode="all"):
            number += 1
            if record.record_type in (WarcRecordType.response, WarcRecordType.revisit):
                responses += 1
                yield from _page(record, source, number)
    except (InputError, GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # what the library raises depends on where the bytes are broken; its panics are no Exception
        reason = str(error).split("\n")[0][:120] or type(error).__name__
        raise _cut_off(source, number, f"cannot be read on ({reason})") from None
    if number and not stream.end.endswith((b"\r\n\r\n", b"\n\n")):
        raise _cut_off(source, number, "the file ends within this record")
    if not responses:
        raise InputError(f"{source.place.name}: holds no response among {number:,} records; expected a crawl", code="empty")


def _cut_off(source: Source, number: int, what: str) -> InputError:
    return InputError(f"{source.place.name}, record {number}: {what}; fetch it again", code="truncated")


class _Counted:
    """What the library needs of a stream: it asks for the position of one that cannot be wound back, too."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._position, self.end = stream, 0, b""

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._position += len(data)
        self.end = (self.end + data)[-4:]
        return data

    def tell(self) -> int:
        return self._position


def _page(record: WarcRecord, source: Source, number: int) -> Iterator[Article | Failure]:
    where = f"{source.place.name}, record {number}"
    if reason := _not_a_page(record):
        source.skipped[reason] += 1
        return
    address = record.headers.get("WARC-Target-URI")
    data = record.reader.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        source.skipped["larger than a page"] += 1
        return
    try:
        article = read_page(decode_markup(data, record.http_charset), where, url=address.strip("<>") if address else None)
    except InputError:
        source.skipped["page without an article"] += 1
        return
    yield article


def _not_a_page(record: WarcRecord) -> str | None:
    from fastwarc.warc import WarcRecordType

    if record.record_type is WarcRecordType.revisit:
        return "revisit of a page in another file"
    if record.http_headers is None:
        return "no HTTP response"
    if record.http_headers.status_code != 200:
        return f"status {record.http_headers.status_code}"
    kind = (record.http_content_type or "").lower()
    return None if kind in _PAGES else f"not HTML ({kind or 'no type given'})"
