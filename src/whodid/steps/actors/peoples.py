"""Peoples that are no state's nation, by name or before a noun: "Kurds", "Tamil rebels", "ethnic Serbs", "Bosnian Serbs"."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from whodid.knowledge import State
from whodid.steps.actors.clauses import first_conjunct
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.names import Named
from whodid.steps.actors.terms import People, Phrase, Term
from whodid.text import Sentence, Token

_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
# Words with which a state's adjective tells of descent, not of the state.
_ETHNIC = "ethnic"
_WARY = "~"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a people's name.

    Attributes:
        words: In lower case, as the parser cuts them.
        noun: Whether it names members; `plural`: several.
        wary: It is other things' name too ("Karen", "Roma") and believed only where the parser or the words around it say so.
    """

    words: tuple[str, ...]
    people: People
    noun: bool
    plural: bool
    adjective: bool
    wary: bool

    def bloc(self, lexicon: Lexicon) -> bool:
        """Whether it is a word for many states too, before a noun ("African")."""
        return " ".join(self.words) in lexicon.blocs


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """A people told in a sentence: positions `first` to `last`, the words before a noun ("Kurdish"), and the state it is said to be of."""

    first: int
    last: int
    people: People
    shown: str
    noun: bool
    plural: bool
    of: State | None = None

    def phrase(self, tokens: Sequence[Token]) -> Phrase:
        """The words as unnamed people; the noun is their head."""
        words = tuple(token.lower for token in tokens[self.first : self.last + 1])
        term = Term(words, "group", self.people.sector, self.people.name, self.plural, len(words) - 1, self.people)
        return Phrase(self.first, self.last, term, tokens[self.last])


def find_peoples(sentence: Sentence, names: Sequence[Named], lexicon: Lexicon) -> list[PeopleWords]:
    """The peoples told in a sentence, in text order.

    A state's adjective tells of a people where "ethnic" stands before it, "minority" behind it, or another state's name before a
    nation known to live in several ("Bosnian Serbs"): such people are of the place or the other state told, never of their kin's.
    """
    at = {position: name for name in names for position in range(name.first, name.last + 1)}
    alone = [*_listed(sentence, at, lexicon), *_kin(sentence, names, at, lexicon)]
    found = [_as_whole(words, sentence.tokens, lexicon) for words in alone]
    taken: set[int] = set()
    kept = []
    for words in sorted(found, key=lambda words: (words.first, -words.last)):
        if not taken.intersection(range(words.first, words.last + 1)):
            taken.update(range(words.first, words.last + 1))
            kept.append(words)
    return kept


def without(names: Sequence[Named], peoples: Sequence[PeopleWords]) -> list[Named]:
    """The names that are no part of a people's."""
    taken = {position for words in peoples for position in range(words.first, words.last + 1)}
    return [name for name in names if not taken.intersection(range(name.first, name.last + 1))]


def _as_whole(words: PeopleWords, tokens: Sequence[Token], lexicon: Lexicon) -> PeopleWords:
    """The same with the noun behind it: "the Kurdish minority", "the Hungarian community"."""
    after = tokens[words.last + 1] if words.last + 1 < len(tokens) else None
    if words.noun or after is None or after.lower not in lexicon.minorities or after.dep in _MODIFIERS:
        return words
    people = replace(words.people, name=f"{words.shown} {after.lower}")
    return replace(words, last=words.last + 1, people=people, noun=True, plural=True)


def _listed(sentence: Sentence, at: dict[int, Named], lexicon: Lexicon) -> Iterator[PeopleWords]:
    tokens = sentence.tokens
    forms = _forms()
    position = 0
    while position < len(tokens):
        form = _form_at(forms.get(tokens[position].lower, ()), tokens, position)
        if form is None:
            position += 1
            continue
        last = position + len(form.words) - 1
        if _is_people(form, sentence, last, lexicon) and not _in_name(sentence, position, last, at):
            yield from _read(form, tokens, position, last)
        position = last + 1


def _is_people(form: Form, sentence: Sentence, last: int, lexicon: Lexicon) -> bool:
    if form.wary and not _is_sure(sentence.tokens, last, lexicon):
        return False
    return not (form.bloc(lexicon) and _no_member(sentence.tokens, last, lexicon))


def _form_at(forms: Sequence[Form], tokens: Sequence[Token], position: int) -> Form | None:
    for form in forms:
        end = position + len(form.words)
        if end <= len(tokens) and tokens[end - 1].text[0].isupper() and tuple(t.lower for t in tokens[position:end]) == form.words:
            return form
    return None


def _read(form: Form, tokens: Sequence[Token], first: int, last: int) -> Iterator[PeopleWords]:
    noun = _is_noun(form, tokens[last])
    if noun or form.adjective or (form.noun and not form.plural):
        shown = "".join(_spaced(token) for token in tokens[first : last + 1]).strip()
        yield PeopleWords(first, last, form.people, shown, noun, form.plural and not _is_one(tokens[last]))


def _spaced(token: Token) -> str:
    following = token.sentence.text[token.end - token.sentence.start :][:1]
    return token.text + (" " if following.isspace() else "")


def _is_noun(form: Form, token: Token) -> bool:
    if not form.noun or token.dep in ("acomp", "oprd"):
        return False
    if not form.adjective and form.plural:
        return True
    above = first_conjunct(token)
    if above.dep in _MODIFIERS and above.head.i > token.i:
        return False
    told = any(child.dep in ("det", "nummod", "poss", "amod") for child in token.children)
    return told or (form.plural and token.tag != "JJ")


def _no_member(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether "European", "Arab" and the like name no person here."""
    token = tokens[position]
    turned = position > 0 and tokens[position - 1].lower in lexicon.directions
    return turned or token.tag == "JJ" or (token.dep in _MODIFIERS and token.head.i > token.i)


def _is_one(token: Token) -> bool:
    return any(child.lower in ("a", "an", "another", "one") for child in token.children if child.dep in ("det", "nummod"))


def _in_name(sentence: Sentence, first: int, last: int, at: dict[int, Named]) -> bool:
    """Whether the words are part of a longer name ("Tamil Nadu", "the Muslim Brotherhood") or begin a compound ("Kurdish-led")."""
    tokens = sentence.tokens
    if any(position in at and (at[position].first < first or at[position].last > last) for position in range(first, last + 1)):
        return True
    if last + 1 < len(tokens) and tokens[last + 1].text == "-" or first and tokens[first - 1].text == "-":
        return True
    start = tokens[0].i
    if sentence.headline:
        return False
    for entity in sentence.entities:
        if entity.label in _NAMES and entity.first.i - start <= first and entity.last.i - start >= last:
            around = [*tokens[entity.first.i - start : first], *tokens[last + 1 : entity.last.i - start + 1]]
            return any(word.text[0].isupper() and word.pos in ("PROPN", "NOUN") and _is_no_state(word, at, start) for word in around)
    return False


def _is_no_state(word: Token, at: dict[int, Named], start: int) -> bool:
    named = at.get(word.i - start)
    return named is None or named.state() is None


def _is_sure(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether a word that names other things too means the people: by the parser's label, or before a noun for people."""
    token = tokens[last]
    head = token.head
    if token.entity == "NORP" or (head.lower == "of" and head.head.lower in lexicon.quantities):
        return True
    near = token.dep in _MODIFIERS and token.i < head.i <= token.i + 2 and head.text.islower()
    return near and any(phrase.term.base not in lexicon.equipment for phrase in lexicon.phrases([head]).values())


def _kin(sentence: Sentence, names: Sequence[Named], at: dict[int, Named], lexicon: Lexicon) -> Iterator[PeopleWords]:
    """State adjectives and demonyms that tell of descent."""
    tokens = sentence.tokens
    for named in names:
        if named.state("adjective", "demonym") is None:
            continue
        before = named.first - 1
        if before > 0 and tokens[before].text == "-":
            before -= 1
        after = tokens[named.last + 1].lower if named.last + 1 < len(tokens) else ""
        if before >= 0 and tokens[before].lower == _ETHNIC:
            yield _descended(tokens, before, named)
        elif after in lexicon.minorities or _is_nested(tokens, named, at.get(named.first - 1), lexicon):
            yield _descended(tokens, named.first, named)


def _descended(tokens: Sequence[Token], first: int, named: Named) -> PeopleWords:
    token = tokens[named.last]
    noun = not (token.dep in _MODIFIERS and token.head.i > token.i)
    many = noun and token.tag in ("NNS", "NNPS")
    word = token.text if many or not noun or token.text.endswith(("ese", "sh", "z", "s")) else f"{token.text}s"
    prefix = f"{_ETHNIC} " if first < named.first else ""
    return PeopleWords(first, named.last, People(prefix + word, None, "CVL"), prefix + named.span().text, noun, many)


def _is_nested(tokens: Sequence[Token], named: Named, before: Named | None, lexicon: Lexicon) -> bool:
    """Whether another state's name stands right before a nation that lives in several states: "Bosnian Serbs", "Kosovo Albanian"."""
    state = before.state("name", "adjective") if before is not None else None
    if before is None or state is None or state.code in named.states or len(named.tokens) > 1:
        return False
    token = tokens[named.last]
    if tokens[before.last].dep not in _MODIFIERS:
        return False
    if token.lower in lexicon.kin_nouns and not (token.dep in _MODIFIERS and token.head.i > token.i):
        return tokens[before.last].head is token
    return token.lower in lexicon.kin_adjectives and token.head.i > token.i and tokens[before.last].head in (token, token.head)


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    """All ways to write the peoples of the list, by their first word, the longest first."""
    merged: dict[tuple[str, ...], Form] = {}
    for form in _rows():
        known = merged.get(form.words)
        merged[form.words] = form if known is None else _both(known, form)
    by_first: dict[str, list[Form]] = {}
    for form in sorted(merged.values(), key=lambda form: -len(form.words)):
        by_first.setdefault(form.words[0], []).append(form)
    return {first: tuple(forms) for first, forms in by_first.items()}


def _both(one: Form, other: Form) -> Form:
    return replace(
        one,
        noun=one.noun or other.noun,
        plural=one.plural or other.plural,
        adjective=one.adjective or other.adjective,
        wary=one.wary or other.wary,
    )


def _rows() -> Iterator[Form]:
    text = files("whodid").joinpath("lexicon", "en", "actors", "peoples.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        name = (row["people"] or row["one"] or row["adjectives"]).split(";")[0].removeprefix(_WARY)
        people = People(name, row["home"] or None, row["sector"])
        for column in ("people", "one", "adjectives"):
            for words in filter(None, row[column].split(";")):
                parts = tuple(words.removeprefix(_WARY).lower().replace("'s ", " 's ").replace("-", " - ").split())
                noun = column != "adjectives"
                yield Form(parts, people, noun, column == "people", not noun, words.startswith(_WARY))
