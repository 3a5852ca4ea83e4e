"""Incidents: what all tellings of one happening together tell of it, where they agree and where they differ."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from itertools import combinations
from typing import TypeVar

from whodid.incidents.clusters import pieces
from whodid.incidents.days import Days, gap
from whodid.incidents.parties import Party
from whodid.incidents.places import compare_places
from whodid.incidents.tellings import Telling

# Between equally many tellings, the later stage of a happening is its status.
_STAGES = ("occurred", "ongoing", "denied", "planned", "proposed")
_ID_LENGTH = 12
Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Range:
    """A number told of the happening: of whom, from the least to the most told, and in which words."""

    of: str
    least: int
    most: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening, as its tellings together tell it. The table `incident_rows` of the store explains each field."""

    incident: str
    type: str
    mode: str | None
    status: str
    statuses: tuple[str, ...]
    first_seen: Date | None
    last_seen: Date | None
    day: Date | None
    day_end: Date | None
    place: str | None
    place_country: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    words: str
    tellings: int
    reports: int
    sources: int
    outlets: tuple[str, ...]
    counts: tuple[Range, ...]
    agreement: float | None
    disagreements: tuple[str, ...]


def summarize(tellings: Iterable[Telling], outlets: Mapping[str, str | None], copies: Collection[tuple[str, str]] = ()) -> Incident:
    """What these tellings of one happening together tell.

    Args:
        tellings: All of them; at least one.
        outlets: The outlet of each article, None where it is not known.
        copies: Pairs of articles that are near copies.
    """
    told = sorted(tellings, key=_age)
    seen = [telling.reported for telling in told if telling.reported]
    days, place = _most(_day_votes(told)), _most([telling.place for telling in told if telling.place])
    articles = {telling.article: outlets.get(telling.article) for telling in told}
    verdicts = _verdicts(told)
    return Incident(
        incident=incident_id(told),
        type=_most([telling.type for telling in told]) or told[0].type,
        mode=_most([telling.mode for telling in told if telling.mode]),
        status=_status(told),
        statuses=tuple(sorted({telling.status for telling in told}, key=_STAGES.index)),
        first_seen=min(seen, default=None),
        last_seen=max(seen, default=None),
        day=days[0] if days else None,
        day_end=days[1] if days else None,
        place=place.name if place else None,
        place_country=place.country if place else None,
        actors=_parties(telling.actors for telling in told),
        recipients=_parties(telling.recipients for telling in told),
        words=told[0].trigger,
        tellings=sum(len(telling.events) for telling in told),
        reports=len(articles),
        sources=voices(articles, copies),
        outlets=tuple(sorted({outlet for outlet in articles.values() if outlet})),
        counts=_ranges(told),
        agreement=round(sum(verdicts.values()) / len(verdicts), 2) if verdicts else None,
        disagreements=tuple(what for what, agree in verdicts.items() if not agree),
    )


def _age(telling: Telling) -> tuple[Date, str]:
    return telling.reported or Date.max, telling.key


def incident_id(tellings: Iterable[Telling]) -> str:
    """The incident's id, made from its earliest telling: it stays the same while later ones are added."""
    first = min(tellings, key=_age)
    return "i" + hashlib.sha256(first.key.encode()).hexdigest()[:_ID_LENGTH]


def voices(outlets: Mapping[str, str | None], copies: Iterable[tuple[str, str]]) -> int:
    """How many independent voices these articles are: copies of one text are one, and so are all articles of one outlet."""
    by_outlet: dict[str, str] = {}
    same = [(by_outlet.setdefault(outlet, article), article) for article, outlet in sorted(outlets.items()) if outlet]
    return len(pieces(outlets, [*same, *copies]))


def _most(values: Sequence[Value]) -> Value | None:
    """The most frequent value; of equally frequent ones the first."""
    return max(Counter(values).items(), key=lambda item: item[1])[0] if values else None


# Days that are told exactly outvote all others; those inferred from an article's date come last.
def _day_votes(told: Sequence[Telling]) -> list[tuple[Date, Date]]:
    days = [telling.days for telling in told if telling.days]
    best = min((_vagueness(found) for found in days), default=0)
    return [(found.first, found.last) for found in days if _vagueness(found) == best]


def _vagueness(days: Days) -> int:
    return 0 if days.told and days.exact else (1 if not days.told else 2)


def _status(told: Sequence[Telling]) -> str:
    counts = Counter(telling.status for telling in told)
    settled = {status: count for status, count in counts.items() if status not in ("planned", "proposed")} or counts
    return min(settled, key=lambda status: (-settled[status], _STAGES.index(status)))


def _parties(lists: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    known: dict[str, Party] = {}
    counts: Counter[str] = Counter()
    for parties in lists:
        for party in parties:
            known.setdefault(party.id, party)
            counts[party.id] += 1
    order = sorted(known.values(), key=lambda party: (not party.named, -counts[party.id]))
    return tuple(order)


def _ranges(told: Sequence[Telling]) -> tuple[Range, ...]:
    found: dict[str, list[tuple[int, str]]] = {}
    for telling in told:
        for of, value, words in telling.counts:
            found.setdefault(of, []).append((value, words))
    return tuple(_range(of, sorted(set(values))) for of, values in sorted(found.items()))


def _range(of: str, values: list[tuple[int, str]]) -> Range:
    return Range(of, values[0][0], values[-1][0], tuple(dict.fromkeys(words for _, words in values)))


def _verdicts(told: Sequence[Telling]) -> dict[str, bool]:
    """Whether the tellings agree, for each of status, day, place and numbers that at least two of them give."""
    days = [telling.days for telling in told if telling.days and telling.days.told]
    places = [telling.place for telling in told if telling.place]
    verdicts: dict[str, bool] = {}
    if len(told) > 1:
        verdicts["status"] = not ({"denied"} < {telling.status for telling in told})
    if len(days) > 1:
        verdicts["day"] = not any(gap(a, b) for a, b in combinations(days, 2))
    if len(places) > 1:
        verdicts["place"] = not any(compare_places(a, b) == "other" for a, b in combinations(set(places), 2))
    for of, values in _values(told).items():
        verdicts[of] = len(set(values)) == 1
    return verdicts


def _values(told: Sequence[Telling]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for telling in told:
        for of, value in {(of, value) for of, value, _ in telling.counts}:
            found.setdefault(of, []).append(value)
    return {of: values for of, values in sorted(found.items()) if len(values) > 1}
