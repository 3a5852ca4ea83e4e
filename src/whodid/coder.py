"""The main flow: one article through every step. It decides nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Date
from functools import cache
from typing import TYPE_CHECKING

from whodid import record as records
from whodid.article import ISO_DAY, Article
from whodid.errors import InputError
from whodid.record import Record
from whodid.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from whodid.cast import Cast
    from whodid.steps.events import Classification
    from whodid.text import Sentence

# (text, source, target): a party is a pair of offsets, or None where it is not in the text.
Marked = tuple[str, tuple[int, int] | None, tuple[int, int] | None]


class Coder:
    """Codes articles. Loading takes some seconds; one coder codes any number of articles, with the same result each time.

    Args:
        pipeline: Any installed spaCy pipeline for English, by package name or folder. None takes the best that is installed.
        knowledge: A file of your own entries, which add to those of the package or override them (docs/knowledge.md).
        weigh: Have the trained weights read every event: its confidence then tells right from wrong much better (docs/accuracy.md), and
            coding takes nearly twice as long.

    Raises:
        ModelError: Where the pipeline is not installed or lacks a part whodid needs.
        KnowledgeError: Where an entry of the file cannot be right; names file and line.

    Example:
        >>> coder = Coder()
        >>> record = coder.code(Article("Norway's prime minister met the president of Kenya in Oslo on Friday.", date=date(2024, 5, 11)))
        >>> [event.type for event in record.events]
        ['CONSULT']
    """

    def __init__(self, pipeline: str | None = None, knowledge: str | Path | None = None, *, weigh: bool = False) -> None:
        from whodid.knowledge import load_knowledge
        from whodid.knowledge.gazetteer import load_gazetteer
        from whodid.models import weights_hash
        from whodid.ontology import load_ontology
        from whodid.steps.events import load_calibration
        from whodid.steps.parsing import Parser

        self.parser = Parser(pipeline)
        self.knowledge = load_knowledge(knowledge)
        self.gazetteer = load_gazetteer()
        self.ontology = load_ontology()
        self.calibration = load_calibration()
        self.weights = weights_hash() if weigh else None

    def code(self, article: Article) -> Record:
        """Code one article: who did what to whom, when, where, and who says so."""
        return next(self.code_all([article]))

    def code_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Code many articles, in order, a batch at a time: parsing them together is faster than one by one."""
        from whodid.steps.parsing.casing import as_given

        for given, article, sentences in self._read_all(articles):
            yield as_given(self._code_sentences(article, sentences), given)

    def quotes_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Only who says what to whom through whom: records with actors, mentions and quotes, by the steps that these need."""
        from whodid.steps.actors import find_actors
        from whodid.steps.parsing.casing import as_given
        from whodid.steps.quotes import find_quotes

        for given, article, sentences in self._read_all(articles):
            cast = find_actors(sentences, article, self.knowledge)
            yield as_given(replace(self._record(article, cast), quotes=find_quotes(sentences, article, cast)), given)

    def times_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Only when: records with times, which need no other step."""
        from whodid.steps.parsing.casing import as_given
        from whodid.steps.times import find_times

        for given, article, sentences in self._read_all(articles):
            yield as_given(replace(self._record(article), times=find_times(sentences, article.anchor)), given)

    def places_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Only where: records with actors, mentions and places; who acts tells Moscow the city from Moscow the government."""
        from whodid.steps.actors import find_actors
        from whodid.steps.parsing.casing import as_given
        from whodid.steps.places import find_places

        for given, article, sentences in self._read_all(articles):
            cast = find_actors(sentences, article, self.knowledge)
            yield as_given(replace(self._record(article, cast), places=find_places(sentences, article, self.gazetteer, cast)), given)

    def _read_all(self, articles: Iterable[Article]) -> Iterator[tuple[str, Article, list[Sentence]]]:
        """Each article's text as given, the article as it is read (with its names' capitals, if it had none), and its sentences."""
        from whodid.reading import mark
        from whodid.steps.parsing.casing import Casing

        casing = Casing(self.parser.words, self.knowledge, self.gazetteer.is_of_size)
        texts: list[str] = []

        def read() -> Iterator[Article]:
            for article in map(_checked, articles):
                texts.append(article.text)
                restored = casing.restored(article.text)
                yield mark(article if restored is None else replace(article, text=restored))

        for article, sentences in self.parser.parse_all(read()):
            yield texts.pop(0), article, sentences

    def _code_sentences(self, article: Article, sentences: list[Sentence]) -> Record:
        from whodid.steps.actors import find_actors
        from whodid.steps.checks import check
        from whodid.steps.events import calibrated, find_events, lands_of, taking_part, weighed
        from whodid.steps.places import find_places
        from whodid.steps.quotes import find_quotes
        from whodid.steps.relations import find_relations
        from whodid.steps.times import find_times

        cast = find_actors(sentences, article, self.knowledge)
        times = find_times(sentences, article.anchor)
        places = find_places(sentences, article, self.gazetteer, cast)
        quotes = find_quotes(sentences, article, cast)
        lands = (*lands_of(places, cast, self.knowledge), *cast.owners.values())
        events = find_events(sentences, article, cast.joined(lands), times, places, quotes, self.ontology)
        events = calibrated(events, self.calibration)
        if self.weights:
            events = weighed(events, article.text)
        cast = cast.joined(taking_part(lands, events))
        relations = find_relations(sentences, cast, self.knowledge)
        record = replace(self._record(article, cast), events=events, quotes=quotes, times=times, places=places, relations=relations)
        return replace(record, warnings=check(record, cast, self.knowledge, article.anchor))

    def _record(self, article: Article, cast: Cast | None = None) -> Record:
        """The record of what the article says of itself, and who takes part in it."""
        return Record(
            text=article.text,
            id=article.id,
            title=article.title,
            date=article.date.isoformat() if article.date else None,
            language=article.language,
            source=article.source,
            url=article.url,
            author=article.author,
            excerpt=article.excerpt,
            dateline=article.dateline,
            boilerplate=article.boilerplate,
            actors=tuple(cast.actors.values()) if cast else (),
            mentions=cast.mentions() if cast else (),
            coder=records.Coder(whodid=__version__, parser=self.parser.name, weights=self.weights),
        )

    def classify(self, text: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Classification:
        """The PLOVER type of what the marked source does to the marked target; a party that is not in the text is None."""
        return next(self.classify_all([(text, source, target)]))

    def classify_all(self, rows: Iterable[Marked]) -> Iterator[Classification]:
        """Classify many marked sentences, in order, a batch at a time."""
        from whodid import models
        from whodid.steps.events import classify_sentence

        kept: list[Marked] = []

        def articles() -> Iterator[Article]:
            for row in rows:
                _check_offsets(row)
                kept.append(row)
                yield _checked(Article(row[0]))

        for _, sentences in self.parser.parse_all(articles()):
            text, source, target = kept.pop(0)
            marked = models.Marked(text, (source,) if source else (), (target,) if target else ())
            yield classify_sentence(marked, sentences, self.ontology)


def code(
    text: str,
    *,
    date: Date | str | None = None,
    title: str | None = None,
    id: str = "",
    url: str | None = None,
    source: str | None = None,
) -> Record:
    """Code one news text. The first call loads the models; for many texts make one `Coder`.

    Args:
        date: Day of publication, a `date` or "YYYY-MM-DD". Without one, relative expressions ("Thursday") get no value.

    Raises:
        InputError: For an empty text, or a date that is none.

    Example:
        >>> record = code("Norway's prime minister met the president of Kenya in Oslo on Friday.", date="2024-05-11")
        >>> record.events[0].date.start
        '2024-05-10'
    """
    return _default_coder().code(Article(text, id=id, date=_day(date), title=title, url=url, source=source))


def classify(text: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> dict[str, str | float | None]:
    """What the marked source does to the marked target: `{"type", "quad", "confidence"}`; `type` is None where the words tell none.

    Raises:
        InputError: For an empty text, or offsets that do not fit it.
    """
    return _default_coder().classify(text, source, target).to_dict()


@cache
def _default_coder() -> Coder:
    return Coder()


def _day(date: Date | str | None) -> Date | None:
    if date is None or isinstance(date, Date):
        return date
    try:
        if not ISO_DAY.fullmatch(date):
            raise ValueError
        return Date.fromisoformat(date)
    except ValueError:
        raise InputError(f'date is "{date}"; expected YYYY-MM-DD, or no date at all', code="date") from None


def _checked(article: Article) -> Article:
    from whodid.reading import refusal

    if not article.text.strip():
        raise InputError(f'article "{article.id}": the text is empty; expected the article\'s text', code="empty")
    if error := refusal(article):
        raise error
    return article


def _check_offsets(row: Marked) -> None:
    text, *parties = row
    for name, offsets in zip(("source", "target"), parties, strict=True):
        if offsets is not None and not 0 <= offsets[0] < offsets[1] <= len(text):
            raise InputError(
                f"{name} is {list(offsets)}; expected [start, end] within the text's {len(text)} characters, or null",
                code="offsets",
            )
