"""Complete and check the tables of office holders against public data sets laid beside the clone (../shared/data/leaders).

The CSV files in src/whodid/knowledge/data are the source of truth and are edited by hand. This script does what is mechanical:
Wikidata ids, ministers and heads that only the data sets have, the order of the lines; and it names every start on which the tables
and a data set differ. Running it twice changes nothing more.

    python tools/build_knowledge.py [--check] [folder with the data sets]
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from whodid.knowledge import Knowledge, normalise, read_knowledge
from whodid.knowledge.entries import State
from whodid.knowledge.tables import OFFICES, PERSONS, TENURES

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "whodid" / "knowledge" / "data"
SOURCES = ROOT.parent / "shared" / "data" / "leaders"
# The snapshots were taken in 2022: who is in office in them is known to be so up to then, and no longer.
SEEN = "2022"
HEADS = {
    "President of ": ("head_of_state", "president;head of state"),
    "Prime Minister of ": ("head_of_government", "prime minister;premier"),
}
# Territories whose foreign affairs are another state's.
DEPENDENT = {"FRO", "PRI"}
MINISTER = ("foreign_minister", "foreign minister;minister of foreign affairs;minister for foreign affairs;top diplomat")

Row = dict[str, str]


class Tables:
    """The three tables of office holders as rows, by id."""

    def __init__(self) -> None:
        self.persons = {row["id"]: row for row in rows(DATA / PERSONS.file)}
        self.offices = {row["id"]: row for row in rows(DATA / OFFICES.file)}
        self.tenures = list(rows(DATA / TENURES.file))
        self.by_name = defaultdict(list)
        for row in self.persons.values():
            for name in (row["name"], *row["aliases"].split(";")):
                self.by_name[normalise(name)].append(row)

    def person(self, name: str, wikidata: str, country: str) -> str:
        """The id of a person of this name; a new entry where there is none."""
        found = self.by_name[normalise(name)]
        if found:
            return found[0]["id"]
        entry = dict.fromkeys(PERSONS.columns, "")
        entry |= {
            "id": slug(name),
            "name": name,
            "family": name.split()[-1],
            "wikidata": wikidata,
            "country": country,
            "source": "Wikidata",
        }
        self.persons[entry["id"]] = entry
        found.append(entry)
        return entry["id"]

    def hold(self, office: Row, person: str, start: str, end: str) -> None:
        """Add a tenure, and its office where it is new."""
        self.offices.setdefault(office["id"], office)
        self.tenures.append({"office": office["id"], "start": start, "end": end, "person": person, "source": "Wikidata"})

    def write(self) -> None:
        """Write all three, sorted by their keys."""
        for table, entries in ((PERSONS, self.persons.values()), (OFFICES, self.offices.values()), (TENURES, self.tenures)):
            with (DATA / table.file).open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, table.columns, lineterminator="\n")
                writer.writeheader()
                writer.writerows(sorted(entries, key=lambda row: tuple(row[column] for column in table.key)))


def rows(path: Path, encoding: str = "utf-8") -> Iterator[Row]:
    """The rows of a CSV file."""
    with path.open(encoding=encoding, newline="") as file:
        yield from csv.DictReader(file)


def slug(name: str) -> str:
    """An id made of a name."""
    return re.sub(r"[^a-z0-9]+", "-", normalise(name).replace("'", "")).strip("-")


def state_named(knowledge: Knowledge, words: str) -> State | None:
    """The present state of this name."""
    found = [name.entry for name in knowledge.named(words) if name.kind == "name" and isinstance(name.entry, State)]
    return next((state for state in found if state.end is None), None)


def fill_ids(tables: Tables, folder: Path) -> int:
    """Give persons the Wikidata id that the data sets have for their name, where they have exactly one."""
    ids = defaultdict(set)
    for file, name, wikidata in (
        ("wikidata_leaders_2021_2022.csv", "officeholderLabel", "officeholder"),
        ("wikidata_foreign_ministers_2022.csv", "name", "person"),
        ("wikidata_igo_heads.csv", "person", "personID"),
        ("wikidata_leaders_g20_asean_2026-08-22.csv", "person", "wikidata"),
    ):
        for row in rows(folder / file):
            if row[name] and row[wikidata]:
                ids[normalise(row[name])].add(row[wikidata])
    filled = 0
    for row in tables.persons.values():
        found = set().union(*(ids.get(normalise(name), set()) for name in (row["name"], *row["aliases"].split(";"))))
        if not row["wikidata"] and len(found) == 1:
            row["wikidata"] = found.pop()
            filled += 1
    return filled


def add_ministers(tables: Tables, knowledge: Knowledge, folder: Path) -> int:
    """Add the foreign ministers of 2022 of states for which the tables have none."""
    covered = {row["country"] for row in tables.offices.values() if row["role"] == MINISTER[0]}
    found: dict[str, Row] = {}
    for row in rows(folder / "wikidata_foreign_ministers_2022.csv"):
        state = state_named(knowledge, row["countryLabel"])
        if state is None or not row["name"] or not row["start"] or state.code in covered | DEPENDENT:
            continue
        if state.code not in found or found[state.code]["start"] < row["start"]:
            found[state.code] = row
    for code, row in found.items():
        office = office_of(f"Foreign Minister of {knowledge.states[code].name}", code, MINISTER)
        tables.hold(office, tables.person(row["name"], row["person"], code), row["start"], SEEN)
    return len(found)


def add_heads(tables: Tables, knowledge: Knowledge, folder: Path) -> int:
    """Add the presidents and prime ministers of 2021 and 2022 of states for which the tables have no such office."""
    known = {(row["country"], row["role"]) for row in tables.offices.values()}
    added = 0
    for row in sorted(rows(folder / "wikidata_leaders_2021_2022.csv"), key=lambda row: row["start_year"]):
        state = state_named(knowledge, row["country"])
        kind = next((kind for title, kind in HEADS.items() if row["positionLabel"].startswith(title)), None)
        if state is None or kind is None or not row["start_year"] or (state.code, kind[0]) in known:
            continue
        office = office_of(row["positionLabel"], state.code, kind)
        tables.hold(
            office, tables.person(row["officeholderLabel"], row["officeholder"], state.code), row["start_year"], row["end_year"] or SEEN
        )
        added += 1
    return added


def office_of(title: str, country: str, kind: tuple[str, str]) -> Row:
    """The row of an office."""
    role, names = kind
    told = {"id": slug(title), "title": title, "names": names, "country": country, "role": role, "seats": "1"}
    return dict.fromkeys(OFFICES.columns, "") | told


def differences(knowledge: Knowledge, folder: Path) -> Iterator[str]:
    """Starts of the G20 and ASEAN heads on which the tables say something else."""
    heads = [t for t in knowledge.offices.values() if t.role in ("head_of_state", "head_of_government")]
    countries = {office.id: office.country for office in heads}
    starts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person in knowledge.persons.values():
        for tenure in knowledge.tenures(person.id, None):
            if tenure.office in countries:
                for name in (person.name, *person.aliases):
                    starts[countries[tenure.office] or "", normalise(name)].append(tenure.start)
    for row in rows(folder / "wikidata_leaders_g20_asean_2026-08-22.csv"):
        state = state_named(knowledge, row["country"])
        ours = starts.get((state.code, normalise(row["person"])), []) if state else []
        if state and row["since"] and not any(row["since"].startswith(start) or start == row["since"] for start in ours):
            yield f"{state.code} {row['title']} {row['person']}: {row['since']}; the tables have {', '.join(ours) or 'nobody of that name'}"


def main() -> None:
    """Complete the tables, or with --check only name the differences."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SOURCES)
    parser.add_argument("--check", action="store_true", help="only name the differences")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        parser.error(f"no folder {arguments.folder}: give the one that holds the data sets")
    knowledge = read_knowledge(DATA)
    if not arguments.check:
        tables = Tables()
        ministers = add_ministers(tables, knowledge, arguments.folder)
        heads = add_heads(tables, knowledge, arguments.folder)
        print(f"{ministers} ministers and {heads} heads added, {fill_ids(tables, arguments.folder)} ids filled")
        tables.write()
        knowledge = read_knowledge(DATA)
    for difference in differences(knowledge, arguments.folder):
        print(difference)


if __name__ == "__main__":
    main()
