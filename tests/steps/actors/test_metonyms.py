"""When a capital acts and when it is a place."""

from __future__ import annotations

import pytest

from casts import Reader

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
