"""What is known when a time expression is read: the anchor day, and the times told before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from whodid.record import TimexType
from whodid.steps.times import calendar
from whodid.text import Token

# A quarter told this many sentences ago is still the one to which "a year earlier" compares.
QUARTER_REACH = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression stands for; `value` None where the text or a missing anchor does not fix it."""

    type: TimexType
    value: str | None
    mod: str | None = None


def verb_above(head: Token) -> Token | None:
    """The verb on which a word hangs by a preposition or straight, or None where it belongs to a noun."""
    above = head.head.head if head.dep == "pobj" else head.head
    return above if above.is_verb and above is not head else None


@dataclass(slots=True)
class Context:
    """The anchor day, and what the text has told so far.

    Attributes:
        anchor: The day from which "Thursday" is read; None: relative expressions get no value.
        reference: The last date told, from which "the next day" is read.
        quarter: The last quarter told, with the number of its sentence.
        clause_year: The verb (its token number) that a year hangs on, and that year: "In 2014 the army marched in, in March".
        weekdays: The day last told by each weekday's name; Monday is 0.
        told_until: Number of the last word of the date last told: "May 3, the day before the vote".
    """

    anchor: date | None
    reference: str | None = None
    quarter: str | None = None
    quarter_sentence: int = -1
    clause_year: tuple[int, int] | None = None
    told_until: int = -1
    weekdays: dict[int, date] = field(default_factory=dict)

    def tell(self, reading: Reading, sentence: int, *, is_quarter: bool = False) -> None:
        """Take note of a time that has been read; a quarter told as such is what later comparisons start from."""
        value = reading.value
        if reading.type not in ("DATE", "TIME") or value is None or not value[:4].isdigit():
            return
        self.reference = value
        if "-Q" in value and is_quarter and self._has_begun(value):
            self.quarter, self.quarter_sentence = value, sentence

    def _has_begun(self, value: str) -> bool:
        return self.anchor is None or (int(value[:4]), value[6:]) <= (self.anchor.year, str(calendar.quarter(self.anchor)))

    def quarter_near(self, sentence: int) -> str | None:
        """The quarter that the text speaks of around a sentence, or None."""
        if self.quarter is None or sentence - self.quarter_sentence > QUARTER_REACH:
            return None
        return self.quarter

    def year_for(self, head: Token) -> int | None:
        """The year told before for the very clause in which a month or day stands without one, or None."""
        verb = verb_above(head)
        if self.clause_year is None or verb is None or self.clause_year[0] != verb.i:
            return None
        return self.clause_year[1]

    @property
    def reference_month(self) -> date | None:
        """The first day of the last month told, or the day told."""
        month = calendar.cut(self.reference, "M")
        return self.reference_day or (calendar.day_of(f"{month}-01") if month else None)

    @property
    def reference_day(self) -> date | None:
        """The last date told, where it is a day."""
        return calendar.day_of(self.reference)
