"""What is only alleged: by a charge, by hearsay, beside what the article tells itself."""

from __future__ import annotations

from datetime import date

import pytest

from whodid import Article, Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Kenya accused Sudan of shelling a port.", {"ACCUSE": False, "ASSAULT": True}),
        ("Sudan allegedly shelled a port in Kenya.", {"ASSAULT": True}),
        ("Sudan's army reportedly attacked Kenyan soldiers and arrested two Norwegian envoys.", {"ASSAULT": True, "COERCE": True}),
        ("Sudan is said to have arrested two Norwegian envoys.", {"COERCE": True}),
        ("Sudan is believed to have attacked Kenyan soldiers on Friday.", {"ASSAULT": True}),
        ("Sudan said on Friday that Kenya arrested two envoys.", {"COERCE": True}),
        ("Sudan arrested two Norwegian envoys on Friday.", {"COERCE": False}),
    ],
)
def test_whether_it_is_only_claimed(coder: Coder, text: str, claims: dict[str, bool]) -> None:
    record = coder.code(Article(text, date=date(2024, 5, 11)))
    assert {event.type: event.is_claim for event in record.events} == claims
