"""The mode of an assault by the means that its clause names."""

from __future__ import annotations

from datetime import date

import pytest

from whodid import Article, Coder

pytestmark = pytest.mark.model


def test_a_hunger_strike_is_no_stoppage(coder: Coder) -> None:
    events = coder.code(Article("Egyptian prisoners began a hunger strike.", date=date(2024, 5, 11))).events
    assert [(event.type, event.mode) for event in events] == [("PROTEST", "hunger")]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A car bomb killed eight Iraqi soldiers on Friday.", "explosives"),
        ("Eight Iraqi soldiers were killed by a suicide bomber in Mosul.", "suicide-attack"),
        ("Three Kenyan officers were wounded in a rocket attack.", "heavy-weapons"),
        ("Two Malian soldiers were killed when a mine exploded.", "explosives"),
        ("Norwegian warplanes attacked Danish positions on Friday.", "aerial"),
        ("Five Yemeni fighters were killed in a drone strike.", "drone"),
        ("Rebels attacked a Congolese village with machetes.", "primitive"),
        ("A Turkish officer was killed by a sniper.", "firearms"),
        ("Rebels attacked a Congolese village.", None),
    ],
)
def test_mode_of_the_means(text: str, mode: str | None, coder: Coder) -> None:
    modes = {event.mode for event in coder.code(Article(text, date=date(2024, 5, 11))).events if event.type == "ASSAULT"}
    assert modes == {mode}
