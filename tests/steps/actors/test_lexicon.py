"""The lexicon: inflection, longest match, and words that do not collide."""

from __future__ import annotations

import pytest

from whodid.steps.actors.inflection import plural, singular
from whodid.steps.actors.lexicon import load_lexicon
from whodid.steps.actors.wordlists import sections


@pytest.mark.parametrize(
    ("one", "many"),
    [("head of state", "heads of state"), ("policeman", "policemen"), ("ministry", "ministries"), ("police", "police")],
)
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(("many", "one"), [("armed men", "armed man"), ("soldiers", "soldier"), ("troops", "troops"), ("media", "media")])
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one


def test_sectors_are_plover_s() -> None:
    sectors = {sector for name in ("roles", "groups", "bodies", "modifiers", "organizations") for sector, _ in sections(name)}
    assert sectors - {"state", "none"} <= set(
        "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
    )


def test_lexicon_is_read_once() -> None:
    assert load_lexicon() is load_lexicon()
