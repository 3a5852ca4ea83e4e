"""Gold through the coder: a result for each item, and the scores of the set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TYPE_CHECKING, Any

from whodid.scoring.figures import Figure, Scores
from whodid.scoring.gold import GoldSet

if TYPE_CHECKING:
    from whodid.coder import Coder

# Items that are parsed together; one that breaks is then tried alone.
TOGETHER = 64
# A smaller set has no weight of its own in a mean over sets.
LEAST_DOCUMENTS = 20
Watch = Callable[[Iterable[Any]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Measured:
    """A set's scores, under its name and that of its measure. `file` is None for the mean of several sets."""

    name: str
    measure: str
    file: str | None
    scores: Scores


def measure(sets: Sequence[GoldSet], coder: Coder, watch: Watch = iter) -> list[Measured]:
    """Code the items of all sets and score each set; after them all sets of one measure together, and their mean.

    Args:
        watch: Gets all results as they come and hands them on, for a progress bar.
    """
    kept = [list[object]() for _ in sets]
    failed = [list[str]() for _ in sets]

    def results() -> Iterator[object]:
        for one, own, wrong in zip(sets, kept, failed, strict=True):
            for result in _results(one, coder, wrong):
                own.append(result)
                yield result

    for _ in watch(results()):
        pass
    measured = [_scored(*one) for one in zip(sets, kept, failed, strict=True)]
    return [*measured, *_together(sets, kept), *_means(measured)]


def _scored(gold: GoldSet, results: Sequence[object], failed: Sequence[str]) -> Measured:
    scores = gold.measure.score(gold.golds, results)
    notes = [*gold.notes, *scores.notes]
    if failed:
        notes.append(f"{len(failed)} could not be coded and count as nothing found (first: {failed[0]})")
    return Measured(gold.name, gold.measure.name, str(gold.file), replace(scores, notes=tuple(notes)))


def _results(gold: GoldSet, coder: Coder, failed: list[str]) -> Iterator[Any]:
    for start in range(0, len(gold.golds), TOGETHER):
        some = gold.golds[start : start + TOGETHER]
        try:
            yield from list(gold.measure.code(coder, some))
        except Exception:  # one bad article does not stop the measuring, and does not vanish from it
            yield from (_one(gold, one, coder, failed) for one in some)


def _one(gold: GoldSet, one: Any, coder: Coder, failed: list[str]) -> Any:
    try:
        return next(iter(gold.measure.code(coder, [one])))
    except Exception as error:
        failed.append(f"{one.article.id if hasattr(one, 'article') else one.id}: {error}")
        return None


def _together(sets: Sequence[GoldSet], results: Sequence[Sequence[object]]) -> Iterator[Measured]:
    """For each measure of several sets, the figures of all their items: each item weighs the same."""
    for measure in dict.fromkeys(one.measure for one in sets):
        own = [(one, some) for one, some in zip(sets, results, strict=True) if one.measure is measure]
        if len(own) > 1:
            scores = measure.score([gold for one, _ in own for gold in one.golds], [result for _, some in own for result in some])
            yield Measured("all together", measure.name, None, Scores(scores.documents, scores.figures))


def _means(measured: Sequence[Measured]) -> Iterator[Measured]:
    """For each measure of several sets that are not small, the mean of their figures: each set weighs the same."""
    for name in dict.fromkeys(one.measure for one in measured):
        sets = [one.scores for one in measured if one.measure == name and one.scores.documents >= LEAST_DOCUMENTS]
        if len(sets) > 1:
            figures = tuple(_mean(some) for some in _by_name(sets).values())
            yield Measured("mean of sets", name, None, Scores(sum(one.documents for one in sets), figures))


def _by_name(sets: Sequence[Scores]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for scores in sets:
        for figure in scores.figures:
            found.setdefault(figure.name, []).append(figure)
    return found


def _mean(figures: Sequence[Figure]) -> Figure:
    values = [figure.value for figure in figures if figure.value is not None]
    first = figures[0]
    return Figure(first.name, fmean(values) if values else None, sum(figure.n for figure in figures), first.of, first.detail)
