"""The clause below a verb or noun: whether it is the one that a pattern wants, and whom it names."""

from __future__ import annotations

from itertools import takewhile

from whodid.lexicon.patterns import Pattern, load_classes
from whodid.steps.events.aims import AIMED
from whodid.steps.events.clauses import frame_of
from whodid.steps.events.moods import WILLING, is_negated
from whodid.steps.events.prepositions import prepositions
from whodid.steps.events.references import References, is_own
from whodid.steps.events.subjects import FINITE, is_infinitive
from whodid.text import Token

# Verbs whose object changes hands: the other party stands under the preposition.
GIVING = frozenset("send give provide deliver supply deploy dispatch extend grant lend sell hand transfer return lift ease".split())
_MOVING = GIVING | {"withdraw", "pull", "move", "redeploy", "commit"}
# With these the infinitive stands without "to".
BARE = frozenset(("let", "make", "have", "help", "see", "watch"))
_HELPING = frozenset("help assist aid support protect defend reinforce train feed shelter house evacuate rescue meet relieve".split())
_NEEDS = frozenset(("need", "suffering", "plight", "effort"))
_UNLESS = frozenset(("unless", "until", "if", "before"))
_TOLD_BY_CLAUSE = frozenset(("REJECT", "THREATEN", "REQUEST"))
QUESTIONS = frozenset("whether if why how what who whom whose when where which".split())


def has_clause(verb: Token, pattern: Pattern) -> bool:
    """Whether the clause that the pattern wants follows the verb; quoted words before it are no such clause."""
    if pattern.clause is None:
        return True
    for child in verb.children:
        heads = _CLAUSES[pattern.clause](verb, child)
        if any(not pattern.clause_words or head.lemma in pattern.clause_words for head in heads):
            return True
        if pattern.clause == "to-inf" and child.i > verb.i and child.dep in ("dobj", "prep", "attr") and _infinitive_below(child, pattern):
            return True
    return False


def _infinitives(verb: Token, child: Token) -> list[Token]:
    if child.dep not in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
        return []
    bare = verb.lemma in BARE and child.tag in ("VB", "VBP") and child.dep in ("xcomp", "ccomp") and child.child("aux") is None
    return [child] if bare or is_infinitive(child) else []


def _negative_infinitives(verb: Token, child: Token) -> list[Token]:
    return [head for head in _infinitives(verb, child) if is_negated(head)]


def _finite(verb: Token, child: Token) -> list[Token]:
    told = child.dep == "ccomp" or (child.dep == "acl" and verb.pos == "NOUN" and child.child("mark") is not None)
    return [child] if told and child.i > verb.i and not is_infinitive(child) and not _is_question(child) else []


def _is_question(clause: Token) -> bool:
    """Whether the clause asks ("whether it had", "why they came")."""
    first = min(clause.subtree(), key=lambda token: token.i)
    return first.lower in QUESTIONS


def _promised(verb: Token, child: Token) -> list[Token]:
    """What the subject says that it will do itself, all verbs joined to it."""
    subject = child.child("nsubj")
    if child.dep != "ccomp" or subject is None or is_negated(child) or not (subject.pos == "PRON" or is_own(subject)):
        return []
    return [child] if any(below.dep == "aux" and below.lower in WILLING for below in child.children) else []


def _participles(verb: Token, child: Token) -> list[Token]:
    told_of = "acl" if verb.pos == "NOUN" else "advcl"  # "rallies calling for his release"
    if child.dep in ("xcomp", "ccomp", "dobj", told_of) and child.tag == "VBG" and child.i > verb.i:
        return [child] if child.child("aux") is None else []  # "warned that it was leaving"
    if child.dep in ("prep", "dobj"):
        return [below for inner in (child, *child.children) for below in inner.children if below.dep == "pcomp"]
    return []


_CLAUSES = {"to-inf": _infinitives, "not-to-inf": _negative_infinitives, "that": _finite, "that-will": _promised, "ing": _participles}


def within_clause(verb: Token, pattern: Pattern, references: References) -> tuple[Token, ...]:
    """To whom, where only the clause tells it: "agreed to lift sanctions on Estia", "is willing to work with Estia"."""
    if pattern.clause not in ("to-inf", "not-to-inf", "ing", "that-will"):
        return ()
    heads = (head for child in verb.children for head in _CLAUSES[pattern.clause](verb, child))
    below = next((head for head in heads if head.dep not in ("acl", "relcl")), None)
    return _concerned(below, references) if below is not None else ()


def within_nouns_clause(noun: Token, pattern: Pattern, references: References) -> tuple[Token, ...]:
    """To whom, where the clause of a noun tells it: "its refusal to work with Estia", "threats that it would shell Estia"."""
    if pattern.type not in _TOLD_BY_CLAUSE:
        return ()
    clauses = (child for child in noun.children if child.dep in ("acl", "relcl") and child.i > noun.i)
    below = next((clause for clause in clauses if is_infinitive(clause) or clause.child("mark") is not None), None)
    if below is None:
        return ()
    if pattern.type == "REQUEST":  # "the demand that Estia leave", but "the bid to join the pact"
        found = tuple(child for child in below.children if child.dep == "nsubj")
    else:
        found = conditioned(below, references) or _concerned(below, references)
    return tuple(thing for thing in found if thing in references and not is_own(thing))


def _concerned(below: Token, references: References) -> tuple[Token, ...]:
    """Whom the clause's verb concerns: its object, or at whom it is aimed."""
    frame = frame_of(below)
    objects = tuple(
        thing for thing in frame.objects + frame.datives + _told_of(below) if thing in references and not _goes_along(thing, below)
    )
    aimed = tuple(thing for prep, thing in frame.preps if prep in AIMED or prep == "at")
    named = tuple(thing for thing in aimed if thing in references)
    rest = tuple(thing for thing in frame.objects + aimed if not _goes_along(thing, below))
    if below.lemma in GIVING and not named and (whom := helped(below, references)):
        return whom
    return (named or objects if below.lemma in GIVING else objects or named) or rest


def helped(verb: Token, references: References) -> tuple[Token, ...]:
    """Whom the purpose names for which something is given: "offered to send troops to help Estia", "to meet the needs of Estians"."""
    purposes = [below for below in verb.subtree() if below.dep in ("xcomp", "advcl", "acl", "relcl") and below.lemma in _HELPING]
    purposes = [below for below in purposes if below is not verb and is_infinitive(below)]
    things = [thing for below in purposes[:1] for thing in frame_of(below).objects if not is_own(thing)]
    if named := tuple(thing for thing in things if thing in references):
        return named
    needs = (thing for thing in things if thing.lemma in _NEEDS)
    return tuple(whose for thing in needs for prep, whose in prepositions(thing) if prep == "of" and whose in references)


def _goes_along(thing: Token, verb: Token) -> bool:
    """Whether it is the doer's own: "its envoy", or the troops in "is willing to withdraw troops"."""
    return is_own(thing) or (verb.lemma in _MOVING and thing.lemma.lower() in load_classes()["@troops"])


def conditioned(verb: Token, references: References) -> tuple[Token, ...]:
    """Of whom something is wanted: "threatened to leave unless Estia paid", "will not talk until Estia withdraws"."""
    for clause in verb.subtree():
        if clause.dep == "advcl" and clause.i > verb.i and any(c.dep == "mark" and c.lower in _UNLESS for c in clause.children):
            subject, start = _bound_by(clause), min(word.i for word in clause.subtree())
            if subject is None or subject not in references or is_own(subject) or subject.pos == "PRON":
                continue
            named = (word for word in verb.subtree() if verb.i < word.i < start and word.pos != "PRON" and word in references)
            return () if any(named) else (subject,)
    return ()


def _bound_by(clause: Token) -> Token | None:
    """Who is to do what the clause wants, in the active and the passive: "until Estia pays", "until it is paid by Estia"."""
    agent = clause.child("agent")
    return clause.child("nsubj") if agent is None else agent.child("pobj")


def _told_of(verb: Token) -> tuple[Token, ...]:
    """Of whom the clause below speaks: "to demand that Estia leave"."""
    return tuple(found for child in verb.children if child.dep == "ccomp" and (found := child.child("nsubj", "nsubjpass")) is not None)


def _infinitive_below(thing: Token, pattern: Pattern) -> bool:
    """The parser often hangs the infinitive of "urged Estia to leave" on the object."""
    for below in thing.subtree():
        if below.tag == "VB" and below.dep in ("relcl", "acl", "xcomp") and is_infinitive(below) and not _in_finite(below, thing):
            return not pattern.clause_words or below.lemma in pattern.clause_words
    return False


def _in_finite(word: Token, top: Token) -> bool:
    """Whether a finite clause stands between the word and the top: "told Kor that there was a duty to leave"."""
    between = takewhile(lambda above: above is not top, word.ancestors())
    return any(above.tag in FINITE for above in between)
