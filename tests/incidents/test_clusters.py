"""Groups from links: averages, ties, and what was decided by hand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whodid.incidents import Decision, Link, Linkage, cluster, decide, pieces

LINKAGE = Linkage(3.0, 1.0)


def links(*pairs: tuple[str, float]) -> list[Link]:
    return [Link(pair[0], pair[1], score) for pair, score in pairs]


def test_a_good_pair_joins():
    assert cluster("abc", links(("ab", 4.0)), LINKAGE) == [("a", "b"), ("c",)]


def test_one_good_pair_does_not_draw_two_groups_together():
    found = links(("ab", 6.0), ("cd", 6.0), ("bc", 4.0))
    assert cluster("abcd", found, LINKAGE) == [("a", "b"), ("c", "d")]


def test_many_fair_pairs_do():
    found = links(("ab", 6.0), ("cd", 6.0), ("ac", 3.5), ("ad", 3.5), ("bc", 3.5), ("bd", 3.5))
    assert cluster("abcd", found, LINKAGE) == [("a", "b", "c", "d")]


scores = st.dictionaries(st.sampled_from(["ab", "ac", "ad", "bc", "bd", "cd", "de", "ae"]), st.sampled_from([2.0, 3.0, 3.5, 5.0]))


@given(scores, st.integers())
def test_no_order_matters(found, seed):
    given_links = links(*found.items())
    shuffled = given_links[:]
    random.Random(seed).shuffle(shuffled)
    assert cluster("abcde", given_links, LINKAGE) == cluster("edcba", shuffled, LINKAGE)


def test_pieces_hang_together_by_chains():
    assert pieces("abcde", [("a", "b"), ("b", "d"), ("x", "a")]) == [("a", "b", "d"), ("c",), ("e",)]


def test_what_is_joined_by_hand_needs_no_link():
    decided = decide([Decision(1, "join", ("a",), ("c",))])
    assert cluster("abc", [], LINKAGE, decided) == [("a", "c"), ("b",)]


def test_what_is_split_by_hand_stays_apart_whatever_the_links():
    decided = decide([Decision(1, "split", ("a",), ("b",))])
    assert cluster("ab", links(("ab", 9.0)), LINKAGE, decided) == [("a",), ("b",)]


def test_a_split_holds_through_a_third():
    decided = decide([Decision(1, "split", ("a",), ("b",))])
    found = cluster("abc", links(("ab", 9.0), ("bc", 8.0), ("ac", 7.0)), LINKAGE, decided)
    assert found == [("a",), ("b", "c")]


@pytest.mark.parametrize("first, second, wanted", [("join", "split", [("a",), ("b",)]), ("split", "join", [("a", "b")])])
def test_of_two_decisions_the_newer_holds(first, second, wanted):
    decided = decide([Decision(1, first, ("a",), ("b",)), Decision(2, second, ("a",), ("b",))])
    assert cluster("ab", links(("ab", 9.0)), LINKAGE, decided) == wanted


def test_joins_add_up():
    decided = decide([Decision(1, "join", ("a",), ("b",)), Decision(2, "join", ("b",), ("c",))])
    assert decided.together == (("a", "b", "c"),)


def test_decisions_on_what_is_not_there_change_nothing():
    decided = decide([Decision(1, "join", ("x",), ("y",)), Decision(2, "split", ("x",), ("a",))])
    assert cluster("ab", links(("ab", 4.0)), LINKAGE, decided) == [("a", "b")]
