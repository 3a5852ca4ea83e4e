"""Which one country a passage is about, for police, protesters and ministers of whom the text does not say whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from whodid.steps.actors.names import Named
from whodid.steps.actors.view import View, attached

_REACH = 3
# Share of all told countries above which one is what the article is about.
_SHARE = 0.8


class Focus:
    """Countries told in each sentence, by name, adjective, capital or person.

    Args:
        views: The article's sentences.
        dateline: Country of the dateline's place; it decides where the text is silent.
    """

    def __init__(self, views: Sequence[View], dateline: str | None) -> None:
        self._told = {view.sentence.index: _countries(view) for view in views}
        self._dateline = dateline
        total = Counter(code for told in self._told.values() for code in told)
        code, count = total.most_common(1)[0] if total else ("", 0)
        self._main = code if count >= _SHARE * sum(total.values()) and count else None

    def tells(self, country: str) -> bool:
        """Whether the article speaks of this country anywhere."""
        return any(country in codes for codes in self._told.values())

    def country(self, index: int, *, official: bool = False) -> str | None:
        """The one country that the sentence and those before it tell, else the article's; None where several compete.

        For the `official` (police, ministries, courts) the dateline decides where the text is silent.
        """
        told = {code for at in range(max(index - _REACH, 0), index + 1) for code in self._told.get(at, ())}
        if len(told) == 1:
            return next(iter(told))
        if self._main is not None or not official:
            return self._main
        return self._dateline if any(self._dateline in codes for codes in self._told.values()) else None


def _owner(named: Named) -> str:
    """The country of an organization, or of all who bear a family name."""
    if named.organization is not None:
        return named.organization.country or ""
    countries = {person.country for person in named.families}
    return (countries.pop() or "") if len(countries) == 1 else ""


def _countries(view: View) -> list[str]:
    found = []
    people = {position for person in view.people for position in range(person.first, person.last + 1)}
    for named in view.names:
        state = named.state()
        if state is not None:
            if not attached(view, named):
                found.append(state.code)
        elif named.first not in people and (country := _owner(named)) in view.knowledge.states:
            found.append(country)
    for person in view.people:
        if person.known is not None and person.known.country:
            found.append(person.known.country)
    return found
