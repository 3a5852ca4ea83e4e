"""The inputs of a run, sorted by what is to be done with them: code, keep without coding, or only note that they came again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from whodid.article import Article
from whodid.reading import Failure
from whodid.store import Entry, Run, Seen, Unread, key_of

# Articles that are coded and stored together: a killed run has to do so many again at worst.
BATCH = 32
# Inputs that are looked up together.
LOOKED_UP = 128
# Inputs of which nothing is to be coded that are stored together.
UNCODED = 1024

Input = Article | Failure


@dataclass(slots=True)
class Piece:
    """What is stored together: articles to code, such as are kept without, such as are here already, and what could not be read."""

    new: list[Seen] = field(default_factory=list)
    skipped: list[Entry] = field(default_factory=list)
    again: list[Seen] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    @property
    def articles(self) -> list[Article]:
        """The articles to code."""
        return [seen.article for seen in self.new]

    @property
    def full(self) -> bool:
        """Whether it is time to store it."""
        return len(self.new) >= BATCH or len(self.skipped) + len(self.again) + len(self.unread) >= UNCODED


class Intake:
    """Sorts inputs into pieces. What is known is found before anything is parsed.

    Args:
        run: Tells what is in the store.
        retry: Whether articles that failed in an earlier run are to be coded again.
    """

    def __init__(self, run: Run, *, retry: bool = False) -> None:
        self._run, self._retry = run, retry
        self._under_way: set[str] = set()
        self._stored: set[str] = set()

    def pieces(self, items: Iterable[Input]) -> Iterator[Piece]:
        """The inputs in pieces, in order."""
        piece = Piece()
        for item, known in self._looked_up(items):
            self._put(item, known, piece)
            if piece.full:
                yield piece
                piece = Piece()
        if piece != Piece():
            yield piece

    def stored(self, piece: Piece) -> None:
        """Take note that a piece is in the store."""
        self._stored |= {seen.key for seen in piece.new} | {entry.seen.key for entry in piece.skipped}

    def _looked_up(self, items: Iterable[Input]) -> Iterator[tuple[Seen | Failure, bool]]:
        """The inputs, and whether each is in the store or on the way there."""
        for some in _chunks(items):
            seen = [Seen(item, item.origin, key_of(item)) if isinstance(item, Article) else item for item in some]
            # What was stored before this look-up need not be remembered: the look-up finds it.
            self._under_way -= self._stored
            self._stored.clear()
            known = self._run.known({each.key for each in seen if isinstance(each, Seen)}, retry=self._retry)
            for each in seen:
                yield each, isinstance(each, Seen) and (each.key in known or each.key in self._under_way)

    def _put(self, item: Seen | Failure, known: bool, piece: Piece) -> None:
        if isinstance(item, Failure):
            piece.unread.append(Unread(item.origin, item.id, item.error.code, str(item.error)))
        elif known:
            piece.again.append(item)
        else:
            self._under_way.add(item.key)
            if item.article.is_english:
                piece.new.append(item)
            else:
                piece.skipped.append(_foreign(item))


def _foreign(seen: Seen) -> Entry:
    message = f'article "{seen.article.id}": is in another language than English ("{seen.article.language}"); kept, not coded'
    return Entry(seen, None, "skipped", "language", message)


def _chunks(items: Iterable[Input]) -> Iterator[Sequence[Input]]:
    iterator = iter(items)
    while some := list(islice(iterator, LOOKED_UP)):
        yield some
