"""Cues: the words that mark that somebody says something."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerb, ReportingVerbs
from whodid.steps.quotes.page import Page
from whodid.text import Token

PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})
FINITE = PAST_OR_PRESENT | {"MD"}
_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
# The tagger reads headline verbs as nouns; these forms are never nouns.
# What governs an infinitive that does not happen.
_UNDONE = frozenset({"fail", "refuse", "decline", "forget", "neglect", "hesitate", "avoid", "omit"})
_LEMMAS = {"says": "say", "said": "say", "tells": "tell", "told": "tell", "wrote": "write", "writes": "write"}


def find_cues(page: Page, lexicon: ReportingVerbs) -> list[tuple[Token, ReportingVerb]]:
    """Reporting verbs that stand outside quotation marks, in text order, with what the lexicon knows of each."""
    found = []
    for token in page.tokens:
        if page.stretch[token.i] >= 0:
            continue
        entry = reporting_verb(token, lexicon)
        if entry is not None and not token.sentence.boilerplate and not _is_order(token) and not _is_unsaid(token):
            found.append((token, entry))
    return found


def _is_order(verb: Token) -> bool:
    """Whether the verb is an imperative ("Call it luck"): the reader's words, not a report."""
    return verb.tag == "VB" and verb.dep == "ROOT" and not any(child.dep in ("nsubj", "aux") for child in verb.children)


def _is_unsaid(verb: Token) -> bool:
    """Whether an infinitive tells what is not said, or only could be: "failed to disclose that", "free to say that"."""
    if verb.tag != "VB" or not any(child.lower == "to" and child.dep == "aux" for child in verb.children):
        return False
    return verb.dep in ("acl", "relcl") or verb.head.lemma in _UNDONE or verb.head.pos == "ADJ"


def reporting_verb(token: Token, lexicon: ReportingVerbs) -> ReportingVerb | None:
    """The lexicon's entry for this word as a verb, with its particle if it has one; None where it is none."""
    if token.pos != "VERB" and not _heads_clause(token):
        return lexicon.verbs.get(_LEMMAS.get(token.lower, ""))
    lemma = token.lemma.lower()
    for child in token.children:
        if child.i == token.i + 1 and child.dep in ("prt", "prep", "advmod", "dobj"):
            entry = lexicon.particles.get((lemma, child.lower))
            # "went on to say", but not "went on holiday"; "called on Norland to" has its noun.
            if entry is not None and (child.dep != "prep" or "order" in entry.takes):
                return entry
    return lexicon.verbs.get(lemma)


def _heads_clause(token: Token) -> bool:
    """Whether a word tagged as a noun is used as a verb ("…, Tamm notes."): it has a subject and a clause."""
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
