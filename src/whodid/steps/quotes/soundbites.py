"""Sound bites: paragraphs in a broadcast's script that are somebody's own words, though no mark or cue says so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from whodid.lexicon.reporting import ReportingVerbs
from whodid.steps.quotes.contents import trim
from whodid.steps.quotes.page import Draft, Page
from whodid.text import Sentence, Token

_FIRST_PERSON = frozenset({"i", "we", "us", "our", "my"})


def find_soundbites(page: Page, drafts: list[Draft], lexicon: ReportingVerbs) -> list[Draft]:
    """Paragraphs in the first person, each said by whoever was reported right before it; none where the article has quotation marks.

    "Berg says the party will fight the ban." is followed by what Berg said: "We have seen worse." Without a telling before it
    the words are the reporter's own.
    """
    return [] if page.marks else list(_bites(page, drafts, lexicon))


def _bites(page: Page, drafts: list[Draft], lexicon: ReportingVerbs) -> Iterator[Draft]:
    before: list[Sentence] = []
    for _, group in groupby(page.sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        told = [draft for draft in drafts if draft.cue and before and draft.cue[0].sentence is before[-1]]
        if told and _is_own_words(paragraph, drafts):
            extent = trim([token for sentence in paragraph for token in sentence.tokens], page)
            speaker = max(told, key=lambda draft: draft.cue[0].i).speaker
            if extent is not None and speaker is not None and _is_one(speaker, lexicon):
                yield Draft([], None, [extent], speaker)
        before = paragraph


def _is_own_words(paragraph: list[Sentence], drafts: list[Draft]) -> bool:
    """Whether a paragraph speaks in the first person and reports nobody."""
    if any(sentence.headline or sentence.boilerplate for sentence in paragraph):
        return False
    if any(draft.cue and draft.cue[0].sentence in paragraph for draft in drafts):
        return False
    return any(token.lower in _FIRST_PERSON for sentence in paragraph for token in sentence.tokens)


def _is_one(speaker: Token, lexicon: ReportingVerbs) -> bool:
    """Whether it is one person, who can be heard."""
    if speaker.entity == "PERSON" or speaker.lower in ("he", "she"):
        return True
    return speaker.tag == "NN" and speaker.lemma.lower() in lexicon.headline_speakers
