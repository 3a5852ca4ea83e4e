"""Which words name which entries: normalising, and the index that is asked for every phrase of an article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from whodid.knowledge.entries import Name

# Letters that do not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ə": "a", "æ": "ae"}
)
# "Vladimir V. Putin": newspapers add initials that the tables leave out.
_INITIAL = re.compile(r" [A-Z]\. ")
# Given names that come into Latin script in several ways: the tables have one, the index knows all.
_TRANSLITERATIONS = (
    ("Mohammed", "Mohammad", "Mohamed", "Muhammad", "Mohamad", "Mohammod"),
    ("Abdul", "Abdel", "Abdal"),
    ("Ahmed", "Ahmad"),
    ("Hussein", "Hossein", "Husayn", "Hussain"),
    ("Omar", "Omer"),
    ("Khalid", "Khaled"),
    ("Yusuf", "Yousef", "Youssef", "Yousuf"),
    ("Ibrahim", "Ebrahim"),
    ("Sergei", "Sergey"),
    ("Andrei", "Andrey"),
    ("Alexei", "Alexey", "Aleksei", "Aleksey"),
    ("Nikolai", "Nikolay"),
    ("Dmitry", "Dmitri", "Dmitriy"),
    ("Yevgeny", "Evgeny", "Yevgeniy", "Evgeniy"),
    ("Alexander", "Aleksandr", "Aleksander", "Alexandr"),
    ("Mikhail", "Mikheil"),
    ("Viktor", "Victor"),
    ("Yuri", "Yury", "Yuriy"),
    ("Vasily", "Vassily", "Vasiliy"),
    ("Igor", "Ihor"),
    ("Andriy", "Andrii"),
    ("Oleksiy", "Oleksii"),
    ("Serhiy", "Serhii"),
    ("Valeriy", "Valerii", "Valery"),
)
_SPELLINGS = {each: group for group in _TRANSLITERATIONS for each in group}
_ARTICLES = ("al-", "el-", "Al-", "El-")
# From this length on an acronym is also written as a word: "Nato", "Unesco", "Opec".
_PRONOUNCEABLE = 4
# Up to this length a word with capitals inside is an abbreviation and no word: "LeT", "JeM".
_ABBREVIATED = 4


def normalise(words: str) -> str:
    """Words as the index keeps them: case folded, without diacritics, plain apostrophes, no final "'s"."""
    text = words.casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text.translate(_LETTERS)) if not unicodedata.combining(c))
    return text.removesuffix("'s")


def plain(words: str) -> str:
    """Words in the plain letters of most English news: "Erdogan", "Lodz"; case stays."""
    text = "".join(_plain_letter(letter) for letter in words)
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def _plain_letter(letter: str) -> str:
    found = letter.lower().translate(_LETTERS)
    return letter if found == letter.lower() else found.title() if letter.isupper() else found


def spellings(name: str) -> Iterator[str]:
    """A person's name in the other spellings that news uses: the given name, and "al-Maliki" as "Maliki" and "al Maliki"."""
    given, _, rest = name.partition(" ")
    if not rest:
        return
    for other in _SPELLINGS.get(given, ()):
        if other != given:
            yield f"{other} {rest}"
    if "l-" not in rest:
        return
    words = name.split(" ")
    articled = [i for i, word in enumerate(words) if i and word.startswith(_ARTICLES)]
    if articled:
        for replacement in ("", "al ", "al-", "el-"):
            yield " ".join(replacement + word[3:] if i in articled else word for i, word in enumerate(words))


class NameIndex:
    """All names of all entries.

    A name written with a capital answers only to words that begin with one ("Turkey", not "turkey"); an acronym of up to three
    letters only to capitals ("US", "WHO"), a longer one also to a capitalised word ("Nato").

    Attributes:
        longest: Words in the longest name.
        first_words: Lower-cased first words of all names, as they stand and without diacritics.
    """

    def __init__(self, names: Iterable[tuple[str, Name]]) -> None:
        self._names: dict[str, list[tuple[str, Name]]] = {}
        firsts: set[str] = set()
        spaces = 0
        for words, name in names:
            key = normalise(words)
            if (known := self._names.get(key)) is None:
                self._names[key] = [(words, name)]
                firsts.add(key.partition(" ")[0])
            else:
                known.append((words, name))
            spaces = max(spaces, words.count(" "))
            if not words.isascii():
                firsts.add(words.partition(" ")[0].lower())
        self.longest = spaces + 1
        self.first_words = frozenset(firsts)

    def find(self, words: str) -> tuple[Name, ...]:
        """Every reading of these words, or ()."""
        written = self._names.get(normalise(words)) or self._names.get(normalise(_INITIAL.sub(" ", words)))
        if written is None:
            return ()
        found: list[Name] = []
        for form, name in written:
            if name not in found and _answers(form, words):
                found.append(name)
        return tuple(found)

    def written(self, words: str) -> tuple[tuple[str, str], ...]:
        """How the index writes these words, whatever case they are in, each with the kind of its reading."""
        return tuple((form, name.kind) for form, name in self._names.get(normalise(words), ()))


def _answers(form: str, words: str) -> bool:
    if not form[0].isupper():
        return True
    if not words[0].isupper():
        return False
    if not form.isupper():
        return len(form) > _ABBREVIATED or form[1:].islower() or " " in form or not words[1:].islower()
    return words.removesuffix("'s").removesuffix("’s").isupper() or (len(form) >= _PRONOUNCEABLE and form.isalpha())
