"""The store and the filters that exports, dyads and the network share: options, and what they mean to the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whodid.cli.exits import WrongCall
from whodid.cli.inputs import parse_day
from whodid.errors import InputError, OntologyError
from whodid.export.dyads import STATUSES

if TYPE_CHECKING:
    from whodid.store import Filter, Store

Since = Annotated[
    str | None,
    typer.Option("--from", metavar="YYYY-MM-DD", help="First day; looked at is the event's day, or the report's where it has none."),
]
Until = Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="Last day, included.")]
Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="WHO",
        help="Takes part on either side: an id, a name, or a country's code. Given several times: any of them.",
        show_default=False,
    ),
]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help="PLOVER event type. Given several times: any of them.", show_default=False),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help=f"{', '.join(STATUSES)}. Given several times: any of them.", show_default=False),
]
Asserted = Annotated[bool, typer.Option("--asserted-only", help="Leave out what is only said by somebody, not by the article itself.")]


class Count(StrEnum):
    """What is written, or counted, once: each telling, or each happening however many told it."""

    tellings = "tellings"
    incidents = "incidents"


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters as they were given."""

    since: str | None = None
    until: str | None = None
    actors: Sequence[str] | None = None
    types: Sequence[str] | None = None
    statuses: Sequence[str] | None = None
    asserted_only: bool = False

    def filter(self, store: Store) -> Filter:
        """The same for the store, checked.

        Raises:
            WrongCall: Where a day is none, or the first lies after the last.
            OntologyError: Where there is no such type or status; offers the nearest.
            InputError: Where nobody in the store has that id, name or country; offers the nearest.
        """
        from whodid.store import Filter

        first, last = days_between(self.since, self.until)
        actors, countries = _parties(self.actors or (), store)
        types, statuses = event_types(self.types or ()), status_names(self.statuses or ())
        return Filter(first, last, actors, countries, types, statuses, self.asserted_only)


def there(path: Path) -> Path:
    """The path of a store to write to. Raises StoreError where there is none, rather than make one."""
    from whodid.store import Store

    if not path.exists():
        Store(path)
    return path


def days_between(since: str | None, until: str | None) -> tuple[Date | None, Date | None]:
    """First and last day, as --from and --to give them. Raises WrongCall where one is none, or the first lies after the last."""
    first, last = parse_day(since, "--from"), parse_day(until, "--to")
    if first and last and first > last:
        raise WrongCall(f"--from {first} lies after --to {last}; expected the earlier day first")
    return first, last


def event_types(names: Sequence[str]) -> tuple[str, ...]:
    """The event types of these names. Raises OntologyError, with the nearest, where PLOVER has none."""
    from whodid.ontology import load_ontology

    return tuple(load_ontology().type(name.upper()).name for name in names)


def status_names(names: Sequence[str]) -> tuple[str, ...]:
    """The statuses of these names. Raises OntologyError, with the nearest, where one is none."""
    for name in names:
        if name.lower() not in STATUSES:
            nearest = get_close_matches(name.lower(), STATUSES, n=1, cutoff=0.5)
            hint = f" Nearest: {nearest[0]}." if nearest else ""
            raise OntologyError(f'No status "{name}".{hint} All: {", ".join(STATUSES)}')
    return tuple(name.lower() for name in names)


def _parties(names: Sequence[str], store: Store) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of actors, and countries. Where both are asked for, the countries are given as the ids of all who belong to them."""
    ids: list[str] = []
    countries: list[str] = []
    for name in names:
        if _is_country(name.upper()) or _in_store(store, "country = ?", name.upper()):
            countries.append(name.upper())
        else:
            ids += _ids(name, store)
    if ids and countries:
        ids += [id for country in countries for id in _in_store(store, "country = ?", country)]
        countries = []
    return tuple(dict.fromkeys(ids)), tuple(countries)


def _ids(name: str, store: Store) -> list[str]:
    found = _in_store(store, "actor = $1 OR lower(name) = lower($1)", name)
    found = found or [id for other in _also_called(name) for id in _in_store(store, "actor = ?", other)]
    if found:
        return found
    lowered = {each.lower(): each for each in _in_store(store, "?::VARCHAR IS NOT NULL", "", what="name")}
    nearest = get_close_matches(name.lower(), lowered, n=1, cutoff=0.7)
    hint = (
        f'Nearest: "{lowered[nearest[0]]}".' if nearest else f'All: whodid query "SELECT DISTINCT name FROM parties" --store {store.path}'
    )
    raise InputError(f'{store.path}: nobody with the id, name or country "{name}" takes part. {hint}', code="nobody")


def _also_called(name: str) -> list[str]:
    """Ids of those who are known by this name, other than by the one they have in records: "Putin", "UN"."""
    from whodid.knowledge import load_knowledge
    from whodid.knowledge.profiles import id_of

    return [id_of(reading.entry) for reading in load_knowledge().named(name) if reading.kind in ("name", "family")]


def _is_country(name: str) -> bool:
    from whodid.export.tables import countries
    from whodid.ontology import load_ontology

    return name in countries() or name in (code for code, entry in load_ontology().sectors.items() if entry.level == "country")


def _in_store(store: Store, condition: str, value: str, what: str = "actor") -> list[str]:
    rows = store.connection.execute(f"SELECT DISTINCT {what} FROM parties WHERE {condition} ORDER BY 1", [value]).fetchall()
    return [row[0] for row in rows]
