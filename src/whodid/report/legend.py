"""What the colours, outlines and underlines mean, for the head of the page."""

from __future__ import annotations

from whodid.report.markup import Markup, tag
from whodid.report.names import QUAD_CLASSES

_LOOKS = (
    ("told from to vco s-planned", "planned or proposed"),
    ("told from to vcf s-denied", "denied"),
    ("said from to mcf", "only said by somebody"),
)
_WORDS = (
    ("m-quote", "quoted"),
    ("m-cue", "reporting word"),
    ("m-speaker", "speaker"),
    ("m-time", "time"),
    ("m-place", "place"),
    ("m-warning", "warning"),
)


def legend() -> Markup:
    """The marks in the text, each with what it stands for."""
    quads = [_entry(f"m-trigger told from to {name}", quad) for quad, name in QUAD_CLASSES.items()]
    looks = [_entry(f"m-trigger {classes}", meaning) for classes, meaning in _LOOKS]
    words = [_entry(classes, meaning) for classes, meaning in _WORDS]
    return tag(
        "details", tag("summary", "How to read the marks"), tag("ul", *quads, *looks, *words, class_="legend"),
        tag("p", "Every event has a number in the text and on its card; each leads to the other.", class_="note"),
        class_="fold", open=True,
    )  # fmt: skip


def _entry(classes: str, meaning: str) -> Markup:
    return tag("li", tag("span", "words", class_=classes), f" {meaning}")
