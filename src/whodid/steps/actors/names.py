"""Names that the knowledge has, found in one longest-match pass over a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from whodid.knowledge import Knowledge, Name, Organization, Person, State
from whodid.text import Span, Token, span_of

# Small words that may stand inside a name ("Ministry of the Interior", "Charles de Gaulle", "Médecins sans Frontières").
_INNER = frozenset(
    {
        "of",
        "the",
        "for",
        "and",
        "on",
        "in",
        "to",
        "de",
        "la",
        "del",
        "da",
        "do",
        "dos",
        "el",
        "al",
        "bin",
        "ibn",
        "van",
        "von",
        "der",
        "sans",
        "-",
        "'s",
        "'",
        ".",
        "&",
        "du",
        "di",
    }
)


@dataclass(frozen=True, slots=True)
class Named:
    """Words that the knowledge knows: positions `first` to `last` inclusive, and what they can mean."""

    first: int
    last: int
    tokens: tuple[Token, ...]
    readings: tuple[Name, ...]

    def state(self, *kinds: str) -> State | None:
        """The state that the words mean in one of these ways (by default: in any), or None."""
        for reading in self.readings:
            if isinstance(reading.entry, State) and (not kinds or reading.kind in kinds):
                return reading.entry
        return None

    @property
    def states(self) -> set[str]:
        """Codes of all states that the words can mean."""
        return {reading.entry.code for reading in self.readings if isinstance(reading.entry, State)}

    def only(self, code: str) -> Named:
        """The same without the readings of other states."""
        return replace(self, readings=tuple(r for r in self.readings if not isinstance(r.entry, State) or r.entry.code == code))

    @property
    def person(self) -> Person | None:
        """The person whose full name this is; a single word is never sure enough."""
        if len(self.tokens) == 1:
            return None
        return next((r.entry for r in self.readings if r.kind == "name" and isinstance(r.entry, Person)), None)

    @property
    def organization(self) -> Organization | None:
        """The organization whose name this is."""
        return next((r.entry for r in self.readings if isinstance(r.entry, Organization)), None)

    @property
    def families(self) -> tuple[Person, ...]:
        """Those who bear these words as their family name, or as their only one."""
        single = len(self.tokens) == 1
        found = (r.entry for r in self.readings if isinstance(r.entry, Person) and (r.kind == "family" or single))
        return tuple({person.id: person for person in found}.values())

    @property
    def head(self) -> Token:
        """The word by which the name hangs in the syntax: the last one whose head lies outside, mostly the last."""
        inside = {token.i for token in self.tokens}
        for token in reversed(self.tokens):
            if (token.head is token or token.head.i not in inside) and token.pos != "PUNCT" and token.tag != "POS":
                return token
        return self.tokens[-1]

    def span(self) -> Span:
        """The words as they stand in the article."""
        return span_of(self.tokens)


def _exists(state: State, day: str | None) -> bool:
    if day is None:
        return state.end is None
    return (state.start or "") <= day and (state.end is None or day[: len(state.end)] <= state.end)


class NameFinder:
    """Looks names up in the knowledge; remembers what it has looked up, since an article says the same names again and again.

    Args:
        knowledge: Who and what has which names.
        day: The article's day, for names that several states have had ("Belgrade").
    """

    def __init__(self, knowledge: Knowledge, day: date | None) -> None:
        self._knowledge = knowledge
        self._day = day.isoformat() if day else None
        self._longest = knowledge.longest_name
        self._firsts = knowledge.first_words
        self._seen: dict[str, tuple[Name, ...]] = {}

    def find(self, tokens: Sequence[Token]) -> list[Named]:
        """All names in a sentence, the longest at each place, left to right."""
        found: list[Named] = []
        position, total = 0, len(tokens)
        while position < total:
            named = self._longest_at(tokens, position) if self._may_start(tokens, position) else None
            if named is None:
                position += 1
            else:
                found.append(named)
                position = named.last + 1
        return found

    def look_up(self, words: str) -> tuple[Name, ...]:
        """What these words name; the same as `Knowledge.named`, remembered."""
        known = self._seen.get(words)
        if known is None:
            known = self._seen[words] = self._of_the_day(self._knowledge.named(words))
        return known

    def _of_the_day(self, readings: tuple[Name, ...]) -> tuple[Name, ...]:
        """Where words name several states, those that exist on the day; without one, today's."""
        states = {reading.entry.code for reading in readings if isinstance(reading.entry, State)}
        if len(states) < 2:
            return readings
        there = tuple(r for r in readings if not isinstance(r.entry, State) or _exists(r.entry, self._day))
        return there or readings

    def _may_start(self, tokens: Sequence[Token], position: int) -> bool:
        token = tokens[position]
        if not token.text[0].isupper() and not token.text[0].isdigit():
            # Two-part names may begin small ("al-Shabab", "ad-Dawla").
            return token.lower in ("al", "el", "ad", "ash", "an") and position + 1 < len(tokens) and tokens[position + 1].text == "-"
        if token.lower in self._firsts or not token.text.isascii():
            return True
        return position + 1 < len(tokens) and tokens[position + 1].text in ("-", "'", ".", "&") and tokens[position + 1].start == token.end

    def _longest_at(self, tokens: Sequence[Token], position: int) -> Named | None:
        first = tokens[position]
        base = first.sentence.start
        text = first.sentence.text
        for end in self._ends(tokens, position):
            words = text[first.start - base : tokens[end].end - base]
            readings = self.look_up(words)
            if readings:
                return Named(position, end, tuple(tokens[position : end + 1]), readings)
        return None

    def _ends(self, tokens: Sequence[Token], position: int) -> list[int]:
        """Positions where a name from here may end, the farthest first."""
        ends, words, at = [], 0, position
        while at < len(tokens):
            token = tokens[at]
            if at == position or token.start > tokens[at - 1].end:
                words += 1
                if words > self._longest:
                    break
            joined = at > position and tokens[at - 1].text in ("-", "'")  # "Jae-in"
            if token.text[0].isupper() or token.text[0].isdigit() or joined:
                ends.append(at)
            elif token.lower not in _INNER:
                if token.text[0].isalpha() and at == position + 1:
                    ends.append(at)
                break
            at += 1
        ends.reverse()
        return ends
