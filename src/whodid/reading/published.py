"""The day a page was published, as it states it itself: in JSON-LD, in its meta tags, in its address, or in a line beside the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date
from typing import TYPE_CHECKING

from whodid.reading.days import day_of
from whodid.reading.structured import stated_articles

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# In the order in which they are believed.
_META = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "og:pubdate",
    "publishdate", "publish_date", "publish-date", "published_date", "publication_date", "published", "pubdate",
    "article_date_original", "originalpublicationdate", "article.published", "article-publish-date", "sailthru.date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "bt:pubdate", "dcterms.created", "dcterms.issued", "dc.date.issued",
    "dc.date", "dcterms.date", "ptime", "displaydate", "rnews:datepublished", "date",
)  # fmt: skip
_NAMES = ("property", "name", "itemprop")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)")
_UPDATE = re.compile(r"updat|modif|edited|corrected|revised", re.IGNORECASE)
_PUBLISHED = re.compile(r"publish|posted|entry-date|post-date|article-date|pubdate|date-published|article__date|created", re.IGNORECASE)
_LABEL = re.compile(r"^\W*(?:first\s+)?(?:published|posted|created|date)?(?:\s+on)?\s*[:|-]?\s*", re.IGNORECASE)
_LATER = re.compile(r"\s*(?:[|;•·(-]\s*)?(?:last\s+)?(?:updated|modified)\b.*", re.IGNORECASE | re.DOTALL)


def published_on(tree: HtmlElement, address: str | None) -> Date | None:
    """The day of publication; None where the page states none, only that of an update, or one that can be read in two ways."""
    for said in (*_in_data(tree), *_in_meta(tree)):
        if day := day_of(said):
            return day
    return _in_time_element(tree) or _day_in(address) or _in_line(tree)


def _in_data(tree: HtmlElement) -> Iterator[str]:
    for article in stated_articles(tree):
        for key in ("datePublished", "dateCreated"):
            if isinstance(value := article.get(key), str):
                yield value


def _in_meta(tree: HtmlElement) -> Iterator[str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in _NAMES:
            name = (meta.get(attribute) or "").lower()
            if name in _META and (content := meta.get("content")):
                found.setdefault(name, content)
    yield from (found[name] for name in _META if name in found)


def _in_time_element(tree: HtmlElement) -> Date | None:
    """Of `time` elements those that say they are of the publication; else the only day that any of them has."""
    days: set[Date] = set()
    for time in tree.iter("time"):
        own = " ".join(time.get(key) or "" for key in ("class", "itemprop", "id", "pubdate"))
        near = own + " " + (time.getparent().get("class") or "" if time.getparent() is not None else "")
        day = day_of(time.get("datetime") or time.text_content())
        if day is None or _UPDATE.search(near):
            continue
        if _PUBLISHED.search(own) or time.get("pubdate") is not None:
            return day
        days.add(day)
    return days.pop() if len(days) == 1 else None


def _day_in(address: str | None) -> Date | None:
    match = _IN_ADDRESS.search(address or "")
    if not match:
        return None
    year, month, day = match.groups()
    return day_of(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}")


def _in_line(tree: HtmlElement) -> Date | None:
    """The first line of the page that is nothing but a day, or the word "published" and a day, in an element named after its date."""
    for element in tree.iter("span", "div", "p", "li", "td", "small", "em", "abbr"):
        named = " ".join(element.get(key) or "" for key in ("class", "id", "itemprop"))
        if not re.search(r"date|time|publish|posted|byline|meta", named, re.IGNORECASE) or _UPDATE.search(named):
            continue
        line = " ".join(element.text_content().split())
        if len(line) <= 100 and (day := day_of(_LABEL.sub("", _LATER.sub("", line)))):
            return day
    return None
