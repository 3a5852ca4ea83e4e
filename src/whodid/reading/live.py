"""Live feeds: each entry an article, from its page, or from the feed itself where that has the whole text."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from whodid.article import Article
from whodid.errors import InputError
from whodid.reading.encodings import decode_markup
from whodid.reading.failures import Failure
from whodid.reading.feeds import Entry, entries_of
from whodid.reading.fetching import Fetcher, FetchError
from whodid.reading.pages import read_page
from whodid.reading.plain import decode, read_file

_ADDRESS = ("http://", "https://")
_OUTLINE = re.compile(r"""\bxmlUrl\s*=\s*(?:"([^"]+)"|'([^']+)')""", re.IGNORECASE)
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "")


def feed_addresses(named: Sequence[str]) -> list[str]:
    """The feeds that are named: addresses as they are, and of files the addresses in them, one a line ("#" begins a remark) or as OPML.

    Raises:
        InputError: Where an address is none, or a file is missing or holds no address; names file and line.
    """
    found: list[str] = []
    for name in named:
        if "://" in name and not name.startswith(_ADDRESS):
            raise InputError(f"{name}: is no address that can be fetched; expected https://…", code="bad-address")
        found += [name] if name.startswith(_ADDRESS) else _listed(name)
    return list(dict.fromkeys(found))


def _listed(file: str) -> list[str]:
    text = decode(read_file(Path(file)), file)
    if text.lstrip().startswith("<"):
        found = [html.unescape(double or single) for double, single in _OUTLINE.findall(text)]
    else:
        found = [word for number, line in enumerate(text.splitlines(), 1) if (word := _address(line, f"{file}, line {number}"))]
    if not found:
        raise InputError(f"{file}: names no feed; expected an address a line, https://…", code="empty")
    return found


def _address(line: str, where: str) -> str | None:
    word = line.split(" #")[0].strip()
    if not word or word.startswith("#"):
        return None
    if not word.startswith(_ADDRESS):
        raise InputError(f'{where}: "{word[:80]}" is no address; expected https://…', code="bad-address")
    return word


def read_feeds(addresses: Sequence[str], fetcher: Fetcher, skipped: Counter[str]) -> Iterator[Article | Failure]:
    """The articles of these feeds, in order; what cannot be fetched is a failure in its place. What stands in two feeds is read once.

    An entry whose text is not whole in the feed is read from its page. Where robots.txt closes that page, or it holds no article, the
    feed's summary stands for it, as an excerpt.

    Args:
        skipped: Where to count what has not changed since the last time, and the like.
    """
    seen: set[str] = set()
    for address in addresses:
        try:
            fetched = fetcher.get(address)
            entries = entries_of(fetched.data, address) if fetched else []
        except InputError as error:
            yield Failure(address, 0, error)
            continue
        if fetched is None:
            skipped["feed that has not changed"] += 1
        for number, entry in enumerate(entries, 1):
            if entry.link in seen:
                skipped["entry that stands in two feeds"] += 1
                continue
            seen.update([entry.link] if entry.link else [])
            yield from _entry(entry, f"{address}#{number}", fetcher, skipped)


def _entry(entry: Entry, where: str, fetcher: Fetcher, skipped: Counter[str]) -> Iterator[Article | Failure]:
    own = replace(entry.article, id=entry.link or where) if entry.article else None
    if own is not None and (not own.excerpt or entry.link is None):
        yield own
        return
    if entry.link is None:
        yield Failure(where, 0, InputError(f"{where}: has neither text nor a link; expected one of them", code="no-text"))
        return
    try:
        page = _page(entry.link, fetcher)
    except InputError as error:
        if own is None or error.code not in ("robots", "no-article"):
            yield Failure(entry.link, 0, error)
            return
        skipped["page closed by robots.txt" if error.code == "robots" else "page without an article"] += 1
        page = own
    if page is None:
        skipped["page that has not changed"] += 1
    else:
        yield _completed(page, own, entry.link)


def _page(link: str, fetcher: Fetcher) -> Article | None:
    fetched = fetcher.get(link)
    if fetched is None:
        return None
    if fetched.type not in _PAGE_TYPES:
        raise FetchError(f"{link}: is {fetched.type}; expected a page in HTML", code="no-article")
    return read_page(decode_markup(fetched.data, fetched.charset), link, url=fetched.url)


def _completed(page: Article, own: Article | None, link: str) -> Article:
    """The page's article, with what the feed says of it where the page says nothing."""
    if own is None:
        return replace(page, id=link)
    return replace(page, id=link, date=page.date or own.date, title=page.title or own.title, author=page.author or own.author)
