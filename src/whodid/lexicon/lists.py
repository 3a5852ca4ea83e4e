"""Plain lists of words: one a line in lexicon/en, comments after "#"."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of lexicon/en/NAME.txt."""
    text = (files("whodid") / "lexicon" / "en" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if (word := line.split("#", 1)[0].strip()))


@cache
def word_map(name: str) -> dict[str, str]:
    """What the words of lexicon/en/NAME.txt stand for: the first word of each line, and the rest of it."""
    text = (files("whodid") / "lexicon" / "en" / f"{name}.txt").read_text(encoding="utf-8")
    pairs = (line.split("#", 1)[0].split(None, 1) for line in text.splitlines())
    return {pair[0]: pair[1].strip() for pair in pairs if len(pair) == 2}
