"""The files named on the command line, as articles: what the call says about them, and what is wrong with the call."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whodid.article import ISO_DAY, Article
from whodid.cli.exits import WrongCall
from whodid.reading import Failure, read_jsonl
from whodid.reading.kinds import LINES_ENDINGS, PEEKED
from whodid.reading.plain import spelled
from whodid.reading.reader import Reader, is_several
from whodid.reading.signatures import Kind
from whodid.reading.sources import MOST_CHARACTERS, Filled, Place
from whodid.reading.walking import Found, walk

if TYPE_CHECKING:
    from whodid.reading.fetching import Fetcher

STANDARD_INPUT = "-"


class InputFormat(StrEnum):
    """What the input is; `auto` looks at the content of each file."""

    auto = "auto"
    text = "text"
    html = "html"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"
    parquet = "parquet"
    warc = "warc"
    feed = "feed"


@dataclass(frozen=True, slots=True)
class Feeds:
    """The feeds of one call.

    Attributes:
        named: Addresses of feeds, and files that list such.
        allowed: Hosts that may be reached though their address is not public.
        cache: Where it is kept what has been fetched; None for the user's cache folder.
    """

    named: tuple[str, ...]
    allowed: tuple[str, ...] = ()
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What the options say of the articles, as it was given.

    Attributes:
        date: For articles that give no date of their own.
        title: For the one article.
        format: What the files are.
        longest: The most characters that the text of one may have.
    """

    date: str | None = None
    title: str | None = None
    format: InputFormat = InputFormat.auto
    longest: int = MOST_CHARACTERS


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files and feeds of one call, and what the call says about them.

    Attributes:
        files: Files, folders and patterns; "-" is the standard input.
        date: For articles that give no date of their own.
        title: For the one plain text.
        feeds: Feeds to fetch, after the files.
        longest: The most characters that the text of an article may have.
        skipped: How many things were passed over, by reason; filled while the articles are read.
    """

    files: tuple[str, ...]
    format: InputFormat = InputFormat.auto
    date: Date | None = None
    title: str | None = None
    feeds: Feeds | None = None
    longest: int = MOST_CHARACTERS
    skipped: Counter[str] = field(default_factory=Counter)
    _fetchers: list[Fetcher] = field(default_factory=list, repr=False)

    def articles(self) -> Iterator[Article | Failure]:
        """The articles in order, those in other languages than English too; what is none is a failure in its place."""
        reader = Reader(None if self.format is InputFormat.auto else Kind(self.format), self.skipped, self.longest)
        for file in self.files:
            items = reader.read_stream(_standard_input(), _STDIN) if file == STANDARD_INPUT else reader.read(file)
            yield from map(self._completed, items)
        if self.feeds is not None:
            yield from map(self._completed, reader.read_live(_addresses(self.feeds), self._fetcher(self.feeds)))

    def finish(self) -> None:
        """To be called when all articles have been worked up: what was fetched is not fetched again until it changes."""
        for fetcher in self._fetchers:
            fetcher.save()

    @property
    def named(self) -> tuple[str, ...]:
        """Files and feeds, as the call names them."""
        return tuple(map(spelled, self.files + (self.feeds.named if self.feeds else ())))

    @property
    def many(self) -> bool:
        """Whether more than one article may come: several files, a folder or pattern, or a file of a kind that holds several."""
        if self.feeds is not None or len(self.files) > 1:
            return True
        file = self.files[0]
        if self.format not in (InputFormat.auto, InputFormat.text, InputFormat.html):
            return True
        if file == STANDARD_INPUT:
            return self.format is InputFormat.auto and is_several(_standard_input(), _STDIN.name)
        try:
            if not Path(file).is_file():
                return Path(file).is_dir() or (not Path(file).exists() and any(mark in file for mark in "*?["))
            with io.BufferedReader(io.FileIO(file), PEEKED) as stream:
                return is_several(stream, file)
        except (OSError, ValueError):
            return file.endswith(LINES_ENDINGS)

    def _fetcher(self, feeds: Feeds) -> Fetcher:
        from whodid.reading.fetching import Fetcher, default_cache

        self._fetchers.append(Fetcher(feeds.allowed, feeds.cache or default_cache()))
        return self._fetchers[-1]

    def _completed(self, item: Article | Failure) -> Article | Failure:
        if isinstance(item, Failure):
            return item
        return replace(item, date=item.date or self.date, title=item.title or self.title)


_STDIN = Place("standard input", "stdin")


def feeds_of(named: Sequence[str] | None, allowed: Sequence[str] | None, cache: Path | None) -> Feeds | None:
    """The feeds that --fetch names; None where it is not given. Raises WrongCall where what goes with it stands alone."""
    if named:
        if not all(named):
            raise WrongCall("--fetch names nothing; name a feed, for instance --fetch https://example.org/rss")
        from whodid.reading.fetching import may_be_cache

        if cache and not may_be_cache(cache):
            raise WrongCall(f"--fetch-cache names {cache}, which holds something else; name a new file, or one that has served so before")
        return Feeds(tuple(named), tuple(allowed or ()), cache)
    if allowed or cache:
        raise WrongCall("--allow-host and --fetch-cache go with --fetch; name a feed, for instance --fetch https://example.org/rss")
    return None


def _addresses(feeds: Feeds) -> list[str]:
    from whodid.reading.live import feed_addresses

    return feed_addresses(feeds.named)


def inputs_of(files: Sequence[str] | None, given: Given, feeds: Feeds | None = None) -> Inputs:
    """The call's inputs, checked.

    Raises:
        WrongCall: Where nothing is named, the date is none, the standard input stands twice, or one title is given for several articles.
        InputError: Where a list of feeds cannot be read.
    """
    if feeds is not None:
        _addresses(feeds)
    elif not files:
        raise WrongCall("no FILE is named; expected files, folders or patterns, or --fetch with feeds")
    files = files or ()
    if files.count(STANDARD_INPUT) > 1:
        raise WrongCall('"-" (the standard input) is named twice; it can be read once')
    inputs = Inputs(tuple(files), given.format, parse_day(given.date), given.title, feeds, given.longest)
    if given.title and spelled(given.title) != given.title:
        raise WrongCall(f'--title is "{spelled(given.title)}", which is no UTF-8; write it in UTF-8')
    if given.title and inputs.many:
        raise WrongCall("--title is for one article; where there are several, each has its own")
    return inputs


def parse_day(given: str | None, option: str = "--date") -> Date | None:
    """The day that this option gives. Raises WrongCall where it is none."""
    if given is None:
        return None
    is_formed = ISO_DAY.fullmatch(given)
    try:
        return Date.fromisoformat(given if is_formed else "")
    except ValueError:
        none = ", which is no day of the calendar" if is_formed else ""
        raise WrongCall(f'{option} is "{given}"{none}; expected YYYY-MM-DD, for instance 2022-09-15') from None


def refuse_overwriting(files: Sequence[str], output: Path | None) -> None:
    """Raises WrongCall where the output is one of the inputs: named itself, or read from a folder or by a pattern."""
    if output is None or not output.exists():
        return
    for file in files:
        if file != STANDARD_INPUT and any(_is_same(output, found) for found in walk(file, Counter())):
            among = "is an input of this call" if Path(file).is_file() else f"is read as an input from {file}"
            raise WrongCall(f"{output}: {among}, and would be lost; name another file for the output")


def _is_same(output: Path, found: Found | Failure) -> bool:
    try:
        return isinstance(found, Found) and output.samefile(found.path)
    except (OSError, ValueError):  # reading says what is wrong with it
        return False


def open_input(file: str) -> io.BufferedReader[Any]:
    """The file as bytes; "-" is the standard input. Raises InputError where it cannot be read."""
    if file != STANDARD_INPUT:
        try:
            return Path(file).open("rb")
        except OSError:
            read_jsonl(file)  # says in reading's words what is wrong with the file
            raise
    return _standard_input()


def _standard_input() -> io.BufferedReader[Any]:
    """The bytes of the standard input, always by the same buffer: what was looked at is still there."""
    stream: Any = sys.stdin.buffer
    if _BUFFERS.get("stream") is not stream:
        _BUFFERS.update(stream=stream, buffer=io.BufferedReader(Filled(stream), PEEKED))
    found: io.BufferedReader[Any] = _BUFFERS["buffer"]
    return found


_BUFFERS: dict[str, Any] = {}


def spoken(file: str) -> str:
    """What messages call the file."""
    return _STDIN.name if file == STANDARD_INPUT else file
