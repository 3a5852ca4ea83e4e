"""Articles without capitals, and in capitals alone, are read with the names' capitals; the record quotes the text as given."""

from __future__ import annotations

from datetime import date

import pytest

from whodid import Article, Coder
from whodid.steps.parsing.casing import Casing

pytestmark = pytest.mark.model

TEXT = (
    "OSLO: Norway's prime minister Jonas Gahr Stoere met the president of Kenya in Oslo on Friday for talks on fishing. "
    "NATO and the UN welcomed the meeting, and Mr. Gahr Stoere said that Norway would send 40 doctors to Nairobi in March 2024. "
    "The delegation from Gujarat left on Monday, and Vrtanova thanked the ministers for their hospitality and for the rivers of tea."
)


@pytest.fixture(scope="module")
def casing(coder: Coder) -> Casing:
    return Casing(coder.parser.words, coder.knowledge, coder.gazetteer.is_of_size)


def test_text_with_capitals_is_left_alone(casing: Casing) -> None:
    assert casing.restored(TEXT) is None
    assert casing.restored("too short to tell") is None


@pytest.mark.parametrize("text", [TEXT.lower(), TEXT.upper()])
def test_names_get_their_capitals_back(text: str, casing: Casing) -> None:
    restored = casing.restored(text)
    assert restored is not None and restored.lower() == TEXT.lower()
    for name in ("Norway's", "Kenya", "Oslo", "Friday", "NATO", "UN ", "March 2024", "Nairobi", "Gujarat", "Vrtanova", "The delegation"):
        assert name in restored
    for word in ("fishing", "hospitality", "rivers", "doctors"):
        assert word in restored


@pytest.mark.parametrize("text", [TEXT.lower(), TEXT.upper()])
def test_the_record_tells_the_same_and_quotes_the_text_as_given(text: str, coder: Coder) -> None:
    record = coder.code(Article(text, date=date(2024, 2, 17)))
    told = {
        (event.type, tuple(sorted(record.actor(one).country or "" for one in event.actors + event.recipients))) for event in record.events
    }
    assert ("CONSULT", ("KEN", "NOR")) in told
    assert record.text == text
    spans = [event.trigger for event in record.events] + list(record.times) + list(record.places)
    assert all(span.text == text[span.start : span.end] for span in spans)
