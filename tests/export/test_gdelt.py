"""GDELT's rows: a happening once, in both directions where it is mutual, with its own codes for actors, places and days."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders
from stores import second, told
from whodid.export import gdelt
from whodid.export.incidents import Incidents
from whodid.export.places import where
from whodid.export.telling import Telling
from whodid.record import EventDate, EventPlace


def rows(telling: Telling) -> list[dict[str, object]]:
    return list(gdelt.rows(telling, Incidents([telling]).of(telling)))


def changed(event: str, **changes: object) -> Telling:
    record = builders.record()
    return told(replace(record, events=tuple(replace(one, **changes) if one.id == event else one for one in record.events)), event)


def test_a_meeting_stands_in_both_directions():
    first, other = rows(told(builders.record(), "e1"))
    assert (first["Actor1Code"], first["Actor1Name"], first["Actor2Code"]) == ("NORGOV", "ADA BRANDT", "ESTGOV")
    assert (other["Actor1Code"], other["Actor2Code"]) == ("ESTGOV", "NORGOV")
    assert first["GlobalEventID"] != other["GlobalEventID"]
    assert (first["EventCode"], first["EventBaseCode"], first["EventRootCode"], first["QuadClass"]) == ("040", "040", "04", 1)
    assert (first["Day"], first["MonthYear"], first["Year"], first["FractionDate"]) == ("20260303", "202603", "2026", "2026.1726")
    assert (first["DATEADDED"], first["SOURCEURL"]) == ("20260304000000", "https://news.example/norland-1")
    assert first["IsRootEvent"] == 1 and first["AvgTone"] is None


@pytest.mark.parametrize(("day", "fraction"), [("2015-02-18", "2015.1315"), ("1979-01-01", "1979.0027"), ("2020-12-31", "2020.9890")])
def test_the_fraction_of_the_year_is_gdelt_s(day, fraction):
    assert rows(changed("e1", date=EventDate(day, day, "day")))[0]["FractionDate"] == fraction


def test_an_event_further_down_is_no_root_event():
    assert not gdelt.in_lead(told(builders.record(), "e5"))
    assert gdelt.in_lead(told(builders.record(dateline=None), "e1"))


def test_an_id_is_the_same_in_every_run_and_fits_a_double():
    telling = told(builders.record(), "e1")
    number = gdelt.event_number(telling, ("a", "b"))
    assert number == gdelt.event_number(telling, ("a", "b")) != gdelt.event_number(telling, ("b", "a"))
    assert 0 < number < 2**53


def test_an_incident_counts_its_tellings_articles_and_outlets():
    here, there = (replace(told(record, "e1"), incident="i1") for record in (builders.record(), second()))
    row = next(gdelt.rows(here, Incidents([here, there]).of(here)))
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"]) == (2, 2, 2)


def test_a_mention_belongs_to_the_event_and_says_where_it_stands():
    here, there = (replace(told(record, "e1"), incident="i1") for record in (builders.record(), second()))
    incidents = Incidents([here, there])
    mention = next(gdelt.mentions(there, incidents.of(there)))
    assert mention["GlobalEventID"] == rows(here)[0]["GlobalEventID"]
    assert (mention["MentionTimeDate"], mention["EventTimeDate"]) == ("20260305000000", "20260304000000")
    assert (mention["MentionType"], mention["MentionSourceName"], mention["Confidence"]) == (1, "estia.example", 90)
    assert mention["Actor1CharOffset"] == builders.TEXT.index("Ada Brandt")
    assert mention["ActionCharOffset"] == builders.TEXT.index("met")
    assert mention["MentionDocLen"] == len(builders.TEXT)


def test_a_party_whose_words_are_not_known_has_offset_minus_one():
    telling = changed("e1", actor_spans=())
    mention = next(gdelt.mentions(telling, Incidents([telling]).of(telling)))
    assert (mention["Actor1CharOffset"], mention["Actor2CharOffset"]) == (-1, -1)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (EventPlace("Lithuania", "LTU", 55.4, 24.0, 597427, "country", 6), (1, "Lithuania", "LH", "LH")),
        (EventPlace("Texas", "USA", 31.0, -100.0, 4736286, "region", 4), (2, "Texas, United States", "US", "USTX")),
        (EventPlace("Austin", "USA", 30.27, -97.74, 4671654, "town", 1), (3, "Austin, Texas, United States", "US", "USTX")),
        (EventPlace("Black Sea", None, 43.0, 34.0, 630673, "sea", 7), (None, "Black Sea", "", "")),
        (EventPlace("Nowhere", "XXX", 1.0, 1.0, None, "town", 1), (4, "Nowhere", "", "")),
    ],
)
def test_places_have_gdelt_s_types_and_fips_codes(place, expected):
    row = rows(changed("e1", place=place))[0]
    names = ("Type", "Fullname", "CountryCode", "ADM1Code")
    assert tuple(row[f"ActionGeo_{name}"] for name in names) == expected
    assert row["Actor1Geo_Type"] is None


def test_a_town_outside_america_has_its_province_where_the_gazetteer_knows_it():
    cairo = where(EventPlace("Cairo", "EGY", 30.06, 31.25, 360630, "town", 1))
    assert cairo.full_name().startswith("Cairo, ") and cairo.full_name().endswith(", Egypt")
    assert cairo.fips_division == "EG11"


@pytest.mark.parametrize(
    ("event", "changes", "reason"),
    [
        ("e4", {"same_as": None, "cameo": "190"}, "denied"),
        ("e2", {"cameo": "138"}, "planned"),
        ("e1", {"actors": ()}, "without parties"),
        ("e1", {"cameo": None}, "without a CAMEO code"),
    ],
)
def test_what_gdelt_has_no_place_for_is_left_out(event, changes, reason):
    assert gdelt.left_out(changed(event, **changes)) == reason


def test_an_event_without_any_day_is_left_out():
    assert (
        gdelt.left_out(told(builders.record(date=None, events=(replace(builders.record().events[0], date=None),)), "e1")) == "without a day"
    )


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.estia.example/a", "estia.example"),
        ("https://[broken", "Norland News"),
        ("no address", "Norland News"),
        (None, "Norland News"),
    ],
)
def test_an_outlet_is_its_domain_else_its_name(url, name):
    assert gdelt.outlet(builders.record(url=url)) == name


def test_version_1_lacks_second_level_divisions_and_seconds():
    telling = told(builders.record(), "e1")
    row = next(gdelt.rows_1(telling, Incidents([telling]).of(telling)))
    assert (row["SQLDATE"], row["DATEADDED"], row["Actor1Code"]) == ("20260303", "20260304", "NORGOV")
    assert not any("ADM2" in name for name in row)
