"""Feeds from a server of the tests' own: entries, their pages, and what stands for a page that cannot be read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import pages as written
from whodid.article import Article
from whodid.errors import InputError
from whodid.reading import Failure
from whodid.reading.fetching import Fetcher
from whodid.reading.live import feed_addresses, read_feeds

SUMMARY = "<description>Norland and Estia are to open talks, officials in Holmstad said.</description>"


@pytest.fixture
def read(site, clock, tmp_path: Path):
    skipped: Counter[str] = Counter()

    def run(*paths: str) -> tuple[list[Article | Failure], Counter[str], Fetcher]:
        fetcher = Fetcher([site.host], tmp_path / "fetched.json", clock=clock, sleep=clock.sleep)
        return list(read_feeds([site.url(path) for path in paths], fetcher, skipped)), skipped, fetcher

    return run


def feed(site, *inside: str) -> str:
    items = (f"<item><title>Story {n}</title><link>{site.url(f'/{n}')}</link>{rest}</item>" for n, rest in enumerate(inside, 1))
    return written.rss(*items)


def test_an_entry_is_read_from_its_page(site, read):
    site.gives("/rss", feed(site, SUMMARY + "<pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate>"), type="application/rss+xml")
    site.gives("/1", written.page())
    ((article,), skipped, _) = read("/rss")
    assert article.text == written.TEXT and article.excerpt is None
    assert (article.id, article.url, str(article.date)) == (site.url("/1"), site.url("/1"), "2024-03-05")
    assert not skipped


def test_an_entry_that_is_whole_needs_no_page(site, read):
    site.gives("/rss", feed(site, f"<content:encoded><![CDATA[<p>{written.TEXT}</p>]]></content:encoded>"))
    ((article,), _, _) = read("/rss")
    assert article.text == written.TEXT.replace("\n", " ")
    assert site.paths == ["/robots.txt", "/rss"]


def test_the_summary_stands_for_a_page_that_may_not_or_cannot_be_read(site, read):
    site.gives("/robots.txt", "User-agent: *\nDisallow: /1", type="text/plain")
    site.gives("/rss", feed(site, SUMMARY, SUMMARY))
    site.gives("/2", "<html><body><p>Video</p></body></html>")
    (articles, skipped, _) = read("/rss")
    assert [(article.excerpt, article.text[:18]) for article in articles] == [(True, "Norland and Estia ")] * 2
    assert skipped == {"page closed by robots.txt": 1, "page without an article": 1}


def test_a_page_that_is_not_there_fails_in_its_place(site, read):
    site.gives("/rss", feed(site, SUMMARY, SUMMARY, ""))
    site.gives("/2", written.page())
    (first, second, third), _, _ = read("/rss")
    assert isinstance(first, Failure) and first.id == site.url("/1") and "status 404" in str(first.error)
    assert isinstance(second, Article) and isinstance(third, Failure)


def test_a_story_in_two_feeds_is_read_once_and_a_broken_feed_does_not_stop_the_rest(site, read):
    site.gives("/a", feed(site, SUMMARY))
    site.gives("/b", feed(site, SUMMARY))
    site.gives("/no", "hello")
    site.gives("/1", written.page())
    items, skipped, _ = read("/a", "/no", "/b")
    assert [type(item) for item in items] == [Article, Failure]
    assert items[1].error.code == "empty" and skipped == {"entry that stands in two feeds": 1}


def test_the_second_time_only_what_changed(site, read):
    site.gives("/rss", feed(site, SUMMARY))
    page = {"ETag": '"1"', "Content-Type": "text/html"}
    site.answers["/1"] = lambda headers: (304, {}, b"") if headers.get("If-None-Match") else (200, page, written.page().encode())
    items, _, fetcher = read("/rss")
    assert len(items) == 1
    fetcher.save()
    items, skipped, _ = read("/rss")
    assert items == [] and skipped == {"page that has not changed": 1}


def test_lists_of_feeds(tmp_path):
    (tmp_path / "feeds.txt").write_text("# News\nhttps://a.example/rss\n\nhttps://b.example/rss # world\n")
    (tmp_path / "feeds.opml").write_text('<opml><body><outline text="A" xmlUrl="https://c.example/?a=1&amp;b=2"/></body></opml>')
    named = [str(tmp_path / "feeds.txt"), "https://a.example/rss", str(tmp_path / "feeds.opml")]
    assert feed_addresses(named) == ["https://a.example/rss", "https://b.example/rss", "https://c.example/?a=1&b=2"]


@pytest.mark.parametrize(("text", "words"), [("# none\n", "no feed"), ("a.example\n", "line 1: .* is no address"), ("<opml/>", "no feed")])
def test_a_list_that_is_none(tmp_path, text, words):
    (tmp_path / "feeds.txt").write_text(text)
    with pytest.raises(InputError, match=words):
        feed_addresses([str(tmp_path / "feeds.txt")])
