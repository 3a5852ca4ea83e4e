"""What hangs on a word by a preposition, and the words that only measure what follows their "of"."""

from __future__ import annotations

from collections.abc import Container

from whodid.steps.events.asides import RELATIVE
from whodid.text import Token

# "urged Estia to leave": the one who is to leave is the object, not the subject.
OBJECT_CONTROL = frozenset(
    "urge ask tell order force compel command instruct call appeal press pressure allow enable help let permit persuade convince "
    "encourage invite require request beg lead cause get make see watch show find catch send push want expect direct accuse thank "
    "praise blame criticize criticise condemn prevent stop bar ban suspect charge convict warn advise commit oblige task authorize "
    "authorise prompt obligate prohibit forbid block deter dissuade discourage keep implore beseech exhort lobby spur induce entitle "
    "empower mandate motivate inspire entice coax provoke trust nudge counsel bribe coerce hinder restrain".split()
)
# The preposition over a participle that speaks of the object: "accused Estia of shelling", "thanked them for helping".
OBJECT_PREPS = frozenset(("of", "for", "from", "into", "against"))
# Words that only measure what follows "of": "hundreds of troops".
QUANTITY = frozenset(
    "hundred thousand million dozen score number handful group couple pair lot majority minority some all most many several few one "
    "both two three four five six part half series member rest crowd wave team total each any none "
    "scores tens least tonne ton kilo kilogram barrel gallon litre "
    "liter bushel batch load truckload planeload shipload lorryload boatload consignment sack crate container bag dollar euro krone kroner "
    "mark franc pound yen ruble rouble rupee peso worth portion bulk amount quantity fleet column convoy kind sort type piece string spate "
    "variety flurry round package last first kilometre kilometer mile metre meter".split()
)
MONEY = frozenset("hundred thousand million billion trillion worth dollar euro $ £ €".split())
# "A motion filed by Estia" is Estia's, "a motion opposed by Estia" is not.
MAKING = frozenset(
    "make issue file lodge submit put lay pass propose present draft fire launch carry commit wage pose impose bring take announce sign "
    "send offer adopt hold stage organise organize run operate own demand request seek draw table publish release write".split()
)
_ALIKE = {"at hands": "by", "in front": "outside", "on part": "by", "in direction": "toward"}
# Their "to" names no party: "according to officials", "due to the war".
_HEADS_OF_TO = frozenset("according due owing thanks prior contrary next close similar".split())


def prepositions(word: Token) -> tuple[tuple[str, Token], ...]:
    """(preposition, head) for everything that hangs on this word by a preposition, "out of" and "as well as" seen through."""
    found: list[tuple[str, Token]] = []
    for child in word.children:
        if child.dep in ("prep", "agent", "dative", "prt") and child.pos in ("ADP", "SCONJ", "ADV", "VERB"):
            for below in child.children:
                if below.dep == "pobj" or (child.lower == "as" and below.pos == "ADJ"):  # "denounced it as unjust"
                    found.extend(
                        _in_front(child, below) or ((child.lower, thing) for thing in (*below.conjuncts(), *_second(child, below)))
                    )
                elif (thing := _participle_before_noun(below)) is not None:
                    found.append((child.lower, thing))
                elif below.dep in ("prep", "pcomp") and below.pos == "ADP" and child.lower not in _HEADS_OF_TO:
                    found.extend((below.lower, thing) for inner in below.children if inner.dep == "pobj" for thing in inner.conjuncts())
            found.extend((child.lower, thing) for other in child.children if other.dep == "conj" for _, thing in prepositions_of(other))
        elif child.dep in ("advmod", "prt") and child.i > word.i and word.is_verb:
            found.extend(prepositions(child))  # "pulled back from the border"
        elif (mark := child.child("mark")) is not None and mark.lower == "for" and (subject := child.child("nsubj")) is not None:
            found.extend(("for", thing) for thing in subject.conjuncts())  # "called for Estia to leave"
    return tuple(found)


def participle_prepositions(noun: Token, verbs: Container[str] = ()) -> tuple[tuple[str, Token], ...]:
    """(preposition, head) below a participle that tells of the noun, of these verbs alone where they are given.

    "Threats made by Estia", "the ban imposed on Estia".
    """
    participles = (child for child in noun.children if child.dep == "acl" and child.tag == "VBN" and (not verbs or child.lemma in verbs))
    return tuple(pair for verb in participles for pair in prepositions(verb))


def makers(noun: Token) -> tuple[Token, ...]:
    """Who does what a clause without its object tells of the noun: "the curfew that Norland imposed", "the embargo it keeps up"."""
    verbs = (child for child in noun.children if child.dep == "relcl" and child.lemma in MAKING)
    found = (subject for verb in verbs if (subject := verb.child("nsubj")) is not None and verb.child("auxpass") is None)
    return tuple(subject for subject in found if subject.lower not in RELATIVE)


def _in_front(prep: Token, thing: Token) -> tuple[tuple[str, Token], ...]:
    """What stands under a preposition of several words, by one that means the same: "at the hands of Estia" is "by Estia"."""
    alike = _ALIKE.get(f"{prep.lower} {thing.lower}")
    if alike is None:
        return ()
    return tuple((alike, whose) for of in thing.children if of.lower == "of" for _, whose in prepositions_of(of))


def _second(prep: Token, thing: Token) -> tuple[Token, ...]:
    """The second of two in "between the government of Estia and the rebels", which the parser joins to what hangs on the first."""
    if prep.lower != "between" or len(tuple(thing.conjuncts())) > 1:
        return ()
    below = (inner for word in thing.children if word.dep == "prep" for inner in word.children if inner.dep == "pobj")
    return tuple(word for inner in below for word in tuple(inner.conjuncts())[1:])


def _participle_before_noun(verb: Token) -> Token | None:
    """The noun of "over deepening ties": the parser takes the participle for a verb with an object."""
    if verb.dep != "pcomp" or verb.tag != "VBG":
        return None
    if verb.head.lower in OBJECT_PREPS and verb.head.head.lemma in OBJECT_CONTROL:
        return None  # "criticised Estia for jailing reporters"
    thing = verb.child("dobj")
    if thing is None or any(child.dep in ("det", "poss") for child in thing.children):
        return None
    return thing if thing.i - verb.i == 1 and thing.pos == "NOUN" else None


def prepositions_of(prep: Token) -> tuple[tuple[str, Token], ...]:
    """What one preposition governs: "and with Estia" after "with Norland"."""
    return tuple((prep.lower, thing) for below in prep.children if below.dep == "pobj" for thing in below.conjuncts())


def unwrap(token: Token) -> Token:
    """The word that counts in "hundreds of troops", "members of the group"; the token itself where it is no measure."""
    if token.lemma.lower() in QUANTITY or token.pos == "NUM":
        for prep, thing in prepositions(token):
            if prep == "of" or (prep == "in" and token.lemma.lower() in MONEY):
                return unwrap(thing)  # "$100 billion in tariffs"
    return token
