"""Quotes that the layout marks: a speaker and a colon in a headline or a transcript."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerbs
from whodid.steps.quotes.contents import trim
from whodid.steps.quotes.page import Draft, Page
from whodid.text import Token

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
    """The turns of a transcript: paragraphs that open with a name in capitals and a colon."""
    found: list[Draft] = []
    paragraph = -1
    for sentence in page.sentences:
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        words = sentence.tokens
        colon = next((number for number, word in enumerate(words[: MAX_SPEAKER_WORDS + 1]) if word.lower == ":"), 0)
        if not colon or not all(word.text.isupper() or word.pos == "PUNCT" for word in words[:colon]):
            continue
        end = max((s.end for s in page.sentences[sentence.index : sentence.index + 40] if s.paragraph == paragraph), default=0)
        content = page.between(words[colon].end, end)
        if content and (extent := (content[0].start, content[-1].end)):
            found.append(Draft([words[colon]], None, [extent], words[colon - 1], label=words[:colon]))
    return found if len(found) >= MIN_TURNS else []
