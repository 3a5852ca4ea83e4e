"""Words that tell an incident beside the coded events: "the shooting", "his arrest", in the articles on the same matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whodid.incidents.tellings import Telling, deeds_of
from whodid.incidents.words import Word, share, stem

# A word that more articles than this hold ("call", "back") is too often something else.
_COMMON = 0.1


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that tells an incident: where it stands in which article."""

    article: str
    incident: str
    start: int
    end: int
    text: str


def further_mentions(
    incidents: Mapping[str, Sequence[Telling]], words: Mapping[str, Iterable[Word]], covered: Mapping[str, Sequence[tuple[int, int]]]
) -> list[Mention]:
    """Words for a deed in the articles on one matter, each with the incident that is told there by that word, or else by a word of its kin.

    Of several incidents it is the one with most such tellings. Words that fit none are left out; so are words of common speech.

    Args:
        incidents: The tellings of each incident, as far as they stand in these articles.
        words: The words of each article.
        covered: Stretches of each article that tell a coded event already.
    """
    by_word, by_deed = _votes(incidents)
    found: list[Mention] = []
    for article in sorted(words):
        for word in words[article]:
            if (
                word.named
                or share(word.folded) > _COMMON
                or any(start < word.start + len(word.text) and word.start < end for start, end in covered.get(article, ()))
            ):
                continue
            if incident := _of(stem(word.text), by_word, by_deed):
                found.append(Mention(article, incident, word.start, word.start + len(word.text), word.text))
    return found


def _votes(incidents: Mapping[str, Sequence[Telling]]) -> tuple[dict[str, Counter[str]], dict[int, Counter[str]]]:
    by_word: dict[str, Counter[str]] = {}
    by_deed: dict[int, Counter[str]] = {}
    for incident, tellings in sorted(incidents.items()):
        for telling in tellings:
            for word in telling.words:
                by_word.setdefault(word, Counter())[incident] += 1
            for deed in telling.deeds:
                by_deed.setdefault(deed, Counter())[incident] += 1
    return by_word, by_deed


# Only words that are known to tell deeds: of others the trigger's words alone do not say whether they tell one elsewhere.
def _of(word: str, by_word: Mapping[str, Counter[str]], by_deed: Mapping[int, Counter[str]]) -> str | None:
    if not (deeds := deeds_of(word)):
        return None
    votes = by_word.get(word) or sum((by_deed.get(deed, Counter()) for deed in deeds), Counter[str]())
    return min(votes, key=lambda incident: (-votes[incident], incident)) if votes else None
