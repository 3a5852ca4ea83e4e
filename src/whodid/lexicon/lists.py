"""Files of words, lexicon/en/NAME.txt: a comment begins with "#", and every other line says something of a word or of several."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def numbered_lines(name: str) -> list[tuple[int, str]]:
    """The lines of lexicon/en/NAME.txt with their numbers, without comments; blank ones are left out."""
    text = (files("whodid") / "lexicon" / "en" / f"{name}.txt").read_text(encoding="utf-8")
    return [(number, line) for number, raw in enumerate(text.splitlines(), 1) if (line := raw.split("#", 1)[0].strip())]


def word_lines(name: str) -> list[str]:
    """The lines of lexicon/en/NAME.txt, without comments."""
    return [line for _, line in numbered_lines(name)]


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a file with one on a line."""
    return frozenset(word_lines(name))


@cache
def word_map(name: str) -> dict[str, str]:
    """What the words of a file stand for: the first word of each line, and the rest of it."""
    pairs = (line.split(None, 1) for line in word_lines(name))
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def word_groups(name: str) -> list[tuple[str, list[str]]]:
    """The groups of a file with lines "name = words", in its order."""
    groups = (line.partition("=") for line in word_lines(name))
    return [(group.strip(), words.split()) for group, _, words in groups]
