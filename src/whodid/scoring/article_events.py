"""Coded events against an article's gold: which is which, what is missed, wrong or extra, and why."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.record import Actor, Event
from whodid.scoring.article_pair import Pair
from whodid.scoring.coded_articles import GoldEvent, GoldParty
from whodid.scoring.figures import Judged, Stretch
from whodid.scoring.parties import named, party_of, sides_fit
from whodid.scoring.spans import overlap


def compare_events(pair: Pair) -> None:
    """Count the article's events, and those of them that are right, wrong or missed."""
    coded = pair.record.events if pair.record else ()
    matched = _matched(pair, coded)
    for gold in pair.gold.events:
        if gold.id in matched:
            _judge_details(pair, gold, coded[matched[gold.id]])
        elif gold.main is None and gold.required:
            pair.tally.counts["event_missed"] += 1
            here = {n: event for n, event in enumerate(coded) if overlap(_evidence(event), gold.anchor)}
            cause, other = _why_missed(gold, [event for n, event in here.items() if n not in matched.values()], pair.actors)
            cause = cause or ("other events alone in this sentence" if here else "no event in this sentence")
            said = _told(other, pair.actors) if other else "nothing"
            pair.note("missed", ("events", gold.types[0]), cause, [gold.anchor], [_trigger(other)] if other else [], _gold_told(gold), said)
    for n, event in enumerate(coded):
        _judge_coded(pair, event, used=n in matched.values())


def _matched(pair: Pair, coded: Sequence[Event]) -> dict[str, int]:
    """Which coded event each gold event is; the best fitting pairs first, whatever the order of the coded ones."""
    golds, actors = pair.gold.events, pair.actors
    fitting = []
    for n, gold in enumerate(golds):
        for m, event in enumerate(coded):
            if overlap(_evidence(event), gold.anchor) and _fits(gold, event, actors):
                everyone = _everyone(event, actors)
                same = sum(any(named(party, actor) for actor in everyone) for party in gold.actors + gold.recipients)
                dated = bool(gold.date) and _day(event).startswith(gold.date or "")
                fitting.append((gold.required, same, overlap(_trigger(event), gold.anchor), event.status in gold.status, dated, -n, -m))
    matched: dict[str, int] = {}
    for *_, n, m in sorted(fitting, reverse=True):
        gold = golds[-n]
        if gold.id not in matched and -m not in matched.values():
            matched[gold.id] = -m
    return matched


def _judge_details(pair: Pair, gold: GoldEvent, event: Event) -> None:
    """Identity, status and date of an event that was found."""
    counts = pair.tally.counts
    counts["event_found"] += gold.required
    everyone = _everyone(event, pair.actors)
    unnamed = [party.name for party in (gold.actors + gold.recipients)[:2] if not any(named(party, actor) for actor in everyone)]
    status = f"status {event.status} for {gold.status[0]}"
    names = ", ".join(actor.name for actor in everyone)
    judged = [
        ("identity", not unnamed, "party under another name", ", ".join(unnamed), names),
        ("status", event.status in gold.status, status, " or ".join(gold.status), event.status),
    ]
    if gold.date:
        day = _day(event)
        judged.append(("date", day.startswith(gold.date), "another date" if day else "no date", gold.date, day or "none"))
    for name, right, cause, should, is_ in judged:
        counts[f"{name}_all"] += 1
        counts[f"{name}_right"] += right
        if not right:
            pair.note("wrong", (name, event.type), cause, [gold.anchor], [_trigger(event)], should, is_)


def _judge_coded(pair: Pair, event: Event, used: bool) -> None:
    """Whether a coded event is right, told twice or in the headline (neither), or wrong."""
    counts, headline, actors = pair.tally.counts, pair.gold.headline, pair.actors
    fits = used or any(overlap(_evidence(event), gold.anchor) and _fits(gold, event, actors) for gold in pair.gold.events)
    titled = headline is not None and overlap(_evidence(event), headline) and event.evidence.end <= headline[1]
    if used or not titled:
        pair.tally.judged.append(Judged(event.confidence, fits))
    if used:
        counts["event_right"] += 1
    elif titled or fits:
        counts["event_repeat"] += 1
    else:
        counts["event_wrong"] += 1
        near = [gold for gold in pair.gold.events if overlap(_evidence(event), gold.anchor)]
        cause, other = _why_extra(event, near, actors)
        should = _gold_told(other) if other else "no event here"
        pair.note("extra", ("events", event.type), cause, [other.anchor] if other else [], [_trigger(event)], should, _told(event, actors))


def _why_missed(gold: GoldEvent, near: Sequence[Event], actors: dict[str, Actor]) -> tuple[str, Event | None]:
    """The cause, and the coded event that stands in its place; "" and None where none does."""
    for event in near:
        if _sides_fit(gold, event, actors):
            return f"coded as {event.type}", event
    for event in near:
        if event.type in gold.types:
            return "other parties", event
    at = next((event for event in near if overlap(_trigger(event), gold.anchor)), None)
    return ("other type and parties", at) if at else ("", None)


def _why_extra(event: Event, near: Sequence[GoldEvent], actors: dict[str, Actor]) -> tuple[str, GoldEvent | None]:
    for gold in near:
        if _sides_fit(gold, event, actors) and overlap(_trigger(event), gold.anchor):
            return f"gold has {gold.types[0]}", gold
    for gold in near:
        if event.type in gold.types:
            return "other parties", gold
    return ("gold has another event here" if near else "gold has no event in this sentence"), None


def _fits(gold: GoldEvent, event: Event, actors: dict[str, Actor]) -> bool:
    return event.type in gold.types and _sides_fit(gold, event, actors)


def _sides_fit(gold: GoldEvent, event: Event, actors: dict[str, Actor]) -> bool:
    done_by, done_to = ([party_of(id, actors) for id in ids] for ids in (event.actors, event.recipients))
    return sides_fit(gold, done_by, done_to)


def _everyone(event: Event, actors: dict[str, Actor]) -> list[GoldParty]:
    return [party_of(id, actors) for id in event.actors + event.recipients]


def _evidence(event: Event) -> Stretch:
    return event.evidence.start, event.evidence.end


def _trigger(event: Event) -> Stretch:
    return event.trigger.start, event.trigger.end


def _day(event: Event) -> str:
    return (event.date.start if event.date else None) or ""


def _told(event: Event, actors: dict[str, Actor]) -> str:
    done_by, done_to = (", ".join(party_of(id, actors).name for id in ids) for ids in (event.actors, event.recipients))
    return f"{event.type} {done_by or '–'} → {done_to or '–'} ({event.status}, {event.confidence:.2f})"


def _gold_told(gold: GoldEvent) -> str:
    done_by, done_to = (", ".join(party.name for party in side) for side in (gold.actors, gold.recipients))
    return f"{'/'.join(gold.types)} {done_by or 'any'} {'↔' if gold.symmetric else '→'} {done_to or 'any'} ({'/'.join(gold.status)})"
