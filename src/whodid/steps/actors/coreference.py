"""What pronouns and repeated nouns stand for: the most salient actors of the right kind before them, or nobody where two are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from whodid.cast import Reference
from whodid.steps.actors.roster import Member, Roster
from whodid.steps.actors.words import load_lexicon
from whodid.text import Token

# How far back, in sentences, a pronoun looks.
_REACH = 3
# How far back, in words, "who" looks past a time or a place.
_WHO_REACH = 7
# Two candidates nearer than this are of equal weight.
_MARGIN = 0.3
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODIFYING = frozenset({"poss", "compound", "amod", "nmod"})
_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_OPENING, _CLOSING = frozenset({"\u201c", "``"}), frozenset({"\u201d", "''"})
_QUOTES = _OPENING | _CLOSING | {'"'}
_REFLEXIVE = ("self", "selves")
_OBJECTS = frozenset({"dobj", "dative"})
_ONE, _MANY = frozenset({"NN"}), frozenset({"NNS"})
# Nouns that no pronoun speaks of again: times, measures, manners of speaking.
_NO_THINGS = frozenset(
    {"time", "day", "week", "month", "year", "way", "part", "percent", "no", "question", "concern", "concerns", "comment"}
)
# How readily a pronoun stands for a thing rather than for an actor.
_THING = -0.4
# The same of who only tells the news.
_REPORTING = -2.5
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
PRONOUNS = frozenset(_PERSONAL) | _PLURAL | _NEUTER

Accept = Callable[[Member], float | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Actors that some words before may lend to a pronoun, with their weight."""

    actors: tuple[str, ...]
    weight: float
    head: Token


def resolve_pronoun(token: Token, roster: Roster) -> tuple[tuple[str, ...], bool]:
    """Whom a pronoun stands for, and whether it is in doubt between two of equal weight (then nobody)."""
    word = token.lower
    if word.endswith(_REFLEXIVE):
        return _own_subject(token, roster), False
    if word in _PERSONAL:
        return _best(_singles(token, roster, _person_fit(_PERSONAL[word])))
    if word in _NEUTER:
        return _best(chain(_singles(token, roster, _thing_fit), _things(token, roster, _ONE)))
    return _best(chain(_plurals(token, roster), _things(token, roster, _MANY)))


def _own_subject(token: Token, roster: Roster) -> tuple[str, ...]:
    """Whom "itself" stands for: the subject of its verb, or the word beside which it stands ("the leaders themselves")."""
    beside = roster.at(token.head)
    if beside is not None and token.dep in ("appos", "npadvmod") and not token.head.is_verb:
        return beside.actors
    subject = governor(token) or _subject(_verb(token))
    reference = roster.at(subject) if subject is not None else None
    return coordinated(reference, roster) if reference is not None else ()


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the one that governs its infinitive ("has the right to defend itself")."""
    for above in (verb, *verb.ancestors()):
        if (subject := above.child("nsubj", "nsubjpass")) is not None:
            return subject
        if above.is_verb and not any(child.lower == "to" and child.dep == "aux" for child in above.children):
            return None
    return None


def _things(token: Token, roster: Roster, tags: frozenset[str]) -> Iterator[Candidate]:
    """Nouns before a pronoun that are no actors ("the documents … she signed them"): where one is nearest, nobody is meant."""
    sentence = token.sentence
    for word in sentence.tokens:
        if word.i >= token.i:
            return
        fits = word.tag in tags and word.dep in _SUBJECTS | _OBJECTS and not word.entity and word.lower not in _NO_THINGS
        if fits and roster.at(word) is None and word is not token.head and _verb(word) is not _verb(token):
            yield Candidate((), _THING + _weight(token, word), word)


def resolve_relative(token: Token, roster: Roster) -> tuple[str, ...]:
    """Whom "who", "which" or "whose" stands for: the noun on which its clause hangs, for "who" somebody who can be one."""
    if token.lower not in _RELATIVE:
        return ()
    clause = next((word for word in (token, *token.ancestors()) if word.dep in ("relcl", "acl")), None)
    if clause is None:
        return ()
    reference = roster.at(clause.head)
    actors = _antecedents(reference, clause, roster) if reference is not None else ()
    members = [roster.members[actor] for actor in actors]
    if token.lower in ("which", "that"):
        return () if token.lower == "which" and all(member.kind == "person" for member in members) else actors
    if token.lower == "whose" and actors:
        return actors
    people = tuple(member.id for member in members if _is_who(member, roster)) or _who_before(token, roster)
    return people or tuple(member.id for member in members if member.kind != "state")


def _antecedents(reference: Reference, clause: Token, roster: Roster) -> tuple[str, ...]:
    if reference.kind == "adjective":
        return ()
    if not _plural_verb(clause):
        return reference.actors
    first = roster.at(_first_conjunct(reference.head))
    one = not any(roster.members[actor].plural for actor in reference.actors)
    return coordinated(first if one and first is not None else reference, roster)


def _plural_verb(clause: Token) -> bool:
    auxiliary = next((child for child in clause.children if child.dep in ("aux", "auxpass")), clause)
    return auxiliary.lower in ("are", "were", "have") or (auxiliary is clause and clause.tag == "VBP")


def _is_who(member: Member, roster: Roster) -> bool:
    """Whether "who" can mean it: people, and organizations that are spoken of as people ("the Taliban, who")."""
    if member.kind in ("person", "group"):
        return member.plural or not member.collective
    organization = roster.knowledge.organizations.get(member.id.partition(":")[2])
    return organization is not None and organization.kind in ("armed", "party", "movement")


def _who_before(token: Token, roster: Roster) -> tuple[str, ...]:
    """The nearest before "who" who can be one, where the parser hangs its clause on a time or a thing."""
    near = [
        reference
        for reference in roster.references
        if 0 < token.i - reference.head.i <= _WHO_REACH
        and reference.head.sentence is token.sentence
        and reference.kind not in ("adjective", "pronoun")
        and reference.actors
    ]
    for reference in sorted(near, key=lambda reference: -reference.head.i):
        if all(_is_who(roster.members[actor], roster) for actor in reference.actors):
            return reference.actors
    return ()


def last_of(token: Token, roster: Roster, accept: Accept) -> tuple[tuple[str, ...], bool]:
    """The most salient actor before a word that fits, for "the minister", "the country", "the group"."""
    return _best(_singles(token, roster, accept, same_clause=True))


def told_states(token: Token, roster: Roster) -> list[str]:
    """The states told before a word in its sentence and the one before, the nearest first: "the country" is one of them."""
    found: list[str] = []
    for reference in _before(token, roster):
        if token.sentence.index - reference.head.sentence.index > 1:
            break
        # Of two joined by "and", neither is "the country".
        joined = reference.head.dep == "conj" or any(roster.at(word) for word in reference.head.conjuncts()[1:])
        if len(reference.actors) == 1 and not joined and (state := roster.state_for(roster.members[reference.actors[0]])):
            found.append(state)
    return list(dict.fromkeys(found))


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


def leads(reference: Reference, roster: Roster) -> bool:
    """Whether the reference is the first of those that are joined by "and"."""
    head = reference.head
    return head.dep != "conj" or roster.at(head.head) is None


def coordinated(reference: Reference, roster: Roster) -> tuple[str, ...]:
    """The actors of a reference and of those joined to it by "and"."""
    actors = list(reference.actors)
    for token in reference.head.conjuncts()[1:]:
        joined = roster.at(token)
        if joined is not None and joined.kind != "adjective":
            actors.extend(joined.actors)
    return tuple(dict.fromkeys(actors))


def _best(candidates: Iterator[Candidate]) -> tuple[tuple[str, ...], bool]:
    weights: dict[tuple[str, ...], float] = {}
    for candidate in candidates:
        weights[candidate.actors] = max(candidate.weight, weights.get(candidate.actors, -99.0))
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked:
        return (), False
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN:
        return (), True
    return ranked[0][0], False


def _singles(token: Token, roster: Roster, accept: Accept, *, same_clause: bool = False) -> Iterator[Candidate]:
    taken = frozenset[str]() if same_clause else barred(token, roster)
    for reference in _before(token, roster):
        if len(reference.actors) != 1 or reference.actors[0] in taken or _is_quoted(reference.head, token):
            continue
        fit = accept(roster.members[reference.actors[0]])
        if fit is not None:
            fit += _REPORTING if _only_reports(reference.head, roster.members[reference.actors[0]]) else 0.0
            yield Candidate(reference.actors, fit + _salience(token, reference), reference.head)


def _only_reports(head: Token, member: Member) -> bool:
    """Whether somebody is named for telling the news: "VOA's Jan Kor reports"."""
    return member.sector == "JRN" and head.dep == "nsubj" and head.head.lemma.lower() in load_lexicon().telling_verbs


def _plurals(token: Token, roster: Roster) -> Iterator[Candidate]:
    taken = barred(token, roster)
    for reference in _before(token, roster):
        if taken.issuperset(reference.actors):
            continue
        actors = coordinated(reference, roster) if leads(reference, roster) and reference.kind != "adjective" else reference.actors
        members = [roster.members[actor] for actor in actors]
        if len(actors) > 1:
            fit = 0.8 if members[0].kind == "person" else 0.5
        elif (members[0].plural and reference.kind != "adjective") or _is_told_as_many(reference, members[0]):
            fit = 0.5
        elif members[0].kind == "organization":
            fit = -0.7
        else:
            continue
        yield Candidate(actors, fit + _salience(token, reference), reference.head)


def _is_told_as_many(reference: Reference, member: Member) -> bool:
    """Whether the words are a plural though they stand for one: "the Norlanders", "the authorities"."""
    return member.kind in ("state", "group") and reference.kind == "role" and reference.head.tag in ("NNS", "NNPS")


def barred(token: Token, roster: Roster) -> frozenset[str]:
    """Actors who fill another place of the pronoun's own verb: "he" and "him" are two."""
    here = (r for r in _before(token, roster) if r.head.sentence is token.sentence and _bound(token, r.head))
    return frozenset(actor for reference in here for actor in reference.actors)


def _before(token: Token, roster: Roster) -> Iterator[Reference]:
    index = token.sentence.index
    for reference in reversed(roster.references):
        distance = index - reference.head.sentence.index
        if distance > _REACH:
            return
        if (
            reference.actors
            and reference.head.i < token.i
            and not reference.head.sentence.headline
            and not _says_what(reference.head, roster)
        ):
            yield reference


def _says_what(head: Token, roster: Roster) -> bool:
    """Whether a noun only tells what somebody is: "these rioters are criminals"."""
    subject = head.head.child("nsubj") if head.dep == "attr" else None
    return subject is not None and roster.at(subject) is not None


def _salience(token: Token, reference: Reference) -> float:
    weight = _weight(token, reference.head)
    if reference.kind == "adjective" and _role(reference.head) in _MODIFYING:
        weight -= 0.5
    return weight


def _weight(token: Token, head: Token) -> float:
    """How much a word before a pronoun stands out by its place in the sentence."""
    distance = token.sentence.index - head.sentence.index
    weight = -0.9 - 1.2 * distance if distance else -0.01 * (token.i - head.i)
    role = _role(head)
    if head is governor(token):
        weight += 2.0
    elif role in _SUBJECTS:
        weight += 1.5 if head.head.dep not in ("relcl", "acl") else 0.9
    elif role in _OBJECTS:
        weight += 0.6
    elif role in _MODIFYING:
        weight -= 0.3
    return weight


def _role(head: Token) -> str:
    while head.dep in ("conj", "appos") and head.head is not head:
        head = head.head
    return head.dep


def governor(token: Token) -> Token | None:
    """Who is to do what a pronoun's clause tells: "pressed Norland to open its ports", "Norland's claim that its ports are open"."""
    verb = _verb(token)
    above = verb.head
    if above is verb or not verb.is_verb:
        return None
    if above.pos == "NOUN" and verb.dep in ("acl", "ccomp"):
        return next((child for child in above.children if child.dep == "poss"), None) or _aimed(above)
    if verb.dep in ("xcomp", "ccomp", "advcl") and any(child.lower == "to" and child.dep == "aux" for child in verb.children):
        given = next((child for child in verb.children if child.dep in _SUBJECTS), None) or above.child("dobj")
        if given is not None and (aimed := _aimed(given)) is not None:
            return aimed
        return (given or _aimed(above)) if above.lemma.lower() in load_lexicon().ruling_verbs else None
    return None


def _aimed(word: Token) -> Token | None:
    """The party at whom a word is aimed: "pressure on Norland", "called on Norland", "appealed to Norland"."""
    for child in word.children:
        if child.dep == "prep" and child.lower in ("on", "to", "upon"):
            return child.child("pobj")
    return None


def _first_conjunct(token: Token) -> Token:
    while token.dep == "conj" and token.head is not token:
        token = token.head
    return token


def _bound(token: Token, head: Token) -> bool:
    """Whether the pronoun is an argument of the same verb as the candidate, and so somebody else."""
    if token.sentence is not head.sentence:
        return False
    if token.tag == "PRP$" or token.dep == "poss":
        return token.head is head or any(word is head for word in token.ancestors() if word.dep in ("appos",))
    if token.lower.endswith(("self", "selves")):
        return False
    return _verb(token) is _verb(head)


def _verb(token: Token) -> Token:
    word = token
    while word.head is not word and not word.is_verb:
        word = word.head
    return word


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
