"""The network as an SVG picture, and as a list for those who cannot see it."""

from __future__ import annotations

from collections import Counter
from math import hypot
from textwrap import wrap

from whodid.report.markup import Markup, join, tag
from whodid.report.names import QUAD_CLASSES, Names
from whodid.report.network import WIDTH, Network, Node, Tie, network_of

RADIUS = 7.0
LINE_CHARACTERS = 21
KEY = (
    "Filled: state; grey: organization; ring: person or group. Arrow: to whom; no arrow: with each other; dashed: only said by somebody. "
    "What is denied is left out."
)


def network_picture(names: Names) -> Markup | None:
    """The picture with its list; None where no two parties deal with each other."""
    network = network_of(names.record)
    if not network.ties:
        return None
    more = f" {network.left_out} more with fewer events are not drawn." if network.left_out else ""
    key = tag("p", f"{KEY}{more}", class_="note")
    picture = tag("div", _svg(network, names), class_="scroll", tabindex="0", role="group", aria_label=f"picture, article {names.number}")
    return join(picture, key, _as_list(network, names))


def _svg(network: Network, names: Names) -> Markup:
    nodes = {node.actor: node for node in network.nodes}
    lanes: Counter[tuple[str, ...]] = Counter()
    lines = []
    for tie in network.ties:
        pair = tuple(sorted((tie.actor, tie.recipient)))
        lines.append(_line(tie, nodes, lanes[pair], names))
        lanes[pair] += 1
    dots = [_dot(node, names) for node in network.nodes]
    title = tag("title", "Who dealt with whom: " + ", ".join(names.name(node.actor) for node in network.nodes))
    markers = tag("defs", *(_arrow(name, names.number) for name in QUAD_CLASSES.values()))
    return tag("svg", title, markers, *lines, *dots, viewBox=f"0 0 {WIDTH} {network.height:.0f}", role="img", class_="network")


def _arrow(name: str, number: int) -> Markup:
    head = tag("path", d="M0,0.5 L7,4 L0,7.5 z", class_=f"head {name}")
    return tag("marker", head, id=f"arrow{number}-{name}", viewBox="0 0 8 8", refX="6.5", refY="4", markerWidth="9", markerHeight="9",
               markerUnits="userSpaceOnUse", orient="auto")  # fmt: skip


def _line(tie: Tie, nodes: dict[str, Node], lane: int, names: Names) -> Markup:
    start, end = nodes[tie.actor], nodes[tie.recipient]
    quad = QUAD_CLASSES[tie.quad]
    width = min(1.6 + 0.7 * (len(tie.events) - 1), 5)
    arrow = None if tie.symmetric else f"url(#arrow{names.number}-{quad})"
    classes = f"tie {quad}" + (" said" if tie.said else "")
    return tag("path", tag("title", _tie_words(tie, names)), d=_curve(start, end, lane), class_=classes, stroke_width=f"{width:.1f}",
               data_k=" ".join(tie.events), marker_end=arrow)  # fmt: skip


def _curve(start: Node, end: Node, lane: int) -> str:
    """A bow from one node to the other, bent to the middle; several between the same two are bent apart."""
    dx, dy = end.x - start.x, end.y - start.y
    length = hypot(dx, dy) or 1.0
    # Bows of the same two run apart whichever way each points.
    turn = 1 if (start.x, start.y) <= (end.x, end.y) else -1
    bend = turn * ((lane + 1) // 2) * (22 if lane % 2 else -22)
    pull = 0.28 if start.left == end.left else 0.0
    mx = (start.x + end.x) / 2 + pull * (WIDTH - start.x - end.x) - dy / length * bend
    my = (start.y + end.y) / 2 + dx / length * bend
    x1, y1 = _off(start, mx, my, RADIUS + 1)
    x2, y2 = _off(end, mx, my, RADIUS + 3)
    return f"M{x1:.1f},{y1:.1f} Q{mx:.1f},{my:.1f} {x2:.1f},{y2:.1f}"


def _off(node: Node, x: float, y: float, gap: float) -> tuple[float, float]:
    dx, dy = x - node.x, y - node.y
    length = hypot(dx, dy) or 1.0
    return node.x + dx / length * gap, node.y + dy / length * gap


def _dot(node: Node, names: Names) -> Markup:
    name, country = names.name(node.actor), names.country(node.actor)
    full = f"{name} ({country})" if country else name
    lines = wrap(full, LINE_CHARACTERS, max_lines=2, placeholder=" …", break_long_words=True)
    x = node.x - RADIUS - 6 if node.left else node.x + RADIUS + 6
    first = node.y + 5 - (len(lines) - 1) * 8
    rows = [tag("tspan", line, x=f"{x:.1f}", y=f"{first + 16 * row:.1f}") for row, line in enumerate(lines)]
    kind = names.actors[node.actor].kind if node.actor in names.actors else "group"
    label = tag("text", *rows, text_anchor="end" if node.left else "start")
    return tag(
        "g", tag("title", full), tag("circle", cx=f"{node.x:.1f}", cy=f"{node.y:.1f}", r=f"{RADIUS:g}", class_=f"node {kind}"), label
    )


def _tie_words(tie: Tie, names: Names) -> str:
    arrow = "with" if tie.symmetric else "to"
    said = ", only said" if tie.said else ""
    return f"{names.name(tie.actor)} {arrow} {names.name(tie.recipient)}: {tie.quad} × {len(tie.events)}{said}"


def _as_list(network: Network, names: Names) -> Markup:
    items = []
    for tie in network.ties:
        links = [tag("a", id.removeprefix("e"), href=f"#{names.anchor(id)}") for id in tie.events]
        spaced = [part for link in links for part in (" ", link)]
        items.append(tag("li", _tie_words(tie, names), "; events" if len(links) > 1 else "; event", *spaced))
    return tag("details", tag("summary", "The same as a list"), tag("ul", *items, class_="ties"))
