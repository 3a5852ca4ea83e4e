"""The whole page: head, contents, one part for each article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from whodid.record import Record
from whodid.report.cards import event_card, quote_card, warning_card
from whodid.report.contents import contents, sums
from whodid.report.drawing import network_picture
from whodid.report.filters import bar, filters
from whodid.report.headings import part_heading, title_heading
from whodid.report.legend import legend
from whodid.report.marks import marked_text
from whodid.report.markup import Markup, join, tag
from whodid.report.names import Names, headline
from whodid.report.shell import asset, html_page
from whodid.report.tables import actor_table, place_table, relation_table, time_table

# From so many articles on, those out of sight are not laid out before one comes to them.
MANY = 20
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WEB = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def report_page(records: Iterable[Record]) -> str:
    """One HTML page that shows these records. It asks nothing of any network, and text from the articles is never markup.

    Args:
        records: The coded articles, in the order in which they are shown.
    """
    known = list(records)
    alone = len(known) == 1
    shown = [Names(record, number, 1 if alone else 2) for number, record in enumerate(known, 1)]
    title = headline(known[0]) if alone else f"{len(shown):,} coded articles"
    events = [event for record in known for event in record.events]
    main = tag(
        "main", *(_article(names, alone=alone) for names in shown), _nothing(shown), id="articles", tabindex="-1",
        class_="many" if len(shown) >= MANY else None,
    )  # fmt: skip
    footer = tag("footer", _made_by(known), " What is shown was read by a program: each entry links to the words it rests on.")
    skip = tag("a", "skip to the articles", href="#articles", class_="skip")
    content = (skip, _page_head(None if alone else title, shown), bar(events), main, footer)
    return html_page(title, content, asset("whodid.report", "page.css"), asset("whodid.report", "page.js"))


def _page_head(title: str | None, shown: Sequence[Names]) -> Markup:
    brand = tag("p", tag("b", "whodid"), " who did what to whom, and who says so", class_="brand")
    heading = tag("h1", title) if title else _article_head(shown[0])
    events = [event for names in shown for event in names.record.events]
    marks = legend() if events or any(names.record.quotes for names in shown) else None
    return tag("header", brand, heading, contents(shown), tag("div", marks, filters(events), class_="folds"), class_="page")


def _nothing(shown: Sequence[Names]) -> Markup:
    """What stands there where there is nothing: no article at all, or none that passes."""
    if not shown:
        return tag("p", "There is no article here.", class_="none")
    everything = tag("button", "Show all", type="button", class_="all")
    return tag("p", "No event passes the filter. ", everything, class_="none", id="nothing", hidden=True)


def _made_by(known: Sequence[Record]) -> str:
    makers = sorted({f"whodid {record.coder.whodid} ({record.coder.parser})" for record in known if record.coder})
    return f"Made by {', '.join(makers) or 'whodid'}."


def _article_head(names: Names) -> Markup:
    own = tag("a", "#", href=f"#a{names.number}", class_="own", aria_label="# link to this article")
    title = title_heading(names, headline(names.record), " ", own)
    return tag("div", title, tag("p", *_known(names.record), class_="meta"), tag("p", sums(names.record), class_="meta"), class_="head")


def _article(names: Names, *, alone: bool) -> Markup:
    record = names.record
    head = None if alone else _article_head(names)
    language = record.language if record.language and _LANGUAGE.fullmatch(record.language) else "en"
    text = tag("div", marked_text(names), class_="text", lang=language)
    columns = tag("div", text, _aside(names), class_="columns")
    return tag("article", head, columns, id=f"a{names.number}", aria_label=headline(record), tabindex="-1")


def _known(record: Record) -> list[object]:
    parts: list[object] = [tag("bdi", part) for part in (record.source, record.author, record.date, record.id) if part]
    if record.url and _WEB.fullmatch(record.url):
        parts.append(tag("a", "as published", href=record.url, rel="noopener noreferrer external"))
    return [piece for part in parts for piece in (" · ", part)][1:]


def _aside(names: Names) -> Markup:
    record = names.record
    cards = [event_card(event, names) for event in record.events] or [tag("p", "No event was found in this text.", class_="none")]
    no_match = tag("p", "No event of this article passes the filter.", class_="none match", hidden=True)
    parts = [
        _part(names, "Warnings", [warning_card(number, warning, names) for number, warning in enumerate(record.warnings, 1)]),
        _part(names, "Who dealt with whom", [network_picture(names)]),
        _part(names, "Events", [*cards, no_match if record.events else None]),
        _part(names, "Quotes", [quote_card(quote, names) for quote in record.quotes]),
        _folded(names, "Actors", actor_table(names)),
        _folded(names, "Standing facts", relation_table(names)),
        _folded(names, "Times", time_table(names)),
        _folded(names, "Places", place_table(names)),
    ]
    return tag("aside", *parts, aria_label=f"what was coded, article {names.number}")


def _part(names: Names, title: str, children: Sequence[Markup | None]) -> Markup | None:
    shown = [child for child in children if child is not None]
    return tag("section", part_heading(names, title), join(*shown), class_="part") if shown else None


def _folded(names: Names, title: str, table: Markup | None) -> Markup | None:
    if table is None:
        return None
    rows = table.count("<tr id=")
    return tag("details", tag("summary", part_heading(names, title, tag("small", f" {rows:,}"))), table, class_="part")
