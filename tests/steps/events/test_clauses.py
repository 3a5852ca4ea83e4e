"""Who does what to whom in the syntax, before anybody knows who they are."""

from __future__ import annotations

import pytest

from whodid import Article
from whodid.steps.events.clauses import frame_of
from whodid.steps.events.prepositions import unwrap
from whodid.steps.parsing import Parser, parse
from whodid.text import Token

pytestmark = pytest.mark.model


def _verb(parser: Parser, text: str, word: str) -> Token:
    return next(token for sentence in parse(Article(text), parser) for token in sentence.tokens if token.text == word)


def _texts(tokens: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("text", "verb", "doers", "objects"),
    [
        ("Norway condemned Belarus.", "condemned", ["Norway"], ["Belarus"]),
        ("Belarus was condemned by Norway.", "condemned", ["Norway"], ["Belarus"]),
        ("Norway and Sweden condemned Belarus and Iran.", "condemned", ["Norway", "Sweden"], ["Belarus", "Iran"]),
        ("Norway, which backs Ukraine, left.", "backs", ["which"], ["Ukraine"]),
        ("Kenya was leading efforts to support Somalia.", "support", ["Kenya"], ["Somalia"]),
        ("Kenya urged Sudan to free the prisoners.", "free", ["Sudan"], ["prisoners"]),
        ("Kenya accused Sudan of shelling the port.", "shelling", ["Sudan"], ["port"]),
        ("Kenya accused a clique of officers of shelling the port.", "shelling", ["clique"], ["port"]),
        ("After meeting the king, Kenya's president left.", "meeting", ["president"], ["king"]),
        ("Two men were arrested and beaten.", "beaten", [], ["men"]),
        ("Chile will send and Peru will receive envoys.", "receive", ["Peru"], ["envoys"]),
        ("A crowd of nurses -- outnumbered by guards -- are paying a visit.", "paying", ["crowd"], ["visit"]),
    ],
)
def test_frame_gives_sides_by_meaning(parser: Parser, text: str, verb: str, doers: list[str], objects: list[str]) -> None:
    frame = frame_of(_verb(parser, text, verb))
    assert _texts(frame.doers) == doers
    assert _texts(frame.objects) == objects


def test_subject_of_a_passive_with_an_object_is_the_dative(parser: Parser) -> None:
    frame = frame_of(_verb(parser, "Somalia was given aid by Norway.", "given"))
    assert (_texts(frame.doers), _texts(frame.objects), _texts(frame.datives)) == (["Norway"], ["aid"], ["Somalia"])


def test_prepositions_on_the_object_count_for_the_verb(parser: Parser) -> None:
    frame = frame_of(_verb(parser, "Canada imposed new sanctions on Belarus.", "imposed"))
    assert ("on", "Belarus") in [(prep, thing.text) for prep, thing in frame.preps]


def test_measures_are_seen_through(parser: Parser) -> None:
    assert unwrap(_verb(parser, "Hundreds of soldiers left.", "Hundreds")).text == "soldiers"
    assert unwrap(_verb(parser, "The soldiers left.", "soldiers")).text == "soldiers"
