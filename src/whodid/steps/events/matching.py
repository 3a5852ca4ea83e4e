"""Whether a pattern of the lexicon fits a verb, noun or adjective, and who fills its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from whodid.lexicon.lists import word_list
from whodid.lexicon.patterns import Pattern, Slot, load_classes, load_patterns
from whodid.steps.events.aims import FORCEFUL, moves_its_own
from whodid.steps.events.asides import RELATIVE, antecedent, is_restricted
from whodid.steps.events.clauses import VERDICTS, Frame
from whodid.steps.events.moods import is_denied, is_imperative, is_negated, is_refused
from whodid.steps.events.participants import FIRST_PERSON
from whodid.steps.events.prepositions import MAKING, makers, participle_prepositions, prepositions, unwrap
from whodid.steps.events.references import References, is_own, owners, takes_object
from whodid.text import Token

# Complements that say what somebody is called or found ("found guilty", "declared it illegal").
PREDICATIVE = frozenset(("oprd", "acomp", "attr"))
# Names by the kind the parser sees in them.
KINDS = {"%person": "PERSON", "%org": "ORG", "%country": "GPE", "%norp": "NORP"}
# Nouns that mean what stands before them: "the ceasefire agreement", "mediation efforts".
PALE = frozenset(
    "effort bid attempt agreement deal accord pact programme program process campaign drive mission plan package move step talk "
    "operation activity work action order call exchange state".split()
)
# What somebody has for another: its owner is not whom it is for.
GIVEN = frozenset("support backing commitment solidarity readiness willingness condolence thanks appreciation resolve".split())
_OWN_TO_GIVE = frozenset("resignation departure withdrawal abdication surrender disarmament ouster removal dismissal".split())
# Whose an act or a thing is, and on whom a measure lies, where what hangs on the object tells it.
_HOLDERS = frozenset(("by", "from", "of"))
# Who has talks or ties.
_MUTUAL = frozenset(("between", "among", "with"))
_BORNE = frozenset(("on", "upon", "against"))
# What is said or shouted of somebody's thing is said of him, but not under these prepositions.
_OF_OWNERS = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "PROTEST"))
_NOT_OF_OWNERS = frozenset(("into", "for", "from"))
_TIMES = frozenset(("DATE", "TIME"))
_WITHDRAWING = frozenset(("withdraw", "pull", "recall", "evacuate"))
_SKIES = frozenset(("airspace", "waters"))


@dataclass(frozen=True, slots=True)
class Filled:
    """Who fills a pattern's places: heads of noun phrases, and the words that belong to the trigger."""

    doers: tuple[Token, ...]
    done_to: tuple[Token, ...]
    words: tuple[Token, ...]


def fill(frame: Frame, pattern: Pattern, references: References) -> Filled | None:
    """Fill the pattern's places from the frame; None where the pattern does not fit."""
    if not _allowed(frame, pattern, references):
        return None
    names_object = any(slot.words and not slot.preps and not slot.barred and slot.role is None for slot in pattern.slots)
    doers, done_to, words, things = frame.doers, list[Token](), list[Token](), list[Token]()
    for slot in pattern.slots:
        if slot.role == "A" and not slot.preps and (slot.words or slot.required):
            if not any(word_of(doer, slot.words) if slot.words else _is_known(doer, references) for doer in frame.doers):
                return None
        elif slot.role is None:
            hits = _hits(frame, slot)
            if bool(hits) == slot.barred:
                return None
            words += [word for _, word in hits[:1] if word.lower not in RELATIVE]
            things += [thing for thing, _ in hits]
            frame = _with_what_hangs_below(frame, slot, hits, pattern)
        else:
            candidates = _candidates(frame, slot, names_object, pattern, references)
            if not _satisfied(candidates, slot, pattern, references, names_object):
                return None
            if slot.role == "R":
                done_to += candidates
            else:
                doers = candidates or doers
    if pattern.kind == "verb" and not any(thing in references for thing in done_to):
        if moves_its_own(pattern):  # "sent its jets", but "entered Estian airspace"
            things = [thing for thing in things if thing.lower in _SKIES]
        done_to += _through(things, frame, pattern, references)
    return Filled(doers, tuple(done_to), tuple(words))


def _is_known(doer: Token, references: References) -> bool:
    return doer in references or (doer.lower in FIRST_PERSON and references.quoted(doer))


def _allowed(frame: Frame, pattern: Pattern, references: References) -> bool:
    """Whether the clause as a whole is such as the pattern's options want it."""
    options = pattern.options
    if "speaker" in options and not _is_said_of_somebody(frame, pattern, references):
        return False
    if "refused" in options and not is_refused(frame.verb, passive="reverse" in options):
        return False
    if "imperative" in options and not is_imperative(frame.verb):
        return False
    if "negated" in options and not (is_denied if "speaker" in options else is_negated)(frame.verb):
        return False  # whom one blames that he "has not done" his work
    return "joint" not in options or _several(frame.doers, references)


def _is_said_of_somebody(frame: Frame, pattern: Pattern, references: References) -> bool:
    """Whether a known speaker says it, denies it not, and says it of its subject, not of such as do it: "leaders who lie"."""
    praised_or_blamed = pattern.type in ("ACCUSE", "SUPPORT") and "negated" not in pattern.options
    if not references.quoted(frame.verb) or (praised_or_blamed and is_denied(frame.verb)):
        return False
    return not any((doer is frame.verb.head and frame.verb.is_verb) or is_restricted(doer) for doer in frame.doers)


def _several(doers: tuple[Token, ...], references: References) -> bool:
    """Whether two known parties do it: "Norland and Estia", "Norlandian and Estian divers"."""
    known = sum(doer in references for doer in doers)
    return known > 1 or any(sum(owner in references for owner in owners(doer)) > 1 for doer in doers)


def _hits(frame: Frame, slot: Slot) -> list[tuple[Token, Token]]:
    """Phrases where the pattern wants one of its words, each with the word found."""
    things = [thing for prep, thing in frame.preps if prep in slot.preps] if slot.preps else [*frame.objects, *_predicatives(frame.verb)]
    if "*" in slot.words and any(thing.lower == "what" for thing in things):
        return []  # "what they called unfair terms"
    return [(thing, word) for thing in things if (word := word_of(thing, slot.words)) is not None]


def _with_what_hangs_below(frame: Frame, slot: Slot, hits: list[tuple[Token, Token]], pattern: Pattern) -> Frame:
    """The frame with what hangs on a word under a preposition: "at war with Estia", "to the rescue of Estia"."""
    if not slot.preps or slot.barred:
        return frame
    below = (pair for thing, _ in hits for pair in prepositions(unwrap(thing)))
    if pattern.type == "REQUEST":  # "called for the release of the prisoners" calls on no prisoners
        below = (pair for pair in below if pair[0] != "of" or _is_owed(pair[1]))
    return replace(frame, preps=(*frame.preps, *below))


def _is_owed(party: Token) -> bool:
    """Whether what is asked for is the party's own to give: "the resignation of the minister", "the withdrawal of Estia"."""
    return party.head.head.lemma.lower() in _OWN_TO_GIVE


def _predicatives(verb: Token) -> Iterator[Token]:
    """ "found guilty", "found Kor guilty": the parser makes the adjective a complement, or the verb of a clause."""
    for child in verb.children:
        if child.dep in PREDICATIVE or (child.dep == "ccomp" and (child.pos == "ADJ" or child.lower in VERDICTS)):
            yield child
        elif child.dep == "dobj":
            marked = [below.i for below in child.children if below.tag == "``"]  # called the raid "a crime"
            yield from (
                below
                for below in child.children
                if below.i > child.i
                and (
                    below.dep == "amod"
                    or (below.dep == "acl" and below.pos == "ADJ")
                    or (below.dep == "appos" and any(child.i < i < below.i for i in marked))
                )
            )


def _satisfied(candidates: tuple[Token, ...], slot: Slot, pattern: Pattern, references: References, names_object: bool) -> bool:
    """Whether a place for a party is filled as the pattern wants it."""
    if slot.required:
        return any(thing in references or _stands_for_party(thing, slot, pattern, references) for thing in candidates)
    return bool(candidates) or not slot.preps or slot.optional or pattern.kind != "verb" or names_object


def _stands_for_party(thing: Token, slot: Slot, pattern: Pattern, references: References) -> bool:
    """Whether what is done to a place or thing is done to whose it is: "advanced on Kell", "mocked Kor's record"."""
    if any(owner in references for owner in owners(unwrap(thing))):
        told = pattern.type in _OF_OWNERS or (pattern.type == "ASSAULT" and (pattern.kind == "noun" or _is_land(thing, references)))
        told = told or (pattern.type == "SANCTION" and pattern.kind == "noun")  # "duties on Estian steel"
        return told and slot.preps.isdisjoint(_NOT_OF_OWNERS) and not is_own(thing)
    return pattern.type in FORCEFUL and pattern.kind == "verb" and references.on_ground(thing)


def _is_land(thing: Token, references: References) -> bool:
    """Whether it is somebody's land: "the Estian town", but not "the rebel-held town"."""
    land = thing.lemma.lower() in load_classes()["@territory"]
    return land and any(owner in references and owner.head is thing for owner in owners(thing))


def _through(things: Iterable[Token], frame: Frame, pattern: Pattern, references: References) -> tuple[Token, ...]:
    """To whom, where the object itself tells it: "freed the hostages", "opposed Estia's bid", "lifted the ban imposed on Estia"."""
    found: list[Token] = []
    for thing in things:
        if frame.verb.lemma in _WITHDRAWING and pattern.mode == "withdraw" and thing.lemma.lower() in load_classes()["@observer"]:
            continue  # "withdrew monitors": the doer's own
        if thing in references and not is_own(thing) and thing.lemma.lower() not in load_classes()["@insult"]:
            found.append(thing)
        elif pattern.type == "REQUEST" and is_own(thing):
            continue  # "renewed her call for Estia to leave"
        elif thing.lemma.lower() not in GIVEN or pattern.type not in ("SUPPORT", "AGREE"):
            found += [owner for owner in owners(unwrap(thing)) if owner in references and not _is_closed(thing, pattern)]
            if not found and thing in frame.objects:
                found += _hanging_on(unwrap(thing), pattern, references)
    return tuple(found)


def _hanging_on(thing: Token, pattern: Pattern, references: References) -> list[Token]:
    """Whose the object is by what hangs on it: on whom a measure lies, else who made it."""
    if pattern.type in ("REQUEST", "PROTEST"):
        return []  # "demanded the release of the prisoners", "attended a rally held by the party"
    told, told_by = participle_prepositions(thing), participle_prepositions(thing, MAKING)
    borne = [party for prep, party in told if prep in _BORNE and party in references]
    if borne and pattern.type != "ACCUSE":
        return borne
    holders = _HOLDERS | _MUTUAL if thing.lemma.lower() in load_classes()["@talks"] | load_classes()["@tie"] else _HOLDERS
    judged = pattern.type in ("ACCUSE", "SUPPORT", "REJECT")  # but "raised the tariffs that Norland had imposed"
    if judged and takes_object(thing):
        holders -= {"of"}  # "voiced concern about the arrest of Kor"
    found = [party for prep, party in (*prepositions(thing), *told_by) if prep in holders and party in references]
    return found or [maker for maker in makers(thing) if judged and maker in references]


def _candidates(frame: Frame, slot: Slot, names_object: bool, pattern: Pattern, references: References) -> tuple[Token, ...]:
    if slot.preps:
        agents = frame.doers if frame.passive else ()
        preps = slot.preps - {"in"} if _is_anothers(frame, pattern, references) else slot.preps
        found = [thing for prep, thing in frame.preps if prep in preps and not (prep == "by" and thing in agents)]
        found = [thing for thing in found if thing.entity not in _TIMES]  # "fired his deputy on Tuesday"
        if pattern.type == "REQUEST":  # "demanded the release of the prisoners" demands nothing of the prisoners
            found = [
                thing for thing in found if not (thing.head.lower == "of" and thing.head.head in frame.objects and not _is_owed(thing))
            ]
        return (*found, *(frame.datives if "to" in slot.preps else ()))
    if slot.role is not None and names_object:
        return (*frame.datives, *(thing for thing in frame.objects if _in_small_clause(thing) or _beside(thing, pattern, references)))
    return frame.objects or (frame.datives if slot.role else ())


def _is_anothers(frame: Frame, pattern: Pattern, references: References) -> bool:
    """Whether a mission is closed that another state runs: "closed the Estian consulate in Kell"."""
    things = [thing for thing in frame.objects if not is_own(thing)] if pattern.mode == "withdraw" else []
    return any(owner in references for thing in things for owner in owners(thing))


def _is_closed(thing: Token, pattern: Pattern) -> bool:
    """Whether somebody's own mission is closed: "closed its embassy in Kell"."""
    return pattern.mode == "withdraw" and is_own(thing)


def _beside(thing: Token, pattern: Pattern, references: References) -> bool:
    """Whether a known party is the object beside the word that the pattern asks for: "was found guilty", "gave Estia leave"."""
    wanted = (slot for slot in pattern.slots if slot.words and not slot.preps and not slot.role and not slot.barred)
    return thing in references and not any(word_of(thing, slot.words) for slot in wanted)


def _in_small_clause(thing: Token) -> bool:
    return thing.dep == "nsubj" and thing.head.dep == "ccomp"


def word_of(thing: Token, words: frozenset[str]) -> Token | None:
    """The word of the phrase that is one of these: its head, seen through "a series of", or a noun compounded with it.

    What is compounded with an act ("a bomb threat", "missile strikes") is the act's, not what is done.
    """
    if "*" in words:
        return thing
    if (meant := antecedent(thing)) is not thing:  # "sanctions that were lifted"
        return thing if word_of(meant, words) is not None else None
    head = unwrap(thing)
    if thing.entity and any(kind in words and thing.entity == label for kind, label in KINDS.items()):
        return thing
    for token in (head, thing):
        if token.lower in words or (token.lemma.lower() in words and token.tag != "JJR"):  # "greater than" is no praise
            return token
    if head.lemma.lower() in _act_nouns():
        return None
    beside = (child for child in head.children if child.dep in ("compound", "amod") and not child.entity == head.entity == "ORG")
    return next((child for first in beside for child in first.conjuncts() if child.lemma.lower() in words), None)


@cache
def happenings() -> frozenset[str]:
    """Nouns of what takes place on a day: an attack, a meeting, a protest, or the paper that says something."""
    return _act_nouns() | load_classes()["@attack"] | load_classes()["@talks"] | word_list("speaking_documents") | {"blast", "explosion"}


@cache
def _act_nouns() -> frozenset[str]:
    """Nouns that tell an act of their own."""
    return frozenset(load_patterns()["noun"]) - PALE
