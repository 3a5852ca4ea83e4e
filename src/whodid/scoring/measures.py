"""All measures in one list: by which fields their gold is known, how it is read, coded and scored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from whodid.article import Article
from whodid.record import SCHEMA, Record
from whodid.scoring.articles import score_articles
from whodid.scoring.coded_articles import GoldArticle, read_coded_article, read_corrected_record
from whodid.scoring.dyads import read_dyad, score_dyads
from whodid.scoring.figures import Scores
from whodid.scoring.incidents import read_report, score_incidents
from whodid.scoring.marked import GoldPair, read_pair, score_pairs, score_types
from whodid.scoring.pages import read_gold_page, read_pages, score_pages
from whodid.scoring.places import read_places, score_places
from whodid.scoring.quotes import read_quotes, score_quotes
from whodid.scoring.rows import Row
from whodid.scoring.times import read_times, score_times

if TYPE_CHECKING:
    from whodid.coder import Coder

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure.

    Attributes:
        name: By which `--sets` names it.
        about: What it measures, in a line.
        needs: Fields by which its gold is known; every one of them has to be there ("one|other": either).
        read: The gold of one row; raises InputError.
        code: What whodid makes of the golds, in order; an item that cannot be coded may raise.
        score: The figures of golds and what was made of them (None: nothing could be).
    """

    name: str
    about: str
    needs: tuple[str, ...]
    read: Callable[[Row], Any]
    code: Callable[[Coder, Sequence[Any]], Iterable[Any]]
    score: Callable[[Sequence[Any], Sequence[Any]], Scores]
    lacks: tuple[str, ...] = ()

    def fits(self, fields: Fields) -> bool:
        """Whether a row with these fields is gold of this measure."""
        return all(any(key in fields for key in keys.split("|")) for keys in self.needs) and not any(key in fields for key in self.lacks)


def _read_article(row: Row) -> GoldArticle:
    return read_corrected_record(row) if row.fields.get("schema") == SCHEMA else read_coded_article(row)


def _articles(golds: Iterable[Any]) -> Iterator[Article]:
    return (gold.article for gold in golds)


def _coded(coder: Coder, golds: Sequence[Any]) -> Iterator[Record]:
    return coder.code_all(_articles(golds))


def _with_quotes(coder: Coder, golds: Sequence[Any]) -> Iterator[Record]:
    return coder.quotes_all(_articles(golds))


def _with_times(coder: Coder, golds: Sequence[Any]) -> Iterator[Record]:
    return coder.times_all(_articles(golds))


def _with_places(coder: Coder, golds: Sequence[Any]) -> Iterator[Record]:
    return coder.places_all(_articles(golds))


def _classified(coder: Coder, golds: Sequence[GoldPair]) -> Iterable[Any]:
    return coder.classify_all((gold.article.text, gold.source, gold.target) for gold in golds)


_MARKED = ("text", "source", "target", "gold_root|type")
MEASURES = (
    Measure(
        "articles", "whole articles: events, quotes, times, places, relations, warnings", ("text", "events"),
        _read_article, _coded, score_articles,
    ),
    Measure("types", "the type of what one marked party does to another (`whodid classify`)", _MARKED, read_pair, _classified, score_types),
    Measure("pairs", "the same sentences coded: is the pair found, with the right type", _MARKED, read_pair, _coded, score_pairs),
    Measure("dyads", "countries and sectors of both sides", ("text", "type", "source_countries"), read_dyad, _coded, score_dyads),
    Measure("quotes", "who says what", ("text", "attributions"), read_quotes, _with_quotes, score_quotes),
    Measure("times", "time expressions and their values", ("text", "times"), read_times, _with_times, score_times, lacks=("events",)),
    Measure("places", "toponyms and the place of each", ("text", "places"), read_places, _with_places, score_places, lacks=("events",)),
    Measure("incidents", "which articles report the same happening", ("text", "incident"), read_report, _coded, score_incidents),
    Measure("pages", "the article in a web page", ("articleBody",), read_gold_page, lambda _, golds: read_pages(golds), score_pages),
)  # fmt: skip
