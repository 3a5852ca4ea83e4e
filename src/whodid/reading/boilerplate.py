"""Finds what is not the article: sharing buttons, bylines, copyright and reporting lines, by patterns in lexicon/en/boilerplate.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from whodid.text import Span

# Nothing longer than this is a line of boilerplate; prose that begins like one mostly is.
LONGEST = 320
TOP_LINES = 6
_AROUND = " \t\u00a0()[]{}*_-–—.:;|>»•"
_WORD = re.compile(r"[\w©+-]+")
_SENTENCE_BREAK = re.compile(r"(?<=[.!?…\"”’)])\s+(?=[\"“(\[A-Z©]|related stor)")
# Where a link's words give way to the story's: after a stop, or at "The", "He" … after a small word.
_RUN_IN = re.compile(r"(?<=[.!?…])\s|(?<=[a-z]{3})\s(?=(?:The|A|An|In|On|At|He|She|It|They|But|However|Meanwhile|According)\s)")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_WEEKDAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\.?,?\s+"
_DAY = (
    rf"(?:{_WEEKDAY})?(?:{_MONTH}\.?\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s*\d{{4}})?"
    r"|\d{4}-\d\d-\d\d|\d\d?/\d\d?/\d{2,4}"
)
# At the beginning, "any words" end with the sentence: nothing before "All rights reserved" belongs to it.
_NO_SENTENCE = r"[^.!?]{0,120}?"
_TOKENS = {"*": r".{0,250}?", "<names>": "(.{2,200}?)", "<day>": rf"(?:{_DAY})", "<number>": r"\d{1,6}"}
# Who wrote it, told in the article's last sentence.
_AUTHOR = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.\s)?([A-Z][^,.]{1,40}?) (?:is|was) (?:an? |the )?(?:[\w-]+ ){0,4}"
    r"(?:journalist|columnist|writer|author|reporter|correspondent|editor|professor|lecturer|fellow|director|analyst|commentator"
    r"|novelist|historian|scholar|contributor)\b.{0,250}",
    re.IGNORECASE,
)
_TITLES = ("Mr.", "Ms.", "Mrs.", "Dr.", "Prof.")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Lower-case words that may stand between names.
_BETWEEN = frozenset(
    (
        "and in by for of at from the de la le van von der den al el bin ibn di da do with also to additional reporting editing writing"
        " compiled graphic graphics translation production staff writer writers reporter reporters correspondent correspondents"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one section: by the first word of the line, and those that begin with names, by a word they hold."""

    by_first: dict[str, list[re.Pattern[str]]]
    by_word: dict[str, list[re.Pattern[str]]]

    def fit(self, line: str) -> bool:
        """Whether a line, without what stands around it, fits a pattern as a whole."""
        first = _WORD.search(line)
        lowered = line.lower()
        candidates = list(self.by_first.get(first[0].lower(), ())) if first else []
        for word, patterns in self.by_word.items():
            if word in lowered:
                candidates += patterns
        return any((match := pattern.fullmatch(line)) and all(map(are_names, match.groups())) for pattern in candidates)


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """What lexicon/en/boilerplate.txt holds."""

    anywhere: Patterns
    top: Patterns
    within: tuple[re.Pattern[str], ...]
    share_words: frozenset[str]


def find_boilerplate(lines: Sequence[Span]) -> list[Span]:
    """The lines, and last sentences of lines, that are not the article; in text order.

    Precision goes first: a line counts only where a pattern fits all of it, and long lines never do.
    """
    known = load_boilerplate()
    found: list[Span] = []
    for number, line in enumerate(lines):
        if len(line.text) <= LONGEST and _is_boilerplate(line.text, known, number):
            found.append(line)
            continue
        at_the_end = number >= len(lines) - 2
        last = list(_last_sentences(line, known)) if at_the_end or line.text.endswith(")") else []
        if number == len(lines) - 1 and not last:
            last = list(_about_the_author(line, " ".join(before.text for before in lines[:-1])))
        found.extend(span for span in _within(line, known) if not last or span.end <= last[0].start)
        found.extend(last)
    return found


def are_names(text: str) -> bool:
    """Whether every word is a name, or stands between names ("Ada Brandt in Holmstad and Juri Tamm; editing by Liis Kask")."""
    words = [word.strip(",;.()&/|") for word in text.split()]
    words = [word for word in words if word]
    if not words or not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    return all(word[0].isupper() or word.lower() in _BETWEEN for word in words)


def _is_boilerplate(text: str, known: Boilerplate, number: int) -> bool:
    line = text.strip(_AROUND)
    if not line:
        return True  # Only stars, dashes or bars: a rule between parts.
    if _ADDRESS.fullmatch(line) or _fits(line, known) or (number < TOP_LINES and not text.endswith(".") and known.top.fit(line)):
        return True
    words = line.lower().replace("|", " ").replace(",", " ").split()
    return len(words) > 1 and all(word in known.share_words for word in words)


def _last_sentences(line: Span, known: Boilerplate) -> Iterator[Span]:
    """The end of a line from the first sentence on from which all the rest fits a pattern."""
    offset = max(0, len(line.text) - LONGEST)
    for match in _SENTENCE_BREAK.finditer(line.text, offset):
        rest = line.text[match.end() :]
        if _fits(rest, known):
            yield Span(line.start + match.end(), line.end, rest)
            return


def _fits(text: str, known: Boilerplate) -> bool:
    """Whether a pattern fits it as a whole, or each of its sentences."""
    if known.anywhere.fit(text.strip(_AROUND)):
        return True
    sentences = _SENTENCE_BREAK.split(text)
    return len(sentences) > 1 and all(known.anywhere.fit(sentence.strip(_AROUND)) for sentence in sentences)


def _about_the_author(line: Span, before: str) -> Iterator[Span]:
    """The article's last sentence, where it says who somebody is of whom the article has not spoken: "Ida Lund is a columnist …"."""
    breaks = (match for match in _SENTENCE_BREAK.finditer(line.text) if not line.text.endswith(_TITLES, 0, match.start()))
    start = max((match.end() for match in breaks), default=0)
    about = _AUTHOR.fullmatch(line.text, start)
    if about and are_names(about[1]) and about[1].split()[-1] not in before + line.text[:start]:
        yield Span(line.start + start, line.end, line.text[start:])


def _within(line: Span, known: Boilerplate) -> Iterator[Span]:
    """Photo credits and links to other stories that stand between the sentences of a line."""
    end = 0
    for match in _SENTENCE_BREAK.finditer(line.text):
        start = match.end()
        if start < end:
            continue
        for pattern in known.within:
            if fits := pattern.match(line.text, start):
                end = fits.end() if fits.lastgroup is None else _end_of_link(line.text, fits.end())
                yield Span(line.start + start, line.start + end, line.text[start:end])
                break


def _end_of_link(text: str, start: int) -> int:
    """Where a link's words end: with the sentence, or where the next one begins without a stop between them."""
    found = _RUN_IN.search(text, start)
    return found.start() if found else len(text)


@cache
def load_boilerplate() -> Boilerplate:
    """The patterns of lexicon/en/boilerplate.txt, read once."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for raw in (files("whodid") / "lexicon/en/boilerplate.txt").read_text("utf-8").splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            current.append(line)
    return Boilerplate(
        anywhere=_patterns(sections["anywhere"]),
        top=_patterns(sections["top"]),
        within=tuple(_opening(line) for line in sections["within a line"]),
        share_words=frozenset(" ".join(sections["share words"]).split()),
    )


def _patterns(lines: Sequence[str]) -> Patterns:
    patterns = Patterns({}, {})
    for line in lines:
        compiled = re.compile(_expression(line.lstrip("(")), re.IGNORECASE)
        if line.startswith("<day>"):
            patterns.by_word.setdefault("", []).append(compiled)
        elif line.startswith(("<", "*")):
            literal = [word.strip(_AROUND) for word in re.sub(r"<\w+>|\*", " ", line).split()]
            patterns.by_word.setdefault(max(literal, key=len), []).append(compiled)
        else:
            first = _WORD.search(line)
            patterns.by_first.setdefault(first[0] if first else line, []).append(compiled)
    return patterns


def _opening(pattern: str) -> re.Pattern[str]:
    """What stands within a line: the words to the letter; with "*" after them a link, that goes on to its end."""
    words, open_ended = pattern.removesuffix("*").strip(), pattern.endswith("*")
    expression = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?P<link>{expression})" if open_ended else rf"{expression}(?=[\s.)])", re.IGNORECASE)


def _expression(pattern: str) -> str:
    """A pattern as a regular expression: tokens as they say, the rest to the letter, white space of any width."""
    expression, before = "", ""
    for word in pattern.split():
        pieces = re.split(r"(<\w+>|\*)", word)
        body = "".join(_TOKENS.get(piece, re.escape(piece)) for piece in pieces)
        if word == "*" and not before:
            body = _NO_SENTENCE
        gap = r"\s*" if "*" in (word, before) else r"\s+"
        expression += (gap if before else "") + body
        before = word
    return expression
