"""What a page says of its article in JSON-LD, the form that search engines ask for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article|Report|BlogPosting|LiveBlog|WebPage")


def stated_articles(tree: HtmlElement) -> list[dict[str, Any]]:
    """What the page's JSON-LD says of its article, best first."""
    found: list[dict[str, Any]] = []
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            found += _objects(json.loads(script.text_content().strip(), strict=False))
        except (ValueError, RecursionError):
            continue
    articles = [one for one in found if _ARTICLE.search(json.dumps(one.get("@type", "")))]
    return sorted(articles, key=lambda one: "WebPage" in json.dumps(one.get("@type")))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key))
