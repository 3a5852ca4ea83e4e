"""When a capital acts and when it is a place."""

from __future__ import annotations

import pytest

from casts import Reader, at

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Moscow accused the envoy of lying.",
        "He praised Moscow's support.",
        "Ties between Moscow and the islanders are close.",
        "The minister warned Moscow.",
        "They imposed sanctions on Moscow.",
        "The plan was rejected by Moscow.",
        "The Kremlin denied it.",
        "Norway supplied Moscow with pumps.",
        "Norway lent Moscow two ships.",
        "Grain shipments to Moscow were halted.",
    ],
)
def test_acting(read: Reader, text: str) -> None:
    assert [r for r in read(text, "2019-11-19").references if r.kind == "metonym" and r.actors == ("state:RUS",)]


@pytest.mark.parametrize(
    "text",
    [
        "He flew to Moscow on Monday.",
        "Snow fell in Moscow.",
        "She left Moscow for home.",
        "Moscow's streets were empty.",
        "Moscow is a large city.",
    ],
)
def test_place(read: Reader, text: str) -> None:
    assert not [r for r in read(text, "2019-11-19").references if "state:RUS" in r.actors]


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("Kerry warned the Russians.", "the Russians", "state:RUS"),
        ("The Chinese urged Japan to talk.", "The Chinese", "state:CHN"),
        ("Talks with the Iranians failed.", "the Iranians", "state:IRN"),
        ("The Russians took to the streets.", "The Russians", "group:russians-rus"),
        ("Many Russians urged Japan to talk.", "Many Russians", "group:russians-rus"),
        ("Talks with the Palestinians failed.", "the Palestinians", "group:palestinians-pse"),
    ],
)
def test_a_nation_in_dealings_is_its_state(read: Reader, text: str, words: str, id: str) -> None:
    assert at(read(text, "2015-05-05"), words).actors == (id,)


def test_they_are_those_told_in_the_plural(read: Reader) -> None:
    cast = read("Norway stopped selling arms to the Saudis while demanding that they hold fire.", "2015-05-05")
    assert at(cast, "they").actors == ("state:SAU",)
