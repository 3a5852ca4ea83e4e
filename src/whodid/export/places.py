"""Where an event was, in the parts that other data sets ask for: town, district, province, country."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whodid.export.tables import Country, countries
from whodid.knowledge.gazetteer import Entry, load_gazetteer
from whodid.record import EventPlace

_TOWN, _DISTRICT, _PROVINCE, _COUNTRY = "town", "district", "province", "country"
# GeoNames names first-level divisions by FIPS 10-4 numbers, those of the United States by postal letters, as GDELT has them.
_FIPS_DIVISION = re.compile(r"\d\d")


@dataclass(frozen=True, slots=True)
class Where:
    """A place by its parts; "" or None where it is too coarse for a part, or it is not known.

    Attributes:
        level: "town", "district", "province" or "country"; None for seas and regions of other kinds.
        division: Code of the first-level division as GeoNames has it ("TX", "11").
    """

    place: EventPlace
    level: str | None
    town: str
    district: str
    province: str
    division: str | None
    country: Country | None

    @property
    def fips_country(self) -> str:
        """FIPS 10-4 code of the country."""
        return self.country.fips if self.country else ""

    @property
    def fips_division(self) -> str:
        """FIPS code of country and division ("USTX", "EG11"); for a whole country its own; "" where it is not known."""
        if self.level == _COUNTRY:
            return self.fips_country
        code = self.division or ""
        fits = self.fips_country == "US" or _FIPS_DIVISION.fullmatch(code)
        return self.fips_country + code if self.fips_country and code and fits else ""

    def full_name(self) -> str:
        """The place with its province and country, as GDELT writes it: "Austin, Texas, United States"."""
        country = self.country.name if self.country else ""
        parts = [self.place.name, "" if self.level == _PROVINCE else self.province, country]
        return ", ".join(dict.fromkeys(part for part in parts if part))


def where(place: EventPlace | None) -> Where | None:
    """The place's parts. Its province is looked up in the gazetteer by the place's GeoNames id; nothing is guessed."""
    if place is None:
        return None
    level = _level(place)
    division = _division(place)
    return Where(
        place,
        level,
        town=place.name if level == _TOWN else "",
        district=place.name if level == _DISTRICT else "",
        province=place.name if level == _PROVINCE else division.name if division else "",
        division=division.division if division else None,
        country=countries().get(place.country or ""),
    )


def _level(place: EventPlace) -> str | None:
    if place.kind == "region":
        return _PROVINCE if place.precision == 4 else None
    return {"point": _TOWN, "town": _TOWN, "district": _DISTRICT, "country": _COUNTRY}.get(place.kind or "")


def _division(place: EventPlace) -> Entry | None:
    """The first-level division in which the place lies, or which it is."""
    if not place.country or not place.geonames:
        return None
    gazetteer = load_gazetteer()
    found = next((entry for entry in gazetteer.named(place.name) if entry.geonames == place.geonames), None)
    return gazetteer.division(place.country, found.division) if found and found.division else None
