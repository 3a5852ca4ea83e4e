"""Headings one below the other, without a gap: one article's title is the page's own, that of several is the next below."""

from __future__ import annotations

from whodid.report.markup import Markup, tag
from whodid.report.names import Names


def title_heading(names: Names, *children: object) -> Markup:
    """The article's title."""
    return _heading(names.level, "title", *children)


def part_heading(names: Names, *children: object) -> Markup:
    """What a part of the article's cards or tables is."""
    return _heading(names.level + 1, "part-title", *children)


def card_heading(names: Names, *children: object, title: str | None = None) -> Markup:
    """What a card is about."""
    return _heading(names.level + 2, "card-title", *children, title=title)


def _heading(level: int, kind: str, *children: object, title: str | None = None) -> Markup:
    return tag(f"h{level}", *children, class_=kind, title=title)
