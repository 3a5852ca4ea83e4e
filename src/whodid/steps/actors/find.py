"""The flow of the room: names, people, phrases and pronouns of each sentence, in text order, onto the roster."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.article import Article
from whodid.cast import Cast
from whodid.knowledge import Knowledge
from whodid.knowledge.gazetteer import load_gazetteer
from whodid.steps.actors.announced import name_announced
from whodid.steps.actors.descriptions import Describer, details_of
from whodid.steps.actors.details import Details
from whodid.steps.actors.districts import Districts
from whodid.steps.actors.epithets import Epithets
from whodid.steps.actors.focus import Focus
from whodid.steps.actors.holders import unite
from whodid.steps.actors.homes import infer_homes
from whodid.steps.actors.known import KnownNames
from whodid.steps.actors.lexicon import load_lexicon
from whodid.steps.actors.owners import Owners
from whodid.steps.actors.people import read_title
from whodid.steps.actors.persons import People
from whodid.steps.actors.quantities import refer_quantities
from whodid.steps.actors.repeats import Repeats
from whodid.steps.actors.roster import Roster
from whodid.steps.actors.strangers import Strangers
from whodid.steps.actors.tags import joint_titles
from whodid.steps.actors.titles import Titles
from whodid.steps.actors.view import View
from whodid.steps.actors.views import Views
from whodid.text import Sentence, Token, span_of
from whodid.text import phrase as noun_phrase

_WEST = frozenset({"western", "west"})
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})


def find_actors(sentences: Sequence[Sentence], article: Article, knowledge: Knowledge) -> Cast:
    """Who takes part in an article, and every word that stands for one of them.

    Names count before descriptions, the knowledge before the parser's labels. Who held an office is read as of the article's date;
    without one, "the president" stays an unnamed holder. Words that may mean two actors of equal weight mean none, with a flag.

    Args:
        sentences: The parsed article.
        article: Its date decides who is in office; its dateline is no actor.
        knowledge: States, persons, offices, organizations.

    Example:
        >>> cast = find_actors(sentences, article, load_knowledge())
        >>> cast.at(token).actors
        ('person:xi-jinping',)
    """
    return _Reading(sentences, article, knowledge, Districts(load_gazetteer())).cast()


class _Reading:
    """One article on its way through the room."""

    def __init__(self, sentences: Sequence[Sentence], article: Article, knowledge: Knowledge, districts: Districts) -> None:
        self._lexicon = load_lexicon()
        self._roster = Roster(knowledge, article.anchor)
        views = Views(article, knowledge, self._lexicon, districts)
        self._views = views.of(sentences)
        self._focus = focus = Focus(self._views, views.dateline_country(), districts)
        self._owners = Owners(self._roster, self._lexicon, focus, districts)
        self._describer = Describer(self._roster, self._lexicon, self._owners)
        self._people = People(self._roster, self._lexicon, self._describer, focus, self._views)
        self._known = KnownNames(self._roster, self._lexicon, self._describer, self._people)
        self._repeats = Repeats(self._roster, self._lexicon, focus)
        self._epithets = Epithets(self._roster, self._lexicon)
        self._titles = Titles(self._roster)
        self._strangers = Strangers(self._roster, self._describer, districts)

    def cast(self) -> Cast:
        for view in self._views:
            self._read(view)
        infer_homes(self._roster, self._focus, self._lexicon)
        unite(self._roster, self._lexicon)
        name_announced(self._roster)
        return self._roster.cast()

    def _read(self, view: View) -> None:
        for person in view.people:
            read_title(person, view.tokens, view.named, view.phrases, self._lexicon)
            for position in range(person.first, person.last + 1):
                view.person_at[position] = person
            view.claimed.update(range(person.start, person.last + 1))
        for person, phrase in joint_titles(view):
            person.shared = phrase
        described = details_of(view)
        for person in view.people:
            self._people.refer(view, person)
        for position, token in enumerate(view.tokens):
            if position in described:
                self._describe_owners(view, position, described)
                self._describe(view, position, described[position])
            elif position not in view.claimed and not self._roster.at(token):
                self._other(view, position, token)
        self._titles.refer(view)
        if not view.sentence.text.isupper():
            self._strangers.refer(view)
        refer_quantities(view, self._roster, self._owners)

    def _describe(self, view: View, position: int, found: Details) -> None:
        token = view.tokens[position]
        if token.tag == "NNP" and not any(child.dep == "det" for child in token.children):  # "Dave Carpenter … Carpenter said"
            self._people.refer_bare(view, position)
        if not (self._roster.at(token) or self._repeats.pair(token)):
            self._describer.refer(view, view.phrases[position], found)

    def _describe_owners(self, view: View, position: int, described: dict[int, Details]) -> None:
        """Those told behind a noun whose people it names come first: "supporters of the president"."""
        for owner in described[position].owners:
            at = view.position(owner)
            if at > position and at in described and self._roster.at(owner) is None:
                self._describe(view, at, described[at])

    def _other(self, view: View, position: int, token: Token) -> None:
        named = view.named.get(position)
        if named is not None:
            if token is named.head:
                self._known.refer(view, named)
        elif token.tag in _PRONOUNS:
            self._repeats.pronoun(token)
        elif token.lower in _WEST:
            self._west(token)
        elif aged := self._epithets.aged(token):
            self._roster.refer(token, span_of(noun_phrase(token)), aged, "role")
        elif token.pos in ("NOUN", "NUM") or token.lower == "both":
            self._repeats.noun(token)
        elif token.pos == "PROPN" or (token.text[0].isupper() and token.dep == "nsubj" and token.pos != "PRON"):
            self._people.refer_bare(view, position)

    def _west(self, token: Token) -> None:
        """ "The West", "Western": the countries so called; not "Western Norland"."""
        if not token.text[0].isupper() or (token.lower == "western" and token.head.pos == "PROPN"):
            return
        if token.lower == "west" and (token.dep == "compound" or not any(child.lower == "the" for child in token.children)):
            return
        west = self._roster.group("western countries", None, None, name="Western countries")
        self._roster.refer(token, span_of([token]), [west], "adjective" if token.lower == "western" else "name")
