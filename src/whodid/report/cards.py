"""The cards beside the text: events, quotes and warnings, each linked to its words."""

from __future__ import annotations

from whodid.record import Event, Quote, TextWarning
from whodid.report.filters import sureness, voice
from whodid.report.headings import card_heading
from whodid.report.marks import event_classes
from whodid.report.markup import Markup, join, tag
from whodid.report.names import Names, when


def event_card(event: Event, names: Names) -> Markup:
    """One event: who to whom, what, status, when and where, said by whom, in which sentence."""
    return tag(
        "section", _event_head(event, names), _parties(event, names), _said_by(event, names), _facts(event), _sentence(event, names),
        _notes(event, names),
        class_=f"card event {event_classes(event)}", id=names.anchor(event.id), data_type=event.type, data_status=event.status,
        data_voice=voice(event), data_sure=sureness(event),
    )  # fmt: skip


def _event_head(event: Event, names: Names) -> Markup:
    id = event.id.removeprefix("e")
    number = _back(names.anchor(event.id), id, f"event {id}: to its words")
    mode = tag("span", event.mode, class_="mode") if event.mode else None
    status = tag("span", event.status, class_=f"status s-{event.status}")
    kind = card_heading(names, event.type, title=event.quad)
    spoken = tag("span", "confidence ", class_="spoken")
    sure = tag("span", spoken, f"{event.confidence:.0%}", class_=f"sure {sureness(event)}", title="confidence")
    return tag("header", number, kind, mode, status, sure, _own(names.anchor(event.id), f"event {id}"))


def _back(key: str, label: str, spoken: str) -> Markup:
    return tag("a", label, href=f"#{key}-text", class_="back", aria_label=spoken)


def _own(key: str, spoken: str) -> Markup:
    """The card's own address, to copy."""
    return tag("a", "#", href=f"#{key}", class_="own", aria_label=f"# link to {spoken}")


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
    return tag("span", tag("b", tag("bdi", names.name(id))), tag("small", f" {country}") if country else None, title=about, class_="who")


def _between(parts: list[Markup], separator: object) -> list[object]:
    return [piece for part in parts for piece in (separator, part)][1:]


def _said_by(event: Event, names: Names) -> Markup | None:
    if not event.attribution:
        return None
    links = [_sayer(id, names) for id in event.attribution]
    return tag("p", "said by ", *_between(links, "; "), class_="by")


def _sayer(id: str, names: Names) -> Markup:
    key, quote = names.anchor(id), names.quotes.get(id)
    return tag("a", tag("bdi", names.sayer(quote)), href=f"#{key}", data_k=id) if quote else tag("bdi", id)


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
    again = join("another telling of ", _event_link(event.same_as, names)) if event.same_as else None
    notes = [part for part in (again, ", ".join(event.flags) or None) if part]
    return tag("p", *_between([join(note) for note in notes], " · "), class_="note") if notes else None


def _event_link(id: str, names: Names) -> Markup:
    return tag("a", f"event {id.removeprefix('e')}", href=f"#{names.anchor(id)}")


def quote_card(quote: Quote, names: Names) -> Markup:
    """One quote: who said it, to whom, through whom, in which words, and the events that it carries."""
    speaker = names.party(quote.speaker) if quote.speaker else None
    extra = [
        join(" to ", tag("bdi", names.party(quote.addressee))) if quote.addressee else None,
        join(", via ", tag("bdi", names.party(quote.medium))) if quote.medium else None,
    ]
    who = tag("p", tag("b", tag("bdi", speaker)) if speaker else tag("i", "speaker not named", class_="unknown"), *extra, class_="parties")
    key = names.anchor(quote.id)
    number = _back(key, quote.id, f"quote {quote.id}: to its words") if quote.content else tag("span", quote.id, class_="back")
    cue = card_heading(names, quote.cue.text if quote.cue else "no cue")
    head = tag("header", number, cue, tag("span", quote.kind, class_="mode"), _own(key, f"quote {quote.id}"))
    words = tag("blockquote", *_between([join(span.text) for span in quote.content], " … "))
    carried = [_event_link(event.id, names) for event in names.record.events if quote.id in event.attribution]
    events = tag("p", "carries ", *_between(carried, ", "), class_="note") if carried else None
    return tag("section", head, who, words, events, class_="card quote", id=key)


def warning_card(number: int, warning: TextWarning, names: Names) -> Markup:
    """A warning; it links to the words it is about."""
    key = names.anchor(f"w{number}")
    head = tag("header", _back(key, "!", "warning !: to its words"), card_heading(names, warning.code), _own(key, f"warning {number}"))
    return tag("section", head, tag("p", warning.message), class_="card warning", id=key)
