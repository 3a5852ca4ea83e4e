"""Whose clause it is: its verb, its subject, and who is understood where the grammar leaves the subject out."""

from __future__ import annotations

from whodid.lexicon.lists import word_list
from whodid.steps.events.asides import RELATIVE, subject_before_aside
from whodid.steps.events.prepositions import OBJECT_CONTROL, OBJECT_PREPS, prepositions
from whodid.text import Token

_TAKES_CLAUSE = frozenset(("toward", "towards", "about", "with", "without", "despite", "against", "over"))
_ASKED = frozenset("demand request call appeal order plea invitation command instruction".split())
_ENTITLING = frozenset("right refusal desire wish hope willingness readiness need chance opportunity time way claim".split())
_ORDERS = frozenset("order decree proclamation law bill legislation directive edict memorandum resolution motion amendment act".split())
_GIVING_ORDERS = frozenset("sign issue pass adopt approve enact give publish introduce".split())
_PURPOSES = frozenset(
    "contribution effort plan bid attempt decision move step proposal offer threat initiative campaign mission pledge promise".split()
)
FINITE = frozenset(("VBD", "VBZ", "VBP"))
# What is done to a document that is another's: "blocked a statement condemning Estia".
_HINDERING = frozenset(
    "block veto reject oppose delay defeat stop dismiss refuse ignore resist fight challenge kill obstruct shelve postpone".split()
)
_BEFORE = frozenset(("amod", "compound", "nmod"))
_GOVERNING = frozenset("government administration cabinet parliament army military court ministry".split())
_MOMENTS = frozenset("point time day night week month hour stage moment morning evening monday tuesday wednesday thursday friday".split())
_SAYING = frozenset("say confirm report announce tell add state claim".split())
# What comes of an attack.
_RESULTS = frozenset(
    "kill wound injure destroy damage leave force hit strike capture seize arrest trap displace level cut sink set raze burn".split()
)
# What the parser calls names of states and peoples.
_STATES = frozenset(("GPE", "NORP"))


def understood_subject(verb: Token, depth: int = 0) -> Token | None:
    """The head of the subject; where the clause has none of its own, whom the grammar understands, or None."""
    own = _own_subject(verb)
    if (before := subject_before_aside(verb, own)) is not None:
        return before
    if own is not None:
        return own if own.dep != "csubj" else _own_subject(own)  # "what Norland did killed ten"
    if depth > 6 or verb.head is verb or (verb.child("expl") is not None and not _rules_out(verb)):
        return None  # "he said that there were threats"
    if (misjoined := _under_as(verb)) is not None:
        return misjoined
    above = verb.head
    if verb.dep == "conj" and above.is_verb:
        return understood_subject(joined_to(verb), depth + 1)
    if (prep := preposition_before(verb)) is not None:
        return next(below for below in prep.children if below.dep == "pobj")
    if verb.dep in ("acl", "relcl", "amod") and not above.is_verb:
        return _subject_by_noun(verb, _nearer_purpose(verb, above) or above, depth)
    if verb.dep in ("xcomp", "ccomp", "advcl", "dep") and (above.is_verb or above.pos == "ADJ"):
        if verb.tag == "VBG" and above.lemma == "include" and verb.i > above.i and (thing := above.child("dobj")) is not None:
            return thing  # "they include Kor, serving a term in Kell"
        if verb.dep == "advcl" and verb.tag == "VBN" and verb.i > above.i and (thing := above.child("dobj")) is not None:
            return thing  # "arrested two men, accused of plotting"
        if (thing := _purposed(verb)) is not None:
            return _subject_by_noun(verb, thing, depth)
        if (told := _told_before(verb, above)) is not None:
            return understood_subject(told, depth + 1)
        if verb.dep != "advcl" and above.lemma in OBJECT_CONTROL and (controlled := _controlled(above)):
            return controlled
        return understood_subject(above if above.is_verb else _copula(above), depth + 1)
    if verb.dep == "pcomp":
        return _subject_by_preposition(above, depth)
    return None


def _rules_out(verb: Token) -> bool:
    """Whether whoever says it will not have it: "said there will be no talks"."""
    denied = any(child.dep == "neg" or any(below.lower == "no" for below in child.children) for child in verb.children)
    return denied and any(child.dep == "aux" and child.lower in ("will", "would", "wo", "'ll") for child in verb.children)


def _under_as(verb: Token) -> Token | None:
    """The subject of "as fighting in Kell killed ten", which the parser hangs on the "as" and the verb on the one before."""
    if verb.dep not in ("conj", "advcl") or verb.tag not in ("VBD", "VBN"):
        return None
    preps = [token for token in between(verb.head, verb) if token.lower == "as" and token.dep == "prep"]
    thing = next((below for prep in preps[-1:] for below in prep.children if below.dep == "pobj"), None)
    if thing is None or any(token.dep in ("cc", "punct") for token in between(preps[-1], verb)):
        return None
    return thing


def between(first: Token, last: Token) -> list[Token]:
    """The words of the sentence that stand between the two."""
    return [token for token in last.sentence.tokens if first.i < token.i < last.i]


def _told_before(verb: Token, above: Token) -> Token | None:
    """The clause that a participle ends where who tells it stands between: "the raid hit a school, police said, killing ten"."""
    if verb.dep != "advcl" or verb.tag != "VBG" or verb.lemma not in _RESULTS or above.lemma not in _SAYING:
        return None
    if above.dep == "parataxis" and above.head.is_verb:
        return above.head
    return next((child for child in above.children if child.dep == "ccomp" and child.i < above.i < verb.i), None)


def joined_to(verb: Token) -> Token:
    """The verb that this one is joined to. A finite verb is not joined to an infinitive or participle, whatever the parser says:
    "opposes the bid to join the pact and accuses Estia"; nor an infinitive to a finite verb: "to see Kor, who fled, and meet Estians"."""
    above = verb.head
    if verb.tag == "VB" and above.tag in FINITE and verb.child("aux") is None:
        return next((word for word in above.ancestors() if word.tag == "VB"), above) if verb.child("nsubj") is None else above
    if verb.tag not in FINITE or any(child.dep == "aux" for child in verb.children):
        return above
    for word in (above, *above.ancestors()):
        if word.tag in FINITE or any(child.dep == "aux" and child.lower != "to" for child in word.children):
            return word
    return above


def _own_subject(verb: Token) -> Token | None:
    """The subject that stands in the verb's clause; the parser now and then hangs it on the auxiliary or before a noun."""
    own = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass", "csubj")]
    if own:  # "the talks, which Norland backs": the parser may call both a subject
        subject = next((child for child in reversed(own) if child.lower not in RELATIVE), own[0])
        return (subject.child("nsubj") if subject.pos == "ADJ" else None) or subject  # "fighters loyal to Kor fled"
    if (before := _before_finite(verb)) is not None:
        return before
    return next((found for child in verb.children if child.dep == "aux" and (found := child.child("nsubj", "nsubjpass"))), None)


def _before_finite(verb: Token) -> Token | None:
    """The subject that the parser takes for part of a noun, which no finite verb is: "the army trains pilots, Kor said"."""
    if verb.tag not in FINITE or not verb.is_verb or verb.dep not in ("ROOT", "ccomp", "conj"):
        return None
    before = [child for child in verb.children if child.dep in _BEFORE and child.i < verb.i and child.pos in ("NOUN", "PROPN", "ADJ")]
    return max(before, key=lambda word: (word.pos != "ADJ", word.i), default=None)


def preposition_before(verb: Token) -> Token | None:
    """The preposition of "a step towards Norland sending arms": the parser hangs the participle anywhere but on it; else None."""
    if verb.tag != "VBG" or verb.dep not in ("advcl", "acl"):
        return None
    before = verb.neighbour(-1)
    if before is not None and before.dep == "pobj" and before.head.lower in _TAKES_CLAUSE:
        return before.head
    return None


def hanging_word(token: Token, start: int, end: int) -> Token:
    """The word by which the expression from `start` to `end` that the token stands in hangs in its sentence."""
    while token.head is not token and start <= token.head.start < end:
        token = token.head
    return token


def clause_verb(token: Token) -> Token | None:
    """The verb whose clause the token stands in: itself if it heads one, else the nearest above; None in a clause without verb."""
    verbs = (word for word in (token, *token.ancestors()) if word.is_verb)
    return next((verb for verb in verbs if verb.dep not in ("aux", "auxpass", "amod", "compound")), None)


def _controlled(above: Token) -> Token | None:
    for child in above.children:
        if child.dep in ("dobj", "dative") and child.pos != "ADP":
            return child
    if above.lemma in ("call", "appeal"):
        return next((thing for prep, thing in prepositions(above) if prep in ("on", "upon", "to", "for")), None)
    return above.child("nsubjpass")


def _subject_by_noun(verb: Token, noun: Token, depth: int) -> Token | None:
    if is_infinitive(verb) and verb.child("auxpass") is not None and noun.lemma not in _ASKED | _PURPOSES | _ENTITLING:
        return noun  # "the talks to be held", "called for Estia to be expelled"
    if verb.tag == "VBG" and noun.lemma in _MOMENTS and (doing := clause_verb(noun.head)) is not None:
        return understood_subject(doing, depth + 1)  # "fled, at one point shelling the port"
    if not is_infinitive(verb):
        return _author(noun, depth) if noun.lemma in word_list("speaking_documents") or _is_signed(noun) else noun
    owner = noun.child("poss") or _state_before(noun)
    if owner is not None:
        return owner if noun.lemma not in _ASKED else None  # what Norland's demand is for, others are to do
    doing = clause_verb(noun)
    if doing is not None and doing is not verb:
        return understood_subject(doing, depth + 1)
    return next((child for child in noun.children if child.dep in _BEFORE), None)


def _state_before(noun: Token) -> Token | None:
    """Whose it is by the state or its government named before it: "the Estian plan", "the Estian government plan"."""
    before = [child for child in noun.children if child.dep in _BEFORE]
    states = [child for child in before if any(word.entity in _STATES for word in (child, *child.children))]
    return next((child for child in before if states and child.lemma in _GOVERNING), states[0] if states else None)


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(child.dep == "aux" and child.lower == "to" for child in verb.children)


def _purposed(verb: Token) -> Token | None:
    """The noun before an infinitive that says what somebody else's plan is for: "welcomed Estia's decision to leave"."""
    before = verb.subtree()[0].neighbour(-1)
    if before is None or before.lemma not in _PURPOSES or before.dep != "dobj" or before.head is not verb.head:
        return None
    return before if before.child("poss") is not None and is_infinitive(verb) else None


def _nearer_purpose(verb: Token, noun: Token) -> Token | None:
    """The noun that the infinitive is of where the parser hangs it on one further up: "in response to Estia's move to slap tariffs"."""
    if noun.lemma in _ASKED | _PURPOSES or not is_infinitive(verb):
        return None
    between = (token for token in noun.subtree() if noun.i < token.i < verb.i)
    return next((token for token in between if token.lemma in _PURPOSES and token.pos == "NOUN"), None)


def _is_signed(noun: Token) -> bool:
    """Whether it is an order or a law that somebody gives: "signed a decree dissolving the assembly"."""
    return noun.lemma in _ORDERS and noun.dep == "dobj" and noun.head.lemma in _GIVING_ORDERS


def is_hindered(document: Token) -> bool:
    """Whether somebody keeps a document from being passed: "blocked a statement condemning Estia"."""
    if document.dep == "dobj" and document.head.lemma in _HINDERING:
        return True
    return document.dep == "pobj" and document.head.lower == "against" and document.head.head.lemma == "vote"


def _author(document: Token, depth: int) -> Token:
    """Whose document speaks: "put out a report accusing Estia", "Kor, in a statement blaming Estia"."""
    above = clause_verb(document)
    if is_hindered(document):
        return document
    found = understood_subject(above, depth + 1) if above is not None else None
    if found is None and document.dep == "pobj" and document.head.head.pos == "PROPN":
        found = document.head.head
    return found or document


def _subject_by_preposition(prep: Token, depth: int) -> Token | None:
    above = prep.head
    if above.is_verb:
        speaks_of_object = prep.lower in OBJECT_PREPS or (prep.lower == "with" and above.lemma == "charge")
        if speaks_of_object and above.lemma in OBJECT_CONTROL and (controlled := _controlled(above)):
            return controlled
        return understood_subject(above, depth + 1)
    if above.pos == "ADP":
        return _subject_by_preposition(above, depth + 1) if depth < 6 else None
    owner = above.child("poss")
    if owner is not None:
        return owner
    doing = clause_verb(above)
    if doing is None:
        return None
    thing = doing.child("dobj") if prep.lower in OBJECT_PREPS and doing.lemma in OBJECT_CONTROL else None
    if thing is not None and thing.entity != "DATE" and (above is thing or thing in above.ancestors()):
        return thing  # "accused a clique of judges of plotting"
    return understood_subject(doing, depth + 1)


def _copula(adjective: Token) -> Token:
    return adjective.head if adjective.head.is_verb else adjective
