"""The type decision alone: which PLOVER type the words give what one marked party does to another.

The lexicon proposes by the trigger that ties the parties best; the weights read the whole sentence; `Trust` says how far each is believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whodid.models import Judgement, Marked, judge, load_trust
from whodid.ontology import Ontology
from whodid.steps.events.act import COOPERATIVE
from whodid.steps.events.coding import load_lexicon
from whodid.steps.events.governors import load_governors
from whodid.steps.events.references import References
from whodid.steps.events.status import Told, status_of
from whodid.steps.events.trigger import Trigger
from whodid.steps.events.triggers import find_triggers
from whodid.text import Sentence, Token

Offsets = tuple[int, int] | None
# The task is defined by PLOVER's table from CAMEO of 2021, which puts some codes elsewhere than the manual that the record follows: finding
# guilty under ACCUSE, imposing sanctions under COERCE, cyber attacks and blockades under ASSAULT.
TABLE_2021 = {"116": "ACCUSE", "163": "COERCE", "176": "ASSAULT", "191": "ASSAULT"}
# In that table harm that is announced is a threat.
HARM = frozenset(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
YIELDING = ("CONCEDE", "RETREAT")
# Words that a sentence marked by hand tells an event with are rarely none: so much the weights must be sure, where the lexicon is silent.
SURELY_NONE = 0.9


@dataclass(frozen=True, slots=True)
class Classification:
    """What the source does to the target.

    Attributes:
        type: One of PLOVER's sixteen, or None where the words tell none.
        quad: The type's quad class, or None.
        confidence: 0..1; 0 where there is no type.
    """

    type: str | None
    quad: str | None
    confidence: float

    def to_dict(self) -> dict[str, str | float | None]:
        """As plain JSON values."""
        return {"type": self.type, "quad": self.quad, "confidence": self.confidence}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the lexicon says: a type, how well its trigger ties the parties (0 to 3), and how sure its pattern is."""

    type: str
    fit: int
    sureness: float


def classify_sentence(marked: Marked, sentences: Sequence[Sentence], ontology: Ontology) -> Classification:
    """The type that lexicon and weights together find likeliest.

    Args:
        marked: The text with its parties; one that is not in the text is left out.
        sentences: The same text, parsed.
    """
    proposal = propose(marked, sentences, ontology)
    (judgement,) = judge([marked])
    if proposal is None and judgement.told["NONE"] > SURELY_NONE:
        return Classification(None, None, 0.0)
    type_, confidence = _decide(judgement, proposal)
    return Classification(type_, ontology.quad(type_), round(confidence, 2))


def propose(marked: Marked, sentences: Sequence[Sentence], ontology: Ontology) -> Proposal | None:
    """The type of the trigger that ties the marked parties best: as doer and done-to, else as either, else the main verb's."""
    source, target = (spans[0] if spans else None for spans in (marked.actors, marked.recipients))
    parties = {token.i for sentence in sentences for token in sentence.tokens if _within(token, source) or _within(token, target)}
    words = [token for sentence in sentences for token in sentence.tokens]
    names = {token.i for token in words if token.pos == "PROPN" and token.entity not in ("DATE", "TIME")}
    references = References(frozenset(parties | names), [sentence.span() for sentence in sentences])
    triggers = [trigger for sentence in sentences for trigger in find_triggers(sentence, load_lexicon(), references)]
    if not triggers:
        return None
    best = max(triggers, key=lambda trigger: _fit(trigger, source, target))
    type_ = _as_plover(best, status_of(best, load_governors()), ontology)
    return Proposal(type_, _fit(best, source, target)[0], best.pattern.weight)


def _decide(judgement: Judgement, proposal: Proposal | None) -> tuple[str, float]:
    chances = {type: chance for type, chance in judgement.told.items() if type != "NONE"}
    if proposal is None:
        weighed = load_trust().weigh(chances, None, 0, 0.0)
    else:
        weighed = load_trust().weigh(chances, folded(proposal.type), proposal.fit, proposal.sureness)
    best = max(weighed, key=lambda type: weighed[type])
    return _unfolded(best, judgement.types, proposal), weighed[best]


def folded(type: str) -> str:
    """The type as one of the fifteen that the weights' `told` knows."""
    return "YIELD" if type in YIELDING else type


def _unfolded(type: str, types: Mapping[str, float], proposal: Proposal | None) -> str:
    """YIELD as the lexicon names it, else as the weights do."""
    if type != "YIELD":
        return type
    if proposal is not None and proposal.type in YIELDING:
        return proposal.type
    return max(YIELDING, key=lambda one: types[one])


def _within(token: Token, offsets: Offsets) -> bool:
    return offsets is not None and token.start < offsets[1] and offsets[0] < token.end


def _touches(heads: Iterable[Token], offsets: Offsets) -> bool:
    return any(_within(token, offsets) for head in heads for token in head.subtree())


def _fit(trigger: Trigger, source: Offsets, target: Offsets) -> tuple[int, float, int]:
    """How well the trigger ties the two: 3 both in their places, 2 both, 1 one of them, 0 none; then the pattern's weight, then order."""
    does = source is None or _touches(trigger.doers, source)
    done = target is None or _touches(trigger.done_to, target)
    if does and done and (source or target):
        ties = 3
    elif _touches((*trigger.doers, *trigger.done_to), source) and _touches((*trigger.doers, *trigger.done_to), target):
        ties = 2
    else:
        ties = int((source is not None and does) or (target is not None and done))
    return ties, trigger.pattern.weight, -trigger.head.i


def _as_plover(trigger: Trigger, told: Told, ontology: Ontology) -> str:
    """PLOVER folds status into the type: help still to come is AGREE, help refused is REJECT, harm still to come is THREATEN."""
    type_ = TABLE_2021.get(trigger.pattern.cameo or "", trigger.pattern.type)
    if told.status == "denied" and type_ in COOPERATIVE:
        return "REJECT"
    if told.status in ("planned", "proposed"):
        if type_ in HARM:
            return "THREATEN"
        if type_ in YIELDING:
            return "AGREE"  # CAMEO 035, "intends to yield", is AGREE in that table
    return ontology.as_plover(type_, "planned" if told.status == "proposed" else told.status)
