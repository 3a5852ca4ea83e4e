"""The event lexicon: its format, its agreement with the ontology, and the types that its words tell."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from whodid.article import Article
from whodid.errors import OntologyError
from whodid.lexicon.patterns import NONE, Pattern, load_patterns, read_patterns
from whodid.ontology import load_ontology
from whodid.steps.events.coding import load_lexicon
from whodid.steps.events.references import References
from whodid.steps.events.triggers import find_triggers
from whodid.steps.parsing import Parser, parse
from whodid.text import Token

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "event_words.yaml").read_text(encoding="utf-8"))
CLASSES = {"@talks": frozenset(("talk", "meeting"))}
# Nouns that would stand for an actor of the article.
GROUPS = frozenset(
    "army activist court diplomat force government gunman hacker hostage journalist minister official opposition police president "
    "prisoner prosecutor protester rebel sailor soldier student teacher troop union worker".split()
)


def read(line: str) -> Pattern:
    (pattern,) = read_patterns(f"[verbs]\n{line}", "CONSULT.txt", CLASSES)
    return pattern


def patterns() -> Iterator[Pattern]:
    return (pattern for kind in load_patterns().values() for of_lemma in kind.values() for pattern in of_lemma)


def test_a_line_says_what_must_hang_on_the_trigger() -> None:
    pattern = read("call|put +off {@talks} with R! : symmetric cameo=125 weight=0.6")

    assert pattern.lemmas == ("call", "put")
    assert pattern.particle == "off"
    assert pattern.slots[0].words == CLASSES["@talks"]
    assert (pattern.slots[1].preps, pattern.slots[1].role, pattern.slots[1].required) == (frozenset(("with",)), "R", True)
    assert (pattern.options, pattern.cameo, pattern.weight) == (frozenset(("symmetric",)), "125", 0.6)


def test_the_most_demanding_line_is_tried_first() -> None:
    assert read("urge R! to-inf{lift free}").specificity > read("urge R! to-inf").specificity > read("urge R!").specificity


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("meet R! : loud", "unknown option 'loud'"),
        ("hold {@feasts}", "no class @feasts"),
        ("hold {talk", "a brace that is not closed"),
        ("talk with", "a preposition with nothing after it"),
        ("talk with about R", "'about' after a preposition"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_its_place(line: str, complaint: str) -> None:
    with pytest.raises(OntologyError, match=f"CONSULT.txt, line 2: .*{complaint}"):
        read(line)


def test_an_unknown_section_is_named() -> None:
    with pytest.raises(OntologyError, match=r"CONSULT.txt, line 1: section \[adverbs\]"):
        read_patterns("[adverbs]\n", "CONSULT.txt", CLASSES)


def test_every_type_has_words_and_some_words_tell_none() -> None:
    assert {pattern.type for pattern in patterns()} - {NONE} == set(load_ontology().types)


def test_modes_and_codes_belong_to_their_type() -> None:
    ontology = load_ontology()
    strange = {
        pattern.line
        for pattern in patterns()
        if (pattern.mode is not None and pattern.mode not in ontology.types[pattern.type].modes)
        or (pattern.cameo is not None and ontology.cameo(pattern.cameo).type != pattern.type)
    }

    assert not strange


def test_no_line_stands_twice() -> None:
    seen: dict[tuple[object, ...], str] = {}
    twice = []
    for pattern in {id(pattern): pattern for pattern in patterns()}.values():
        for lemma in pattern.lemmas:
            conditions = pattern.options & {"speaker", "joint", "refused", "negated", "imperative"}
            demands = (pattern.kind, lemma, conditions, pattern.particle, pattern.slots, pattern.clause, pattern.clause_words)
            if demands in seen:
                twice.append((seen[demands], pattern.line))
            seen.setdefault(demands, pattern.line)

    assert not twice


def test_every_class_is_used() -> None:
    folder = files("whodid") / "lexicon" / "en" / "events"
    lines = folder.joinpath("classes.txt").read_text("utf-8").splitlines()
    names = [line.split()[0] for line in lines if line.startswith("@")]
    used = "\n".join(path.read_text("utf-8").replace("}", " ").replace("{", " ") for path in folder.iterdir()).split()

    assert [name for name in names if used.count(name) < 2] == []


@pytest.mark.parametrize("name", ["governors", "light_verbs", "count_verbs"])
def test_a_word_has_one_meaning_only(name: str) -> None:
    text = (files("whodid") / "lexicon" / "en" / f"{name}.txt").read_text("utf-8")
    words = [line.split("#")[0].rsplit(maxsplit=1)[0] for line in text.splitlines() if line.split("#")[0].strip()]

    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.model
@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in CASES.items() for text in texts])
def test_words_tell_the_type(kind: str, text: str, parser: Parser) -> None:
    (sentence,) = parse(Article(text), parser)
    references = References(frozenset(token.i for token in sentence.tokens if _stands_for_somebody(token)))
    told = [t.pattern for t in find_triggers(sentence, load_lexicon(), references) if not t.nominal and t.pattern.weight >= 0.4]

    assert [pattern.type for pattern in told] == ([] if kind == "none" else [kind])


def _stands_for_somebody(token: Token) -> bool:
    names = token.pos == "PROPN" and token.lower not in ("monday", "friday", "sunday")
    return names or token.entity in ("GPE", "NORP", "PERSON", "ORG") or token.lemma in GROUPS
