"""Quotes, times, places, marked pairs, dyads and pages against gold, on a record made by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import builders
from whodid.article import Article
from whodid.record import Record
from whodid.scoring.dyads import read_dyad, score_dyads
from whodid.scoring.figures import Scores
from whodid.scoring.incidents import joined, read_report, score_incidents
from whodid.scoring.marked import read_pair, score_pairs, score_types
from whodid.scoring.pages import GoldPage, score_pages
from whodid.scoring.places import read_places, score_places
from whodid.scoring.quotes import read_quotes, score_quotes
from whodid.scoring.rows import Row
from whodid.scoring.spans import pair_off
from whodid.scoring.speech import Words, says
from whodid.scoring.times import canonical, read_times, score_times
from whodid.steps.events import Classification


def where(words: str, nth: int = 0) -> list[int]:
    found = builders.span(words, nth=nth)
    return [found.start, found.end]


def row(**fields: Any) -> Row:
    return Row({"id": "norland-1", "text": builders.TEXT, **fields}, "gold.jsonl, line 1")


def figures(scores: Scores) -> dict[str, float | None]:
    return {figure.name: figure.value for figure in scores.figures}


def test_pairs_are_the_same_stretches_first() -> None:
    assert pair_off([(0, 9), (2, 5)], [(2, 5), (3, 9)]) == [(0, 1), (1, 0)]


def attribution(content: str, source: str | None, cue: str, nth: int = 0) -> dict[str, Any]:
    return {"content": [where(content)], "source": [where(source, nth)] if source else [], "cue": [where(cue)]}


def test_a_quote_is_found_by_half_its_words_and_its_speaker() -> None:
    found = attribution('"We have opened a door,"', "Brandt", "told reporters", 1)
    other = attribution("Sudria had shelled the port of Kell on Monday", "Sudria", "said")
    values = figures(score_quotes([read_quotes(row(attributions=[found, other]))], [builders.record()]))
    assert values["speech, content: F1"] == pytest.approx(2 * 2 / (2 + 4))
    assert values["speech, right speaker: recall"] == 0.5
    assert values["speech, direct: F1"] == 1.0


def test_what_lies_within_another_quote_counts_neither_way() -> None:
    whole = attribution(
        "Sudria had shelled the port of Kell on Monday, killing four fishermen. Sudria's army denied the attack", "Estia", "said", 2
    )
    record = builders.record()
    scores = score_quotes([read_quotes(row(attributions=[whole]))], [replace(record, quotes=record.quotes[1:3])])
    assert figures(scores)["all, right speaker: precision"] == 1.0


@pytest.mark.parametrize(
    ("cue", "said"),
    [("told reporters", True), ("according to", True), (":", True), ("put it", True), ("put up with", False), ("hopes", False)],
)
def test_a_cue_says_or_does_not(cue: str, said: bool) -> None:
    assert says(cue) is said


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He “came” home", "came"),
        ('A "long one\nnext', "long one"),
        ("It ‘won’ big", "won"),
        ("The men's hat isn't 'red' now", "red"),
        ("``Go,'' she said", "Go"),
    ],
)  # fmt: skip
def test_words_between_quotation_marks(text: str, quoted: str) -> None:
    words = Words(text)
    assert " ".join(text[start:end] for (start, end), inside in zip(words.spans, words.quoted, strict=True) if inside) == quoted


def test_times_by_span_and_value() -> None:
    times = [
        {"start": where("Tuesday")[0], "end": where("Tuesday")[1], "type": "DATE", "value": "2026-03-03"},
        {"start": where("on Monday")[0], "end": where("on Monday")[1], "type": "DATE", "value": "2026-03-09"},
    ]
    scores = score_times([read_times(row(times=times))], [builders.record()])
    values = figures(scores)
    assert (values["span F1"], values["span F1, the same words"], values["value F1"]) == (0.8, 0.4, 0.4)
    assert {miss.kind for miss in scores.misses} == {"wrong", "extra"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("P12M", "P1Y"), ("199", "199X"), ("2000-W7", "2000-W07"), ("1998-XX", "1998"), ("T14:35:00", "T14:35"), ("PT60M", "PT1H")],
)
def test_two_spellings_of_one_value(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


def test_places_by_country_and_distance() -> None:
    kell, holmstad = where("Kell"), where("Holmstad")
    places = [
        {"start": kell[0], "end": kell[1], "lat": 58.0, "lon": 21.6, "country": "EST"},
        {"start": holmstad[0], "end": holmstad[1], "lat": 0.0, "lon": 0.0, "country": "SUD"},
    ]
    scores = score_places([read_places(row(places=places))], [builders.record()])
    assert figures(scores)["within 161 km of those found"] == figures(scores)["country of those found"] == 0.5
    assert [(miss.kind, miss.cause) for miss in scores.misses] == [("wrong", "another country")]


def test_an_optional_place_counts_neither_way() -> None:
    start, end = where("Kell")
    gold = read_places(row(places=[{"start": start, "end": end, "optional": "adjectival"}]))
    record = builders.record()
    assert score_places([gold], [replace(record, places=record.places[:1])]).misses == ()


def pair(type: str, source: str, target: str) -> Row:
    return row(gold_root=type, source=where(source), target=where(target))


def test_a_marked_pair_is_found_with_its_type() -> None:
    golds = [read_pair(pair("CONSULT", "Ada Brandt", "Juri Tamm")), read_pair(pair("AID", "Ada Brandt", "Juri Tamm"))]
    scores = score_pairs(golds, [builders.record(), None])
    assert (figures(scores)["pair found"], figures(scores)["type right where found"]) == (0.5, 1.0)
    assert [(miss.kind, miss.cause) for miss in scores.misses] == [("missed", "no event coded")]


def test_conceding_and_retreating_are_one_class() -> None:
    golds = [read_pair(pair("YIELD", "Ada Brandt", "Juri Tamm")), read_pair(pair("AID", "Ada Brandt", "Juri Tamm"))]
    found = [Classification("RETREAT", "material cooperation", 0.9), Classification(None, None, 0.0)]
    values = figures(score_types(golds, found))
    assert (values["accuracy"], values["F1 YIELD"], values["quad accuracy"]) == (0.5, 1.0, 0.5)


def test_the_best_fitting_event_is_a_dyads() -> None:
    gold = read_dyad(
        row(type="ASSAULT", source_countries=["SUD"], target_countries=["EST"], source_sectors=["MIL"], target_sectors=[], symmetric=False)
    )
    values = figures(score_dyads([gold], [builders.record()]))
    assert (values["source country F1"], values["target country F1"], values["type recall"]) == (1.0, 1.0, 1.0)
    assert values["source sector agrees"] == 0.0


def test_a_page_is_scored_by_its_body_without_boilerplate() -> None:
    gold = GoldPage("p", Path("p.html"), None, "one two three four five", frozenset({"2026-03-04"}), None)
    junk = builders.span("Share this page", "one two three four five Share this page")
    good = Article("one two three four five Share this page", boilerplate=(junk,))
    values = figures(score_pages([gold, gold], [good, None]))
    assert (values["body precision"], values["body recall"], values["date of publication"]) == (0.5, 0.5, 0.0)


def test_a_record_that_is_not_there_counts_as_nothing_found() -> None:
    none: list[Record | None] = [None]
    start, end = where("Kell")
    assert figures(score_places([read_places(row(places=[{"start": start, "end": end, "lat": 1, "lon": 1}]))], none))["mention F1"] == 0.0


def test_articles_on_one_happening_are_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    golds = [read_report(Row({"id": str(n), "text": f"Text {n}", "incident": label}, "x")) for n, label in enumerate("aabb")]
    golds.append(read_report(Row({"id": "4", "text": "Text 4", "incident": "a", "codable": False}, "x")))
    monkeypatch.setattr("whodid.scoring.incidents.joined", lambda *_: ["m1", "m1", "m1", "m2", "m9"])
    scores = score_incidents(golds, [None] * 5)
    values = figures(scores)
    assert (values["articles linked, precision"], values["articles linked, recall"]) == (pytest.approx(1 / 3), 0.5)
    assert sorted(miss.kind for miss in scores.misses) == ["extra", "extra", "missed"]


def test_a_near_copy_is_put_under_the_same_matter() -> None:
    first = read_report(Row({"id": "1", "text": builders.TEXT, "incident": "a"}, "x"))
    again = read_report(Row({"id": "2", "text": builders.TEXT + " More later.", "incident": "a"}, "x"))
    records = [replace(builders.record(), id=gold.article.id, text=gold.article.text) for gold in (first, again)]
    one, other, left = joined([first, again, first], [*records, None])
    assert one == other == left
