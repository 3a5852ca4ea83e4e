"""The whole page: head, contents, one part for each article. Style and script stand inside, let in by their hashes alone."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from whodid.record import Record
from whodid.report.cards import event_card, legend, place_table, quote_card, relation_table, time_table, warning_cards
from whodid.report.drawing import network_picture
from whodid.report.marks import marked_text
from whodid.report.markup import Markup, join, tag
from whodid.report.names import Names, headline


def report_page(records: Iterable[Record], title: str | None = None) -> str:
    """One HTML page that shows these records. It asks nothing of any network, and text from the articles is never markup.

    Args:
        records: The coded articles, in the order in which they are shown.
        title: The page's title. None: the article's own, or the number of articles.
    """
    shown = [Names(record, number) for number, record in enumerate(records, 1)]
    title = title or (_title(shown[0]) if len(shown) == 1 else f"{len(shown)} coded articles")
    body = tag(
        "body", tag("a", "to the articles", href="#articles", class_="skip"), _page_head(title, shown),
        tag("main", *(_article(names) for names in shown), id="articles"),
        tag("footer", "Made by whodid. What is shown was read by a program: each entry links to the words it rests on."),
        tag("script", _asset("page.js")),
    )  # fmt: skip
    page = tag("html", _head(title), body, lang="en")
    return f"<!doctype html>\n{page}\n"


def _title(names: Names) -> str:
    return headline(names.record)


def _head(title: str) -> Markup:
    policy = f"default-src 'none'; style-src '{_hash('page.css')}'; script-src '{_hash('page.js')}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head", tag("meta", charset="utf-8"), tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"), tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"), tag("title", f"{title} – whodid"), tag("style", _asset("page.css")),
    )  # fmt: skip


@cache
def _asset(name: str) -> Markup:
    return Markup(files(__package__).joinpath(name).read_text(encoding="utf-8").strip())


@cache
def _hash(name: str) -> str:
    return "sha256-" + b64encode(sha256(_asset(name).encode()).digest()).decode()


def _page_head(title: str, shown: Sequence[Names]) -> Markup:
    brand = tag("p", tag("b", "whodid"), " who did what to whom, and who says so", class_="brand")
    contents = _contents(shown) if len(shown) > 1 else None
    heading = tag("h1", title) if len(shown) != 1 else None
    return tag("header", brand, heading, contents, legend(), _filters(shown), class_="page")


def _contents(shown: Sequence[Names]) -> Markup:
    items = [
        tag("li", tag("a", _title(names), href=f"#a{names.number}"), tag("small", " " + _sums(names.record)))
        for names in shown
    ]  # fmt: skip
    return tag("nav", tag("ol", *items), aria_label="articles")


def _filters(shown: Sequence[Names]) -> Markup | None:
    events = [event for names in shown for event in names.record.events]
    if not events:
        return None
    groups = (
        ("type", Counter(event.type for event in events)),
        ("status", Counter(event.status for event in events)),
        ("voice", Counter("said" if event.attribution else "told" for event in events)),
    )
    spoken = {"said": "said by somebody", "told": "told by the article"}
    rows = []
    for group, counts in groups:
        buttons = [
            tag(
                "button",
                spoken.get(value, value),
                tag("small", f" {count}"),
                type="button",
                aria_pressed="false",
                data_filter=group,
                data_value=value,
            )
            for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        ]
        rows.append(tag("div", tag("span", group, class_="label"), *buttons, role="group", aria_label=f"show by {group}"))
    return tag("div", *rows, class_="filters", hidden=True)


def _article(names: Names) -> Markup:
    record = names.record
    known = " · ".join(filter(None, (record.source, record.date, record.id)))
    head = tag("header", tag("h2", _title(names)), tag("p", known, class_="meta"), tag("p", _sums(record), class_="meta"))
    text = tag("div", marked_text(names), class_="text", lang=record.language or "en")
    return tag("article", head, tag("div", text, _aside(names), class_="columns"), id=f"a{names.number}", aria_label=_title(names))


def _sums(record: Record) -> str:
    counted = (("event", record.events), ("quote", record.quotes), ("warning", record.warnings))
    return ", ".join(f"{len(parts)} {name}{'' if len(parts) == 1 else 's'}" for name, parts in counted)


def _aside(names: Names) -> Markup:
    record = names.record
    parts = [
        _part("Warnings", warning_cards(names)),
        _part("Who dealt with whom", [network_picture(names)]),
        _part(
            "Events",
            [event_card(event, names) for event in record.events],
            tag("p", "No event passes the filter.", class_="none", hidden=True),
        ),
        _part("Quotes", [quote_card(quote, names) for quote in record.quotes]),
        _part("Standing facts", [relation_table(names)]),
        _part("Times", [time_table(record)]),
        _part("Places", [place_table(record)]),
    ]
    found = [part for part in parts if part]
    return tag("aside", *(found or [tag("p", "Nothing was found in this text.", class_="none")]), aria_label="what was coded")


def _part(title: str, children: Sequence[Markup | None], more: Markup | None = None) -> Markup | None:
    shown = [child for child in children if child is not None]
    return tag("section", tag("h3", title), join(*shown), more, class_="part") if shown else None
