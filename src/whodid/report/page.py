"""The whole page: head, contents, one part for each article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from whodid.record import Record
from whodid.report.cards import event_card, legend, place_table, quote_card, relation_table, time_table, warning_cards
from whodid.report.drawing import network_picture
from whodid.report.marks import marked_text
from whodid.report.markup import Markup, join, tag
from whodid.report.names import Names, headline
from whodid.report.shell import asset, html_page


def report_page(records: Iterable[Record], title: str | None = None) -> str:
    """One HTML page that shows these records. It asks nothing of any network, and text from the articles is never markup.

    Args:
        records: The coded articles, in the order in which they are shown.
        title: The page's title. None: the article's own, or the number of articles.
    """
    shown = [Names(record, number) for number, record in enumerate(records, 1)]
    title = title or (_title(shown[0]) if len(shown) == 1 else f"{len(shown)} coded articles")
    content = (
        tag("a", "to the articles", href="#articles", class_="skip"), _page_head(title, shown),
        tag("main", *(_article(names) for names in shown), id="articles"),
        tag("footer", "Made by whodid. What is shown was read by a program: each entry links to the words it rests on."),
    )  # fmt: skip
    return html_page(title, content, asset("whodid.report", "page.css"), asset("whodid.report", "page.js"))


def _title(names: Names) -> str:
    return headline(names.record)


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
