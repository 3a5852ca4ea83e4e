"""The path of one article: candidates, judged, resolved, written as the record's places."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.article import Article
from whodid.cast import Cast
from whodid.knowledge.gazetteer import Gazetteer
from whodid.record import Place
from whodid.steps.places.judging import judge
from whodid.steps.places.precision import kind_of, precision_of
from whodid.steps.places.resolving import Resolution, resolve
from whodid.steps.places.toponyms import Toponym, find_toponyms
from whodid.text import Sentence

GOVERNED = frozenset({"country", "capital", "division", "past-country"})


def find_places(sentences: Sequence[Sentence], article: Article, gazetteer: Gazetteer, cast: Cast | None = None) -> tuple[Place, ...]:
    """Every toponym of the article with the place it names, in text order.

    Adjectives and demonyms ("Syrian", "Mexicans") are no places. A state or city that acts ("Moscow said"), and one in the
    name of a body ("Texas Department of Health"), is listed with `metonym`. Where nothing tells which of several places is
    meant, the place has no coordinates, and a country only if all likely ones lie in it.

    Args:
        sentences: The parsed article.
        article: Its dateline and address say where it is written.
        gazetteer: The places of the world by name.
        cast: The article's actors; names that are persons' are no places.
    """
    text = [sentence for sentence in sentences if not sentence.boilerplate]
    candidates = [toponym for sentence in text for toponym in find_toponyms(sentence, gazetteer)]
    toponyms = judge(candidates, text, article, cast)
    resolutions = resolve(toponyms, article, gazetteer, _acting(cast))
    return tuple(_place(toponym, resolution, cast) for toponym, resolution in zip(toponyms, resolutions, strict=True))


def _acting(cast: Cast | None) -> frozenset[str]:
    """Countries of which the state or somebody in office takes part; a mere adjective ("Irish stew") is no part."""
    named = (reference for reference in (cast.references if cast else ()) if reference.kind != "adjective")
    actors = (cast.actors[actor] for reference in named for actor in reference.actors) if cast else ()
    return frozenset(a.country for a in actors if a.country and (a.kind == "state" or (a.kind == "person" and a.sector == "GOV")))


def _place(toponym: Toponym, resolution: Resolution, cast: Cast | None) -> Place:
    span, entry, metonym = toponym.span, resolution.entry, _is_metonym(toponym, resolution, cast)
    precision = precision_of(toponym, resolution)
    if entry is None:
        return Place(span.start, span.end, span.text, span.text, resolution.country, metonym=metonym, precision=precision)
    kind, where = kind_of(entry), (entry.lat, entry.lon)
    return Place(span.start, span.end, span.text, entry.name, entry.country, *where, entry.geonames, metonym, kind, precision)


def _is_metonym(toponym: Toponym, resolution: Resolution, cast: Cast | None) -> bool:
    """Whether it acts, or stands in the name of a body."""
    if toponym.label not in ("GPE", "LOC", "FAC", "") and not toponym.whole:
        return True
    head = toponym.tokens[-1]
    reference = cast.at(head) if cast else None
    if reference is not None and reference.kind == "metonym":
        return True
    acts = head.dep == "nsubj" or (head.dep == "pobj" and head.head.dep == "agent")
    return acts and resolution.entry is not None and resolution.entry.kind in GOVERNED
