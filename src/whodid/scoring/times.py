"""Times against TIMEX3 marked by hand: span, type, value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from whodid.article import Article
from whodid.record import Record, Time, TimexType
from whodid.scoring.figures import Figure, Miss, Scores, Stretch, f1, miss, share
from whodid.scoring.rows import Row
from whodid.scoring.spans import once, pair_off

# How many months, days or seconds a unit of a duration has, for two ways to write the same.
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "DE": 120, "C": 1200, "CE": 1200, "L": 12000}
_DAYS = {"D": 1, "W": 7}
_LONG_DURATION = re.compile(r"P([\d.]+)(Y|M|Q|DE|E|CE|C|L|D|W)")
_SHORT_DURATION = re.compile(r"PT(?=[\d.])(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?")
_CLOCK = re.compile(r"(T\d\d):?(\d\d)?(?::\d\d)?(?:[+-]\d\d:?\d\d)?$")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression as marked by hand."""

    where: Stretch
    type: str
    value: str
    mod: str | None


@dataclass(frozen=True, slots=True)
class GoldTimes:
    """An article with all its time expressions."""

    article: Article
    times: tuple[GoldTime, ...]


def read_times(row: Row) -> GoldTimes:
    """The gold of one line. Raises InputError for what is malformed."""
    row = replace(row, length=len(row.text("text")))
    times = (GoldTime(one.own_span(), one.text("type"), one.text("value"), one.maybe_text("mod")) for one in row.rows("times"))
    return GoldTimes(row.article(), tuple(times))


def score_times(golds: Sequence[GoldTimes], records: Sequence[Record | None]) -> Scores:
    """Spans found, and of these the type and value; the figure that sums it up is the F1 of spans with their right value."""
    counts = Counter[str]()
    misses: list[Miss] = []
    for gold, record in zip(golds, records, strict=True):
        coded = once(record.times) if record else []
        pairs = pair_off([one.where for one in gold.times], [(one.start, one.end) for one in coded])
        counts.update(gold=len(gold.times), coded=len(coded), found=len(pairs))
        counts.update(f"gold {one.type}" for one in gold.times)
        for n, m in pairs:
            _judge(gold, gold.times[n], coded[m], counts, misses)
        misses += _unpaired(gold, coded, pairs)
    return Scores(len(golds), tuple(_figures(counts)), tuple(misses))


def _judge(gold: GoldTimes, one: GoldTime, time: Time, counts: Counter[str], misses: list[Miss]) -> None:
    where = (time.start, time.end)
    same_type, same_value = one.type == time.type, one.value == str(time.value)
    alike = same_value or canonical(one.value) == canonical(time.value)
    counts.update(strict=where == one.where, type=same_type, value=same_value, alike=alike, both=same_type and same_value)
    counts.update({f"found {one.type}": 1, f"value {one.type}": same_value})
    if one.mod:
        counts.update(mods=1, mod=one.mod == time.mod)
    cause = _cause(one, time, same_type, same_value, alike)
    if cause:
        says = f"{one.type} {one.value}", f"{time.type} {time.value or 'no value'}"
        misses.append(miss("wrong", ("times", one.type), cause, (gold.article.id, gold.article.text), ([one.where], [where]), says))


def _cause(one: GoldTime, time: Time, same_type: bool, same_value: bool, alike: bool) -> str | None:
    if not same_value:
        if not time.value:
            return "no value"
        return "the value in another spelling" if alike else _other_value(one.value, time.value)
    if not same_type:
        return f"{one.type} taken for {time.type}"
    return "other words" if (time.start, time.end) != one.where else None


def _other_value(gold: str, coded: str) -> str:
    if gold.startswith(coded) or coded.startswith(gold):
        return "a coarser or finer value"
    return "another year" if gold[:4] != coded[:4] and gold[:1].isdigit() and coded[:1].isdigit() else "another value"


def _unpaired(gold: GoldTimes, coded: Sequence[Time], pairs: Sequence[tuple[int, int]]) -> Iterable[Miss]:
    article = (gold.article.id, gold.article.text)
    left, right = {n for n, _ in pairs}, {m for _, m in pairs}
    for n, one in enumerate(gold.times):
        if n not in left:
            yield miss("missed", ("times", one.type), "no time found", article, ([one.where], []), (f"{one.type} {one.value}", "nothing"))
    for m, time in enumerate(coded):
        if m not in right:
            says = "no time", f"{time.type} {time.value or 'no value'}"
            yield miss("extra", ("times", time.type), "gold has no time here", article, ([], [(time.start, time.end)]), says)


def canonical(value: str | None) -> str | None:
    """One spelling for the same TIMEX3 value: P12M is P1Y, 1998-XX is 1998, 14:35:00 is 14:35."""
    if value is None:
        return None
    value = value.strip().upper().replace("Z", "")
    if found := _LONG_DURATION.fullmatch(value):
        length, unit = float(found[1]), found[2]
        return f"P{length * _MONTHS[unit]:g}M" if unit in _MONTHS else f"P{length * _DAYS[unit]:g}D"
    if found := _SHORT_DURATION.fullmatch(value):
        hours, minutes, seconds = (float(part or 0) for part in found.groups())
        return f"PT{hours * 3600 + minutes * 60 + seconds:g}S"
    for pattern, put in ((r"^PXE$", "PXDE"), (r"^PXC$", "PXCE"), (r"^(\d{4})-W(\d)(?!\d)", r"\1-W0\2"), (r"^(\d{3})$", r"\1X"),
                         (r"^(\d\d)$", r"\1XX"), (r"^(\d{4})-XX(?:-XX)?$", r"\1"), (r"^(\d{4}-\d\d)-XX$", r"\1")):  # fmt: skip
        value = re.sub(pattern, put, value)
    return _CLOCK.sub(lambda found: f"{found[1]}:{found[2] or '00'}", value)


def _figures(counts: Counter[str]) -> Iterable[Figure]:
    gold, coded, found = counts["gold"], counts["coded"], counts["found"]
    yield Figure("span precision", share(found, coded), coded, "times coded")
    yield Figure("span recall", share(found, gold), gold, "times")
    yield Figure("span F1", f1(counts["found"], gold, coded), gold, "times")
    yield Figure("span F1, the same words", f1(counts["strict"], gold, coded), gold, "times")
    yield Figure("type of those found", share(counts["type"], found), found, "times found")
    yield Figure("value of those found", share(counts["value"], found), found, "times found")
    yield Figure("value F1", f1(counts["value"], gold, coded), gold, "times")
    yield Figure("value F1, any spelling", f1(counts["alike"], gold, coded), gold, "times")
    yield Figure("type and value F1", f1(counts["both"], gold, coded), gold, "times")
    yield Figure("mod of those found", share(counts["mod"], counts["mods"]), counts["mods"], "times with a mod")
    for type in get_args(TimexType):
        n = counts[f"found {type}"]
        yield Figure(f"{type} found", share(n, counts[f"gold {type}"]), counts[f"gold {type}"], "times", detail=True)
        yield Figure(f"{type} value of those found", share(counts[f"value {type}"], n), n, "times found", detail=True)
