"""Reported speech: cues whose content is a clause, in quotation marks or not."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerb, ReportingVerbs
from whodid.steps.quotes.contents import clause_pieces, clause_shape, closing, find_clause, find_phrase, find_predication, set_off, trim
from whodid.steps.quotes.cues import cue_group, find_cues, reporting_verb
from whodid.steps.quotes.page import Draft, Page
from whodid.steps.quotes.speakers import find_addressee, find_medium, find_speaker
from whodid.text import Token

_BREAKS = frozenset({";", ":", "--", "(", ")"})
# A clause has a subject and a verb, or "to" and a verb.
MIN_WORDS = 2
# In a relative clause ("which it had promised to do") it needs something of its own besides.
MIN_RELATIVE_WORDS = 3
_CLAUSAL = frozenset({"clause", "source", "document"})
# What nouns do that take "to": "its promise to leave".
_TO = frozenset({"promises", "threatens", "demands"})
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LINKS = frozenset({"CCONJ", "ADV", "PUNCT"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
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
            draft = _of_noun(token, lexicon.nouns[token.lemma], lexicon.documents, page)
        else:
            continue
        if draft is not None:
            found.append(draft)
    return found


def _of_verb(verb: Token, entry: ReportingVerb, page: Page, lexicon: ReportingVerbs) -> Draft | None:
    cue = cue_group(verb)
    pieces = (
        _complement(verb, entry, cue, page, lexicon)
        or _extents([find_predication(verb, entry)], verb, page)
        or (_extents([find_phrase(verb, entry)], verb, page) if page.phrases else [])
        or (_clauses_only(set_off(verb, page), verb, page, lexicon) if entry.takes & _CLAUSAL else [])
    )
    speaker = None
    if not pieces and entry.takes & _CLAUSAL and (told := closing(verb)) is not None:
        pieces, speaker = _clauses_only([told[0]], verb, page, lexicon), told[1]
    least = MIN_RELATIVE_WORDS if verb.dep == "relcl" else MIN_WORDS
    if sum(len(page.words(*piece)) for piece in pieces) < least:
        return None
    draft = Draft(cue, entry, pieces, speaker or _speaker(verb, page, lexicon))
    draft.addressee, draft.medium = find_addressee(verb, entry, (draft.start, draft.end)), find_medium(verb)
    return draft


def _speaker(verb: Token, page: Page, lexicon: ReportingVerbs) -> Token | None:
    """As `find_speaker`; a second cue that the parser hangs on the first one's content shares the first one's speaker."""
    if verb.dep == "conj" and verb.child("nsubj") is None and verb.head.dep == "ccomp":
        first = verb.head.head
        if first.tag in _FINITE and verb.tag in _FINITE and reporting_verb(first, lexicon) is not None:
            return find_speaker(first, page)
    return find_speaker(verb, page)


def _complement(verb: Token, entry: ReportingVerb, cue: list[Token], page: Page, lexicon: ReportingVerbs) -> list[tuple[int, int]]:
    clause = find_clause(verb, entry, lexicon)
    if clause is None:
        return []
    own = set(cue)
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None:
        own.update(subject.subtree())
    parts = clause_pieces(clause, verb, own)
    if len(parts) == 2 and not _set_off(verb, cue, own, page):
        parts = parts[1:] if clause.i > verb.i else parts[:1]
    words = [_cut(piece, verb, page, lexicon) for piece in parts]
    extents = _extents(words, verb, page)
    if not extents or len(words[-1]) < len(parts[-1]):
        return extents
    return _to_colon(_carried_on(extents, verb, page, lexicon), verb, page)


def _set_off(verb: Token, cue: list[Token], own: set[Token], page: Page) -> bool:
    """Whether a comma or quotation follows cue and speaker, so that the content goes on around them."""
    i = max(token.i for token in own) + 1
    while i < len(page.tokens) and page.tokens[i].dep in ("advmod", "npadvmod", "prep", "pobj") and page.tokens[i].head in own:
        i += 1
    return i < len(page.tokens) and (page.tokens[i].pos == "PUNCT" or page.quoted(page.tokens[i]))


def _extents(pieces: list[list[Token]], verb: Token, page: Page) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for piece in pieces:
        extent = trim(piece, page) if piece else None
        if extent is None:
            continue
        if (found and extent[0] < found[-1][1]) or extent[0] <= verb.start < extent[1]:
            continue
        found.append(extent)
    return found


def _cut(piece: list[Token], verb: Token, page: Page, lexicon: ReportingVerbs) -> list[Token]:
    """The piece up to where another telling begins: after a semicolon, at ", adding that …", at ", according to …"."""
    for number, word in enumerate(piece):
        if number == 0 or page.quoted(word):
            continue
        if word.lower == ";":
            return piece[:number]
        if word.lower == "according" and piece[number - 1].pos == "PUNCT":
            return piece[:number]
        if word.pos == "VERB":
            if _tells_on(word, piece[number - 1], verb, lexicon):
                return piece[:number]
            if start := _next_telling(word, piece, verb, lexicon):
                return piece[:start]
    return piece


def _next_telling(word: Token, piece: list[Token], verb: Token, lexicon: ReportingVerbs) -> int:
    """Where a clause with a cue and speaker of its own begins, joined by "and" or "but"; 0 where this word is none."""
    if word.dep not in ("conj", "ccomp") or word.tag not in _FINITE or verb.tag not in _FINITE:
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
    return word.dep == "conj" and word.tag in _FINITE and verb.tag in _FINITE and before.pos == "CCONJ"


def _carried_on(extents: list[tuple[int, int]], verb: Token, page: Page, lexicon: ReportingVerbs) -> list[tuple[int, int]]:
    """With what the parser broke off: "… and that they …", "…, but could not …", or a verb that follows at once."""
    start, end = extents[-1]
    last = verb.sentence.tokens[-1].i
    i = page.index(end)
    if start < verb.start or i >= last or not _goes_on(page.tokens[i : i + 4], verb):
        return extents
    rest = trim(_cut(page.tokens[i : last + 1], verb, page, lexicon), page)
    return extents[:-1] + [(start, rest[1])] if rest else extents


def _goes_on(words: list[Token], verb: Token) -> bool:
    if verb.dep != "relcl" and (words[0].tag in _VERBAL or (words[0].lower == "," and words[1].tag in _VERBAL)):
        return True
    joined = words[1:] if words[0].lower == "," else words
    if len(joined) < 2 or joined[0].pos != "CCONJ":
        return False
    return joined[1].lower == "that" or joined[1].tag == "MD"


def _clauses_only(pieces: list[list[Token]], verb: Token, page: Page, lexicon: ReportingVerbs) -> list[tuple[int, int]]:
    """The extents of what stands around a cue, if it holds a verb of its own and no other telling."""
    words = [word for piece in pieces for word in piece]
    if not any(word.tag in _VERBAL for word in words):
        return []
    for word in words:
        if word.tag in _FINITE and word.child("nsubj") is not None and not page.quoted(word):
            entry = reporting_verb(word, lexicon)
            if entry is not None and entry.is_speech and find_clause(word, entry, lexicon) is not None:
                return []
    return _extents([piece for piece in pieces if any(word.pos not in _LINKS for word in piece)], verb, page)


def _to_colon(extents: list[tuple[int, int]], verb: Token, page: Page) -> list[tuple[int, int]]:
    """With what a colon adds to the clause: "said three things were at work: rates, wages and …"."""
    end = extents[-1][1]
    i = page.index(end)
    if i + 1 >= len(page.tokens) or page.tokens[i].lower != ":" or page.tokens[i + 1].sentence.paragraph != verb.sentence.paragraph:
        return extents
    last = page.tokens[i + 1].sentence.tokens[-1]
    rest = trim(page.tokens[i + 1 : last.i + 1], page)
    return extents[:-1] + [(extents[-1][0], rest[1])] if rest else extents


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
    before = _since_stop([word for word in words if word.i < token.i], page)
    after = _until_stop([word for word in words if word.i > phrase[-1].i], page)
    extents = _extents([before, after], token, page)
    if not extents:
        return None
    return Draft([token, to], None, extents, source)


def _since_stop(words: list[Token], page: Page) -> list[Token]:
    for number in range(len(words) - 2, -1, -1):
        if words[number].lower in _BREAKS and not page.quoted(words[number]):
            return words[number + 1 :]
    return words


def _until_stop(words: list[Token], page: Page) -> list[Token]:
    for number, word in enumerate(words):
        if word.lower in _BREAKS and not page.quoted(word):
            return words[:number]
    return words


def _of_noun(noun: Token, entry: ReportingVerb, documents: frozenset[str], page: Page) -> Draft | None:
    clause = next((child for child in noun.children if child.dep in _CLAUSES and child.i > noun.i), None)
    if clause is None or clause.dep == "relcl":
        return None
    that = clause.child("mark")
    promised = entry.act in _TO and noun.child("poss") is not None and clause_shape(clause) == "infinitive"
    if not promised and (that is None or that.lower != "that"):
        return None
    extent = trim(clause.subtree(), page)
    if extent is None:
        return None
    speaker = noun.child("poss")
    if speaker is None:
        by = next((child for child in noun.children if child.dep in ("prep", "agent") and child.lower in ("by", "from", "of")), None)
        speaker = by.child("pobj") if by is not None else None
    if speaker is None:
        if noun.lemma not in documents:
            return None
        speaker = noun
    return Draft([noun], entry, [extent], speaker)
