"""What hangs on a verb or a noun: subject, object, prepositions, who is understood where the grammar leaves the subject out."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from whodid.lexicon.lists import word_list
from whodid.steps.events.asides import RELATIVE, antecedent, subject_before_aside
from whodid.text import Token

# "urged Estia to leave": the one who is to leave is the object, not the subject.
OBJECT_CONTROL = frozenset(
    "urge ask tell order force compel command instruct call appeal press pressure allow enable help let permit persuade convince "
    "encourage invite require request beg lead cause get make see watch show find catch send push want expect direct accuse thank "
    "praise blame criticize criticise condemn prevent stop bar ban suspect charge convict warn advise commit oblige task authorize "
    "authorise".split()
)
# The preposition over a participle that speaks of the object: "accused Estia of shelling", "thanked them for helping".
_OBJECT_PREPS = frozenset(("of", "for", "from", "into"))
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
# Their "to" names no party: "according to officials", "due to the war".
_HEADS_OF_TO = frozenset("according due owing thanks prior contrary next close similar".split())
# "A motion filed by Estia" is Estia's, "a motion opposed by Estia" is not.
MAKING = frozenset(
    "make issue file lodge submit put lay pass propose present draft fire launch carry commit wage pose impose bring take announce sign "
    "send offer adopt hold stage organise organize run operate own demand request seek draw table publish release write".split()
)
_TAKES_CLAUSE = frozenset(("toward", "towards", "about", "with", "without", "despite", "against", "over"))
_ASKED = frozenset("demand request call appeal order plea invitation command instruction".split())
_ORDERS = frozenset("order decree proclamation law bill legislation directive edict memorandum resolution motion amendment act".split())
_GIVING_ORDERS = frozenset("sign issue pass adopt approve enact give publish introduce".split())
_PURPOSES = frozenset(
    "contribution effort plan bid attempt decision move proposal offer initiative campaign mission pledge promise".split()
)
VERDICTS = frozenset("guilty liable responsible accountable innocent undesirable unwelcome ineligible".split())
_OBJECT = frozenset(("dobj", "obj"))
_BEFORE = frozenset(("amod", "compound", "nmod"))
# What the parser calls names of states and peoples.
_STATES = frozenset(("GPE", "NORP"))
_PASSIVE = frozenset(("nsubjpass", "auxpass", "csubjpass"))


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with its parties in the order of meaning: passives are turned round.

    Attributes:
        doers: Heads of the noun phrases that do it: the subject, of a passive the agent.
        objects: To which it is done: the object, of a passive the subject.
        datives: The indirect object ("gave Estia aid").
        preps: (preposition, head of what it governs) for all prepositions on the verb and on its object.
    """

    verb: Token
    passive: bool
    doers: tuple[Token, ...]
    objects: tuple[Token, ...]
    datives: tuple[Token, ...]
    preps: tuple[tuple[str, Token], ...]


def frame_of(verb: Token) -> Frame:
    """The verb's frame, with subjects that the grammar leaves out put in from the governing clause."""
    passive = is_passive(verb)
    subject = understood_subject(verb)
    subjects = tuple(subject.conjuncts()) if subject is not None else ()
    objects = tuple(word for child in _objects(verb) for word in child.conjuncts())
    datives = tuple(word for child in verb.children if child.dep == "dative" and child.pos != "ADP" for word in child.conjuncts())
    preps = prepositions(verb) + _wished_for(verb)
    for thing in objects:
        preps += prepositions(thing)
    preps += tuple(_called(verb))
    if not passive:
        return Frame(verb, False, subjects, objects or _gap(verb, subject), datives, preps)
    preps += tuple((prep, thing) for prep in _stranded(verb) for thing in subjects)
    for thing in subjects:
        preps += tuple((word, head) for word, head in prepositions(antecedent(thing)) if word != "of")
    agents = tuple(word for prep, word in preps if prep == "by")
    if objects:  # "Estia was given aid": the subject is the indirect object
        return Frame(verb, True, agents, objects, subjects, preps)
    return Frame(verb, True, agents, subjects, datives, preps)


def _called(verb: Token) -> Iterator[tuple[str, Token]]:
    """Whose or by whom it is what the verb says its subject is: "became a member of the pact", "was a mistake by Estia"."""
    for child in verb.children:
        if child.dep == "attr" and child.pos == "NOUN":
            yield from ((prep, thing) for prep, thing in prepositions(child) if prep in ("of", "by"))


def _wished_for(verb: Token) -> tuple[tuple[str, Token], ...]:
    """Who is to do it, or what is to be done, in "called for Estia to leave", "called for the envoy to be freed"."""
    wishes = [child for child in verb.children if child.dep in ("advcl", "ccomp", "xcomp") and child.i > verb.i]
    wishes = [wish for wish in wishes if any(child.dep == "mark" and child.lower == "for" for child in wish.children)]
    return tuple(("for", wish.child("nsubj") or wish) for wish in wishes if wish.child("nsubj", "nsubjpass") is not None)


def _stranded(verb: Token) -> tuple[str, ...]:
    """Prepositions of a passive whose object is its subject: "was called upon", "was fired at"."""
    return tuple(
        child.lower for child in verb.children if child.dep in ("prep", "prt") and child.tag in ("IN", "RP") and not child.children
    )


def _objects(verb: Token) -> Iterator[Token]:
    """The verb's objects; the parser hangs that of "switched off the lights" on the particle."""
    for child in verb.children:
        if child.dep in _OBJECT:
            yield child
        elif child.dep == "prep" and child.tag == "RP":
            yield from (below for below in child.children if below.dep == "pobj")


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, with or without "be"."""
    if any(child.dep in _PASSIVE for child in verb.children):
        return True
    if verb.tag not in ("VBN", "VBD") or any(child.dep == "aux" and child.lemma == "have" for child in verb.children):
        return False
    if verb.dep in ("acl", "advcl", "amod"):
        return verb.tag == "VBN" and verb.child("nsubj") is None
    # "was accused and urged to leave": the parser often takes the second participle for a past tense.
    # "Ten were killed and dozens more wounded": the second "were" is left out, the subject is not.
    return (
        verb.dep == "conj" and verb.child("dobj") is None and (verb.child("nsubj") is None or verb.tag == "VBN") and is_passive(verb.head)
    )


def understood_subject(verb: Token, depth: int = 0) -> Token | None:
    """The head of the subject; where the clause has none of its own, whom the grammar understands, or None."""
    own = _own_subject(verb)
    if (before := subject_before_aside(verb, own)) is not None:
        return before
    if own is not None:
        return own
    if depth > 6 or verb.head is verb:
        return None
    above = verb.head
    if verb.dep == "conj" and above.is_verb:
        return understood_subject(joined_to(verb), depth + 1)
    if (prep := preposition_before(verb)) is not None:
        return next(below for below in prep.children if below.dep == "pobj")
    if verb.dep in ("acl", "relcl", "amod") and not above.is_verb:
        return _subject_by_noun(verb, above, depth)
    if verb.dep in ("xcomp", "ccomp", "advcl", "dep") and (above.is_verb or above.pos == "ADJ"):
        if verb.dep == "advcl" and verb.tag == "VBN" and verb.i > above.i and (thing := above.child("dobj")) is not None:
            return thing  # "arrested two men, accused of plotting"
        if (thing := _purposed(verb)) is not None:
            return _subject_by_noun(verb, thing, depth)
        if verb.dep != "advcl" and above.lemma in OBJECT_CONTROL and (controlled := _controlled(above)):
            return controlled
        return understood_subject(above if above.is_verb else _copula(above), depth + 1)
    if verb.dep == "pcomp":
        return _subject_by_preposition(above, depth)
    return None


def joined_to(verb: Token) -> Token:
    """The verb that this one is joined to. A finite verb is not joined to an infinitive or participle, whatever the parser says:
    "opposes the bid to join the pact and accuses Estia"; nor an infinitive to a finite verb: "to see Kor, who fled, and meet Estians"."""
    above = verb.head
    if verb.tag == "VB" and above.tag in ("VBZ", "VBD", "VBP") and verb.child("aux") is None:
        return next((word for word in above.ancestors() if word.tag == "VB"), above) if verb.child("nsubj") is None else above
    if verb.tag not in ("VBZ", "VBD", "VBP") or any(child.dep == "aux" for child in verb.children):
        return above
    for word in (above, *above.ancestors()):
        if word.tag in ("VBZ", "VBD", "VBP") or any(child.dep == "aux" and child.lower != "to" for child in word.children):
            return word
    return above


def _own_subject(verb: Token) -> Token | None:
    """The subject that stands in the verb's clause; the parser now and then hangs it on the auxiliary."""
    own = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass", "csubj")]
    if own:  # "the talks, which Norland backs": the parser may call both a subject
        return next((child for child in reversed(own) if child.lower not in RELATIVE), own[0])
    return next((found for child in verb.children if child.dep == "aux" and (found := child.child("nsubj", "nsubjpass"))), None)


def preposition_before(verb: Token) -> Token | None:
    """The preposition of "a step towards Norland sending arms": the parser hangs the participle anywhere but on it; else None."""
    if verb.tag != "VBG" or verb.dep not in ("advcl", "acl"):
        return None
    words = verb.sentence.tokens
    before = words[words.index(verb) - 1]
    if before is not verb and before.dep == "pobj" and before.head.lower in _TAKES_CLAUSE:
        return before.head
    return None


def prepositions(word: Token) -> tuple[tuple[str, Token], ...]:
    """(preposition, head) for everything that hangs on this word by a preposition, "out of" and "as well as" seen through."""
    found: list[tuple[str, Token]] = []
    for child in word.children:
        if child.dep in ("prep", "agent", "dative", "prt") and child.pos in ("ADP", "SCONJ", "ADV", "VERB"):
            for below in child.children:
                if below.dep == "pobj" or (child.lower == "as" and below.pos == "ADJ"):  # "denounced it as unjust"
                    found.extend(_at_hands(child, below) or ((child.lower, thing) for thing in below.conjuncts()))
                elif (thing := _participle_before_noun(below)) is not None:
                    found.append((child.lower, thing))
                elif below.dep in ("prep", "pcomp") and below.pos == "ADP" and child.lower not in _HEADS_OF_TO:
                    found.extend((below.lower, thing) for inner in below.children if inner.dep == "pobj" for thing in inner.conjuncts())
            found.extend((child.lower, thing) for other in child.children if other.dep == "conj" for _, thing in prepositions_of(other))
        elif (mark := child.child("mark")) is not None and mark.lower == "for" and (subject := child.child("nsubj")) is not None:
            found.extend(("for", thing) for thing in subject.conjuncts())  # "called for Estia to leave"
    return tuple(found)


def participle_prepositions(noun: Token, verbs: Container[str] = ()) -> tuple[tuple[str, Token], ...]:
    """(preposition, head) below a participle that tells of the noun, of these verbs alone where they are given.

    "Threats made by Estia", "the ban imposed on Estia".
    """
    participles = (child for child in noun.children if child.dep == "acl" and child.tag == "VBN" and (not verbs or child.lemma in verbs))
    return tuple(pair for verb in participles for pair in prepositions(verb))


def _at_hands(prep: Token, thing: Token) -> tuple[tuple[str, Token], ...]:
    """ "At the hands of Estia" is "by Estia"."""
    if prep.lower != "at" or thing.lower != "hands":
        return ()
    return tuple(("by", whose) for of in thing.children if of.lower == "of" for _, whose in prepositions_of(of))


def _participle_before_noun(verb: Token) -> Token | None:
    """The noun of "over deepening ties": the parser takes the participle for a verb with an object."""
    if verb.dep != "pcomp" or verb.tag != "VBG":
        return None
    if verb.head.lower in _OBJECT_PREPS and verb.head.head.lemma in OBJECT_CONTROL:
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


def clause_verb(token: Token) -> Token | None:
    """The verb whose clause the token stands in: itself if it heads one, else the nearest above; None in a clause without verb."""
    if token.is_verb and token.dep not in ("aux", "auxpass", "amod", "compound"):
        return token
    for above in token.ancestors():
        if above.is_verb and above.dep not in ("aux", "auxpass", "amod", "compound"):
            return above
    return None


def _gap(verb: Token, subject: Token | None) -> tuple[Token, ...]:
    """The object left out of a relative clause: "the sanctions that Norland imposed"."""
    if verb.dep == "relcl" and subject is not None and verb.head is not subject and subject.lower not in RELATIVE:
        return (verb.head,)
    judged = next((child for child in verb.children if child.dep == "ccomp" and child.lower in VERDICTS), None)
    if judged is not None and (found := judged.child("nsubj")) is not None:
        return (found,)  # "declared the men guilty"
    if verb.lemma in OBJECT_CONTROL:  # "helped Estia build a port": the parser makes Estia the subject of "build"
        return tuple(found for child in verb.children if child.dep == "ccomp" and (found := child.child("nsubj")) is not None)
    return ()


def _controlled(above: Token) -> Token | None:
    for child in above.children:
        if child.dep in ("dobj", "dative") and child.pos != "ADP":
            return child
    if above.lemma in ("call", "appeal"):
        return next((thing for prep, thing in prepositions(above) if prep in ("on", "upon", "to", "for")), None)
    return above.child("nsubjpass")


def _subject_by_noun(verb: Token, noun: Token, depth: int) -> Token | None:
    if not _has_to(verb):
        return _author(noun, depth) if noun.lemma in word_list("speaking_documents") or _is_signed(noun) else noun
    owner = noun.child("poss") or next((child for child in noun.children if child.dep in _BEFORE and child.entity in _STATES), None)
    if owner is not None:
        return owner if noun.lemma not in _ASKED else None  # what Norland's demand is for, others are to do
    doing = clause_verb(noun)
    if doing is not None and doing is not verb:
        return understood_subject(doing, depth + 1)
    return next((child for child in noun.children if child.dep in _BEFORE), None)


def _has_to(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lower == "to" for child in verb.children)


def _purposed(verb: Token) -> Token | None:
    """The noun before an infinitive that says what somebody else's plan is for: "welcomed Estia's decision to leave"."""
    before = verb.sentence.tokens[min(token.i for token in verb.subtree()) - verb.sentence.tokens[0].i - 1]
    if before.lemma not in _PURPOSES or before.dep != "dobj" or before.head is not verb.head:
        return None
    return before if before.child("poss") is not None and _has_to(verb) else None


def _is_signed(noun: Token) -> bool:
    """Whether it is an order or a law that somebody gives: "signed a decree dissolving the assembly"."""
    return noun.lemma in _ORDERS and noun.dep == "dobj" and noun.head.lemma in _GIVING_ORDERS


def _author(document: Token, depth: int) -> Token:
    """Whose document speaks: "put out a report accusing Estia", "Kor, in a statement blaming Estia"."""
    above = clause_verb(document)
    found = understood_subject(above, depth + 1) if above is not None else None
    if found is None and document.dep == "pobj" and document.head.head.pos == "PROPN":
        found = document.head.head
    return found or document


def _subject_by_preposition(prep: Token, depth: int) -> Token | None:
    above = prep.head
    if above.is_verb:
        speaks_of_object = prep.lower in _OBJECT_PREPS or (prep.lower == "with" and above.lemma == "charge")
        if speaks_of_object and above.lemma in OBJECT_CONTROL and (controlled := _controlled(above)):
            return controlled
        return understood_subject(above, depth + 1)
    if above.pos == "ADP":
        return _subject_by_preposition(above, depth + 1) if depth < 6 else None
    owner = above.child("poss")
    if owner is not None:
        return owner
    doing = clause_verb(above)
    return understood_subject(doing, depth + 1) if doing is not None else None


def _copula(adjective: Token) -> Token:
    return adjective.head if adjective.head.is_verb else adjective
