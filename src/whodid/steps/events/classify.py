"""The type decision alone: which PLOVER type the words give what one marked party does to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whodid.ontology import Ontology
from whodid.steps.events.coding import COOPERATIVE, load_lexicon
from whodid.steps.events.matching import References
from whodid.steps.events.status import Told, load_governors, status_of
from whodid.steps.events.triggers import Trigger, find_triggers
from whodid.text import Sentence, Token

Offsets = tuple[int, int] | None
# The task is defined by PLOVER's table from CAMEO of 2021, which puts two codes elsewhere than the manual that the record follows:
# finding guilty under ACCUSE, imposing sanctions under COERCE.
TABLE_2021 = {"116": "ACCUSE", "163": "COERCE"}


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


def classify_sentence(sentences: Sequence[Sentence], source: Offsets, target: Offsets, ontology: Ontology) -> Classification:
    """The type of the trigger that ties the marked parties best: as doer and done-to, else as either, else the main verb's.

    A party that is not in the sentence is None.
    """
    marked = {token.i for sentence in sentences for token in sentence.tokens if _within(token, source) or _within(token, target)}
    words = [token for sentence in sentences for token in sentence.tokens]
    names = {token.i for token in words if token.pos == "PROPN" and token.entity not in ("DATE", "TIME")}
    references = References(frozenset(marked | names), [sentence.span() for sentence in sentences])
    triggers = [trigger for sentence in sentences for trigger in find_triggers(sentence, load_lexicon(), references)]
    if not triggers:
        return Classification(None, None, 0.0)
    best = max(triggers, key=lambda trigger: _fit(trigger, source, target))
    fit = _fit(best, source, target)[0]
    type_ = _as_plover(best, status_of(best, load_governors()), ontology)
    confidence = round(best.pattern.weight * (1.0, 0.9, 0.7, 0.5)[3 - min(3, fit)], 2)
    return Classification(type_, ontology.quad(type_), confidence)


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
    """PLOVER folds status into the type: cooperation still to come is AGREE, cooperation refused is REJECT."""
    type_ = TABLE_2021.get(trigger.pattern.cameo or "", trigger.pattern.type)
    if told.status == "denied" and type_ in COOPERATIVE:
        return "REJECT"
    if told.status in ("planned", "proposed") and type_ in ("CONCEDE", "RETREAT"):
        return "AGREE"  # CAMEO 035, "intends to yield", is AGREE in that table
    return ontology.as_plover(type_, "planned" if told.status == "proposed" else told.status)
