"""Edges of contents: where a clause that is told ends, and what still belongs to it."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerbs
from whodid.steps.quotes.contents import find_clause, trim
from whodid.steps.quotes.cues import FINITE, PAST_OR_PRESENT, reporting_verb
from whodid.steps.quotes.page import Page
from whodid.steps.quotes.speakers import find_speaker
from whodid.text import Token

_BREAKS = frozenset({";", ":", "--", "(", ")"})
_MARKS = frozenset({'"', "''", "”", "’", "'"})
_CONTENTS = frozenset({"ccomp", "xcomp"})
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
    kept = [_up_to_telling(piece, verb, page, lexicon) for piece in pieces if any(word.pos not in _LINKS for word in piece)]
    if len(kept) > 1 and _is_told_how(kept[0], kept[1], verb):
        kept = kept[1:]
    return extents_of(kept, verb, page) if any(word.tag in FINITE for piece in kept for word in piece) else []


def _up_to_telling(piece: list[Token], verb: Token, page: Page, lexicon: ReportingVerbs) -> list[Token]:
    """The piece up to where the speaker goes on with another cue: "‘…’, Tamm said, adding that …"."""
    cues = (number for number, word in enumerate(piece) if number and word.pos == "VERB" and not page.quoted(word))
    return piece[: next((number for number in cues if tells_on(piece[number], verb, page, lexicon)), len(piece))]


def _is_told_how(piece: list[Token], rest: list[Token], verb: Token) -> bool:
    """Whether it is a participle that tells of the telling: "[Asked whether he would resign], Tamm said"; no subject of the rest."""
    first = next((word for word in piece if word.pos != "PUNCT"), piece[0])
    goes_on = next((word for word in rest if word.pos != "PUNCT"), rest[0])
    return first.tag in ("VBN", "VBG") and first.dep == "advcl" and first.head is verb and goes_on.tag not in FINITE


def since_stop(words: list[Token], page: Page) -> list[Token]:
    """The words after the last semicolon, colon, dash or bracket; two single dashes only set something off."""
    dashes = [number for number, word in enumerate(words[:-1]) if word.lower == "-" and word.tag == ":" and not page.quoted(word)]
    if len(dashes) == 1:
        words = words[dashes[0] + 1 :]
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
        if word.lower == ";" and not _resumes_that(piece[number + 1 : number + 3]):
            return piece[:number]
        if word.lower == "according" and piece[number - 1].pos == "PUNCT":
            return piece[:number]
        if word.pos == "VERB":
            if piece[0].lower == "to" and _comments(word, piece[number - 1]):
                return piece[:number]
            if tells_on(word, verb, page, lexicon):
                return piece[:number]
            if start := _next_telling(word, piece, verb, lexicon):
                return piece[:start]
    return piece


def _resumes_that(words: list[Token]) -> bool:
    """Whether the list of what is told goes on here: "that it was late; [and that] the war would end"."""
    return any(word.lower == "that" and word.tag == "IN" for word in words if word.pos in ("SCONJ", "CCONJ"))


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


def tells_on(word: Token, verb: Token, page: Page, lexicon: ReportingVerbs) -> bool:
    """Whether the speaker of a cue before goes on here with a cue of its own ("…, adding that", "… and asked whether")."""
    before = page.tokens[word.i - 1]
    if before.text in _MARKS and page.quoted(before):
        before = page.tokens[word.i - 2]
    entry = reporting_verb(word, lexicon)
    if entry is None or not entry.is_speech or word.child("nsubj", "nsubjpass") is not None:
        return False
    if word.tag == "VBG":
        return before.lower == "," and word.dep == "advcl"
    return word.dep == "conj" and _like_tenses(word, verb) and (before.pos == "CCONJ" or before.lower == ",")


def speaker_of(verb: Token, page: Page, lexicon: ReportingVerbs) -> Token | None:
    """Who says it; a second cue that the parser hangs on the first one's content shares the first one's speaker."""
    for first in verb.ancestors():
        entry = reporting_verb(first, lexicon)
        if entry is None or not entry.is_speech or first.i > verb.i or page.quoted(first) or not tells_on(verb, first, page, lexicon):
            continue
        if any(child.dep in _CONTENTS and verb in child.subtree() for child in first.children):
            return find_speaker(first, page)
    return find_speaker(_set_off_before(verb, page, lexicon) or verb, page)


def _set_off_before(verb: Token, page: Page, lexicon: ReportingVerbs) -> Token | None:
    """The cue set off by commas before a participle that the parser hangs on what is said: "It failed, [said] Tamm, adding that …"."""
    if verb.tag != "VBG" or verb.dep != "advcl":
        return None
    asides = (c for c in verb.head.children if c.dep == "parataxis" and c.i < verb.i and not page.quoted(c))
    told = (cue for cue in asides if (entry := reporting_verb(cue, lexicon)) and entry.is_speech)
    return next((cue for cue in told if tells_on(verb, cue, page, lexicon)), None)


def _like_tenses(word: Token, verb: Token) -> bool:
    """Whether both are told in the past or the present; a bare "say" beside a present tense, without a modal, is one too."""
    told = {"VBN", "VBD"}
    if verb.tag == "VBN" and verb.child("aux") is not None and word.tag in told and word.child("aux") is None:
        return True  # "has called on them to leave and urged others to follow"
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
    joined = words[1:] if words[0].lower in (",", ";") else words
    if words[0].lower == ";" and len(joined) > 1 and joined[0].lower == "that":
        return joined[0].tag == "IN"
    if len(joined) < 2 or joined[0].pos != "CCONJ":
        return False
    return (joined[1].lower == "that" and joined[1].tag == "IN") or joined[1].tag == "MD"


def to_colon(extents: list[tuple[int, int]], verb: Token, page: Page) -> list[tuple[int, int]]:
    """With what a colon adds to the clause: "said two ports were shut: Kell and Holmstad"."""
    end = extents[-1][1]
    i = page.index(end)
    if i + 1 >= len(page.tokens) or page.tokens[i].lower != ":" or page.tokens[i + 1].sentence.paragraph != verb.sentence.paragraph:
        return extents
    last = page.tokens[i + 1].sentence.tokens[-1]
    rest = trim(page.tokens[i + 1 : last.i + 1], page)
    return extents[:-1] + [(extents[-1][0], rest[1])] if rest else extents
