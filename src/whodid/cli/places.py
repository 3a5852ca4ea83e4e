"""`whodid places`: toponyms and which places they are."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from whodid.cli.coding import Loading, write_coded
from whodid.cli.inputs import Given, InputFormat, inputs_of
from whodid.cli.options import Day, Files, Input, Longest, Output, Own, Pipeline, Title
from whodid.cli.rows import cell
from whodid.cli.writers import Csv, JsonLines, Table, Writer, json_bytes
from whodid.reading.sources import MOST_CHARACTERS
from whodid.record import Place, Record

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

COLUMNS = (
    "article", "article_date", "text", "name", "country", "lat", "lon", "geonames", "place_kind", "place_precision",
    "metonym", "start", "end",
)  # fmt: skip
_KEYS = ("schema", "id", "title", "date", "places")


class PlacesFormat(StrEnum):
    """How places are written."""

    table = "table"
    geojson = "geojson"
    csv = "csv"
    jsonl = "jsonl"


def places(
    files: Files,
    date: Day = None,
    title: Title = None,
    format: Annotated[
        PlacesFormat,
        typer.Option("--format", "-f", help="A table, points for a map (geojson), or a line for each place (csv) or article (jsonl)."),
    ] = PlacesFormat.table,
    input_format: Input = InputFormat.auto,
    longest: Longest = MOST_CHARACTERS,
    output: Output = None,
    pipeline: Pipeline = None,
    knowledge: Own = None,
) -> None:
    """Find the places that are named, and where in the world they are.

    Only the steps that places need are run.
    """
    inputs = inputs_of(files, Given(date, title, input_format, longest))
    loading = Loading(pipeline, knowledge)
    write_coded(inputs, loading, output, lambda out: _writer(format, out), lambda coder, articles: coder.places_all(articles))


def _writer(format: PlacesFormat, out: BinaryIO) -> Writer:
    if format is PlacesFormat.geojson:
        return GeoJson(out)
    if format is PlacesFormat.jsonl:
        return JsonLines(out, _KEYS)
    return Csv(out, COLUMNS, rows_of) if format is PlacesFormat.csv else Table(out, print_places)


class GeoJson(Writer):
    """One FeatureCollection (RFC 7946) for all articles, a feature a line; a place without coordinates has a null geometry."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out)
        self._first = True
        self.out.write(b'{"type": "FeatureCollection", "features": [')

    def record(self, record: Record) -> None:
        """The article's places."""
        for place in record.places:
            self.out.write((b"\n" if self._first else b",\n") + json_bytes(_feature(place, record)))
            self._first = False

    def end(self) -> None:
        """Close the collection."""
        self.out.write(b"\n]}\n")


def _feature(place: Place, record: Record) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [place.lon, place.lat]} if place.lat is not None and place.lon is not None else None
    properties = {
        "name": place.name, "country": place.country, "geonames": place.geonames, "kind": place.kind, "precision": place.precision,
        "metonym": place.metonym, "article": record.id, "text": place.text, "start": place.start, "end": place.end,
    }  # fmt: skip
    return {"type": "Feature", "geometry": point, "properties": properties}


def rows_of(record: Record) -> list[list[str]]:
    """The record's places as rows under `COLUMNS`."""
    return [[cell(value) for value in _row(place, record)] for place in record.places]


def _row(place: Place, record: Record) -> tuple[object, ...]:
    return (
        record.id, record.date, place.text, place.name, place.country, place.lat, place.lon, place.geonames, place.kind, place.precision,
        place.metonym, place.start, place.end,
    )  # fmt: skip


def print_places(record: Record, console: Console) -> None:
    """Print one article's places: the words, the place, its country, kind, coordinates."""
    from whodid.cli.grids import print_part

    print_part(record, console, _SHOWN, list(map(_cells, record.places)), "no places")


_SHOWN = ("words", 10), ("place", 10), ("country", 7), ("kind", 8), ("lat, lon", 13), ("GeoNames", 8), ("at", 9)


def _cells(place: Place) -> list[Text]:
    from whodid.cli.grids import plain

    kind = f"{place.kind or '?'}, acts" if place.metonym else place.kind or "?"
    where = plain(f"{place.lat:.2f}, {place.lon:.2f}") if place.lat is not None else plain("in doubt", "dim")
    number, at = plain(str(place.geonames or ""), "dim"), plain(f"{place.start}–{place.end}", "dim")
    return [plain(place.text), plain(place.name), plain(place.country), plain(kind), where, number, at]
