"""Whom a strike is against where nobody says so."""

from __future__ import annotations

from datetime import date

import pytest

from whodid import Article, Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Boeing workers went on strike on Friday.", ["Boeing"]),
        ("Workers at Renault staged a strike.", ["Renault"]),
        ("Kenyan teachers went on strike.", []),
        ("Boeing workers met the French president on Friday.", []),
    ],
)
def test_a_strike_is_against_the_company(text: str, recipients: list[str], coder: Coder) -> None:
    record = coder.code(Article(text, date=date(2024, 5, 11)))
    assert [record.actor(one).name for event in record.events for one in event.recipients] == recipients
    assert all(record.actor(one).sector != "BUS" for event in record.events for one in event.actors)
