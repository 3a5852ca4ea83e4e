"""Looking into a cast: the reference that some words make."""

from __future__ import annotations

from collections.abc import Callable

from whodid.cast import Cast, Reference

Reader = Callable[..., Cast]


def at(cast: Cast, words: str, nth: int = 0) -> Reference:
    """The nth reference of a cast whose span is these words."""
    found = [reference for reference in cast.references if reference.span.text == words]
    assert len(found) > nth, f"no reference {words!r} among {[reference.span.text for reference in cast.references]}"
    return found[nth]
