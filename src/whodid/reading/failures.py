"""What stands in place of an article that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from whodid.errors import InputError


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or a line of one, that is no article.

    Attributes:
        id: The line's id, as far as it has one.
        line: Its number in the file, from 1; 0 where it is no line.
        error: What is wrong, where, and what would be right.
        origin: The file in which it stands; empty where only the message tells it.
    """

    id: str | None
    line: int
    error: InputError
    origin: str = ""
