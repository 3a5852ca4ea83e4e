"""Direction: whether the clause around a time speaks of what has been or of what is to come."""

from __future__ import annotations

from functools import cache

from whodid.steps.times.words import load
from whodid.text import Token

PAST, OPEN, AHEAD = -1, 0, 1
_UNFINISHED = frozenset({"be", "being", "been", "get", "getting"})
_HAVE = frozenset({"have", "has", "had", "'ve", "having"})


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load("plans")[table])


def direction(token: Token) -> int:
    """PAST, AHEAD, or OPEN where the clause does not tell, for a time expression that hangs in the sentence by this word."""
    if follows_since(token):
        return PAST
    if _is_called_for(token):
        return AHEAD
    limit = _is_limit(token)
    below, nouns = token, 0
    for above in [token, *token.ancestors()]:
        if above is not token and above.lemma in _words("planned") and _hangs_on_plan(above):
            return AHEAD
        # "following" the vote is a preposition, whatever its tag.
        if above.is_verb and above.dep not in ("aux", "auxpass", "prep"):
            if any(child.dep in ("acomp", "xcomp") and child.lemma in _words("planned") and child.pos == "ADJ" for child in above.children):
                return AHEAD
            if above.lemma in _words("includes") and _lists_plans(above):
                return AHEAD
            lean = OPEN if nouns and not limit and _is_plain_present(above) else _of_verb(above, limit)
            return OPEN if lean == AHEAD and not limit and _stands_apart(token, above, nouns) else lean
        nouns += above is not token and above.pos in ("NOUN", "PROPN")
        below = above
    return AHEAD if limit and below.i < token.i else OPEN


def points_by_infinitive(token: Token) -> bool:
    """Whether the time is ahead for no better reason than "to" before its verb: "the third state to join on Friday"."""
    verb = next((above for above in token.ancestors() if above.is_verb and above.dep != "prep"), None)
    if verb is None or not _is_infinitive(verb) or verb.dep not in ("acl", "advcl", "csubj", "relcl"):
        return False
    if _is_limit(token) or _is_called_for(token):
        return False
    return not any(above.lemma in _words("planned") and _hangs_on_plan(above) for above in token.ancestors())


def was_planned(token: Token) -> bool:
    """Whether it was the time of a plan that is told in the past: "was due to be freed in May", "had been scheduled for May"."""
    for plan in token.ancestors():
        if plan.lemma in _words("planned") and (plan.tag in ("VBN", "JJ") or plan.pos == "ADJ"):
            verb = plan if plan.tag == "VBN" else plan.head
            helpers = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
            return bool((helpers | {verb.lower}) & {"was", "were", "had"})
    return False


def follows_since(token: Token) -> bool:
    """Whether "since" stands before the time, or before the noun that it dates: "since the Oct. 7 attack"."""
    return _governor(token).lower == "since"


def _governor(token: Token) -> Token:
    """The preposition of the time, or of the noun that it dates."""
    noun = token.head if token.dep in ("compound", "nmod", "poss", "amod", "nummod") else token
    return noun.head if noun.dep == "pobj" else token


def _is_called_for(token: Token) -> bool:
    """ "ahead of Sunday's vote", "called a strike for Monday"."""
    governor = _governor(token)
    if governor.lower == "of":
        return governor.head.lower == "ahead"
    if governor.lower != "for" or token.head is not governor:
        return False
    verb = next((above for above in governor.ancestors() if above.is_verb), None)
    return verb is not None and verb.lemma in _words("calls")


def _is_plain_present(verb: Token) -> bool:
    return verb.tag in ("VBZ", "VBP") and not _auxiliaries(verb)


def _stands_apart(token: Token, verb: Token, nouns: int) -> bool:
    """Whether the time dates a noun of its own: "to fight Wednesday's ruling", "are looking for the cause of a blaze on Monday"."""
    inner = token is not verb and token.dep in ("poss", "compound", "amod", "nummod", "nmod")
    in_progress = verb.tag == "VBG" and not _auxiliaries(verb) & _words("modals")
    return (inner and (in_progress or _is_infinitive(verb))) or (in_progress and nouns > 1)


def _lists_plans(verb: Token) -> bool:
    """ "the visit includes", "a stay in Holmstad, which includes"."""
    if verb.tag not in ("VBZ", "VBP"):
        return False
    subject = verb.child("nsubj")
    owners = [subject] if subject is not None and verb.dep != "relcl" else [verb.head, verb.head.head, verb.head.head.head]
    return any(owner.lemma in _words("agendas") for owner in owners)


def _is_limit(token: Token) -> bool:
    """Whether "by", "until" or "through" stands right before the time."""
    if token.dep == "pobj" and token.head.lower in _words("until"):
        return True
    before = token.neighbour(-1)
    return before is not None and before.lower in _words("until") and token.dep != "compound"


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lower == "to" for child in verb.children)


def _hangs_on_plan(token: Token) -> bool:
    """Whether a word of planning is used as one: "due Friday", "is expected in May", "planned a march", not "had planned"."""
    if token.pos == "ADJ" or token.tag == "JJ":
        return True
    if token.tag == "VBD":
        return token.lemma in ("plan", "schedule")
    if token.tag in ("VB", "VBZ", "VBP", "VBG"):
        return token.pos == "VERB"
    if token.tag != "VBN":
        return False
    have = {child.lower for child in token.children if child.dep == "aux"} & _HAVE
    return not have or ("had" not in have and token.lemma in ("plan", "schedule"))


def _auxiliaries(verb: Token) -> set[str]:
    return {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}


def _of_verb(verb: Token, limit: bool) -> int:
    auxiliaries = _auxiliaries(verb)
    if limit and "had" not in auxiliaries and (verb.lemma in _words("grants") or auxiliaries & _HAVE):
        return AHEAD
    if auxiliaries & _HAVE:
        return PAST
    if auxiliaries & _words("modals"):
        return PAST if _is_past_refusal(verb, auxiliaries) else AHEAD
    if "to" in auxiliaries:
        return _of_infinitive(verb, limit)
    if auxiliaries & {"was", "were", "did"} or verb.tag == "VBD":
        return PAST
    if verb.tag in ("VBZ", "VBP"):
        return _of_present(verb, limit)
    if verb.tag == "VBN":
        if auxiliaries and auxiliaries <= _UNFINISHED:
            return _of_participle(verb, auxiliaries, limit)
        return OPEN if auxiliaries else PAST
    return _of_participle(verb, auxiliaries, limit)


def _is_past_refusal(verb: Token, auxiliaries: set[str]) -> bool:
    if not ("could" in auxiliaries or ("would" in auxiliaries and verb.lemma in _words("withheld"))):
        return False
    subject = verb.child("nsubj", "nsubjpass")
    words = [*verb.children, *([subject, *subject.children] if subject is not None else [])]
    return any(word.lower in _words("negations") for word in words)


def _of_participle(verb: Token, auxiliaries: set[str], limit: bool) -> int:
    if auxiliaries & {"is", "are", "am", "'re", "'s", "'m"}:
        return AHEAD
    above = next((word for word in verb.ancestors() if word.is_verb), None)
    if above is None or limit:
        return AHEAD if limit else OPEN
    return _of_verb(above, limit)


def _of_infinitive(verb: Token, limit: bool) -> int:
    """ "to meet on Friday" is ahead of the clause above it, unless that verb says that it came about ("began to")."""
    above = verb.head
    if above is not verb and above.is_verb and above.lemma in _words("happened"):
        return _of_verb(above, limit)
    return AHEAD


def _of_present(verb: Token, limit: bool) -> int:
    if limit:
        return AHEAD
    if verb.sentence.headline:
        return OPEN
    if verb.tag == "VBP" and verb.lemma in _words("same_in_past"):
        return OPEN
    # "the vote is on Sunday", not "the vote is a test".
    if verb.lemma == "be" and not any(child.dep in ("attr", "acomp", "expl", "ccomp") for child in verb.children):
        return AHEAD
    return OPEN if verb.lemma in ("be", "have", "say") or verb.child("ccomp") is not None else AHEAD
