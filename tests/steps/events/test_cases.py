"""Sentences of tests/cases/events.yaml and press.yaml: what each tells, and what it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from whodid import Article, Coder, Record
from whodid.record import Event

FOLDER = Path(__file__).parents[2] / "cases"
CASES: dict[str, Any] = {}
for name in ("events", "press"):
    CASES |= yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.model


def _parameters() -> list[Any]:
    return [
        pytest.param(
            case,
            id=f"{group}: {case['text'][:50]}",
            marks=[pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else [],
        )
        for group, cases in CASES.items()
        for case in cases
    ]


@pytest.mark.parametrize("case", _parameters())
def test_sentence_tells_its_events(case: dict[str, Any], coder: Coder) -> None:
    record = coder.code(Article(case["text"], date=date(2024, 5, 11)))
    if case.get("none"):
        assert [_shown(event, record) for event in record.events] == []
        return
    for wanted in case["events"]:
        assert any(_fits(event, wanted, record) for event in record.events), [_shown(event, record) for event in record.events]
    if case.get("only"):
        assert len(record.events) == len(case["events"]), [_shown(event, record) for event in record.events]


def _countries(ids: tuple[str, ...], record: Record) -> list[str]:
    return sorted({record.actor(id).country or "" for id in ids} - {""})


def _shown(event: Event, record: Record) -> tuple[object, ...]:
    return (
        event.type,
        event.status,
        _countries(event.actors, record),
        _countries(event.recipients, record),
        event.date and event.date.start,
    )


def _day(event: Event) -> str | None:
    return event.date.start if event.date is not None else None


def _fits(event: Event, wanted: dict[str, Any], record: Record) -> bool:
    types = wanted["type"] if isinstance(wanted["type"], list) else [wanted["type"]]
    return (
        event.type in types
        and wanted.get("status", event.status) == event.status
        and wanted.get("who", _countries(event.actors, record)) == _countries(event.actors, record)
        and wanted.get("whom", _countries(event.recipients, record)) == _countries(event.recipients, record)
        and wanted.get("date", _day(event)) == _day(event)
        and wanted.get("flag", "") in (*event.flags, "")
        and all((count.of, count.value) == tuple(wanted["count"]) for count in event.counts[:1] if "count" in wanted)
        and bool(event.counts) >= ("count" in wanted)
    )
