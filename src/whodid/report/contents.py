"""The list of the articles at the head of the page, with what is in each."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.record import Record
from whodid.report.markup import Markup, join, tag
from whodid.report.names import Names, headline

# A longer list scrolls in a window of its own.
LONGEST_LIST = 12


def contents(shown: Sequence[Names]) -> Markup | None:
    """The articles, each a link; None for one alone."""
    if len(shown) < 2:
        return None
    items = [
        tag("li", tag("a", tag("bdi", headline(names.record)), href=f"#a{names.number}"), " ", tag("small", _about(names.record)),
            value=str(names.number), data_article=f"a{names.number}")
        for names in shown
    ]  # fmt: skip
    long = len(shown) > LONGEST_LIST
    total = tag("p", _sum([names.record for names in shown]), class_="meta")
    return join(total, tag("nav", tag("ol", *items), aria_label="articles", id="contents", class_="long" if long else None,
                           tabindex="0" if long else None))  # fmt: skip


def sums(record: Record) -> str:
    """How many events, quotes and warnings there are."""
    return _sum([record])


def _about(record: Record) -> str:
    return " · ".join(filter(None, (record.date, sums(record))))


def _sum(records: Sequence[Record]) -> str:
    counted = (("event", [len(record.events) for record in records]), ("quote", [len(record.quotes) for record in records]),
               ("warning", [len(record.warnings) for record in records]))  # fmt: skip
    told = [f"{sum(counts):,} {name}{'' if sum(counts) == 1 else 's'}" for name, counts in counted if sum(counts)]
    return ", ".join(told) or "no event, no quote"
