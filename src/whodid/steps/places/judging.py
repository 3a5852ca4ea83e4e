"""Which candidates are toponyms in this article: what speaks for a place, and what for a person, a body or a common word."""

from __future__ import annotations

from whodid.article import Article
from whodid.cast import Cast
from whodid.knowledge.gazetteer import Entry, normalise
from whodid.steps.places.toponyms import AMOUNT_LABELS, Toponym
from whodid.steps.places.words import not_places, word_set
from whodid.text import Sentence, Token

# Countries in which English-language news names first-level divisions without more ("Queensland police").
FAMILIAR_DIVISIONS = frozenset({"USA", "CAN", "AUS", "GBR"})
# A town of this size needs no further hint that its name is a place's.
CITY = 300_000
UNMISTAKABLE = frozenset({"country", "continent", "ocean", "sea", "region", "past-country", "strait", "gulf"})


def judge(candidates: list[Toponym], sentences: list[Sentence], article: Article, cast: Cast | None) -> list[Toponym]:
    """The candidates that name places here; a name once seen as a place is one elsewhere in the article too."""
    persons = _Persons(sentences, cast)
    plausible = [toponym for toponym in candidates if not persons.has(toponym) and _can_be(toponym)]
    sure = {normalise(toponym.span.text) for toponym in plausible if _is_sure(toponym, article)}
    return [toponym for toponym in plausible if normalise(toponym.span.text) in sure and _reads_as_place(toponym, sure, article)]


class _Persons:
    """Names that are persons' in this article."""

    def __init__(self, sentences: list[Sentence], cast: Cast | None) -> None:
        entities = [entity for sentence in sentences for entity in sentence.entities if entity.label == "PERSON" and entity.first is not entity.last]
        self.family = {entity.last.lower for entity in entities if entity.last.text[0].isupper()}
        self.spans: set[int] = set()
        for reference in cast.references if cast else ():
            if reference.kind == "name" and any(actor.startswith("person:") for actor in reference.actors):
                self.spans.update(range(reference.span.start, reference.span.end))

    def has(self, toponym: Toponym) -> bool:
        if toponym.span.start in self.spans:
            return True
        if toponym.label == "PERSON" and not toponym.whole:
            return True
        return toponym.label not in ("GPE", "LOC") and len(toponym.tokens) == 1 and toponym.tokens[0].lower in self.family


def _can_be(toponym: Toponym) -> bool:
    first, last = toponym.tokens[0], toponym.tokens[-1]
    if toponym.label in AMOUNT_LABELS and not _has(toponym, UNMISTAKABLE):
        return False
    if len(toponym.tokens) == 1 and first.lower in not_places():
        return False
    after = _token_at(first.sentence, last.i + 1)
    if after is not None and after.text[0].isupper() and after.lower.rstrip(".") in word_set("street_nouns"):
        return False
    before = _token_at(first.sentence, first.i - 1)
    return before is None or before.lower.rstrip(".") not in word_set("titles") or before.text[0].islower()


def _is_sure(toponym: Toponym, article: Article) -> bool:
    """Whether this mention by itself shows that the name is a place's."""
    if article.dateline is not None and article.dateline.covers(toponym.span):
        return True
    listed = bool(toponym.entries)
    if toponym.containers and _is_contained(toponym):
        return True
    match toponym.label:
        case "GPE" | "LOC":
            return listed or toponym.locative
        case "PERSON" | "NORP":
            return listed and toponym.whole and (toponym.locative or (toponym.label == "NORP" and _is_prominent(toponym)))
        case "":
            return listed and _is_name(toponym) and (toponym.locative or _is_prominent(toponym))
        case _:
            return listed and (_is_prominent(toponym) or (toponym.whole and toponym.locative))


def _reads_as_place(toponym: Toponym, sure: set[str], article: Article) -> bool:
    """Whether a mention of a name that is a place elsewhere in the article can be read as one too."""
    if toponym.label == "PERSON":
        return _is_sure(toponym, article)
    return bool(toponym.entries) or toponym.label in ("GPE", "LOC")


def _is_contained(toponym: Toponym) -> bool:
    return any(
        entry.country == container.country and (container.kind != "division" or entry.division == container.division)
        for entry in toponym.entries
        for container in toponym.containers
        if entry.kind != "country"
    )


def _is_name(toponym: Toponym) -> bool:
    return any(token.pos == "PROPN" for token in toponym.tokens)


def _is_prominent(toponym: Toponym) -> bool:
    return any(_stands_out(entry) for entry in toponym.entries)


def _stands_out(entry: Entry) -> bool:
    if entry.kind in UNMISTAKABLE or entry.kind == "capital":
        return True
    if entry.kind == "division":
        return entry.country in FAMILIAR_DIVISIONS or not entry.alternate
    return entry.population >= CITY and not entry.alternate


def _has(toponym: Toponym, kinds: frozenset[str]) -> bool:
    return any(entry.kind in kinds for entry in toponym.entries)


def _token_at(sentence: Sentence, i: int) -> Token | None:
    position = i - sentence.tokens[0].i
    return sentence.tokens[position] if 0 <= position < len(sentence.tokens) else None
