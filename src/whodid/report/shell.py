"""The frame of a page that stands alone: style and script stand inside, let in by their hashes alone."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from whodid.report.markup import Markup, tag


@cache
def asset(package: str, name: str) -> Markup:
    """A style or script that lies in this package."""
    return Markup(files(package).joinpath(name).read_text(encoding="utf-8").strip())


def html_page(title: str, content: Sequence[object], style: Markup, script: Markup | None = None) -> str:
    """The whole page. It asks nothing of any network, and runs no script but this."""
    scripts = f"script-src '{_hash(script)}'; " if script else ""
    policy = f"default-src 'none'; style-src '{_hash(style)}'; {scripts}base-uri 'none'; form-action 'none'"
    head = tag(
        "head", tag("meta", charset="utf-8"), tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"), tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"), tag("title", f"{title} – whodid"), tag("style", style),
    )  # fmt: skip
    page = tag("html", head, tag("body", *content, tag("script", script) if script else None), lang="en")
    return f"<!doctype html>\n{page}\n"


@cache
def _hash(content: Markup) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
