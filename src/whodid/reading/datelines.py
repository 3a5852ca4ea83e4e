"""Finds the dateline: the place, day and agency before the story begins ("HOLMSTAD, Norland, March 3 (NPA) —")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import cache
from importlib.resources import files

from whodid.text import Span

# Lines that are looked at; a longer one without a dateline is the lead, and none comes after it.
LOOKED_AT = 4
LEAD = 160
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = rf"(?:[a-z]+day,?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})\b(?:\s*,?\s*\d{{4}}\b){{0,2}}"
_AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/()\n]{2,30}/\.?)"
# Only after a day: "HOLMSTAD. 5 March. INTERFAX -".
_BARE_AGENCY = r"(?-i:[A-Z]{3,12})(?=\s+[-–—])"
_MARK = r"(?:[—–]+|-{1,3}|_+|:)"
_DATELINE = re.compile(
    rf"(?P<place>[^\W\d_][^:()\n\d_—–]{{1,70}}?)"
    rf"(?:,?\s*(?P<day>{_DAY})\s*[,.]?\s*(?P<agency>{_AGENCY}|{_BARE_AGENCY})?\s*(?P<mark>{_MARK})?"
    rf"|,?\s*(?P<agency2>{_AGENCY})\s*(?P<mark2>{_MARK})?"
    r"|\s*(?P<mark3>:(?=\s|[a-z])|[—–]+|(?<=\s)-{1,3}(?=\s)|--+|(?<=\s)_+)|(?P<end>$))",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    rf"(?:(?P<day>{_DAY})\s+(?=\())?(?P<outlet>\([^()\n]{{2,40}}\)|[^\s()]{{2,40}})\s*(?P<mark>[—–]+|(?<=\s)-{{1,2}}(?=\s))?\s*",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:By\s+)?[^\W\d_][^.\n]{3,60}\.\s+(?=[A-Z]{3})")
_CAPITAL = re.compile("[A-Z]")
_SPEAKER = re.compile(r"^[A-Z][A-Z .'’-]{2,28}:\s", re.MULTILINE)
_PARTICLES = frozenset("de la le las los del al el of the and on upon di da do dos den der am an near aboard outside es".split())
_SPLIT = re.compile(r"[\s,/&]+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The whole dateline, its place, and its day in words (None where it has none); `byline` stood before it on the same line."""

    span: Span
    place: Span | None
    day: str | None
    byline: Span | None = None


@dataclass(frozen=True, slots=True)
class DatelineWords:
    """What lexicon/en/datelines.txt holds."""

    agencies: frozenset[str]
    cities: frozenset[str]
    regions: frozenset[str]
    never: frozenset[str]


def find_dateline(lines: Sequence[Span], text: str) -> Dateline | None:
    """The dateline among the story's first lines, or None.

    A place in capitals before a dash, colon, day or agency counts; one in small letters only where day, agency, a region after the
    comma or the list of cities speaks for it. Transcripts ("BRANDT: Good evening.") have none.
    """
    for line in lines[:LOOKED_AT]:
        found = _after_byline(line, text) or _at_start(line, text)
        if found:
            return found
        if len(line.text) > LEAD:
            return None
    return None


def complete_day(words: str | None, published: Date | None) -> Date | None:
    """The day that a dateline names; without a year it is the one nearest to the day of publication, and None if that is unknown."""
    if words is None:
        return None
    month = next((word for word in re.findall(r"[a-z]+", words.lower()) if word[:3] in _MONTHS and not word.endswith("day")), None)
    day, year = re.search(r"\b\d{1,2}\b", words), re.search(r"\b\d{4}\b", words)
    if month is None or day is None or not (year or published):
        return None
    years = [int(year[0])] if year else [published.year - 1, published.year, published.year + 1] if published else []
    days = [found for y in years if (found := _day_of(y, _MONTHS.index(month[:3]) + 1, int(day[0])))]
    if published is None:
        return days[0] if days else None
    return min(days, key=lambda found: abs(found - published), default=None)


def _day_of(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None


def _at_start(line: Span, text: str) -> Dateline | None:
    match = _DATELINE.match(line.text)
    if match and _is_dateline(match, line.text, text):
        place = _without_agency(match["place"])
        end = len(match[0].rstrip())
        words = Span(line.start, line.start + end, line.text[:end])
        return Dateline(words, Span(line.start, line.start + len(place), place), match["day"])
    return _outlet_mark(line)


def _without_agency(place: str) -> str:
    """ "Holmstad, NPA" without the agency, "HOLMSTAD." without the full stop; "N.D." and "Ky." keep theirs."""
    place = place.rstrip(" ,\t")
    if _last_part(place):
        place = place.rpartition(",")[0]
    return place.rstrip(".") if place.endswith(".") and len(place.split()[-1]) > 6 else place


def _last_part(place: str) -> str:
    """The agency after the last comma, in small letters; "" where it is none."""
    last = place.rpartition(",")[2].strip().lower() if "," in place else ""
    return last if last in _words().agencies else ""


def _outlet_mark(line: Span) -> Dateline | None:
    """ "(NPA) — ", "March 3 (NPA) — " or "Norland.net - ": an outlet where a place could stand."""
    match = _OUTLET.match(line.text)
    if match is None or match.end() == len(line.text):
        return None
    outlet = match["outlet"]
    bracketed = outlet.startswith("(")
    name = outlet.strip("()").lower()
    if _is_outlet(name) and (bracketed or match["mark"]) and not line.text[match.end()].islower():
        end = len(match[0].rstrip())
        return Dateline(Span(line.start, line.start + end, line.text[:end]), None, match["day"])
    return None


def _after_byline(line: Span, text: str) -> Dateline | None:
    match = _BYLINE.match(line.text)
    if match is None or not (match[0].startswith("By ") or "press" in match[0].lower()):
        return None
    rest = Span(line.start + match.end(), line.end, line.text[match.end() :])
    found = _at_start(rest, text)
    if found is None:
        return None
    byline = match[0].rstrip()
    return Dateline(found.span, found.place, found.day, Span(line.start, line.start + len(byline), byline))


def _is_dateline(match: re.Match[str], line: str, text: str) -> bool:
    place = match["place"].strip(" ,\t")
    agency = (match["agency"] or match["agency2"] or "").strip("() /.").lower() or _last_part(place)
    mark = match["mark"] or match["mark2"] or match["mark3"] or ""
    alone = match.end() == len(line)
    if not _may_be_place(place) or (match["end"] is not None and not _capital_town(place)):
        return False
    if not alone and not mark and not _is_agency(agency):
        return False
    if not alone and line[match.end() :].lstrip()[:1].islower() and not _is_small(text):
        return False
    if _is_capital(place):
        return bool(match["day"] or agency or mark != ":" or "," in place or not _is_transcript(text) or _is_city(place))
    if match["day"] or _is_agency(agency) or _is_city(place) or (_has_region(place) and (mark or agency)):
        return True
    return mark == ":" and _is_small(text) and len(place.split()) <= 3


def _may_be_place(place: str) -> bool:
    city = place.split(",")[0].lower()
    words = [word for word in _SPLIT.split(place) if word]
    if len(city) < 3 or city in _words().never or _is_outlet(city) or _is_outlet(city.split()[0]) or not 0 < len(words) <= 7:
        return False
    named = [word for word in words if word.lower().strip(".") not in _PARTICLES]
    return bool(named) and (place.islower() or all(word[0].isupper() for word in named)) and not place.endswith(("'", '"'))


def _capital_town(place: str) -> bool:
    """Whether a whole line is a town and a country in capitals."""
    return place.isupper() and place.count(",") == 1 and len(place.split()) <= 5 and _has_region(place)


def _is_capital(place: str) -> bool:
    letters = [letter for letter in place.split(",")[0] if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) >= 0.7 * len(letters) and len(letters) > 2


def _is_outlet(name: str) -> bool:
    """Whether a name is an agency's or a web address."""
    return name in _words().agencies or name.endswith((".net", ".com", ".org", ".info"))


def _is_agency(name: str) -> bool:
    agencies = _words().agencies
    return bool(name) and (name in agencies or name.split()[0] in agencies)


def _is_city(place: str) -> bool:
    return any(part.strip().lower() in _words().cities for part in place.split(",")[0].split("/"))


def _has_region(place: str) -> bool:
    return "," in place and place.split(",")[-1].strip(" .").lower() in _words().regions


def _is_small(text: str) -> bool:
    """Whether the whole text is written in small letters, as some archives are."""
    start = text[:1000]
    return len(_CAPITAL.findall(start)) < 0.01 * len(start)


def _is_transcript(text: str) -> bool:
    """Whether several lines begin with a name in capitals and a colon."""
    return len(_SPEAKER.findall(text[:4000])) > 1


@cache
def _words() -> DatelineWords:
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for raw in (files("whodid") / "lexicon/en/datelines.txt").read_text("utf-8").splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            current.extend(entry.strip() for entry in line.split(";"))
    return DatelineWords(**{name: frozenset(entries) for name, entries in sections.items()})
