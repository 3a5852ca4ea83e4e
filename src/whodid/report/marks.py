"""The article's text with its spans marked: cut at every boundary, so that spans may overlap as they like.

What events and facts rest on lies outside, everything else within it: mostly these are whole sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from whodid.record import Event
from whodid.report.markup import Markup, join, tag
from whodid.report.names import QUAD_CLASSES, Names, headline

# What is a link to its card; the first of them, where several lie on the same words.
LINKED = ("trigger", "warning", "cue")
# What has no look of its own: it lights up with its card, and that is all.
PLAIN = frozenset({"evidence", "actor", "mention", "fact"})
# What lies outside, around the other marks.
OUTER = frozenset({"evidence", "fact"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that belongs to something on the page.

    Attributes:
        kind: trigger, evidence, quote, cue, speaker, actor, mention, time, place, fact, warning, junk.
        key: The card or row it belongs to ("a1-e3"), or "".
        title: What a pointer resting on it shows.
        first: Whether the card or row links back to these words.
    """

    start: int
    end: int
    kind: str
    key: str = ""
    classes: str = ""
    title: str | None = None
    first: bool = False


def marked_text(names: Names) -> Markup:
    """The whole text as paragraphs, each part of a span in an element that names its cards."""
    record = names.record
    trimmed = (_trimmed(mark, record.text) for mark in _marks(names))
    marks = sorted(trimmed, key=lambda mark: (mark.start, mark.end, mark.kind, mark.key))
    title = headline(record)
    stretches = _paragraphs(record.text)
    return join(*(_paragraph(record.text, start, end, marks, record.text[start:end] == title) for start, end in stretches))


def _trimmed(mark: Mark, text: str) -> Mark:
    """The mark without white space at its ends: between paragraphs there is nothing to link to."""
    words = text[mark.start : mark.end]
    start, end = mark.start + len(words) - len(words.lstrip()), mark.start + len(words.rstrip())
    return mark if (start, end) == (mark.start, mark.end) or start >= end else replace(mark, start=start, end=end)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)


def _paragraph(text: str, start: int, end: int, marks: list[Mark], first: bool) -> Markup:
    outer = [mark for mark in marks if mark.kind in OUTER]
    inner = [mark for mark in marks if mark.kind not in OUTER]
    sentences = [_around(text, left, right, outer, inner) for left, right in _cut(start, end, outer)]
    return tag("p", *sentences, class_="headline" if first else None)


def _cut(start: int, end: int, marks: list[Mark]) -> Iterable[tuple[int, int]]:
    """The stretches between these ends within which no mark begins or ends."""
    cuts = sorted({start, end, *(cut for mark in marks for cut in (mark.start, mark.end) if start < cut < end)})
    return zip(cuts, cuts[1:], strict=False)


def _around(text: str, start: int, end: int, outer: list[Mark], inner: list[Mark]) -> Markup:
    over = _over(start, end, outer)
    words = join(*(_piece(text, left, right, inner) for left, right in _cut(start, end, inner)))
    if not over:
        return words
    anchors = [tag("span", id=f"{mark.key}-text") for mark in over if mark.first and mark.start == start]
    return join(*anchors, tag("span", words, data_k=_keys(over)))


def _over(start: int, end: int, marks: list[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark.start <= start and end <= mark.end]


def _keys(marks: list[Mark]) -> str | None:
    """What the marks belong to, within the article: "e1 q2"."""
    return " ".join(dict.fromkeys(mark.key.partition("-")[2] for mark in marks if mark.key)) or None


def _piece(text: str, start: int, end: int, marks: list[Mark]) -> Markup | str:
    over = _over(start, end, marks)
    words = text[start:end]
    if not over:
        return words
    looks = [f"m-{mark.kind} {mark.classes}".strip() for mark in over if mark.kind not in PLAIN]
    title = " · ".join(dict.fromkeys(mark.title for mark in over if mark.title)) or None
    links = sorted((mark for mark in over if mark.kind in LINKED), key=lambda mark: LINKED.index(mark.kind))
    looks += ["from"] * any(mark.start == start for mark in links) + ["to"] * any(mark.end == end for mark in links)
    known = {"class_": " ".join(dict.fromkeys(looks)) or None, "data_k": _keys(over), "title": title}
    here = [f"{mark.key}-text" for mark in over if mark.first and mark.start == start]
    anchors = [tag("span", id=id) for id in here[1:]]
    if not links:
        return join(*anchors, tag("span", words, **known, id=here[0] if here else None))
    # The keyboard stops once for each event: at its number.
    numbers = [_number(mark) for mark in links if mark.kind != "cue" and mark.end == end]
    skipped = "-1" if links[0].kind != "cue" else None
    linked = tag("a", words, **known, href=f"#{links[0].key}", tabindex=skipped, id=here[0] if here else None)
    return join(*anchors, linked, *numbers)


def _number(mark: Mark) -> Markup:
    """The event's number, or "!" for a warning, after its words: the place that its card links back to."""
    event = mark.kind == "trigger"
    label = mark.key.rsplit("-e", 1)[-1] if event else "!"
    spoken = f"event {label}" if event else "warning !"
    classes = f"num {mark.classes}" if event else "num warn"
    return tag("a", label, class_=classes, href=f"#{mark.key}", data_k=_keys([mark]), aria_label=spoken, id=f"{mark.key}-text")


def _marks(names: Names) -> Iterator[Mark]:
    record = names.record
    for event in record.events:
        key = names.anchor(event.id)
        yield Mark(event.trigger.start, event.trigger.end, "trigger", key, event_classes(event), _event_title(event, names))
        yield Mark(event.evidence.start, event.evidence.end, "evidence", key)
        for span in (*event.actor_spans, *event.recipient_spans):
            yield Mark(span.start, span.end, "actor", key)
    yield from _quote_marks(names)
    yield from _row_marks(names)
    for number, warning in enumerate(record.warnings, 1):
        end = max(warning.end, min(warning.start + 1, len(record.text)))
        yield Mark(warning.start, end, "warning", names.anchor(f"w{number}"), title=f"{warning.code}: {warning.message}")
    for junk in record.boilerplate:
        yield Mark(junk.start, junk.end, "junk", title="not part of the article")


def _quote_marks(names: Names) -> Iterator[Mark]:
    for quote in names.record.quotes:
        key = names.anchor(quote.id)
        for place, span in enumerate(quote.content):
            yield Mark(span.start, span.end, "quote", key, first=place == 0)
        if quote.cue:
            yield Mark(quote.cue.start, quote.cue.end, "cue", key)
        for party in (quote.speaker, quote.addressee, quote.medium):
            if party:
                yield Mark(party.start, party.end, "speaker", key)


def _row_marks(names: Names) -> Iterable[Mark]:
    """What stands in a row of a table: actors with their mentions, times, places, standing facts."""
    record = names.record
    met: set[str] = set()
    for mention in sorted(record.mentions, key=lambda mention: mention.start):
        key = names.actor_anchor(mention.actor)
        name = names.name(mention.actor)
        told = None if mention.text == name else name
        yield Mark(mention.start, mention.end, "mention", key, title=told, first=bool(key) and key not in met)
        met.add(key)
    for number, time in enumerate(record.times, 1):
        title = f"{time.type} {time.value or 'without a value'}"
        yield Mark(time.start, time.end, "time", names.anchor(f"t{number}"), title=title, first=True)
    for place in sorted(record.places, key=lambda place: place.start):
        key, title = names.place_anchor(place), ", ".join(filter(None, (place.name, place.country)))
        yield Mark(place.start, place.end, "place", key, title=title, first=key not in met)
        met.add(key)
    for number, fact in enumerate(record.relations, 1):
        yield Mark(fact.evidence.start, fact.evidence.end, "fact", names.anchor(f"r{number}"), first=True)


def event_classes(event: Event) -> str:
    """How an event looks on the page: colour by quad class, outline where it is only said, line by status."""
    said = "said" if event.is_claim else "told"
    return f"{QUAD_CLASSES[event.quad]} {said} s-{event.status}"


def _event_title(event: Event, names: Names) -> str:
    said = names.sayers(event)
    by = f", said by {'; '.join(said)}" if said else ""
    return f"{event.type}, {event.status}{by}"
