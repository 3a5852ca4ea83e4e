"""Whether it has happened: status from tense, modality, negation, and the words that govern the clause."""

from __future__ import annotations

from dataclasses import dataclass

from whodid.record import Status
from whodid.steps.events.complements import BARE
from whodid.steps.events.factuality import (
    ABLE,
    FUTURE,
    POSSIBLE,
    is_announced,
    is_asked,
    is_assured,
    is_conditional,
    is_done_by_saying,
    is_foreseen,
    is_singled_out,
    is_talked_of,
    is_told_negated,
    is_unable,
    is_yet_to_come,
)
from whodid.steps.events.governors import Governors
from whodid.steps.events.noun_status import DUE, modified_status, noun_status
from whodid.steps.events.subjects import is_hindered, joined_to, preposition_before
from whodid.steps.events.trigger import Trigger
from whodid.text import Token

# "Kept Estia from leaving": it did not happen.
_KEEPING = frozenset(("keep", "stop", "restrain", "hinder"))
# "Urged them to stop shelling the port": the shelling goes on, and nobody wants or plans it.
_ENDING = frozenset(("stop", "cease", "end", "quit", "halt"))
# "Will fly to Oslo to meet the king".
_TRAVELLING = frozenset(("visit", "travel", "fly", "go", "come", "head", "arrive", "leave", "depart", "return", "tour"))
_CAUSING = frozenset(("get", "keep", "have", "bring", "set"))
# In the present tense these are told as done ("Norland condemns the raid"); the other types as going on.
SPEECH_TYPES = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SUPPORT", "CONCEDE", "CONSULT"))
# With an infinitive they ask ("told them to leave"), with a finite clause they report.
TELLING = frozenset("tell warn ask order instruct promise pledge threaten advise insist call".split())
NOW = frozenset(("is", "are", "was", "were", "'s", "'re", "am", "'m"))
REPORTS = frozenset("report claim suggestion allegation rumour rumor story accusation charge assertion notion invention lie".split())
DENYING = frozenset("deny reject dismiss refute rebut disclaim dispute contradict".split())


@dataclass(frozen=True, slots=True)
class Told:
    """A status, and whether the words refuse what was still to come ("will not meet"), which is an act of its own.

    `idle`: the words tell only what somebody may or can do.
    """

    status: Status
    refused: bool = False
    idle: bool = False


def status_of(trigger: Trigger, governors: Governors) -> Told:
    """The status that the words give the event. A bare event noun has happened, unless something governs it."""
    if "refused" in trigger.pattern.options:
        return Told("occurred")  # the refusal itself
    if "planned" in trigger.pattern.options:
        return Told("proposed" if is_conditional(trigger.predicate) else "planned")
    if "negated" in trigger.pattern.options:
        return Told("proposed" if is_conditional(trigger.predicate) else "occurred")
    if trigger.pattern.kind == "adjective" and trigger.head.lower in DUE and (due := governors.adjectives.get(trigger.head.lower)):
        return Told(due)  # "is due in Oslo"
    if trigger.nominal and not trigger.predicate.is_verb:
        return Told(noun_status(trigger.head, trigger, governors))
    told = _Reader(trigger, governors).read(trigger.predicate)
    modified = modified_status(trigger.head, governors) if trigger.head is not trigger.predicate else None
    if told.status in ("occurred", "ongoing"):
        if modified is not None:
            return Told(modified)
        if trigger.aspect in ("planned", "proposed", "denied", "ongoing"):
            return Told(trigger.aspect if told.status == "occurred" or trigger.aspect != "ongoing" else "ongoing")  # type: ignore[arg-type]
    return told


def told_by_speaker(trigger: Trigger) -> Told:
    """What a speaker does by saying it is done, unless he speaks of what only might be: "if Norland breaks its promise"."""
    return Told("proposed", idle=True) if trigger.pattern.type in ("ACCUSE", "SUPPORT") and _only_might_be(trigger) else Told("occurred")


def was_said(said: Trigger, governors: Governors) -> bool:
    """Whether the speaker said it, as far as the words by which he is quoted tell: not "never said that Estia was a threat"."""
    return _Reader(said, governors).read(said.predicate).status not in ("denied", "proposed")


def _only_might_be(trigger: Trigger) -> bool:
    """Whether a fault is told under a condition or a question, or of a crime that it may yet be done: "could lie to the court"."""
    verb = trigger.predicate
    helpers = {child.lower for child in verb.children if child.dep == "aux"}
    weak = {"allege": ABLE, None: POSSIBLE}.get(trigger.pattern.mode, frozenset())  # "would be wise to wait" is advice
    open_still = verb.is_verb and bool(helpers & weak) and "have" not in helpers
    return open_still or is_conditional(verb) or is_asked(verb)


class _Reader:
    """Reads the status of one trigger's clause, up through the words that govern it."""

    def __init__(self, trigger: Trigger, governors: Governors) -> None:
        self._type = trigger.pattern.type
        self._state = "state" in trigger.pattern.options
        self._governors = governors

    def read(self, verb: Token, depth: int = 0) -> Told:
        if depth > 8:
            return Told("occurred")
        told = self._affirmed(verb, depth)
        if is_asked(verb) or is_talked_of(verb) or is_assured(verb):
            return Told("proposed", idle=True)
        if is_conditional(verb):
            return Told("proposed")
        if is_told_negated(verb):
            if is_unable(verb) or is_foreseen(verb):
                return Told("denied", idle=True)
            return Told("denied", refused=told.status in ("planned", "proposed"))
        return told

    def _affirmed(self, verb: Token, depth: int) -> Told:
        helpers = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
        if helpers & FUTURE:
            return Told("planned")
        if "be" in helpers and "to" not in helpers and helpers.isdisjoint(POSSIBLE):
            return Told("proposed")  # "insisted that the men be freed"
        if helpers & POSSIBLE:
            return Told("planned" if "would" in helpers and is_announced(verb) else "proposed")
        if verb.pos not in ("VERB", "AUX"):
            return self._predicative(verb, depth)
        if "to" in helpers:
            return self._infinitive(verb, depth)
        if "being" in helpers and helpers & NOW:
            return self._governed(verb, Told("ongoing"), depth)
        if verb.tag == "VBG":
            return self._progressive(verb, helpers, depth)
        if verb.tag in ("VBZ", "VBP"):
            return Told("planned") if is_yet_to_come(verb) else self._governed(verb, self._present(verb), depth)
        if verb.tag == "VB":
            return self._bare(verb, helpers, depth)
        if verb.tag == "VBN" and not helpers and verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is None:
            return self.read(verb.head, depth + 1)
        return self._governed(verb, Told("occurred"), depth)

    def _predicative(self, word: Token, depth: int) -> Told:
        above = word.head
        if above is not word and above.is_verb:
            return self.read(above, depth + 1)
        return Told("occurred")

    def _present(self, verb: Token) -> Told:
        if verb.sentence.headline or verb.sentence.tokens[-1].pos != "PUNCT" or (self._type in SPEECH_TYPES and not self._state):
            return Told("occurred")
        return Told("ongoing")

    def _bare(self, verb: Token, helpers: set[str], depth: int) -> Told:
        if "do" in helpers or "does" in helpers:
            return Told("ongoing")
        if "did" in helpers:
            return self._governed(verb, Told("occurred"), depth)
        if verb.dep == "conj" and verb.head.is_verb:
            return self.read(joined_to(verb), depth + 1)
        if verb.dep == "dep" and verb.head.is_verb and (first := verb.head.child("xcomp")) is not None and first.i < verb.i:
            return self._infinitive(verb, depth)
        if verb.dep in ("xcomp", "ccomp") and verb.head.lemma in BARE:
            return self.read(verb.head, depth + 1)
        if verb.dep in ("xcomp", "ccomp", "acl", "relcl") and verb.head is not verb:
            return self._infinitive(verb, depth)
        return Told("proposed" if verb.dep in ("ccomp", "advcl") else "occurred")

    def _progressive(self, verb: Token, helpers: set[str], depth: int) -> Told:
        if helpers & (NOW | {"be", "been", "being"}):
            return self._governed(verb, Told("ongoing"), depth)
        above = verb.head
        prep = above if verb.dep == "pcomp" else preposition_before(verb)
        if prep is not None:
            return self._after_preposition(prep, depth)
        if verb.dep in ("xcomp", "ccomp", "dobj") and above.lemma in self._governors.verbs:
            return self._by_governor(above, self._governors.verbs[above.lemma], depth)
        if verb.dep == "acl" and is_hindered(above):
            return Told("proposed", idle=True)
        caused = verb.dep == "ccomp" and above.lemma in _CAUSING  # "to get both sides talking"
        if (caused or verb.dep in ("advcl", "conj", "xcomp")) and above.is_verb:
            told = self.read(above, depth + 1)
            return told if told.status != "denied" else Told("occurred")
        return Told("occurred")

    def _after_preposition(self, prep: Token, depth: int) -> Told:
        if prep.lower == "without":
            return Told("denied")
        above = prep.head
        if prep.lower == "from" and above.lemma in _KEEPING:
            return Told("denied", idle=self.read(above, depth + 1).status != "occurred")
        if above.pos == "NOUN" and above.lemma in self._governors.nouns:
            return Told(self._governors.nouns[above.lemma])
        if (
            above.is_verb
            and above.lemma in self._governors.verbs
            and prep.lower in ("on", "of", "from", "to", "at", "in", "into", "against")
        ):
            return self._by_governor(above, self._governors.verbs[above.lemma], depth)
        if prep.lower == "before" and above.is_verb:
            return self.read(above, depth + 1)
        if prep.lower == "by" and above.is_verb and (told := self.read(above, depth + 1)).status in ("planned", "proposed"):
            return told  # "would break the truce by shelling the port"
        return Told("occurred")

    def _infinitive(self, verb: Token, depth: int) -> Told:
        above = verb.head
        if verb.dep == "conj" and above.is_verb:
            return self.read(above, depth + 1)
        if above.is_verb and verb.dep in ("xcomp", "ccomp", "advcl", "dep"):
            if is_done_by_saying(verb):
                return Told("occurred")
            if above.lemma == "be" and verb.dep != "advcl":
                return Told("planned")
            status = self._governors.verbs.get(above.lemma)
            if status is not None:
                return self._by_governor(above, status, depth)
            outcome = any(child.lower == "only" and child.i < verb.i for child in verb.children)  # "fled, only to be jailed"
            told = self.read(above, depth + 1)
            if verb.dep != "advcl" or outcome or (above.lemma in _TRAVELLING and told == Told("planned")):
                return told
            return Told("proposed")
        if above.pos == "ADJ":
            return Told(self._governors.adjectives.get(above.lower, "proposed"))
        if above.dep == "attr" and above.head.is_verb and is_singled_out(above):
            return self.read(above.head, depth + 1)
        if above.pos == "NOUN" and is_done_by_saying(verb):
            return Told("occurred")
        if above.dep == "dobj" and above.head.is_verb and is_told_negated(above.head):
            return Told("denied")  # "has not signed a deal to free them"
        if above.pos in ("NOUN", "PROPN"):
            return Told(self._governors.nouns.get(above.lemma, "proposed"), idle=above.lemma in self._governors.idle)
        return Told("proposed")

    def _by_governor(self, governor: Token, status: Status, depth: int) -> Told:
        """What the governor gives, unless its own clause is weaker: "will begin to" is planned, "did not manage to" denied."""
        own = self.read(governor, depth + 1)
        if governor.lemma in _ENDING and own.status not in ("occurred", "ongoing"):
            return Told("occurred") if own.status == "denied" else Told(own.status, idle=True)
        if own.status in ("denied", "proposed", "planned") and status in ("occurred", "ongoing"):
            return own
        if own.status == "denied":
            return Told("denied", refused=status in ("planned", "proposed"))
        return Told(status, idle=status == "denied" and own.status in ("planned", "proposed"))  # "would forbid Estia to leave"

    def _governed(self, verb: Token, told: Told, depth: int) -> Told:
        """A finite clause under "hopes that", "denied that", "suggested that"."""
        above = verb.head
        if verb.dep in ("ccomp", "xcomp") and above.is_verb:
            status = self._governors.verbs.get(above.lemma)
            if status in ("proposed", "denied") and above.lemma not in TELLING:
                return Told(status)
        if verb.dep in ("acl", "ccomp") and above.lemma in REPORTS and above.head.is_verb and above.head.lemma in DENYING:
            return Told("denied")  # "rejected reports that it had shelled the port"
        return told
