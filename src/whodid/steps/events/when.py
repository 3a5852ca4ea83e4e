"""When it was: the time that the event's clause carries, else none, else the article's day where the telling allows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Date
from datetime import timedelta

from whodid.record import EventDate, Status, Time
from whodid.steps.events.clauses import is_passive
from whodid.steps.events.days import before, event_date
from whodid.steps.events.matching import happenings
from whodid.steps.events.subjects import FINITE, between, clause_verb, hanging_word
from whodid.steps.events.today import is_of_today
from whodid.steps.events.trigger import Trigger
from whodid.text import Sentence, Token

# Clauses that share the time of the clause above: "met on Friday and signed", "on Friday, praising".
_SHARES_TIME = frozenset(("conj", "xcomp", "advcl", "pcomp", "acl", "relcl"))
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_MEANWHILE = frozenset(("as", "while"))
# What is decided or wanted is dated by the day on which that was told.
_SAID_ON = frozenset(("planned", "proposed"))
# What follows so soon, in characters, upon a date so many days past is of the past as well.
REACH = 200
LONG_PAST = 45
# In words, from a time to the verb it dates.
_CLOSE = 4
_STANCES = frozenset(("negated", "refused"))
_LENGTH = re.compile(r"P(\d+)([DWMY])$")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The article's time expressions by the token they begin at, those of some length apart, its day, and where paragraphs begin."""

    times: dict[int, Time]
    anchor: Date | None
    lengths: dict[int, Time] = field(default_factory=dict)
    paragraphs: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, times: Iterable[Time], anchor: Date | None, sentences: Sequence[Sentence] = ()) -> Calendar:
        """Index the dates that can date an event, and lengths by which events are apart; sets cannot."""
        known = [time for time in times if time.value]
        dates = {time.start: time for time in known if time.type in ("DATE", "TIME")}
        lengths = {time.start: time for time in known if time.type == "DURATION"}
        return cls(dates, anchor, lengths, {one.paragraph: one.start for one in reversed(sentences)})


def date_of(
    trigger: Trigger, status: Status, sentence: Sentence, calendar_: Calendar, *, said: bool = False
) -> tuple[EventDate | None, bool]:
    """The event's date, and whether it was inferred from the article's day; with `said` it is done by being said ("we will not pay")."""
    near = _in_clause(trigger, sentence, calendar_, "planned" if said else status) or _counted_back(trigger, sentence, calendar_)
    if near is not None and not (status == "occurred" and _after_telling(near, calendar_)):
        return near, False
    back = not said and trigger.predicate.tag not in ("VBZ", "VBP") and _in_background(sentence, calendar_)
    if calendar_.anchor is not None and is_of_today(trigger, status) and not back:
        day = calendar_.anchor.isoformat()
        return EventDate(day, day, "day"), True
    return None, False


def _in_background(sentence: Sentence, calendar_: Calendar) -> bool:
    """Whether the story has just gone back: the last date told, shortly before in the same paragraph, is long past."""
    times = calendar_.times.values()
    if calendar_.anchor is None or any(sentence.start <= time.start < sentence.end for time in times):
        return False
    first = max(sentence.start - REACH, calendar_.paragraphs.get(sentence.paragraph, 0))
    before_it = [time for time in times if first <= time.start < sentence.start]
    dated = event_date(max(before_it, key=lambda time: time.start)) if before_it else None
    return dated is not None and Date.fromisoformat(dated.end or dated.start or "") < calendar_.anchor - timedelta(days=LONG_PAST)


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


def _in_clause(trigger: Trigger, sentence: Sentence, calendar_: Calendar, status: Status = "occurred") -> EventDate | None:
    """The nearest time that hangs in the trigger's own clause, or in one that shares its time with it."""
    placed = [(token, calendar_.times[token.start]) for token in sentence.tokens if token.start in calendar_.times]
    if not placed:
        return None
    words = {word.i for word in trigger.words} | {trigger.predicate.i}
    best: tuple[int, int, EventDate] | None = None
    for token, time in placed:
        rank = _distance(hanging_word(token, time.start, time.end), trigger, words, status)
        if rank is None:
            continue
        dated = event_date(time)
        if dated is not None and (best is None or (rank, abs(token.i - trigger.head.i)) < best[:2]):
            best = (rank, abs(token.i - trigger.head.i), dated)
    return best[2] if best else None


def _distance(time: Token, trigger: Trigger, words: set[int], status: Status) -> int | None:
    """0: hangs on the trigger's own words. 1: on its clause. 2..: on a clause it shares its time with. None: elsewhere."""
    if _is_told_of(time, trigger.predicate) or _dates_subject(time, trigger.predicate):
        return 1
    if time.dep in ("compound", "nmod", "poss") and time.head.pos == "NOUN" and time.head.i not in words:
        return None  # "in the wake of the September attacks"
    for above in time.ancestors():
        if above.lower == "since" and not _names_weekday(time) and (above is not time.head or not above.head.is_verb):
            return None  # "the first visit since 2017", "arrested 40 people since the protests of May"
        if above.i in words:
            return 0
        if above.dep in ("nsubj", "nsubjpass", "appos"):
            return None  # "Norland, a member since 1952, accused"
        if above.is_verb and above.dep not in ("aux", "auxpass") and not _is_preposition(above):
            break
    verb = _clause_of(time)
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
    while shared is not None and shared.head is not shared and (shared.dep in _SHARES_TIME or _is_said(shared, trigger, status)):
        if shared.dep == "relcl" or (shared.dep == "advcl" and _finite(shared) and not _goes_along(shared)):
            return None
        shared = clause_verb(shared.head)
        if shared is verb:
            return steps
        steps += 1
    # "in early February, days before the troops marched": the parser hangs the time on the clause above the one it dates.
    return None


def _counted_back(trigger: Trigger, sentence: Sentence, calendar_: Calendar) -> EventDate | None:
    """So long before the clause above: "the blast came two days after gunmen killed a mayor", told on the day or with a date."""
    verb = trigger.predicate
    mark = next((child for child in verb.children if child.dep == "mark" and child.lower == "after" and child.i < verb.i), None)
    above = clause_verb(verb.head) if verb.dep == "advcl" and mark is not None else None
    if mark is None or above is None or above.tag not in FINITE:
        return None
    length = next((time for time in calendar_.lengths.values() if 0 <= mark.start - time.end <= 1), None)
    match = _LENGTH.match(length.value or "") if length is not None else None
    day = _day_of(above, sentence, calendar_)
    if length is None or match is None or day is None:
        return None
    return event_date(replace(length, type="DATE", value=before(day, int(match[1]), match[2])))


def _day_of(verb: Token, sentence: Sentence, calendar_: Calendar) -> Date | None:
    """The day of a clause: the one it names, even beside its subject ("Sunday's blast came"), else the article's."""
    for token in sentence.tokens:
        time = calendar_.times.get(token.start)
        if time is not None and _clause_of(hanging_word(token, time.start, time.end)) is verb:
            dated = event_date(time)
            return Date.fromisoformat(dated.start) if dated is not None and dated.granularity == "day" and dated.start else None
    return calendar_.anchor


def _dates_subject(time: Token, verb: Token) -> bool:
    """Whether the time is that of a happening which is the clause's subject: "Friday's blast killed ten", "the raid in May drew fire"."""
    noun = time.head if time.head.pos == "NOUN" else time.head.head
    if noun.head is not verb or noun.dep not in ("nsubj", "nsubjpass"):
        return False
    near = time.dep in ("compound", "nmod", "poss", "npadvmod", "appos") or time.head.dep == "prep"
    return near and (noun.lemma.lower() in happenings() or _right_before(time, verb))


def _right_before(time: Token, verb: Token) -> bool:
    """Whether no comma stands between them: "the judge on Friday freed them" is no judge on Friday."""
    words = between(time, verb)
    held = time.head.lower if time.head.dep == "prep" else "on"
    return time.dep in ("pobj", "npadvmod") and held in ("on", "in") and len(words) < _CLOSE and all(word.pos != "PUNCT" for word in words)


def _is_told_of(time: Token, verb: Token) -> bool:
    """Whether the clause is what happened then: "in April, when police dragged him out"."""
    return verb.dep == "relcl" and verb.head is time and any(child.lower == "when" for child in verb.children)


def _clause_of(time: Token) -> Token | None:
    """The verb of the time's clause."""
    verb = clause_verb(time) if not time.is_verb else clause_verb(time.head)
    while verb is not None and _is_preposition(verb):
        verb = clause_verb(verb.head)
    return verb


def _is_preposition(verb: Token) -> bool:
    """Whether a participle only says after what: "accused of it following a meeting in 2010"."""
    return verb.dep == "prep" and verb.lower == "following" and verb.head is not verb


def _goes_along(verb: Token) -> bool:
    """Whether a clause tells what went on meanwhile: "marched on Monday as police looked on"."""
    mark = next((child.lower for child in verb.children if child.dep == "mark"), None)
    above = clause_verb(verb.head)
    return mark in _MEANWHILE and above is not None and verb.i > above.i and verb.tag == "VBD" and above.tag in ("VBD", "VBN")


def _is_said(verb: Token, trigger: Trigger, status: Status) -> bool:
    """Whether it is of the day of the saying: a stance, or a plan or wish ("said on Sunday that Norland would leave")."""
    if verb.dep != "ccomp" or not _tops(verb, trigger.predicate):
        return False
    return status in _SAID_ON or trigger.pattern.kind == "adjective" or bool(_STANCES & trigger.pattern.options)


def _tops(verb: Token, below: Token) -> bool:
    """Whether it is the same verb or governs it by infinitives alone: the "plans" of "plans to leave"."""
    while below is not verb and below.dep == "xcomp":
        below = below.head
    return below is verb


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
    return verb.tag in FINITE or verb.child("nsubj", "nsubjpass") is not None
