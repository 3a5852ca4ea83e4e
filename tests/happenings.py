"""Invented look-alikes, and a store of them; coded once a session."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

import builders
from whodid.record import Actor, Count, Event, EventDate, EventPlace, Record

CASES = Path(__file__).parent / "cases" / "happenings.yaml"


@cache
def articles() -> tuple[dict[str, Any], ...]:
    """The articles with what they are about."""
    return tuple(yaml.safe_load(CASES.read_text(encoding="utf-8")))


def article(id: str) -> dict[str, Any]:
    """One of them."""
    return next(each for each in articles() if each["id"] == id)


def record(id: str) -> Record:
    """The article as a record with the events that stand beside it."""
    each = article(id)
    text, told = each["text"], each.get("events", [])
    names = dict.fromkeys(name for event in told for role in ("actors", "recipients") for name in event.get(role, []))
    actors = tuple(Actor(_id(name), name, "person" if name.istitle() else "group") for name in names)
    events = tuple(_event(f"e{number}", event, text) for number, event in enumerate(told, 1))
    return Record(text=text, id=id, date=each["date"], source=each["source"], actors=actors, events=events)


def _id(name: str) -> str:
    return ("person:" if name.istitle() else "group:") + name.lower().replace(" ", "-")


def _event(id: str, told: dict[str, Any], text: str) -> Event:
    day, place = told.get("day"), told.get("place")
    start = text.index(told["trigger"])
    sentence = text[text.rfind(".", 0, start) + 1 : text.index(".", start) + 1].strip()
    return builders.event(
        id, told["type"], told["trigger"], sentence, text=text,
        mode=told.get("mode"), status=told.get("status", "occurred"), symmetric=told.get("symmetric", False),
        actors=tuple(map(_id, told.get("actors", []))), recipients=tuple(map(_id, told.get("recipients", []))),
        date=EventDate(day, day, "day", "that day") if day else None, place=EventPlace(place, kind="town") if place else None,
        counts=tuple(Count(of, value, str(value)) for of, value in told.get("counts", {}).items()),
    )  # fmt: skip


def as_record(each: dict[str, Any]) -> dict[str, Any]:
    """The article as a record in which nothing was coded."""
    return {name: each[name] for name in ("id", "date", "source", "text")}
