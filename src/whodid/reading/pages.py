"""Web pages to articles: trafilatura finds the text and what the page says of itself, resiliparse where it finds none."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from whodid.article import Article, host_of
from whodid.errors import InputError
from whodid.reading.languages import language_of
from whodid.reading.published import published_on
from whodid.reading.structured import stated_articles

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A page with less text than this has no article in it.
FEWEST_LETTERS = 40
# The headline may stand below the section's name and the like.
_TOP_LINES = 4
_WORDS = re.compile(r"\w+")
# News pages have some 2,000, the longest ten times as many; what lies far above takes the libraries minutes.
MOST_ELEMENTS = 20_000
MOST_ATTRIBUTES = 10_000
_LONG_TAG = re.compile(r"<[^<>]{20000,}")
# More than browsers show, and than lxml keeps.
DEEPEST = 2000
_TAG = re.compile(r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|li|link|meta|p|param|source|td|th|tr|track|wbr)\b)[a-z]", re.IGNORECASE)
_TAGS = re.compile(r"</(?:p|div|span|a|b|i|em|strong|h\d|li|ul|td|blockquote)\s*>|<(?:br|p|img|hr)\b[^<>]*>", re.IGNORECASE)
_NO_NAME = re.compile(r"https?:|@|\d{3}|\b(?:copyright|admin|editor|staff|published)\b", re.IGNORECASE)
_ROLE = re.compile(r"^(?:(?:analysis|opinion|text)\s+)?by\s+|\s+is an? .*$|,\s+(?:staff )?(?:reporter|writer|editor)$", re.IGNORECASE)
_LONGEST_NAME = 80
# A line that tells something, and not a link: a dozen words and the end of a sentence.
_PROSE = re.compile(r"(?:\S+\s+){11,}\S+[.!?…。”\"»)]\s*$|\w{30,}[。！？]")
_WHOLE = re.compile(r"https?://(?:[^/?#@]*@)?[^/?#:\[\]\s]+", re.IGNORECASE)
_FRONT = re.compile(r"https?://[^/?#]+/?(?:index\.\w{3,5})?(?:#.*)?", re.IGNORECASE)
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})*")

for _name in ("trafilatura", "htmldate", "courlan"):  # Without a handler of its own, what they log would reach the user's terminal.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_page(html: str, where: str, *, url: str | None = None) -> Article:
    """The article of a page, with title, day of publication, author, outlet, canonical address and language as far as the page states them.

    The text is that of the article alone: menus, captions, related links, comments and the headline itself are left out. The day is one
    that the page states for its publication; a day of an update, a year, or one that can be read in two ways is none.

    Args:
        where: What messages call the page.
        url: Where it was fetched from; a canonical address in the page goes before it.

    Raises:
        InputError: Where there is no article in it.
    """
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    if url and _FRONT.fullmatch(url):
        raise InputError(f"{where}: is a front page ({url}); expected the page of one article", code="no-article")
    if any(len(tag.split()) > MOST_ATTRIBUTES for tag in _LONG_TAG.findall(html)):
        raise InputError(f"{where}: has a tag with more than {MOST_ATTRIBUTES:,} attributes; expected a page", code="too-large")
    tree = _tried(load_html, html)
    if tree is None:
        raise InputError(f"{where}: is no page that can be read; expected HTML with an article in it", code="no-article")
    if sum(1 for _ in islice(tree.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        raise InputError(f"{where}: has more than {MOST_ELEMENTS:,} elements; expected a page with one article", code="too-large")
    known = _tried(extract_metadata, tree, None, _NO_DATE, True)
    outlet = _outlet(known)
    title = _without_outlet(_clean(known.title) if known else None, outlet)
    text = _text(tree, html)
    if len(_WORDS.sub("x", text)) < 2 or len(text) < FEWEST_LETTERS:
        message = f"{where}: no article was found in the page; expected a page with one article, not a list or a video"
        raise InputError(message, code="no-article")
    address = _address(_canonical(tree) or (known.url if known else None), url)
    return Article(
        _without_headline(text, [title, *_headlines(tree)]),
        date=published_on(tree, address),
        title=title,
        url=address,
        source=outlet or host_of(address),
        language=language_of(text, _declared_language(tree)),
        author=_author(known.author if known else None),
        origin=where,
    )


def plain_of(markup: str) -> str:
    """The text of a piece of HTML, such as a feed's entry; plain text stays as it is."""
    if not is_markup(markup):
        return markup
    return _rough_text(markup)


def is_markup(text: str) -> bool:
    """Whether the text is HTML: has tags that end, or break a line."""
    return bool(_TAGS.search(text))


# htmldate's day is not asked for: it also takes days of updates, and years.
_NO_DATE = {"extensive_search": False, "original_date": True, "max_date": "1900-01-01"}


def _text(tree: HtmlElement, html: str) -> str:
    from trafilatura import extract

    # favor_precision: F1 0.964 against 0.958 on 90 pages; what it leaves empty, the balanced way may find.
    for precise in (True, False):
        text = _tried(extract, tree, include_comments=False, favor_precision=precise, fast=not precise)
        if text and len(text) >= FEWEST_LETTERS and (precise or _has_prose(text)):
            return str(text)
    rough = _rough_text(html, main_content=True, comments=False)
    return rough if _has_prose(rough) else ""


def _has_prose(text: str) -> bool:
    return any(_PROSE.search(line) for line in text.splitlines())


def _rough_text(html: str, **options: Any) -> str:
    """The text as resiliparse finds it; "" where tags are nested so deep that this would take minutes."""
    from resiliparse.extract.html2text import extract_plain_text

    return "" if _is_deep(html) else extract_plain_text(html, list_bullets=False, alt_texts=False, **options).strip()


def _is_deep(html: str) -> bool:
    depth = 0
    for match in _TAG.finditer(html):
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEEPEST:
            return True
    return False


def _tried(function: Any, *arguments: Any, **options: Any) -> Any:
    """What a library makes of a page, or None: no page may break it, and pages hold anything."""
    try:
        return function(*arguments, **options)
    except Exception:
        return None


def _without_headline(text: str, titles: list[str | None]) -> str:
    """The text from below its headline; the title is known apart."""
    wanted = [words for title in titles if title and len(words := _words(title)) > 1]
    lines = text.split("\n")
    for number, line in enumerate(lines[:_TOP_LINES]):
        words = _words(line)
        if len(words) > 1 and any(words == title or (len(words) > 3 and title[: len(words)] == words) for title in wanted):
            rest = "\n".join(lines[number + 1 :]).strip()
            return rest if len(rest) >= FEWEST_LETTERS else text
    return text


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(text)]


def _headlines(tree: HtmlElement) -> Iterator[str]:
    for heading in tree.iterfind(".//h1"):
        yield " ".join(heading.itertext())
    for article in stated_articles(tree):
        if isinstance(headline := article.get("headline"), str):
            yield headline


def _declared_language(tree: HtmlElement) -> str | None:
    root = tree if tree.tag == "html" else tree.find(".//html")
    meta = tree.xpath("//meta[@property='og:locale' or @http-equiv='content-language']/@content")
    for value in (root.get("lang") if root is not None else None, root.get("xml:lang") if root is not None else None, *meta):
        if value and _LOCALE.fullmatch(value.strip()):
            return re.split("[-_]", value.strip())[0].lower()
    return None


def _canonical(tree: HtmlElement) -> str | None:
    return next((link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()), None)


def _address(canonical: str | None, url: str | None) -> str | None:
    """The canonical address, made whole; the page's own where the canonical one is none or only names the site."""
    found = _tried(urljoin, url or "", canonical.strip()) if canonical else None
    if not found or not _WHOLE.match(found):
        return url
    return url if url and _FRONT.fullmatch(found) and not _FRONT.fullmatch(url) else str(found)


def _outlet(known: Any) -> str | None:
    name = _clean(known.sitename) if known else None
    return name if name and len(name) <= _LONGEST_NAME and not name.lower().startswith("copyright") else None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name that pages put before or behind it."""
    if not title or not outlet:
        return title
    bare = re.sub(rf"\s+[-–—|:·]\s+{re.escape(outlet)}$|^{re.escape(outlet)}\s*[-–—|:·]\s+", "", title)
    return bare.strip() or title


def _author(author: str | None) -> str | None:
    """Names only: parts with addresses, numbers or "admin" in them are dropped."""
    names = [_ROLE.sub("", name.strip()) for name in (author or "").split(";")]
    return "; ".join(name for name in names if 2 < len(name) <= _LONGEST_NAME and not _NO_NAME.search(name)) or None


def _clean(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
