"""Which of the places of a name is meant: its own weight, the area the text puts it in, and the company it keeps in the article."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from whodid.article import Article
from whodid.knowledge.gazetteer import Entry, Gazetteer, normalise
from whodid.steps.places.company import MOST_ABROAD, MOST_SUPPORT, Company, Name, are_close
from whodid.steps.places.judging import FAMILIAR_DIVISIONS
from whodid.steps.places.outlet import Outlet, outlet_of
from whodid.steps.places.toponyms import AREAS, Toponym

# How much each trait of a place speaks for it. Set by hand, then moved one at a time against half of the development
# articles; `renown` and the limits of company also against famous names in national news ("Warsaw", "Florida").
WEIGHTS = {
    "population": 1.0, "renown": 1.5, "country": 7.0, "capital": 1.0, "division": 4.0, "other division": 2.0, "county": -1.0,
    "region": 9.0, "seat": 2.0, "great city": 1.0, "alternate": -2.5, "container": 3.0, "in division": 6.0, "in country": 5.0,
    "outlet country": 3.0, "outlet home": 4.0,
}  # fmt: skip
# "Paris, Texas" once is Paris, Texas throughout.
TOLD = 6.0
# A city of this size is known by its bare name everywhere.
GREAT = 1_000_000
# Rounds in which each name is weighed again by what the others have become.
ROUNDS = 2
# Of a name with more places than this, only the most populous are weighed.
MOST_CANDIDATES = 60
# With a smaller share than this for the best place and those about it, nothing tells which is meant.
DOUBT = 0.25
# Two places whose shares differ by less than this weigh the same.
TIE = 0.02
# With such a share for one country, it is that country, whichever place it is there.
SAME_COUNTRY = 0.8


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a toponym stands for: the place, or where that is in doubt, its country at least, or neither."""

    entry: Entry | None
    country: str | None


def resolve(toponyms: list[Toponym], article: Article, gazetteer: Gazetteer, acting: frozenset[str] = frozenset()) -> list[Resolution]:
    """What each toponym stands for; the same name is the same place wherever the text does not say otherwise.

    Args:
        acting: Countries whose state or government takes part: of several places the capital of one of them is meant.
    """
    names, outlet = _names(toponyms), outlet_of(article, gazetteer)
    for name in names:
        name.own = [_own_score(entry, name, outlet) + _own_seat(entry, name, acting) for entry in name.entries]
        name.weigh(name.own)
    _apply_told(names)
    _weigh_in_company(names, outlet)
    found = {id(toponym): resolution for name in names for resolution in [_decide(name)] for toponym in name.toponyms}
    return [found.get(id(toponym)) or Resolution(None, _told_country(toponym)) for toponym in toponyms]


def _names(toponyms: list[Toponym]) -> list[Name]:
    found: dict[tuple[str, tuple[Entry, ...], bool], Name] = {}
    before: Toponym | None = None
    for toponym in toponyms:
        if toponym.entries:
            contains = before is not None and bool(before.containers) and before.containers[0] in toponym.entries
            key = (normalise(toponym.span.text), toponym.containers, contains)
            if key not in found:
                found[key] = Name(key[0], toponym.entries[:MOST_CANDIDATES], toponym.containers, contains)
            found[key].toponyms.append(toponym)
        before = toponym
    return list(found.values())


def _own_score(entry: Entry, name: Name, outlet: Outlet) -> float:
    score = math.log10(entry.population + 10) * WEIGHTS["population"] + math.log10(entry.renown + 1) * WEIGHTS["renown"]
    return score + sum(WEIGHTS[trait] for trait in (*_traits(entry), *_traits_in_text(entry, name), *_traits_by_outlet(entry, outlet)))


def _own_seat(entry: Entry, name: Name, acting: frozenset[str]) -> float:
    if not _is_seat(entry, name):
        return 0.0
    return WEIGHTS["capital"] + (WEIGHTS["seat"] if entry.country in acting else 0.0)


def _is_seat(entry: Entry, name: Name) -> bool:
    """Whether it is the capital of its state, not a town there of the same name (Washington, D.C., and Washington in Missouri)."""
    rivals = (other.population for other in name.entries if other.kind == "capital" and other.country == entry.country)
    return entry.kind == "capital" and entry.population == max(rivals)


def _traits(entry: Entry) -> Iterator[str]:
    if entry.kind in ("country", "county") or (entry.kind == "division" and entry.country in FAMILIAR_DIVISIONS):
        yield entry.kind
    elif entry.kind == "division":
        yield "other division"
    elif entry.kind not in ("town", "capital"):
        yield "region"
    if entry.population >= GREAT and entry.kind in ("town", "capital"):
        yield "great city"
    if entry.alternate:
        yield "alternate"


def _traits_in_text(entry: Entry, name: Name) -> Iterator[str]:
    if name.contains and entry.kind in AREAS:
        yield "container"
    for container in name.containers:
        if _lies_in(entry, container):
            yield "in country" if container.kind == "country" else "in division"
            break


def _traits_by_outlet(entry: Entry, outlet: Outlet) -> Iterator[str]:
    if outlet.country is not None and outlet.country == entry.country:
        yield "outlet country"
    if entry in outlet.home:
        yield "outlet home"


def _lies_in(entry: Entry, container: Entry) -> bool:
    if container.country is None or entry.country != container.country or entry.kind == "country":
        return False
    return container.kind == "country" or (entry.division == container.division and entry != container)


def _apply_told(names: list[Name]) -> None:
    told = set()
    for name in names:
        best = name.entries[max(range(len(name.entries)), key=name.shares.__getitem__)]
        if any(_lies_in(best, container) for container in name.containers):
            told.add((name.words, best))
    for name in names:
        name.own = [own + TOLD * ((name.words, entry) in told) for own, entry in zip(name.own, name.entries, strict=True)]
        name.weigh(name.own)


def _weigh_in_company(names: list[Name], outlet: Outlet) -> None:
    for _ in range(ROUNDS):
        company = Company([*names, *_home(outlet)], MOST_SUPPORT if outlet.home else MOST_ABROAD)
        scores = [[own + company.support(entry, name) for own, entry in zip(name.own, name.entries, strict=True)] for name in names]
        for name, scored in zip(names, scores, strict=True):
            name.weigh(scored)


def _home(outlet: Outlet) -> list[Name]:
    """The outlet's home as one more name of the article."""
    if not outlet.home:
        return []
    name = Name("", outlet.home)
    name.weigh([math.log10(entry.population + 10) for entry in outlet.home])
    return [name]


def _decide(name: Name) -> Resolution:
    best = name.entries[max(range(len(name.entries)), key=name.shares.__getitem__)]
    shares = list(zip(name.entries, name.shares, strict=True))
    near = sum(share for entry, share in shares if are_close(entry, best))
    rival = max((share for entry, share in shares if not are_close(entry, best)), default=0.0)
    if near >= DOUBT and near - rival >= TIE:
        return Resolution(best, best.country)
    in_country = sum(share for entry, share in shares if entry.country == best.country)
    return Resolution(None, best.country if in_country >= SAME_COUNTRY else None)


def _told_country(toponym: Toponym) -> str | None:
    """The country of a place that the gazetteer does not have, where the text tells it ("Kell, Norland")."""
    countries = {container.country for container in toponym.containers if container.kind in ("country", "division")}
    return countries.pop() if len(countries) == 1 else None
