"""Quotes against attributions marked by hand: who says what, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from whodid.article import Article
from whodid.record import Quote, Record
from whodid.scoring.figures import Figure, Miss, Scores, Stretch, f1, miss, share
from whodid.scoring.rows import Row
from whodid.scoring.spans import WORD
from whodid.scoring.speech import Words, says

# Of the words of two contents; less is another quote.
LEAST_SHARED = 0.5
# Of the words of a quote within a region set aside, or within another quote.
LEAST_IGNORED, LEAST_NESTED = 0.5, 0.9
LONGEST_SPEAKER = 25
KINDS = ("direct", "mixed", "indirect")
# Words that name nobody by themselves.
_EMPTY = frozenset(
    "a an and at by for from in of on or the to with mr mrs ms dr sen rep gov president sir".split()
)  # fmt: skip
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_NOBODY = frozenset(("he", "i", "it", "officials", "people", "she", "they", "we", "you"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quote as marked by hand; `source` is empty where nobody is named. `speech`: in the subset that is scored first."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    kind: str
    speech: bool


@dataclass(frozen=True, slots=True)
class GoldQuotes:
    """An article with all its attributions, and the regions that its annotators set aside."""

    article: Article
    attributions: tuple[Attribution, ...]
    ignored: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A gold attribution and the coded quote that matches it, by number."""

    gold: int
    coded: int
    speaker: bool
    cue: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded quote as sets of word numbers. `fate`: matched, unmatched, nested or ignored."""

    quote: Quote
    content: frozenset[int]
    cue: frozenset[int]
    speech: bool
    fate: str = "unmatched"


def read_quotes(row: Row) -> GoldQuotes:
    """The gold of one line. Raises InputError for what is malformed."""
    row = replace(row, length=len(row.text("text")))
    article = row.article()
    words = Words(article.text)
    return GoldQuotes(article, tuple(_attribution(one, words) for one in row.rows("attributions")), row.spans("ignore"))


def _attribution(row: Row, words: Words) -> Attribution:
    content, cue = row.spans("content"), row.spans("cue")
    if not content:
        raise row.wrong("content", "a list of at least one [start, end]")
    inside = words.within(content)
    cue_text = " ".join(words.text[start:end] for start, end in cue)
    kind = row.maybe_text("kind") or words.kind(inside)
    return Attribution(row.spans("source"), cue, content, kind, row.flag("speech", words.is_speech(cue_text, inside)))


def score_quotes(golds: Sequence[GoldQuotes], records: Sequence[Record | None]) -> Scores:
    """Quotes found with the right speaker, among what is said and among all that is ascribed to somebody."""
    cells = {(speech, kind): Counter[str]() for speech in (True, False) for kind in (None, *KINDS)}
    misses: list[Miss] = []
    for gold, record in zip(golds, records, strict=True):
        words = Words(gold.article.text)
        coded = [_coded(quote, words) for quote in record.quotes] if record else []
        matches = _matches(gold, coded, words)
        coded = _with_fates(gold, coded, matches, words)
        for (speech, kind), counts in cells.items():
            _count(gold, coded, matches, (speech, kind), counts, words)
        misses += _misses(gold, coded, matches)
    return Scores(len(golds), tuple(_figures(cells)), tuple(misses))


def _coded(quote: Quote, words: Words) -> Coded:
    content = frozenset(words.within((span.start, span.end) for span in quote.content))
    cue = [(quote.cue.start, quote.cue.end)] if quote.cue else []
    speech = quote.cue is None or words.is_speech(words.text[quote.cue.start : quote.cue.end], content)
    return Coded(quote, content, frozenset(words.within(cue)), speech)


def _matches(gold: GoldQuotes, coded: Sequence[Coded], words: Words) -> list[Match]:
    """Pairs of the same content, the most alike first, each in one pair at most."""
    contents = [frozenset(words.within(one.content)) for one in gold.attributions]
    pairs = []
    for n, one in enumerate(coded):
        for m, content in enumerate(contents):
            both = len(one.content & content)
            if both and (alike := both / len(one.content | content)) >= LEAST_SHARED:
                speaker = _speaker_right(one.quote, gold.attributions[m], words)
                cue = one.quote.cue is not None and any(
                    one.quote.cue.start < end and start < one.quote.cue.end for start, end in gold.attributions[m].cue
                )
                pairs.append((-alike, not speaker, not cue, n, m))
    left, right, matches = set[int](), set[int](), list[Match]()
    for _, other_speaker, other_cue, n, m in sorted(pairs):
        if n not in left and m not in right:
            left.add(n)
            right.add(m)
            exact = _without_that(coded[n].content, words) == _without_that(contents[m], words)
            matches.append(Match(m, n, not other_speaker, not other_cue, exact))
    return matches


def _speaker_right(quote: Quote, gold: Attribution, words: Words) -> bool:
    """Whether the coded speaker shares a word with the gold's, has the same name, or is what "who" refers to."""
    if not gold.source:
        return True
    if quote.speaker is None:
        return False
    start, end = quote.speaker.start, quote.speaker.end
    found, source = words.within([(start, end)]), words.within(gold.source)
    if not found or len(found) > max(LONGEST_SPEAKER, len(source)):
        return False
    if 2 * len(found & words.within((*gold.content, *gold.cue))) > len(found):
        return False
    if found & ({n for n in source if words.word(n) not in _EMPTY} or source):
        return True
    said = " ".join(words.text[left:right] for left, right in gold.source)
    if (
        said.strip().lower() in _RELATIVE
        and end <= gold.source[0][0]
        and re.fullmatch(r"[\s,—–\-(]{0,4}", words.text[end : gold.source[0][0]])
    ):
        return True
    return _same_name(_name(words.text[start:end]), _name(said)) and said[:1].isupper()


def _name(text: str) -> list[str]:
    return [word for word in WORD.findall(text.lower()) if word not in _EMPTY and word != "s"]


def _same_name(one: list[str], other: list[str]) -> bool:
    """Whether one is the end of the other: "Ada Brandt", "Brandt"."""
    if not one or not other or one[-1] in _NOBODY:
        return False
    return one[-len(other) :] == other or other[-len(one) :] == one


def _without_that(content: Iterable[int], words: Words) -> list[int]:
    numbers = sorted(content)
    return numbers[1:] if len(numbers) > 1 and words.word(numbers[0]) == "that" else numbers


def _with_fates(gold: GoldQuotes, coded: Sequence[Coded], matches: Sequence[Match], words: Words) -> list[Coded]:
    """What becomes of each coded quote: those within another quote or a region set aside count neither way."""
    matched = {match.coded for match in matches}
    aside = words.within(gold.ignored)
    contents = [words.within(one.content) for one in gold.attributions]

    def fate(n: int, one: Coded) -> str:
        if n in matched:
            return "matched"
        size = len(one.content)
        if size and len(one.content & aside) >= LEAST_IGNORED * size:
            return "ignored"
        within = size and one.cue and any(one.cue <= outer and len(one.content & outer) >= LEAST_NESTED * size for outer in contents)
        return "nested" if within else "unmatched"

    return [replace(one, fate=fate(n, one)) for n, one in enumerate(coded)]


def _count(
    gold: GoldQuotes, coded: Sequence[Coded], matches: Sequence[Match], cell: tuple[bool, str | None], counts: Counter[str], words: Words
) -> None:
    """Count one article for a subset (what is said, or all) and a kind (None: all kinds)."""
    speech, kind = cell
    kept = {n for n, one in enumerate(gold.attributions) if (one.speech or not speech) and kind in (None, one.kind)}
    counts["gold"] += len(kept)
    for match in matches:
        if match.gold in kept:
            one = gold.attributions[match.gold]
            counts.update(found=1, exact=match.exact, right=match.speaker, cue=match.cue, kind=coded[match.coded].quote.kind == one.kind)
            counts.update(sourced=bool(one.source), speaker=match.speaker and bool(one.source), coded=1)
    for quote in coded:
        if quote.fate == "unmatched" and (kind is None or words.kind(quote.content) == kind):
            counts["coded"] += quote.speech or not speech


def _figures(cells: dict[tuple[bool, str | None], Counter[str]]) -> Iterable[Figure]:
    for speech, subset in ((True, "speech"), (False, "all")):
        counts, of = cells[speech, None], "quotes" if speech else "attributions"
        yield Figure(f"{subset}, right speaker: precision", share(counts["right"], counts["coded"]), counts["coded"], f"{of} coded")
        yield Figure(f"{subset}, right speaker: recall", share(counts["right"], counts["gold"]), counts["gold"], of)
        yield Figure(f"{subset}, right speaker: F1", f1(counts["right"], counts["gold"], counts["coded"]), counts["gold"], of)
        for kind in KINDS:
            each = cells[speech, kind]
            yield Figure(f"{subset}, {kind}: F1", f1(each["right"], each["gold"], each["coded"]), each["gold"], of)
        yield Figure(f"{subset}, content: F1", f1(counts["found"], counts["gold"], counts["coded"]), counts["gold"], of)
        yield Figure(f"{subset}, exact words: F1", f1(counts["exact"], counts["gold"], counts["coded"]), counts["gold"], of)
        yield Figure(f"{subset}, speaker of those found", share(counts["speaker"], counts["sourced"]), counts["sourced"], f"{of} found")
        yield Figure(f"{subset}, cue of those found", share(counts["cue"], counts["found"]), counts["found"], f"{of} found")
        yield Figure(f"{subset}, kind of those found", share(counts["kind"], counts["found"]), counts["found"], f"{of} found")


def _misses(gold: GoldQuotes, coded: Sequence[Coded], matches: Sequence[Match]) -> Iterable[Miss]:
    """What is missed or wrong of what is said, and every coded quote that the gold lacks."""
    article = (gold.article.id, gold.article.text)
    by_gold = {match.gold: match for match in matches}
    for n, one in enumerate(gold.attributions):
        said = " … ".join(article[1][start:end] for start, end in one.source) or "nobody named"
        if not one.speech:
            continue
        if n not in by_gold:
            cue = " ".join(article[1][start:end] for start, end in one.cue)
            cause = "no such quote, by its cue" if says(cue) else "no such quote, by its quotation marks"
            yield miss("missed", ("quotes", one.kind), cause, article, ([*one.cue, *one.content], []), (said, "nothing"))
        elif not by_gold[n].speaker:
            speaker = coded[by_gold[n].coded].quote.speaker
            cause, spans = ("another speaker", [(speaker.start, speaker.end)]) if speaker else ("no speaker", [])
            told = speaker.text if speaker else "nobody"
            yield miss("wrong", ("quotes", one.kind), cause, article, ([*one.source, *one.cue], spans), (said, told))
    yield from (_extra(quote, article) for quote in coded if quote.fate == "unmatched")


def _extra(coded: Coded, article: tuple[str, str]) -> Miss:
    quote = coded.quote
    cause = "gold has no such quote" if coded.speech else "gold has no such belief or intention"
    spans = [(span.start, span.end) for span in quote.content]
    told = quote.speaker.text if quote.speaker else "nobody"
    return miss("extra", ("quotes", quote.kind), cause, article, ([], spans), ("no quote", told))
