"""Marks what is headline, dateline and boilerplate in an article's text; the text itself is never altered."""

from __future__ import annotations

import re
from dataclasses import replace

from whodid.article import Article
from whodid.reading.boilerplate import find_boilerplate
from whodid.reading.datelines import complete_day, find_dateline
from whodid.reading.headlines import find_headline
from whodid.text import Span

_LINE = re.compile(r"[^\r\n]+")


def mark(article: Article) -> Article:
    """The article with its headline, its dateline with place and day, and its boilerplate marked.

    What is not found stays None or empty; marking an article again gives the same.

    Example:
        >>> mark(Article("HOLMSTAD, Norland (NPA) — Estia signed.")).dateline_place.text
        'HOLMSTAD, Norland'
    """
    lines = _lines(article.text)
    boilerplate = find_boilerplate(lines)
    junk = {span.start for span in boilerplate}
    story = [line for line in lines if line.start not in junk]
    headline = _headline(article, story)
    dateline = find_dateline(_after(headline, story), article.text)
    if dateline and dateline.byline:
        boilerplate = sorted([*boilerplate, dateline.byline])
    return replace(
        article,
        headline=headline,
        dateline=dateline.span if dateline else None,
        dateline_place=dateline.place if dateline else None,
        dateline_date=complete_day(dateline.day, article.date) if dateline else None,
        boilerplate=tuple(boilerplate),
    )


def _headline(article: Article, story: list[Span]) -> Span | None:
    if find_dateline(story[:1], article.text):
        return None
    follows = find_dateline(story[1:], article.text) is not None
    return find_headline(story, article.text, article.title, dateline_follows=follows)


def _lines(text: str) -> list[Span]:
    """The lines that hold something, without the white space around them."""
    lines = []
    for match in _LINE.finditer(text):
        line = match[0]
        words = line.strip()
        if words:
            start = match.start() + len(line) - len(line.lstrip())
            lines.append(Span(start, start + len(words), words))
    return lines


def _after(headline: Span | None, story: list[Span]) -> list[Span]:
    """The story's lines after the headline, which may share its line with the first sentence."""
    if headline is None:
        return story
    first = story[0]
    rest = first.text[headline.end - first.start :].lstrip()
    return ([Span(first.end - len(rest), first.end, rest)] if rest else []) + story[1:]
