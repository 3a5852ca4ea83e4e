"""Cues: the words that mark that somebody says something."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerb, ReportingVerbs
from whodid.steps.quotes.page import Page
from whodid.text import Token

PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})
FINITE = PAST_OR_PRESENT | {"MD"}
_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
# What governs an infinitive that does not happen.
_UNDONE = frozenset({"fail", "refuse", "decline", "forget", "neglect", "hesitate", "avoid", "omit", "mean", "design", "suppose"})
_PARTICLES = frozenset({"prt", "prep", "advmod", "dobj"})
_PREDICATES = frozenset({"ccomp", "acomp", "oprd", "advmod", "amod", "xcomp"})
# The tagger reads headline verbs as nouns; these forms are never nouns.
_LEMMAS = {"says": "say", "said": "say", "tells": "tell", "told": "tell", "wrote": "write", "writes": "write"}


def find_cues(page: Page, lexicon: ReportingVerbs) -> list[tuple[Token, ReportingVerb]]:
    """Reporting verbs that stand outside quotation marks, in text order, with what the lexicon knows of each."""
    found = []
    for token in page.tokens:
        if page.stretch[token.i] >= 0:
            continue
        entry = reporting_verb(token, lexicon)
        if entry is not None and not token.sentence.boilerplate and not _is_order(token) and not is_unsaid(token):
            found.append((token, entry))
    return found


def _is_order(verb: Token) -> bool:
    """Whether it tells nothing: an imperative ("Call it luck") or the link "That said, …"."""
    if verb.tag == "VB" and verb.dep == "ROOT" and not any(child.dep in ("nsubj", "aux") for child in verb.children):
        return True
    words = verb.sentence.tokens  # "That said, …" links sentences
    return [word.lower for word in words[:3]] == ["that", "said", ","] and words[1] is verb


def is_unsaid(verb: Token) -> bool:
    """Whether an infinitive tells what is not said, or only could be: "failed to disclose that", "free to say that"."""
    if verb.tag != "VB" or not any(child.lower == "to" and child.dep == "aux" for child in verb.children):
        return False
    if verb.dep == "advcl" and is_unsaid(verb.head):
        return True  # "plans to travel there, to explain why …"
    return verb.dep in ("acl", "relcl") or verb.head.lemma in _UNDONE or verb.head.pos == "ADJ"


def reporting_verb(token: Token, lexicon: ReportingVerbs) -> ReportingVerb | None:
    """The lexicon's entry for this word as a verb, with its particle if it has one; None where it is none."""
    if token.pos != "VERB" and not _heads_clause(token):
        return lexicon.verbs.get(_LEMMAS.get(token.lower, ""))
    lemma = token.lemma.lower()
    for child in _particles(token):
        entry = lexicon.particles.get((lemma, child.lower))
        # "went on to say", but not "went on holiday"; "called on Norland to" has its noun.
        if entry is not None and (child.dep != "prep" or "order" in entry.takes):
            return entry
    another = any(child.dep == "prt" and child.i == token.i + 1 for child in token.children)  # "called up the office to confirm"
    return None if another else lexicon.verbs.get(lemma)


def predicate_of(verb: Token) -> Token | None:
    """What a verb makes of what it tells, right after it or after "it": the "clear" of "made it clear that"."""
    children = verb.children
    at = next((child.i for child in children if child.i == verb.i + 2 and child.dep in _PREDICATES), verb.i + 1)
    found = next((child for child in children if child.i == at and child.dep in _PREDICATES), None)
    if found is None or at == verb.i + 1:
        return found
    between = verb.neighbour(1)
    return found if between is not None and between.lower == "it" else None


def _particles(verb: Token) -> list[Token]:
    """The words that make another verb of it: "point [out]", "call [for] Norland to", "make it [clear]"."""
    found = [child for child in verb.children if child.i == verb.i + 1 and child.dep in _PARTICLES]
    found += [child.children[0] for child in verb.children if is_for_clause(child) and child.children[0].i == verb.i + 1]
    predicate = predicate_of(verb)
    return [*found, predicate] if predicate is not None else found


def is_for_clause(clause: Token) -> bool:
    """Whether it is the clause of "for Norland to leave"."""
    first = clause.children[0] if clause.children else clause
    return clause.dep in ("advcl", "ccomp", "xcomp") and first.lower == "for" and first.dep == "mark"


def _heads_clause(token: Token) -> bool:
    """Whether a word tagged as a noun is used as a verb ("…, Tamm notes."): it has a subject and a clause."""
    if token.child("nummod", "det", "amod") is not None:
        return False  # "three states that border …"
    return token.dep == "ROOT" and token.child("nsubj") is not None and token.child("ccomp") is not None


def cue_group(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation and particle, as far as they stand together."""
    group = [verb] + [child for child in verb.children if child.dep in _GROUP]
    group.sort(key=lambda token: token.i)
    at = group.index(verb)
    first, last = at, at
    while first > 0 and group[first].i - group[first - 1].i <= 2:
        first -= 1
    while last + 1 < len(group) and group[last + 1].i - group[last].i <= 2:
        last += 1
    return group[first : last + 1]
