"""`whodid network`: who dealt with whom, as GraphML for network programs."""

from __future__ import annotations

from whodid.cli.dyads import By, ByOption, CountOption, Groups, Period, Undirected, counting_of
from whodid.cli.exits import say, several
from whodid.cli.inputs import refuse_overwriting
from whodid.cli.options import Output, StoreFile
from whodid.cli.outputs import opened
from whodid.cli.selecting import Actors, Asked, Asserted, Count, Since, Statuses, Types, Until
from whodid.export.network import write_network


def network(
    store: StoreFile,
    by: ByOption = By.actor,
    count: CountOption = Count.incidents,
    undirected: Undirected = False,
    groups: Groups = False,
    output: Output = None,
    since: Since = None,
    until: Until = None,
    actor: Actors = None,
    type: Types = None,
    status: Statuses = None,
    asserted_only: Asserted = False,
) -> None:
    """Write the network of who dealt with whom as GraphML: parties as nodes, counts and mean Goldstein on the edges.

    Counted as events are those that occurred or go on, or those of the statuses that --status names.
    """
    from whodid.store import Store
    from whodid.store.connecting import told

    refuse_overwriting([str(store)], output)
    with Store(store) as opened_store, told(store):
        wanted = Asked(since, until, actor, type, status, asserted_only).filter(opened_store)
        counting = counting_of(by, count, Period.all, wanted.statuses, undirected=undirected, groups=groups)
        with opened(output) as out:
            nodes, edges = write_network(opened_store.connection, wanted, counting, out)
    where = f" in {output}" if output else ""
    say(f"whodid: {several(nodes, 'node')}, {several(edges, 'edge')}{where}" if edges else f"whodid: no event with two sides fits{where}")
