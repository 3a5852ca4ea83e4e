"""Which column or key holds what: the names that news data use for text, headline, day, address, outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from whodid.errors import InputError

_SHOWN = 20


class Role(Enum):
    """What a column holds."""

    text = "text"
    summary = "summary"
    title = "title"
    date = "date"
    url = "url"
    source = "source"
    id = "id"
    language = "language"
    author = "author"


# Names without case, spaces and joining marks; of several that are there, the first counts.
NAMES: Mapping[Role, Sequence[str]] = {
    Role.text: "text body content article fulltext articletext articlebody bodytext maintext contenttext articlecontent story".split(),
    Role.summary: "summary description abstract snippet".split(),
    Role.title: "title headline heading articletitle".split(),
    Role.date: (
        "date published publishdate datepublished datepublish publicationdate publisheddate publishedat publishedon publishedtime"
        " pubdate webpublicationdate firstpublished seendate"
    ).split(),
    Role.url: "url link articleurl canonicalurl weburl permalink".split(),
    Role.source: "source outlet domain publisher sourcename sourcedomain publication newspaper sitename site".split(),
    Role.id: "id articleid docid documentid storyid uuid guid".split(),
    Role.language: "language lang".split(),
    Role.author: "author authors byline creator".split(),
}  # fmt: skip
_ROLES = {name: role for role, names in NAMES.items() for name in names}
_JOINTS = re.compile(r"[\s_.:-]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """The column for each role that a table or an object has."""

    by_role: Mapping[Role, str]

    def __getitem__(self, role: Role) -> str | None:
        return self.by_role.get(role)


def role_of(name: str) -> Role | None:
    """What a column of this name holds; None where the name tells nothing."""
    return _ROLES.get(_plain(name))


def columns_of(names: Iterable[str], where: str) -> Columns:
    """Which of these columns holds what.

    Raises:
        InputError: Where none holds the text; lists those that are there and says what is expected.
    """
    there = [name for name in names if isinstance(name, str)]
    found: dict[Role, str] = {}
    for role, known in NAMES.items():
        ranked = [(known.index(_plain(name)), name) for name in there if _plain(name) in known]
        if ranked:
            found[role] = min(ranked, key=lambda pair: pair[0])[1]
    if Role.text not in found:
        shown = ", ".join(there[:_SHOWN]) + (" …" if len(there) > _SHOWN else "")
        expected = ", ".join(NAMES[Role.text][:4])
        raise InputError(f"{where}: has no text; found {shown or 'nothing'}; expected one of {expected} …", code="no-text")
    return Columns(found)


def _plain(name: str) -> str:
    return _JOINTS.sub("", name.strip().lower())
