"""The cards beside the text: events, quotes, relations, warnings, times and places, each linked to its words."""

from __future__ import annotations

from collections.abc import Iterable

from whodid.record import Event, Quote, Record
from whodid.report.marks import event_classes
from whodid.report.markup import Markup, join, tag
from whodid.report.names import QUAD_CLASSES, Names, when


def event_card(event: Event, names: Names) -> Markup:
    """One event: who to whom, what, status, when and where, said by whom, in which sentence."""
    return tag(
        "section", _event_head(event, names), _parties(event, names), _said_by(event, names), _facts(event), _sentence(event, names),
        _notes(event, names),
        class_=f"card event {event_classes(event)}", id=names.anchor(event.id), data_type=event.type, data_status=event.status,
        data_voice="said" if event.attribution else "told", tabindex="-1",
    )  # fmt: skip


def _event_head(event: Event, names: Names) -> Markup:
    number = tag(
        "a", event.id.removeprefix("e"), href=f"#{names.anchor(event.id)}-text", class_="back", aria_label=f"event {event.id}: to its words"
    )
    mode = tag("span", event.mode, class_="mode") if event.mode else None
    status = tag("span", event.status, class_=f"status s-{event.status}")
    kind = tag("h4", event.type, title=event.quad)
    sure = tag("span", f"{event.confidence:.0%}", class_="sure", title="confidence")
    return tag("header", number, kind, mode, status, sure)


def _parties(event: Event, names: Names) -> Markup:
    actors = [_actor(id, names) for id in event.actors] or [tag("i", "not told", class_="unknown")]
    recipients = [_actor(id, names) for id in event.recipients]
    if event.symmetric:
        return tag("p", *_between([*actors, *recipients], tag("span", " ↔ ", class_="arrow", title="with each other")), class_="parties")
    arrow = [tag("span", " → ", class_="arrow", title="to")] if recipients else []
    return tag("p", *_between(actors, ", "), *arrow, *_between(recipients, ", "), class_="parties")


def _actor(id: str, names: Names) -> Markup:
    actor = names.actors.get(id)
    about = ", ".join(filter(None, (actor.office, actor.kind, actor.sector))) if actor else None
    country = names.country(id)
    return tag("span", tag("b", names.name(id)), tag("small", f" {country}") if country else None, title=about, class_="who")


def _between(parts: list[Markup], separator: object) -> list[object]:
    return [piece for part in parts for piece in (separator, part)][1:]


def _said_by(event: Event, names: Names) -> Markup | None:
    if not event.attribution:
        return None
    links = [
        tag("a", names.sayer(names.quotes[id]) if id in names.quotes else id, href=f"#{names.anchor(id)}", data_k=names.anchor(id))
        for id in event.attribution
    ]
    return tag("p", "said by ", *_between(links, "; "), class_="by")


def _facts(event: Event) -> Markup | None:
    place = event.place
    told = [
        ("when", when(event.date), event.date.text if event.date else None),
        ("where", ", ".join(filter(None, (place.name, place.country))) if place else None, None),
        *(("count", f"{count.value:,} {count.of}", count.text) for count in event.counts),
        ("about", ", ".join(event.contexts).replace("_", " ") or None, None),
        ("CAMEO", " ".join(filter(None, (event.cameo, _score(event.goldstein)))) or None, "CAMEO code and Goldstein score"),
    ]
    parts = [tag("div", tag("dt", name), tag("dd", value, title=title)) for name, value, title in told if value]
    return tag("dl", *parts) if parts else None


def _score(value: float | None) -> str | None:
    return None if value is None else f"({value:+.1f})".replace("-", "−")


def _sentence(event: Event, names: Names) -> Markup:
    text = names.record.text
    start, end = event.evidence.start, event.evidence.end
    inner_start, inner_end = max(start, event.trigger.start), min(end, event.trigger.end)
    if inner_start >= inner_end:
        return tag("blockquote", text[start:end])
    return tag("blockquote", text[start:inner_start], tag("mark", text[inner_start:inner_end]), text[inner_end:end])


def _notes(event: Event, names: Names) -> Markup | None:
    again = join("another telling of ", tag("a", event.same_as, href=f"#{names.anchor(event.same_as)}")) if event.same_as else None
    notes = [part for part in (again, ", ".join(event.flags) or None) if part]
    return tag("p", *_between([join(note) for note in notes], " · "), class_="note") if notes else None


def quote_card(quote: Quote, names: Names) -> Markup:
    """One quote: who said it, to whom, through whom, in which words, and the events that it carries."""
    speaker = names.party(quote.speaker) if quote.speaker else None
    extra = [
        f" to {names.party(quote.addressee)}" if quote.addressee else None,
        f", via {names.party(quote.medium)}" if quote.medium else None,
    ]
    who = tag("p", tag("b", speaker) if speaker else tag("i", "speaker not named", class_="unknown"), *extra, class_="parties")
    number = tag("span", quote.id, class_="back plain")
    head = tag("header", number, tag("h4", quote.cue.text if quote.cue else "…"), tag("span", quote.kind, class_="mode"))
    words = tag("blockquote", *_between([join(span.text) for span in quote.content], " … "))
    carried = [tag("a", event.id, href=f"#{names.anchor(event.id)}") for event in names.record.events if quote.id in event.attribution]
    events = tag("p", "carries ", *_between(carried, ", "), class_="note") if carried else None
    return tag("section", head, who, words, events, class_="card quote", id=names.anchor(quote.id), tabindex="-1")


def warning_cards(names: Names) -> list[Markup]:
    """The warnings, each with the words it is about."""
    return [
        tag(
            "section", tag("header", tag("a", "!", href=f"#{names.anchor(f'w{number}')}-text", class_="back", aria_label="to its words"),
                           tag("h4", warning.code)),
            tag("p", warning.message), class_="card warning", id=names.anchor(f"w{number}"), tabindex="-1",
        )
        for number, warning in enumerate(names.record.warnings, 1)
    ]  # fmt: skip


def relation_table(names: Names) -> Markup | None:
    """Standing facts: subject, predicate, object."""
    rows = [(names.name(r.subject), r.predicate.replace("_", " "), names.name(r.object)) for r in names.record.relations]
    return _table(("who", "relation", "to what"), rows)


def time_table(record: Record) -> Markup | None:
    """Time expressions with their values."""
    return _table(("words", "TIMEX3 value", "type"), [(time.text, time.value or "–", time.type.lower()) for time in record.times])


def place_table(record: Record) -> Markup | None:
    """Toponyms with their places, each place once."""
    rows = dict.fromkeys((place.name, place.country or "–", _degrees(place.lat, place.lon)) for place in record.places)
    return _table(("place", "country", "position"), rows)


def _degrees(lat: float | None, lon: float | None) -> str:
    if lat is None or lon is None:
        return "–"
    return f"{abs(lat):.2f}° {'S' if lat < 0 else 'N'}, {abs(lon):.2f}° {'W' if lon < 0 else 'E'}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Markup | None:
    body = [tag("tr", *(tag("td", cell) for cell in row)) for row in rows]
    if not body:
        return None
    return tag(
        "div",
        tag("table", tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))), tag("tbody", *body)),
        class_="scroll",
    )


def legend() -> Markup:
    """What the colours and outlines mean, for the head of the page."""
    quads = [tag("span", tag("span", "words", class_=f"m-trigger told from to {name}"), f" {quad}") for quad, name in QUAD_CLASSES.items()]
    said = tag("span", tag("span", "words", class_="m-trigger said from to mco"), " somebody says so")
    unsure = tag("span", tag("span", "words", class_="m-trigger told from to mco s-planned"), " planned or proposed")
    denied = tag("span", tag("span", "words", class_="m-trigger told from to mco s-denied"), " denied")
    quote = tag("span", tag("span", "words", class_="m-quote"), " quoted")
    warning = tag("span", tag("span", "words", class_="m-warning"), " warning")
    return tag("p", *quads, said, unsure, denied, quote, warning, class_="legend")
