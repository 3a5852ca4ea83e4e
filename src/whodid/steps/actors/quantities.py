"""Words that only count: in "hundreds of protesters" the protesters act, though "hundreds" is the subject."""

from __future__ import annotations

from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.owners import Owners
from whodid.steps.actors.roster import INFERRED, Roster
from whodid.steps.actors.view import View
from whodid.text import Token, span_of

_CROWDS = frozenset({"hundreds", "thousands", "dozens", "scores", "tens", "millions"})
_MANY = frozenset({"many", "others", "several", "some"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_UNCOUNTED = frozenset({"nummod", "det", "amod", "quantmod"})
_PLACED = frozenset({"in", "across", "throughout", "around", "outside", "near", "from", "inside"})
# The parser's labels of numbers that count no people.
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


def refer_quantities(view: View, roster: Roster, owners: Owners) -> None:
    """Add a reference for each counting word before "of" and an actor, and for bare "thousands", "many" or "300" who do something."""
    # From the end, so that "tens of thousands of people" finds "thousands" done.
    for token in reversed(view.tokens):
        if _may_count(token, view.lexicon) and not _counted(view, token, roster) and _are_people(token, view.lexicon):
            _refer_crowd(view, token, roster, owners)


def _may_count(token: Token, lexicon: Lexicon) -> bool:
    if token.pos == "NUM" and token.lower not in lexicon.quantities:
        return token.dep not in _UNCOUNTED and token.entity not in _MEASURES
    return token.lower in ("many", "others") or (token.lower in lexicon.quantities and token.dep not in ("nummod", "det", "amod"))


def _counted(view: View, token: Token, roster: Roster) -> bool:
    """Let the word stand for those whom it counts; whether it already stands for somebody, or counts what follows."""
    if (reference := roster.at(token)) is not None and reference.kind != "role":
        return True
    for child in token.children:
        if child.lower != "of":
            continue
        counted = child.child("pobj")
        reference = roster.at(counted) if counted is not None else None
        if counted is None or reference is None or not reference.actors:
            continue
        kinds = {roster.members[actor].kind for actor in reference.actors}
        if reference.kind not in ("role", "name", "pair", "pronoun"):
            continue
        if reference.kind != "role" and not (kinds <= {"group"} or (len(reference.actors) > 1 and reference.kind != "pronoun")):
            continue
        first = min(token.i, *(left.i for left in token.subtree() if left.i <= token.i))
        words = [word for word in view.tokens if word.i >= first and word.end <= reference.span.end] or [token]
        roster.replace(token, span_of(words), reference.actors, "role", reference.flags)
        return True
    return roster.at(token) is not None


def _are_people(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word that counts nothing told stands for people: "thousands marched", "300 in Holmstad were arrested", "many protested"."""
    if any(child.dep == "prep" and child.lower not in _PLACED for child in token.children) or not _is_number(token):
        return False
    above = token.head
    if token.lower in _CROWDS and token.dep in _SUBJECTS:
        return True
    if not above.is_verb:
        return token.lower in _CROWDS and above.dep == "agent"
    verb = above.lemma.lower()
    placed = any(child.dep == "prep" for child in token.children)
    if token.dep == "nsubj" and (verb in lexicon.crowd_verbs or (token.lower == "many" and placed)):
        return True
    return verb in lexicon.victim_verbs and (token.dep in ("nsubjpass", "dobj") or _passive(token))


def _passive(token: Token) -> bool:
    """Whether the word is the subject of a participle whose "were" stands before: "12 were killed and 40 wounded"."""
    verb = token.head
    return token.dep == "nsubj" and verb.tag == "VBN" and verb.dep == "conj" and verb.head.child("auxpass") is not None


def _is_number(token: Token) -> bool:
    """Whether the word tells of how many: not "none" or "one another", nor an age between commas ("Jan Kor, 40, was shot")."""
    before = token.neighbour(-1)
    if before is not None and (before.lower == "no" or (before.text == "," and token.text.isdigit())):
        return False
    return token.pos == "NUM" or token.lower in _CROWDS or token.lower in _MANY


def _refer_crowd(view: View, token: Token, roster: Roster, owners: Owners) -> None:
    told = owners.scenes(view, token)
    passage = None if told else owners.passage(token)
    words = [word for word in token.subtree() if word.i <= token.i]
    countries: list[str | None] = [*told] or [passage]
    people = [roster.group("people", country, "CVL") for country in countries]
    roster.refer(token, span_of(words), people, "role", INFERRED if passage else ())
