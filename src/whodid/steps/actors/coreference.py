"""What pronouns and repeated nouns stand for: the most salient actors of the right kind before them, or nobody where two are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from whodid.cast import Reference
from whodid.steps.actors.candidates import OBJECTS, Candidate, best, coordinated, leads, salience, told_before, weight_of
from whodid.steps.actors.clauses import SUBJECTS, governor, is_bound, subject_of, verb_of
from whodid.steps.actors.lexicon import load_lexicon
from whodid.steps.actors.roster import Member, Roster
from whodid.text import Token

_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
PRONOUNS = frozenset(_PERSONAL) | _PLURAL | _NEUTER
_OPENING, _CLOSING = frozenset({"\u201c", "``"}), frozenset({"\u201d", "''"})
_QUOTES = _OPENING | _CLOSING | {'"'}
_REFLEXIVE = ("self", "selves")
_ONE, _MANY = frozenset({"NN"}), frozenset({"NNS"})
# Nouns that no pronoun speaks of again: times, measures, manners of speaking.
_NO_THINGS = frozenset(
    {"time", "day", "week", "month", "year", "way", "part", "percent", "no", "question", "concern", "concerns", "comment"}
)
# How readily a pronoun stands for a thing rather than for an actor.
_THING = -0.4
# The same of who only tells the news.
_REPORTING = -2.5

Accept = Callable[[Member], float | None]


def resolve_pronoun(token: Token, roster: Roster) -> tuple[tuple[str, ...], bool]:
    """Whom a pronoun stands for, and whether it is in doubt between two of equal weight (then nobody)."""
    word = token.lower
    if word.endswith(_REFLEXIVE):
        return _own_subject(token, roster), False
    if word in _PERSONAL:
        accept = _person_fit(_PERSONAL[word])
        actors, doubt = best(_singles(token, roster, accept))
        return (actors, doubt) if actors or doubt else (_ahead(token, roster, accept), False)
    if word in _NEUTER:
        return best(chain(_singles(token, roster, _thing_fit), _things(token, roster, _ONE)))
    return best(chain(_plurals(token, roster), _things(token, roster, _MANY)))


def last_of(token: Token, roster: Roster, accept: Accept) -> tuple[tuple[str, ...], bool]:
    """The most salient actor before a word that fits, for "the minister", "the country", "the group"."""
    return best(_singles(token, roster, accept, same_clause=True))


def told_states(token: Token, roster: Roster) -> list[str]:
    """The states told before a word in its sentence and the one before, the nearest first: "the country" is one of them."""
    found: list[str] = []
    for reference in told_before(token, roster):
        if token.sentence.index - reference.head.sentence.index > 1:
            break
        # Of two joined by "and", neither is "the country".
        joined = reference.head.dep == "conj" or any(roster.at(word) for word in reference.head.conjuncts()[1:])
        if len(reference.actors) == 1 and not joined and (state := roster.state_for(roster.members[reference.actors[0]])):
            found.append(state)
    return list(dict.fromkeys(found))


def barred(token: Token, roster: Roster) -> frozenset[str]:
    """Actors who fill another place of the pronoun's own verb: "he" and "him" are two."""
    here = (r for r in told_before(token, roster) if r.head.sentence is token.sentence and is_bound(token, r.head))
    return frozenset(actor for reference in here for actor in reference.actors)


def _ahead(token: Token, roster: Roster, accept: Accept) -> tuple[str, ...]:
    """Where nobody has been told of before: the person named as subject after the phrase that opens it ("In his speech, Kor said")."""
    opening = token
    while opening.dep not in ("prep", "advcl", "ROOT"):
        opening = opening.head
    while opening.head.dep in ("pobj", "prep"):  # "on the margins of his visit"
        opening = opening.head
    subject = opening.head.child("nsubj", "nsubjpass")
    member = roster.one_at(subject) if subject is not None and subject.i > token.i else None
    return (member.id,) if member is not None and member.kind == "person" and accept(member) is not None else ()


def _own_subject(token: Token, roster: Roster) -> tuple[str, ...]:
    """Whom "itself" stands for: the subject of its verb, or the word beside which it stands ("the leaders themselves")."""
    beside = roster.at(token.head)
    if beside is not None and token.dep in ("appos", "npadvmod") and not token.head.is_verb:
        return beside.actors
    subject = governor(token) or subject_of(verb_of(token))
    reference = roster.at(subject) if subject is not None else None
    return coordinated(reference, roster) if reference is not None else ()


def _singles(token: Token, roster: Roster, accept: Accept, *, same_clause: bool = False) -> Iterator[Candidate]:
    """The actors before a word that stand alone and fit, but for those who fill another place of its verb."""
    taken = frozenset[str]() if same_clause else barred(token, roster)
    for reference in told_before(token, roster):
        if len(reference.actors) != 1 or reference.actors[0] in taken or _is_quoted(reference.head, token):
            continue
        fit = accept(roster.members[reference.actors[0]])
        if fit is not None:
            fit += _REPORTING if _only_reports(reference.head, roster.members[reference.actors[0]]) else 0.0
            yield Candidate(reference.actors, fit + salience(token, reference), reference.head)


def _person_fit(gender: str) -> Accept:
    def fit(member: Member) -> float | None:
        if member.kind == "group" and not member.plural and not member.collective:
            return -0.8
        if member.kind != "person" or (member.gender is not None and member.gender != gender):
            return None
        return 0.4 if member.gender == gender else 0.0

    return fit


def _thing_fit(member: Member) -> float | None:
    if member.kind in ("state", "organization"):
        return 0.2
    return -0.6 if member.collective else None


def _only_reports(head: Token, member: Member) -> bool:
    """Whether somebody is named for telling the news: "VOA's Jan Kor reports"."""
    return member.sector == "JRN" and head.dep == "nsubj" and head.head.lemma.lower() in load_lexicon().telling_verbs


def _plurals(token: Token, roster: Roster) -> Iterator[Candidate]:
    """Those whom "they" may mean: several, or one that is spoken of as many."""
    taken = barred(token, roster)
    for reference in told_before(token, roster):
        if taken.issuperset(reference.actors):
            continue
        actors = coordinated(reference, roster) if leads(reference, roster) and reference.kind != "adjective" else reference.actors
        fit = _plural_fit(reference, [roster.members[actor] for actor in actors])
        if fit is not None:
            yield Candidate(actors, fit + salience(token, reference), reference.head)


def _plural_fit(reference: Reference, members: Sequence[Member]) -> float | None:
    """How readily a plural means the actors of a reference."""
    if len(members) > 1:
        return 0.8 if members[0].kind == "person" else 0.5
    if (members[0].plural and reference.kind != "adjective") or _is_told_as_many(reference, members[0]):
        return 0.5
    return -0.7 if members[0].kind == "organization" else None


def _is_told_as_many(reference: Reference, member: Member) -> bool:
    """Whether the words are a plural though they stand for one: "the Norlanders", "the authorities"."""
    return member.kind in ("state", "group") and reference.kind == "role" and reference.head.tag in ("NNS", "NNPS")


def _things(token: Token, roster: Roster, tags: frozenset[str]) -> Iterator[Candidate]:
    """Nouns before a pronoun that are no actors ("the documents … she signed them"): where one is nearest, nobody is meant."""
    sentence = token.sentence
    for word in sentence.tokens:
        if word.i >= token.i:
            return
        fits = word.tag in tags and word.dep in SUBJECTS | OBJECTS and not word.entity and word.lower not in _NO_THINGS
        if fits and roster.at(word) is None and word is not token.head and verb_of(word) is not verb_of(token):
            yield Candidate((), _THING + weight_of(token, word), word)


def _is_quoted(head: Token, pronoun: Token) -> bool:
    """Whether a word stands between quotation marks of the pronoun's sentence, and the pronoun outside: ""I met Kor," he said"."""
    if head.sentence is not pronoun.sentence or pronoun.tag == "PRP$":
        return False
    marks = [token for token in head.sentence.tokens if token.lower in _QUOTES]
    # Between the two an odd number of marks: one of them is inside.
    return sum(head.i < mark.i < pronoun.i for mark in marks) % 2 == 1 and _closes(marks, head)


def _closes(marks: Sequence[Token], head: Token) -> bool:
    """Whether the first mark after a word ends a quotation: it is so shaped, or an odd number of marks stand before the word."""
    mark = next(mark for mark in marks if mark.i > head.i)
    return mark.text in _CLOSING or (mark.text not in _OPENING and sum(each.i < head.i for each in marks) % 2 == 1)
