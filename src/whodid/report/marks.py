"""The article's text with its spans marked: cut at every boundary, so that spans may overlap as they like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whodid.record import Event, Record
from whodid.report.markup import Markup, join, tag
from whodid.report.names import QUAD_CLASSES, Names, headline


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that belongs to something on the page.

    Attributes:
        kind: trigger, evidence, quote, cue, speaker, actor, time, place, warning, junk.
        key: The card it belongs to ("a1-e3"), or "".
        title: What a pointer resting on it shows.
    """

    start: int
    end: int
    kind: str
    key: str = ""
    classes: str = ""
    title: str | None = None


def marked_text(names: Names) -> Markup:
    """The whole text as paragraphs, each part of a span in an element that names its cards."""
    record = names.record
    marks = sorted(_marks(names), key=lambda mark: (mark.start, mark.end, mark.kind, mark.key))
    title = headline(record)
    stretches = _paragraphs(record.text)
    return join(*(_paragraph(record.text, start, end, marks, record.text[start:end] == title) for start, end in stretches))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)


def _paragraph(text: str, start: int, end: int, marks: list[Mark], first: bool) -> Markup:
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    cuts = sorted({start, end, *(cut for mark in inside for cut in (mark.start, mark.end) if start < cut < end)})
    pieces = [_piece(text, left, right, inside) for left, right in zip(cuts, cuts[1:], strict=False)]
    return tag("p", *pieces, class_="headline" if first else None)


def _piece(text: str, start: int, end: int, marks: list[Mark]) -> Markup | str:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    words = text[start:end]
    if not over:
        return words
    keys = " ".join(dict.fromkeys(mark.key for mark in over if mark.key)) or None
    classes = " ".join(dict.fromkeys(f"m-{mark.kind} {mark.classes}".strip() for mark in over))
    title = " · ".join(dict.fromkeys(mark.title for mark in over if mark.title)) or None
    links = [mark for mark in over if mark.kind in ("trigger", "warning")]
    classes += " from" * any(mark.start == start for mark in links) + " to" * any(mark.end == end for mark in links)
    if not links:
        return tag("span", words, class_=classes, data_k=keys, title=title)
    linked = tag("a", words, class_=classes, data_k=keys, title=title, href=f"#{links[0].key}")
    return join(linked, *(_number(mark) for mark in links if mark.end == end))


def _number(mark: Mark) -> Markup:
    """The event's number, or "!" for a warning, after its words: the place that its card links back to."""
    event = mark.kind == "trigger"
    label = mark.key.rsplit("-e", 1)[-1] if event else "!"
    spoken = f"event {label}" if event else "warning"
    classes = f"num {mark.classes}" if event else "num warn"
    return tag("a", label, class_=classes, href=f"#{mark.key}", data_k=mark.key, aria_label=spoken, id=f"{mark.key}-text")


def _marks(names: Names) -> Iterator[Mark]:
    record = names.record
    for event in record.events:
        key = names.anchor(event.id)
        yield Mark(event.trigger.start, event.trigger.end, "trigger", key, event_classes(event), _event_title(event, names))
        yield Mark(event.evidence.start, event.evidence.end, "evidence", key)
        for span in (*event.actor_spans, *event.recipient_spans):
            yield Mark(span.start, span.end, "actor", key)
    yield from _quote_marks(names)
    yield from _plain_marks(record)
    for number, warning in enumerate(record.warnings, 1):
        end = max(warning.end, min(warning.start + 1, len(record.text)))
        yield Mark(warning.start, end, "warning", names.anchor(f"w{number}"), title=f"{warning.code}: {warning.message}")


def _quote_marks(names: Names) -> Iterator[Mark]:
    for quote in names.record.quotes:
        key = names.anchor(quote.id)
        for span in quote.content:
            yield Mark(span.start, span.end, "quote", key)
        if quote.cue:
            yield Mark(quote.cue.start, quote.cue.end, "cue", key)
        for party in (quote.speaker, quote.addressee, quote.medium):
            if party:
                yield Mark(party.start, party.end, "speaker", key)


def _plain_marks(record: Record) -> Iterable[Mark]:
    for time in record.times:
        yield Mark(time.start, time.end, "time", title=f"{time.type} {time.value or 'without a value'}")
    for place in record.places:
        yield Mark(place.start, place.end, "place", title=", ".join(filter(None, (place.name, place.country))))
    for junk in record.boilerplate:
        yield Mark(junk.start, junk.end, "junk", title="not part of the article")


def event_classes(event: Event) -> str:
    """How an event looks on the page: colour by quad class, outline where it is only said, line by status."""
    said = "said" if event.attribution else "told"
    return f"{QUAD_CLASSES[event.quad]} {said} s-{event.status}"


def _event_title(event: Event, names: Names) -> str:
    said = names.sayers(event)
    by = f", said by {'; '.join(said)}" if said else ""
    return f"{event.type}, {event.status}{by}"
