"""Articles reworded so that they contradict themselves: each contradiction is warned of, and the same articles without it are not."""

from __future__ import annotations

from datetime import date

import pytest

from whodid import Article, Coder

pytestmark = pytest.mark.model

DAY = date(2022, 9, 15)
VISIT = (
    "PARIS, France, Sept 15 - French President Emmanuel Macron met German Chancellor Olaf Scholz on Thursday. "
    "Polish Prime Minister Mateusz Morawiecki was not asked to come. “We have much to settle,” {speaker} said."
)
PORT = "{place}, Sept 15 - Turkish Foreign Minister Mevlut Cavusoglu said on Thursday that Turkey would keep its port open to grain ships."
TREATY = (
    "Iran signed the border treaty with Iraq on Monday, officials said. Iran signed the border treaty with Iraq on {day}, state radio said."
)
TALKS = (
    "Ukrainian President Volodymyr Zelenskiy met Polish Prime Minister Mateusz Morawiecki in Kyiv on Friday. "
    "Zelenskiy {tense} Morawiecki in Kyiv on Friday, his office said."
)
DRILL = "Russia and China will hold joint exercises on {day}, September 20, the navy said."
ENVOY = "US Secretary of State {name} accused Iran of arming rebels. Russian Foreign Minister Sergei Lavrov was silent."


@pytest.mark.parametrize(
    ("text", "planted", "code", "words"),
    [
        (VISIT, {"speaker": "Emmanuel Scholz"}, "speaker-conflict", "Emmanuel Scholz"),
        (VISIT, {"speaker": "Macron Scholz"}, "speaker-conflict", "Macron Scholz"),
        (PORT, {"place": "ANKARA, Germany"}, "place-conflict", "ANKARA, Germany"),
        (TREATY, {"day": "Tuesday"}, "date-conflict", "signed the border treaty with Iraq on Tuesday"),
        (TALKS, {"tense": "will meet"}, "event-conflict", "met Polish Prime Minister Mateusz Morawiecki in Kyiv on Friday"),
        (DRILL, {"day": "Monday"}, "calendar-conflict", "Monday, September 20"),
        (ENVOY, {"name": "Sergei Lavrov"}, "office-conflict", "US Secretary of State Sergei Lavrov"),
    ],
)
def test_a_contradiction_is_warned_of(coder: Coder, text: str, planted: dict[str, str], code: str, words: str) -> None:
    told = text.format(**planted)
    warnings = coder.code(Article(told, date=DAY)).warnings
    assert (code, words) in {(warning.code, told[warning.start : warning.end]) for warning in warnings}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (VISIT, {"speaker": "Olaf Scholz"}),
        (PORT, {"place": "ANKARA, Turkey"}),
        (TREATY, {"day": "Monday"}),
        (TALKS, {"tense": "met"}),
        (DRILL, {"day": "Tuesday"}),
        (ENVOY, {"name": "Antony Blinken"}),
    ],
)
def test_an_article_without_it_is_not(coder: Coder, text: str, right: dict[str, str]) -> None:
    assert coder.code(Article(text.format(**right), date=DAY)).warnings == ()


def test_a_deadline_to_come_is_no_event_told_too_early(coder: Coder) -> None:
    text = "Norland gave the rebels until Tuesday to leave Holmstad, the army said on Thursday."
    assert coder.code(Article(text, date=DAY)).warnings == ()
