"""Reported speech: cues whose content is a clause, in quotation marks or not."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerb, ReportingVerbs
from whodid.steps.quotes.contents import clause_pieces, find_clause, find_parenthetical, trim, widen
from whodid.steps.quotes.cues import cue_group, find_cues
from whodid.steps.quotes.page import Draft, Page
from whodid.steps.quotes.speakers import find_addressee, find_medium, find_speaker
from whodid.text import Token

_CLAUSES = frozenset({"acl", "ccomp", "relcl"})


def find_reported(page: Page, lexicon: ReportingVerbs) -> list[Draft]:
    """Every cue outside quotation marks that has a clause for its content, in text order of the cues."""
    found = [draft for verb, entry in find_cues(page, lexicon) if entry.is_speech and (draft := _of_verb(verb, entry, page, lexicon))]
    for token in page.tokens:
        if page.stretch[token.i] >= 0 or token.sentence.boilerplate:
            continue
        if token.lower == "according":
            draft = _according(token, page)
        elif token.pos == "NOUN" and token.lemma in lexicon.nouns:
            draft = _of_noun(token, lexicon.nouns[token.lemma], page)
        else:
            continue
        if draft is not None:
            found.append(draft)
    return found


def _of_verb(verb: Token, entry: ReportingVerb, page: Page, lexicon: ReportingVerbs) -> Draft | None:
    cue = cue_group(verb)
    pieces = _complement(verb, entry, cue, page, lexicon) or _around(verb, page)
    if not pieces:
        return None
    return Draft(cue, entry, pieces, find_speaker(verb), find_addressee(verb, (pieces[0][0], pieces[-1][1])), find_medium(verb))


def _complement(verb: Token, entry: ReportingVerb, cue: list[Token], page: Page, lexicon: ReportingVerbs) -> list[tuple[int, int]]:
    clause = find_clause(verb, entry, lexicon)
    if clause is None:
        return []
    own = set(cue)
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None:
        own.update(subject.subtree())
    words = [_cut(piece, verb) for piece in clause_pieces(clause, verb, own)]
    return _extents(words, verb, page)


def _extents(pieces: list[list[Token]], verb: Token, page: Page) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for piece in pieces:
        extent = trim(piece, page) if piece else None
        if extent is None:
            continue
        if found and extent[0] < found[-1][1]:
            continue
        found.append(extent)
    return found


def _cut(piece: list[Token], verb: Token) -> list[Token]:
    """Leave out at the end what belongs to the cue's own clause: ", adding that …", ", according to …"."""
    for number, word in enumerate(piece):
        if number and word.lower == "according" and piece[number - 1].lower == ",":
            return piece[: number - 1]
    return piece


def _around(verb: Token, page: Page) -> list[tuple[int, int]]:
    clause = find_parenthetical(verb)
    if clause is None:
        return []
    inner = {token.i for token in verb.subtree()}
    words = [token for token in clause.subtree() if token.i not in inner]
    before = [token for token in words if token.i < verb.i]
    after = [token for token in words if token.i > verb.i]
    return _extents([before, after], verb, page)


def _according(token: Token, page: Page) -> Draft | None:
    to = next((child for child in token.children if child.lower == "to"), None)
    if to is None:
        return None
    source = to.child("pobj")
    if source is None:
        return None
    phrase = token.subtree()
    inner = {word.i for word in phrase}
    sentence = token.sentence
    words = [word for word in sentence.tokens if word.i not in inner]
    before = [word for word in words if word.i < token.i]
    after = [word for word in words if word.i > phrase[-1].i]
    extents = _extents([before, after], token, page)
    if not extents:
        return None
    return Draft([token, to], None, extents, source)


def _of_noun(noun: Token, entry: ReportingVerb, page: Page) -> Draft | None:
    clause = next((child for child in noun.children if child.dep in _CLAUSES and child.i > noun.i), None)
    if clause is None or clause.dep == "relcl":
        return None
    that = clause.child("mark")
    if that is None or that.lower != "that":
        return None
    extent = trim(clause.subtree(), page)
    if extent is None:
        return None
    speaker = noun.child("poss")
    if speaker is None:
        by = next((child for child in noun.children if child.dep in ("prep", "agent") and child.lower in ("by", "from", "of")), None)
        speaker = by.child("pobj") if by is not None else None
    return Draft([noun], entry, [extent], speaker)
