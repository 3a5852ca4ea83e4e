"""Whole articles: those on one matter come together, look-alikes do not."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest

import happenings
from whodid.incidents import Linkage, cluster, compare_articles, outline, part
from whodid.incidents.outlines import SHARED_KEYS, likeness

OUTLINES = {each["id"]: outline(happenings.as_record(each)) for each in happenings.articles()}
MATTER = {each["id"]: each["matter"] for each in happenings.articles()}


def grouped(ids: list[str]) -> list[tuple[str, ...]]:
    links = [link for a, b in combinations(ids, 2) if (link := compare_articles(OUTLINES[a], OUTLINES[b]))]
    return cluster(ids, links, Linkage(part("bars")["articles"], part("bars")["absent-article"]))


def test_articles_of_one_matter_are_together_and_all_others_apart():
    wanted: dict[str, list[str]] = {}
    for id in sorted(MATTER):
        wanted.setdefault(MATTER[id], []).append(id)
    assert grouped(list(OUTLINES)) == sorted(tuple(ids) for ids in wanted.values())


@pytest.mark.parametrize("seed", range(3))
def test_no_order_matters(seed):
    ids = list(OUTLINES)
    random.Random(seed).shuffle(ids)
    assert grouped(ids) == grouped(sorted(ids))


def test_articles_of_one_matter_share_the_keys_by_which_they_are_sought():
    for a, b in combinations(OUTLINES.values(), 2):
        if MATTER[a.key] == MATTER[b.key]:
            assert len(set(a.weightiest()) & set(b.weightiest())) >= SHARED_KEYS


def test_the_link_says_what_is_shared():
    link = compare_articles(OUTLINES["okello-1"], OUTLINES["okello-2"])
    assert link is not None and "okello" in link.reasons[0] and link.reasons[-1] == "1 day apart"


def test_weeks_between_speak_against_one_matter():
    a, b = OUTLINES["okello-1"], OUTLINES["okello-2"]
    later = [replace(b, day=b.day + timedelta(days=days)) for days in (0, 10, 50)]
    assert [round(likeness(a, b) - likeness(a, each), 2) for each in later] == [0.0, 0.05, 0.1]


def test_boilerplate_counts_for_nothing():
    text = "Brandt met Tamm in Holmstad. Subscribe to the Ferrovian Gazette."
    record = {"id": "a", "text": text, "boilerplate": [{"start": 29, "end": len(text)}]}
    assert "ferrovian" not in outline(record).names
