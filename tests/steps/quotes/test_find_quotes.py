"""Whole sentences: who said what, to whom, through whom."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from builders import article
from whodid.cast import Cast, Reference
from whodid.record import Actor, Quote
from whodid.steps.parsing import Parser, parse
from whodid.steps.quotes import find_quotes
from whodid.text import Sentence, span_of

pytestmark = pytest.mark.model
CASES = Path(__file__).parents[2] / "cases" / "quotes.yaml"
NOBODY = Cast((), ())


def _cases() -> list[Any]:
    groups = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return [
        pytest.param(case, id=f"{group}: {case['text'][:50]}", marks=[pytest.mark.xfail(reason=case["fails"])] if "fails" in case else [])
        for group, cases in groups.items()
        for case in cases
    ]


def _found(text: str, parser: Parser) -> tuple[Quote, ...]:
    one = article(text)
    return find_quotes(parse(one, parser), one, NOBODY)


@pytest.mark.parametrize("case", _cases())
def test_says_who_said_what(case: dict[str, Any], parser: Parser) -> None:
    found = _found(case["text"], parser)

    assert len(found) == len(case["quotes"]), found
    for quote, wanted in zip(found, case["quotes"], strict=True):
        content = wanted["content"] if isinstance(wanted["content"], list) else [wanted["content"]]
        assert [span.text for span in quote.content] == content
        assert (quote.speaker.text if quote.speaker else None) == wanted["speaker"]
        assert quote.kind == wanted.get("kind", quote.kind)
        assert "cue" not in wanted or (quote.cue and quote.cue.text == wanted["cue"])
        assert "to" not in wanted or (quote.addressee and quote.addressee.text == wanted["to"])
        assert "via" not in wanted or (quote.medium and quote.medium.text == wanted["via"])


def test_every_span_gives_back_its_text(parser: Parser) -> None:
    text = "“We won’t go,” said Ada Brandt. Estia said, according to ESTA radio, that the «old» border – closed since May – would open."
    found = _found(text, parser)
    assert [quote.cue.text for quote in found if quote.cue] == ["said", "said"]
    for quote in found:
        for span in (*quote.content, quote.cue, quote.speaker, quote.addressee, quote.medium):
            assert span is None or text[span.start : span.end] == span.text


def test_a_headline_speaks_before_its_colon(parser: Parser) -> None:
    text = "Police: Two men held after border raid\n\nTwo men were taken to Holmstad on Monday."
    [quote] = _found(text, parser)

    assert quote.speaker and quote.speaker.text == "Police"
    assert quote.content[0].text == "Two men held after border raid"


def test_a_label_before_the_colon_is_no_speaker(parser: Parser) -> None:
    assert _found("Analysis: Estia at the crossroads\n\nThe country votes on Monday.", parser) == ()


def test_a_transcript_gives_each_turn_its_speaker(parser: Parser) -> None:
    text = "The two met on Norland radio.\n\nBRANDT: The treaty is fair.\n\nTAMM: It is a fraud, and you know it."
    found = _found(text, parser)

    assert [quote.speaker.text for quote in found if quote.speaker] == ["BRANDT", "TAMM"]
    assert found[1].content[0].text == "It is a fraud, and you know it."


def test_noun_phrases_are_contents(parser: Parser) -> None:
    text = "Brandt stressed the need for a truce in the valley."

    [quote] = _found(text, parser)
    assert quote.content[0].text == "the need for a truce in the valley"


def test_names_are_numbered_in_text_order(parser: Parser) -> None:
    found = _found("Brandt said it was over. Tamm said it had begun. Police said nothing had happened.", parser)

    assert [quote.id for quote in found] == ["q1", "q2", "q3"]


def _named(sentences: list[Sentence], word: str, *flags: str) -> Cast:
    token = next(token for sentence in sentences for token in sentence.tokens if token.text == word)
    reference = Reference(token, span_of([token]), ("person:ada-brandt",), "name", flags)
    return Cast([Actor("person:ada-brandt", "Ada Brandt", "person")], [reference])


def test_the_speaker_is_the_actor_that_the_words_stand_for(parser: Parser) -> None:
    one = article("Brandt said the army would stay.")
    sentences = parse(one, parser)

    [quote] = find_quotes(sentences, one, _named(sentences, "Brandt"))
    assert quote.speaker and quote.speaker.actor == "person:ada-brandt"


def test_a_doubtful_name_keeps_its_words_but_no_actor(parser: Parser) -> None:
    one = article("Brandt said the army would stay.")
    sentences = parse(one, parser)

    [quote] = find_quotes(sentences, one, _named(sentences, "Brandt", "name-conflict"))
    assert quote.speaker and quote.speaker.text == "Brandt"
    assert quote.speaker.actor is None
