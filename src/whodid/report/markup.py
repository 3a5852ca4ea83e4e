"""HTML that is safe by construction: every string that is not markup already is escaped."""

from __future__ import annotations

from html import escape

# Elements without content; those of a picture are closed as XML is.
VOID = frozenset({"br", "meta", "input", "path", "circle", "rect", "line"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(words: object) -> Markup:
    """The words, escaped; markup passes as it is."""
    if isinstance(words, Markup):
        return words
    # Lone surrogates and control characters cannot stand in a UTF-8 page.
    plain = str(words).encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
    return Markup(escape(plain, quote=True))


def join(*parts: object) -> Markup:
    """The parts one after another, None left out."""
    return Markup("".join(text(part) for part in parts if part is not None))


def tag(name: str, /, *children: object, **attributes: object) -> Markup:
    """An element. `class_` stands for class, `data_k` for data-k; an attribute that is None or False is left out, True has no value."""
    pairs = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None and value is not False)
    if name in VOID and not children:
        return Markup(f"<{name}{pairs}>" if name in ("br", "meta", "input") else f"<{name}{pairs}/>")
    return Markup(f"<{name}{pairs}>{join(*children)}</{name}>")


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(value)}"'
