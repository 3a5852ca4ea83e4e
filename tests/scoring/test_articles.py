"""Hand-coded articles against a record made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import builders
from whodid.record import Record
from whodid.scoring.articles import score_articles
from whodid.scoring.coded_articles import GoldArticle, read_coded_article, read_corrected_record
from whodid.scoring.figures import Scores
from whodid.scoring.rows import Row

BRANDT = {"name": "Ada Brandt", "country": "NOR"}
TAMM = {"name": "Juri Tamm", "country": "EST"}


def where(words: str) -> list[int]:
    found = builders.span(words)
    return [found.start, found.end]


def event(id: str, types: list[str], anchor: str, **fields: Any) -> dict[str, Any]:
    known = {"actors": [], "recipients": [], "symmetric": False, "status": ["occurred"], "required": True}
    return {"id": id, "types": types, "anchor": where(anchor), **known, **fields}


def gold(*events: dict[str, Any], **fields: Any) -> GoldArticle:
    return read_coded_article(Row({"id": "norland-1", "text": builders.TEXT, "events": list(events), **fields}, "gold.jsonl, line 1"))


def score(article: GoldArticle, record: Record | None = None) -> Scores:
    return score_articles([article], [record or builders.record()])


def figures(scores: Scores) -> dict[str, float | None]:
    return {figure.name: figure.value for figure in scores.figures}


def causes(scores: Scores, part: str) -> list[tuple[str, str]]:
    return [(miss.kind, miss.cause) for miss in scores.misses if miss.part == part]


def test_a_meeting_is_found_whoever_stands_first() -> None:
    meeting = event("g1", ["CONSULT"], "met Estian Prime Minister", actors=[TAMM], recipients=[BRANDT], symmetric=True, date="2026-03-03")
    found = figures(score(gold(meeting)))
    assert (found["event recall"], found["identity"], found["status"], found["date"]) == (1.0, 1.0, 1.0, 1.0)


def test_the_wrong_type_is_missed_and_extra_with_its_cause() -> None:
    scores = score(gold(event("g1", ["AID"], "met Estian Prime Minister", actors=[BRANDT], recipients=[TAMM], symmetric=True)))
    assert ("missed", "coded as CONSULT") in causes(scores, "events")
    assert ("extra", "gold has AID") in causes(scores, "events")


def test_another_party_is_not_the_same_event() -> None:
    scores = score(gold(event("g1", ["CONSULT"], "met Estian Prime Minister", actors=[{"name": "Sudria", "country": "SUD"}])))
    assert figures(scores)["event recall"] == 0.0
    assert ("missed", "other parties") in causes(scores, "events")


def test_status_and_date_are_judged_of_events_found() -> None:
    scores = score(gold(event("g1", ["ASSAULT"], "shelled the port", status=["planned"], date="2026-03-05")))
    assert figures(scores)["status"] == figures(scores)["date"] == 0.0
    assert causes(scores, "status") == [("wrong", "status occurred for planned")]


def test_what_is_not_required_costs_nothing() -> None:
    scores = score(gold(event("g1", ["AID"], "met Estian Prime Minister", required=False)))
    assert figures(scores)["event recall"] is None


def test_a_second_telling_is_no_wrong_event() -> None:
    record = builders.record()
    twice = replace(record, events=(record.events[0], replace(record.events[0], id="e2")))
    scores = score(gold(event("g1", ["CONSULT"], "met Estian Prime Minister", actors=[BRANDT])), twice)
    assert figures(scores)["event precision"] == 1.0
    assert [one.right for one in scores.judged] == [True, True]


def test_a_quote_needs_its_speaker() -> None:
    quote = {"content": [where('"We have opened a door,"')], "speaker": where("Brandt told"), "who": [BRANDT]}
    other = {**quote, "who": [TAMM], "speaker": where("Juri Tamm")}
    assert figures(score(gold(quotes=[quote])))["quote with its speaker"] == 1.0
    assert figures(score(gold(quotes=[other])))["quote with its speaker"] == 0.0


def test_times_places_and_relations_are_looked_for() -> None:
    time = {"start": where("Tuesday")[0], "end": where("Tuesday")[1], "value": "2026-03-03"}
    place = {"anchor": where("Kell"), "name": "Kell", "country": "EST"}
    relation = {"subject": "Ada Brandt", "predicate": "holds_office", "object": "President of Norland"}
    found = figures(score(gold(times=[time], places=[place, {**place, "country": "NOR"}], relations=[relation])))
    assert (found["time"], found["place"], found["relation"]) == (1.0, 0.5, 1.0)


def test_nothing_coded_is_everything_missed() -> None:
    article = gold(event("g1", ["CONSULT"], "met Estian Prime Minister"))
    assert figures(score_articles([article], [None]))["event recall"] == 0.0


def test_a_corrected_record_is_gold_that_it_fits_itself() -> None:
    record = builders.record()
    article = read_corrected_record(Row(record.to_dict(), "gold.jsonl, line 1"))
    found = figures(score(article, record))
    assert all(value in (1.0, None) for value in found.values()), found
    assert found["event precision"] == found["quote recall"] == 1.0


def test_each_miss_stands_in_its_sentence() -> None:
    [one] = [miss for miss in score(gold(event("g1", ["AID"], "Police arrested"))).misses if miss.kind == "missed"]
    assert one.text == "Police arrested 12 people."
    assert [one.text[start:end] for start, end in one.gold] == ["Police arrested"]
    assert [one.text[start:end] for start, end in one.coded] == ["arrested"]
