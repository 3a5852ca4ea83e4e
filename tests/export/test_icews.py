"""ICEWS's rows: both sides, English names, words for sectors."""

from __future__ import annotations

from dataclasses import replace

import builders
from stores import told
from whodid.export import icews
from whodid.record import Actor


def test_a_meeting_stands_in_both_directions_with_countries_in_words():
    first, other = icews.rows(told(builders.record(), "e1"))
    assert (first["Source Name"], first["Source Sectors"], first["Source Country"]) == ("Ada Brandt", "Government", "Norway")
    assert (other["Source Name"], other["Target Name"]) == ("Juri Tamm", "Ada Brandt")
    assert first["Event ID"] != other["Event ID"] and first["Story ID"] == other["Story ID"]
    assert (first["CAMEO Code"], first["Intensity"], first["Event Date"]) == ("040", 1.0, "2026-03-03")
    assert (first["Publisher"], first["Country"], first["Sentence Number"]) == ("Norland News", "Norway", None)


def test_one_side_alone_is_left_out():
    assert icews.left_out(told(builders.record(), "e5")) == "with one side only"
    assert icews.left_out(told(builders.record(), "e1")) is None


def test_unnamed_groups_carry_their_country_and_states_their_own_name():
    record = builders.record()
    actors = (Actor("group:police", "Police", "group", "NOR", "COP"), Actor("state:RUS", "Russia", "state", "RUS"))
    arrest = replace(record.events[5], cameo="173", recipients=("state:RUS",))
    (row,) = icews.rows(told(replace(record, actors=actors, events=(arrest,)), "e6"))
    assert (row["Source Name"], row["Target Name"], row["Target Country"]) == (
        "Police (Norway)",
        "Russian Federation",
        "Russian Federation",
    )
