"""One thing put in two places."""

from __future__ import annotations

import pytest

from whodid.record import Place, Record
from whodid.steps.checks.places import place_conflicts

COUNTRIES = {"Lima": "PER", "Cusco": "PER", "Quito": "ECU"}


def _record(text: str) -> Record:
    found = sorted((text.index(name), name) for name in COUNTRIES if name in text)
    places = tuple(Place(at, at + len(name), name, name, COUNTRIES[name]) for at, name in found)
    return Record(text, places=places)


def test_there_is_another_country() -> None:
    text = "The army will go to Lima. “They are already there in the Quito garrison,” he said."
    (warning,) = place_conflicts(_record(text))
    assert (warning.code, text[warning.start : warning.end]) == ("place-conflict", "Lima")


@pytest.mark.parametrize(
    "text",
    [
        "The army will go to Lima. They are already there in the Cusco garrison.",
        "The army will go to Lima. The navy is in Quito.",
        "The army will go to Lima. There is hope in Quito.",
    ],
)
def test_other_places_are_no_conflict(text: str) -> None:
    assert list(place_conflicts(_record(text))) == []
