"""Who did how much to whom, period by period, as one page to look at: pairs down, time across, colour for the mean Goldstein score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from whodid.report.markup import Markup, join, tag
from whodid.report.shell import asset, html_page

Row = Mapping[str, Any]
# What one can still look over; the pairs with the most events, and the latest periods, are drawn.
MOST_PAIRS = 60
MOST_PERIODS = 120
BAR_WIDTH = 96
COLUMN_HEIGHT = 68
COLUMN_WIDTH = 18
QUADS = {
    "verbal_cooperation": ("vco", "words of cooperation"),
    "material_cooperation": ("mco", "deeds of cooperation"),
    "verbal_conflict": ("vcf", "words of conflict"),
    "material_conflict": ("mcf", "deeds of conflict"),
}
AHEAD = ("planned", "proposed", "denied")
# From which mean Goldstein score on a colour is used, the friendliest first; below the last comes the darkest of conflict.
SHADES = ((5.0, "h3"), (2.5, "h2"), (0.5, "h1"), (-0.5, "h0"), (-3.0, "l1"), (-6.5, "l2"))
DARKEST = "l3"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties with what happened between them: in each period, and in all together."""

    actor: str
    recipient: str
    periods: Mapping[date | None, Row]
    total: Row


def dyads_page(rows: Sequence[Row], period: str | None, *, names: Mapping[str, str] | None = None, undirected: bool = False) -> str:
    """One HTML page that shows these dyads. It asks nothing of any network, and names are never markup.

    Args:
        rows: The rows of `whodid dyads`.
        period: What time was cut into; None: not at all.
        names: What countries are called, by code.
        undirected: Whether a pair stands for both directions.
    """
    pairs = sorted(_pairs(rows, names or {}), key=lambda pair: (-pair.total["events"], pair.actor, pair.recipient))
    drawn = pairs[:MOST_PAIRS]
    periods = _periods(drawn, period)
    title = "Who did how much to whom"
    head = tag(
        "header", tag("p", tag("b", "whodid"), " who did what to whom, and who says so", class_="brand"), tag("h1", title),
        tag("p", _about(pairs, periods, period), class_="lead"), _key() if drawn else None, class_="page wide",
    )  # fmt: skip
    arrow = "↔" if undirected else "→"
    shown = (
        (_bar(drawn), _scroll(_table(drawn, periods, period, arrow)))
        if drawn
        else (tag("p", "No event has two sides here.", class_="none"),)
    )
    main = tag("main", *shown, tag("p", _left_out(pairs, periods, drawn), class_="note"), class_="wide")
    footer = tag("footer", "Made by whodid. Counted is what was coded by a program; the events themselves are in the store.")
    style = join(asset("whodid.report", "page.css"), "\n", asset("whodid.report", "dyads.css"))
    return html_page(title, (head, main, footer), style, asset("whodid.report", "dyads.js"))


def _scroll(table: Markup) -> Markup:
    return tag("div", table, class_="scroll", tabindex="0", role="region", aria_label="pairs and periods")


def _bar(drawn: Sequence[Pair]) -> Markup:
    """Search and what a cell holds in words; hidden where no script runs."""
    many = f"{len(drawn):,} {'pair' if len(drawn) == 1 else 'pairs'}"
    find = tag("input", type="search", id="find", placeholder="a party", autocomplete="off", spellcheck="false")
    told = tag("p", "Point at a cell, or go there with the arrow keys, to read what it holds.", id="told", aria_live="polite")
    return tag("div", tag("label", "Find", for_="find"), find, tag("output", many, for_="find"), told, class_="tools", hidden=True)


def _pairs(rows: Iterable[Row], names: Mapping[str, str]) -> Iterable[Pair]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row["actor"], row["recipient"]), []).append(row)
    for (actor, recipient), told in found.items():
        sides = ((actor, "actor_name"), (recipient, "recipient_name"))
        shown = [str(told[0].get(name) or names.get(code, code)) for code, name in sides]
        yield Pair(shown[0], shown[1], {row.get("period"): row for row in told}, _sum(told))


def _sum(rows: Sequence[Row]) -> Row:
    """Several rows as one: counts added, the mean weighed by its events."""
    counts = ("events", "tellings", *QUADS, *AHEAD)
    total: dict[str, Any] = {name: sum(row[name] for row in rows) for name in counts}
    weighed = [(row["goldstein"], row["events"]) for row in rows if row["goldstein"] is not None]
    number = sum(events for _, events in weighed)
    return {**total, "goldstein": sum(score * events for score, events in weighed) / number if number else None}


def _periods(pairs: Sequence[Pair], period: str | None) -> list[date]:
    """The periods in which something is told, in order, the latest ones."""
    found = {day for pair in pairs for day in pair.periods if day is not None}
    return sorted(found)[-MOST_PERIODS:] if period else []


def _about(pairs: Sequence[Pair], periods: Sequence[date], period: str | None) -> str:
    events = sum(pair.total["events"] for pair in pairs)
    when = f", {_label(periods[0], period)} to {_label(periods[-1], period)}, by {period}" if periods else ""
    told = f"{events:,} {'event' if events == 1 else 'events'} between {len(pairs):,} {'pair' if len(pairs) == 1 else 'pairs'}{when}."
    if not periods:
        return told
    return (
        f"{told} The number in a cell is that of events, its colour their mean Goldstein score. "
        "Framed cells hold only what is planned, proposed or denied. Periods in which nothing is told are left out."
    )


def _key() -> Markup:
    shades = [tag("i", class_=shade) for shade in (DARKEST, *(shade for _, shade in reversed(SHADES)))]
    quads = [tag("span", tag("i", class_=shade), words) for shade, words in QUADS.values()]
    return tag("div", tag("span", "conflict −10", *shades, "+10 cooperation"), *quads, class_="key")


def _left_out(pairs: Sequence[Pair], periods: Sequence[date], drawn: Sequence[Pair]) -> str | None:
    undated = sum(pair.periods[None]["events"] for pair in drawn if None in pair.periods and periods)
    earlier = {day for pair in drawn for day in pair.periods if day is not None and periods and day < periods[0]}
    parts = [
        f"{len(pairs) - len(drawn):,} more pairs with fewer events are not drawn." if len(pairs) > len(drawn) else "",
        f"{undated:,} of no known day stand in the sums alone." if undated else "",
        f"{len(earlier):,} earlier periods are not drawn, but stand in the sums." if earlier else "",
    ]
    return " ".join(filter(None, parts)) or None


def _table(pairs: Sequence[Pair], periods: Sequence[date], period: str | None, arrow: str) -> Markup:
    starts = {next(days) for _, days in groupby(periods, key=lambda day: day.year)}
    everything = _sum([pair.total for pair in pairs])
    totals = {day: _sum([pair.periods[day] for pair in pairs if day in pair.periods]) for day in periods}
    body = [_all(everything, totals, starts), *(_row(pair, _most(pairs), periods, starts, arrow) for pair in pairs)]
    return tag("table", _head(periods, period, arrow), tag("tbody", *body), class_="heat")


def _most(pairs: Sequence[Pair]) -> int:
    return max((pair.total["events"] for pair in pairs), default=0)


def _head(periods: Sequence[date], period: str | None, arrow: str) -> Markup:
    titles = [
        tag("th", words, class_=classes, rowspan="2", scope="col", title=meaning)
        for words, classes, meaning in (
            (f"who {arrow} whom", "pair", None),
            ("events", "sum", None),
            ("mean", "mean", "mean Goldstein score"),
        )
    ]
    years = [(year, list(days)) for year, days in groupby(periods, key=lambda day: day.year)]
    first = tag("tr", *titles, *(tag("th", str(year), colspan=str(len(days)), class_="year") for year, days in years))
    starts = {days[0] for _, days in years}
    below = [_below(day, period, day in starts) for day in periods]
    return tag("thead", first, tag("tr", *below))


def _below(day: date, period: str | None, first: bool) -> Markup:
    words = _short(day, period)
    return tag("th" if words else "td", words, class_="from" if first else None, scope="col" if words else None, title=_label(day, period))


def _all(everything: Row, totals: Mapping[date, Row], starts: set[date]) -> Markup:
    most = max((total["events"] for total in totals.values()), default=0)
    cells = [tag("td", _column(total, most), class_=_classes(day, starts)) for day, total in totals.items()]
    sums = (
        tag("td", tag("span", f"{everything['events']:,}"), class_="sum", title=_words(everything)),
        tag("td", _score(everything), class_="mean"),
    )
    return tag("tr", tag("th", "all of these", class_="pair", scope="row"), *sums, *cells, class_="all")


def _row(pair: Pair, most: int, periods: Sequence[date], starts: set[date], arrow: str) -> Markup:
    name = tag(
        "th",
        tag("bdi", pair.actor),
        tag("b", f" {arrow} "),
        tag("bdi", pair.recipient),
        class_="pair",
        scope="row",
        title=f"{pair.actor} {arrow} {pair.recipient}",
    )
    total = tag("td", tag("span", f"{pair.total['events']:,}"), _quads(pair.total, most), class_="sum", title=_words(pair.total))
    mean = tag("td", _score(pair.total), class_="mean")
    cells = [tag("td", _cell(pair.periods.get(day)), class_=_classes(day, starts)) for day in periods]
    return tag("tr", name, total, mean, *cells)


def _classes(day: date, starts: set[date]) -> str:
    return "cell from" if day in starts else "cell"


def _cell(row: Row | None) -> Markup | None:
    if row is None:
        return None
    if not row["events"]:
        return tag("span", "·", class_="ahead", title=_words(row))
    return tag("span", f"{row['events']:,}", class_=shade(row["goldstein"]), title=_words(row))


def shade(goldstein: float | None) -> str:
    """The colour of a mean Goldstein score; that of zero where there is none."""
    if goldstein is None:
        return "h0"
    return next((name for least, name in SHADES if goldstein >= least), DARKEST)


def _score(row: Row) -> str:
    return "" if row["goldstein"] is None else f"{row['goldstein']:+.1f}".replace("-", "−")


def _words(row: Row) -> str:
    """What a cell holds, in words."""
    parts = [f"{words} {row[name]:,}" for name, (_, words) in QUADS.items() if row[name]]
    parts += [f"{name} {row[name]:,}" for name in AHEAD if row[name]]
    mean = f"; mean Goldstein {_score(row)}" if row["goldstein"] is not None else ""
    tellings = f"; told {row['tellings']:,} times" if row["tellings"] > row["events"] else ""
    return ", ".join(parts) + mean + tellings


def _quads(row: Row, most: int) -> Markup:
    """The events by quad class, one beside the other."""
    x, parts = 0.0, []
    for name, (quad, _) in QUADS.items():
        width = BAR_WIDTH * row[name] / most if most else 0.0
        if width:
            parts.append(tag("rect", x=f"{x:.1f}", y="0", width=f"{width:.1f}", height="11", class_=quad))
        x += width
    return tag("svg", *parts, width=str(BAR_WIDTH), height="11", aria_hidden="true")


def _column(row: Row, most: int) -> Markup | None:
    """The same, one upon the other."""
    if not row["events"]:
        return None
    y, parts = float(COLUMN_HEIGHT), []
    for name, (quad, _) in QUADS.items():
        height = COLUMN_HEIGHT * row[name] / most
        y -= height
        if height:
            parts.append(tag("rect", x="0", y=f"{y:.1f}", width=str(COLUMN_WIDTH), height=f"{height:.1f}", class_=quad))
    title = tag("title", f"{row['events']:,} events: {_words(row)}")
    return tag("svg", title, *parts, width=str(COLUMN_WIDTH), height=str(COLUMN_HEIGHT), role="img")


def _label(day: date, period: str | None) -> str:
    return day.isoformat()[: {"month": 7, "year": 4}.get(period or "", 10)]


def _short(day: date, period: str | None) -> str:
    """A period under its year."""
    if period == "year":
        return ""
    return _MONTHS[day.month - 1] if period == "month" else day.isoformat()[5:]
