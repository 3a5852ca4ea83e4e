"""Edges of contents: where a clause that is told ends, and what still belongs to it."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerbs
from whodid.steps.quotes.contents import find_clause, trim
from whodid.steps.quotes.cues import FINITE, PAST_OR_PRESENT, reporting_verb
from whodid.steps.quotes.page import Page
from whodid.text import Token

_BREAKS = frozenset({";", ":", "--", "(", ")"})
_LINKS = frozenset({"CCONJ", "ADV", "PUNCT"})


def extents_of(pieces: list[list[Token]], verb: Token, page: Page) -> list[tuple[int, int]]:
    """The extents of these pieces, without those that run into each other or over the cue."""
    found: list[tuple[int, int]] = []
    for piece in pieces:
        extent = trim(piece, page) if piece else None
        if extent is None:
            continue
        if (found and extent[0] < found[-1][1]) or extent[0] <= verb.start < extent[1]:
            continue
        found.append(extent)
    return found


def clauses_only(pieces: list[list[Token]], verb: Token, page: Page, lexicon: ReportingVerbs) -> list[tuple[int, int]]:
    """The extents of what stands around a cue, if it holds a verb of its own and no other telling."""
    words = [word for piece in pieces for word in piece]
    if not any(word.tag in FINITE for word in words):
        return []
    for word in words:
        if word.tag in PAST_OR_PRESENT and word.child("nsubj") is not None and not page.quoted(word):
            entry = reporting_verb(word, lexicon)
            if entry is not None and entry.is_speech and find_clause(word, entry, lexicon) is not None:
                return []
    return extents_of([piece for piece in pieces if any(word.pos not in _LINKS for word in piece)], verb, page)


def since_stop(words: list[Token], page: Page) -> list[Token]:
    """The words after the last semicolon, colon, dash or bracket."""
    for number in range(len(words) - 2, -1, -1):
        if words[number].lower in _BREAKS and not page.quoted(words[number]):
            return words[number + 1 :]
    return words


def until_stop(words: list[Token], page: Page) -> list[Token]:
    """The words before the first semicolon, colon, dash or bracket."""
    for number, word in enumerate(words):
        if word.lower in _BREAKS and not page.quoted(word):
            return words[:number]
    return words


def cut(piece: list[Token], verb: Token, page: Page, lexicon: ReportingVerbs) -> list[Token]:
    """The piece up to where another telling begins: after a semicolon, at ", adding that …", at ", according to …"."""
    piece = _without_source(piece)
    for number, word in enumerate(piece):
        if number == 0 or page.quoted(word):
            continue
        if word.lower == ";":
            return piece[:number]
        if word.lower == "according" and piece[number - 1].pos == "PUNCT":
            return piece[:number]
        if word.pos == "VERB":
            if piece[0].lower == "to" and _comments(word, piece[number - 1]):
                return piece[:number]
            if _tells_on(word, piece[number - 1], verb, lexicon):
                return piece[:number]
            if start := _next_telling(word, piece, verb, lexicon):
                return piece[:start]
    return piece


def _comments(word: Token, before: Token) -> bool:
    """Whether a participle after a comma tells of the promise rather than what was promised: "to arm, reversing decades of restraint"."""
    return word.tag == "VBG" and word.dep == "advcl" and before.lower == ","


def _without_source(piece: list[Token]) -> list[Token]:
    """The piece without who relays it: "Xi said, according to CCTV, that …"."""
    start = next((number for number, word in enumerate(piece[:2]) if word.lower == "according"), None)
    if start is None:
        return piece
    end = next((number for number in range(start + 1, len(piece)) if piece[number].lower == ","), None)
    return piece if end is None else piece[end + 1 :]


def _next_telling(word: Token, piece: list[Token], verb: Token, lexicon: ReportingVerbs) -> int:
    """Where a clause with a cue and speaker of its own begins, joined by "and" or "but"; 0 where this word is none."""
    if word.dep not in ("conj", "ccomp") or word.tag not in PAST_OR_PRESENT or verb.tag not in PAST_OR_PRESENT:
        return 0
    subject = word.child("nsubj")
    if subject is None or (entry := reporting_verb(word, lexicon)) is None or not entry.is_speech:
        return 0
    first = word.subtree()[0]
    number = next((n for n, token in enumerate(piece) if token is first), 0)
    if number > 1 and piece[number - 1].lower in ("and", "but", "while"):
        return number - 1
    return 0


def _tells_on(word: Token, before: Token, verb: Token, lexicon: ReportingVerbs) -> bool:
    """Whether the speaker goes on here with a cue of its own ("…, adding that", "… and asked whether")."""
    entry = reporting_verb(word, lexicon)
    if entry is None or not entry.is_speech or word.child("nsubj", "nsubjpass") is not None:
        return False
    if word.tag == "VBG":
        return before.lower == "," and word.dep == "advcl"
    return word.dep == "conj" and _like_tenses(word, verb) and (before.pos == "CCONJ" or before.lower == ",")


def _like_tenses(word: Token, verb: Token) -> bool:
    """Whether both are told in the past or the present; a bare "say" beside a present tense, without a modal, is one too."""
    if word.tag == "VB" and verb.tag == "VBP":
        return word.head.tag not in ("VB", "VBN") and word.child("aux") is None
    return word.tag in PAST_OR_PRESENT and verb.tag in PAST_OR_PRESENT


def carried_on(extents: list[tuple[int, int]], verb: Token, page: Page, lexicon: ReportingVerbs) -> list[tuple[int, int]]:
    """With what the parser broke off: "… and that they …", "…, but could not …", or a verb that follows at once."""
    start, end = extents[-1]
    last = verb.sentence.tokens[-1].i
    i = page.index(end)
    if start < verb.start or i >= last or not _goes_on(page.tokens[i : i + 4], verb):
        return extents
    rest = trim(cut(page.tokens[i : last + 1], verb, page, lexicon), page)
    return extents[:-1] + [(start, rest[1])] if rest else extents


def _goes_on(words: list[Token], verb: Token) -> bool:
    if verb.dep != "relcl" and (words[0].tag in FINITE or (words[0].lower == "," and words[1].tag in FINITE)):
        return True
    joined = words[1:] if words[0].lower == "," else words
    if len(joined) < 2 or joined[0].pos != "CCONJ":
        return False
    return joined[1].lower == "that" or joined[1].tag == "MD"


def to_colon(extents: list[tuple[int, int]], verb: Token, page: Page) -> list[tuple[int, int]]:
    """With what a colon adds to the clause: "said two ports were shut: Kell and Holmstad"."""
    end = extents[-1][1]
    i = page.index(end)
    if i + 1 >= len(page.tokens) or page.tokens[i].lower != ":" or page.tokens[i + 1].sentence.paragraph != verb.sentence.paragraph:
        return extents
    last = page.tokens[i + 1].sentence.tokens[-1]
    rest = trim(page.tokens[i + 1 : last.i + 1], page)
    return extents[:-1] + [(extents[-1][0], rest[1])] if rest else extents
