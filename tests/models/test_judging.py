"""What the weights think of sentences that are not in the corpus."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from whodid.models import Judgement, Marked, judge

SENTENCES = {
    "AID": "[A Portugal] {sent} forty tonnes of medicine {to} [R Cape Verde] after the dengue outbreak.",
    "ASSAULT": "[A Separatist gunmen] {opened fire on} [R a patrol boat] near the mouth of the river, killing two.",
    "COERCE": "[A Traffic police] {arrested} [R the editor of a weekly] outside his home in Lusaka.",
    "ACCUSE": "[A Peru's foreign minister] {blamed} [R Bolivia] for the broken dam.",
    "REQUEST": "[A Iceland] {urged} [R the Faroe Islands] to open their harbours to the trawler.",
    "REJECT": "[A Wellington] {turned down} [R Suva's] plea for a second vote.",
    "CONSULT": "[A Croatia's premier] {held talks with} [R the Slovak finance minister] in Split.",
    "THREATEN": "[A The rebels] {threatened to shell} [R the airport] unless the convoy turned back.",
    "SUPPORT": "[A Ottawa] {praised} [R Kingston] for the conduct of the election.",
    "AGREE": "[A Jordan] {agreed to} lend [R Lebanon] two generators.",
    "PROTEST": "[A Bus drivers] {went on strike} in Quito against [R the city council].",
    "RETREAT": "[A The militia] {released} [R nine hostages] on the bridge at dawn.",
    "MOBILIZE": "[A Chad] {massed troops} along the frontier with [R Sudan].",
}
STATUSES = {
    "occurred": "[A Malta] {expelled} [R the Tunisian consul] on Friday.",
    "denied": "[A Malta] has {not expelled} [R the Tunisian consul], a spokesman said.",
    "planned": "[A Malta] {will expel} [R the Tunisian consul] on Friday.",
}


def read(marks: str) -> Marked:
    """ "[A Oslo] {fined} [R Lima]" as a marked sentence."""
    spans: dict[str, list[tuple[int, int]]] = {"A": [], "R": [], "{": []}
    text = ""
    for piece in re.split(r"(\[[AR] [^\]]*\]|\{[^}]*\})", marks):
        kind = piece[1] if piece.startswith("[") else piece[:1]
        words = piece[3:-1] if piece.startswith("[") else piece[1:-1] if kind == "{" else piece
        if piece.startswith(("[", "{")):
            spans[kind].append((len(text), len(text) + len(words)))
        text += words
    return Marked(text, tuple(spans["A"]), tuple(spans["R"]), tuple(spans["{"]))


def best(chances: dict[str, float]) -> str:
    return max(chances, key=lambda label: chances[label])


@pytest.mark.parametrize("type", SENTENCES)
def test_types_of_plain_sentences(type: str) -> None:
    (judgement,) = judge([read(SENTENCES[type])])
    assert best(judgement.types) == type


def test_the_trigger_may_be_unknown() -> None:
    found = judge([replace(read(marks), trigger=()) for marks in SENTENCES.values()])
    right = sum(best(judgement.types) == type for judgement, type in zip(found, SENTENCES, strict=True))
    assert right >= len(SENTENCES) - 2


@pytest.mark.parametrize("status", STATUSES)
def test_statuses_of_plain_sentences(status: str) -> None:
    (judgement,) = judge([read(STATUSES[status])])
    assert best(judgement.statuses) == status


def test_what_is_still_to_come_is_told_otherwise() -> None:
    (judgement,) = judge([read("[A The clinic] {will send} nurses {to} [R Dili] next month.")])
    assert best(judgement.types) == "AID"
    assert best(judgement.told) == "AGREE"


def test_chances_sum_to_one() -> None:
    (judgement,) = judge([Marked("Nothing is marked here.")])
    for chances in (judgement.types, judgement.modes, judgement.statuses, judgement.told):
        assert sum(chances.values()) == pytest.approx(1, abs=1e-4)


def test_the_same_answer_twice_and_in_any_company() -> None:
    marked = [read(marks) for marks in SENTENCES.values()]
    together = judge(marked)
    assert judge(marked) == together
    alone: list[Judgement] = [judge([one])[0] for one in reversed(marked)]
    assert alone[::-1] == together


def test_nothing_to_judge() -> None:
    assert judge([]) == []
