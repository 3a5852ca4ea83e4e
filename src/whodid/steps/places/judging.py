"""Which candidates are toponyms in this article: what speaks for a place, and what for a person, a body or a common word."""

from __future__ import annotations

from collections.abc import Iterable

from whodid.article import Article
from whodid.cast import Cast
from whodid.knowledge.gazetteer import Entry, normalise
from whodid.steps.places.toponyms import AMOUNT_LABELS, Toponym
from whodid.steps.places.words import not_places, word_set
from whodid.text import Sentence

# Countries in which English-language news names first-level divisions without more ("Queensland police").
FAMILIAR_DIVISIONS = frozenset({"USA", "CAN", "AUS", "GBR"})
# A town of this size needs no further hint that its name is a place's.
CITY = 300_000
UNMISTAKABLE = frozenset({"country", "continent", "ocean", "sea", "region", "past-country", "strait", "gulf"})
NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X"})
# Capitals up to this length, among words in small letters, are an acronym.
ACRONYM = 6


def judge(candidates: list[Toponym], sentences: list[Sentence], article: Article, cast: Cast | None) -> list[Toponym]:
    """The candidates that name places here; a name once seen as a place is one elsewhere in the article too."""
    persons, words = _Persons(sentences, cast), _common_words(sentences)
    candidates = [toponym for toponym in candidates if not _is_agencys(toponym, article) and not persons.has(toponym)]
    plausible = [toponym for toponym in candidates if _can_be(toponym, words)]
    diseases = {_name(toponym) for toponym in plausible if _follows(toponym) in word_set("disease_nouns")}
    plausible = [toponym for toponym in plausible if toponym.locative or _name(toponym) not in diseases]
    sure = [toponym for toponym in plausible if _is_sure(toponym, article)]
    sure += _joined(plausible, sure)
    names, certain = {_name(toponym) for toponym in sure}, {id(toponym) for toponym in sure}
    return [t for t in plausible if id(t) in certain or (t.label != "PERSON" and t.entries and _name(t) in names)]


class _Persons:
    """Names that are persons' in this article."""

    def __init__(self, sentences: list[Sentence], cast: Cast | None) -> None:
        entities = [entity for sentence in sentences for entity in sentence.entities if entity.label == "PERSON"]
        self.family = {e.last.lower for e in entities if e.first is not e.last and e.last.text[0].isupper()}
        # The head alone: the phrase may hold places too ("Norland's President Ada Brandt").
        self.heads = {
            reference.head.i
            for reference in (cast.references if cast else ())
            if reference.kind == "name" and any(actor.startswith("person:") for actor in reference.actors)
        }

    def has(self, toponym: Toponym) -> bool:
        # "in Kingman" is a town, even where the parser and so the cast take the name for a stranger's.
        if not toponym.locative and any(token.i in self.heads for token in toponym.tokens):
            return True
        if toponym.label == "PERSON" and not toponym.whole:
            return True
        return toponym.label not in ("GPE", "LOC") and len(toponym.tokens) == 1 and toponym.tokens[0].lower in self.family


def _common_words(sentences: Iterable[Sentence]) -> set[str]:
    """The article's words in small letters: "Reading" beside "reading" is likely no town."""
    return {token.text for sentence in sentences for token in sentence.tokens if token.text.islower()}


def _is_agencys(toponym: Toponym, article: Article) -> bool:
    """Whether it stands in the dateline, but not in its place: the name of a news agency."""
    dateline, place = article.dateline, article.dateline_place
    return dateline is not None and dateline.covers(toponym.span) and not (place is not None and place.overlaps(toponym.span))


def _name(toponym: Toponym) -> str:
    return normalise(toponym.span.text)


def _can_be(toponym: Toponym, common: set[str]) -> bool:
    first, last = toponym.tokens[0], toponym.tokens[-1]
    if toponym.label in AMOUNT_LABELS and not any(entry.kind in UNMISTAKABLE for entry in toponym.entries):
        return False
    if _name(toponym) in not_places() or (first is last and _is_acronym(toponym)):
        return False
    if first is last and first.pos not in NAME_TAGS and toponym.label not in ("GPE", "LOC"):
        return False
    if first is last and first.lower in common and toponym.label != "GPE" and not toponym.containers:
        return False
    after = last.neighbour(1)
    if after is not None and after.text[0].isupper() and after.lower.rstrip(".") in word_set("street_nouns"):
        return False
    before = first.neighbour(-1)
    return before is None or before.lower.rstrip(".") not in word_set("titles") or before.text[0].islower()


def _is_acronym(toponym: Toponym) -> bool:
    """Whether it is written in capitals as only codes are ("NATO"), and is not the code of an area ("US")."""
    word = toponym.tokens[0]
    if not word.text.isupper() or len(word.text) > ACRONYM or "." in word.text or any(e.kind in UNMISTAKABLE for e in toponym.entries):
        return False
    before, after = word.neighbour(-1), word.neighbour(1)
    return before is not None and not any(token is not None and len(token.text) > 1 and token.text.isupper() for token in (before, after))


def _is_sure(toponym: Toponym, article: Article) -> bool:
    """Whether this mention by itself shows that the name is a place's."""
    if toponym.entries and article.dateline_place is not None and article.dateline_place.covers(toponym.span):
        return True
    if (toponym.containers and _is_contained(toponym)) or _opens_in_capitals(toponym) or _is_county(toponym):
        return True
    if not toponym.entries:
        placed = toponym.locative or bool(toponym.containers)
        return placed and toponym.label in ("GPE", "LOC") and not _looks_coined(toponym)
    if toponym.label not in ("GPE", "LOC") and toponym.tokens[0].lower == "st." and not _has_city(toponym):
        return False
    local = _follows(toponym) in word_set("local_nouns")
    match toponym.label:
        case "GPE" | "LOC":
            return True
        case "PERSON":
            return toponym.whole and (toponym.locative or local)
        case "NORP":
            return toponym.whole and (toponym.locative or _is_prominent(toponym))
        case "":
            return any(token.pos == "PROPN" for token in toponym.tokens) and (toponym.locative or local or _is_prominent(toponym))
        case _:
            return _is_prominent(toponym) or (toponym.whole and (toponym.locative or local))


def _joined(plausible: list[Toponym], sure: list[Toponym]) -> list[Toponym]:
    """Those that stand in a row with places: "in Kell, Holm and Tarn"."""
    heads, found = {toponym.tokens[-1].i for toponym in sure}, []
    for toponym in plausible:
        last = toponym.tokens[-1]
        if toponym.entries and toponym.whole and last.dep == "conj" and last.head.i in heads and last.i not in heads:
            heads.add(last.i)
            found.append(toponym)
    return found


def _is_contained(toponym: Toponym) -> bool:
    return any(
        entry.country == container.country and (container.kind != "division" or entry.division == container.division)
        for entry in toponym.entries
        for container in toponym.containers
        if entry.kind != "country"
    )


def _opens_in_capitals(toponym: Toponym) -> bool:
    """Whether it is a dateline: "HOLMSTAD - " at the start of a paragraph."""
    first = toponym.tokens[0]
    if not toponym.entries or not toponym.span.text.isupper() or first is not first.sentence.tokens[0]:
        return False
    return _follows(toponym) in ("-", "--", "—", ":", "(", ",", "/")


def _is_county(toponym: Toponym) -> bool:
    return toponym.tokens[-1].lower in ("county", "parish") and any(entry.kind == "county" for entry in toponym.entries)


def _looks_coined(toponym: Toponym) -> bool:
    """Whether it has capitals inside a word, as firms have, or is a compound: "Norland-led"."""
    return any(_is_coined(word.text) for word in toponym.tokens if len(word.text) > 1)


def _is_coined(word: str) -> bool:
    if "-" in word:
        return word.rpartition("-")[2].islower() and word[0].isupper()
    return word.isalpha() and not word[1:].islower()


def _has_city(toponym: Toponym) -> bool:
    return any(entry.kind in ("town", "capital") and entry.population >= CITY for entry in toponym.entries)


def _is_prominent(toponym: Toponym) -> bool:
    return any(_stands_out(entry) for entry in toponym.entries)


def _stands_out(entry: Entry) -> bool:
    if entry.kind in UNMISTAKABLE or entry.kind == "capital":
        return True
    if entry.kind == "division":
        return entry.country in FAMILIAR_DIVISIONS or (not entry.alternate and entry.population >= CITY)
    return entry.population >= CITY and not entry.alternate


def _follows(toponym: Toponym) -> str:
    after = toponym.tokens[-1].neighbour(1)
    return after.lower if after is not None else ""
