"""The command line in this process, with a coder that needs no model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import builders
from whodid import Article, Record
from whodid.cli.main import status_of
from whodid.steps.events import Classification


class FakeCoder:
    """Knows one article by heart; breaks on a text with BOOM in it."""

    def __init__(self, pipeline: str | None = None, knowledge: object = None, *, weigh: bool = False) -> None:
        self.pipeline = pipeline

    def code(self, article: Article) -> Record:
        if "BOOM" in article.text:
            raise RuntimeError("boom")
        day = article.date.isoformat() if article.date else None
        if article.text == builders.TEXT:
            return builders.record(id=article.id, date=day)
        return Record(text=article.text, id=article.id, date=day, title=article.title)

    def code_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        kept = list(articles)
        yield from map(self.code, kept)

    quotes_all = times_all = places_all = code_all

    def classify(self, text: str, source: object, target: object) -> Classification:
        return Classification("AID", "material cooperation", 0.5) if source else Classification(None, None, 0.0)

    def classify_all(self, rows: Iterable[tuple[str, object, object]]) -> Iterator[Classification]:
        for row in list(rows):
            yield self.classify(*row)


class Result(NamedTuple):
    status: int
    out: str
    err: str


Whodid = Callable[..., Result]


@pytest.fixture
def whodid(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Whodid:
    """Run the command in an empty folder: exit status, standard output, standard error."""
    monkeypatch.setattr("whodid.coder.Coder", FakeCoder)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        status = status_of(arguments)
        captured = capsysbinary.readouterr()
        assert b"Traceback" not in captured.err
        return Result(status, captured.out.decode(), captured.err.decode())

    return run


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    """The article that the coder knows, as plain text."""
    file = tmp_path / "norland.txt"
    file.write_text(builders.TEXT, encoding="utf-8")
    return file
