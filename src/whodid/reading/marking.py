"""Marks what is headline, dateline and boilerplate in an article's text; the text itself is never altered."""

from __future__ import annotations

import re
from dataclasses import replace

from whodid.article import Article
from whodid.reading.boilerplate import find_boilerplate
from whodid.reading.datelines import LEAD, Dateline, complete_day, find_dateline
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
    headline, dateline = _head(article, story)
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


def _head(article: Article, story: list[Span]) -> tuple[Span | None, Dateline | None]:
    """Headline and dateline, which help to tell each other."""
    if first := find_dateline(story[:1], article.text):
        return None, first
    later = find_dateline(story[1:], article.text)
    headline = find_headline(story, article.text, article.title, dateline_follows=later is not None)
    if headline and headline.end < story[0].end:
        later = find_dateline(_after(headline, story), article.text)
    elif headline is None and story and len(story[0].text) > LEAD:
        later = None
    return headline, later


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


def _after(headline: Span, story: list[Span]) -> list[Span]:
    """The story's lines after a headline that shares its line with the first sentence."""
    first = story[0]
    rest = first.text[headline.end - first.start :].lstrip()
    return [Span(first.end - len(rest), first.end, rest), *story[1:]]
