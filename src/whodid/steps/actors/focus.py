"""Which one country a passage is about, for police, protesters and courts of whom the text does not say whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from whodid.steps.actors.districts import Districts
from whodid.steps.actors.view import View, attached

_REACH = 3
# Sentences that make the lead, and words with which a sentence begins.
_LEAD, _EARLY = 1, 3
_WITHIN = frozenset({"in", "across", "throughout", "inside", "around"})
# Share of all told countries above which one is what the article is about.
_SHARE = 0.8
# How often a country is told that is the theme of an article.
_OFTEN = 4
# How many times as often as any other it is told that counts in a sentence of its own, whatever stands before.
_TWICE = 2


class Focus:
    """Countries told in each sentence, by name, adjective, capital or person.

    Args:
        views: The article's sentences.
        dateline: Country of the dateline's place; alone it decides only where the article tells no other.
        districts: Tells the country of towns and provinces.
    """

    def __init__(self, views: Sequence[View], dateline: str | None, districts: Districts) -> None:
        self._dateline = dateline
        self._stage = {view.sentence.index: stage for number, view in enumerate(views) if (stage := _stage(view, lead=number < _LEAD))}
        self._told = {view.sentence.index: [*_countries(view), *_of_places(view, districts)] for view in views}
        self._parties = {view.sentence.index: _parties(view) for view in views}
        total = Counter(code for told in self._told.values() for code in told)
        ranked = total.most_common(2)
        code, count = ranked[0] if ranked else (dateline, 1)
        self._main = code if count >= _SHARE * max(sum(total.values()), 1) else None
        self._often = count >= _OFTEN
        sure = Counter(code for view in views for code in _named_countries(view))
        self._sole = self._main if self._main is not None and sure[self._main] >= _OFTEN else None
        second = ranked[1][1] if len(ranked) > 1 else 0
        self._top = code if count > second else None
        self._far_ahead = self._top is not None and count >= max(_TWICE * second, _OFTEN)

    def around(self, index: int) -> str | None:
        """The country of those whom a sentence sets beside no state as such: "Turkey shelled Kurds" does not tell where they live."""
        code = self.country(index)
        return None if code in self._parties.get(index, ()) else code

    def tells(self, country: str) -> bool:
        """Whether the article speaks of this country anywhere."""
        return any(country in codes for codes in self._told.values())

    def is_foremost(self, country: str | None) -> bool:
        """Whether the article speaks of this country more than of any other."""
        return country is not None and country == self._top

    def is_theme(self, country: str | None) -> bool:
        """Whether it is foremost by so much that it is what "the country" means."""
        return self._often and self.is_foremost(country)

    def theme(self, index: int) -> str | None:
        """The one country of an article that tells it often and hardly another, none of which stands near."""
        return self._sole if self._sole is not None and self.passage(index) <= {self._sole} else None

    def home(self, index: int) -> str | None:
        """Whose "the defence minister" is: the country of the passage, or the dateline's where the article tells most of it."""
        return self.country(index) or (self._dateline if self.is_foremost(self._dateline) else None)

    def host(self, index: int) -> str | None:
        """Whose "Defence Minister Jan Kor" is: the country of the passage or dateline; one told seldom may be whom he deals with."""
        code = self.home(index)
        return None if code in self._parties.get(index, ()) and not self.is_theme(code) else code

    def capital(self, index: int) -> str | None:
        """Whose "the government" is: the country of the passage, or the dateline's where that leads far and the sentence tells none."""
        at_home = self._far_ahead and self._top == self._dateline and not self._told.get(index)
        return self.country(index) or (self._top if at_home else None)

    def passage(self, index: int, reach: int = _REACH) -> set[str]:
        """All countries that a sentence and the few before it tell."""
        return {code for at in range(max(index - reach, 0), index + 1) for code in self._told.get(at, ())}

    def country(self, index: int) -> str | None:
        """The article's one country, or its foremost where the sentence and those before it tell no other; else where it plays.

        What is told far more often than any other need be the only one of the sentence alone.
        """
        told = self.passage(index)
        if self._main is not None and told <= {self._main}:
            return self._main
        if self._main is None and self._top is not None and told == {self._top}:
            return self._top
        if self._far_ahead and set(self._told.get(index, ())) == {self._top}:
            return self._top
        if not told and self._often and self._top == self._dateline:
            return self._top
        return self._stage.get(index)


def _stage(view: View, *, lead: bool) -> str | None:
    """The one country that a sentence tells, where it begins with that ("In Norland, police …"), or in the lead tells what is there."""
    told = set(_countries(view))
    # "In Moscow, Norland's minister …" only sets the scene.
    kinds = ("name", "capital") if lead else ("name",)
    placed = (named for named in view.names if named.state(*kinds) and named.head.dep == "pobj" and (lead or named.first < _EARLY))
    there = {state.code for named in placed if named.head.head.lower in _WITHIN and (state := named.state())}
    return there.pop() if len(told) == 1 and there == told else None


def _parties(view: View) -> set[str]:
    """The countries that a sentence tells other than as the place of what happens."""
    names = (named for named in view.names if not (named.head.dep == "pobj" and named.head.head.lower in _WITHIN))
    return {state.code for named in names if (state := named.state()) is not None}


def _named_countries(view: View) -> list[str]:
    """The states that a sentence tells by name or adjective; a capital's name may be that of some town."""
    states = (named.state("name", "adjective", "demonym") for named in view.names if not attached(view, named))
    return [state.code for state in states if state is not None]


def _countries(view: View) -> list[str]:
    found = []
    people = {position for person in view.people for position in range(person.first, person.last + 1)}
    for named in view.names:
        state = named.state()
        if state is not None:
            if not attached(view, named):
                found.append(state.code)
        elif named.first not in people and named.organization is not None and named.organization.country in view.knowledge.states:
            found.append(named.organization.country or "")
    for person in view.people:
        if person.known is not None and person.known.country:
            found.append(person.known.country)
    return found


def _of_places(view: View, districts: Districts) -> list[str]:
    """The countries of the towns and provinces that a sentence tells, where their names leave no doubt."""
    places = (entity.last for entity in view.sentence.entities if entity.label == "GPE")
    unknown = (place for place in places if not {view.position(place)} & (view.named.keys() | view.person_at.keys()))
    return [code for place in unknown if (code := districts.country(view, place)) is not None]
