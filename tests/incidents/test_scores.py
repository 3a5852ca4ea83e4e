"""Two tellings: what speaks for their being of one happening, and what against."""

from __future__ import annotations

from typing import Any

import pytest

from whodid.incidents import Link, Telling, part, score, telling_keys, tellings

_NAMES = {"anna": "Anna Weiss", "bert": "Bert Kline", "mob": "protesters", "FRA": "France", "DEU": "Germany", "un": "UN"}
_KINDS = {"mob": "group", "FRA": "state", "DEU": "state", "un": "organization"}
OSLO = {"name": "Oslo", "country": "NOR", "lat": 59.9, "lon": 10.7, "kind": "town"}
DRAMMEN = {"name": "Drammen", "country": "NOR", "lat": 59.7, "lon": 10.2, "kind": "town"}
BODO = {"name": "Bodø", "country": "NOR", "lat": 67.3, "lon": 14.4, "kind": "town"}


def telling(article: str, trigger: str = "arrested", day: str | None = None, reported: str | None = None, **event: Any) -> Telling:
    """The one telling of an article whose whole text is its trigger."""
    quad = "verbal conflict" if event.get("type") in ("ACCUSE", "REQUEST") else "material conflict"
    told: dict[str, Any] = {
        "id": "e1",
        "type": "COERCE",
        "quad": quad,
        "status": "occurred",
        "actors": [],
        "recipients": [],
        "confidence": 0.9,
    }
    span = {"start": 0, "end": len(trigger), "text": trigger}
    date = {"start": day, "end": day, "granularity": "day", "text": "Friday"} if day else None
    told |= {"trigger": span, "evidence": {"start": 0, "end": len(trigger)}, "date": date, **event}
    actors = [{"id": id, "name": name, "kind": _KINDS.get(id, "person")} for id, name in _NAMES.items()]
    record = {"id": article, "text": trigger, "date": reported, "actors": actors, "events": [told]}
    return tellings(record)[0]


def linked(a: Telling, b: Telling, likeness: float = 0.4) -> Link | None:
    found = score(a, b, likeness)
    return found if found and found.score >= part("bars")["tellings"] else None


def test_the_same_deed_to_the_same_person_in_like_articles_is_one():
    link = linked(telling("a", recipients=["anna"]), telling("b", "detained", recipients=["anna"]))
    assert link is not None
    assert link.reasons[0].startswith("articles on one matter +") and any("same recipient Anna Weiss" in reason for reason in link.reasons)


def test_no_order_matters():
    a, b = telling("a", recipients=["anna"]), telling("b", "detained", recipients=["anna"])
    assert score(a, b, 0.3) == score(b, a, 0.3)


@pytest.mark.parametrize(
    "one, other",
    [
        ({"recipients": ["anna"]}, {"recipients": ["bert"]}),
        ({"day": "2024-05-03"}, {"day": "2024-05-06"}),
        ({"day": "2024-05-03", "place": OSLO}, {"day": "2024-05-04", "place": BODO}),
        ({"place": OSLO}, {"place": {"name": "Lyon", "country": "FRA"}}),
    ],
    ids=["person", "day", "day and town", "country"],
)
def test_look_alikes_stay_apart(one, other):
    assert linked(telling("a", **one), telling("b", **other)) is None


def test_two_who_condemn_are_two():
    said = {"type": "ACCUSE", "mode": "disapprove"}
    assert linked(telling("a", "condemned", actors=["FRA"], **said), telling("b", "condemned", actors=["FRA"], **said)) is not None
    assert linked(telling("a", "condemned", actors=["FRA"], **said), telling("b", "condemned", actors=["DEU"], **said)) is None


def test_planned_and_held_are_one():
    party = {"type": "CONSULT", "actors": ["FRA", "DEU"], "symmetric": True, "day": "2024-05-03"}
    planned = telling("a", "will meet", status="planned", reported="2024-05-01", **party)
    assert linked(planned, telling("b", "met", reported="2024-05-04", **party), 0.0) is not None


def test_what_had_not_happened_yet_cannot_have_been_told():
    early, late = telling("a", reported="2024-05-01", recipients=["anna"]), telling("b", day="2024-05-03", recipients=["anna"])
    assert linked(early, late) is None


def test_the_same_number_speaks_for_one_and_a_manifold_against():
    twelve = [{"of": "killed", "value": 12, "text": "12"}]
    scores = {}
    for value in (12, 15, 90):
        other = telling("b", counts=[{"of": "killed", "value": value, "text": str(value)}])
        found = score(telling("a", counts=twelve), other, 0.4)
        scores[value] = found.score if found else 0.0
    assert scores[12] > scores[15] > scores[90]


def test_near_towns_are_no_reason_against():
    close = {**DRAMMEN, "lat": 59.8, "lon": 10.6}
    apart, near = (score(telling("a", place=OSLO), telling("b", place=place), 0.4) for place in (BODO, close))
    assert near is not None and (apart is None or near.score > apart.score)


def test_types_that_cannot_be_one_are_not_compared():
    assert score(telling("a", "helped", type="AID"), telling("b", "helped", type="THREATEN"), 1.0) is None


def test_tellings_on_one_trigger_have_keys_of_their_own():
    record = {"id": "a", "text": "met", "events": []}
    one = {"type": "CONSULT", "quad": "verbal cooperation", "status": "occurred", "actors": [], "recipients": [], "confidence": 1.0}
    one |= {"trigger": {"start": 0, "end": 3, "text": "met"}, "evidence": {"start": 0, "end": 3}}
    record["events"] = [{"id": "e1", **one}, {"id": "e2", **one}, {"id": "e3", **one, "same_as": "e1"}]
    found = tellings(record)
    assert [each.events for each in found] == [("e1", "e3"), ("e2",)] and len({each.key for each in found}) == 2


def test_happenings_of_known_day_and_parties_are_sought_in_all_articles():
    party = {"type": "CONSULT", "actors": ["FRA", "DEU"], "day": "2024-05-03"}
    assert telling_keys(telling("a", "met", **party)) & telling_keys(telling("b", "talks", **party))
    assert not telling_keys(telling("a", "met", actors=["FRA", "DEU"]))
