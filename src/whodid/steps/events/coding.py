"""From triggers to events: who, to whom, whether, when, where, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast as typed

from whodid.article import Article
from whodid.cast import Cast
from whodid.lexicon.lists import word_lines
from whodid.lexicon.patterns import load_patterns
from whodid.ontology import Ontology
from whodid.record import Event, EventType, Extent, Place, Quad, Quote, Status, Time
from whodid.steps.events.contexts import contexts_of
from whodid.steps.events.counts import counts_of
from whodid.steps.events.governors import load_governors
from whodid.steps.events.means import mode_by_means, mode_by_name
from whodid.steps.events.participants import Parties, Side
from whodid.steps.events.references import References
from whodid.steps.events.sameness import join_tellings, one_blow
from whodid.steps.events.sides import countries, meetings, sides_of
from whodid.steps.events.sport import is_sport
from whodid.steps.events.standing import is_private, is_verbal, keeps_peace
from whodid.steps.events.status import Told, status_of, told_by_speaker
from whodid.steps.events.talks import others_at, takes_up_talks
from whodid.steps.events.territory import Ground
from whodid.steps.events.trigger import Lexicon, Trigger
from whodid.steps.events.triggers import find_triggers
from whodid.steps.events.when import Calendar, date_of, is_ahead
from whodid.steps.events.where import place_of
from whodid.text import Sentence, Span, span_of

# How much less sure an event is for what its telling lacks. Multiplied with the weight of the pattern; docs/events.md shows the table.
DOUBTS = {
    "no-actor": 0.8,
    "no-recipient": 0.8,
    "one-party": 0.65,
    "nominal": 0.85,
    "headline": 0.9,
    "party-in-doubt": 0.7,
    "proposed": 0.9,
    "alleged": 0.8,
    "private": 0.65,
}
# Below this an event is not reported: a wrong event costs a researcher more than a missing one.
LEAST_CONFIDENCE = 0.4
# In characters: about three sentences.
TAKEN_UP = 500
# In words, from the first to the last of "held their first face-to-face talks".
LONGEST_TRIGGER = 6
COOPERATIVE = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"))


@cache
def load_lexicon() -> Lexicon:
    """Patterns and light verbs, read once."""
    return Lexicon(load_patterns(), dict(line.rsplit(maxsplit=1) for line in word_lines("light_verbs")))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the other rooms found, as the events need it."""

    cast: Cast
    quotes: tuple[Quote, ...]
    calendar: Calendar
    ground: Ground
    references: References
    ontology: Ontology


def find_events(
    sentences: Sequence[Sentence],
    article: Article,
    cast: Cast,
    times: Sequence[Time],
    places: Sequence[Place],
    quotes: Sequence[Quote],
    ontology: Ontology,
) -> tuple[Event, ...]:
    """The article's events in text order; repeated tellings point to the main one by `same_as`."""
    parties = Parties(cast, quotes)
    quoted = [span for quote in quotes if quote.speaker and quote.speaker.actor for span in quote.content]
    references = References(parties.known(), quoted, [place.start for place in places if not place.metonym])
    around = Surroundings(
        cast=cast,
        quotes=tuple(quotes),
        calendar=Calendar.of(times, article.anchor, sentences),
        ground=Ground({place.start: place for place in places}, cast, parties),
        references=references,
        ontology=ontology,
    )
    events: list[Event] = []
    for sentence in sentences:
        if sentence.boilerplate or is_sport(sentence):
            continue
        triggers = find_triggers(sentence, load_lexicon(), references)
        told = [event for trigger in triggers for event in _events(trigger, sentence, around, _talks_before(events, sentence))]
        events += [replace(event, id=f"e{len(events) + n}") for n, event in enumerate(_whole(one_blow(told)), 1)]
    return join_tellings(events, lambda actor: cast.actors[actor].country if actor in cast.actors else None)


def _whole(told: Sequence[Event]) -> list[Event]:
    """Leave out half a meeting where the sentence tells the whole, which takes over the day and place that only the half tells.

    "Kor met his colleague, who held talks in Oslo on Friday" is one meeting.
    """
    wholes = dict(enumerate(told))
    for n, half in enumerate(told):
        if not half.symmetric or len(half.actors) > 1:
            continue
        other = next((m for m, event in wholes.items() if m != n and _is_half(half, event)), None)
        if other is not None:
            del wholes[n]
            wholes[other] = _completed(wholes[other], half)
    return list(wholes.values())


def _is_half(half: Event, whole: Event) -> bool:
    return whole.type == half.type and len(whole.actors) > 1 and set(half.actors) < set(whole.actors)


def _completed(whole: Event, half: Event) -> Event:
    told_day = half.date is not None and half.date.text is not None
    if told_day and (whole.date is None or whole.date.text is None):
        flags = tuple(flag for flag in whole.flags if flag != "date-inferred")
        whole = replace(whole, date=half.date, flags=flags)
    return whole if whole.place is not None else replace(whole, place=half.place)


def _talks_before(events: Sequence[Event], sentence: Sentence) -> Event | None:
    """The last talks told of shortly before, which "the talks" take up."""
    met = [event for event in events if event.type == "CONSULT" and len(event.actors) > 1]
    return met[-1] if met and sentence.start - met[-1].evidence.end < TAKEN_UP else None


def _events(trigger: Trigger, sentence: Sentence, around: Surroundings, talks: Event | None) -> Iterator[Event]:
    if _asks(trigger, sentence):
        return
    carriers = _carriers(trigger, around.quotes)
    sides = sides_of(trigger, around.ground, carriers)
    if sides is None:
        return
    if talks is not None and sides[0] and not sides[1] and takes_up_talks(trigger):
        sides = sides[0], others_at(talks, sides[0], around.cast)
    told = told_by_speaker(trigger) if "speaker" in trigger.pattern.options else status_of(trigger, load_governors())
    if told.status in ("occurred", "ongoing") and "state" not in trigger.pattern.options and is_ahead(trigger, sentence, around.calendar):
        told = Told("planned")
    if told.idle:
        return
    if told.status == "denied" and not told.refused and not (sides[0] and sides[1]) and "symmetric" not in trigger.pattern.options:
        return
    said = _as_said(trigger, carriers, sentence)
    for actors, recipients in meetings(trigger, *sides, around.cast):
        event = _event(trigger, sentence, told, (actors, recipients), around)
        if said is not None and event is not None:
            event = _dated(event, said, sentence, around.calendar)
        if event is not None and event.confidence >= LEAST_CONFIDENCE:
            yield replace(event, attribution=tuple(quote.id for quote in carriers))


def _as_said(trigger: Trigger, carriers: Sequence[Quote], sentence: Sentence) -> Trigger | None:
    """For what is done by saying it in a quote, the saying; None for anything else, and where the sentence does not hold it."""
    if "speaker" not in trigger.pattern.options or not carriers or carriers[0].cue is None:
        return None
    start = carriers[0].cue.start
    cue = next((token for token in sentence.tokens if token.start == start and token.is_verb), None)
    return replace(trigger, head=cue, predicate=cue, words=(cue,), doers=(), done_to=()) if cue is not None else None


def _dated(event: Event, said: Trigger, sentence: Sentence, calendar: Calendar) -> Event:
    """The event on the day on which it was said."""
    date, inferred = date_of(said, "occurred", sentence, calendar, said=True)
    flags = tuple(flag for flag in event.flags if flag != "date-inferred")
    return replace(event, date=date, flags=(*flags, "date-inferred") if inferred else flags)


def _asks(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the trigger stands in a question: it tells of nothing."""
    return any(token.text == "?" and token.i > trigger.head.i for token in sentence.tokens)


def _carriers(trigger: Trigger, quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes in whose content the trigger stands, the innermost first."""
    covering = [
        (span.end - span.start, quote)
        for quote in quotes
        for span in quote.content
        if span.start <= trigger.head.start < span.end and not _is_cue(trigger, quote)
    ]
    return [quote for _, quote in sorted(covering, key=lambda pair: pair[0])]


def _is_cue(trigger: Trigger, quote: Quote) -> bool:
    return quote.cue is not None and quote.cue.start <= trigger.head.start < quote.cue.end


def _event(trigger: Trigger, sentence: Sentence, told: Told, sides: tuple[Side, Side], around: Surroundings) -> Event | None:
    actors, recipients = sides
    pattern = trigger.pattern
    type_, mode, flags = pattern.type, pattern.mode, list[str]()
    status: Status = told.status
    if told.refused and type_ in COOPERATIVE:
        type_, status, mode = "REJECT", "occurred", None
        flags.append("refused")
    symmetric = "symmetric" in pattern.options and type_ == pattern.type
    if symmetric and type_ == "COOPERATE" and "military" in pattern.contexts and len(countries(sides, around.cast)) < 2:
        type_, mode, symmetric = "MOBILIZE", None, False  # PLOVER: one state exercising alone is MOBILIZE
    if type_ == "ASSAULT" and is_verbal(trigger, actors.actors, recipients.actors, around.cast):
        type_, mode, symmetric = "ACCUSE", "disapprove", False
    if type_ == "MOBILIZE" and keeps_peace(trigger):
        type_, mode = "AID", None
    if type_ == "ASSAULT" and mode is None:
        mode = mode_by_means(trigger.predicate) or mode_by_means(trigger.head)
    elif type_ == "PROTEST":
        named = mode_by_name(trigger.words)
        mode = named if named in around.ontology.type(type_).modes else mode  # "threw stones" names a weapon
    doubts = _doubts(trigger, sentence, sides, status, symmetric)
    parties = actors.actors + recipients.actors
    in_doubt = actors.doubtful or recipients.doubtful
    if type_ != "PROTEST" and (actors or type_ != "ASSAULT") and not in_doubt and is_private(parties, around.cast):
        doubts.append("private")
    if symmetric:
        actors, recipients = actors.joined(recipients) if actors else recipients, Side()
    date, inferred = date_of(trigger, status, sentence, around.calendar, said=told.refused)
    if inferred:
        flags.append("date-inferred")
    known = [around.cast.actors[id] for id in actors.actors + recipients.actors if id in around.cast.actors]
    contexts = contexts_of(sentence, known, pattern.contexts)
    ontology = around.ontology
    cameo = (pattern.cameo if type_ == pattern.type else None) or ontology.cameo_for(type_, mode, contexts)
    return Event(
        id="",
        type=typed(EventType, type_),
        mode=mode,
        contexts=contexts,
        cameo=cameo,
        quad=typed(Quad, ontology.quad(type_)),
        goldstein=ontology.goldstein(cameo),
        intensity=ontology.intensity(type_, mode),
        symmetric=symmetric,
        actors=actors.actors,
        recipients=recipients.actors,
        status=status,
        date=date,
        place=place_of(trigger, sentence, around.ground.places),
        trigger=_trigger_span(trigger),
        evidence=Extent(sentence.start, sentence.end),
        actor_spans=actors.spans,
        recipient_spans=recipients.spans,
        counts=counts_of(trigger, around.references),
        confidence=_confidence(pattern.weight, sides, doubts),
        flags=tuple(dict.fromkeys([*flags, *(doubt for doubt in doubts if doubt in ("headline", "party-in-doubt", "alleged"))])),
    )


def _trigger_span(trigger: Trigger) -> Span:
    """From the first to the last word that tells the event; where much stands between them, the word it hangs on."""
    first, last = trigger.words[0], trigger.words[-1]
    near = last.i - first.i <= LONGEST_TRIGGER and first.sentence is last.sentence
    return span_of(trigger.words if near else (trigger.head,))


def _doubts(trigger: Trigger, sentence: Sentence, sides: tuple[Side, Side], status: str, symmetric: bool) -> list[str]:
    actors, recipients = sides
    doubts = {
        "no-actor": not actors and not symmetric,
        "no-recipient": not recipients and not symmetric and any(slot.role == "R" for slot in trigger.pattern.slots),
        "one-party": symmetric and len(set(actors.actors + recipients.actors)) < 2 and not (actors and recipients),
        "nominal": trigger.nominal,
        "headline": sentence.headline,
        "party-in-doubt": actors.doubtful or recipients.doubtful,
        "proposed": status == "proposed",
        "alleged": trigger.alleged,
    }
    return [name for name, there in doubts.items() if there]


def _confidence(weight: float, sides: tuple[Side, Side], doubts: Iterable[str]) -> float:
    value = weight * min(side.sureness for side in sides)
    for doubt in doubts:
        value *= DOUBTS[doubt]
    return round(value, 2)
