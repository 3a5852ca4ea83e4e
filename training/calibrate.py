"""Learn how far the confidence of events can be relied on, from what whodid codes in the sentences of our own corpus.

    python training/calibrate.py

Wants whodid with its parser installed. Writes src/whodid/steps/events/confidence.json and prints how well the numbers hold on sentences
that they were not learned on; how they hold on other gold is shown by `whodid evaluate`. To be run again when the coding of events changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sentences import FOLDS, Row, corpus_hash, read_corpus

from whodid import Article, Coder
from whodid.calibration import Calibration, fit_calibration
from whodid.record import Event
from whodid.scoring import Judged, reliability
from whodid.steps.events import confidence
from whodid.text import Span

FILE = Path(confidence.__file__).with_name(confidence.FILE)
# Of an event that lacks a party whom the sentence names: neither right nor wrong.
INCOMPLETE = 0.5
Offsets = tuple[int, int]


@dataclass(frozen=True)
class Seen:
    """An event at the words that a sentence is marked for, and how far it is right."""

    event: Event
    right: float
    fold: int
    text: str


def main() -> None:
    """Code, learn, print, write."""
    rows = read_corpus()
    seen = list(see(rows))
    judged = [judge for fold in range(FOLDS) for judge in _held_out(seen, fold)]
    for one in reliability(judged):
        print(f"{one.low:.1f} to {one.high:.1f}: {one.n} events, mean confidence {one.confidence:.2f}, {one.right:.2f} right")
    calibration = learn(seen)
    made = {"made_by": "python training/calibrate.py", "corpus": corpus_hash(), "sentences": len(rows), "events": len(seen)}
    FILE.write_text(json.dumps({**calibration.to_dict(), **made}, indent=1) + "\n", encoding="utf-8")
    print(f"{len(seen)} events in {len(rows)} sentences; {calibration}")


def learn(seen: Sequence[Seen]) -> Calibration:
    """The calibration that fits these events."""
    doubts = [confidence.doubts_of(one.event) for one in seen]
    return fit_calibration([one.event.confidence for one in seen], [one.right for one in seen], doubts)


def _held_out(seen: Sequence[Seen], fold: int) -> Iterator[Judged]:
    """The events of one part, by a calibration learned on the others; incomplete ones left out."""
    calibration = learn([one for one in seen if one.fold != fold])
    for one in seen:
        if one.fold == fold and one.right != INCOMPLETE:
            yield Judged(calibration.of(one.event.confidence, confidence.doubts_of(one.event)), one.right == 1)


def see(rows: Sequence[Row]) -> Iterator[Seen]:
    """The events that are coded at the marked words, before their confidence is calibrated."""
    coder = Coder()
    coder.calibration = Calibration.none()
    for row, record in zip(rows, coder.code_all(Article(row.marked.text) for row in rows), strict=True):
        for event in record.events:
            if _touch([event.trigger], row.marked.trigger):
                yield Seen(event, _right(event, row), row.fold, row.marked.text)


def _right(event: Event, row: Row) -> float:
    """1 for the right type with the right parties, less where a party that is marked was not found, 0 for what is wrong."""
    if event.type != row.type:
        return 0.0
    sides = [(event.actor_spans, row.marked.actors), (event.recipient_spans, row.marked.recipients)]
    if event.symmetric:
        sides = [(event.actor_spans + event.recipient_spans, marks) for _, marks in sides]
    if any(spans and marks and not _touch(spans, marks) for spans, marks in sides):
        return 0.0
    return INCOMPLETE if any(marks and not spans for spans, marks in sides) else 1.0


def _touch(spans: Sequence[Span], marks: Sequence[Offsets]) -> bool:
    return any(span.start < end and start < span.end for span in spans for start, end in marks)


if __name__ == "__main__":
    main()
