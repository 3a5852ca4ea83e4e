"""The world's places by name: one read-only SQLite file that costs nothing to open. Built by tools/build_gazetteer.py."""

from __future__ import annotations

import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from whodid.errors import KnowledgeError

FILE = Path(__file__).parent / "data" / "gazetteer.sqlite"
# What the numbers in the file's `kind` column stand for; only ever appended to.
KINDS = (
    "country", "capital", "town", "division", "county", "continent", "region", "ocean", "sea", "gulf", "strait", "canal", "lake",
    "river", "mountains", "desert", "islands", "landmark", "past-country",
)  # fmt: skip
# Look-ups remembered; more than any article holds, little enough memory for a long run.
REMEMBERED = 50_000
# People in a city of some size.
BIG = 250_000

_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a",
    "-": " ", "‐": " ", "‑": " ", "–": " ", "/": " ", "'": "", "’": "", "‘": "", "ʻ": "", "ʼ": "", "`": "", ".": "", ",": " ", "~": "",
})  # fmt: skip
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "township": "twp"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    Attributes:
        geonames: GeoNames id; None for places of the project's own table.
        name: The place's own name.
        country: ISO 3166-1 alpha-3; None for a place in no one country.
        division: Code of its first-level division within the country ("TX"); None where it has none.
        lat, lon: Degrees; of a town its centre, of an area about its middle.
        population: Inhabitants; of a division those of its towns, 0 where not known.
        kind: One of `KINDS`.
        renown: Of a town, in how many forms its name is known in the world's languages; 0 for all else.
        alternate: Whether it was found by another name than its own.
    """

    geonames: int | None
    name: str
    country: str | None
    division: str | None
    lat: float
    lon: float
    population: int
    kind: str
    alternate: bool = False
    renown: int = 0


@lru_cache(maxsize=REMEMBERED)
def normalise(name: str) -> str:
    """The form under which a name is kept: no case, marks, points or hyphens; "Saint" as "St".

    Example:
        >>> normalise("Saint-Étienne"), normalise("N'Djamena")
        ('st etienne', 'ndjamena')
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    words = "".join(mark for mark in plain if not unicodedata.combining(mark)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


class Gazetteer:
    """Look-up of places by name.

    Args:
        file: The SQLite file; None takes the one in the package.

    Raises:
        KnowledgeError: Where the file is missing or is not a gazetteer.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or FILE
        if not self.file.is_file():
            raise KnowledgeError(f"no gazetteer at {self.file}; it comes with the package, or build it: python tools/build_gazetteer.py")
        self._connection = sqlite3.connect(f"{self.file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._found: dict[str, tuple[Entry, ...]] = {}

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return Gazetteer, (self.file,)

    def named(self, words: str) -> tuple[Entry, ...]:
        """Every place that these words name, those that bear it as their own name first, then the most populous; or ().

        Case and marks are not looked at: whether "us" or "Of" can be a name is for the reader of the sentence to say.
        """
        known = self._found.get(words)
        if known is None:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            known = self._found[words] = self._look_up(normalise(words))
        return known

    def is_of_size(self, word: str) -> bool:
        """Whether a word names a first-level division or a city of more than a quarter of a million people."""
        return any(not entry.alternate and (entry.kind == "division" or entry.population >= BIG) for entry in self.named(word))

    def division(self, country: str, code: str) -> Entry | None:
        """The first-level division with this code ("USA", "TX"), or None."""
        return next(iter(self._look_up(f"{country}.{code}")), None)

    def internet_country(self, ending: str) -> Entry | None:
        """The country that an internet address ends in ("ge": Georgia), or None."""
        return next((entry for entry in self._look_up(f".{ending}") if entry.kind == "country"), None)

    def _look_up(self, name: str) -> tuple[Entry, ...]:
        if not name:
            return ()
        try:
            rows = self._connection.execute(_QUERY, (name,)).fetchall()
        except sqlite3.DatabaseError as error:
            raise KnowledgeError(f"{self.file} is not a gazetteer ({error}); build it: python tools/build_gazetteer.py") from None
        return tuple(_entry(row) for row in rows)


_QUERY = """
    SELECT place.geonames, place.name, place.country, place.division, place.lat, place.lon, place.population, place.kind,
           name.alternate, place.renown
    FROM name JOIN place ON place.id = name.place WHERE name.name = ?
    ORDER BY name.alternate, place.population DESC, place.id
"""


def _entry(row: tuple[int | None, str, str | None, str | None, int, int, int, int, int, int]) -> Entry:
    geonames, name, country, division, lat, lon, population, kind, alternate, renown = row
    return Entry(geonames, name, country, division, lat / 10_000, lon / 10_000, population, KINDS[kind], bool(alternate), renown)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package, opened once."""
    return Gazetteer()
