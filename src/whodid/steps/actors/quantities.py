"""Words that only count: in "hundreds of protesters" the protesters act, though "hundreds" is the subject."""

from __future__ import annotations

from whodid.steps.actors.owners import Owners
from whodid.steps.actors.roster import Roster
from whodid.steps.actors.view import View
from whodid.text import Token, span_of

_CROWDS = frozenset({"hundreds", "thousands", "dozens", "scores", "tens", "millions"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def refer_quantities(view: View, roster: Roster, owners: Owners) -> None:
    """Add a reference for each counting word before "of" and an actor, and for bare "thousands" who do something."""
    # From the end, so that "tens of thousands of people" finds "thousands" done.
    for token in reversed(view.tokens):
        if token.lower in view.lexicon.quantities and token.dep not in ("nummod", "det", "amod"):
            _refer(view, token, roster, owners)


def _refer(view: View, token: Token, roster: Roster, owners: Owners) -> None:
    if (reference := roster.at(token)) is not None and reference.kind != "role":
        return
    for child in token.children:
        if child.lower != "of":
            continue
        counted = next((word for word in child.children if word.dep == "pobj"), None)
        reference = roster.at(counted) if counted is not None else None
        if counted is None or reference is None or reference.kind not in ("role", "name", "pair") or not reference.actors:
            continue
        kinds = {roster.members[actor].kind for actor in reference.actors}
        if reference.kind != "role" and not (kinds <= {"group"} or len(reference.actors) > 1):
            continue
        first = min(token.i, *(left.i for left in token.subtree() if left.i <= token.i))
        start = view.tokens[0].i
        last = view.tokens[0].i
        for word in view.tokens:
            if word.end == reference.span.end:
                last = word.i
        words = view.tokens[first - start : last - start + 1] or [token]
        roster.replace(token, span_of(words), reference.actors, "role", reference.flags)
        return
    if token.lower in _CROWDS and token.dep in _SUBJECTS and roster.at(token) is None and not any(c.dep == "prep" for c in token.children):
        country = owners.passage(token)
        flags = ("country-inferred",) if country else ()
        roster.refer(token, span_of([token]), [roster.group("people", country, "CVL")], "role", flags)
