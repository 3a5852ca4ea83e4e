"""What counts as quoted and as said, by the words alone, so that gold and coded quotes are judged by the same rule."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files

from whodid.scoring.figures import Stretch
from whodid.scoring.spans import WORD

# Of a quote's words: from here on it is direct, or said whatever its cue.
DIRECT, QUOTED = 0.8, 0.5
# Words in a row between quotation marks that make a quote speech.
LEAST_RUN = 4
_OPENING, _TOGGLING = ("“", "„", "«", "``"), ('"', "''")
_DOUBLE_MARK = re.compile("``|''|[“”„«»\"]")
_SINGLE_MARKS = re.compile(
    r"(?<![\w’'])(?:"
    r"‘(?=\w)(?:[^‘\n]{1,400}?)[’'](?!\w)"
    r"|'(?=\w)(?:(?:[^'\n]|(?<=\w)'(?=\w)){1,400}?)'(?![\w']))"
)
_MERE_MARK = re.compile(r"\s*[-,:–—]+\s*")
_OCCASION = "|".join(
    (
        "email",
        "e-mail",
        "interview",
        "letter",
        "memo",
        "op-ed",
        "speech",
        "statement",
        "tweet",
        "(?:news|press) conference",
        "press release",
    )
)
_SAYING_PHRASE = re.compile(
    rf"\b(?:according to|(?:at|during|in|through|via) an? .{{0,40}}\b(?:{_OCCASION})"
    r"|e-mail(?:s|ed|ing)?|remarks|statements?)\b",
    re.IGNORECASE,
)
_IRREGULAR = {"said": "say", "says": "say", "told": "tell", "wrote": "write", "written": "write", "swore": "swear", "sworn": "swear",
              "testified": "testify", "testifies": "testify", "pled": "plead"}  # fmt: skip


class Words:
    """A text's words by number, and which of them stand between quotation marks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [found.span() for found in WORD.finditer(text)]
        self._starts, self._ends = [start for start, _ in self.spans], [end for _, end in self.spans]

    def within(self, stretches: Iterable[Stretch]) -> set[int]:
        """Numbers of the words that these stretches touch."""
        found: set[int] = set()
        for start, end in stretches:
            n = bisect_right(self._ends, start)
            while n < len(self.spans) and self._starts[n] < end:
                found.add(n)
                n += 1
        return found

    def word(self, n: int) -> str:
        """The nth word, in lower case."""
        start, end = self.spans[n]
        return self.text[start:end].lower()

    @cached_property
    def quoted(self) -> list[bool]:
        """Of each word, whether it stands between quotation marks."""
        marked = [False] * len(self.spans)
        for start, end in _quotations(self.text):
            for n in range(bisect_right(self._ends, start), len(self.spans)):
                if self._starts[n] >= end:
                    break
                if start <= self._starts[n] and self._ends[n] <= end:
                    marked[n] = True
        return marked

    def kind(self, content: Collection[int]) -> str:
        """direct: nearly all its words stand between quotation marks; mixed: some; indirect: none."""
        inside = self._share(content)
        return "direct" if inside >= DIRECT else "mixed" if inside > 0 else "indirect"

    def is_speech(self, cue: str, content: Collection[int]) -> bool:
        """Whether the cue says, or the content is a quotation."""
        if (cue and says(cue)) or self._share(content) >= QUOTED:
            return True
        run = longest = 0
        for n in sorted(content):
            run = run + 1 if self.quoted[n] else 0
            longest = max(longest, run)
        return longest >= LEAST_RUN

    def _share(self, content: Collection[int]) -> float:
        return sum(self.quoted[n] for n in content) / len(content) if content else 0.0


def _quotations(text: str) -> Iterator[Stretch]:
    """What stands between quotation marks, paragraph by paragraph; one left open runs to the paragraph's end.

    Curly marks open and close as written, straight ones in turn. Single marks count outside double ones alone.
    """
    for paragraph in re.finditer(r"[^\n]+", text):
        words, offset = paragraph.group(), paragraph.start()
        found = list(_double(words))
        single = (one.span() for one in _SINGLE_MARKS.finditer(words))
        found += [(start, end) for start, end in single if not any(left <= start < right for left, right in found)]
        yield from ((offset + start, offset + end) for start, end in found)


def _double(words: str) -> Iterator[Stretch]:
    start: int | None = None
    for mark in _DOUBLE_MARK.finditer(words):
        if mark.group() in _OPENING:
            start = mark.start() if start is None else start
        elif start is not None:
            yield start, mark.end()
            start = None
        elif mark.group() in _TOGGLING:
            start = mark.start()
    if start is not None:
        yield start, len(words)


def says(cue: str) -> bool:
    """Whether a cue names an act of saying, or is no more than the colon or dash before a quotation."""
    if _MERE_MARK.fullmatch(cue) or _SAYING_PHRASE.search(cue):
        return True
    for found in WORD.finditer(cue):
        verb = _base(found.group().lower())
        if verb is None:
            continue
        follows = _saying_verbs()[verb]
        if not follows or re.match(rf"\s*(?:{'|'.join(follows)})\b", cue[found.end() :], re.IGNORECASE):
            return True
    return False


@cache
def _saying_verbs() -> dict[str, tuple[str, ...]]:
    """The verbs of saying, each with the words of which one has to follow."""
    text = files(__package__).joinpath("saying_verbs.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {verb.strip(): tuple(follows.split()) for verb, _, follows in (line.partition(":") for line in lines)}


def _base(word: str) -> str | None:
    """The verb of saying of which this is a form; None where it is of none."""
    forms = [_IRREGULAR[word]] if word in _IRREGULAR else list(_bases(word))
    return next((form for form in forms if form in _saying_verbs()), None)


def _bases(word: str) -> Iterator[str]:
    """What the word may be a form of, by its ending."""
    yield word
    for ending, put in (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y")):
        if word.endswith(ending):
            yield word.removesuffix(ending) + put
    if word.endswith("ed"):
        yield from (word[:-2], word[:-1])
        if len(word) > 4 and word[-3] == word[-4]:
            yield word[:-3]
    if word.endswith("ing"):
        yield from (word[:-3], word[:-3] + "e")
        if len(word) > 5 and word[-4] == word[-5]:
            yield word[:-4]
