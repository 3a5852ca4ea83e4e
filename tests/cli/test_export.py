"""`whodid export`, `whodid dyads` and `whodid network`."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

import builders
import stores
from whodid.cli.export import NAMES
from whodid.export.formats import FORMATS
from whodid.record import Actor


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of two articles."""
    return str(stores.make_store(tmp_path_factory.mktemp("cli") / "events.duckdb", [builders.record(), stores.second()]))


def test_the_help_names_every_format():
    assert tuple(FORMATS) == NAMES


@pytest.mark.parametrize("format", NAMES)
def test_every_format_is_written_to_a_file(whodid, store, format, tmp_path):
    status, out, err = whodid("export", "--store", store, "--format", format, "-o", "out.x")
    assert (status, out) == (0, "")
    assert f"of {format} in out.x" in err
    assert (tmp_path / "out.x").stat().st_size > 0
    assert (tmp_path / "out.mentions.x").exists() == (format == "gdelt")


def test_what_has_no_place_is_told(whodid, store):
    _, _, err = whodid("export", "--store", store, "-f", "icews", "-o", "icews.tab")
    assert err.startswith("whodid: 2 events as 4 rows of icews in icews.tab; left out, because icews has no place for them: ")
    assert "3 with one side only" in err


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--type", "protest"), {"e5"}),
        (("--status", "denied"), {"e4"}),
        (("--status", "planned", "--status", "denied"), {"e2", "e4", "e7"}),
        (("--actor", "SUD"), {"e3", "e4"}),
        (("--actor", "ada brandt"), {"e1", "e2", "e7"}),
        (("--actor", "group:students", "--actor", "group:police"), {"e5", "e6"}),
        (("--actor", "SUD", "--actor", "students"), {"e3", "e4", "e5"}),
        (("--from", "2026-05-01"), {"e7"}),
        (("--to", "2026-03-02"), {"e3"}),
        (("--asserted-only", "--type", "ASSAULT"), set()),
    ],
)
def test_filters(whodid, store, options, expected):
    status, out, _ = whodid("export", "--store", store, *options)
    assert status == 0
    assert {row["event"] for row in rows(out)} == expected


def test_a_country_of_which_nobody_takes_part_is_no_error(whodid, store):
    status, out, err = whodid("export", "--store", store, "--actor", "PER")
    assert (status, len(out.splitlines()), err) == (0, 1, "whodid: no event fits\n")


@pytest.mark.parametrize(("name", "found"), [("Putin", 1), ("putin", 0), ("UN", 1), ("Russia", 0)])
def test_somebody_is_found_by_a_family_name_and_by_another_name(whodid, tmp_path, name, found):
    record = builders.record()
    putin = Actor("person:vladimir-putin", "Vladimir Putin", "person", "RUS")
    nations = Actor("organization:un", "United Nations", "organization", "UNO")
    meeting = replace(record.events[0], actors=(putin.id, nations.id))
    store = str(stores.make_store(tmp_path / "s.duckdb", [replace(record, actors=(putin, nations), events=(meeting,))]))
    status, out, err = whodid("export", "--store", store, "--actor", name)
    assert len(rows(out)) == found
    assert (status, "nobody with the id" in err) == ((0, False) if found else (2, True))


def test_nothing_that_fits_is_no_error_but_said(whodid, store):
    status, out, err = whodid("export", "--store", store, "--from", "2090-01-01")
    assert (status, err) == (0, "whodid: no event fits\n")
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("-f", "polcat"), 'No format "polcat". Nearest: polecat.'),
        (("--type", "ATTACK"), 'No event type "ATTACK" in PLOVER. Nearest: ASSAULT.'),
        (("--status", "denyed"), 'No status "denyed". Nearest: denied.'),
        (("--actor", "Ada Brand"), 'nobody with the id, name or country "Ada Brand" takes part. Nearest: "Ada Brandt".'),
        (("--from", "03/02/2026"), '--from is "03/02/2026"; expected YYYY-MM-DD'),
        (("--from", "2026-03-02", "--to", "2026-03-01"), "--from 2026-03-02 lies after --to 2026-03-01"),
        (("-f", "gdelt", "--status", "denied"), "gdelt cannot say that an event is denied"),
        (("-f", "gdelt", "--count", "tellings"), "leave out --count"),
        (("-f", "csv", "--partition", "day"), "--partition is for parquet, not for csv"),
        (("-f", "parquet", "--partition", "month", "-o", "x"), '--partition is "month"; expected day'),
        (("-f", "csv", "--mentions", "m.tsv"), "--mentions is for gdelt, not for csv"),
        (("-f", "gdelt", "--mentions", "m.tsv", "-o", "m.tsv"), "-o and --mentions are the same file"),
        (("-f", "parquet"), "parquet is no text: name a file with -o"),
        (("-f", "parquet", "-o", "nowhere/x.parquet"), "nowhere/x.parquet: cannot be written"),
        (("-f", "parquet", "--partition", "day", "-o", "nowhere/x"), "nowhere/x: cannot be written"),
        (("-f", "parquet", "--partition", "day"), "parquet is no text: name a file with -o"),
        (("--from", "2026-W10-1"), '--from is "2026-W10-1"; expected YYYY-MM-DD'),
        (("--actor", "Zzyzx"), 'takes part. All: whodid query "SELECT DISTINCT name FROM parties" --store'),
        (("-o", "."), "cannot be written (Is a directory)"),
    ],
)
def test_a_wrong_call_is_told_and_nothing_is_written(whodid, store, tmp_path, options, message):
    status, out, err = whodid("export", "--store", store, *options)
    assert (status, out) == (2, "")
    assert message in err and len(err.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_the_store_is_not_written_over(whodid, store):
    before = Path(store).read_bytes()
    queries = ["query", "SELECT 1"], ["query", "SELECT 1", "-f", "csv"]
    lists = (["incidents", name] for name in ("list", "merges", "articles", "mentions"))
    parquet = ["export", "-f", "parquet"], ["dyads", "-f", "parquet"]
    for command in (["export"], ["dyads"], ["network"], *queries, *lists, *parquet):
        status, out, err = whodid(*command, "--store", store, "-o", store)
        assert (status, out) == (2, "") and "would be lost" in err
    assert Path(store).read_bytes() == before


@pytest.mark.parametrize("command", ["export", "dyads", "network"])
def test_a_store_that_is_not_there_is_told(whodid, command):
    status, _, err = whodid(command, "--store", "none.duckdb")
    assert status == 2 and err.startswith("whodid: none.duckdb: is not there")


def test_parquet_by_day_wants_a_folder_of_its_own(whodid, store, tmp_path):
    assert whodid("export", "--store", store, "-f", "parquet", "--partition", "day", "-o", "events").status == 0
    assert sorted(part.name for part in (tmp_path / "events").iterdir()) == ["day=2026-03-04", "day=2026-03-05"]
    status, _, err = whodid("export", "--store", store, "-f", "parquet", "--partition", "day", "-o", "events")
    assert status == 2 and "wants a new or empty folder" in err


def test_gdelt_without_header_and_without_a_file_for_mentions(whodid, store):
    _, out, err = whodid("export", "--store", store, "-f", "gdelt", "--no-header", "--actor", "SUD", "--type", "CONSULT")
    assert out == "" and "mentions are a second file" in err


def test_dyads_for_people_and_programs(whodid, store):
    _, shown, _ = whodid("dyads", "--store", store)
    assert "2026-03  NOR  EST" in shown
    _, out, _ = whodid("dyads", "--store", store, "--by", "actor", "--period", "all", "-f", "csv")
    assert [row["actor_name"] for row in rows(out)][:2] == ["Ada Brandt", "Juri Tamm"]
    _, out, _ = whodid("dyads", "--store", store, "-f", "jsonl", "--undirected", "--count", "tellings")
    first = json.loads(out.splitlines()[0])
    assert (first["period"], first["actor"], first["recipient"], first["events"]) == ("2026-03-01", "EST", "NOR", 2)


def test_dyads_as_parquet_need_a_file(whodid, store, tmp_path):
    assert whodid("dyads", "--store", store, "-f", "parquet", "-o", "d.parquet").status == 0
    assert (tmp_path / "d.parquet").exists()
    assert whodid("dyads", "--store", store, "-f", "parquet").status == 2


def test_dyads_of_nothing_are_told(whodid, store):
    status, _, err = whodid("dyads", "--store", store, "--type", "AID")
    assert status == 0 and "no event with two sides fits" in err


def test_the_network_is_graphml(whodid, store, tmp_path):
    status, out, err = whodid("network", "--store", store, "-o", "net.graphml")
    assert (status, out, err) == (0, "", "whodid: 4 nodes, 3 edges in net.graphml\n")
    assert "graphml" in (tmp_path / "net.graphml").read_text(encoding="utf-8")
    _, out, _ = whodid("network", "--store", store, "--by", "country", "--status", "planned")
    assert 'source="EST"' in out


def test_a_device_stays_one_and_has_nothing_beside_it(whodid, store, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    for format in ("parquet", "gdelt"):
        assert whodid("export", "--store", store, "-f", format, "-o", "pipe").status == 0
        assert os.read(reader, 4) == {"parquet": b"PAR1", "gdelt": b"Glob"}[format]
        while os.read(reader, 1 << 16):
            pass
    os.close(reader)
    assert list(tmp_path.iterdir()) == [pipe] and pipe.is_fifo()


def test_parquet_goes_where_a_link_leads(whodid, store, tmp_path):
    (tmp_path / "link").symlink_to("events.parquet")
    assert whodid("export", "--store", store, "-f", "parquet", "-o", "link").status == 0
    assert (tmp_path / "link").is_symlink() and (tmp_path / "events.parquet").read_bytes().startswith(b"PAR1")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_dyads_fit_the_screen_with_their_names_whole(whodid, store, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    out = whodid("dyads", "--store", store).out
    assert max(map(len, out.splitlines())) <= width
    assert (out.count("Goldstein") > 1) == (width < 80)
