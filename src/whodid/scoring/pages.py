"""Web pages against bodies marked by hand: how much of the article is there, and how much that is not of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from whodid.article import Article
from whodid.errors import InputError
from whodid.scoring.figures import Figure, Miss, Scores, share
from whodid.scoring.rows import Row
from whodid.scoring.spans import WORD

# Words in a row, by which the bodies are compared.
SHINGLE = 4
# Of a page's shingles; a page below this is shown among the misses.
GOOD = 0.9
SHOWN = 300


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page, its article's body, and what the page says of itself, as far as that was marked."""

    id: str
    file: Path
    url: str | None
    body: str
    dates: frozenset[str]
    language: str | None


def read_gold_page(row: Row) -> GoldPage:
    """The gold of one page: its `articleBody`, with the page beside the gold as html/ID.html. Raises InputError where that is not there."""
    folder = Path(str(row.fields["folder"]))
    file = folder / "html" / f"{row.id()}.html"
    if not file.is_file():
        message = f"{row.where}: its page is not there (looked for {file}); expected the page as html/ID.html beside the gold"
        raise InputError(message, code="gold")
    stated = next(row.rows_in("stated"), Row({}, row.where))
    dates = frozenset(date for key in ("date", "date_also") if key in stated.fields for date in stated.texts(key))
    return GoldPage(row.id(), file, row.maybe_text("url"), row.text("articleBody"), dates, stated.maybe_text("lang"))


def score_pages(golds: Sequence[GoldPage], articles: Sequence[Article | None]) -> Scores:
    """Precision and recall of the body by shingles, each averaged over pages; the date where the page states one."""
    pages = list(zip(golds, articles, strict=True))
    overlaps = [_overlap(gold.body, _body(article)) for gold, article in pages]
    precision, recall = (fmean(one[n] for one in overlaps) if overlaps else 0.0 for n in (0, 1))
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    dated = [(gold, _day(article)) for gold, article in pages if gold.dates]
    right = sum(day in gold.dates for gold, day in dated)
    figures = (
        Figure("body precision", precision, len(golds), "pages"),
        Figure("body recall", recall, len(golds), "pages"),
        Figure("body F1", both, len(golds), "pages"),
        Figure("date of publication", share(right, len(dated)), len(dated), "pages that state one"),
    )
    poor = [(page, overlap) for page, overlap in zip(pages, overlaps, strict=True) if min(overlap) < GOOD]
    bodies = (_note(gold, _body(article), *overlap) for (gold, article), overlap in poor)
    return Scores(len(golds), figures, (*bodies, *(_date_miss(gold, day) for gold, day in dated if day not in gold.dates)))


def _body(article: Article | None) -> str:
    """The text without what is marked as boilerplate."""
    if article is None:
        return ""
    text, kept, end = article.text, list[str](), 0
    for span in sorted(article.boilerplate):
        kept.append(text[end : span.start])
        end = max(end, span.end)
    return " ".join([*kept, text[end:]])


def _day(article: Article | None) -> str | None:
    return article.date.isoformat() if article and article.date else None


def _overlap(gold: str, found: str) -> tuple[float, float]:
    """Precision and recall of the shingles; a body too short for one is its words."""
    one, other = _shingles(gold), _shingles(found)
    both = (one & other).total()
    return both / other.total() if other else float(not one), both / one.total() if one else float(not other)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)) if words)


def _note(gold: GoldPage, body: str, precision: float, recall: float) -> Miss:
    says = f"{len(gold.body):,} characters", f"{len(body):,} characters, precision {precision:.2f}, recall {recall:.2f}"
    if not body:
        return Miss("missed", "pages", "body", "no article found in the page", gold.id, gold.body[:SHOWN], says=says)
    if recall < precision:
        lacking = _first_apart(gold.body, body)
        return Miss("missed", "pages", "body", "parts of the article are left out", gold.id, lacking, ((0, len(lacking)),), says=says)
    surplus = _first_apart(body, gold.body)
    return Miss("extra", "pages", "body", "more than the article", gold.id, surplus, coded=((0, len(surplus)),), says=says)


def _first_apart(one: str, other: str) -> str:
    """The first lines of one that the other has not."""
    known = " ".join(WORD.findall(other))
    lines = [line for line in one.splitlines() if line.strip() and " ".join(WORD.findall(line)) not in known]
    return "\n".join(lines)[:SHOWN]


def _date_miss(gold: GoldPage, day: str | None) -> Miss:
    cause = "another day of publication" if day else "no day of publication"
    return Miss("wrong", "pages", "date", cause, gold.id, gold.body[:SHOWN], says=(" or ".join(sorted(gold.dates)), day or "none"))


def read_pages(golds: Iterable[GoldPage]) -> Iterable[Article | None]:
    """The article of each page, with its boilerplate marked; None where none was found."""
    from whodid.reading import mark
    from whodid.reading.pages import read_page

    for gold in golds:
        try:
            yield mark(read_page(gold.file.read_text(encoding="utf-8", errors="replace"), gold.id, url=gold.url))
        except InputError:
            yield None
