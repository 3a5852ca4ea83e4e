"""Coded quotes, times, places, relations and warnings against an article's gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from whodid.record import Quote
from whodid.scoring.article_pair import Pair
from whodid.scoring.coded_articles import GoldQuote
from whodid.scoring.figures import Stretch
from whodid.scoring.parties import named, party_of, right_party
from whodid.scoring.spans import WORD, overlap, words

# Of the words of two contents; less is another quote.
LEAST_SHARED = 0.5


def compare_quotes(pair: Pair) -> None:
    """Count the article's quotes, and those of them found, with the right speaker."""
    coded = pair.record.quotes if pair.record else ()
    contents = [_content_words(((span.start, span.end) for span in quote.content), pair.text) for quote in coded]
    taken: set[int] = set()
    for gold in pair.gold.quotes:
        wanted = _content_words(gold.content, pair.text)
        free = ((_shared(wanted, content), n) for n, content in enumerate(contents) if n not in taken)
        most, best = max(free, default=(0.0, -1))
        if most < LEAST_SHARED:
            pair.tally.counts["quote_missed"] += 1
            pair.note("missed", ("quotes", "quote"), "no such quote", gold.content, [], _names(gold), "nothing")
            continue
        taken.add(best)
        _judge_speaker(pair, gold, coded[best])
    for n, quote in enumerate(coded):
        if n not in taken:
            spans = [(span.start, span.end) for span in quote.content]
            said = quote.speaker.text if quote.speaker else "nobody"
            pair.note("extra", ("quotes", quote.kind), "gold has no such quote", [], spans, "no quote here", said)
    pair.tally.counts["quote_wrong"] += len(coded) - len(taken)


def _judge_speaker(pair: Pair, gold: GoldQuote, quote: Quote) -> None:
    right = _speaker_right(pair, gold, quote)
    pair.tally.counts["quote_found"] += 1
    pair.tally.counts["speaker_right"] += right
    if not right:
        speaker = quote.speaker
        spans = [(speaker.start, speaker.end)] if speaker else []
        said = pair.actors[speaker.actor].name if speaker and speaker.actor in pair.actors else speaker.text if speaker else "nobody"
        where = [gold.speaker] if gold.speaker else gold.content
        pair.note("wrong", ("speaker", quote.kind), "another speaker" if speaker else "no speaker", where, spans, _names(gold), said)


def _speaker_right(pair: Pair, gold: GoldQuote, quote: Quote) -> bool:
    speaker = quote.speaker
    if not gold.who and not gold.garbled:
        return speaker is None
    actor = party_of(speaker.actor, pair.actors) if speaker and speaker.actor in pair.actors else None
    known = actor is not None and any(named(who, actor) for who in gold.who)
    if gold.garbled:
        return any(overlap(warned, gold.speaker) for warned in _warned(pair) if gold.speaker) and (actor is None or known)
    if known:
        return True
    touches = speaker is not None and gold.speaker is not None and overlap((speaker.start, speaker.end), gold.speaker)
    return touches and (actor is None or any(right_party(who, actor) for who in gold.who))


def _names(gold: GoldQuote) -> str:
    return " or ".join(party.name for party in gold.who)


def _content_words(spans: Iterable[Stretch], text: str) -> Counter[str]:
    return Counter(word.lower() for start, end in spans for word in WORD.findall(text[start:end]))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    return (one & other).total() / max(1, (one | other).total())


def _warned(pair: Pair) -> list[Stretch]:
    return [(warning.start, warning.end) for warning in pair.record.warnings] if pair.record else []


def compare_rest(pair: Pair) -> None:
    """Times, places, relations, warnings and boilerplate: whether each of the gold's is there."""
    record = pair.record
    times = [((one.start, one.end), str(one.value)) for one in record.times] if record else []
    for gold in pair.gold.times:
        near = [(where, value) for where, value in times if overlap(where, gold.where)]
        right = any(value.startswith(gold.value or "") for _, value in near)
        _judge_span(pair, "time", gold.where, gold.value or "", right, near)
    places = [((one.start, one.end), str(one.country)) for one in record.places] if record else []
    for gold in pair.gold.places:
        near = [(where, country) for where, country in places if overlap(where, gold.where)]
        _judge_span(pair, "place", gold.where, str(gold.value), any(country == str(gold.value) for _, country in near), near)
    for gold in pair.gold.warnings:
        _judge_span(pair, "warning", gold.where, str(gold.value), any(overlap(where, gold.where) for where in _warned(pair)), [])
    junk = [((span.start, span.end), "boilerplate") for span in record.boilerplate] if record else []
    for where in pair.gold.boilerplate:
        _judge_span(pair, "boilerplate", where, "boilerplate", any(overlap(one, where) for one, _ in junk), [])
    _relations(pair)


def _judge_span(pair: Pair, part: str, where: Stretch, should: str, right: bool, near: Sequence[tuple[Stretch, str]]) -> None:
    pair.tally.counts[f"{part}_all"] += 1
    pair.tally.counts[f"{part}_right"] += right
    if not right:
        said = ", ".join(value for _, value in near) or "nothing"
        cause = f"another {'value' if part == 'time' else 'country'}" if near else f"no {part} found at these words"
        pair.note("wrong" if near else "missed", (f"{part}s", part), cause, [where], [span for span, _ in near], should, said)


def _relations(pair: Pair) -> None:
    coded = pair.record.relations if pair.record else ()
    for gold in pair.gold.relations:
        right = any(
            one.predicate == gold.predicate and _is(one.subject, gold.subject, pair) and _is(one.object, gold.object, pair) for one in coded
        )
        pair.tally.counts["relation_all"] += 1
        pair.tally.counts["relation_right"] += right
        if not right:
            told = f"{gold.subject} {gold.predicate} {gold.object}"
            pair.note(
                "missed", ("relations", gold.predicate), "no such relation", _first_mention(pair.text, gold.subject), [], told, "nothing"
            )


def _is(id: str, wanted: str, pair: Pair) -> bool:
    """Whether a relation's side is the gold's: its country, its id, or its name's words."""
    actor = pair.actors.get(id)
    country, name = (actor.country, actor.name) if actor else (None, id)
    return wanted in (country, id) or id.endswith(":" + wanted) or words(wanted) <= words(f"{name} {id}")


def _first_mention(text: str, name: str) -> list[Stretch]:
    start = text.find(name)
    return [(start, start + len(name))] if start >= 0 else []
