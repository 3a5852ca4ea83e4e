"""Sentences coded by country and sector: who acts on whom, and by which type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import get_args

from whodid.article import Article
from whodid.record import Event, EventType, Record
from whodid.scoring.figures import Figure, Miss, Scores, f1, miss, share
from whodid.scoring.rows import Row


@dataclass(frozen=True, slots=True)
class GoldDyad:
    """Countries and sectors on both sides; of a symmetric event, all stand among the sources."""

    article: Article
    type: str
    sources: frozenset[str]
    targets: frozenset[str]
    source_sectors: frozenset[str]
    target_sectors: frozenset[str]
    symmetric: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """Countries and sectors of an event's two sides."""

    event: Event
    sources: frozenset[str]
    targets: frozenset[str]
    source_sectors: frozenset[str]
    target_sectors: frozenset[str]


@dataclass
class Tally:
    """What is counted over the sentences."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)


def read_dyad(row: Row) -> GoldDyad:
    """The gold of one line. Raises InputError for what is malformed."""
    row = replace(row, length=len(row.text("text")))
    type = row.text("type")
    if type not in get_args(EventType):
        raise row.wrong("type", f"one of {', '.join(get_args(EventType))}")
    keys = ("source_countries", "target_countries", "source_sectors", "target_sectors")
    by, to, by_sectors, to_sectors = (frozenset(row.texts(key) if key in row.fields else ()) for key in keys)
    return GoldDyad(row.article(), type, by, to, by_sectors, to_sectors, row.flag("symmetric"))


def score_dyads(golds: Sequence[GoldDyad], records: Sequence[Record | None]) -> Scores:
    """Type, countries and sectors of the coded event that fits each gold dyad best; sentences of several dyads stand in several lines."""
    tally = Tally()
    sentences: dict[str, tuple[Record | None, list[GoldDyad]]] = {}
    for gold, record in zip(golds, records, strict=True):
        sentences.setdefault(gold.article.text, (record, []))[1].append(gold)
    for record, dyads in sentences.values():
        left = [_sides(event, record) for event in record.events] if record else []
        for gold in dyads:
            best = max(left, key=partial(_fit, gold), default=None)
            if best:
                left.remove(best)
            _judge(gold, best, tally)
        tally.extra.update(sides.event.type for sides in left)
    return Scores(len(golds), tuple(_figures(len(golds), tally)), tuple(tally.misses))


def _sides(event: Event, record: Record) -> Sides:
    actors = {actor.id: (actor.country, actor.sector) for actor in record.actors}

    def codes(ids: Iterable[str]) -> list[tuple[str | None, str | None]]:
        return [actors[id] if id in actors else (id.split(":", 1)[1].upper()[:3] if id.startswith("state:") else None, None) for id in ids]

    by, to = codes(event.actors), codes(event.recipients)
    return Sides(event, *(frozenset(side[n] for side in sides if side[n]) for n in (0, 1) for sides in (by, to)))  # type: ignore[arg-type]


def _fit(gold: GoldDyad, sides: Sides) -> tuple[bool, float, float]:
    by, to = sides.sources, sides.targets
    if gold.symmetric:
        fit = len((by | to) & gold.sources) - 0.1 * len((by | to) ^ gold.sources)
    else:
        fit = len(by & gold.sources) + len(to & gold.targets) - 0.1 * (len(by ^ gold.sources) + len(to ^ gold.targets))
    return sides.event.type == gold.type, fit, sides.event.confidence


def _judge(gold: GoldDyad, sides: Sides | None, tally: Tally) -> None:
    none = frozenset[str]()
    by, to = (sides.sources, sides.targets) if sides else (none, none)
    if sides and sides.event.type == gold.type:
        tally.right[gold.type] += 1
    else:
        tally.missed[gold.type] += 1
        if sides:
            tally.extra[sides.event.type] += 1
    compared = [("source", gold.sources, by | to)] if gold.symmetric else [("source", gold.sources, by), ("target", gold.targets, to)]
    for side, wanted, found in compared:
        tally.counts.update({f"{side} right": len(wanted & found), f"{side} gold": len(wanted), f"{side} coded": len(found)})
    tally.counts["whole"] += (
        bool(sides) and sides is not None and sides.event.type == gold.type and all(one == other for _, one, other in compared)
    )
    if not gold.symmetric:
        _judge_sectors(gold, sides, tally)
    _note(gold, sides, compared, tally)


def _judge_sectors(gold: GoldDyad, sides: Sides | None, tally: Tally) -> None:
    none = frozenset[str]()
    found = (sides.source_sectors, sides.target_sectors) if sides else (none, none)
    for side, wanted, coded in zip(("source", "target"), (gold.source_sectors, gold.target_sectors), found, strict=True):
        if wanted:
            tally.counts[f"{side} sectors"] += 1
            tally.counts[f"{side} sectors right"] += bool(wanted & coded)


def _note(gold: GoldDyad, sides: Sides | None, compared: Sequence[tuple[str, frozenset[str], frozenset[str]]], tally: Tally) -> None:
    where = [(sides.event.trigger.start, sides.event.trigger.end)] if sides else []
    article = (gold.article.id, gold.article.text)
    if sides is None:
        tally.misses.append(
            miss("missed", ("dyads", gold.type), "no event coded", article, ([], []), (_told(gold.type, compared, 1), "nothing"))
        )
        return
    causes = [f"{gold.type} coded as {sides.event.type}"] * (sides.event.type != gold.type)
    for side, wanted, found in compared:
        if wanted != found:
            causes.append(f"{side}: a country is missing" if wanted - found else f"{side}: a country too many")
    for cause in causes:
        says = _told(gold.type, compared, 1), _told(sides.event.type, compared, 2)
        tally.misses.append(miss("wrong", ("dyads", gold.type), cause, article, ([], where), says))


def _told(type: str, compared: Sequence[tuple[str, frozenset[str], frozenset[str]]], which: int) -> str:
    return f"{type} " + " → ".join(" ".join(sorted((one[1], one[2])[which - 1])) or "–" for one in compared)


def _figures(n: int, tally: Tally) -> Iterable[Figure]:
    right, gold, coded = tally.right.total(), n, tally.right.total() + tally.extra.total()
    for side in ("source", "target"):
        counts = [tally.counts[f"{side} {what}"] for what in ("right", "gold", "coded")]
        yield Figure(f"{side} country F1", f1(*counts), counts[1], "countries")
        sectors = tally.counts[f"{side} sectors"]
        yield Figure(f"{side} sector agrees", share(tally.counts[f"{side} sectors right"], sectors), sectors, "dyads")
    yield Figure("type precision", share(right, coded), coded, "events coded")
    yield Figure("type recall", share(right, gold), gold, "dyads")
    yield Figure("type F1", f1(right, gold, coded), gold, "dyads")
    yield Figure("type and all countries right", share(tally.counts["whole"], n), n, "dyads")
