"""Two hundred offices drawn from the knowledge, each asked for before, in and after a tenure."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from casts import Reader, at
from whodid.article import Article
from whodid.knowledge import Knowledge, Tenure
from whodid.steps.actors import find_actors
from whodid.steps.parsing import Parser, parse

pytestmark = pytest.mark.model

DRAWN = 200
# Names that two states share, handovers and tenures known to the year alone leave a few in doubt.
ENOUGH = 0.95
_ROLES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
_GAP = timedelta(days=400)


def _day(iso: str, *, last: bool) -> date:
    year, month, day = ([int(part) for part in iso.split("-")] + [0, 0])[:3]
    return date(year, month or (12 if last else 1), day or (28 if last else 1))


def _days(tenure: Tenure) -> tuple[date, date, date]:
    start = _day(tenure.start, last=False)
    end = _day(tenure.end, last=True) if tenure.end else date(2026, 1, 1)
    return start - _GAP, start + (end - start) / 2, end + _GAP


def test_holders_before_in_and_after(parser: Parser, knowledge: Knowledge) -> None:
    tenures: dict[str, list[Tenure]] = {}
    for person in sorted(knowledge.persons):
        for tenure in knowledge.tenures(person, None):
            if knowledge.offices[tenure.office].role in _ROLES and knowledge.offices[tenure.office].country:
                tenures.setdefault(tenure.office, []).append(tenure)
    dice = random.Random(20220915)
    right = asked = 0
    for office_id in dice.sample(sorted(tenures), DRAWN):
        office, tenure = knowledge.offices[office_id], dice.choice(tenures[office_id])
        article = Article(f"On Tuesday the {office.names[0]} of {knowledge.states[office.country or ''].name} rejected the plan.")
        sentences = parse(article, parser)
        for position, day in enumerate(_days(tenure)):
            cast = find_actors(sentences, replace(article, date=day), knowledge)
            found = {id.removeprefix("person:") for id in cast.actors if id.startswith("person:")}
            holders = {person.id for person in knowledge.holders(office.country or "", office.role, day)}
            right += found <= holders and (tenure.person in found if position == 1 else bool(found) or len(holders) != 1)
            asked += 1
    assert asked == 3 * DRAWN
    assert right >= ENOUGH * asked


FREED = "Two hostages, a Peruvian and a Chilean, were freed. Peruvian Jan Kor and Chilean Eva Lund went home. The hostages were well."


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        (FREED, "Two hostages", ("person:jan-kor", "person:eva-lund")),
        (FREED, "The hostages", ("person:jan-kor", "person:eva-lund")),
        ("A Peruvian reporter was freed. Peruvian reporter Jan Kor went home.", "A Peruvian reporter", ("person:jan-kor",)),
        ("A Peruvian official spoke. Peruvian official Jan Kor went home.", "A Peruvian official", ("group:officials-per",)),
    ],
)
def test_those_who_are_named_soon_after(read: Reader, text: str, words: str, actors: tuple[str, ...]) -> None:
    assert at(read(text, "2019-05-05"), words).actors == actors
