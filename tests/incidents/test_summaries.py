"""What all tellings together tell: who, when, where, how many sources, and on what they differ."""

from __future__ import annotations

from incidents.test_scores import OSLO, telling
from whodid.incidents import incident_id, summarize, voices

DEAD_12 = [{"of": "killed", "value": 12, "text": "12"}]
DEAD_15 = [{"of": "killed", "value": 15, "text": "at least 15"}]


def test_sources_are_counted_apart_from_reports():
    outlets = {"a": "Post", "b": "Post", "c": "Herald", "d": "Mail", "e": None}
    assert voices(outlets, []) == 4
    assert voices(outlets, [("c", "d")]) == 3
    assert voices(outlets, [("c", "d"), ("b", "c")]) == 2


def test_numbers_have_a_range_and_are_told_to_differ():
    told = [telling("a", "killed", counts=DEAD_12), telling("b", "killed", counts=DEAD_15)]
    found = summarize(told, {})
    assert [(range.of, range.least, range.most, range.words) for range in found.counts] == [("killed", 12, 15, ("12", "at least 15"))]
    assert found.disagreements == ("killed",) and found.agreement == 0.5


def test_planned_and_held_is_no_difference_but_denied_is():
    planned = telling("a", "will meet", status="planned", reported="2024-05-01")
    held = telling("b", "met", reported="2024-05-04")
    denied = telling("c", "met", status="denied", reported="2024-05-04")
    assert summarize([planned, held], {}).disagreements == ()
    assert summarize([planned, held], {}).status == "occurred"
    assert summarize([held, denied], {}).disagreements == ("status",)


def test_told_days_outvote_inferred_ones():
    inferred = [telling(key, date={"start": "2024-05-06", "end": "2024-05-06", "granularity": "day"}) for key in "ab"]
    found = summarize([*inferred, telling("c", day="2024-05-03")], {})
    assert found.day is not None and found.day.isoformat() == "2024-05-03"
    assert "day" not in found.disagreements


def test_days_and_places_that_exclude_each_other_are_told():
    other = {"name": "Lyon", "country": "FRA"}
    found = summarize([telling("a", day="2024-05-03", place=OSLO), telling("b", day="2024-05-04", place=other)], {})
    assert found.disagreements == ("day", "place")


def test_the_id_is_that_of_the_earliest_telling():
    first, later = telling("b", reported="2024-05-01"), telling("a", reported="2024-05-02")
    assert incident_id([later, first]) == incident_id([first])


def test_first_seen_reports_and_parties():
    told = [telling("a", reported="2024-05-02", recipients=["anna"]), telling("b", reported="2024-05-01", recipients=["anna", "mob"])]
    found = summarize(told, {"a": "Post", "b": "Mail"})
    assert (str(found.first_seen), found.reports, found.sources, found.outlets) == ("2024-05-01", 2, 2, ("Mail", "Post"))
    assert [party.id for party in found.recipients] == ["anna", "mob"]
