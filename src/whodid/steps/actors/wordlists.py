"""The files of the actors' lexicon, `lexicon/en/actors`: one word or phrase a line, some under headings."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.lexicon.lists import word_lines


def sections(name: str) -> Iterator[tuple[str, list[str]]]:
    """The sections of a lexicon file: `[heading]`, then one word or phrase a line; `#` begins a comment."""
    heading, words = "", list[str]()
    for line in lines(name):
        if not line.startswith("["):
            words.append(line)
            continue
        if heading:
            yield heading, words
        heading, words = line.strip("[] "), []
    if heading:
        yield heading, words


def by_word(name: str) -> dict[str, str]:
    """The words of a lexicon file, each with the heading under which it stands."""
    return {word: heading for heading, words in sections(name) for word in words}


def lines(name: str) -> list[str]:
    """The lines of a lexicon file, headings among them; `#` begins a comment."""
    return word_lines(f"actors/{name}")
