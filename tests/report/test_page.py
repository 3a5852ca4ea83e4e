"""The page: nothing in an article can run in it, nothing is loaded from anywhere, and every link leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from builders import TEXT, record
from whodid import Record
from whodid.record import Actor, Mention, Place, TextWarning
from whodid.report import report_page
from whodid.report.names import headline
from whodid.text import Span

HOSTILE = "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover='alert(3)' javascript:alert(4) <!-- ]]>"


class Page(HTMLParser):
    """All elements with their attributes, and the text outside script and style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words, self._inside = "", ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside not in ("script", "style"):
            self.words += data


def hostile() -> Record:
    """A record with markup wherever the article can put words."""
    text = f"{HOSTILE}\n\n{HOSTILE} met."
    actor = Actor(HOSTILE, HOSTILE, "person", HOSTILE, HOSTILE, HOSTILE)
    return Record(
        text=text, id=HOSTILE, title=HOSTILE, source=HOSTILE, language=HOSTILE, url="javascript:alert(1)", actors=(actor,),
        warnings=(TextWarning(HOSTILE, HOSTILE, 0, len(HOSTILE)),),
    )  # fmt: skip


@pytest.mark.parametrize("shown", [[hostile()], [hostile(), record()]])
def test_nothing_in_an_article_is_markup(shown: list[Record]) -> None:
    page = Page(report_page(shown))
    counted = Counter(tag for tag, _ in page.elements)
    assert counted["script"] == 1 and counted["style"] == 1 and not counted["img"]
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    links = [attributes["href"] or "" for _, attributes in page.elements if "href" in attributes]
    assert [link for link in links if not link.startswith("#")] == [one.url for one in shown if one.url and one.url.startswith("http")]
    assert "onerror=alert(2)" in page.words


def test_the_policy_lets_in_only_what_is_the_page_s_own() -> None:
    page = Page(report_page([record()]))
    policy = next(a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None and policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy and "http" not in policy.replace("http-equiv", "")
    assert not {"src", "srcset", "style", "action"} & {name for _, attributes in page.elements for name in attributes}


@pytest.mark.parametrize("count", [1, 3])
def test_every_link_leads_somewhere_and_every_id_stands_once(count: int) -> None:
    page = Page(report_page([record() for _ in range(count)]))
    ids = Counter(attributes["id"] for _, attributes in page.elements if "id" in attributes)
    assert not [id for id, times in ids.items() if times > 1]
    links = {(a["href"] or "")[1:] for tag, a in page.elements if tag == "a" and (a["href"] or "").startswith("#")}
    assert links <= set(ids)
    for number in range(1, count + 1):
        assert {f"a{number}-{event.id}-text" for event in record().events} <= links


def test_the_text_stands_whole_and_in_order() -> None:
    html = report_page([record()])
    words = Page(re.sub(r'<a class="num[^>]*>[^<]*</a>', "", html)).words
    for line in filter(None, TEXT.splitlines()):
        assert line in words


def test_what_is_only_said_looks_different() -> None:
    page = Page(report_page([record()]))
    cards = {a["id"]: (a.get("class") or "").split() for _, a in page.elements if "event" in (a.get("class") or "").split()}
    assert "said" in cards["a1-e3"] and "told" in cards["a1-e1"]
    assert "said by" in page.words and "s-denied" in cards["a1-e4"]


def test_the_same_records_give_the_same_page() -> None:
    assert report_page([record()]) == report_page([record()])


def test_a_record_with_nothing_in_it_has_a_page() -> None:
    assert "No event was found in this text" in report_page([Record(text="Words.")])


def test_a_place_or_person_named_twice_has_one_row_that_leads_to_the_first_words() -> None:
    text = "Kell lies by the sea. Kell is old. Ada Brandt was there. Brandt left."
    place, actor = Place(0, 4, "Kell", "Kell", "EST"), Actor("person:ada-brandt", "Ada Brandt", "person")
    mentions = (Mention(35, 45, "Ada Brandt", actor.id), Mention(57, 63, "Brandt", actor.id))
    shown = Record(text=text, places=(place, Place(22, 26, "Kell", "Kell", "EST")), actors=(actor,), mentions=mentions)
    html = report_page([shown])
    assert html.count('<tr id="a1-l') == 1 and html.count('<tr id="a1-p') == 1 and "2 ×" in html
    assert '<span class="m-place" data-k="l1" title="Kell, EST" id="a1-l1-text">Kell</span>' in html
    assert '<span data-k="p1" id="a1-p1-text">Ada Brandt</span>' in html
    assert '<span data-k="p1" title="Ada Brandt">Brandt</span>' in html


def test_a_span_that_begins_between_paragraphs_can_be_reached() -> None:
    text = "One line.\n\nKell stands."
    html = report_page([Record(text=text, places=(Place(9, 15, "Kell", "Kell"),))])
    assert 'id="a1-l1-text">Kell</span>' in html


def test_only_a_web_address_is_a_link() -> None:
    assert 'href="https://news.example/1"' in report_page([record(url="https://news.example/1")])
    for address in ("javascript:alert(1)", "data:text/html,x", "//news.example", "https://a b"):
        assert "as published" not in report_page([record(url=address)])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Share\nLeaders meet\nThey met on Monday.", "Leaders meet"),
        ("Share\nThe leaders met on Monday.", "The leaders met on Monday."),
        ("word " * 40, "word " * 17 + "…"),
        ("", "n-1"),
    ],
)
def test_an_article_without_title_is_called_by_its_first_words(text: str, shown: str) -> None:
    junk = (Span(0, 5, "Share"),) if text.startswith("Share") else ()
    assert headline(Record(text=text, id="n-1", title=" ", boilerplate=junk)) == shown


def test_one_article_is_the_page_s_own_heading_and_several_stand_below_it() -> None:
    alone, several = report_page([record()]), report_page([record(), record()])
    assert '<h1 class="title">' in alone and "<h2" in alone and alone.count("<h1") == 1
    assert "<h1>2 coded articles</h1>" in several and several.count('<h2 class="title">') == 2


def test_a_language_that_is_none_is_not_written() -> None:
    assert 'class="text" lang="en"' in report_page([record(language="not a language")])
