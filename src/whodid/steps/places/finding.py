"""The path of one article: candidates, judged, resolved, written as the record's places."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.article import Article
from whodid.cast import Cast
from whodid.knowledge.gazetteer import Entry, Gazetteer
from whodid.record import Place
from whodid.steps.places.judging import judge
from whodid.steps.places.resolving import resolve
from whodid.steps.places.toponyms import Toponym, find_toponyms
from whodid.text import Sentence

SUBJECTS = frozenset({"nsubj", "agent"})


def find_places(sentences: Sequence[Sentence], article: Article, gazetteer: Gazetteer, cast: Cast | None = None) -> tuple[Place, ...]:
    """Every toponym of the article with the place it names, in text order.

    Adjectives and demonyms ("Syrian", "Mexicans") are no places. A state or city that acts ("Moscow said"), and one in the name of a
    body ("Texas Department of Health"), is listed with `metonym`. Where nothing tells which of several places is meant, the place has
    its name only.

    Args:
        sentences: The parsed article.
        article: Its dateline and outlet say where it is written.
        gazetteer: The places of the world by name.
        cast: The article's actors; names that are persons' are no places.
    """
    text = [sentence for sentence in sentences if not sentence.boilerplate]
    candidates = [toponym for sentence in text for toponym in find_toponyms(sentence, gazetteer)]
    toponyms = judge(candidates, text, article, cast)
    resolved = resolve(toponyms, article, gazetteer)
    return tuple(_place(toponym, resolved.get(id(toponym)), cast) for toponym in toponyms)


def _place(toponym: Toponym, entry: Entry | None, cast: Cast | None) -> Place:
    span, metonym = toponym.span, _is_metonym(toponym, entry, cast)
    if entry is None:
        return Place(span.start, span.end, span.text, span.text, metonym=metonym)
    return Place(span.start, span.end, span.text, entry.name, entry.country, entry.lat, entry.lon, entry.geonames, metonym)


def _is_metonym(toponym: Toponym, entry: Entry | None, cast: Cast | None) -> bool:
    if toponym.label not in ("GPE", "LOC", "FAC", "") and not toponym.whole:
        return True
    head = toponym.tokens[-1]
    reference = cast.at(head) if cast else None
    if reference is not None and reference.kind == "metonym":
        return True
    acts = head.dep in SUBJECTS or (head.dep == "pobj" and head.head.dep == "agent")
    return acts and entry is not None and entry.kind in ("country", "capital", "division", "past-country")
