"""Contents: which words are what was said."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerb, ReportingVerbs
from whodid.steps.quotes.channels import called_on
from whodid.steps.quotes.cues import FINITE, PAST_OR_PRESENT, is_for_clause, predicate_of
from whodid.steps.quotes.page import Page
from whodid.steps.quotes.speakers import ADDRESSING, QUOTING, is_passive
from whodid.text import Token

_CARRYING = frozenset({"in", "on", "during", "at", "after"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_ON_PREDICATES = frozenset({"ccomp", "advcl", "csubj", "xcomp"})
# Verbs that say clauses, never things.
_OBJECTLESS = frozenset({"say", "argue", "insist", "contend"})
_PARTIES = frozenset({"PERSON", "ORG", "GPE"})
_COMMAS = frozenset({",", "-", "--", '"', "''"})
_STOPS = frozenset({".", "!", "?"})
_LINKING = frozenset({"PUNCT", "CCONJ"})
_NAMES = frozenset({"oprd", "xcomp", "ccomp", "acomp"})
_WH = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which", "whom", "whose"})


def find_clause(verb: Token, entry: ReportingVerb, lexicon: ReportingVerbs) -> Token | None:
    """The head of the clause that the verb reports, or None where it has none of the kinds it takes."""
    fitting = [child for child in _candidates(verb, entry) if _fits(child, verb, entry, lexicon) and not _is_speaker(child, verb)]
    after = next((child for child in fitting if child.i > verb.i), None)
    if after is not None:
        return after
    if fitting and _ends_at_comma(fitting[0], verb):
        return fitting[0]
    if "clause" not in entry.takes:
        return None
    for child in verb.children:
        if child.dep == "dobj" and child.i > verb.i and _hides_clause(child, verb):
            return child
    return told_in(verb) or _on_the_time(verb)


def told_in(verb: Token) -> Token | None:
    """The "that" clause that the parser hangs on what it is said in: "said in a statement [that the talks were over]"."""
    for preposition in verb.children:
        noun = preposition.child("pobj") if preposition.dep == "prep" and preposition.lower in _CARRYING else None
        clause = noun.child("acl", "ccomp", "relcl") if noun is not None and noun.i > verb.i else None
        if clause is not None and any(child.dep == "mark" and child.lower == "that" for child in clause.children):
            return clause
    return None


def _is_speaker(clause: Token, verb: Token) -> bool:
    """Whether the parser took for a clause who says it, with what is said of it: "‘It failed,’ said [a letter, read on Monday]"."""
    subject = clause.child("nsubj")
    if clause.tag != "VBN" or subject is None or clause.child("aux", "auxpass") is not None:
        return False
    told_before = any(child.dep == "ccomp" and child.i < verb.i for child in verb.children)
    return told_before and verb.child("nsubj") is None and subject.subtree()[0].i == verb.i + 1


def _candidates(verb: Token, entry: ReportingVerb) -> list[Token]:
    """Clauses that hang on the verb; with "made clear" also on "clear", with "asked for Norland to leave" as an adverbial."""
    found = [child for child in verb.children if child.dep in _CLAUSES or ("order" in entry.takes and is_for_clause(child))]
    if entry.lemma.endswith(" for") and (ordered := _ordered(verb)) is not None:
        found.append(ordered)
    predicate = predicate_of(verb) if " " in entry.lemma else None
    if predicate is None:
        return found
    below = [child for child in predicate.children if child.i > predicate.i and child.dep in _ON_PREDICATES]
    return [child for child in found if child is not predicate] + below


def _ordered(verb: Token) -> Token | None:
    """What is to be done, where the parser hangs it on to whom: "called for Norland, the host, [to be expelled]"."""
    preposition = next((child for child in verb.children if child.dep == "prep" and child.lower == "for"), None)
    party = preposition.child("pobj") if preposition is not None else None
    clause = party.child("relcl", "acl") if party is not None else None
    if party is None or clause is None or clause_shape(clause) != "infinitive":
        return None
    return clause if party.entity in _PARTIES or clause.child("auxpass") is not None else None


def _on_the_time(verb: Token) -> Token | None:
    """The clause that the parser hangs on an adverbial: "said at the time [he was ready]"; verbs that say nothing but clauses."""
    if verb.lemma not in _OBJECTLESS:
        return None
    for preposition in verb.children:
        noun = preposition.child("pobj") if preposition.dep == "prep" and preposition.i > verb.i else None
        clause = noun.child("relcl", "acl") if noun is not None else None
        if clause is not None and clause.tag in FINITE and (subject := clause.child("nsubj")) is not None:
            first = clause.subtree()[0]
            if subject.lower not in _WH and first is subject.subtree()[0] and not any(c.lower in _WH for c in clause.children):
                return clause
    return None


def _ends_at_comma(clause: Token, verb: Token) -> bool:
    """Whether a clause before the cue is parted from cue and speaker by a comma or quotation mark ("It failed, she said").

    A semicolon before the speaker begins another sentence: "It failed, Estia said; Norland has not commented".
    """
    subject = verb.child("nsubj")
    first = min(verb.i, subject.subtree()[0].i if subject is not None and subject.i > clause.i else verb.i)
    tokens = verb.sentence.tokens
    before = [token for token in tokens[: first - tokens[0].i] if token.i > clause.i]
    if any(token.lower == ";" for token in before):
        return False
    return any(token.lower in _COMMAS or token.lower in ("?", "!") for token in before)


def _hides_clause(noun: Token, verb: Token) -> bool:
    """Whether the parser took a clause for an object: "charges that rebels burned the town", "say the longer they wait, the worse …"."""
    first = noun.subtree()[0]
    if first.i == verb.i + 1 and first.lower == "that" and first.tag in ("IN", "DT") and noun.tag in ("NNS", "NNPS", "NNP"):
        return True
    return verb.lemma in _OBJECTLESS and any(child.dep in ("relcl", "acl") and child.tag in FINITE for child in noun.children)


def _fits(child: Token, verb: Token, entry: ReportingVerb, lexicon: ReportingVerbs) -> bool:
    takes = entry.takes
    if "source" in takes and not _is_source(verb, lexicon):
        return False
    shape = clause_shape(child)
    if shape == "clause" or (shape == "gerund" and verb.lemma in _OBJECTLESS):
        return bool(takes & {"clause", "source"}) or ("document" in takes and _is_document(verb, lexicon))
    if shape == "infinitive":
        asked = verb.child("dobj", "dative") is not None or called_on(verb, entry) is not None
        ordered = asked or any(c.dep in _SUBJECTS for c in child.children) or is_passive(verb)
        if not ordered and "infinitive" not in takes and child.child("auxpass") is not None:
            return False  # "asked not to be named"
        if "order" in takes and (ordered or "infinitive" not in takes):
            return not is_for_clause(child) or _is_source(verb, lexicon)  # "the terms call for Norland to pay" is no speech
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


# "Recalled its ambassador" is no speech.
_RECALLED = frozenset(
    ("ambassador", "envoy", "diplomat", "consul", "troop", "force", "soldier", "staff", "team", "player", "product", "car")
)


def find_phrase(verb: Token, entry: ReportingVerb, lexicon: ReportingVerbs) -> list[Token]:
    """The noun phrase that stands for what is said: "called for [a truce]", "cited [the report]"; not whom one cites."""
    if "phrase" not in entry.takes or is_passive(verb) or verb.tag == "VB":
        return []
    after = [child for child in verb.children if child.i > verb.i]
    particle = entry.lemma.partition(" ")[2]
    if particle:
        return next((child.subtree()[1:] for child in after if child.lower == particle), [])
    thing = next((child for child in after if child.dep == "dobj"), None)
    if (
        thing is None
        or thing.lemma.lower() in _RECALLED
        or (verb.lemma in QUOTING and (thing.entity in _PARTIES or thing.lemma.lower() in lexicon.headline_speakers))
    ):
        return []
    named = next((child for child in after if child.i > thing.i and child.dep == "prep" and child.lower == "as"), None)
    return thing.subtree() + (named.subtree() if named is not None else [])


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
    words = [*_split_subject(clause, verb), *(word for word in clause.subtree() if word not in cue)]
    before = [word for word in words if word.i < verb.i]
    after = [word for word in words if word.i > verb.i]
    return [piece for piece in (before, after) if piece]


def _split_subject(clause: Token, verb: Token) -> list[Token]:
    """The subject that the parser took for the cue's object: "added [the causes of death] remained unclear"."""
    thing = verb.child("dobj")
    if verb.lemma in ADDRESSING or thing is None or not verb.i < thing.i < clause.i or clause.tag not in PAST_OR_PRESENT:
        return []
    if (
        any(child.dep in _SUBJECTS or child.dep in ("aux", "auxpass", "mark") for child in clause.children)
        or clause.subtree()[0] is not clause
    ):
        return []
    words = thing.subtree()
    return words if words[-1].i == clause.i - 1 else []


def trim(words: list[Token], page: Page) -> tuple[int, int] | None:
    """The extent of these words without commas, stops and conjunctions at their edges, quotation marks taken in."""
    first, last = 0, len(words) - 1
    if len(words) > 1 and words[-2].lower in _STOPS and _opens(words[-1], page):
        last -= 1
    while first <= last and words[first].pos == "PUNCT" and not page.quoted(words[first]):
        first += 1
    while last >= first and words[last].pos in _LINKING and not page.quoted(words[last]):
        last -= 1
    if first > last:
        return None
    return widen(words[first].start, words[last].end, page)


def _opens(word: Token, page: Page) -> bool:
    """Whether it is the mark that opens the next quotation, which the parser left at the end of this sentence."""
    return page.quoted(word) and word.start == page.marks[page.stretch[word.i]].start


def widen(start: int, end: int, page: Page) -> tuple[int, int]:
    """The extent with every quotation that it cuts taken in whole, and those that go on in the next paragraphs."""
    for i in {page.stretch[token.i] for token in page.between(start, end)}:
        if i >= 0:
            start = min(start, page.marks[i].start)
            end = max(end, page.marks[i].end)
    return start, end
