"""Places against toponyms marked by hand with their coordinates: found, in the right country, within 161 km."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean, median

from whodid.article import Article
from whodid.incidents.places import Point, kilometres
from whodid.record import Place, Record
from whodid.scoring.figures import Figure, Miss, Scores, Stretch, f1, miss, share
from whodid.scoring.rows import Row
from whodid.scoring.spans import once, overlap, pair_off

# The field's measure of "the same place": a hundred miles.
NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A toponym as marked by hand; an optional one counts neither way. `level`: country, region, or None for what is smaller."""

    where: Stretch
    point: tuple[float, float] | None
    country: str | None
    level: str | None
    geonames: str | None
    kind: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldPlaces:
    """An article with all its places."""

    article: Article
    places: tuple[GoldPlace, ...]


@dataclass
class Tally:
    """What is counted over the articles."""

    counts: Counter[str] = field(default_factory=Counter)
    distances: list[float] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)


def read_places(row: Row) -> GoldPlaces:
    """The gold of one line. Raises InputError for what is malformed."""
    row = replace(row, length=len(row.text("text")))
    return GoldPlaces(row.article(), tuple(_place(one) for one in row.rows("places")))


def _place(row: Row) -> GoldPlace:
    lat, lon = row.number("lat"), row.number("lon")
    optional = bool(row.fields.get("optional"))
    point = (lat, lon) if lat is not None and lon is not None else None
    if point is None and not optional:
        raise row.wrong("lat" if lat is None else "lon", 'degrees, or "optional": true')
    geonames = row.fields.get("geonames")
    return GoldPlace(
        row.own_span(), point, row.maybe_text("country"), row.maybe_text("level"), str(geonames) if geonames else None,
        row.maybe_text("kind"), optional,
    )  # fmt: skip


def score_places(golds: Sequence[GoldPlaces], records: Sequence[Record | None]) -> Scores:
    """Toponyms found, their countries, and how near the coordinates are; a country counts as near by its code in the lenient figures."""
    tally = Tally()
    for gold, record in zip(golds, records, strict=True):
        required = [place for place in gold.places if not place.optional]
        optional = [place for place in gold.places if place.optional]
        coded = once(record.places) if record else []
        spans = [(place.start, place.end) for place in coded]
        pairs = pair_off([place.where for place in required], spans)
        for n, m in pairs:
            _judge(gold, required[n], coded[m], tally)
        found = {m for _, m in pairs}
        extra = [place for m, place in enumerate(coded) if m not in found and not any(overlap(spans[m], one.where) for one in optional)]
        tally.counts.update(gold=len(required), found=len(pairs), coded=len(pairs) + len(extra))
        for place in required:
            tally.counts[f"gold {place.kind}"] += 1
        missed = [place for n, place in enumerate(required) if n not in {n for n, _ in pairs}]
        tally.misses += _unpaired(gold, missed, extra)
    return Scores(len(golds), tuple(_figures(tally)), tuple(tally.misses))


def _judge(gold: GoldPlaces, one: GoldPlace, place: Place, tally: Tally) -> None:
    counts, country = tally.counts, (place.country or "").upper()
    distance = kilometres(one.point or (None, None), (place.lat, place.lon))
    near = distance is not None and distance <= NEAR_KM
    right_country = not one.country or country == one.country
    small = one.level not in ("country", "region")
    lenient = near or (one.level == "country" and bool(country) and country == one.country)
    counts.update(strict=(place.start, place.end) == one.where, near=near, lenient=lenient, resolved=distance is not None)
    counts.update({"small": small, "small near": small and near, f"found {one.kind}": 1})
    if one.country:
        counts.update({"countries": 1, "country": right_country})
    if one.geonames and place.geonames is not None:
        counts.update({"ids": 1, "id": str(place.geonames) == one.geonames})
    if distance is not None:
        tally.distances.append(distance)
    if not near or not right_country:
        cause = _cause(one, place, distance)
        says = f"{one.country or '–'} {_shown(one.point)}", f"{place.name}, {place.country or '–'} {_shown((place.lat, place.lon))}"
        spans = ([one.where], [(place.start, place.end)])
        tally.misses.append(miss("wrong", ("places", one.level or "smaller"), cause, (gold.article.id, gold.article.text), spans, says))


def _cause(one: GoldPlace, place: Place, distance: float | None) -> str:
    if distance is None:
        return "left in doubt: no coordinates"
    if one.country and place.country and place.country != one.country:
        return "another country"
    return "the country's centre lies elsewhere" if one.level in ("country", "region") else "the right country, another place"


def _shown(point: Point | None) -> str:
    return "no coordinates" if point is None or point[0] is None or point[1] is None else f"{point[0]:.2f}, {point[1]:.2f}"


def _unpaired(gold: GoldPlaces, missed: Iterable[GoldPlace], extra: Iterable[Place]) -> Iterable[Miss]:
    article = (gold.article.id, gold.article.text)
    for one in missed:
        says = f"{one.country or '–'} {_shown(one.point)}", "nothing"
        yield miss("missed", ("places", one.level or "smaller"), "no place found", article, ([one.where], []), says)
    for place in extra:
        says = "no place", f"{place.name}, {place.country or '–'}"
        yield miss("extra", ("places", place.kind or "in doubt"), "gold has no place here", article, ([], [(place.start, place.end)]), says)


def _figures(tally: Tally) -> Iterable[Figure]:
    counts, distances = tally.counts, tally.distances
    gold, coded, found = counts["gold"], counts["coded"], counts["found"]
    yield Figure("mention precision", share(found, coded), coded, "places coded")
    yield Figure("mention recall", share(found, gold), gold, "places")
    yield Figure("mention F1", f1(counts["found"], gold, coded), gold, "places")
    yield Figure("country of those found", share(counts["country"], counts["countries"]), counts["countries"], "places found")
    yield Figure("within 161 km of those found", share(counts["near"], found), found, "places found")
    yield Figure("within 161 km, below country", share(counts["small near"], counts["small"]), counts["small"], "places found")
    yield Figure("found and within 161 km, F1", f1(counts["near"], gold, coded), gold, "places")
    yield Figure("found and within 161 km, F1 lenient", f1(counts["lenient"], gold, coded), gold, "places")
    yield Figure("GeoNames id of those found", share(counts["id"], counts["ids"]), counts["ids"], "places found")
    yield Figure("median error in km", median(distances) if distances else None, len(distances), "places with coordinates")
    yield Figure("mean error in km", fmean(distances) if distances else None, len(distances), "places with coordinates")
    for kind in ("literal", "associative"):
        if n := counts[f"gold {kind}"]:
            yield Figure(f"{kind} found", counts[f"found {kind}"] / n, n, "places")
