"""Tellings: the events of a record as joining sees them. What one article tells of a happening twice is one telling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from functools import cache
from itertools import combinations
from typing import Any

from whodid.incidents.days import Days, days_of
from whodid.incidents.parties import Party, parties_of
from whodid.incidents.places import Place, place_of
from whodid.incidents.words import data_lines, rarity, share, stem, words_of
from whodid.lexicon.lists import word_list

# A word that fewer articles than this hold is rare; a trigger's word that more hold names no deed.
_RARE, _COMMON = 0.01, 0.1
# Verbal by PLOVER's classes, but deeds of courts and the police: who charged somebody is seldom told.
_OF_COURTS = ("allege", "investigate")
# More parties than this make no keys: lists of those present would make too many.
_KEY_PARTIES = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of one happening.

    Attributes:
        key: The article's key, and where the trigger stands in its text; the same for every coding of that article.
        events: Ids of the record's events that are this telling.
        verbal: Whether it is a deed of words alone, which only its own speaker can do.
        words: Stems of the words that tell the deed; `deeds` are the lines of kin words that they stand on.
        rare: Rare words of the sentence.
        named: Ids of the named parties on both sides.
        reported: The article's date.
    """

    key: str
    article: str
    events: tuple[str, ...]
    type: str
    mode: str | None
    verbal: bool
    status: str
    trigger: str
    words: frozenset[str]
    deeds: frozenset[int]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    symmetric: bool
    days: Days | None
    place: Place | None
    counts: tuple[tuple[str, int, str], ...]
    rare: frozenset[str]
    reported: Date | None
    confidence: float
    named: frozenset[str]


def tellings(record: Mapping[str, Any], article: str | None = None) -> tuple[Telling, ...]:
    """The tellings of a coded record (its JSON object), in the order of the text; `article` is its key, else the record's id."""
    key = record.get("id", "") if article is None else article
    parties = parties_of(record)
    groups = _grouped(record.get("events", ()))
    keys = _keys([group[0]["trigger"] for group in groups], key)
    return tuple(_telling(own, group, record, key, parties) for own, group in zip(keys, groups, strict=True))


# Two events may stand on one trigger.
def _keys(triggers: list[Mapping[str, Any]], article: str) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for trigger in triggers:
        key = f"{article}:{trigger['start']}-{trigger['end']}"
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}+{seen[key]}"


def _grouped(events: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for event in events:
        groups.setdefault(event.get("same_as") or event["id"], []).append(event)
    return list(groups.values())


def _telling(key: str, group: list[Mapping[str, Any]], record: Mapping[str, Any], article: str, parties: Mapping[str, Party]) -> Telling:
    first = group[0]
    words = frozenset[str]().union(*(deed_words(event["trigger"]["text"]) for event in group))
    reported = record.get("date")
    actors, recipients = _parties(group, "actors", parties), _parties(group, "recipients", parties)
    return Telling(
        key=key,
        article=article,
        events=tuple(event["id"] for event in group),
        type=first["type"],
        mode=_first(event.get("mode") for event in group),
        verbal=first["quad"].startswith("verbal") and first.get("mode") not in _OF_COURTS,
        status=first["status"],
        trigger=first["trigger"]["text"],
        words=words,
        deeds=frozenset(line for word in words for line in deeds_of(word)),
        actors=actors,
        recipients=recipients,
        symmetric=any(event.get("symmetric") for event in group),
        days=_days(group),
        place=_place(group),
        counts=tuple(dict.fromkeys((count["of"], count["value"], count["text"]) for event in group for count in event.get("counts", ()))),
        rare=_rare(group, record["text"]),
        reported=Date.fromisoformat(reported) if reported else None,
        confidence=max(event["confidence"] for event in group),
        named=frozenset(party.id for party in (*actors, *recipients) if party.named),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)


def _parties(group: list[Mapping[str, Any]], role: str, parties: Mapping[str, Party]) -> tuple[Party, ...]:
    ids = dict.fromkeys(id for event in group for id in event[role])
    return tuple(parties[id] for id in ids if id in parties)


# What the words say goes before what was inferred from the article's date.
def _days(group: list[Mapping[str, Any]]) -> Days | None:
    found = [days for event in group if (days := days_of(event.get("date")))]
    return min(found, key=lambda days: (not days.told, (days.last - days.first).days), default=None)


def _place(group: list[Mapping[str, Any]]) -> Place | None:
    return next((place for event in group if (place := place_of(event))), None)


def deed_words(trigger: str) -> frozenset[str]:
    """Stems of the words of a trigger that tell the deed: those with kin, else those that are neither light nor common."""
    stems = {stem(word.text): word.folded for word in words_of(trigger)}
    if kin := stems.keys() & _kin().keys():
        return frozenset(kin)
    light = {stem(line.split()[0]) for line in word_list("light_verbs")}
    return frozenset(word for word, folded in stems.items() if word not in light and share(folded) <= _COMMON) or frozenset(stems)


def deeds_of(word: str) -> tuple[int, ...]:
    """The lines of kin words on which this stem stands; none where it tells no deed that papers tell in several words."""
    return _kin().get(word, ())


@cache
def _kin() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(data_lines("kin.txt")):
        for word in {stem(form) for form in line.split()}:
            found[word] = (*found.get(word, ()), number)
    return found


def _rare(group: list[Mapping[str, Any]], text: str) -> frozenset[str]:
    sentences = {(event["evidence"]["start"], event["evidence"]["end"]) for event in group}
    words = {word.folded for start, end in sentences for word in words_of(text[start:end])}
    return frozenset(word for word in words if share(word) <= _RARE and len(word) > 2)


def telling_keys(telling: Telling) -> frozenset[str]:
    """What tellings of one happening share though their articles are about other matters; none where day or parties are not known.

    It is type, day, and two parties or a party and the place.
    """
    if telling.days is None or not telling.days.exact:
        return frozenset()
    named = sorted(telling.named)[:_KEY_PARTIES]
    what = f"{telling.type} {telling.days.first}"
    pairs = {f"{what} {a} {b}" for a, b in combinations(named, 2)}
    if telling.place:
        pairs |= {f"{what} {party} at {telling.place.name}" for party in named}
    return frozenset(pairs)


def rarest(words: Iterable[str]) -> list[str]:
    """Words, the rarest first."""
    return sorted(words, key=lambda word: (-rarity(word), word))
