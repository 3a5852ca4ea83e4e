"""How many: killed, wounded, arrested, marched, as the event's clause tells it."""

from __future__ import annotations

from whodid.lexicon.lists import word_map
from whodid.record import Count
from whodid.steps.events.clauses import frame_of
from whodid.steps.events.prepositions import unwrap
from whodid.steps.events.references import References
from whodid.steps.events.trigger import Trigger
from whodid.text import Token, span_of

_NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen".split()
    )
} | {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}


def counts_of(trigger: Trigger, references: References) -> tuple[Count, ...]:
    """The numbers told of those the event was done to, or of those who did it; vague ones ("hundreds") are left out.

    Only people are counted: "fired eight shots" counts nobody.
    """
    words = word_map("count_verbs")
    found: dict[str, Count] = {}
    for word in trigger.words:
        of = words.get(word.lemma)
        if of is None:
            continue
        frame = frame_of(word) if word.is_verb else None
        things = (*(frame.objects if frame else ()), *(() if frame and frame.objects else trigger.doers)) if frame else (word,)
        for thing in things:
            count = _count(thing, of) if thing in references or thing.pos == "NUM" or not word.is_verb else None
            if count is not None:
                found.setdefault(of, count)
    return tuple(found.values())


def _count(thing: Token, of: str) -> Count | None:
    numeral = next((child for token in (thing, unwrap(thing)) for child in token.children if child.dep == "nummod"), None)
    if numeral is None and (thing.pos == "NUM" or thing.lower == "dozen"):
        numeral = thing
    if numeral is None:
        return None
    words = [token for token in numeral.subtree() if token.pos == "NUM" or token.lower in _SCALES or token.lower == "a"]
    value = number(words)
    return Count(of, value, span_of(words).text) if value is not None else None


def number(words: list[Token]) -> int | None:
    """The value of a numeral in digits or words ("12,000", "two dozen", "a hundred"); None where it is none."""
    total, current = 0, 0
    for word in words:
        lower = word.lower.replace(",", "")
        if lower.isdecimal():
            current += int(lower)
        elif lower in _NUMBERS:
            current += _NUMBERS[lower]
        elif lower in _SCALES:
            current = max(1, current) * _SCALES[lower]
        elif "-" in lower and all(part in _NUMBERS for part in lower.split("-")):
            current += sum(_NUMBERS[part] for part in lower.split("-"))
        elif lower not in ("a", "and"):
            return None
        if lower in ("thousand", "million"):
            total, current = total + current, 0
    return total + current or None
