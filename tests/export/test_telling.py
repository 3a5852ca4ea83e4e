"""Which telling tells which happening, who is paired with whom, and which day counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders
from stores import second, told
from whodid.export.incidents import Incidents
from whodid.export.telling import full_day, pairs, tellings
from whodid.record import EventDate


def event(**changes):
    return replace(builders.record().events[0], **{"symmetric": False, **changes})


def test_each_actor_is_paired_with_each_recipient():
    assert pairs(event(actors=("a", "b"), recipients=("c", "d"))) == [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]


def test_a_side_that_the_text_does_not_name_is_none():
    assert pairs(event(actors=("a",), recipients=())) == [("a", None)]
    assert pairs(event(actors=(), recipients=("b",))) == [(None, "b")]
    assert pairs(event(actors=(), recipients=())) == [(None, None)]


def test_nobody_is_paired_with_himself():
    assert pairs(event(actors=("a", "b"), recipients=("a",))) == [("b", "a")]


def test_what_is_mutual_is_paired_once_or_in_both_directions():
    mutual = event(actors=("a", "b", "c"), recipients=(), symmetric=True)
    assert pairs(mutual) == [("a", "b"), ("a", "c"), ("b", "c")]
    assert len(pairs(mutual, both_ways=True)) == 6
    assert pairs(event(actors=("a",), recipients=(), symmetric=True)) == [("a", None)]


@pytest.mark.parametrize(
    ("day", "full"),
    [
        ("2022", "2022-01-01"),
        ("2022-02", "2022-02-01"),
        ("2022-02-03", "2022-02-03"),
        (None, None),
        ("2022-02-03T10:00", "2022-02-03"),
        ("199", None),
    ],
)
def test_a_cut_day_is_its_first(day, full):
    assert full_day(day) == full


def test_the_day_is_that_of_the_event_else_that_of_the_report():
    assert told(builders.record(), "e3").day == "2026-03-02"
    assert told(builders.record(), "e2").day == "2026-03-04"
    assert told(builders.record(date=None), "e2").day is None


def test_without_incidents_what_is_the_same_in_one_article_is_one_happening():
    found = {telling.event.id: telling.incident for telling in tellings(builders.record())}
    assert found["e4"] == found["e3"]
    assert len(set(found.values())) == 6


def test_a_telling_whose_first_was_filtered_away_keeps_its_happening():
    record = builders.record()
    less = replace(record, events=tuple(event for event in record.events if event.id != "e3"))
    assert told(less, "e4").incident == told(record, "e3").incident


def test_tellings_that_are_the_same_as_each_other_end():
    record = builders.record()
    first, other = replace(record.events[0], same_as="e2"), replace(record.events[1], same_as="e1")
    assert len(list(tellings(replace(record, events=(first, other))))) == 2


def test_two_articles_of_the_same_id_stay_apart():
    one, other = builders.record(), builders.record(text=builders.TEXT + " More.")
    assert told(one, "e1").incident != told(other, "e1").incident


def test_the_words_for_a_party_are_those_that_stand_for_it():
    telling = told(builders.record(), "e1")
    assert telling.span("person:juri-tamm").text == "Juri Tamm"
    assert telling.span("person:nobody") is None


def test_an_incident_counts_tellings_articles_and_outlets():
    record = builders.record()
    told_here = [telling for telling in tellings(record, {"e3": "i", "e4": "i"}) if telling.incident == "i"]
    there = [telling for telling in tellings(second(), {"e3": "i"}) if telling.incident == "i"]
    incident = Incidents([*told_here, *there]).of(there[0])
    assert (incident.tellings, len(incident.articles), incident.outlets, incident.first) == (
        3,
        2,
        {"Norland News", "Estia Times"},
        "2026-03-04",
    )


def test_what_happened_stands_for_its_incident_before_what_was_planned():
    record = builders.record()
    planned = replace(
        record,
        id="before",
        date="2026-02-01",
        events=(replace(record.events[0], status="planned", date=EventDate("2026-03-03", "2026-03-03", "day")),),
    )
    both = [*tellings(planned, {"e1": "i"}), *(telling for telling in tellings(record, {"e1": "i"}) if telling.event.id == "e1")]
    incidents = Incidents(both)
    assert [incidents.stands_for(telling) for telling in both] == [False, True]
    assert incidents.of(both[0]).first == "2026-02-01"
