"""The real parser and knowledge, and one call that reads a text with both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from whodid.article import Article
from whodid.cast import Cast
from whodid.knowledge import Knowledge, load_knowledge
from whodid.steps.actors import find_actors
from whodid.steps.parsing import Parser, parse


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def read(parser: Parser, knowledge: Knowledge) -> Callable[..., Cast]:
    """`read(text, "2022-09-15")`: the cast of a text."""

    def reader(text: str, day: str | None = None) -> Cast:
        article = Article(text, date=date.fromisoformat(day) if day else None)
        return find_actors(parse(article, parser), article, knowledge)

    return reader
