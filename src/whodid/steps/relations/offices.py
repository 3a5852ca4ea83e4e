"""Who holds which office, as the text names it: "Norlandian President Jan Kor", "Ida Lund, a spokeswoman for the ministry"."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.cast import Cast, Reference
from whodid.knowledge import Knowledge
from whodid.record import Actor, Extent, Relation
from whodid.steps.relations.shared import shared_offices
from whodid.steps.relations.titles import COURTESY, PAST, names_office, office_in, office_words
from whodid.text import Sentence, Token, phrase

# Who is meant by a name, and whether the title is his, is in doubt.
_DOUBTS = frozenset({"name-conflict", "office-conflict", "ambiguous"})
# "Editor-in-chief" is five words to the parser.
_LONGEST_HYPHENATED = 5
_MODIFYING = frozenset(("compound", "amod", "nmod"))
_YEAR = 4
# Verbs of taking office: "was elected (as) mayor", "was sworn in as president".
_INSTALLED = frozenset("elect reelect re-elect appoint reappoint name choose install inaugurate swear confirm crown".split())
# What explains an office or stands beside it is no part of its name.
_EXPLAINING = frozenset(("relcl", "appos", "conj", "cc", "acl", "advcl"))


def offices(sentence: Sentence, cast: Cast, knowledge: Knowledge) -> Iterator[Relation]:
    """One relation for each person whom the sentence names with an office; a former office is `held_office`."""
    yield from shared_offices(sentence, cast, knowledge)
    for reference in cast.references:
        if not (sentence.start <= reference.span.start < sentence.end) or reference.kind != "name" or len(reference.actors) != 1:
            continue
        person = reference.actors[0]
        if not person.startswith("person:") or _DOUBTS.intersection(reference.flags):
            continue
        actor = cast.actors[person]
        told = [(words, PAST) for words in (_before_name(reference, actor.name), *_beside_name(reference, cast))]
        for words, past in (*told, *_said_of_name(reference)):
            office = office_in(words, actor, knowledge, beside=words[-1:] == told[0][0][-1:])
            if office is not None:
                predicate = "held_office" if past is None or any(word.lower in past for word in words) else "holds_office"
                yield Relation(person, predicate, office, Extent(sentence.start, sentence.end))
        for words in _taken_by_name(reference, actor):
            if (office := office_in(words, actor, knowledge)) is not None:
                yield Relation(person, "holds_office", office, Extent(sentence.start, sentence.end))


def _before_name(reference: Reference, name: str) -> list[Token]:
    """The title before a name ("Norlandian President [Jan Kor]"), with the "then" or "ex" before it."""
    names = {part.strip(".").casefold() for part in name.split()}
    tokens = _with_title(reference)
    cut = next((n for n, token in enumerate(tokens) if token.lower in names and token.pos == "PROPN"), 0)
    while cut and _is_given_name(tokens[cut - 1]):
        cut -= 1
    return [*_past_before(tokens[0]), *tokens[:cut]] if cut else []


def _with_title(reference: Reference) -> list[Token]:
    """The words of the reference, with the title that stands before it and hangs on it."""
    tokens = reference.head.sentence.tokens
    named = [number for number, token in enumerate(tokens) if reference.span.start <= token.start < reference.span.end]
    first = named[0]
    while first > 0 and _modifies(tokens[first - 1], reference.head):
        first -= 1
    for child in reference.head.children:  # "Director of the Ministry of Trade (MT) [Ida Lund]"
        if child.dep in _MODIFYING and child.i < tokens[first].i and names_office(child):
            first = child.subtree()[0].i - tokens[0].i
    return tokens[_office_of(tokens, first, reference.head) : named[-1] + 1]


def _modifies(word: Token, name: Token) -> bool:
    """Whether a word before a name hangs on it or on a title before it, as the parts of "editor-in-chief" do as well."""
    top = word
    while top.dep in ("pobj", "prep", "punct") and top.head.i < word.i + 1 and top.head is not top and top.head.i != name.i:
        top = top.head
    return top.dep in _MODIFYING and top.i < top.head.i <= name.i and (top is word or word.i - top.i < _LONGEST_HYPHENATED)


def _office_of(tokens: list[Token], first: int, name: Token) -> int:
    """Where the title begins if the parser hung the name on its "of": "Director of Ports [Ida Lund]"; else `first`."""
    of = tokens[first - 1] if first else None
    if of is None or name.dep != "pobj" or name.head is not of or of.lower != "of" or tokens[first] is name:
        return first
    office = of.head
    if office.lemma.lower() not in office_words() or office.i != of.i - 1 or office.tag != "NNP":
        return first
    return office.subtree()[0].i - tokens[0].i


def _is_given_name(word: Token) -> bool:
    """Whether a word before the family name is a name as well, spelt otherwise than known ("Sergey" for "Sergei")."""
    if word.text == "-":
        return True  # "Jean-Pierre"
    return (
        word.pos == "PROPN"
        and word.entity == "PERSON"
        and word.dep in _MODIFYING
        and not (names_office(word) or word.lemma.lower() in COURTESY)
    )


def _past_before(first: Token) -> list[Token]:
    """The "then" of "then-President Kor", where it stands outside the name's phrase."""
    tokens = first.sentence.tokens
    at = first.i - tokens[0].i
    before = [token for token in tokens[max(0, at - 2) : at] if token.text != "-"][-1:]
    return [token for token in before if token.lower in PAST]


def _role_before(reference: Reference, cast: Cast) -> Token | None:
    """The role right before the comma before the name, where it stands for the same person ("the chief of staff, Jan Kor,")."""
    tokens = reference.head.sentence.tokens
    first = next(number for number, token in enumerate(tokens) if token.start >= reference.span.start)
    if first < 2 or tokens[first - 1].lower != ",":
        return None
    end = tokens[first - 2].end
    roles = (role for role in cast.references if role.kind == "role" and role.actors == reference.actors)
    return next((role.head for role in roles if tokens[0].start <= role.span.start and role.span.end <= end and _ends(role, end)), None)


def _ends(role: Reference, end: int) -> bool:
    """Whether the role's phrase ends there, with what hangs on it."""
    return role.span.end == end or role.head.subtree()[-1].end == end


def _beside_name(reference: Reference, cast: Cast) -> Iterator[list[Token]]:
    """ "Jan Kor, head of the union": the noun beside the name; "the union's head, Jan Kor": the noun that the name stands beside."""
    nouns = [child for child in reference.head.children if child.dep == "appos" and child.i > reference.head.i]
    if reference.head.dep == "appos":
        nouns.append(_outermost(reference.head.head) if _after_comma(reference) else reference.head.head)
    elif (role := _role_before(reference, cast)) is not None:
        nouns.append(role)
    for noun in nouns:
        if noun.lemma.lower() in office_words() and noun.tag in ("NN", "NNP"):
            yield _up_to_comma(phrase(noun, leave_out=_EXPLAINING), noun)


def _after_comma(reference: Reference) -> bool:
    """Whether the name is set off: "attorney for the boy's father Jan Kor" says of Jan Kor that he is the father."""
    tokens = reference.head.sentence.tokens
    return any(word.pos == "PUNCT" for word in tokens if reference.head.head.i < word.i < reference.head.i)


def _outermost(noun: Token) -> Token:
    """The office of "the ambassador to Holmstad, Jan Kor", where the parser puts the name beside the town."""
    while noun.lemma.lower() not in office_words() and noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.head.i < noun.i:
        noun = noun.head.head
    return noun


def _said_of_name(reference: Reference) -> Iterator[tuple[list[Token], frozenset[str] | None]]:
    """ "Jan Kor is head of the union", "Jan Kor, who was head of the union": the words of the office, None where it is past."""
    head = reference.head
    verbs = [child for child in head.children if child.dep == "relcl" and (who := child.child("nsubj")) and who.lower == "who"]
    if head.dep == "nsubj":
        verbs.append(head.head)
    for verb in verbs:
        noun = verb.child("attr")
        if (
            verb.lemma != "be"
            or verb.tag not in ("VBZ", "VBD")
            or noun is None
            or any(child.dep in ("neg", "aux") for child in verb.children)
        ):
            continue
        if noun.lemma.lower() in office_words() and noun.tag in ("NN", "NNP") and noun.i > verb.i:
            yield _up_to_comma(phrase(noun, leave_out=_EXPLAINING), noun), (None if verb.tag == "VBD" else PAST)


def _taken_by_name(reference: Reference, actor: Actor) -> Iterator[list[Token]]:
    """ "Jan Kor was elected mayor of Norham", "who became president": the words of the office, unless the knowledge has him in another."""
    head = reference.head
    verbs = [child for child in head.children if child.dep == "relcl" and (who := child.child("nsubj", "nsubjpass")) and who.lower == "who"]
    if head.dep in ("nsubj", "nsubjpass"):
        verbs.append(head.head)
    for verb in verbs:
        noun = _office_taken(verb)
        if noun is None or noun.lemma.lower() not in office_words() or noun.tag not in ("NN", "NNP") or noun.i < verb.i:
            continue
        if actor.wikidata is None or noun.lemma.lower() in (actor.office or "").lower():
            yield _up_to_comma(phrase(noun, leave_out=_EXPLAINING), noun)


def _office_taken(verb: Token) -> Token | None:
    """The office that somebody takes up by the deed of a verb, if it is done and no year is told."""
    undone = any(child.dep == "neg" or child.tag in ("MD", "TO") or child.dep == "mark" for child in verb.children)
    if verb.dep == "conj":
        undone = undone or any(child.dep == "mark" for child in verb.head.children)
    if undone or any(word.text.isdecimal() and len(word.text) == _YEAR for word in verb.subtree()):
        return None
    if verb.lemma == "become" and verb.tag in ("VBD", "VBN"):
        noun = verb.child("attr")
        return noun if noun is not None and not any(child.lower in ("a", "an") for child in noun.children) else None
    if verb.lemma not in _INSTALLED or verb.child("auxpass") is None:
        return None
    told_as = next((child.child("pobj") for child in verb.children if child.dep == "prep" and child.lower == "as"), None)
    return told_as or verb.child("oprd")


def _up_to_comma(words: list[Token], noun: Token) -> list[Token]:
    """What follows a comma after the noun is said of somebody else."""
    cut = next((n for n, word in enumerate(words) if word.i > noun.i and word.pos == "PUNCT" and word.text != "-"), len(words))
    return words[:cut]
