"""Who belongs to what: "Norland is a dialogue partner of the pact", "the pact, consisting of Norland and Estia"; and foundings."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.cast import Cast, Reference
from whodid.record import Extent, Relation
from whodid.text import Sentence, Token

# What a state is to an organization, by the noun that says so.
STANDINGS = {"member": "member_of", "observer": "observer_of", "partner": "partner_of", "candidate": "candidate_of"}
_DIALOGUE = frozenset(("dialogue", "dialog"))
# Words by which an organization is told to be made up of its members.
CONSISTS = frozenset(("consist", "comprise", "group", "include", "compose", "unite", "bring"))
# Countries of organizations that states join, as PLOVER codes them.
_UNIONS = frozenset(("IGO", "EUR", "UNO"))
FOUNDED = frozenset(("found", "establish", "create", "form", "launch", "set"))
_NOT_YET = frozenset(("former", "prospective", "potential", "aspiring", "fellow", "future"))


def memberships(sentence: Sentence, cast: Cast) -> Iterator[Relation]:
    """States, and people, and what they are to an organization, as this sentence states it."""
    for token in sentence.tokens:
        if token.lemma in STANDINGS and token.pos in ("NOUN", "PROPN"):
            yield from _by_standing(token, sentence, cast)
        elif token.lemma in CONSISTS and token.is_verb:
            yield from _by_consisting(token, sentence, cast)
        elif token.lemma == "join" and token.tag in ("VBD", "VBN"):
            yield from _by_joining(token, sentence, cast)


def affiliations(sentence: Sentence, cast: Cast) -> Iterator[Relation]:
    """ "Eva Kor of the Council of Churches": whom somebody is named as one of; states and lands are where one is from."""
    for reference in _references(sentence.tokens, cast):
        if reference.kind != "name" or len(reference.actors) != 1 or not reference.actors[0].startswith("person:"):
            continue
        for child in reference.head.children:
            thing = child.child("pobj") if child.dep == "prep" and child.lower == "of" and child.i == reference.head.i + 1 else None
            for organization in _organizations([thing], cast) if thing is not None else ():
                # What is known for no organization may be a town that the parser took for one.
                if cast.actors[organization].sector or cast.actors[organization].wikidata:
                    yield Relation(reference.actors[0], "member_of", organization, _evidence(sentence))


def foundings(sentence: Sentence, cast: Cast) -> Iterator[Relation]:
    """ "The pact was founded in 1991": the year as told."""
    for verb in sentence.tokens:
        if verb.lemma not in FOUNDED or verb.tag != "VBN":
            continue
        subject = verb.child("nsubjpass") or (verb.head if verb.dep == "acl" else None)
        year = next((thing for prep in verb.children if prep.lower == "in" for thing in prep.children if _is_year(thing)), None)
        if subject is None and verb.dep == "conj":
            subject = verb.head.child("nsubjpass", "nsubj")
        if subject is None or year is None:
            continue
        for organization in _organizations([subject], cast):
            yield Relation(organization, "founded_in", year.text, _evidence(sentence))


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdecimal() and token.dep == "pobj"


def _by_standing(noun: Token, sentence: Sentence, cast: Cast) -> Iterator[Relation]:
    """ "Norland is a member of the pact", "pact member Norland", "members of the pact such as Norland"."""
    if any(child.lower in _NOT_YET or child.dep == "neg" for child in (*noun.children, *noun.head.children)):
        return
    predicate = STANDINGS[noun.lemma]
    before = {child.lower for child in noun.children if child.dep in ("compound", "amod", "nmod")}
    if predicate == "partner_of":
        if not before & _DIALOGUE:
            return
        predicate = "dialogue_partner_of"
    organizations = _organizations(_owned(noun), cast)
    said_of = _said_of(noun)
    members = _states(said_of, cast) + (_persons(said_of, cast) if predicate == "member_of" else [])
    for organization in organizations:
        for member in members:
            yield Relation(member, predicate, organization, _evidence(sentence))


def _owned(noun: Token) -> list[Token]:
    """The organization's word: "member of the pact", "pact member", "the pact's members"."""
    found = [child for child in noun.children if child.dep in ("compound", "nmod", "poss")]
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("of", "in"):
            found += [thing for below in child.children if below.dep == "pobj" for thing in below.conjuncts()]
    return found


def _said_of(noun: Token) -> list[Token]:
    """Of whom it is said: the subject of "is a member", the name beside "pact member Norland"."""
    found: list[Token] = []
    if noun.dep == "attr" and noun.head.lemma == "be":
        subject = noun.head.child("nsubj")
        found += subject.conjuncts() if subject is not None else []
    if noun.dep == "appos":
        found.append(noun.head)
    if noun.dep in ("compound", "nmod"):
        found += noun.head.conjuncts()
    for child in noun.children:
        if child.dep == "appos":
            found += child.conjuncts()
        if child.dep == "prep" and child.lower in ("including", "like"):
            found += [thing for below in child.children if below.dep == "pobj" for thing in below.conjuncts()]
    return found


def _by_joining(verb: Token, sentence: Sentence, cast: Cast) -> Iterator[Relation]:
    """ "Norland joined the pact in 2004"; not "has not joined", "could have joined" or "joined the pact in condemning it"."""
    thing, subject = verb.child("dobj"), verb.child("nsubj")
    if subject is not None and subject.lower in ("which", "that", "who"):
        subject = verb.head
    if subject is None and verb.dep == "conj":
        subject = verb.head.child("nsubj")
    if thing is None or subject is None or any(_is_in_deed(child) for child in verb.children):
        return
    for organization in _organizations([thing], cast):
        for state in _states(subject.conjuncts(), cast) if cast.actors[organization].country in _UNIONS else []:
            yield Relation(state, "member_of", organization, _evidence(sentence))


def _is_in_deed(child: Token) -> bool:
    """Whether it makes joining no accession: "not", "could", "never", "in condemning", "to condemn"."""
    if child.dep == "neg" or (child.dep == "aux" and child.lower not in ("has", "have", "had")) or child.lower == "never":
        return True
    return child.dep in ("xcomp", "advcl") or (child.dep == "prep" and child.child("pcomp") is not None)


def _by_consisting(verb: Token, sentence: Sentence, cast: Cast) -> Iterator[Relation]:
    """ "The pact - consisting of Norland, Estia and the republics of Sudria and Weston - was founded in 1991"."""
    whole = _whole(verb)
    organizations = _organizations([whole], cast) if whole is not None else []
    if not organizations:
        return
    last = _end_of_list(verb)
    listed = [
        reference
        for reference in cast.references
        if verb.end <= reference.span.start < last
        and reference.kind in ("name", "metonym")
        and sentence.start <= reference.span.start < sentence.end
    ]
    for organization in organizations:
        for reference in listed:
            for actor in reference.actors:
                if actor.startswith("state:"):
                    yield Relation(actor, "member_of", organization, _evidence(sentence))


def _whole(verb: Token) -> Token | None:
    if verb.dep in ("acl", "relcl"):
        return verb.head
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None and verb.dep == "advcl":  # "the pact, comprising Norland and Estia, met"
        subject = verb.head.child("nsubj", "nsubjpass")
    return subject if subject is not None and verb.lemma != "bring" else None


def _end_of_list(verb: Token) -> int:
    """Where the enumeration ends: at a dash or bracket that closes the insertion, or at the next finite verb."""
    for token in verb.sentence.tokens:
        if token.i <= verb.i + 1:
            continue
        if token.text in ("-", "--", ")", ";") or (token.tag in ("VBD", "VBZ", "VBP") and token.head is not verb):
            return token.start
    return verb.sentence.end


def _organizations(tokens: list[Token], cast: Cast) -> list[str]:
    return [actor for reference in _references(tokens, cast) for actor in reference.actors if actor.startswith("organization:")]


def _states(tokens: list[Token], cast: Cast) -> list[str]:
    return [actor for reference in _references(tokens, cast) for actor in reference.actors if actor.startswith("state:")]


def _persons(tokens: list[Token], cast: Cast) -> list[str]:
    named = (reference for reference in _references(tokens, cast) if reference.kind == "name")
    return [actor for reference in named for actor in reference.actors if actor.startswith("person:")]


def _references(tokens: list[Token], cast: Cast) -> list[Reference]:
    return [reference for token in tokens if (reference := cast.at(token)) is not None]


def _evidence(sentence: Sentence) -> Extent:
    return Extent(sentence.start, sentence.end)
