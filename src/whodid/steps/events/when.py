"""When it was: the time that the event's clause carries, else none, else the article's day where the telling allows it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta

from whodid.record import EventDate, Granularity, Status, Time
from whodid.steps.events.clauses import clause_verb, is_passive
from whodid.steps.events.triggers import Trigger
from whodid.text import Sentence, Token

# Clauses that share the time of the clause above: "met on Friday and signed", "on Friday, praising".
_SHARES_TIME = frozenset(("conj", "xcomp", "advcl", "pcomp", "acl", "relcl"))
_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART_OF_YEAR = re.compile(r"(\d{4})-(Q[1-4X]|H[12]|SP|SU|FA|WI)$")
_DECADE = re.compile(r"(\d{3})X?$")
_CENTURY = re.compile(r"(\d\d)(?:XX)?$")
# First month, number of months. A season is told loosely, and "the quarter" (QX) may be any of its year.
_PARTS_OF_YEAR: dict[str, tuple[int, int, Granularity]] = {
    "Q1": (1, 3, "quarter"), "Q2": (4, 3, "quarter"), "Q3": (7, 3, "quarter"), "Q4": (10, 3, "quarter"), "QX": (1, 12, "year"),
    "H1": (1, 6, "span"), "H2": (7, 6, "span"), "SP": (3, 3, "span"), "SU": (6, 3, "span"), "FA": (9, 3, "span"), "WI": (12, 3, "span"),
}  # fmt: skip
# Words that put a clause into the past of the story, not on its day.
_PAST_MARKS = frozenset(("ago", "earlier", "previously", "once", "formerly", "since"))


WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_SUBORDINATE = frozenset(("before", "after", "since", "until", "when", "while", "as", "once"))
# "said after meeting Kor", "hours after it freed them": on the same day.
_AT_ONCE = frozenset(("after", "before", "while", "when", "as", "on", "upon"))
_SOON = frozenset("hour hours minute minutes moment moments shortly immediately soon just".split())


@dataclass(frozen=True, slots=True)
class Calendar:
    """The article's time expressions by the token they begin at, and its day."""

    times: dict[int, Time]
    anchor: Date | None

    @classmethod
    def of(cls, times: Iterable[Time], anchor: Date | None) -> Calendar:
        """Index the dates that can date an event; durations and sets cannot."""
        return cls({time.start: time for time in times if time.type in ("DATE", "TIME") and time.value}, anchor)


def date_of(trigger: Trigger, status: Status, sentence: Sentence, calendar_: Calendar) -> tuple[EventDate | None, bool]:
    """The event's date, and whether it was inferred from the article's day."""
    near = _in_clause(trigger, sentence, calendar_)
    if near is not None and not (status == "occurred" and _after_telling(near, calendar_)):
        return near, False
    if calendar_.anchor is not None and _same_day(trigger, status):
        day = calendar_.anchor.isoformat()
        return EventDate(day, day, "day"), True
    return None, False


def is_ahead(trigger: Trigger, sentence: Sentence, calendar_: Calendar) -> bool:
    """Whether the present tense tells what is still to come: "meets his colleague on Monday", told on the Friday before."""
    if trigger.predicate.tag not in ("VBZ", "VBP"):
        return False
    near = _in_clause(trigger, sentence, calendar_)
    return near is not None and _after_telling(near, calendar_, 0)


def _after_telling(date: EventDate, calendar_: Calendar, days: int = 1) -> bool:
    """Whether a day lies after the article's, with `days` to spare for the other side of the world: what has happened was not then."""
    if calendar_.anchor is None or date.start is None:
        return False
    return date.start > (calendar_.anchor + timedelta(days=days)).isoformat()


def _in_clause(trigger: Trigger, sentence: Sentence, calendar_: Calendar) -> EventDate | None:
    """The nearest time that hangs in the trigger's own clause, or in one that shares its time with it."""
    placed = [(token, calendar_.times[token.start]) for token in sentence.tokens if token.start in calendar_.times]
    if not placed:
        return None
    words = {word.i for word in trigger.words} | {trigger.predicate.i}
    best: tuple[int, int, EventDate] | None = None
    for token, time in placed:
        rank = _distance(_time_head(token, time), trigger, words)
        if rank is None:
            continue
        dated = event_date(time)
        if dated is not None and (best is None or (rank, abs(token.i - trigger.head.i)) < best[:2]):
            best = (rank, abs(token.i - trigger.head.i), dated)
    return best[2] if best else None


def _time_head(token: Token, time: Time) -> Token:
    """The word of the expression by which it hangs in the sentence."""
    while token.head is not token and time.start <= token.head.start < time.end:
        token = token.head
    return token


def _distance(time: Token, trigger: Trigger, words: set[int]) -> int | None:
    """0: hangs on the trigger's own words. 1: on its clause. 2..: on a clause it shares its time with. None: elsewhere."""
    if time.dep in ("compound", "nmod", "poss") and time.head.pos == "NOUN" and time.head.i not in words:
        return None  # "in the wake of the September attacks"
    for above in time.ancestors():
        if above.lower == "since" and not _names_weekday(time) and (above is not time.head or not above.head.is_verb):
            return None  # "the first visit since 2017", "arrested 40 people since the protests of May"
        if above.i in words:
            return 0
        if above.dep in ("nsubj", "nsubjpass", "appos"):
            return None  # "Norland, a member since 1952, accused"
        if above.is_verb and above.dep not in ("aux", "auxpass"):
            break
    verb = clause_verb(time) if not time.is_verb else clause_verb(time.head)
    if verb is None:
        return 1
    if verb.i == trigger.predicate.i or verb is clause_verb(trigger.head):
        return 1
    if verb.dep in ("acl", "advcl") and not _finite(verb) and verb.head in (*trigger.doers, *trigger.done_to, trigger.predicate):
        return 5  # "was seized by men wearing masks in May": the parser hangs the time on the participle
    if _joined_below(verb, trigger.predicate):
        return 6  # "cracked down on them and backed the war two years ago": the time at the end is for both
    shared = trigger.predicate if trigger.predicate.is_verb else clause_verb(trigger.head)
    steps = 2
    while shared is not None and shared.head is not shared and (shared.dep in _SHARES_TIME or _is_said(shared, trigger)):
        if shared.dep == "relcl" or (shared.dep == "advcl" and _finite(shared)):
            return None
        shared = clause_verb(shared.head)
        if shared is verb:
            return steps
        steps += 1
    # "in early February, days before the troops marched": the parser hangs the time on the clause above the one it dates.
    return None


def _is_said(verb: Token, trigger: Trigger) -> bool:
    """Whether it is done by being said, on the day of the saying: "said on Sunday that Norland was ready to leave"."""
    stance = trigger.pattern.kind == "adjective" or "negated" in trigger.pattern.options
    return verb.dep == "ccomp" and verb is trigger.predicate and stance


def _shortened(verb: Token) -> bool:
    return is_passive(verb) and verb.child("aux", "auxpass") is None


def _names_weekday(time: Token) -> bool:
    """A weekday at the end of the sentence is the clause's, whatever noun the parser hangs it on."""
    return time.lower.rstrip("s") in WEEKDAYS


def _joined_below(verb: Token, first: Token) -> bool:
    """Whether the verb is joined to the first by "and" without a clause of its own ("ten were killed and dozens more wounded")."""
    while verb.dep == "conj" and verb.head.is_verb and (verb.child("nsubj", "nsubjpass") is None or _shortened(verb)):
        verb = verb.head
        if verb is first:
            return True
    return False


def _finite(verb: Token) -> bool:
    return verb.tag in ("VBD", "VBZ", "VBP") or verb.child("nsubj", "nsubjpass") is not None


def _same_day(trigger: Trigger, status: Status) -> bool:
    """Whether the telling is of the article's day: a plain past tense, not a perfect, not a bare noun, with no word that puts it back."""
    verb = trigger.predicate
    if status != "occurred" or trigger.nominal or not verb.is_verb:
        return False
    if any(child.lower in _PAST_MARKS for word in trigger.words for child in word.children):
        return False
    if verb.dep == "pcomp" and verb.head.lower in _AT_ONCE and verb.head.head.is_verb:
        verb = verb.head.head
    if verb.dep in ("pcomp", "relcl", "acl"):
        return False
    finite = _main_verb(verb)
    while (
        finite.tag in ("VBG", "VB", "VBN") and finite.dep in ("advcl", "xcomp", "conj", "pcomp") and finite.child("aux", "auxpass") is None
    ):
        above = clause_verb(finite.head)
        if above is None:
            return False
        finite = above
    if _is_subordinate(finite):
        return False
    helpers = {child.lower for child in finite.children if child.dep in ("aux", "auxpass")}
    if helpers & {"had", "has", "have", "'ve"}:
        return False
    while finite.dep == "conj" and finite.head.is_verb:
        finite = finite.head
    if finite.dep not in ("ROOT", "ccomp", "parataxis") or _is_subordinate(finite):
        return False
    return finite.tag == "VBD" or bool(helpers & {"was", "were", "did"}) or finite.tag in ("VBZ", "VBP")


def _is_subordinate(verb: Token) -> bool:
    return any(child.lower in _SUBORDINATE and child.dep in ("mark", "advmod") for child in verb.children)


def _main_verb(verb: Token) -> Token:
    """The verb on whose day the clause is: for "hours after they left", "as they left", that of the clause above, else its own."""
    mark = next((child for child in verb.children if child.dep in ("mark", "advmod") and child.lower in _AT_ONCE), None)
    above = clause_verb(verb.head) if verb.dep == "advcl" else None
    if mark is None or above is None or above.tag != "VBD" or verb.tag != "VBD":
        return verb
    if mark.lower in ("after", "before"):
        return above if any(child.lower in _SOON for child in (*mark.children, *verb.children) if child.i < mark.i) else verb
    return above if mark.lower in ("as", "while") else verb


def event_date(time: Time) -> EventDate | None:
    """A TIMEX3 date as first and last day with its granularity; None where the value names no days (PAST_REF, P3D)."""
    value = time.value or ""
    days = _days(value)
    if days is None:
        return None
    first, last, granularity = days
    return EventDate(first.isoformat(), last.isoformat(), granularity, time.text)


def _days(value: str) -> tuple[Date, Date, Granularity] | None:
    try:
        if match := _VALUE.match(value):
            year, month, day = (int(part) if part else 0 for part in match.groups())
            if day:
                return Date(year, month, day), Date(year, month, day), "day"
            return (*_months(year, month, 1), "month") if month else (*_months(year, 1, 12), "year")
        if match := _WEEK.match(value):
            monday = Date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6), "week"
        if match := _PART_OF_YEAR.match(value):
            first, count, granularity = _PARTS_OF_YEAR[match[2]]
            return (*_months(int(match[1]), first, count), granularity)
        if match := _DECADE.match(value):
            return Date(int(match[1]) * 10, 1, 1), Date(int(match[1]) * 10 + 9, 12, 31), "decade"
        if match := _CENTURY.match(value):
            return Date(int(match[1]) * 100, 1, 1), Date(int(match[1]) * 100 + 99, 12, 31), "century"
    except ValueError:
        return None
    return None


def _months(year: int, first: int, count: int) -> tuple[Date, Date]:
    """First and last day of so many months; a winter ends in the year after."""
    year_after, last = divmod(first + count - 2, 12)
    last_year, last_month = year + year_after, last + 1
    return Date(year, first, 1), Date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
