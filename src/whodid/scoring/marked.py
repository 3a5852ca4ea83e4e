"""Sentences with two marked parties and one type: the type alone (`classify`), and the pair with its type among the coded events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, get_args

from whodid.article import Article
from whodid.record import Event, EventType, Quad, Record
from whodid.scoring.figures import Figure, Judged, Miss, MissKind, Scores, Stretch, f1, macro, miss, scores_by_class, share
from whodid.scoring.rows import Row
from whodid.scoring.spans import overlap
from whodid.text import Span

# The benchmark folds what yields into one class.
FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
CLASSES = tuple(sorted({FOLDED.get(type, type) for type in get_args(EventType)}))
QUADS: tuple[Quad, ...] = get_args(Quad)
QUAD_OF = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 0),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 1),
    **dict.fromkeys(("ACCUSE", "REQUEST", "REJECT", "THREATEN"), 2),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 3),
}
SYMMETRIC = frozenset(("AGREE", "CONSULT", "COOPERATE", "SUPPORT"))
BINS = 10


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A sentence, what its source does to its target, and where both stand (every place; empty: not in the sentence).

    `source` and `target` are the marks to classify by; None: not in the sentence.
    """

    article: Article
    type: str
    quad: int
    source: Stretch | None
    target: Stretch | None
    sources: tuple[Stretch, ...]
    targets: tuple[Stretch, ...]

    @property
    def implicit(self) -> bool:
        """Whether a party is not in the sentence."""
        return self.source is None or self.target is None


class Classified(Protocol):
    """What `classify` gives."""

    @property
    def type(self) -> str | None:
        """PLOVER's type, or None."""

    @property
    def confidence(self) -> float:
        """From 0 to 1."""


def read_pair(row: Row) -> GoldPair:
    """The gold of one line: `gold_root` (or `type`), `source` and `target`. Raises InputError for what is malformed."""
    row = replace(row, length=len(row.text("text")))
    key = "gold_root" if "gold_root" in row.fields else "type"
    type = folded(row.text(key))
    if type not in CLASSES:
        raise row.wrong(key, f"one of {', '.join(CLASSES)}")
    source, target = row.maybe_span("source"), row.maybe_span("target")
    penta = row.number("gold_penta")
    return GoldPair(
        article=row.article(),
        type=type,
        quad=QUAD_OF[type] if penta is None else int(penta) - 1,
        source=source,
        target=target,
        sources=row.spans("source_all") or ((source,) if source else ()),
        targets=row.spans("target_all") or ((target,) if target else ()),
    )


def folded(type: str | None) -> str:
    """The benchmark's class of a type; "NONE" for none."""
    return FOLDED.get(type or "", type or "NONE")


def score_types(golds: Sequence[GoldPair], found: Sequence[Classified | None]) -> Scores:
    """How often the type is right where both parties are marked; a sentence without an answer counts as wrong."""
    rows = [(gold, folded(one.type if one else None), one.confidence if one else 0.0) for gold, one in zip(golds, found, strict=True)]
    misses = [
        miss("wrong", ("types", gold.type), f"{gold.type} taken for {type}", (gold.article.id, gold.article.text),
             (gold.sources + gold.targets, ()), (gold.type, f"{type} ({confidence:.2f})"))
        for gold, type, confidence in rows if type != gold.type
    ]  # fmt: skip
    judged = tuple(Judged(confidence, type == gold.type) for gold, type, confidence in rows if type != "NONE")
    return Scores(len(golds), tuple(_type_figures(rows)), tuple(misses), judged)


def _type_figures(rows: Sequence[tuple[GoldPair, str, float]]) -> Iterable[Figure]:
    pairs = [(gold.type, type) for gold, type, _ in rows]
    quads = [(gold.quad, QUAD_OF.get(type)) for gold, type, _ in rows]
    table = scores_by_class(pairs, CLASSES)
    of = "sentences"
    yield Figure("accuracy", _accuracy(pairs), len(rows), of)
    yield Figure("macro F1", macro(table), len(rows), of)
    yield Figure("quad accuracy", _accuracy(quads), len(rows), of)
    yield Figure("quad macro F1", macro(scores_by_class(quads, range(len(QUADS)))), len(rows), of)
    whole = [(gold.type, type) for gold, type, _ in rows if not gold.implicit]
    yield Figure("accuracy, both parties in the sentence", _accuracy(whole), len(whole), of)
    yield Figure("calibration error (0 is best)", _calibration_error(rows), len(rows), of)
    for type, (value, n) in table.items():
        yield Figure(f"F1 {type}", value, n, of, detail=True)


def _accuracy(pairs: Sequence[tuple[object, object]]) -> float | None:
    return share(sum(gold == found for gold, found in pairs), len(pairs))


def _calibration_error(rows: Sequence[tuple[GoldPair, str, float]]) -> float | None:
    """How far confidence and share of right answers lie apart, in ten bins of confidence."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for gold, type, confidence in rows:
        bins.setdefault(min(BINS - 1, int(confidence * BINS)), []).append((confidence, type == gold.type))
    apart = sum(abs(sum(confidence for confidence, _ in each) - sum(right for _, right in each)) for each in bins.values())
    return share(apart, len(rows))


def score_pairs(golds: Sequence[GoldPair], records: Sequence[Record | None]) -> Scores:
    """How often the marked pair is found among the events of the sentence, and with the right type."""
    counts, right, extra = Counter[str](), Counter[str](), Counter[str]()
    misses: list[Miss] = []
    judged: list[Judged] = []
    for gold, record in zip(golds, records, strict=True):
        events = record.events if record else ()
        on_pair = [event for event in events if _is_on(gold, event)]
        types = list(dict.fromkeys(folded(event.type) for event in sorted(on_pair, key=lambda event: -event.confidence)))
        counts.update(events=len(events), found=bool(on_pair), undirected=any(_is_on_either_way(gold, event) for event in events))
        counts.update(types=len(types), first=types[:1] == [gold.type])
        right[gold.type] += gold.type in types
        extra.update(type for type in types if type != gold.type)
        judged += [Judged(event.confidence, folded(event.type) == gold.type) for event in on_pair]
        if gold.type not in types:
            misses.append(_missed_pair(gold, events, types))
    return Scores(len(golds), tuple(_pair_figures(golds, counts, right, extra)), tuple(misses), tuple(judged))


def _pair_figures(golds: Sequence[GoldPair], counts: Counter[str], right: Counter[str], extra: Counter[str]) -> Iterable[Figure]:
    n, found, of = len(golds), counts["found"], "sentences"
    gold_counts = Counter(gold.type for gold in golds)
    values = [f1(right[type], gold_counts[type], right[type] + extra[type]) for type in CLASSES]
    yield Figure("pair found", share(found, n), n, of)
    yield Figure("pair found, either way round", share(counts["undirected"], n), n, of)
    yield Figure("type right where found", share(right.total(), found), found, "pairs found")
    yield Figure("most confident type right", share(counts["first"], found), found, "pairs found")
    yield Figure("pair and type found", share(right.total(), n), n, of)
    yield Figure("pair and type, macro F1", sum(values) / len(CLASSES), n, of)
    yield Figure("events a sentence", share(counts["events"], n), n, of)


def _missed_pair(gold: GoldPair, events: Sequence[Event], types: Sequence[str]) -> Miss:
    near = [event for event in events if _is_on_either_way(gold, event)]
    if types:
        cause = f"{gold.type} coded as {types[0]}"
    elif near:
        cause = "the sides are turned round or joined"
    elif any(folded(event.type) == gold.type for event in events):
        cause = "the right type, with other parties"
    else:
        cause = "other events only" if events else "no event coded"
    coded = [(event.trigger.start, event.trigger.end) for event in events]
    told = ", ".join(f"{event.type} ({event.trigger.text})" for event in events) or "nothing"
    kind: MissKind = "wrong" if types else "missed"
    return miss(kind, ("pairs", gold.type), cause, (gold.article.id, gold.article.text), (gold.sources + gold.targets, coded),
                (gold.type, told))  # fmt: skip


def _is_on(gold: GoldPair, event: Event) -> bool:
    """Whether the event has the gold's parties on their sides; a symmetric type may have both among its actors."""
    source = not gold.sources or _touch(event.actor_spans, gold.sources)
    target = not gold.targets or _touch(event.recipient_spans, gold.targets)
    if source and not target and event.type in SYMMETRIC:
        target = _touch(event.actor_spans, gold.targets)
    return source and target


def _is_on_either_way(gold: GoldPair, event: Event) -> bool:
    everyone = event.actor_spans + event.recipient_spans
    return (not gold.sources or _touch(everyone, gold.sources)) and (not gold.targets or _touch(everyone, gold.targets))


def _touch(spans: Iterable[Span], stretches: Sequence[Stretch]) -> bool:
    return any(overlap((span.start, span.end), stretch) for span in spans for stretch in stretches)
