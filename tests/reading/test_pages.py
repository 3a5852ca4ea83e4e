"""Web pages: the article's text alone, and what the page states of itself."""

from __future__ import annotations

from datetime import date

import pytest

import pages as written
from whodid.errors import InputError
from whodid.reading.encodings import decode_markup, decode_plain
from whodid.reading.pages import read_page

HEAD = (
    '<meta property="og:site_name" content="Norland Post"><meta name="author" content="By Ada Brandt">'
    '<link rel="canonical" href="/2024/leaders-meet">'
)
DATA = '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", %s}]}</script>'


def test_text_and_what_the_page_says_of_itself():
    article = read_page(written.page(HEAD), "a.html", url="https://post.example/x?utm=1")
    assert article.text == written.TEXT
    assert (article.title, article.author, article.source) == ("Leaders meet in Holmstad", "Ada Brandt", "Norland Post")
    assert (article.url, article.language, article.origin) == ("https://post.example/2024/leaders-meet", "en", "a.html")


def test_the_outlet_is_no_part_of_the_title_and_else_the_host():
    named = written.page(HEAD + '<meta property="og:title" content="Leaders meet in Holmstad | Norland Post">')
    assert read_page(named, "a").title == "Leaders meet in Holmstad"
    assert read_page(written.page(), "a", url="https://www.post.example/x").source == "post.example"


DAYS = {
    "JSON-LD": (DATA % '"datePublished": "2024-03-05T23:30:00-05:00", "dateModified": "2024-03-09"', "", "2024-03-05"),
    "JSON-LD with a date that is none": (DATA % '"datePublished": "0001-01-01T00:00:00"', "", None),
    "broken JSON-LD": ('<script type="application/ld+json">{"@type": </script>', "", None),
    "a meta tag": ('<meta property="article:published_time" content="2024-03-05T10:00:00Z">', "", "2024-03-05"),
    "an update alone": ('<meta property="article:modified_time" content="2024-03-05T10:00:00Z">', "", None),
    "an update in JSON-LD": (DATA % '"dateModified": "2024-03-05"', "", None),
    "a year": ('<meta name="date" content="2024">', "", None),
    "a month": ('<meta name="date" content="2024-03">', "", None),
    "a day of two readings": ('<meta name="date" content="05/03/2024">', "", None),
    "a time element": ("", '<time datetime="2024-03-05T10:00">March 5</time>', "2024-03-05"),
    "times of publication and update": (
        "", '<time class="updated" datetime="2024-03-09">9</time><time class="published" datetime="2024-03-05">5</time>', "2024-03-05"
    ),
    "an updated time": ("", '<time class="updated" datetime="2024-03-05">March 5</time>', None),
    "a line": ("", '<p class="date">Published: March 5, 2024 | Updated: March 9, 2024</p>', "2024-03-05"),
    "a line of an update": ("", '<p class="date">Updated March 5, 2024</p>', None),
    "a day that the text tells": ("", "<p>On 5 March 2024 the ministers met in Holmstad for the first time.</p>", None),
}  # fmt: skip


@pytest.mark.parametrize("kind", DAYS)
def test_the_day_is_the_one_stated_for_the_publication(kind):
    head, top, expected = DAYS[kind]
    found = read_page(written.page(head, top=top), "a").date
    assert found == (date.fromisoformat(expected) if expected else None)


def test_the_day_in_an_address():
    assert read_page(written.page(), "a", url="https://post.example/world/2024/03/05/talks").date == date(2024, 3, 5)
    assert read_page(written.page(), "a", url="https://post.example/world/2024/03/talks").date is None


def test_the_headline_is_not_in_the_text_but_a_short_text_is_kept():
    assert read_page(written.page(top="<p>World</p><h1>Leaders meet in Holmstad</h1>"), "a").text == written.TEXT


@pytest.mark.parametrize("html", ["", "<p></p>", "\x00", "<html><body><a href='/'>Home</a></body></html>", "<" * 5000, "<div>" * 3000])
def test_a_page_without_an_article_says_so(html):
    with pytest.raises(InputError, match="^a.html: "):
        read_page(html, "a.html")


def test_front_pages_and_lists_of_links_are_no_articles():
    for url in ("https://post.example", "https://post.example/", "https://post.example/index.html#top"):
        with pytest.raises(InputError, match="front page"):
            read_page(written.page(), "a", url=url)
    links = "".join(f"<li><a href='/{n}'>Story number {n} of the day</a></li>" for n in range(60))
    with pytest.raises(InputError, match="no article was found"):
        read_page(f"<html><body><ul>{links}</ul></body></html>", "a", url="https://post.example/world")


def test_odd_addresses_are_no_fault():
    for url in ("http://[::1/x", "http://a b/x", "//", "https://post.example:99999/x"):
        assert read_page(written.page('<link rel="canonical" href="http://[bad">'), "a", url=url).text == written.TEXT


def test_encodings_by_declaration_then_by_detection():
    text = "The café in Zürich closed, the “talks” went on, and the minister’s aides said no more on Monday."
    assert decode_markup(text.encode()) == text
    assert decode_markup(text.encode("utf-16")) == text
    assert decode_markup(text.encode("cp1252"), "iso-8859-1") == text
    assert decode_markup(b'<meta charset="latin1">' + text.encode("cp1252"))[23:] == text
    russian = "Министр иностранных дел заявил в понедельник, что переговоры продолжатся."
    assert decode_markup(b'<?xml version="1.0" encoding="windows-1251"?>' + russian.encode("cp1251")).endswith(russian)
    assert decode_markup(russian.encode("cp1251"), "no-such-encoding") == russian
    assert decode_plain(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize("data", [b"caf\xe9", b"\x81\x8d\x8f\x90" * 20, b"a\0b" * 50])
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(InputError):
        decode_plain(data, "a.txt")


HOSTILE = {
    "links without end": "<article>" + "<a href='/x'>one</a> " * 25_000,
    "attributes without end": "<p " + " ".join(f"a{n}=b" for n in range(12_000)) + ">",
    "tags in tags without end": "<div>" * 30_000 + written.TEXT,
    "brackets without end": '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_pages_that_would_take_minutes_are_refused_at_once(kind):
    with pytest.raises(InputError):
        read_page("<html><body>" + HOSTILE[kind], "a.html")
