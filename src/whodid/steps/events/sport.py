"""Sport borrows the words of war: sentences about it tell no event."""

from __future__ import annotations

import re

from whodid.lexicon.lists import word_list
from whodid.text import Sentence

_SCORE = re.compile(r"\b\d{1,3}\s?[-–]\s?\d{1,3}\b")
# So common elsewhere that they count only beside a score.
_WEAK = frozenset(("final", "team", "cup", "match", "over", "goal", "quarter", "season", "penalty", "champion", "coach", "defender"))


def is_sport(sentence: Sentence) -> bool:
    """Whether the sentence speaks of sport: two strong words of it, or one and a score."""
    found = {token.lemma.lower() for token in sentence.tokens} & word_list("sport_words")
    if not found:
        return False
    return len(found - _WEAK) > 1 or bool(_SCORE.search(sentence.text))
