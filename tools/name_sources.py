"""Name, for each tenure of the tables, the data sets that confirm who took which office when.

A data set confirms a tenure where it has the same state, a name that shares the family name, and the same start, to the month or, where it
tells years alone, to the year. Lines that none confirms keep the source they have. Running it twice changes nothing more.

    python tools/name_sources.py [folder with the data sets]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from build_knowledge import DATA, SOURCES, Row, Tables, rows, state_named

from whodid.knowledge import Knowledge, normalise, read_knowledge

ROLES = {"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "head"}
PLAIN = "public record"
_LEADER = re.compile(r"^\s+\{?([A-Z][A-Z_.' -]+?)_?\}?(?:\s*\{.*?\})?\s+\[(\d{4})(\d{2})\d{2}")


class Fact(NamedTuple):
    """Somebody took office in a state or organization: its code or title, the name's words, and the start, whole or cut."""

    where: str
    words: frozenset[str]
    start: str
    source: str


def facts(knowledge: Knowledge, folder: Path) -> Iterator[Fact]:
    """What all data sets say."""
    text = (folder / "countryinfo_2012.txt").read_text(encoding="utf-8", errors="replace")
    yield from country_info(text)
    yield from reign(folder, cow_codes(text))
    yield from wikidata(knowledge, folder)


def cow_codes(text: str) -> dict[str, str]:
    """ISO codes by the numbers of the Correlates of War project."""
    pairs = (re.search(r"<CountryCode>(\w{3})<(?s:.*?)<COW-Numeric>(\d+)<", block) for block in text.split("<Country>"))
    return {found[2]: found[1] for found in pairs if found}


def country_info(text: str) -> Iterator[Fact]:
    """Leaders until 2009 or so, by the day."""
    for country in text.split("<Country>")[1:]:
        code = re.search(r"<CountryCode>(\w{3})<", country)
        leaders = re.search(r"<Leaders>(.*?)</Leaders>", country, re.DOTALL)
        for line in leaders[1].splitlines() if code and leaders else ():
            if found := _LEADER.match(line):
                yield Fact(code[1] if code else "", words(found[1].replace("_", " ")), f"{found[2]}-{found[3]}", "CountryInfo")


def reign(folder: Path, codes: dict[str, str]) -> Iterator[Fact]:
    """Effective leaders, by the day they took office."""
    for row in rows(folder / "reign_leaders_1950_2021.csv", "latin-1"):
        if row["ccode"] in codes and row["syear"]:
            yield Fact(codes[row["ccode"]], words(row["leader"]), f"{row['syear']}-{int(row['smonth']):02}", "REIGN")


def wikidata(knowledge: Knowledge, folder: Path) -> Iterator[Fact]:
    """The snapshots of Wikidata: some by the day, some by the year."""
    for file, country, name, start in (
        ("wikidata_leaders_2021_2022.csv", "country", "officeholderLabel", "start_year"),
        ("wikidata_foreign_ministers_2022.csv", "countryLabel", "name", "start"),
        ("wikidata_leaders_g20_asean_2026-08-22.csv", "country", "person", "since"),
    ):
        for row in rows(folder / file):
            state = state_named(knowledge, row[country])
            if state is not None and row[start]:
                yield Fact(state.code, words(row[name]), row[start], "Wikidata")
    for row in rows(folder / "wikidata_igo_heads.csv"):
        if row["start"]:
            yield Fact("", words(row["person"]), row["start"], "Wikidata")


def words(name: str) -> frozenset[str]:
    """The plain words of a name."""
    return frozenset(normalise(name).replace("-", " ").split())


def agrees(fact: Fact, tenure: Row, families: frozenset[str]) -> bool:
    """Whether a fact tells of this tenure: its holder's family name, and a start that is the same as far as both tell it, to the month."""
    ours, theirs = tenure["start"][:7], fact.start[:7]
    length = min(len(ours), len(theirs))
    return bool(families & fact.words) and ours[:length] == theirs[:length]


def name_sources(tables: Tables, found: Iterator[Fact]) -> int:
    """Write the confirming data sets into the tenures' source; how many lines have one now."""
    by_place: dict[str, list[Fact]] = defaultdict(list)
    for fact in found:
        by_place[fact.where].append(fact)
    named = 0
    for tenure in tables.tenures:
        office, person = tables.offices[tenure["office"]], tables.persons[tenure["person"]]
        families = words(person["family"]) | (words(person["name"]) if len(person["name"].split()) == 1 else frozenset())
        near = by_place[office["country"]] if office["role"] in ROLES else ()
        sources = {fact.source for fact in near if agrees(fact, tenure, families)}
        if sources:
            others = {source for source in tenure["source"].split("; ") if source != PLAIN}
            tenure["source"] = "; ".join(sorted(sources | others))
            named += 1
    return named


def main() -> None:
    """Name the sources in the table of tenures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SOURCES)
    folder = parser.parse_args().folder
    if not folder.is_dir():
        parser.error(f"no folder {folder}: give the one that holds the data sets")
    tables = Tables()
    named = name_sources(tables, facts(read_knowledge(DATA), folder))
    tables.write()
    print(f"{named} of {len(tables.tenures)} tenures confirmed")
    for source, count in Counter(tenure["source"] for tenure in tables.tenures).most_common():
        print(f"{count:6} {source}")


if __name__ == "__main__":
    main()
