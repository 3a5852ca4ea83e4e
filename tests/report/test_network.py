"""Who dealt with whom, and where each name stands."""

from __future__ import annotations

from dataclasses import replace

from builders import record
from whodid.record import Actor, Record
from whodid.report.network import MOST_NODES, ROW, Network, network_of


def crowd(size: int) -> Record:
    """A meeting of many."""
    actors = tuple(Actor(f"state:{number:03}", f"State {number}", "state") for number in range(size))
    event = replace(record().events[0], actors=tuple(actor.id for actor in actors))
    return record(actors=actors, events=(event,))


def ties(network: Network) -> set[tuple[str, str, bool]]:
    return {(tie.actor, tie.recipient, tie.said) for tie in network.ties}


def test_ties_are_of_events_that_are_not_denied() -> None:
    brandt, tamm = "person:ada-brandt", "person:juri-tamm"
    assert ties(network_of(record())) == {(brandt, tamm, False), (brandt, "state:EST", False), ("state:SUD", "state:EST", True)}


def test_names_stand_apart() -> None:
    for size in range(2, 20):
        nodes = network_of(crowd(size)).nodes
        assert len(nodes) == min(size, MOST_NODES)
        for side in (True, False):
            heights = sorted(node.y for node in nodes if node.left is side)
            assert all(below - above >= ROW - 1e-6 for above, below in zip(heights, heights[1:], strict=False))


def test_those_without_room_are_counted() -> None:
    assert network_of(crowd(20)).left_out == 20 - MOST_NODES


def test_the_same_record_gives_the_same_picture() -> None:
    assert network_of(crowd(9)) == network_of(crowd(9))
