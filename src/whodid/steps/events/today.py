"""Whether what the words tell is of the article's day: a plain past tense that nothing puts back."""

from __future__ import annotations

from whodid.record import Status
from whodid.steps.events.subjects import clause_verb
from whodid.steps.events.trigger import Trigger
from whodid.text import Token

# Words that put a clause into the past of the story, not on its day.
_PAST_MARKS = frozenset(("ago", "earlier", "previously", "once", "formerly", "since"))
_SUBORDINATE = frozenset(("before", "after", "since", "until", "when", "while", "as", "once"))
# "said after meeting Kor", "hours after it freed them": on the same day.
_AT_ONCE = frozenset(("after", "before", "while", "when", "as", "on", "upon"))
_SOON = frozenset("hour hours minute minutes moment moments shortly immediately soon just".split())


def is_of_today(trigger: Trigger, status: Status) -> bool:
    """Whether the telling is of the article's day: a plain past tense, not a perfect, not a bare noun, with no word that puts it back."""
    verb = trigger.predicate
    if status != "occurred" or trigger.nominal or not verb.is_verb:
        return False
    if any(child.lower in _PAST_MARKS for word in trigger.words for child in word.children):
        return False
    if verb.dep == "pcomp" and verb.head.lower in _AT_ONCE and verb.head.head.is_verb:
        verb = verb.head.head
    if verb.dep in ("pcomp", "relcl", "acl"):
        return False
    finite = _main_verb(verb)
    while (
        finite.tag in ("VBG", "VB", "VBN") and finite.dep in ("advcl", "xcomp", "conj", "pcomp") and finite.child("aux", "auxpass") is None
    ):
        above = clause_verb(finite.head)
        if above is None:
            return False
        finite = above
    if _is_subordinate(finite):
        return False
    helpers = {child.lower for child in finite.children if child.dep in ("aux", "auxpass")}
    if helpers & {"had", "has", "have", "'ve"}:
        return False
    while finite.dep == "conj" and finite.head.is_verb:
        finite = finite.head
    if finite.dep not in ("ROOT", "ccomp", "parataxis") or _is_subordinate(finite):
        return False
    return finite.tag == "VBD" or bool(helpers & {"was", "were", "did"}) or finite.tag in ("VBZ", "VBP")


def _is_subordinate(verb: Token) -> bool:
    return any(child.lower in _SUBORDINATE and child.dep in ("mark", "advmod") for child in verb.children)


def _main_verb(verb: Token) -> Token:
    """The verb on whose day the clause is: for "hours after they left", "as they left", that of the clause above, else its own."""
    mark = next((child for child in verb.children if child.dep in ("mark", "advmod") and child.lower in _AT_ONCE), None)
    above = clause_verb(verb.head) if verb.dep == "advcl" else None
    if mark is None or above is None or above.tag != "VBD" or verb.tag != "VBD":
        return verb
    if mark.lower in ("after", "before"):
        return above if any(child.lower in _SOON for child in (*mark.children, *verb.children) if child.i < mark.i) else verb
    return above if mark.lower in ("as", "while") else verb
