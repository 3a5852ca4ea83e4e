"""A person told again by what he is: "the 48-year-old Norlander", "the billionaire", "the Acme founder", "the 30-year-old"."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.steps.actors import coreference
from whodid.steps.actors.coreference import Accept
from whodid.steps.actors.details import Details
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.roles import plays
from whodid.steps.actors.roster import Member, Roster
from whodid.steps.actors.terms import Phrase
from whodid.text import Token

# Who speaks or acts for a state is told by his post, not by his nationality.
_POSTS = frozenset({"GOV", "MIL", "COP", "LEG", "JUD"})
_ONE = frozenset({"NN", "NNP", "JJ"})
_DEFINITE = frozenset({"the", "this", "that"})
# How much better one fits who is called so.
_CALLED = 1.0


class Epithets:
    """Finds whom the article named before and now tells by age, nationality or trade.

    Args:
        roster: Who has been met so far.
        lexicon: Nouns by which the news call somebody again ("tycoon").
    """

    def __init__(self, roster: Roster, lexicon: Lexicon) -> None:
        self._roster = roster
        self._nouns = lexicon.epithets

    def aged(self, head: Token) -> Sequence[str]:
        """The person whom "the 48-year-old" means; () where the words are no such or two would fit."""
        if head.lower != "old" or not (_years(head) and _is_the(head)) or head.dep not in ("nsubj", "nsubjpass", "dobj"):
            return ()
        return self._last(head, lambda member: 0.0 if member.kind == "person" and member.sector not in _POSTS else None)

    def national(self, head: Token, country: str) -> Sequence[str]:
        """The one person of a country named before whom "the Norlander" means, of no known country where the age is told."""
        if head.tag not in _ONE or not _is_the(head):
            return ()
        met = [member for member in self._met(head) if country in (member.country, member.person and member.person.country)]
        fitting = [member for member in met if member.sector not in _POSTS]
        if fitting or not _has_age(head):
            return (fitting[0].id,) if len(fitting) == 1 else ()
        found = self._last(head, lambda member: 0.0 if member.kind == "person" and member.country is None else None)
        for id in found:
            self._roster.members[id].country = country
        return found or ((met[0].id,) if len(met) == 1 else ())

    def person(self, phrase: Phrase, found: Details, countries: Sequence[str]) -> Sequence[str]:
        """The person named before whom "the 49-year-old billionaire", "the Norlandic cleric", "the Acme founder" mean."""
        if phrase.term.kind not in ("role", "group") or phrase.term.plural or not _is_the(phrase.head):
            return ()
        if phrase.head.tag not in _ONE or found.owners or found.peoples or found.former or found.under or found.bloc:
            return ()
        noun = phrase.term.words[-1]
        if found.organizations or countries:
            return self._called(phrase, found, noun, countries)
        if found.outside is not None or not (_has_age(phrase.head) or noun in self._nouns):
            return ()
        here = {actor for r in self._roster.references if r.head.sentence is phrase.head.sentence for actor in r.actors}
        return self._last(phrase.head, _fits(noun, here))

    def _called(self, phrase: Phrase, found: Details, noun: str, countries: Sequence[str]) -> Sequence[str]:
        """The only one of that country or organization whom the article has called so."""
        names = [name.casefold() for body in found.organizations for name in (body.name, *body.aliases)]
        met = [member for member in self._met(phrase.head) if plays(member, noun) and (not countries or member.country in countries)]
        if names and not countries:
            met = [member for member in met if any(name in (member.office or "").casefold() for name in names)]
        official = countries and phrase.term.sector in _POSTS
        return (met[0].id,) if len(met) == 1 and not official else ()

    def _met(self, head: Token) -> list[Member]:
        """The persons named before a word."""
        ids = {actor: None for reference in self._roster.references if reference.head.i < head.i for actor in reference.actors}
        return [member for id in ids if (member := self._roster.members[id]).kind == "person"]

    def _last(self, head: Token, accept: Accept) -> Sequence[str]:
        actors, doubt = coreference.last_of(head, self._roster, accept)
        return () if doubt else actors


def _fits(noun: str, here: set[str]) -> Accept:
    def fit(member: Member) -> float | None:
        if member.id in here and not plays(member, noun):
            return None  # "Kor met the billionaire" tells of two
        if member.kind != "person" or member.sector in _POSTS and not plays(member, noun):
            return None
        return _CALLED if plays(member, noun) else 0.0

    return fit


def _has_age(head: Token) -> bool:
    return any(child.lower == "old" and _years(child) for child in head.children)


def _years(old: Token) -> bool:
    return any(child.lower == "year" for child in old.children)


def _is_the(head: Token) -> bool:
    return any(child.lower in _DEFINITE for child in head.children)
