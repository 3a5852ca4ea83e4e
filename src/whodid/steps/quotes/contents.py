"""Contents: which words are what was said."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerb, ReportingVerbs
from whodid.steps.quotes.page import Page
from whodid.steps.quotes.speakers import is_passive
from whodid.text import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_WH = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which", "whom", "whose"})


def find_clause(verb: Token, entry: ReportingVerb, lexicon: ReportingVerbs) -> Token | None:
    """The head of the clause that the verb reports, or None where it has none of the kinds it takes."""
    for child in verb.children:
        if child.dep in ("ccomp", "xcomp") and _fits(child, verb, entry, lexicon):
            return child
    return None


def _fits(child: Token, verb: Token, entry: ReportingVerb, lexicon: ReportingVerbs) -> bool:
    takes = entry.takes
    shape = clause_shape(child)
    if shape == "clause":
        return "clause" in takes or ("document" in takes and _is_document(verb, lexicon))
    if shape == "infinitive":
        ordered = verb.child("dobj", "dative") is not None or any(c.dep in _SUBJECTS for c in child.children) or is_passive(verb)
        if "order" in takes and (ordered or "infinitive" not in takes):
            return True
        return "infinitive" in takes and not ordered
    return shape in takes


def clause_shape(head: Token) -> str:
    """What kind of complement this is: clause, infinitive, gerund or name."""
    marks = {child.lower for child in head.children if child.dep in ("mark", "advmod", "dobj", "nsubj", "attr")}
    if marks & _WH and head.is_verb:
        return "clause"
    has_subject = any(child.dep in _SUBJECTS for child in head.children)
    has_to = any(child.dep == "aux" and child.lower == "to" for child in head.children)
    if has_to:
        return "infinitive"
    if head.tag == "VBG" and not any(child.dep == "aux" for child in head.children):
        return "gerund"
    finite = head.tag in _FINITE or any(child.dep in ("aux", "auxpass") for child in head.children)
    if has_subject and (finite or head.is_verb):
        return "clause"
    if finite and head.is_verb:
        return "clause"
    return "name"


def _is_document(verb: Token, lexicon: ReportingVerbs) -> bool:
    subject = verb.child("nsubj")
    return subject is not None and (subject.lemma.lower() in lexicon.documents or subject.entity == "ORG")


def clause_pieces(clause: Token, verb: Token, cue: list[Token]) -> list[list[Token]]:
    """The words of the clause in one piece, or in two where cue and speaker stand within it."""
    words = clause.subtree()
    own = set(cue)
    before = [word for word in words if word.i < verb.i and word not in own]
    after = [word for word in words if word.i > verb.i and word not in own]
    return [piece for piece in (before, after) if piece]


def find_parenthetical(verb: Token) -> Token | None:
    """The clause around a cue set off by commas ("The talks, he said, had failed"), or None."""
    head = verb.head
    if verb.dep not in ("parataxis", "ccomp", "advcl", "dep", "relcl", "acl", "conj") or head is verb:
        return None
    if verb.child("nsubj") is None or verb.child("ccomp", "xcomp", "dobj", "mark", "advmod") is not None:
        return None
    clause = verb.subtree()
    tokens = verb.sentence.tokens
    first, last = clause[0].i - tokens[0].i, clause[-1].i - tokens[0].i
    while first <= last and tokens[first].pos == "PUNCT":
        first += 1
    opened = first > 0 and tokens[first - 1].lower in (",", "-", '"', "''", "--")
    closed = clause[-1].pos == "PUNCT" or last + 1 >= len(tokens) or tokens[last + 1].pos == "PUNCT"
    return head if opened and closed else None


def trim(words: list[Token], page: Page) -> tuple[int, int] | None:
    """The extent of these words without commas and stops at their edges, quotation marks taken in."""
    first, last = 0, len(words) - 1
    while first <= last and words[first].pos == "PUNCT" and not page.quoted(words[first]):
        first += 1
    while last >= first and words[last].pos == "PUNCT" and not page.quoted(words[last]):
        last -= 1
    if first > last:
        return None
    return widen(words[first].start, words[last].end, page)


def widen(start: int, end: int, page: Page) -> tuple[int, int]:
    """The extent with every quotation that it cuts taken in whole, and those that go on in the next paragraphs."""
    for i in {page.stretch[token.i] for token in page.between(start, end)}:
        if i >= 0:
            start = min(start, page.marks[i].start)
            end = max(end, page.marks[i].end)
    return start, end
