"""The way in for files of any kind: what kind each is, what is in it, and an id for every article."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whodid.article import Article
from whodid.errors import InputError
from whodid.reading.archives import members_of
from whodid.reading.encodings import decode_markup, decode_plain
from whodid.reading.failures import Failure
from whodid.reading.kinds import PEEKED, holds_list, kind_of
from whodid.reading.languages import with_language
from whodid.reading.packings import unpack
from whodid.reading.plain import cannot_open, spelled
from whodid.reading.signatures import ARCHIVES, PACKINGS, Kind
from whodid.reading.sources import MOST_CHARACTERS, Place, Source, place_of, refuse_length
from whodid.reading.walking import Found, walk

if TYPE_CHECKING:
    from whodid.reading.fetching import Fetcher

Items = Iterator[Article | Failure]
_CONTAINERS = PACKINGS | ARCHIVES
_SEVERAL = _CONTAINERS | {Kind.jsonl, Kind.feed, Kind.csv, Kind.parquet, Kind.warc}


class Reader:
    """Reads files, folders, patterns and streams. Every thing read gives articles or failures in its place; nothing is raised.

    Args:
        kind: Take all files for this kind, archives aside. None finds the kind of each by its content.
        skipped: Where to count what is passed over.
        longest: The most characters that the text of an article may have.

    Attributes:
        skipped: How many things were passed over, by reason: what in a crawl or folder is no article.
    """

    def __init__(self, kind: Kind | None = None, skipped: Counter[str] | None = None, longest: int = MOST_CHARACTERS) -> None:
        self.kind = kind
        self.longest = longest
        self.skipped: Counter[str] = Counter() if skipped is None else skipped
        self._taken: set[str] = set()

    def read(self, name: str) -> Items:
        """The articles of one file, folder or pattern. A folder in which there is none is a failure."""
        count = 0
        for found in walk(name, self.skipped):
            file, items = (found.path, self._opened(found)) if isinstance(found, Found) else ("", (found,))
            for item in items:
                count += 1
                yield _spelled(item, file) if isinstance(item, Failure) else item
        if not count:
            error = InputError(f"{name}: holds no article; expected files of the kinds in docs/formats.md", code="empty")
            yield _spelled(Failure(Path(name).stem, 0, error), name)

    def read_stream(self, stream: io.BufferedReader[Any], place: Place, *, walked: bool = False) -> Items:
        """The articles of an open stream.

        Args:
            walked: Whether it was come upon; then an image and the like are counted and no failure.
        """
        yield from self._source(Source(stream, place, self.skipped), walked)

    def read_live(self, addresses: Sequence[str], fetcher: Fetcher) -> Items:
        """The articles of feeds from the network; their ids are their addresses."""
        from whodid.reading.live import read_feeds

        for item in read_feeds(addresses, fetcher, self.skipped):
            yield self._finished(item, Place(item.origin if isinstance(item, Article) else "", item.id or ""))

    def _opened(self, found: Found) -> Items:
        try:
            with io.BufferedReader(io.FileIO(found.path), PEEKED) as stream:
                yield from self.read_stream(stream, place_of(found.path), walked=found.walked)
        except OSError as error:
            yield Failure(Path(found.path).stem, 0, cannot_open(Path(found.path), error))

    def _source(self, source: Source, walked: bool) -> Items:
        try:
            kind = self._kind(source)
            if kind in PACKINGS:
                yield from self._source(unpack(source, kind), walked)
            elif kind in ARCHIVES:
                yield from self._members(source, kind)
            else:
                for item in READERS[kind](source):
                    yield self._finished(item, source.place)
        except InputError as error:
            if error.code == "beside" and walked:
                self.skipped[str(error).removeprefix(f"{source.place.name}: is ").split(";")[0]] += 1
            else:
                yield Failure(source.place.stem, 0, error)

    def _members(self, source: Source, kind: Kind) -> Items:
        count = 0
        for member in members_of(source, kind):
            count += 1
            if isinstance(member, Failure):
                yield member
            else:
                with member.stream:
                    yield from self._source(member, walked=True)
        if not count:
            raise InputError(f"{source.place.name}: is an empty archive; expected articles in it", code="empty")

    def _kind(self, source: Source) -> Kind:
        found = kind_of(start, source.place.ending_name) if (start := source.stream.peek(PEEKED)[:PEEKED]) else Kind.text
        return self.kind if self.kind and found not in _CONTAINERS else found

    def _finished(self, item: Article | Failure, place: Place) -> Article | Failure:
        if isinstance(item, Failure):
            return item
        try:
            refuse_length(item.text, item.origin or place.name, self.longest)
        except InputError as error:
            return Failure(item.id or place.stem, 0, error)
        return self._named_apart(with_language(item), place)

    def _named_apart(self, article: Article, place: Place) -> Article | Failure:
        """Ids name one article of a call: where one is taken, the second goes by its origin."""
        for id in (article.id or place.stem, article.origin):
            if id not in self._taken:
                self._taken.add(id)
                return replace(article, id=id)
        error = InputError(f"{article.origin}: is named a second time; expected each file once", code="duplicate-id")
        return Failure(article.id, 0, error)


def _spelled(failure: Failure, file: str) -> Failure:
    error = InputError(spelled(str(failure.error)), code=failure.error.code)
    return replace(failure, id=failure.id and spelled(failure.id), error=error, origin=spelled(file))


def is_several(stream: io.BufferedReader[Any], name: str) -> bool:
    """Whether more than one article may come from this stream, by its first bytes; nothing is read from it."""
    try:
        kind = kind_of(start := stream.peek(PEEKED)[:PEEKED], name)
    except (InputError, OSError):
        return False
    return kind in _SEVERAL or (kind is Kind.json and holds_list(start))


def _read_text(source: Source) -> Items:
    place = source.place
    yield Article(decode_plain(source.whole(), place.name), id=place.stem, origin=place.name)


def _read_html(source: Source) -> Items:
    from whodid.reading.pages import read_page

    place = source.place
    yield replace(read_page(decode_markup(source.whole()), place.name), id=place.stem)


def _read_lines(source: Source) -> Items:
    from whodid.reading.objects import read_lines

    return read_lines(source)


def _read_json(source: Source) -> Items:
    from whodid.reading.objects import read_json

    return read_json(source)


def _read_feed(source: Source) -> Items:
    from whodid.reading.feeds import read_feed

    return _numbered(read_feed(source), source.place)


def _read_csv(source: Source) -> Items:
    from whodid.reading.tables import read_csv

    return read_csv(source)


def _read_parquet(source: Source) -> Items:
    from whodid.reading.tables import read_parquet

    return read_parquet(source)


def _read_warc(source: Source) -> Items:
    from whodid.reading.crawls import read_warc

    return _numbered(read_warc(source), source.place)


def _numbered(items: Items, place: Place) -> Items:
    for number, item in enumerate(items, 1):
        yield item if isinstance(item, Failure) else replace(item, id=place.numbered(number))


READERS: dict[Kind, Callable[[Source], Items]] = {
    Kind.text: _read_text,
    Kind.html: _read_html,
    Kind.jsonl: _read_lines,
    Kind.json: _read_json,
    Kind.feed: _read_feed,
    Kind.csv: _read_csv,
    Kind.parquet: _read_parquet,
    Kind.warc: _read_warc,
}
