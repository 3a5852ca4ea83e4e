"""Contents: which words are what was said."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerb, ReportingVerbs
from whodid.steps.quotes.cues import FINITE, cue_group
from whodid.steps.quotes.page import Page
from whodid.steps.quotes.speakers import ADDRESSING, agent_of, is_passive
from whodid.text import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
# Verbs that say clauses, never things.
_OBJECTLESS = frozenset({"say", "argue", "insist", "contend"})
_RELATIVES = frozenset({"who", "which", "that"})
_COMMAS = frozenset({",", "-", "--", '"', "''"})
_ADVERBIALS = frozenset({"agent", "prep", "npadvmod", "advmod", "dative", "dobj", "tmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART"})
# A speaker named at the end of a sentence has at most this many words.
MAX_SPEAKER_WORDS = 6
_NAMES = frozenset({"oprd", "xcomp", "ccomp", "acomp"})
_WH = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which", "whom", "whose"})


def find_clause(verb: Token, entry: ReportingVerb, lexicon: ReportingVerbs) -> Token | None:
    """The head of the clause that the verb reports, or None where it has none of the kinds it takes."""
    fitting = [child for child in verb.children if child.dep in ("ccomp", "xcomp") and _fits(child, verb, entry, lexicon)]
    after = next((child for child in fitting if child.i > verb.i), None)
    if after is not None:
        return after
    if fitting and _ends_at_comma(fitting[0], verb):
        return fitting[0]
    for child in verb.children:
        if child.dep == "dobj" and child.i > verb.i and "clause" in entry.takes and _hides_clause(child, verb):
            return child
    return None


def _ends_at_comma(clause: Token, verb: Token) -> bool:
    """Whether a clause before the cue is parted from cue and speaker by a comma or quotation mark ("It failed, she said")."""
    subject = verb.child("nsubj")
    first = min(verb.i, subject.subtree()[0].i if subject is not None and subject.i > clause.i else verb.i)
    tokens = verb.sentence.tokens
    before = [token for token in tokens[: first - tokens[0].i] if token.i > clause.i]
    return any(token.lower in _COMMAS or token.lower in ("?", "!") for token in before)


def _hides_clause(noun: Token, verb: Token) -> bool:
    """Whether the parser took a clause for an object: "charges that rebels burned the town", "say the longer they wait, the worse …"."""
    first = noun.subtree()[0]
    if first.i == verb.i + 1 and first.lower == "that" and first.tag in ("IN", "DT") and noun.tag in ("NNS", "NNPS", "NNP"):
        return True
    return verb.lemma in _OBJECTLESS and any(child.dep in ("relcl", "acl") and child.tag in FINITE for child in noun.children)


def _fits(child: Token, verb: Token, entry: ReportingVerb, lexicon: ReportingVerbs) -> bool:
    takes = entry.takes
    shape = clause_shape(child)
    if shape == "clause" or (shape == "gerund" and verb.lemma in _OBJECTLESS):
        if "source" in takes:
            return _is_source(verb, lexicon)
        return "clause" in takes or ("document" in takes and _is_document(verb, lexicon))
    if shape == "infinitive":
        ordered = verb.child("dobj", "dative") is not None or any(c.dep in _SUBJECTS for c in child.children) or is_passive(verb)
        if "order" in takes and (ordered or "infinitive" not in takes):
            return True
        return "infinitive" in takes and not ordered
    return shape in takes


def find_predication(verb: Token, entry: ReportingVerb) -> list[Token]:
    """What is called what: "called [the plan a failure]", "described [the talks as dead]"; nothing where no name is given."""
    if "name" not in entry.takes or is_passive(verb) or calls_what(verb):
        return []
    after = [child for child in verb.children if child.i > verb.i]
    named = next((child for child in after if child.dep in _NAMES or (child.dep == "prep" and child.lower == "as")), None)
    thing = next((child for child in after if child.dep in ("dobj", "nsubj")), None)
    if named is None or (thing is None and named.dep != "ccomp"):
        return []
    words = named.subtree() + (thing.subtree() if thing is not None and thing.i < named.i else [])
    return sorted(words, key=lambda token: token.i)


def calls_what(verb: Token) -> bool:
    """Whether it is "what they call …": a name for something, not a quote."""
    return any(child.lower == "what" and child.i < verb.i for child in verb.children)


def find_phrase(verb: Token, entry: ReportingVerb) -> list[Token]:
    """The noun phrase that stands for what is said: "called for [a truce]", "cited [the report]"."""
    if "phrase" not in entry.takes or is_passive(verb):
        return []
    after = [child for child in verb.children if child.i > verb.i]
    particle = entry.lemma.partition(" ")[2]
    if particle:
        return next((child.subtree()[1:] for child in after if child.lower == particle), [])
    return next((child.subtree() for child in after if child.dep == "dobj"), [])


def clause_shape(head: Token) -> str:
    """What kind of complement this is: clause, infinitive, gerund or name."""
    if any(child.dep == "mark" and child.lower == "that" for child in head.children):
        return "clause"
    marks = {child.lower for child in head.children if child.dep in ("mark", "advmod", "dobj", "nsubj", "attr")}
    if marks & _WH and head.is_verb:
        return "clause"
    has_subject = any(child.dep in _SUBJECTS for child in head.children)
    has_to = any(child.dep == "aux" and child.lower == "to" for child in head.children)
    if has_to:
        return "infinitive"
    if head.tag == "VBG" and not any(child.dep == "aux" for child in head.children):
        return "gerund"
    finite = head.tag in FINITE or any(child.dep in ("aux", "auxpass") for child in head.children)
    if has_subject and (finite or head.is_verb):
        return "clause"
    if finite and head.is_verb:
        return "clause"
    return "name"


def _is_document(verb: Token, lexicon: ReportingVerbs) -> bool:
    subject = verb.child("nsubj")
    return subject is not None and (subject.lemma.lower() in lexicon.documents or subject.entity == "ORG")


def _is_source(verb: Token, lexicon: ReportingVerbs) -> bool:
    """Whether a person, an institution or a document does it; footage and wounds suggest things too, but say nothing."""
    subject = verb.child("nsubj")
    if subject is None or subject.pos in ("PRON", "PROPN") or subject.entity:
        return True
    return subject.lemma.lower() in lexicon.documents or subject.lemma.lower() in lexicon.headline_speakers


def clause_pieces(clause: Token, verb: Token, cue: set[Token]) -> list[list[Token]]:
    """The words of the clause in one piece, or in two where cue and speaker stand within it."""
    words = [word for word in clause.subtree() if word not in cue]
    before = [word for word in words if word.i < verb.i]
    after = [word for word in words if word.i > verb.i]
    return [piece for piece in (before, after) if piece]


def set_off(verb: Token, page: Page) -> list[list[Token]]:
    """The words around a cue set off by commas ("The talks, he said, had failed"; "The talks failed, he said."), else nothing.

    "As he said, the talks had failed" counts too.
    """
    subject = verb.child("nsubj") or _agent_after_as(verb)
    if subject is None or subject.lower in _RELATIVES or verb.child("ccomp", "xcomp") is not None:
        return []
    thing = verb.child("dobj")
    if thing is not None and thing.lower != "it" and verb.lemma not in ADDRESSING:
        return []
    tokens = verb.sentence.tokens
    offset = tokens[0].i
    core = [token.i - offset for token in subject.subtree()] + [token.i - offset for token in cue_group(verb)]
    as_clause = any(child.lower == "as" and child.i < verb.i for child in verb.children)
    first, last = min(core), max(core)
    first = _back_over(tokens, first)
    last = _over_adverbials(tokens, last, verb)
    opened = first == 0 if as_clause else first > 0
    if first > 0 and tokens[first - 1].lower not in _COMMAS:
        return []
    if not opened and not as_clause:
        return []
    if last + 1 < len(tokens) and tokens[last + 1].pos != "PUNCT":
        return []
    return [tokens[:first], tokens[last + 1 :]]


def _agent_after_as(verb: Token) -> Token | None:
    """Who speaks in "as reported by X"."""
    if verb.tag == "VBN" and any(child.lower == "as" and child.i < verb.i for child in verb.children):
        return agent_of(verb)
    return None


def closing(verb: Token) -> tuple[list[Token], Token] | None:
    """What stands before ", she said" or ", the police said" at a sentence's end, and who says it, whatever the parser made of it."""
    tokens = verb.sentence.tokens
    at = verb.i - tokens[0].i
    rest = tokens[at + 1 :]
    if any(word.pos != "PUNCT" for word in rest):
        return None
    number = at - 1
    while number > 0 and (tokens[number].pos in _NOMINAL or tokens[number].lower == "-") and at - number <= MAX_SPEAKER_WORDS:
        number -= 1
    if number < 2 or number == at - 1 or tokens[number].lower != "," or tokens[at - 1].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    if tokens[at - 1].lower in _RELATIVES:
        return None
    return tokens[:number], tokens[at - 1]


def _back_over(tokens: list[Token], first: int) -> int:
    """Over "as", "but" and adverbs before the speaker."""
    while first > 0 and tokens[first - 1].lower in ("as", "but", "and", "though"):
        first -= 1
    return first


def _over_adverbials(tokens: list[Token], last: int, verb: Token) -> int:
    """Over what is said of the telling itself, up to the next comma: "on Friday", "told reporters", "in a statement"."""
    while last + 1 < len(tokens) and tokens[last + 1].pos != "PUNCT":
        top = tokens[last + 1]
        while top.head is not verb and top.head is not top:
            top = top.head
        if top.head is not verb or top.dep not in _ADVERBIALS:
            break
        last += 1
    return last


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
