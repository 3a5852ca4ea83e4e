"""The files named on the command line, as articles: what kind each is, and what is wrong with it."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from whodid.article import Article
from whodid.cli.exits import WrongCall
from whodid.errors import InputError
from whodid.reading import Failure, read_jsonl, read_text

STANDARD_INPUT = "-"
_LINES_ENDINGS = (".jsonl", ".ndjson")
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\}|$)')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class InputFormat(StrEnum):
    """What the input is; `auto` looks at the ending, then at the first characters."""

    auto = "auto"
    text = "text"
    jsonl = "jsonl"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files of one call, and what the call says about them.

    Attributes:
        date: For articles that give no date of their own.
        title: For the one plain text.
    """

    files: tuple[str, ...]
    format: InputFormat = InputFormat.auto
    date: Date | None = None
    title: str | None = None

    def articles(self) -> Iterator[Article | Failure]:
        """The articles in order; a file or line that is none is a failure in its place."""
        taken: set[str] = set()
        for file in self.files:
            for item in self._of(file):
                yield _named_apart(item, file, taken)

    @property
    def many(self) -> bool:
        """Whether more than one article may come: several files, or JSON lines."""
        return len(self.files) > 1 or self.format is InputFormat.jsonl or self.files[0].endswith(_LINES_ENDINGS)

    def _of(self, file: str) -> Iterator[Article | Failure]:
        try:
            with open_input(file) as stream:
                if self._is_jsonl(file, stream):
                    yield from (self._dated(item) for item in read_jsonl(stream, name=spoken(file)))
                else:
                    yield self._text(file, stream)
        except InputError as error:
            yield Failure(_id(file), 0, error)
        except OSError as error:
            yield Failure(_id(file), 0, InputError(f"{spoken(file)}: cannot be read ({error.strerror or error})", code="missing"))

    def _is_jsonl(self, file: str, stream: io.BufferedReader) -> bool:
        if self.format is not InputFormat.auto:
            return self.format is InputFormat.jsonl
        return file.endswith(_LINES_ENDINGS) or bool(_OBJECT.match(stream.peek(64)[:64]))

    def _text(self, file: str, stream: BinaryIO) -> Article:
        article = read_text(stream, date=self.date, title=self.title, name=spoken(file))
        return replace(article, id=_id(file))

    def _dated(self, item: Article | Failure) -> Article | Failure:
        if isinstance(item, Article) and item.date is None and self.date:
            return replace(item, date=self.date)
        return item


def inputs_of(files: Sequence[str], format: InputFormat, date: str | None, title: str | None) -> Inputs:
    """The call's inputs, checked.

    Raises:
        WrongCall: Where the date is none, the standard input stands twice, or one title is given for several files.
    """
    if files.count(STANDARD_INPUT) > 1:
        raise WrongCall('"-" (the standard input) is named twice; it can be read once')
    inputs = Inputs(tuple(files), format, parse_day(date), title)
    if title and inputs.many:
        raise WrongCall('--title is for one plain text; in JSON lines each article has its own "title"')
    return inputs


def parse_day(date: str | None) -> Date | None:
    """The day given by --date. Raises WrongCall where it is none."""
    if date is None:
        return None
    try:
        if not _DAY.fullmatch(date):
            raise ValueError
        return Date.fromisoformat(date)
    except ValueError:
        raise WrongCall(f'--date is "{date}"; expected YYYY-MM-DD, for instance 2022-09-15') from None


def refuse_overwriting(files: Sequence[str], output: Path | None) -> None:
    """Raises WrongCall where the output is one of the inputs."""
    for file in files:
        if output and file != STANDARD_INPUT and output.exists() and Path(file).exists() and output.samefile(file):
            raise WrongCall(f'-o names the input "{file}"; expected another file')


def open_input(file: str) -> io.BufferedReader:
    """The file as bytes; "-" is the standard input. Raises InputError where it cannot be read."""
    if file != STANDARD_INPUT:
        try:
            return Path(file).open("rb")
        except OSError:
            read_jsonl(file)  # says in reading's words what is wrong with the file
            raise
    stream: Any = sys.stdin.buffer
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)


def _named_apart(item: Article | Failure, file: str, taken: set[str]) -> Article | Failure:
    """Ids name one article of a call: a plain text whose name is taken goes by its path, a line is refused."""
    if isinstance(item, Failure):
        return item
    if item.id not in taken:
        taken.add(item.id)
        return item
    if item.id == _id(file) and file not in taken:
        taken.add(file)
        return replace(item, id=file)
    error = InputError(f'{spoken(file)}: id "{item.id}" stands in an earlier file too; expected each id once', code="duplicate-id")
    return Failure(item.id, 0, error)


def _id(file: str) -> str:
    return "stdin" if file == STANDARD_INPUT else Path(file).stem


def spoken(file: str) -> str:
    """What messages call the file."""
    return "standard input" if file == STANDARD_INPUT else file
