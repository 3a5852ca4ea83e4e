"""The sentences of an article as views: what the dictionaries find in each, before anybody is resolved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from whodid.article import Article
from whodid.knowledge import Knowledge, State
from whodid.steps.actors.acronyms import spelled_out
from whodid.steps.actors.districts import Districts
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.names import Named, NameFinder
from whodid.steps.actors.people import PersonName, find_people
from whodid.steps.actors.peoples import PeopleWords, find_peoples, without
from whodid.steps.actors.terms import Phrase
from whodid.steps.actors.view import View
from whodid.text import Entity, Sentence

_FORMS = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_MISTAKEN = frozenset({"ORG", "GPE", "PRODUCT", "FAC", "LOC", "WORK_OF_ART"})
_LONGEST_NAME = 4
# Before the name of a place.
_WHERE = frozenset({"in", "near", "outside", "around", "across", "inside", "at", "into", "toward", "towards", "from"})
# A family name like "He" or "Will" must look like a name where it stands.
_NAME_POS = frozenset({"PROPN", "NOUN", "ADJ", "X"})


class Views:
    """Makes the views of one article.

    Args:
        article: Its dateline and boilerplate are left out.
        knowledge: Names and what they mean.
        lexicon: Words for unnamed actors.
        districts: Knows lands whose names hold a state's ("New Mexico").
    """

    def __init__(self, article: Article, knowledge: Knowledge, lexicon: Lexicon, districts: Districts) -> None:
        self._article = article
        self._knowledge = knowledge
        self._lexicon = lexicon
        self._districts = districts
        self._finder = NameFinder(knowledge, article.anchor)

    def of(self, sentences: Sequence[Sentence]) -> list[View]:
        """A view of each sentence that is part of the story."""
        dateline = self._article.dateline
        read = [s for s in sentences if s.tokens and not s.boilerplate and not (dateline and dateline.covers(s.span()))]
        named = [self._names(sentence) for sentence in read]
        peoples = [self._peoples(sentence, found) for sentence, found in zip(read, named, strict=True)]
        named = [without(found, folk) for found, folk in zip(named, peoples, strict=True)]
        names = spelled_out(read, _settled(named))
        families = {family for sentence in read for family in _called_mr(sentence)}
        return [self._view(sentence, found, folk, families) for sentence, found, folk in zip(read, names, peoples, strict=True)]

    def dateline_country(self) -> str | None:
        """The country of the dateline's place, if it is a state or its capital."""
        article = self._article
        if article.dateline_place is None:
            return None
        words = article.dateline_place.text.replace(":", ",").split(",")
        for word in words:
            for reading in self._finder.look_up(word.strip().title()):
                if reading.kind in ("capital", "name") and isinstance(reading.entry, State):
                    return reading.entry.code
        return None

    def _names(self, sentence: Sentence) -> list[Named]:
        dateline = self._article.dateline
        found = self._finder.find(sentence.tokens)
        if dateline is not None and dateline.start < sentence.end and sentence.start < dateline.end:
            found = [name for name in found if name.tokens[-1].end > dateline.end]
        return [name for name in found if not self._elsewhere(sentence, name)]

    def _peoples(self, sentence: Sentence, names: list[Named]) -> list[PeopleWords]:
        """The peoples told, but for those whose name begins that of a land: "Tamil Nadu"."""
        found = find_peoples(sentence, names, self._lexicon)
        after = [sentence.tokens[people.first : people.last + 2] for people in found]
        return [
            people
            for people, words in zip(found, after, strict=True)
            if not (words[-1].pos == "PROPN" and self._districts.begins_land(" ".join(word.text for word in words)))
        ]

    def _view(self, sentence: Sentence, names: list[Named], peoples: list[PeopleWords], families: set[str]) -> View:
        view = View(sentence, self._lexicon, self._knowledge, names, self._lexicon.phrases(sentence.tokens))
        view.named = {position: name for name in names for position in range(name.first, name.last + 1)}
        view.names = _without_titles(view)
        view.named = {position: name for name in view.names for position in range(name.first, name.last + 1)}
        inside = {token for entity in sentence.entities if entity.label == "ORG" for token in range(entity.first.i, entity.last.i + 1)}
        for position, phrase in list(view.phrases.items()):
            if any(at in view.named for at in range(phrase.first, phrase.last + 1)) or _part_of_name(view, phrase, inside):
                del view.phrases[position]
        _add_peoples(view, peoples)
        people = find_people(sentence.tokens, _with_people(sentence, families, peoples), view.names, view.phrases, self._lexicon)
        view.people = [person for person in people if not self._is_town(person)]
        return view

    def _is_town(self, person: PersonName) -> bool:
        """Whether what the parser takes for a stranger's name is a town's, told as where something is: "pulled out of Khan Younis"."""
        prep = person.head.head
        where = person.head.dep == "pobj" and prep.lower in _WHERE
        return where and person.known is None and len(person.tokens) > 1 and self._districts.is_town(person.words)

    def _elsewhere(self, sentence: Sentence, named: Named) -> bool:
        """Names not to be read as the knowledge has them: "South America" is no state, "the Senate" not always the same."""
        organization = named.organization
        if organization is not None and organization.country in self._knowledge.states:
            # "The Senate" is whose the text says; the knowledge's body of that name is found by its country.
            return " ".join(token.lower for token in named.tokens) in self._lexicon.bodies
        if named.families and self._no_family(named) or self._names_place(sentence, named):
            return True
        if self._districts.is_longer_name(sentence, named):
            return True
        before = sentence.tokens[named.first - 1].lower if named.first else ""
        return before in self._lexicon.directions and named.tokens[0].lower.startswith("america")

    def _names_place(self, sentence: Sentence, named: Named) -> bool:
        """Whether a state's name or adjective is part of a sea's or a mountain's: "the Persian Gulf", "the Sea of Japan"."""
        if not named.states:
            return False
        after = sentence.tokens[named.last + 1] if named.last + 1 < len(sentence.tokens) else None
        if after is not None and after.lower in self._lexicon.geographic and after.text[0].isupper() and not sentence.text.isupper():
            return True
        before = [token.lower for token in sentence.tokens[max(named.first - 2, 0) : named.first]]
        return len(before) == 2 and before[1] == "of" and before[0] in self._lexicon.geographic

    def _no_family(self, named: Named) -> bool:
        """Whether words that are some family's name are none here: "the West", "Will", "Friday"."""
        first = named.tokens[0]
        before = first.neighbour(-1)
        if before is not None and before.lower == "the" and self._districts.is_town(f"The {named.span().text}"):
            return True
        if first.lower in self._lexicon.days or first.lower in self._lexicon.months or first.pos not in _NAME_POS:
            return True
        if _in_compound(named):
            return True
        return len(named.tokens) == 1 and any(child.tag == "DT" and child.i == first.i - 1 for child in first.children)


def _in_compound(named: Named) -> bool:
    """Whether a hyphen joins the words to others: "Jean" in "Jean-Luc"."""
    first, last = named.tokens[0], named.tokens[-1]
    tokens = first.sentence.tokens
    before, after = first.i - tokens[0].i - 1, last.i - tokens[0].i + 1
    joined = before >= 0 and tokens[before].text == "-" and tokens[before].end == first.start
    follows = after + 1 < len(tokens) and tokens[after].text == "-" and tokens[after].start == last.end
    return joined or (follows and tokens[after + 1].text[0].isupper())


def _settled(found: list[list[Named]]) -> list[list[Named]]:
    """Names that several states share ("Congolese") mean the one that is told elsewhere in the article, else nobody."""
    if not any(len(named.states) > 1 for names in found for named in names):
        return found
    told = {code for names in found for named in names if len(named.states) == 1 for code in named.states}
    settled = []
    for names in found:
        kept = []
        for named in names:
            options = named.states & told if len(named.states) > 1 else named.states
            if len(named.states) < 2:
                kept.append(named)
            elif len(options) == 1:
                kept.append(named.only(next(iter(options))))
        settled.append(kept)
    return settled


def _called_mr(sentence: Sentence) -> Iterator[str]:
    """Family names that stand after "Mr.", "Ms." and the like."""
    tokens = sentence.tokens
    for before, token in pairwise(tokens):
        if before.lower.rstrip(".") in _FORMS and token.text[0].isupper():
            yield token.text


def _add_peoples(view: View, peoples: list[PeopleWords]) -> None:
    """Peoples by name become phrases, those before a noun wait for what stands behind them."""
    for words in peoples:
        covered = set(range(words.first, words.last + 1))
        for position, phrase in list(view.phrases.items()):
            if covered.intersection(range(phrase.first, phrase.last + 1)):
                del view.phrases[position]
        if words.noun:
            view.phrases[words.last] = words.phrase(view.tokens)
        else:
            view.peoples.update(dict.fromkeys(covered, words))


def _with_people(sentence: Sentence, families: set[str], peoples: list[PeopleWords]) -> list[Entity]:
    """The parser's entities without peoples; full names of those called "Mr" elsewhere are persons, whatever the parser says."""
    start = sentence.tokens[0].i
    others = {start + position for words in peoples for position in (words.first, words.last)}
    return [
        replace(entity, label="PERSON") if entity.label in _MISTAKEN and _is_full_name(sentence, entity, families) else entity
        for entity in sentence.entities
        if not (entity.first.i in others and entity.last.i in others)
    ]


def _is_full_name(sentence: Sentence, entity: Entity, families: set[str]) -> bool:
    first = entity.first.i - sentence.tokens[0].i
    words = [token for token in sentence.tokens[first : first + entity.last.i - entity.first.i + 1] if token.text != "-"]
    if words[0].lower.rstrip(".") in _FORMS:
        return False
    return entity.last.text in families and 2 <= len(words) <= _LONGEST_NAME and all(word.text[0].isupper() for word in words)


def _without_titles(view: View) -> list[Named]:
    """The names but for family names that are words of a longer title: "Mufti" in "the Grand Mufti"."""
    phrases = [phrase for phrase in view.phrases.values() if phrase.first < phrase.last]
    titles = {at for phrase in phrases for at in range(phrase.first, phrase.last + 1)}
    return [name for name in view.names if not (name.first in titles and name.families and len(name.tokens) == 1 and not name.states)]


def _part_of_name(view: View, phrase: Phrase, organizations: set[int]) -> bool:
    """Whether a group's noun is a word of a name: "Party" in "the People's Party", "congress" of a party."""
    if phrase.term.words == ("congress",) and phrase.head.text.islower():
        return True
    if phrase.head.pos != "PROPN" or phrase.head.i not in organizations:
        return False
    before = view.tokens[phrase.first - 1] if phrase.first else None
    after = view.tokens[phrase.last + 1] if phrase.last + 1 < len(view.tokens) else None
    if phrase.term.kind == "role":
        return after is not None and after.i in organizations and after.pos == "PROPN" and len(phrase.term.words) == 1
    led = before is not None and before.i in organizations and before.pos in ("PROPN", "ADJ")
    if phrase.term.kind == "group":
        return led or (after is not None and after.i in organizations and after.tag in ("POS", "NNP", "NNPS"))
    named = phrase.first - 1 in view.named
    return (led and not named) or (after is not None and after.i in organizations and after.lower == "of")
