"""Quotes that the layout marks: a speaker and a colon in a headline or a transcript."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from whodid.lexicon.reporting import ReportingVerbs
from whodid.steps.quotes.contents import trim
from whodid.steps.quotes.cues import FINITE
from whodid.steps.quotes.page import Draft, Page
from whodid.text import Sentence, Token

# A headline's speaker has at most this many words, a transcript's label too.
MAX_SPEAKER_WORDS = 5
# One line alone with "NAME:" before it may be anything.
MIN_TURNS = 2
_NAMES = frozenset({"NOUN", "PROPN", "ADJ", "PART"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "EVENT"})


def find_headline_quote(page: Page, lexicon: ReportingVerbs) -> list[Draft]:
    """The quote of a headline like "Police: two held" or "Two held: police", if it is one."""
    words = _headline(page)
    colon = next((number for number, word in enumerate(words) if word.lower == ":"), 0)
    if not 0 < colon < len(words) - 1:
        return []
    before, after = words[:colon], words[colon + 1 :]
    while after and after[-1].lower in (".", ";"):
        after = after[:-1]
    for speaker, content in ((before, after), (after, before)):
        named = speaker is before
        if _may_speak(speaker, page, lexicon, named=named) and len(content) > 1 and (extent := trim(content, page)):
            return [Draft([words[colon]], None, [extent], speaker[-1], label=speaker)]
    return []


def _headline(page: Page) -> list[Token]:
    """The words of the headline: those marked, else the first paragraph of an article that has several."""
    marked = [token for sentence in page.sentences[:6] if sentence.headline for token in sentence.tokens]
    if marked or not page.sentences:
        return marked
    first = page.sentences[0].paragraph
    if page.sentences[-1].paragraph == first:
        return []
    words = [token for sentence in page.sentences[:4] if sentence.paragraph == first for token in sentence.tokens]
    return words if len(words) <= 30 else []


def _may_speak(words: list[Token], page: Page, lexicon: ReportingVerbs, *, named: bool) -> bool:
    if not 0 < len(words) <= MAX_SPEAKER_WORDS or words[0].lower in lexicon.labels or any(word.pos not in _NAMES for word in words):
        return False
    last = words[-1]
    if last.lemma.lower() in lexicon.documents or last.lemma.lower() in lexicon.headline_speakers:
        return True
    if last.lower.rstrip("s") in lexicon.documents or last.lower.rstrip("s") in lexicon.headline_speakers:
        return True
    return named and _is_name(last, page) and words[0].text[0].isupper()


def _is_name(word: Token, page: Page) -> bool:
    """Whether a headline's word is a name, itself or as the rest of the article has it."""
    if word.pos == "PROPN":
        return word.entity not in _PLACES
    return any(other.text == word.text and other.entity == "PERSON" for other in page.tokens)


def find_turns(page: Page) -> list[Draft]:
    """The turns of a transcript or interview: paragraphs that open with a speaker and a colon.

    Speakers are written in capitals, or as names; then two of them must take turns, or the lines may list anything.
    """
    turns = [turn for paragraph in _paragraphs(page) if (turn := _turn(paragraph, page)) is not None]
    shouted = [turn for turn in turns if all(word.text.isupper() or word.pos == "PUNCT" for word in turn.label)]
    if len(shouted) >= MIN_TURNS:
        return shouted
    said = Counter(page.text[turn.label[0].start : turn.label[-1].end] for turn in turns if _is_clause(turn, page))
    alternate = len(said) > 1 and min(count for _, count in said.most_common(2)) >= MIN_TURNS
    return turns if alternate and sum(said.values()) * 2 > len(turns) else []


def _is_clause(turn: Draft, page: Page) -> bool:
    """Whether it has a verb, as what somebody says mostly has, and the items of a list have not."""
    return any(word.tag in FINITE for word in page.between(*turn.pieces[0]))


def _paragraphs(page: Page) -> list[list[Sentence]]:
    return [list(group) for _, group in groupby(page.sentences, key=lambda sentence: sentence.paragraph)]


def _turn(paragraph: list[Sentence], page: Page) -> Draft | None:
    """What follows a short label of capitalised words and a colon at the head of a paragraph, all said by whom the label names."""
    words = paragraph[0].tokens
    colon = next((number for number, word in enumerate(words[: MAX_SPEAKER_WORDS + 1]) if word.lower == ":"), 0)
    if not colon or paragraph[0].boilerplate or not all(_may_label(word) for word in words[:colon]):
        return None
    content = page.between(words[colon].end, paragraph[-1].end)
    if not content:
        return None
    return Draft([words[colon]], None, [(content[0].start, content[-1].end)], words[colon - 1], label=words[:colon])


def _may_label(word: Token) -> bool:
    return word.text[0].isupper() or word.pos == "PUNCT" or word.lower in ("of", "the", "de", "al", "bin")
