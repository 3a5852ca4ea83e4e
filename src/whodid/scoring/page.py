"""A page with every miss in its sentence, by cause, the commonest causes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from whodid.report.markup import Markup, join, tag
from whodid.report.shell import asset, html_page
from whodid.scoring.figures import Miss
from whodid.scoring.running import Measured

KINDS = {"missed": "in the gold, not coded", "wrong": "coded, but otherwise", "extra": "coded, not in the gold"}
Cause = tuple[str, str, str]


def errors_page(measured: Sequence[Measured]) -> str:
    """One HTML page of all misses, to be filtered by set, part, kind and type. It asks nothing of any network."""
    misses = [(one.name, miss) for one in measured for miss in one.scores.misses]
    causes: dict[Cause, list[tuple[str, Miss]]] = {}
    for name, miss in misses:
        causes.setdefault((miss.part, miss.kind, miss.cause), []).append((name, miss))
    ordered = sorted(causes.items(), key=lambda item: (-len(item[1]), item[0]))
    documents = sum(one.scores.documents for one in measured if one.file)
    title = f"{len(misses):,} misses in {documents:,} documents"
    content = (
        tag("header", tag("p", tag("b", "whodid"), " every miss, by cause", class_="brand"), tag("h1", title), _legend(), _filters(misses),
            class_="page"),
        tag("main", *(_section(cause, found) for cause, found in ordered),
            tag("p", "No miss passes the filter." if misses else "Nothing was missed.", class_="none", hidden=bool(misses))),
        tag("footer", "Made by whodid evaluate. The gold may be wrong, too."),
    )  # fmt: skip
    style = join(asset("whodid.report", "page.css"), "\n", asset(__package__, "errors.css"))
    return html_page(title, content, style, asset(__package__, "errors.js"))


def _legend() -> Markup:
    marks = (("gold", "the gold's words"), ("coded", "the coded words"), ("gold coded", "both"))
    return tag("p", *(tag("span", tag("mark", words, class_=classes)) for classes, words in marks), class_="legend")


def _filters(misses: Sequence[tuple[str, Miss]]) -> Markup:
    groups: dict[str, Counter[str]] = {
        "set": Counter(name for name, _ in misses),
        "part": Counter(miss.part for _, miss in misses),
        "kind": Counter(miss.kind for _, miss in misses),
    }
    rows = [tag("div", tag("span", group, class_="label"), *(_button(group, value, n) for value, n in counts.most_common()),
                role="group", aria_label=f"show by {group}") for group, counts in groups.items()]  # fmt: skip
    types = sorted({miss.type for _, miss in misses})
    options = [tag("option", "every type", value=""), *(tag("option", type, value=type) for type in types)]
    choice = tag(
        "div", tag("label", "type", for_="type", class_="label"), tag("select", *options, id="type"),
        tag("label", "words", for_="words", class_="label"),
        tag("input", id="words", type="search", placeholder="words, names or causes", autocomplete="off"),
        tag("output", f"{len(misses):,} {'miss' if len(misses) == 1 else 'misses'}", for_="words"),
        tag("button", "Show all", type="button", id="all", hidden=True), tag("button", "open all", type="button", id="open"),
    )  # fmt: skip
    return tag("div", *rows, choice, class_="filters", hidden=True)


def _button(group: str, value: str, n: int) -> Markup:
    return tag("button", value, tag("small", f" {n:,}"), type="button", aria_pressed="false", data_filter=group, data_value=value,
               title=KINDS.get(value))  # fmt: skip


def _section(cause: Cause, found: Sequence[tuple[str, Miss]]) -> Markup:
    part, kind, words = cause
    head = tag(
        "summary", tag("b", f"{len(found):,}", class_="count"), tag("span", kind, class_=f"kind {kind}"), tag("span", part, class_="part"),
        tag("span", words),
    )  # fmt: skip
    return tag("details", head, *(_card(name, miss) for name, miss in found))


def _card(name: str, miss: Miss) -> Markup:
    sides = zip(("gold", "coded"), miss.says, strict=True)
    told = tag("dl", *(tag("div", tag("dt", side), tag("dd", words)) for side, words in sides if words))
    about = tag("p", tag("b", miss.type), f" {name} · {miss.article}", class_="meta")
    return tag("section", about, tag("blockquote", *_marked(miss)), told, data_set=name, data_part=miss.part, data_kind=miss.kind,
               data_type=miss.type)  # fmt: skip


def _marked(miss: Miss) -> Iterable[object]:
    """The sentence with both sides' words marked, cut where either begins or ends."""
    cuts = sorted({0, len(miss.text), *(cut for span in miss.gold + miss.coded for cut in span)})
    for start, end in pairwise(cuts):
        sides = [side for side, spans in (("gold", miss.gold), ("coded", miss.coded)) if any(a <= start and end <= b for a, b in spans)]
        words = miss.text[start:end]
        yield tag("mark", words, class_=" ".join(sides)) if sides else words
