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
from whodid.record import Event, EventType, Extent, Place, Quad, Quote, Time
from whodid.steps.events.act import act_of
from whodid.steps.events.contexts import contexts_of
from whodid.steps.events.counts import counts_of
from whodid.steps.events.doubts import FLAGGED, doubts_about, score
from whodid.steps.events.governors import load_governors
from whodid.steps.events.participants import Parties, Side
from whodid.steps.events.references import References
from whodid.steps.events.sameness import join_tellings, one_blow, whole_meetings
from whodid.steps.events.sides import sides_of
from whodid.steps.events.sport import is_sport
from whodid.steps.events.status import Told, status_of, told_by_speaker, was_said
from whodid.steps.events.talks import meetings, others_at, takes_up_talks
from whodid.steps.events.territory import Ground
from whodid.steps.events.trigger import Lexicon, Trigger
from whodid.steps.events.triggers import find_triggers
from whodid.steps.events.when import Calendar, date_of, is_ahead
from whodid.steps.events.where import place_of
from whodid.text import Sentence, Span, span_of

# Below this an event is not reported: a wrong event costs a researcher more than a missing one.
LEAST_CONFIDENCE = 0.4
# In characters: about three sentences.
TAKEN_UP = 500
# In words, from the first to the last of "held their first face-to-face talks".
LONGEST_TRIGGER = 6


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

    def country(actor: str) -> str | None:
        return cast.actors[actor].country if actor in cast.actors else None

    events: list[Event] = []
    for sentence in sentences:
        if sentence.boilerplate or is_sport(sentence):
            continue
        triggers = find_triggers(sentence, load_lexicon(), references)
        told = [event for trigger in triggers for event in _events(trigger, sentence, around, _talks_before(events, sentence))]
        events += [replace(event, id=f"e{len(events) + n}") for n, event in enumerate(whole_meetings(one_blow(told, country)), 1)]
    return join_tellings(events, country)


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
    if said is not None and not was_said(said, load_governors()):
        return
    for actors, recipients in meetings(trigger, *sides, around.cast):
        event = _event(trigger, sentence, told, (actors, recipients), around)
        if said is not None:
            event = _dated(event, said, sentence, around.calendar)
        if event.confidence >= LEAST_CONFIDENCE:
            yield replace(event, attribution=tuple(quote.id for quote in carriers))


def _as_said(trigger: Trigger, carriers: Sequence[Quote], sentence: Sentence) -> Trigger | None:
    """For what is done by saying it in a quote, the saying; None for anything else, and where the sentence does not hold it."""
    if "speaker" not in trigger.pattern.options or not carriers or carriers[0].cue is None:
        return None
    span = carriers[0].cue
    cue = next((token for token in reversed(sentence.tokens) if span.start <= token.start < span.end and token.is_verb), None)
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


def _event(trigger: Trigger, sentence: Sentence, told: Told, sides: tuple[Side, Side], around: Surroundings) -> Event:
    actors, recipients = sides
    act = act_of(trigger, told, sides, around.cast, around.ontology)
    doubts = doubts_about(trigger, act, sides, around.cast)
    if act.symmetric:
        actors, recipients = actors.joined(recipients) if actors else recipients, Side()
    date, inferred = date_of(trigger, act.status, sentence, around.calendar, said=told.refused)
    known = [around.cast.actors[id] for id in actors.actors + recipients.actors if id in around.cast.actors]
    contexts = contexts_of(sentence, known, trigger.pattern.contexts)
    ontology = around.ontology
    cameo = (trigger.pattern.cameo if act.type == trigger.pattern.type else None) or ontology.cameo_for(act.type, act.mode, contexts)
    flags = [flag for flag, there in (("refused", act.refusal), ("date-inferred", inferred)) if there]
    return Event(
        id="",
        type=typed(EventType, act.type),
        mode=act.mode,
        contexts=contexts,
        cameo=cameo,
        quad=typed(Quad, ontology.quad(act.type)),
        goldstein=ontology.goldstein(cameo),
        intensity=ontology.intensity(act.type, act.mode),
        symmetric=act.symmetric,
        actors=actors.actors,
        recipients=recipients.actors,
        status=act.status,
        date=date,
        place=place_of(trigger, sentence, around.ground.places),
        trigger=_trigger_span(trigger),
        evidence=Extent(sentence.start, sentence.end),
        actor_spans=actors.spans,
        recipient_spans=recipients.spans,
        counts=counts_of(trigger, around.references),
        confidence=score(trigger.pattern.weight, sides, doubts),
        flags=(*flags, *(doubt for doubt in doubts if doubt in FLAGGED)),
    )


def _trigger_span(trigger: Trigger) -> Span:
    """From the first to the last word that tells the event; where much stands between them, the word it hangs on."""
    first, last = trigger.words[0], trigger.words[-1]
    near = last.i - first.i <= LONGEST_TRIGGER and first.sentence is last.sentence
    return span_of(trigger.words if near else (trigger.head,))
