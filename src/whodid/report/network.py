"""Who dealt with whom: the actors and the ties between them, and where each is put. The same record gives the same picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from whodid.record import Event, Record

# More names than this cannot be read in a small picture; those with the most events are drawn.
MOST_NODES = 16
ROW = 46
WIDTH = 640
LABEL_WIDTH = 190
MARGIN = 30
# A tie between two on one side counts as this much longer: straight across reads best.
SAME_SIDE = 2.2 * ROW


@dataclass(frozen=True, slots=True)
class Tie:
    """What one actor did to another, or both together, in one quad class; `said` where no event of it is told by the article itself."""

    actor: str
    recipient: str
    quad: str
    symmetric: bool
    events: tuple[str, ...]
    said: bool


@dataclass(frozen=True, slots=True)
class Node:
    """An actor's place in the picture; the name stands on the outer side."""

    actor: str
    x: float
    y: float
    left: bool


@dataclass(frozen=True, slots=True)
class Network:
    """The picture: nodes, the ties between them, its height, and how many actors with ties had no room."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    height: float
    left_out: int


def network_of(record: Record) -> Network:
    """The ties of a record's events, laid out. Denied events and second tellings are no ties."""
    ties = _ties(record)
    kept = _kept(ties, record)
    drawn = [tie for tie in ties if tie.actor in kept and tie.recipient in kept]
    nodes, height = _placed(_untangled(kept, drawn))
    everyone = {actor for tie in ties for actor in (tie.actor, tie.recipient)}
    return Network(tuple(nodes), tuple(drawn), height, len(everyone) - len(nodes))


def _kept(ties: list[Tie], record: Record) -> list[str]:
    """Those who have room: both ends of the ties of most events, unnamed groups after the others."""
    groups = {actor.id for actor in record.actors if actor.kind == "group"}
    kept: list[str] = []
    for tie in sorted(ties, key=lambda tie: (-len(tie.events), len({tie.actor, tie.recipient} & groups), tie.said)):
        new = [actor for actor in (tie.actor, tie.recipient) if actor not in kept]
        if len(kept) + len(new) <= MOST_NODES:
            kept += new
    return kept


def _ties(record: Record) -> list[Tie]:
    found: dict[tuple[str, str, str, bool], list[Event]] = defaultdict(list)
    for event in record.events:
        if event.status == "denied" or event.same_as:
            continue
        for actor, recipient in _pairs(event):
            found[actor, recipient, event.quad, event.symmetric].append(event)
    return [
        Tie(actor, recipient, quad, symmetric, tuple(event.id for event in events), all(event.is_claim for event in events))
        for (actor, recipient, quad, symmetric), events in found.items()
    ]


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    if event.symmetric:
        everyone = list(dict.fromkeys((*event.actors, *event.recipients)))
        yield from ((min(pair), max(pair)) for pair in combinations(everyone, 2))
        return
    for actor in event.actors:
        for recipient in event.recipients:
            if actor != recipient:
                yield actor, recipient


def _untangled(order: list[str], ties: list[Tie]) -> list[str]:
    """The order round the ring in which ties are short: swap two wherever that helps, until nothing does."""
    best = _length(order, ties)
    improved = True
    while improved:
        improved = False
        for i, j in combinations(range(len(order)), 2):
            order[i], order[j] = order[j], order[i]
            length = _length(order, ties)
            if length < best - 1e-9:
                best, improved = length, True
            else:
                order[i], order[j] = order[j], order[i]
    return order


def _length(order: list[str], ties: list[Tie]) -> float:
    place = {actor: _spot(index, len(order)) for index, actor in enumerate(order)}
    total = 0.0
    for tie in ties:
        (x1, y1), (x2, y2) = place[tie.actor], place[tie.recipient]
        same_side = (x1 < WIDTH / 2) == (x2 < WIDTH / 2)
        total += abs(y1 - y2) + (SAME_SIDE if same_side else 0)
    return total


def _spot(index: int, count: int) -> tuple[float, float]:
    """A place on the ring: left side from the top down, then the right; one name a row and side, so that none overlap."""
    rows_left = (count + 1) // 2
    left = index < rows_left
    row, rows = (index, rows_left) if left else (index - rows_left, count - rows_left)
    middle = (rows_left - 1) / 2
    y = row + (rows_left - rows) / 2
    bulge = sqrt(max(0.0, 1 - ((y - middle) / (middle + 0.9)) ** 2))
    half = (WIDTH - 2 * LABEL_WIDTH) / 2
    reach = half * (0.45 + 0.55 * bulge)
    return (WIDTH / 2 - reach if left else WIDTH / 2 + reach), MARGIN + y * ROW


def _placed(order: list[str]) -> tuple[list[Node], float]:
    rows = (len(order) + 1) // 2
    nodes = [Node(actor, *_spot(index, len(order)), index < rows) for index, actor in enumerate(order)]
    return nodes, 2 * MARGIN + max(0, rows - 1) * ROW
