"""Two hundred entries drawn from the tables of offices: a sentence with the office finds who held it before, during and after."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

import pytest

from whodid.article import Article
from whodid.knowledge import Knowledge, Office, Tenure, covers, load_knowledge
from whodid.steps.actors import find_actors
from whodid.steps.parsing import Parser
from whodid.text import Sentence

DRAWN, SEED = 200, 1990
# Where a term touches the next, both hold the office; a few days off there is one holder.
APART = timedelta(days=3)
WHOLE_DAY = 10
LEADING = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})

pytestmark = pytest.mark.model


@dataclass(frozen=True)
class Drawn:
    """An office, words for it, and a day before, one during and one after the drawn term."""

    office: Office
    words: str
    days: tuple[date, date, date]


def test_the_holder_of_a_drawn_office(parser: Parser) -> None:
    knowledge = load_knowledge()
    tables = Tables(knowledge)
    drawn = list(draw(tables))
    articles = [Article(f"The {one.words} spoke to reporters on Tuesday.") for one in drawn]
    wrong = [
        f"{one.words} on {day}: {found or 'nobody'}, not {expected or 'nobody'}"
        for one, (_, sentences) in zip(drawn, parser.parse_all(articles), strict=True)
        for day in one.days
        if (found := holders_found(sentences, day, knowledge)) != (expected := tables.holders(one.office, day))
    ]
    assert len(drawn) == DRAWN and not wrong, "\n".join(wrong)


class Tables:
    """Tenures by office, as the tables have them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.tenures = [each for person in sorted(knowledge.persons) for each in knowledge.tenures(person, None)]
        self._by_office = defaultdict(list)
        for tenure in self.tenures:
            self._by_office[tenure.office].append(tenure)

    def holders(self, office: Office, day: date) -> set[str]:
        """Who holds the office that day."""
        return {f"person:{each.person}" for each in self._by_office[office.id] if covers(each.start, each.end, day)}


def draw(tables: Tables) -> Iterator[Drawn]:
    """The same entries each time; one that cannot be tested gives way to the next."""
    entries = list(tables.tenures)
    random.Random(SEED).shuffle(entries)
    found = (one for number, entry in enumerate(entries) if (one := as_drawn(entry, tables, number)))
    return islice(found, DRAWN)


def as_drawn(entry: Tenure, tables: Tables, number: int) -> Drawn | None:
    """The entry with its days, if it has a first and a last one and its office one holder at a time."""
    office = tables.knowledge.offices[entry.office]
    if office.seats != 1 or entry.end is None or len(entry.start) != WHOLE_DAY or len(entry.end) != WHOLE_DAY:
        return None
    start, end = date.fromisoformat(entry.start), date.fromisoformat(entry.end)
    days = (start - APART, start + (end - start) / 2, end + APART)
    if any(len(tables.holders(office, day)) > 1 for day in days):
        return None
    return Drawn(office, words_for(office, tables.knowledge, number), days)


def words_for(office: Office, knowledge: Knowledge, number: int) -> str:
    """The office's title ("President of Norland"), or for the leading ones by turns "Norlandic president"."""
    state = knowledge.states.get(office.country or "")
    adjective = state.adjectives[0] if state and state.adjectives and office.role in LEADING else None
    # "Congolese" is said of two states, and a leader may be the one or the other.
    if number % 2 and adjective and len({name.entry.name for name in knowledge.named(adjective)}) == 1 and office.names[0] != "leader":
        return f"{adjective} {office.names[0]}"
    return office.title


def holders_found(sentences: list[Sentence], day: date, knowledge: Knowledge) -> set[str]:
    """Which persons the words for the office stand for in the sentence, in an article of that day."""
    cast = find_actors(sentences, Article(sentences[0].text, date=day), knowledge)
    return {actor for reference in cast.references for actor in reference.actors if actor.startswith("person:")}
