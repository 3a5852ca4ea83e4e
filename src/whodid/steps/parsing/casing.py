"""Articles without capitals, or in capitals alone, as the parser reads them best: names with the capitals they have in running text.

Scraped news often comes in small letters throughout. The parser finds no names there, and who acts is lost. What is read has the
length of the text, so every offset holds; what the record quotes is the text as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Protocol

from whodid.lexicon.lists import word_list
from whodid.record import Record

# An article of at least so many letters lacks capitals where fewer than one letter in eighty is one, and is shouted where most are.
FEWEST_LETTERS = 200
FEWEST_CAPITALS = 0.0125
MOST_CAPITALS = 0.85
LONGEST_NAME = 6
REMEMBERED = 20_000
# A word shorter than this that no list has may be anything.
SHORTEST_NAME = 3
_WORD = re.compile(r"[^\W\d_](?:[\w’']*[^\W_])?(?:\.[^\W\d_])*\.?")
_ABBREVIATION = re.compile(r"(?:[a-z]\.){2,}|[a-z]\.")
_BEGINS = re.compile(r"(?:^|[.!?]['\"”’)]*\s+|\n\s*)$")
_MONTH = re.compile(r"\b(?:march|may|august|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b(?=\.? \d)|(?<=\d )(?:march|may|august)\b")
_FORENAME = re.compile(r"\b(?:[b-hj-z]|[a-z]{3,})(?= (?:[b-hj-z] )*[A-Z][a-z])")
_VOWELS = frozenset("aeiouyáéíóúäöüàèâêîôûãõå")


class Names(Protocol):
    """What must be known of names: the small first words of all, and how names write some words ("Kremlin", "metonym")."""

    @property
    def first_words(self) -> frozenset[str]:
        """The first words of all names, in small letters."""

    def written(self, words: str) -> tuple[tuple[str, str], ...]:
        """Names that are these words, whatever case they are in, each with the kind of its reading."""


class Casing:
    """Gives names their capitals back.

    Args:
        words: The words of the language; a word that is none of them is taken for a name.
        names: The names of the knowledge.
        is_place: Tells whether a word names a place of some size.
    """

    def __init__(self, words: EnglishWords, names: Names, is_place: Callable[[str], bool]) -> None:
        self._words, self._names, self._is_place = words, names, is_place
        self._written = lru_cache(REMEMBERED)(names.written)
        self._always = word_list("capitalised")
        self._nouns = word_list("nouns_like_acronyms")
        self._first_names = word_list("actors/first_names")
        self._titles = word_list("before_names") | word_list("office_words")

    def restored(self, text: str) -> str | None:
        """The text with capitals, same length; None where it has them already, or is too short to tell."""
        letters = sum(letter.isalpha() for letter in text)
        capitals = sum(letter.isupper() for letter in text)
        if letters < FEWEST_LETTERS or FEWEST_CAPITALS * letters <= capitals <= MOST_CAPITALS * letters:
            return None
        small = text.lower() if capitals > MOST_CAPITALS * letters else text
        small = _MONTH.sub(lambda match: match[0].capitalize(), small)
        return self._with_names(small) if len(small) == len(text) else None

    def _with_names(self, text: str) -> str:
        pieces, words, done = [], list(_WORD.finditer(text)), 0
        position = 0
        while position < len(words):
            count, name = self._name_at(text, words, position)
            match = words[position]
            end = words[position + count - 1].end()
            if _BEGINS.search(text, max(0, match.start() - 8), match.start()) and name[:1].islower():
                name = name[0].upper() + name[1:]
            pieces += [text[done : match.start()], name]
            done, position = end, position + count
        return _FORENAME.sub(self._forename, "".join([*pieces, text[done:]]))

    def _forename(self, match: re.Match[str]) -> str:
        """An initial or a first name before a name: "l k Advani", "paul Sidhu"."""
        word = match[0]
        if len(word) == 1:
            return word.upper()
        return word.capitalize() if word in self._first_names and not self._words.is_more_than_noun(word) else word

    def _name_at(self, text: str, words: list[re.Match[str]], position: int) -> tuple[int, str]:
        """How many words from here on are one name, and how it is written; one word as it stands where they are none."""
        begins = words[position][0] in self._names.first_words
        for count in range(min(LONGEST_NAME, len(words) - position), 1, -1) if begins else ():
            phrase = text[words[position].start() : words[position + count - 1].end()]
            if "\n" not in phrase and (name := self._known(phrase)) is not None:
                return count, name
        before = words[position - 1][0] if position else ""
        return 1, self._one(words[position][0], before)

    def _known(self, phrase: str) -> str | None:
        return next((form for form, _ in self._written(phrase) if len(form) == len(phrase) and form[0].isupper()), None)

    def _one(self, word: str, before: str) -> str:
        bare = word.removesuffix(".").removesuffix("'s").removesuffix("’s")
        rest = word[len(bare) :]
        if word == "i" or bare in self._always:
            return word.capitalize()
        if _ABBREVIATION.fullmatch(word):
            return word.upper() if word.count(".") > 1 or len(word) == len("k.") and before in self._titles else word
        forms = list(self._written(bare))
        if any(form.isupper() for form, _ in forms) and self._is_acronym(bare):
            return bare.upper() + rest
        of_states = next((form for form, kind in forms if kind in ("name", "adjective", "demonym", "capital") and form.istitle()), None)
        if of_states is not None and (bare not in self._words or before not in ("to", "would", "will")):
            return bare.capitalize() + rest
        if any(kind == "family" for _, kind in forms) and before in self._titles:
            return bare.capitalize() + rest
        return self._unknown(bare) + rest

    def _is_acronym(self, word: str) -> bool:
        """Whether a word that may be an acronym is one: no word of the language, or only as the acronym itself ("nato")."""
        if word not in self._words:
            return True
        return not self._words.is_more_than_noun(word) and word not in self._nouns

    def _unknown(self, word: str) -> str:
        if len(word) < SHORTEST_NAME or not word.isalpha():
            return word
        if word in self._words:
            return word.capitalize() if self._words.is_name(word) and self._is_place(word) else word
        return word.upper() if _VOWELS.isdisjoint(word) and len(word) <= 5 else word.capitalize()


def as_given(record: Record, text: str) -> Record:
    """The record of an article that was read with other capitals: the words of every span as the given text has them."""
    return record if record.text == text else replace(_recut(record, text), text=text)


def _recut(part: Any, text: str) -> Any:
    if isinstance(part, tuple):
        return tuple(_recut(one, text) for one in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    changed = {field.name: _recut(getattr(part, field.name), text) for field in fields(part)}
    if isinstance(changed.get("start"), int) and isinstance(changed.get("text"), str):
        changed["text"] = text[changed["start"] : changed["end"]]
    return replace(part, **changed)


class EnglishWords:
    """The words of the language, as the lemmatizer of a spaCy pipeline knows them; without its tables every word counts as one."""

    def __init__(self, nlp: Any) -> None:
        lookups = nlp.get_pipe("lemmatizer").lookups if "lemmatizer" in nlp.pipe_names else None
        self._known = lookups is not None and all(lookups.has_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules"))
        self._vocabulary, self._closed = nlp.vocab, nlp.Defaults.stop_words
        self._nouns: set[str] = set()
        self._others: set[str] = set()
        self._rules: list[tuple[str, str]] = []
        if lookups is not None and self._known:
            noun = nlp.vocab.strings["noun"]
            for name in ("lemma_index", "lemma_exc"):
                for kind, words in lookups.get_table(name).items():
                    (self._nouns if kind == noun else self._others).update(words)
            self._rules = [(old, new) for rules in lookups.get_table("lemma_rules").values() for old, new in rules if old]

    def __contains__(self, word: str) -> bool:
        if not self._known or word in self._nouns or self.is_more_than_noun(word):
            return True
        stems = (word[: len(word) - len(old)] + new for old, new in self._rules if word.endswith(old))
        return any(stem in self._nouns or stem in self._others for stem in stems)

    def is_more_than_noun(self, word: str) -> bool:
        """Whether it is also a verb, an adjective, an adverb or a word of the grammar."""
        return word in self._others or word in self._closed

    def is_name(self, word: str) -> bool:
        """Whether a noun is rather a name: its vector is that of the capitalised word ("gujarat", not "rivers")."""
        if self.is_more_than_noun(word):
            return False
        vectors, strings = self._vocabulary.vectors, self._vocabulary.strings
        row = vectors.key2row.get(strings[word])
        return row is not None and row == vectors.key2row.get(strings[word.capitalize()])
