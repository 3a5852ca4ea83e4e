"""Reported speech: cues whose content is a clause, in quotation marks or not."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerb, ReportingVerbs
from whodid.steps.quotes.asides import closing, ending_part, inserted, set_off
from whodid.steps.quotes.channels import find_addressee, find_medium
from whodid.steps.quotes.contents import clause_pieces, clause_shape, find_clause, find_phrase, find_predication, told_in, trim
from whodid.steps.quotes.cues import FINITE, cue_group, find_cues, is_for_clause, reporting_verb
from whodid.steps.quotes.edges import carried_on, clauses_only, cut, extents_of, since_stop, speaker_of, to_colon, until_stop
from whodid.steps.quotes.page import Draft, Page
from whodid.steps.quotes.speakers import ISSUING, find_speaker, is_agentless, is_passive
from whodid.text import Token

# A clause has a subject and a verb, or "to" and a verb.
MIN_WORDS = 2
# In a relative clause ("which it had promised to do") it needs something of its own besides.
MIN_RELATIVE_WORDS = 3
CLAUSES = frozenset({"clause", "source", "document"})
# What nouns do that take "to": "its promise to leave".
_TO = frozenset({"promises", "threatens", "demands"})
# What makes a claim or call one's own.
_UTTERING = ISSUING | {"reiterate", "renew", "repeat", "voice", "echo", "back", "support", "utter"}
_DENYING = frozenset({"deny", "dismiss", "reject", "refute", "contradict", "rebut", "dispute", "disprove"})
_ON_NOUNS = frozenset({"acl", "ccomp", "relcl"})


def find_reported(page: Page, lexicon: ReportingVerbs) -> list[Draft]:
    """Every cue outside quotation marks that has a clause for its content, in text order of the cues."""
    found = [draft for verb, entry in find_cues(page, lexicon) if entry.is_speech and (draft := _of_verb(verb, entry, page, lexicon))]
    for token in page.tokens:
        if page.stretch[token.i] >= 0 or token.sentence.boilerplate:
            continue
        if token.lower == "according":
            draft = _according(token, page)
        elif token.pos == "NOUN" and token.lemma in lexicon.nouns:
            draft = _of_noun(token, lexicon.nouns[token.lemma], lexicon, page)
        else:
            continue
        if draft is not None:
            found.append(draft)
    return found


def _of_verb(verb: Token, entry: ReportingVerb, page: Page, lexicon: ReportingVerbs) -> Draft | None:
    if is_agentless(verb):
        return None
    cue = cue_group(verb)
    pieces, speaker = _told(verb, entry, cue, page, lexicon)
    least = MIN_RELATIVE_WORDS if verb.dep == "relcl" else MIN_WORDS
    if sum(len(page.words(*piece)) for piece in pieces) < least:
        return None
    draft = Draft(cue, entry, pieces, speaker or speaker_of(verb, page, lexicon))
    draft.addressee, draft.medium = find_addressee(verb, entry, (draft.start, draft.end)), find_medium(verb, lexicon.documents)
    return draft


def _told(
    verb: Token, entry: ReportingVerb, cue: list[Token], page: Page, lexicon: ReportingVerbs
) -> tuple[list[tuple[int, int]], Token | None]:
    """The extents of what the verb tells, and who says it, where the place of the cue shows that better than the syntax."""
    clauses = bool(entry.takes & CLAUSES)
    if clauses and (around := inserted(verb)) is not None and (pieces := clauses_only(around[0], verb, page, lexicon)):
        return pieces, around[1]
    if clauses and (part := ending_part(verb, page)):
        return clauses_only([part], verb, page, lexicon), None
    pieces = (
        _complement(verb, entry, cue, page, lexicon)
        or extents_of([find_predication(verb, entry)], verb, page)
        or extents_of([find_phrase(verb, entry, lexicon)], verb, page)
        or (clauses_only(set_off(verb, page), verb, page, lexicon) if clauses else [])
    )
    if not pieces and clauses and (before := closing(verb)) is not None:
        return clauses_only([before[0]], verb, page, lexicon), before[1]
    return pieces, None


def _complement(verb: Token, entry: ReportingVerb, cue: list[Token], page: Page, lexicon: ReportingVerbs) -> list[tuple[int, int]]:
    clause = find_clause(verb, entry, lexicon)
    if clause is None:
        return []
    own = set(cue)
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None:
        own.update(subject.subtree())
    parts = clause_pieces(clause, verb, own)
    if len(parts) == 2 and not _interrupts(own, page):
        parts = parts[1:] if clause.i > verb.i else parts[:1]
    if len(parts) == 1:
        parts = _around(verb, clause, parts[0], own, page)
    words = [cut(piece, verb, page, lexicon) for piece in parts]
    extents = extents_of(words, verb, page)
    if not extents or len(words[-1]) < len(parts[-1]):
        return extents
    return to_colon(carried_on(extents, verb, page, lexicon), verb, page)


def _around(verb: Token, clause: Token, piece: list[Token], own: set[Token], page: Page) -> list[list[Token]]:
    """With what the parser hung on the cue on its other side: "If it rains, [he said,] we stay", "It failed, [he said,] because …"."""
    tokens = verb.sentence.tokens
    first, last = min(token.i for token in own) - tokens[0].i, max(token.i for token in own) - tokens[0].i
    if first == 0 or last + 1 >= len(tokens) or tokens[first - 1].lower != "," or tokens[last + 1].lower != ",":
        return [piece]
    before, after = tokens[:first], tokens[last + 1 :]
    if any(page.quoted(word) for word in (*before, *after)):
        return [piece]
    if clause.i > verb.i:
        if piece[0].tag == "WDT":  # "… - a rule, he said, that was needed": what the dash sets off
            before = since_stop(before, page)
        return [before, piece] if _single(before) else [piece]
    linked = len(after) > 1 and after[1].tag == "IN" and after[1].dep == "mark"
    return [piece, after] if linked else [piece]


def _single(words: list[Token]) -> bool:
    """Whether these words are one adverbial or clause, without another finite verb's telling."""
    return sum(word.pos == "PUNCT" for word in words) <= 2 and words[0].pos not in ("CCONJ", "ADV")


def _interrupts(own: set[Token], page: Page) -> bool:
    """Whether a comma or quotation follows cue and speaker, so that the content goes on around them."""
    i = max(token.i for token in own) + 1
    while i < len(page.tokens) and page.tokens[i].dep in ("advmod", "npadvmod", "prep", "pobj") and page.tokens[i].head in own:
        i += 1
    return i < len(page.tokens) and (page.tokens[i].pos == "PUNCT" or page.quoted(page.tokens[i]))


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
    before = since_stop([word for word in words if word.i < token.i], page)
    after = until_stop([word for word in words if word.i > phrase[-1].i], page)
    if _joins(before[-2:]):
        before = []
    elif _joins(after[:2]) and any(word.tag in FINITE for word in before):
        after = []
    extents = extents_of([before, after], token, page)
    if sum(len(page.words(*extent)) for extent in extents) < MIN_WORDS:
        return None
    return Draft([token, to], None, extents, source)


def _joins(words: list[Token]) -> bool:
    """Whether an "and" or "but" stands here, after a comma or before one: what lies beyond it is another clause, with its own source."""
    return any(word.pos == "CCONJ" for word in words) and all(word.pos in ("CCONJ", "PUNCT") for word in words)


def _of_noun(noun: Token, entry: ReportingVerb, lexicon: ReportingVerbs, page: Page) -> Draft | None:
    clause = next((child for child in noun.children if child.i > noun.i and (child.dep in _ON_NOUNS or is_for_clause(child))), None)
    if clause is None or clause.dep == "relcl":
        return None
    that = clause.child("mark")
    if noun.dep == "pobj" and (told := noun.head.head) is not noun and told_in(told) is clause and _says(told, lexicon):
        return None  # "said in a statement that …": the verb tells it
    uttered = _utterer(noun, page)
    speaker = uttered or _source_of(noun)
    # A request that others turn down ("denied a request by Norland to leave") is no telling of it.
    ordered = entry.act in _TO and (uttered or noun.child("poss")) and clause_shape(clause) == "infinitive"
    if not ordered and (that is None or that.lower != "that"):
        return None
    extent = trim(clause.subtree(), page)
    if extent is None or (speaker is None and (noun.lemma not in lexicon.documents or _is_denied(noun))):
        return None
    return Draft([noun], entry, [extent], speaker or noun)


def _says(verb: Token, lexicon: ReportingVerbs) -> bool:
    entry = reporting_verb(verb, lexicon)
    return entry is not None and entry.is_speech and "clause" in entry.takes


def _utterer(noun: Token, page: Page) -> Token | None:
    """Who makes the claim or call one's own: "Norland repeated the claim"."""
    if noun.dep == "dobj" and noun.head.lemma in _UTTERING and not is_passive(noun.head):
        return noun.child("poss") or find_speaker(noun.head, page)
    return None


def _is_denied(noun: Token) -> bool:
    """Whether the verb above it says no to it: "denied a report that …" is the denial's own."""
    return noun.dep == "dobj" and noun.head.lemma in _DENYING


def _source_of(noun: Token) -> Token | None:
    """Whose claim it is: "Norland's claim", "a claim by Norland"."""
    if (owner := noun.child("poss")) is not None:
        return owner
    by = next((child for child in noun.children if child.dep in ("prep", "agent") and child.lower in ("by", "from", "of")), None)
    return by.child("pobj") if by is not None else None
