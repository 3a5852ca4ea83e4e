"""The formats: what each takes, its columns, and how tellings become lines of it."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, BinaryIO

from whodid.errors import InputError
from whodid.export import flat, gdelt, geojson, icews, polecat
from whodid.export.cells import Value, line
from whodid.export.followthemoney import FollowTheMoney
from whodid.export.incidents import Incident, Incidents
from whodid.export.tables import columns
from whodid.export.telling import Telling, tellings
from whodid.record import Record

Records = Callable[[], Iterable[tuple[Record, Mapping[str, str]]]]
LeftOut = Callable[[Telling, tuple[str, ...]], str | None]
Rows = Callable[[Telling, Incident], Iterator[dict[str, Value]]]


def nothing_left_out(telling: Telling, asked: tuple[str, ...] = ()) -> str | None:
    """For formats that have a place for every event."""
    del telling, asked
    return None


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        about: What it is, in a few words.
        left_out: Why it has no place for a telling; None where it has one.
        rows: For tab-separated formats, a telling's rows.
        once: Whether a happening that was told several times is written once.
        statuses: Whether it can say that something has not happened.
    """

    name: str
    about: str
    left_out: LeftOut = nothing_left_out
    rows: Rows | None = None
    once: bool = False
    statuses: bool = True


FORMATS = {
    format.name: format
    for format in (
        Format("csv", "events with whodid's own columns"),
        Format("jsonl", "the same, one JSON object a line"),
        Format("parquet", "the same, as Parquet"),
        Format("polecat", "POLECAT's 40 columns", polecat.left_out, lambda telling, _: polecat.rows(telling)),
        Format("gdelt", "GDELT 2.0's 61 columns, and its mentions", gdelt.left_out, gdelt.rows, once=True, statuses=False),
        Format("gdelt1", "GDELT 1.0's 58 columns", gdelt.left_out, gdelt.rows_1, once=True, statuses=False),
        Format("icews", "ICEWS's 20 columns", icews.left_out, lambda telling, _: icews.rows(telling), statuses=False),
        Format("followthemoney", "FollowTheMoney entities, one a line"),
        Format("geojson", "events as points on a map"),
    )
}


def format_of(name: str) -> Format:
    """The format of this name. Raises InputError, with the nearest and all others, where there is none."""
    if found := FORMATS.get(name.lower()):
        return found
    nearest = get_close_matches(name.lower(), FORMATS, n=1, cutoff=0.5)
    hint = f" Nearest: {nearest[0]}." if nearest else ""
    raise InputError(f'No format "{name}".{hint} All: {", ".join(FORMATS)}', code="format")


@dataclass(slots=True)
class Export:
    """One export: which tellings are written, and what was left out on the way.

    Attributes:
        records: Gives the records with the incidents of their events, the same each time it is called.
        asked: Statuses that were asked for by name.
        once: Whether to write a happening once, by the telling that stands for it.
        left_out: How many tellings the format has no place for, by reason.
        written: How many tellings were written.
        lines: How many rows, features or entities.
        mentions: How many of GDELT's mentions.
    """

    format: Format
    records: Records
    asked: tuple[str, ...] = ()
    once: bool = False
    left_out: Counter[str] = field(default_factory=Counter)
    written: int = 0
    lines: int = 0
    mentions: int = 0

    def __post_init__(self) -> None:
        unsaid = [status for status in self.asked if status in ("proposed", "denied")]
        if unsaid and not self.format.statuses:
            raise InputError(
                f"{self.format.name} cannot say that an event is {unsaid[0]}, and would tell it as done; "
                "leave that status out, or take csv, jsonl, parquet, geojson, followthemoney or polecat",
                code="format",
            )

    def tellings(self) -> Iterator[Telling]:
        """The tellings that the format has a place for."""
        for record, incidents in self.records():
            for telling in tellings(record, incidents):
                if self.format.left_out(telling, self.asked) is None:
                    yield telling

    def chosen(self, incidents: Incidents | None, beside: BinaryIO | None = None) -> Iterator[Telling]:
        """The tellings to write; counts them and what is left out. On the way, writes each telling as a mention to `beside`."""
        for record, names in self.records():
            for telling in tellings(record, names):
                reason = self.format.left_out(telling, self.asked)
                if reason is not None:
                    self.left_out[reason] += 1
                    continue
                if incidents and beside:
                    self._mention(telling, incidents.of(telling), beside)
                if incidents is None or incidents.stands_for(telling):
                    self.written += 1
                    yield telling

    def incidents(self) -> Incidents | None:
        """The happenings, where each is to be written once; reads all records once."""
        return Incidents(self.tellings()) if self.once or self.format.once else None

    def write(self, out: BinaryIO, *, beside: BinaryIO | None = None, header: bool = True) -> None:
        """Write everything in a text format.

        Args:
            beside: Where GDELT's mentions of the happenings go; None: nowhere.
            header: Whether the tab- and comma-separated formats begin with the columns' names.
        """
        incidents = self.incidents()
        chosen = self.chosen(incidents, beside)
        if beside and header:
            beside.write(_encoded("\t".join(columns("gdelt-mentions"))))
        if self.format.rows:
            self._tab_separated(chosen, incidents, out, header=header)
        elif self.format.name == "csv":
            self._csv(chosen, out, header=header)
        elif self.format.name == "jsonl":
            self._lines(map(flat.row, chosen), out)
        elif self.format.name == "followthemoney":
            made = FollowTheMoney()
            self._lines((entity for telling in chosen for entity in made.entities(telling)), out)
        else:
            self._geojson(map(geojson.feature, chosen), out)

    def flat_rows(self) -> Iterator[dict[str, Any]]:
        """The tellings as rows of `flat`, for Parquet."""
        for telling in self.chosen(self.incidents()):
            self.lines += 1
            yield flat.row(telling)

    def _mention(self, telling: Telling, incident: Incident, out: BinaryIO) -> None:
        for row in gdelt.mentions(telling, incident):
            out.write(_encoded(line(row, columns("gdelt-mentions"))))
            self.mentions += 1

    def _tab_separated(self, chosen: Iterator[Telling], incidents: Incidents | None, out: BinaryIO, *, header: bool) -> None:
        names = columns(self.format.name)
        assert self.format.rows is not None
        if header:
            out.write(_encoded("\t".join(names)))
        for telling in chosen:
            for row in self.format.rows(telling, incidents.of(telling) if incidents else Incident()):
                out.write(_encoded(line(row, names)))
                self.lines += 1

    def _csv(self, chosen: Iterator[Telling], out: BinaryIO, *, header: bool) -> None:
        lines = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="", write_through=True)
        writer = csv.writer(lines)
        try:
            if header:
                writer.writerow(flat.COLUMNS)
            for telling in chosen:
                writer.writerow(map(flat.cell, flat.row(telling).values()))
                self.lines += 1
        finally:
            lines.detach()  # or the stream would be closed with it

    def _lines(self, objects: Iterable[dict[str, Any]], out: BinaryIO) -> None:
        for one in objects:
            out.write(_json(one) + b"\n")
            self.lines += 1

    def _geojson(self, features: Iterable[dict[str, Any]], out: BinaryIO) -> None:
        out.write(b'{"type": "FeatureCollection", "features": [')
        for feature in features:
            out.write((b",\n" if self.lines else b"\n") + _json(feature))
            self.lines += 1
        out.write(b"\n]}\n")


def _encoded(words: str) -> bytes:
    return (words + "\n").encode("utf-8", "replace")


def _json(value: dict[str, Any]) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:  # a lone surrogate
        return json.dumps(value, allow_nan=False).encode()
