"""Whole exports: the same happenings in every format, and what has no place counted."""

from __future__ import annotations

import csv
import io
import json

import pytest

import builders
from stores import records_of, second
from whodid.errors import InputError
from whodid.export import flat
from whodid.export.formats import FORMATS, Export, format_of
from whodid.export.tables import columns

TEXT_FORMATS = tuple(name for name in FORMATS if name != "parquet")


def export(name: str, *asked: str, once: bool = False, header: bool = True) -> tuple[Export, str]:
    """The export of both articles, and what it wrote."""
    job = Export(FORMATS[name], records_of(builders.record(), second()), asked, once)
    out = io.BytesIO()
    job.write(out, header=header)
    return job, out.getvalue().decode()


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_a_format_is_found_by_name_and_the_nearest_is_offered():
    assert format_of("POLECAT").name == "polecat"
    with pytest.raises(InputError, match=r'No format "polcat"\. Nearest: polecat\. All: csv, jsonl'):
        format_of("polcat")


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_every_event_is_written_or_counted_as_left_out(name):
    job, _ = export(name)
    incidents = job.incidents()
    standing = sum(1 for _ in job.tellings()) if incidents is None else job.written
    told_again = sum(1 for telling in job.tellings() if incidents and not incidents.stands_for(telling))
    assert job.written == standing
    assert job.written + told_again + sum(job.left_out.values()) == 9


def test_the_formats_agree_on_how_many_happenings_there_are():
    happenings = {
        "csv": len({row["incident"] for row in csv.DictReader(io.StringIO(export("csv", once=True)[1]))}),
        "jsonl": len(export("jsonl", once=True)[1].splitlines()),
        "geojson": len(json.loads(export("geojson", once=True)[1])["features"]),
        "followthemoney": sum('"schema": "Event"' in line for line in export("followthemoney", once=True)[1].splitlines()),
        "polecat": len({row["Event ID"] for row in table(export("polecat", once=True)[1])}),
    }
    assert happenings == dict.fromkeys(happenings, 6)


def test_a_happening_is_written_once_where_that_is_asked():
    job, text = export("csv", once=True)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["article"], row["event"]) for row in rows if row["incident"] == "i1"] == [("norland-1", "e1")]
    assert job.written == 6


def test_the_csv_has_the_columns_of_code_and_of_the_store():
    rows = list(csv.DictReader(io.StringIO(export("csv")[1])))
    assert tuple(rows[0]) == flat.COLUMNS
    assert rows[0]["actor_names"] == "Ada Brandt; Juri Tamm" and rows[0]["incident"] == "i1" and rows[0]["symmetric"] == "true"
    assert rows[0]["source"] == "Norland News" and rows[0]["recipients"] == ""
    assert export("csv", header=False)[1].splitlines()[0].startswith("norland-1,")


def test_the_json_lines_keep_lists_and_numbers():
    first = json.loads(export("jsonl")[1].splitlines()[0])
    assert (first["actor_names"], first["goldstein"], first["symmetric"]) == (["Ada Brandt", "Juri Tamm"], 1.0, True)


@pytest.mark.parametrize("name", ["polecat", "gdelt", "gdelt1", "icews"])
def test_tab_separated_lines_stay_lines_whatever_a_name_holds(name):
    record = builders.record(source='The "Norland\tNews"\r\nof\u2028Holmstad')
    job = Export(FORMATS[name], records_of(record))
    out = io.BytesIO()
    job.write(out, header=False)
    lines = out.getvalue().decode().splitlines()
    assert len(lines) == job.lines > 0
    assert {line.count("\t") for line in lines} == {len(columns(name)) - 1}
    assert '"' not in out.getvalue().decode()


@pytest.mark.parametrize("name", ["gdelt", "gdelt1", "icews"])
def test_a_format_without_status_refuses_what_did_not_happen(name):
    with pytest.raises(InputError, match=f"{name} cannot say that an event is denied, and would tell it as done"):
        export(name, "denied")


def test_mentions_are_of_the_events_that_were_written():
    job = Export(FORMATS["gdelt"], records_of(builders.record(), second()))
    events, mentions = io.BytesIO(), io.BytesIO()
    job.write(events, beside=mentions)
    rows, told = table(events.getvalue().decode()), table(mentions.getvalue().decode())
    assert job.mentions == len(told) == sum(int(row["NumMentions"]) for row in rows)
    assert {row["GlobalEventID"] for row in told} == {row["GlobalEventID"] for row in rows}


def test_an_export_of_nothing_is_well_formed():
    for name in TEXT_FORMATS:
        job = Export(FORMATS[name], records_of())
        out = io.BytesIO()
        job.write(out)
        assert job.written == 0
        if name == "geojson":
            assert json.loads(out.getvalue())["features"] == []


def test_a_lone_surrogate_does_not_break_a_format():
    record = builders.record(title="Half \ud800 a pair")
    for name in TEXT_FORMATS:
        job = Export(FORMATS[name], records_of(record))
        job.write(io.BytesIO())
        assert job.written
