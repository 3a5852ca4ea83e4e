"""POLECAT's rows: one a pair, folded and marked by PLOVER's rules, empty where we know nothing."""

from __future__ import annotations

from dataclasses import replace

import builders
from stores import told
from whodid.export import polecat
from whodid.record import Event, EventPlace


def rows(event: str, **changes: object) -> list[dict[str, object]]:
    return list(polecat.rows(told(builders.record(**changes), event)))


def changed(**changes: object) -> tuple[Event, ...]:
    return (replace(builders.record().events[0], **changes),)


def test_a_meeting_is_one_row_for_its_pair():
    (row,) = rows("e1")
    assert row["Event ID"] == "norland-1_e1_CONSULT"
    assert (row["Event Date"], row["Event Type"], row["Event Mode"], row["Quad Code"]) == (
        "2026-03-03",
        "CONSULT",
        "visit",
        "VERBAL COOPERATION",
    )
    assert (row["Actor Name"], row["Actor Country"], row["Actor COW"]) == ("Ada Brandt", "NOR", "385")
    assert (row["Recipient Name"], row["Recipient Country"], row["Recipient COW"]) == ("Juri Tamm", "EST", "366")
    assert (row["Actor Title"], row["Primary Actor Sector"], row["Actor Name Raw"]) == ("President of Norland", "GOV", "Ada Brandt")
    assert (row["Placename"], row["City"], row["Country"], row["GeoNames ID"]) == ("Holmstad", "", "NOR", 2)
    assert row["Story People"] == "Ada Brandt;Juri Tamm" and row["Publication Date"] == "2026-03-04"


def test_an_announced_retreat_is_a_concession_dated_by_the_report():
    (row,) = rows("e1", events=changed(type="RETREAT", status="planned", symmetric=False, mode="withdraw", actors=("state:EST",)))
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"]) == ("CONCEDE", None, "VERBAL COOPERATION")
    assert (row["Event Date"], row["Intensity"]) == ("2026-03-04", 4.5)
    assert polecat.left_out(told(builders.record(), "e2")) is None


def test_what_did_not_happen_has_no_place_unless_asked_for_and_then_its_mark():
    telling = told(builders.record(events=changed(type="ASSAULT", status="denied", contexts=("military",))), "e1")
    assert polecat.left_out(telling) == "denied"
    assert polecat.left_out(telling, ("denied",)) is None
    assert next(polecat.rows(telling))["Contexts"] == "military;negation"


def test_a_second_telling_in_the_article_and_an_event_of_nobody_are_left_out():
    assert polecat.left_out(told(builders.record(), "e4"), ("denied",)) == "told again in the same article"
    assert polecat.left_out(told(builders.record(events=changed(actors=(), recipients=())), "e1")) == "without parties"


def test_an_unnamed_group_is_not_resolved_but_has_its_words():
    (row,) = rows("e5")
    assert (row["Actor Name"], row["Actor Name Raw"], row["Recipient Name"], row["Recipient Country"]) == ("None", "students", None, "")


def test_kosovo_has_plover_s_code():
    place = EventPlace("Pristina", "XKX", 42.67, 21.17, 786714, "town", 1)
    (row,) = rows("e1", events=changed(place=place))
    assert (row["Country"], row["City"]) == ("KOS", "Pristina")
