"""Every name of the record and the ontology has its explanation."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

import whodid
from whodid import record, text
from whodid.errors import OntologyError
from whodid.ontology import explain, load_ontology, look_up
from whodid.ontology.loading import read_doubts, read_objects

OBJECTS = {
    "record": record.Record, "span": text.Span, "extent": record.Extent, "actor": record.Actor, "mention": record.Mention,
    "event": record.Event, "event.date": record.EventDate, "event.place": record.EventPlace, "event.counts": record.Count,
    "quote": record.Quote, "party": record.Party, "time": record.Time, "place": record.Place, "relation": record.Relation,
    "relation.valid": record.Validity, "warning": record.TextWarning, "coder": record.Coder,
}  # fmt: skip


def test_every_key_of_the_record_is_explained_and_no_other() -> None:
    objects = read_objects()
    assert set(objects) == set(OBJECTS)
    for name, cls in OBJECTS.items():
        assert sorted(key.path.rpartition(".")[2] for key in objects[name].keys) == sorted(field.name for field in fields(cls))


def test_every_name_can_be_looked_up() -> None:
    ontology = load_ontology()
    lists = (ontology.types, ontology.contexts, ontology.sectors, ontology.quads, ontology.statuses, ontology.cameo_codes)
    names = [name for entries in lists for name in entries]
    names += [key.path for thing in read_objects().values() for key in thing.keys]
    names += [mode for type in ontology.types.values() for mode in type.modes]
    for name in names:
        assert any(found.name == name for found in look_up(name)), name


def test_a_type_tells_quad_modes_and_codes() -> None:
    facts = dict(look_up("consult")[0].facts)
    assert facts["quad"] == "verbal cooperation"
    assert facts["modes"] == "visit, third-party, multilateral, phone"
    assert facts["CAMEO"].endswith("040")


def test_a_mode_of_several_types_gives_each_and_can_be_narrowed() -> None:
    assert [found.kind for found in look_up("withdraw")] == ["mode of RETREAT", "mode of SANCTION"]
    assert [found.kind for found in look_up("SANCTION/withdraw")] == ["mode of SANCTION"]


def test_a_key_is_found_with_and_without_its_object() -> None:
    assert look_up("attribution") == look_up("event.attribution")
    assert {found.name for found in look_up("flags")} == {"actor.flags", "event.flags"}


@pytest.mark.parametrize("name", ["types", "modes", "contexts", "sectors", "quads", "statuses", "doubts", "cameo", "fields"])
def test_lists_print_one_line_an_entry(name: str) -> None:
    assert len(explain(name).splitlines()) == 2 + len(look_up(name)[0].facts)


def test_an_unknown_name_offers_the_nearest_and_the_lists() -> None:
    with pytest.raises(OntologyError) as error:
        explain("curfwe")
    lists = "types|modes|contexts|sectors|quads|statuses|doubts|cameo|fields"
    assert str(error.value) == f'Nothing is called "curfwe". Nearest: curfew. To list all: whodid explain {lists}'


def test_every_flag_and_warning_is_explained() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (Path(whodid.__file__).parent / "steps").rglob("*.py"))
    codes = set(re.findall(r'"([a-z]+-(?:conflict|inferred|in-doubt|quotation))"', source))
    assert codes <= read_doubts().keys()
    assert look_up("date-inferred")[0].kind == "event flag"
