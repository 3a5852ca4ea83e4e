"""The record as a table for people: who to whom, what, whether it happened, when, where, who says so, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whodid.cli.exits import visible
from whodid.cli.grids import heading, laid_out, plain
from whodid.report.names import Names, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from whodid.record import Event, Record

QUAD_STYLES = {"verbal cooperation": "cyan", "material cooperation": "blue", "verbal conflict": "yellow", "material conflict": "red"}
STATUS_STYLES = {"occurred": "bold", "ongoing": "bold", "planned": "italic", "proposed": "italic", "denied": "strike"}
# From this width on, when, where and the speaker have columns of their own.
WIDE = 136
_WIDE_COLUMNS = (
    ("", 3), ("who → whom", 28), ("type", 10), ("status, mode", 13), ("when", 12), ("where", 14), ("said by", 18), ("words", 16),
)  # fmt: skip
# As many as a terminal of 80 columns holds.
_COLUMNS = ("", 3), ("who → whom", 20), ("type, status", 10), ("when, where", 12), ("said by", 11), ("words", 11)


def print_record(record: Record, console: Console) -> None:
    """Print one article: its title, its events, what counts as a warning, and how much else the record holds."""
    for part in _parts(Names(record, 1), console.width):
        console.print(part)
    console.print()


def _parts(names: Names, width: int) -> Iterator[RenderableType]:
    from rich.text import Text

    record = names.record
    yield heading(record)
    if record.events:
        yield (_wide if width >= WIDE else _narrow)(names, width)
    else:
        yield Text("no events", style="dim")
    yield from _warnings(record)
    yield Text(_sums(record), style="dim")


def _wide(names: Names, width: int) -> Table:
    return laid_out(_WIDE_COLUMNS, (_wide_row(event, names) for event in names.record.events), width)


def _wide_row(event: Event, names: Names) -> list[Text]:
    told = [_type(event), _status(event), _when(event), _where(event)]
    return [_number(event), _parties(event, names), *told, _said(event, names), _words(event)]


def _narrow(names: Names, width: int) -> Table:
    return laid_out(_COLUMNS, (_narrow_row(event, names) for event in names.record.events), width)


def _narrow_row(event: Event, names: Names) -> list[Text]:
    from rich.text import Text

    kind = Text("\n").join([_type(event), _status(event)])
    place = Text("\n").join([part for part in (_when(event), _where(event)) if part])
    return [_number(event), _parties(event, names), kind, place, _said(event, names), _words(event)]


def _number(event: Event) -> Text:
    from rich.text import Text

    return Text(event.id, style="dim")


def _type(event: Event) -> Text:
    from rich.text import Text

    return Text(event.type, style=f"bold {QUAD_STYLES[event.quad]}")


def _status(event: Event) -> Text:
    from rich.text import Text

    again = f"as {event.same_as}" if event.same_as else None
    alleged = "alleged" if "alleged" in event.flags else None
    more = ", ".join(filter(None, (alleged, event.mode, again)))
    return Text.assemble((event.status, STATUS_STYLES[event.status]), (f"\n{more}" if more else "", "dim"))


def _parties(event: Event, names: Names) -> Text:
    from rich.text import Text

    actors = [_actor(id, names) for id in event.actors] or [Text("?", style="dim")]
    recipients = [_actor(id, names) for id in event.recipients]
    if event.symmetric:
        return Text(" ↔ ").join([*actors, *recipients])
    sides = [Text(", ").join(side) for side in (actors, recipients) if side]
    counted = ", ".join(f"{count.value:,} {count.of}" for count in event.counts)
    return Text.assemble(Text(" → ").join(sides), (f" ({visible(counted)})" if counted else "", "dim"))


def _actor(id: str, names: Names) -> Text:
    from rich.text import Text

    country = names.country(id)
    return Text.assemble(visible(names.name(id)), (f" {country}" if country else "", "dim"))


def _when(event: Event) -> Text:
    from rich.text import Text

    return Text(when(event.date) or "", style="dim" if event.date and event.date.text is None else "")


def _where(event: Event) -> Text:
    place = event.place
    if place is None:
        return plain(None)
    return plain(place.name if place.country is None or place.name == place.country else f"{place.name} {place.country}")


def _said(event: Event, names: Names) -> Text:
    return plain("; ".join(names.sayers(event)))


def _words(event: Event) -> Text:
    return plain(" ".join(event.trigger.text.split()))


def _warnings(record: Record) -> Iterator[RenderableType]:
    from rich.text import Text

    for warning in record.warnings:
        words = " ".join(record.text[warning.start : warning.end].split())
        quoted = f' "{words[:80]}{"…" if len(words) > 80 else ""}"' if words and words not in warning.message else ""
        yield Text.assemble(("! ", "bold yellow"), (warning.code, "yellow"), f": {visible(warning.message)}", (visible(quoted), "dim"))


def _sums(record: Record) -> str:
    counted = (("event", record.events), ("quote", record.quotes), ("time", record.times), ("place", record.places),
               ("standing fact", record.relations), ("warning", record.warnings))  # fmt: skip
    return ", ".join(f"{len(parts)} {name}{'' if len(parts) == 1 else 's'}" for name, parts in counted)
