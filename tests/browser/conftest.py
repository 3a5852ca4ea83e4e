"""A real browser for the pages: no network, and every complaint of a page is a failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from screens import WIDE

ARGUMENTS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder wants a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, once for all tests; they are skipped where it or playwright is not there."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make test-browser")
    path = os.environ.get("WHODID_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    # A browser that runs as root, as in a container, has no sandbox to go into.
    arguments = [*ARGUMENTS, "--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else ARGUMENTS
    with playwright.sync_playwright() as running:
        try:
            browser = running.chromium.launch(executable_path=path, args=arguments)
        except playwright.Error as error:
            pytest.skip(f"no chromium could be started ({str(error).splitlines()[0]}); install one, or name it in WHODID_CHROMIUM")
        yield browser
        browser.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a page of this HTML. After the test: no error was told, and nothing was asked for but the page itself."""
    contexts: list[Any] = []
    complaints: list[str] = []
    asked: list[str] = []

    def opened(html: str, address: str = "", *, viewport: dict[str, int] = WIDE, **options: Any) -> Any:
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, encoding="utf-8", errors="replace")
        context = browser.new_context(viewport=viewport, offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url.split("#")[0].split("?")[0]))
        page.goto(f"{file.as_uri()}{address}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
    assert set(asked) <= {(tmp_path / f"page{number}.html").as_uri() for number in range(len(contexts))}


@pytest.fixture
def fits() -> Callable[[Any], bool]:
    """Whether a page is no wider than its window."""
    return lambda page: page.evaluate("document.documentElement.scrollWidth <= innerWidth")
